"""Writing a network as one GeoPackage."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.about import About, about_of, told
from kengesh.corridors.exchange.geopackage.geometry import SRS, geometry_of
from kengesh.corridors.exchange.geopackage.schema import (
    ABOUT,
    APPLICATION_ID,
    CORE,
    MAPPED,
    SYSTEMS,
    USER_VERSION,
    columns_written,
    create,
    described,
    quoted,
)
from kengesh.corridors.exchange.positions import Drawn, Point, drawn, positions_of
from kengesh.corridors.exchange.rows import tables_of
from kengesh.corridors.exchange.whole import write_new
from kengesh.corridors.network.files import written
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Row, id_of


def write_geopackage(network: Network, path: Path) -> None:
    """Make a GeoPackage. Raises NetworkError for half a position, FileExistsError, OSError."""
    about, tables = about_of(network), tables_of(network)
    positions = positions_of(tables)

    def write(beside: Path) -> None:
        with closing(sqlite3.connect(beside)) as db, db:
            _core(db)
            _about(db, about)
            for table, rows in tables.items():
                if rows or table in MAPPED:
                    _table(db, table, rows, positions)

    write_new(path, write)


def _core(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {USER_VERSION}")
    db.executescript(CORE)
    db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)


def _about(db: sqlite3.Connection, about: About) -> None:
    """What the file says of itself: a row for a text, a row each for a list's."""
    db.execute(
        f"CREATE TABLE {ABOUT} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, value TEXT)"
    )
    pairs = []
    for name, value in told(about).items():
        some = (
            value if isinstance(value, list) else [str(value).lower() if isinstance(value, bool) else value]
        )
        pairs += [(name, one) for one in some]
    db.executemany(f"INSERT INTO {ABOUT} (name, value) VALUES (?, ?)", pairs)
    _content(db, ABOUT, "attributes", "licences, credits and the editions that this is from", ())


def _table(db: sqlite3.Connection, table: str, rows: tuple[Row, ...], positions: Mapping[str, Point]) -> None:
    names = columns_written(table)
    db.execute(create(table))
    if table not in MAPPED:
        _insert(db, table, names, [[_value(getattr(row, name)) for name in names] for row in rows])
        _content(db, table, "attributes", described(table), ())
        return
    drawings = [_drawn(table, row, positions) for row in rows]
    _insert(
        db,
        table,
        ["geom", *names],
        [
            [geometry_of(lines), *(_value(getattr(row, name)) for name in names)]
            for lines, row in zip(drawings, rows, strict=True)
        ],
    )
    points = tuple(point for lines in drawings for line in lines for point in line)
    _content(db, table, "features", described(table), points)
    shape = (table, "geom", MAPPED[table], SRS, 0, 0)
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", shape)


def _insert(db: sqlite3.Connection, table: str, names: list[str], rows: list[list[Any]]) -> None:
    columns, marks = ", ".join(quoted(name) for name in names), ", ".join("?" for _name in names)
    db.executemany(f"INSERT INTO {quoted(table)} ({columns}) VALUES ({marks})", rows)


def _content(db: sqlite3.Connection, table: str, sort: str, says: str, points: tuple[Point, ...]) -> None:
    box = (
        [pick(point[axis] for point in points) for pick in (min, max) for axis in (0, 1)]
        if points
        else [None] * 4
    )
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (table, sort, table, says, *box, SRS if sort == "features" else None),
    )


def _drawn(table: str, row: Row, positions: Mapping[str, Point]) -> Drawn:
    if table != "place":
        return drawn(row, positions)
    return ((positions[id_of(row)],),) if id_of(row) in positions else ()


def _value(value: Any) -> str | float | int | None:
    """Return a value as a column keeps it: numbers as they are, all else as it stands in a cell."""
    return value if isinstance(value, int | float) else written(value) or None
