"""Geometries as GeoPackage keeps them: its own header, then well-known binary (OGC 06-103r4).

Header: ``GP``, version 0, a byte of flags (1: little-endian; bits 1 to 3: which envelope; bit 4: empty), the id of the reference
system, the envelope. Written are points, lines and pairs of lines, little-endian, lines with an envelope. Read are points, of any
byte order, with or without heights and measures.
"""

from __future__ import annotations

import math
import struct

from kengesh.corridors.exchange.positions import Drawn, Point
from kengesh.terms.messages import _

SRS = 4326
POINT, LINE, LINES = 1, 2, 5
ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes
EMPTY = 0b0001_0000


class GeometryError(ValueError):
    """Bytes that are no geometry of a GeoPackage."""


def geometry_of(lines: Drawn) -> bytes | None:
    """Return the bytes of what is drawn; None for nothing."""
    if not lines:
        return None
    points = [point for line in lines for point in line]
    if len(points) == 1:
        return struct.pack("<2sBBi", b"GP", 0, 0b0001, SRS) + _point(points[0])
    envelope = [pick(point[axis] for point in points) for axis in (0, 1) for pick in (min, max)]
    head = struct.pack("<2sBBi4d", b"GP", 0, 0b0011, SRS, *envelope)
    if len(lines) == 1:
        return head + _line(lines[0])
    return head + struct.pack("<BII", 1, LINES, len(lines)) + b"".join(_line(line) for line in lines)


def point_of(data: bytes) -> Point | None:
    """Return where a point lies; None for an empty one, and for what is no point. Raises GeometryError."""
    if len(data) < 8 or data[:2] != b"GP":
        raise GeometryError(_("this is no geometry of a GeoPackage."))
    flags = data[3]
    size = ENVELOPES.get(flags >> 1 & 0b111)
    if size is None:
        raise GeometryError(_("the geometry’s envelope is of a kind that there is not."))
    body = data[8 + size :]
    if flags & EMPTY:
        return None
    try:
        order = "<" if body[:1] == b"\x01" else ">"
        (kind,) = struct.unpack_from(f"{order}I", body, 1)
        if kind & 0xFFFF not in (POINT, *(POINT + 1000 * one for one in (1, 2, 3))):
            return None
        x, y = struct.unpack_from(f"{order}2d", body, 5)
    except struct.error:
        raise GeometryError(_("the geometry ends before its end.")) from None
    if math.isnan(x) or math.isnan(y):
        return None
    return (x, y)


def _point(point: Point) -> bytes:
    return struct.pack("<BI2d", 1, POINT, *point)


def _line(line: tuple[Point, ...]) -> bytes:
    return struct.pack("<BII", 1, LINE, len(line)) + b"".join(struct.pack("<2d", *point) for point in line)
