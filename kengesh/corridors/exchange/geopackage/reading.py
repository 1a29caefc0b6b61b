"""Reading a GeoPackage: ours back as it was, or the tables of others under a mapping."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.about import About, read_about, told
from kengesh.corridors.exchange.geopackage.geometry import SRS, GeometryError, point_of
from kengesh.corridors.exchange.geopackage.opened import geometry_column, opened, rows_in, tables_in
from kengesh.corridors.exchange.geopackage.schema import ABOUT
from kengesh.corridors.exchange.mapped import Cells, read_mapped
from kengesh.corridors.exchange.mapping import LAT, LON, TableMapping, with_position
from kengesh.corridors.exchange.rows import Spot, Tables, read_rows, refuse
from kengesh.corridors.network.files import Record, written
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import TABLES
from kengesh.terms.messages import _


def read_geopackage(path: Path, mapping: Sequence[TableMapping] = ()) -> Tables:
    """Return the tables of a network from a GeoPackage.

    One that we wrote needs no mapping. Of others' files each mapping takes the table that its `sheet` names; a mapping of “place”
    takes the position of its points, unless it maps `lat` and `lon`. Raises NetworkError with every mistake, OSError.
    """
    with opened(path) as db:
        if mapping:
            return _read_theirs(db, [with_position(one) for one in mapping], path.name)
        if ABOUT not in tables_in(db):
            says = _(
                "this was made by another tool: say with a mapping which of its tables and columns are ours."
            )
            raise refuse(Where(path.name, 1), says)
        return _read_ours(db, path.name)


def about_geopackage(path: Path) -> About:
    """Return what a file of ours says of itself. Raises NetworkError, OSError."""
    where = Where(path.name, 1)
    with opened(path) as db:
        if ABOUT not in tables_in(db):
            raise refuse(
                where, _("there is no table {table}: this was made by another tool.").format(table=ABOUT)
            )
        values: dict[str, Any] = {}
        lists = {
            name for name, value in told(About(id="", title="", day="")).items() if isinstance(value, list)
        }
        for row in rows_in(db, ABOUT, path.name):
            name, value = row.get("name"), row.get("value")
            if name in lists:
                values.setdefault(name, []).append(value)
            else:
                values[str(name)] = value == "true" if name == "exercise" else value
    return read_about(values, where)


def _read_ours(db: sqlite3.Connection, file: str) -> Tables:
    problems: list[Problem] = []
    there = set(tables_in(db))
    tables: Tables = {}
    for table in TABLES:
        records = list(_records(db, table, file, problems)) if table in there else []
        tables[table] = read_rows(table, (_of_ours(table, one) for one in records), problems)
    if problems:
        raise NetworkError(problems)
    return tables


def _of_ours(table: str, record: Record) -> Record:
    """Return a row without what GeoPackage adds to it, and with its position where it is one of ours."""
    cells = {name: text for name, text in record.cells.items() if name not in ("fid", LON, LAT)}
    position = {"lon": record.cells[LON], "lat": record.cells[LAT]} if table == "place" else {}
    return Record(record.where, cells | position)


def _read_theirs(db: sqlite3.Connection, mapping: Sequence[TableMapping], file: str) -> Tables:
    problems: list[Problem] = []
    there = {name.lower(): name for name in tables_in(db)}
    found = []
    for one in mapping:
        table = there.get(one.sheet.lower())
        if table is None or table.lower().startswith(("gpkg_", "rtree_", "sqlite_")):
            layers = ", ".join(
                name for name in there.values() if not name.startswith(("gpkg_", "rtree_", "sqlite_"))
            )
            says = _("there is no table “{table}”: found {tables}.").format(table=one.sheet, tables=layers)
            problems.append(Problem(Where(file, 1), "", "sheet", says))
            continue
        _name, srs = geometry_column(db, table)
        if LON in one.columns.values() and srs != SRS:
            says = _(
                "the positions of “{table}” are not in WGS 84 (EPSG:4326) but in {srs}: convert the layer, or map lat and lon."
            )
            problems.append(Problem(Where(file, 1), "", "geometry", says.format(table=table, srs=srs)))
            continue
        records = list(_records(db, table, file, problems))
        _check_columns(db, table, one, file, problems)
        found.append(Cells(one, records))
    return read_mapped(found, problems)


def _check_columns(
    db: sqlite3.Connection, table: str, mapping: TableMapping, file: str, problems: list[Problem]
) -> None:
    names = [row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    for name in mapping.asked():
        if name not in (*names, LON, LAT):
            says = _("“{table}” has no such column: found {names}.").format(
                table=table, names=", ".join(names)
            )
            problems.append(Problem(Where(file, 1), "", name, says))


def _records(db: sqlite3.Connection, table: str, file: str, problems: list[Problem]) -> Iterator[Record]:
    """Yield the rows of a table as cells, the position of a point under names of its own."""
    geometry, _srs = geometry_column(db, table)
    for place, row in enumerate(rows_in(db, table, file), 1):
        spot = Spot(
            file, place, _("{file}, table {table}, row {place}").format(file=file, table=table, place=place)
        )
        position = _position(row.pop(geometry, None), spot, problems)
        yield Record(
            spot, {**{name: _text(value, name, spot, problems) for name, value in row.items()}, **position}
        )


def _position(data: object, spot: Spot, problems: list[Problem]) -> Mapping[str, str]:
    try:
        point = point_of(data) if isinstance(data, bytes) else None
    except GeometryError as error:
        problems.append(Problem(spot, "", "geometry", str(error)))
        point = None
    return {LON: written(point[0]), LAT: written(point[1])} if point is not None else {LON: "", LAT: ""}


def _text(value: object, name: str, spot: Spot, problems: list[Problem]) -> str:
    if isinstance(value, bytes):
        problems.append(Problem(spot, "", name, _("expected text or a number, not bytes.")))
        return ""
    return written(value)
