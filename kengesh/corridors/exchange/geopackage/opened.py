"""A GeoPackage opened for reading, with care: it is a database that somebody else made.

Nothing in it is run (no view, no trigger, no function of its own), nothing is written beside it, and a question that takes
unreasonably long is broken off.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.geopackage.schema import quoted
from kengesh.corridors.exchange.rows import refuse
from kengesh.corridors.network.problems import Where
from kengesh.terms.messages import _

MAGIC = b"SQLite format 3\0"
MOST_ROWS = 1_000_000
LONGEST_VALUE = 64 << 20  # bytes of one row; the coast of a country has some millions
STEPS, MOST_STEPS = 100_000, 50_000  # instructions between two looks, and looks: minutes of a common machine


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a GeoPackage. Raises NetworkError for what is none, and for one that breaks while it is read; OSError."""
    where = Where(path.name, 1)
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise refuse(where, _("this is no GeoPackage: expected a .gpkg file."))
    for beside in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-journal")):
        if beside.exists() and beside.stat().st_size:  # what is in it would be passed over
            says = _(
                "another program has it open, and not all is written: close it there. (There is a {file}.)"
            )
            raise refuse(where, says.format(file=beside.name))
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as db:
            left = iter(range(MOST_STEPS))
            db.set_progress_handler(lambda: next(left, None) is None, STEPS)
            db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            if "gpkg_contents" not in tables_in(db):
                raise refuse(where, _("this is a database and no GeoPackage: it has no table gpkg_contents."))
            yield db
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise refuse(where, _("the file is broken: {why}.").format(why=error)) from error


def tables_in(db: sqlite3.Connection) -> list[str]:
    """Return the names of tables proper: a view could run anything, and a virtual table as well."""
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    return [name for (name,) in found if isinstance(name, str)]


def rows_in(db: sqlite3.Connection, table: str, file: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table by column, in the order of their ids. Raises NetworkError for too many."""
    found = db.execute(f"SELECT * FROM {quoted(table)} ORDER BY rowid LIMIT {MOST_ROWS + 1}")
    names = [one[0] for one in found.description]
    for place, row in enumerate(found):
        if place == MOST_ROWS:
            says = _("the table “{table}” has more than {most} rows; that is no network of corridors.")
            raise refuse(Where(file, 1), says.format(table=table, most=MOST_ROWS))
        yield dict(zip(names, row, strict=True))


def geometry_column(db: sqlite3.Connection, table: str) -> tuple[str, int]:
    """Return the column with a table's geometries and their reference system; "" for a table without."""
    if "gpkg_geometry_columns" not in tables_in(db):
        return ("", 0)
    found = db.execute(
        "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)", (table,)
    )
    name, srs = found.fetchone() or ("", 0)
    return (str(name), srs if isinstance(srs, int) else 0)
