"""Reading a GeoJSON file: ours back as it was, or the features of others under a mapping."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.about import About, read_about
from kengesh.corridors.exchange.geojson.writing import MAPPED, OURS, shown_of
from kengesh.corridors.exchange.mapped import Cells, read_mapped
from kengesh.corridors.exchange.mapping import LAT, LON, TableMapping, with_position
from kengesh.corridors.exchange.rows import Spot, Tables, read_rows, refuse
from kengesh.corridors.network.files import Record, written
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import TABLES, id_of
from kengesh.terms.messages import _

LARGEST_FILE = 512 << 20  # bytes
WGS84 = re.compile(r"CRS:?84|EPSG:+4326", re.IGNORECASE)
POINTS, LINES = ("Point",), ("LineString", "MultiLineString")


def read_geojson(path: Path, mapping: Sequence[TableMapping] = ()) -> Tables:
    """Return the tables of a network from a GeoJSON file.

    One that we wrote needs no mapping. Of others' files a mapping of the table “place” takes the points, one of “link”, “transfer” or
    “crossing” the lines; its `sheet`, where it has one, is what their property ``table`` or ``layer`` says. Raises NetworkError
    with every mistake, OSError.
    """
    whole = _load(path)
    features = whole.get("features")
    if whole.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise refuse(Where(path.name, 1), _("expected a FeatureCollection of GeoJSON."))
    if OURS in whole:
        return _read_ours(whole, features, path.name)
    if not mapping:
        says = _("this was made by another tool: say with a mapping which of its properties are our columns.")
        raise refuse(Where(path.name, 1), says)
    problems: list[Problem] = []
    if not WGS84.search(json.dumps(whole.get("crs", "CRS84"))):  # of GeoJSON before RFC 7946
        says = _("its positions are in another coordinate system: expected longitude and latitude in WGS 84.")
        raise refuse(Where(path.name, 1), says, column="crs")
    layers = [with_position(one) for one in mapping]
    return read_mapped(
        [Cells(one, list(_theirs(features, one, path.name, problems))) for one in layers], problems
    )


def about_geojson(path: Path) -> About:
    """Return what a file of ours says of itself. Raises NetworkError, OSError."""
    ours = _load(path).get(OURS)
    return read_about(ours.get("about") if isinstance(ours, dict) else None, Where(path.name, 1))


def _load(path: Path) -> dict[str, Any]:
    where = Where(path.name, 1)
    if path.stat().st_size > LARGEST_FILE:
        says = _("the file has more than {most} bytes; that is no network of corridors.")
        raise refuse(where, says.format(most=LARGEST_FILE))
    try:
        whole = json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        says = _("this is no JSON: {why} (column {column}).")
        raise refuse(Where(path.name, error.lineno), says.format(why=error.msg, column=error.colno)) from None
    except (ValueError, RecursionError) as error:
        raise refuse(where, _("this is no JSON: {why}.").format(why=error)) from None
    return whole if isinstance(whole, dict) else {}


def _no_number(word: str) -> float:
    raise ValueError(_("{word} is no number of JSON").format(word=word))


def _read_ours(whole: Mapping[str, Any], features: list[Any], file: str) -> Tables:
    problems: list[Problem] = []
    told: dict[str, Any] = {}
    mapped: dict[str, list[Record]] = {table: [] for table in MAPPED}
    for place, feature in enumerate(features, 1):
        spot = _spot(file, place)
        properties, position = _parts(feature, spot, problems)
        table = properties.pop("table", "")
        if table not in MAPPED:
            says = _("expected a property “table” that says one of: {tables}.").format(
                tables=", ".join(MAPPED)
            )
            problems.append(Problem(spot, "", "table", says))
            continue
        numbers = properties.pop("numbers", [])
        cells = {name: _text(value) for name, value in properties.items()}
        told[cells.get(f"{table}_id", "")] = (spot, numbers)
        mapped[table].append(Record(spot, cells | position if table == "place" else cells))
    rest = _rest(whole[OURS], file, problems)
    tables = {table: read_rows(table, mapped.get(table) or rest.get(table, []), problems) for table in TABLES}
    if not problems:
        shown = shown_of(tables)
        problems += _changed(tables, shown, told)
    if problems:
        raise NetworkError(problems)
    return tables


def _rest(ours: object, file: str, problems: list[Problem]) -> dict[str, list[Record]]:
    """Return the records of the tables that have no place on a map."""
    tables = ours.get("tables", {}) if isinstance(ours, dict) else None
    found: dict[str, list[Record]] = {}
    for table, rows in tables.items() if isinstance(tables, dict) else [("", None)]:
        if table not in TABLES or table in MAPPED or not isinstance(rows, list):
            says = _("in the member “kengesh” expected tables of rows.")
            problems.append(Problem(Where(file, 1), "", table, says))
            continue
        spots = [
            Spot(
                file,
                place,
                _("{file}, table {table}, row {place}").format(file=file, table=table, place=place),
            )
            for place in range(1, len(rows) + 1)
        ]
        for spot, row in zip(spots, rows, strict=True):
            if not isinstance(row, dict):
                problems.append(Problem(spot, "", "", _("expected an object.")))
                continue
            found.setdefault(table, []).append(
                Record(spot, {name: _text(value) for name, value in row.items()})
            )
    return found


def _changed(tables: Tables, shown: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield where the numbers beside a feature are no longer those of the table “number”: they were changed, and it would be lost."""
    for table in MAPPED:
        for row in tables[table]:
            spot, numbers = told[id_of(row)]
            if numbers != shown.get(id_of(row), []):
                says = _(
                    "these follow from the table “number” in the member “kengesh”, and differ. Change them there."
                )
                yield Problem(spot, id_of(row), "numbers", says)


