"""Writing a network as one GeoJSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.about import about_of, told
from kengesh.corridors.exchange.positions import Drawn, Point, drawn, positions_of
from kengesh.corridors.exchange.rows import Tables, tables_of, texts_of
from kengesh.corridors.exchange.shown import numbers_shown, quantities_by_subject
from kengesh.corridors.exchange.whole import write_new
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.tables import Number, Row, id_of

MAPPED = ("place", "link", "transfer", "crossing")
OURS = "kengesh"
FORM = 1


def write_geojson(network: Network, path: Path) -> None:
    """Make a GeoJSON file. Raises NetworkError for half a position, FileExistsError, OSError."""
    tables = tables_of(network)
    positions = positions_of(tables)
    shown = shown_of(tables)
    features = [_feature(row, table, positions, shown) for table in MAPPED for row in tables[table]]
    about = about_of(network)
    rest = {
        table: [texts_of(row) for row in rows]
        for table, rows in tables.items()
        if table not in MAPPED and rows
    }
    whole = {
        "type": "FeatureCollection",
        "title": about.title,
        "licences": list(about.licences),
        "credits": list(about.credits),
        OURS: {"form": FORM, "about": told(about), "tables": rest},
        "features": features,
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    write_new(path, lambda beside: _write(beside, text.encode()))


def shown_of(tables: Tables) -> dict[str, list[dict[str, Any]]]:
    """Return the numbers that count of every row that has some."""
    numbers = Numbers(row for row in tables["number"] if isinstance(row, Number))
    quantities = quantities_by_subject(numbers)
    return {subject: numbers_shown(subject, numbers, quantities) for subject in quantities}


def _feature(
    row: Row, table: str, positions: Mapping[str, Point], shown: Mapping[str, list[dict[str, Any]]]
) -> dict[str, Any]:
    key = id_of(row)
    texts = texts_of(row)
    if table == "place":  # its position stands in the geometry, and there alone
        texts = {name: text for name, text in texts.items() if name not in ("lat", "lon")}
        lines: Drawn = ((positions[key],),) if key in positions else ()
    else:
        lines = drawn(row, positions)
    properties = {"table": table, **texts, "numbers": shown.get(key, [])}
    return {"type": "Feature", "id": key, "geometry": _geometry(lines), "properties": properties}


def _geometry(lines: Drawn) -> dict[str, Any] | None:
    if not lines:
        return None
    if len(lines) > 1:
        return {"type": "MultiLineString", "coordinates": lines}
    line = lines[0]
    return (
        {"type": "Point", "coordinates": line[0]}
        if len(line) == 1
        else {"type": "LineString", "coordinates": line}
    )


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
