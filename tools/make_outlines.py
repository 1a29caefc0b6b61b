"""Make the outlines of the region's states from Natural Earth: ``python tools/make_outlines.py FOLDER``.

FOLDER holds three GeoJSON files of Natural Earth, which is in the public domain:

- ``ne_50m_admin_0_countries.geojson`` (5.1): the land of each state, 1:50 million;
- ``ne_10m_admin_0_disputed_areas.json`` (4.0): the areas that several states claim, 1:10 million;
- ``ne_50m_lakes.json`` (4.0): the Aral Sea and the great lakes. The Caspian Sea needs no file: the land ends at its coast.

A map of ours draws no disputed line, and gives no state's colour to land that another state claims. So fills and lines
are kept apart. A *fill* has no stroke: each state's land, less the :data:`DISPUTED_AREAS`. A *border* is the line where
the land of two states meets, and only pairs in :data:`BORDERS` are drawn: a border that is not on that list, or that runs
along a disputed area, has no line. :data:`COAST` lines are where land meets the sea. What was left out, and why, is told
in ``kengesh/pictures/data/README.md``.

Needs shapely (``pip install shapely``), 2.1 or newer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import coverage_simplify, set_precision
from shapely.geometry import LineString, MultiLineString, Polygon, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

OUT = Path(__file__).parent.parent / "kengesh/pictures/data/outlines.json"

WINDOW = (15.5, 21.5, 103.5, 59.0)
"""West, south, east, north. A little more than any of our maps shows, so that no cut edge comes into view."""

GRID = 0.01
"""Degrees; about a kilometre, a sixth of a pixel on a map of 900 pixels."""

TOLERANCE = 0.05
"""Degrees within which a bend may go, the same on both sides of a line."""

SMALLEST = 0.04
"""Square degrees. Smaller islands, and slivers that a cut leaves, are not kept; an enclave is, however small."""

STATES = (
    "AFG", "ARM", "AZE", "CHN", "GEO", "IND", "IRN", "KAZ", "KGZ", "MNG", "PAK", "RUS", "TJK", "TKM", "TUR", "UZB",
)  # fmt: skip

DISPUTED_AREAS = {
    "Aksai Chin", "Arunachal Pradesh", "Azad Kashmir", "Bara Hotii Valleys", "Crimea", "Demchok",
    "Jammu and Kashmir", "Near Om Parvat", "Northern Areas", "Samdu Valleys", "Shaksam Valley", "Siachen Glacier",
    "Tirpani Valleys",
}  # fmt: skip
"""By their names in Natural Earth. They are drawn as land of no state."""

BORDERS = {
    ("AFG", "CHN"), ("AFG", "IRN"), ("AFG", "TJK"), ("AFG", "TKM"), ("AFG", "UZB"), ("ARM", "AZE"), ("ARM", "GEO"),
    ("ARM", "IRN"), ("ARM", "TUR"), ("AZE", "GEO"), ("AZE", "IRN"), ("AZE", "RUS"), ("AZE", "TUR"), ("CHN", "KAZ"),
    ("CHN", "KGZ"), ("CHN", "MNG"), ("CHN", "RUS"), ("CHN", "TJK"), ("GEO", "RUS"), ("GEO", "TUR"), ("IND", "PAK"),
    ("IRN", "PAK"), ("IRN", "TKM"), ("IRN", "TUR"), ("KAZ", "KGZ"), ("KAZ", "RUS"), ("KAZ", "TKM"), ("KAZ", "UZB"),
    ("KGZ", "TJK"), ("KGZ", "UZB"), ("MNG", "RUS"), ("TJK", "UZB"), ("TKM", "UZB"),
    ("IRN", "IRQ"), ("IRQ", "TUR"), ("SYR", "TUR"), ("BGR", "TUR"), ("GRC", "TUR"),
}  # fmt: skip

LAKES = (
    "Aral Sea", "Issyk-Kul", "Lake Balkhash", "Lake Sevan", "Lake Urmia", "Lake Van", "Sarygamysh Köli", "L. Zaysan", "Alaköl",
)  # fmt: skip


def main(folder: Path) -> None:
    """Make the file, and say how large it is and what is in it."""
    land = read_land(folder)
    disputed = read_disputed(folder, land)
    pieces = cut(land, disputed)
    outlines: dict[str, Any] = {
        "source": "Natural Earth, 1:50m, public domain",
        "window": list(WINDOW),
        "states": {code: rings(pieces[code]) for code in STATES},
        "disputed": rings(pieces["disputed"]),
        "other_land": rings(unary_union([piece for code, piece in pieces.items() if is_other(code)])),
        "lakes": {name: rings(lake) for name, lake in read_lakes(folder).items()},
        "borders": borders(pieces),
        "coast": lines(coast(pieces)),
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    drawn = ", ".join(sorted(outlines["lakes"]))
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes; {len(outlines['borders'])} borders; lakes: {drawn}")


def read_land(folder: Path) -> dict[str, BaseGeometry]:
    """Read the land of every country that lies in the window, by the code that Natural Earth gives it."""
    window = box(*WINDOW)
    land: dict[str, BaseGeometry] = {}
    for feature in read(folder / "ne_50m_admin_0_countries.geojson"):
        area = shape(feature["geometry"])
        if area.intersects(window):
            land[feature["properties"]["ADM0_A3"]] = area.buffer(0).intersection(window)
    missing = set(STATES) - set(land)
    if missing:
        raise SystemExit(
            f"ne_50m_admin_0_countries.geojson: expected {', '.join(sorted(missing))} in ADM0_A3"
        )
    return land


def read_disputed(folder: Path, land: dict[str, BaseGeometry]) -> BaseGeometry:
    """Join the disputed areas; widened a little, since their scale is finer than that of the land they are cut from."""
    found = {
        feature["properties"]["BRK_NAME"]: shape(feature["geometry"]).buffer(0)
        for feature in read(folder / "ne_10m_admin_0_disputed_areas.json")
        if feature["properties"]["BRK_NAME"] in DISPUTED_AREAS
    }
    missing = DISPUTED_AREAS - set(found)
    if missing:
        raise SystemExit(
            f"ne_10m_admin_0_disputed_areas.json: expected the areas {', '.join(sorted(missing))}"
        )
    claimed = unary_union([land[code] for code in ("CHN", "IND", "PAK", "RUS", "KAS") if code in land])
    return unary_union(list(found.values())).buffer(0.08).intersection(claimed)


def cut(land: dict[str, BaseGeometry], disputed: BaseGeometry) -> dict[str, BaseGeometry]:
    """Take the disputed areas out of the land, and make all lines simpler, those of neighbours alike."""
    cleared = {
        code: set_precision(area.difference(disputed), GRID) for code, area in land.items() if code != "KAS"
    }
    kept = {code: drop_small(area, others(cleared, code)) for code, area in cleared.items()}
    names = [code for code, area in kept.items() if not area.is_empty]
    areas = [kept[code] for code in names]
    everything = set_precision(unary_union(list(land.values())), GRID)
    near = disputed.buffer(0.3)
    rest = everything.intersection(near).difference(unary_union(areas))
    areas.append(
        drop_small(set_precision(rest.intersection(disputed.buffer(0.05)), GRID), unary_union(areas))
    )
    simple = coverage_simplify(areas, TOLERANCE, simplify_boundary=True)
    return dict(zip([*names, "disputed"], [set_precision(area, GRID) for area in simple], strict=True))


def drop_small(area: BaseGeometry, around: BaseGeometry) -> BaseGeometry:
    """Leave out the pieces too small to be seen, but for those whose shore is the land of others: there it would gape."""
    return unary_union(
        [
            piece
            for piece in polygons(area)
            if piece.area >= SMALLEST
            or piece.exterior.intersection(around).length > piece.exterior.length / 2
        ]
    )


def others(land: dict[str, BaseGeometry], code: str) -> BaseGeometry:
    """The land of all but one."""
    return unary_union(
        [area for other, area in land.items() if other != code and area.intersects(land[code])]
    )


def is_other(code: str) -> bool:
    """Whether a piece is land that no state of ours has and nobody disputes."""
    return code not in STATES and code != "disputed"


def borders(pieces: dict[str, BaseGeometry]) -> list[dict[str, Any]]:
    """The lines where two states meet, for the pairs whose border is drawn."""
    edge = box(*WINDOW).boundary.buffer(GRID)
    found = []
    for one, other in sorted(BORDERS):
        shared = pieces[one].boundary.intersection(pieces[other].boundary).difference(edge)
        drawn = lines(shared)
        if not drawn:
            raise SystemExit(
                f"{one} and {other}: expected a border between them; take the pair from BORDERS if there is none"
            )
        found.append({"between": [one, other], "lines": drawn})
    return found


def coast(pieces: dict[str, BaseGeometry]) -> BaseGeometry:
    """Where land meets the sea, of whichever state, without the edges that the window cut, nor what rounding left inland."""
    edge = box(*WINDOW).boundary.buffer(GRID)
    whole = [
        Polygon(piece.exterior, [hole for hole in piece.interiors if Polygon(hole).area >= SMALLEST])
        for piece in polygons(unary_union(list(pieces.values())))
    ]
    return unary_union(whole).boundary.difference(edge)


def read_lakes(folder: Path) -> dict[str, BaseGeometry]:
    """Read the lakes that one would miss."""
    lakes: dict[str, BaseGeometry] = {}
    for feature in read(folder / "ne_50m_lakes.json"):
        name = feature["properties"]["name"]
        if name in LAKES:
            simple = shape(feature["geometry"]).buffer(0).simplify(TOLERANCE)
            joined = [lakes[name]] if name in lakes else []
            lakes[name] = set_precision(unary_union([*joined, simple]), GRID)
    return lakes


def rings(area: BaseGeometry) -> list[list[list[list[float]]]]:
    """Give an area as polygons, each as its rings, the outer one first, without the last point that repeats the first."""
    return [
        [points(ring.coords)[:-1] for ring in (piece.exterior, *piece.interiors)] for piece in polygons(area)
    ]


def lines(geometry: BaseGeometry) -> list[list[list[float]]]:
    """Give what of a geometry is lines, joined where they touch."""
    parts = [part for part in parts_of(geometry) if isinstance(part, LineString) and part.length > 0]
    if not parts:
        return []
    merged = linemerge(MultiLineString(parts))
    return [points(part.coords) for part in parts_of(merged) if part.length >= 2 * GRID]


def points(coordinates: Iterable[tuple[float, ...]]) -> list[list[float]]:
    """Round to the grid and leave out a point that repeats the one before."""
    rounded = [[round(at[0], 2), round(at[1], 2)] for at in coordinates]
    return rounded[:1] + [later for earlier, later in pairwise(rounded) if later != earlier]


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of which an area is made."""
    return [part for part in parts_of(geometry) if isinstance(part, Polygon) and not part.is_empty]


def parts_of(geometry: BaseGeometry) -> list[BaseGeometry]:
    """The simple parts of a geometry."""
    if hasattr(geometry, "geoms"):
        return [part for each in geometry.geoms for part in parts_of(each)]
    return [geometry]


def read(path: Path) -> list[dict[str, Any]]:
    """Read the features of one file; say which is missing."""
    if not path.exists():
        raise SystemExit(
            f"{path}: expected this file of Natural Earth; kengesh/pictures/data/README.md says which"
        )
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(
            "say the folder with the files of Natural Earth: python tools/make_outlines.py FOLDER"
        )
    main(Path(sys.argv[1]))