def _theirs(
    features: list[Any], mapping: TableMapping, file: str, problems: list[Problem]
) -> Iterator[Record]:
    """Yield the features that a mapping takes, with their properties and position as cells."""
    wanted = POINTS if mapping.table == "place" else LINES if mapping.table in MAPPED else (*POINTS, *LINES)
    seen: set[str] = set()
    taken = 0
    for place, feature in enumerate(features, 1):
        spot = _spot(file, place)
        properties, position = _parts(feature, spot, problems)
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        kind = geometry.get("type", "") if isinstance(geometry, dict) else ""
        layer = properties.get("table", properties.get("layer", ""))
        if kind not in wanted or (mapping.sheet and mapping.sheet != layer):
            continue
        taken += 1
        seen.update(properties)
        cells = {name: _text(value) for name, value in properties.items()}
        cells |= {
            LON: position.get("lon", ""),
            LAT: position.get("lat", ""),
            "id": cells.get("id", _text(feature.get("id"))),
        }
        yield Record(spot, cells)
    for name in mapping.asked():
        if taken and name not in seen and name not in (LON, LAT, "id"):
            says = _("no feature has a property of this name: found {names}.").format(
                names=", ".join(sorted(seen))
            )
            problems.append(Problem(Where(file, 1), "", name, says))


def _parts(feature: object, spot: Where, problems: list[Problem]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a feature's properties, and a point's position as cells."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        problems.append(Problem(spot, "", "", _("expected a Feature of GeoJSON.")))
        return {}, {}
    properties, geometry = feature.get("properties"), feature.get("geometry")
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return dict(properties) if isinstance(properties, dict) else {}, {}
    at = geometry.get("coordinates")
    if not isinstance(at, list) or len(at) < 2 or not all(type(one) in (int, float) for one in at[:2]):
        problems.append(
            Problem(spot, "", "coordinates", _("expected a longitude and a latitude, two numbers."))
        )
        at = ["", ""]
    position = {"lon": _text(at[0]), "lat": _text(at[1])}
    return dict(properties) if isinstance(properties, dict) else {}, position


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return written(value)
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _spot(file: str, place: int) -> Spot:
    return Spot(file, place, _("{file}, feature {place}").format(file=file, place=place))
