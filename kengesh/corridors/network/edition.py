"""An edition of a network: a folder of CSV files and ``edition.toml``, known by one hash.

``edition.toml``, for example:

    id = "central-asia/2026-01"
    title = "Central Asia, Azerbaijan and their routes"
    day = "2026-01-31"              # the last day of which its sources speak
    compilers = ["..."]
    licences = ["CC-BY-4.0", "ODbL-1.0 for distances derived from OpenStreetMap"]
    credits = ["(c) OpenStreetMap contributors"]
    over = "..."                    # for a layer: the id of the edition on which it is laid
    exercise = false                # whether its numbers are made up, and call themselves so

The hash is the SHA-256 of one line a file, in the order of their names: the SHA-256 of the file in lower-case hexadecimal, two
spaces, its name, and a line feed, as ``sha256sum`` writes it. ``edition.toml`` and the tables count, and nothing else.
An act of the record names the hash; the rows stay here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kengesh.corridors.network.columns import CellError, Day
from kengesh.corridors.network.files import read_table
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import TABLES, Row
from kengesh.terms.messages import _

HEAD = "edition.toml"
FIELDS: dict[str, type] = {
    "id": str,
    "title": str,
    "day": str,
    "compilers": list,
    "licences": list,
    "credits": list,
    "over": str,
    "exercise": bool,
}
REQUIRED = ("id", "title", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The tables of a network as they were at one time; `exercise` where its numbers are made up."""

    id: str
    title: str
    day: str
    hash: str
    tables: Mapping[str, tuple[Row, ...]]
    compilers: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    over: str = ""
    exercise: bool = False


def read_edition(folder: Path) -> Edition:
    """Return the edition in a folder. Raises NetworkError with every mistake in its files, OSError."""
    names = sorted([HEAD, *(f"{table}.csv" for table in TABLES if (folder / f"{table}.csv").exists())])
    files = {name: (folder / name).read_bytes() for name in names}
    problems: list[Problem] = []
    head = _head(files.pop(HEAD), folder, problems)
    tables: dict[str, tuple[Row, ...]] = {}
    for table in TABLES:
        data = files.get(f"{table}.csv")
        try:
            tables[table] = () if data is None else read_table(table, data, f"{table}.csv")
        except NetworkError as error:
            problems += error.problems
    _check_exercise(head, tables, problems)
    if problems:
        raise NetworkError(problems)
    lists = {name: tuple(value) for name, value in head.items() if FIELDS[name] is list}
    return Edition(**{**head, **lists}, hash=hash_of(folder), tables=tables)


def hash_of(folder: Path) -> str:
    """Return the hash of the edition in a folder. Raises OSError."""
    names = sorted([HEAD, *(f"{table}.csv" for table in TABLES if (folder / f"{table}.csv").exists())])
    lines = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    return sha256("".join(lines).encode()).hexdigest()


def _head(data: bytes, folder: Path, problems: list[Problem]) -> dict[str, Any]:
    where = Where(HEAD, 1)
    try:
        head = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(where, "", "", str(error)))
        return {}
    for name, value in head.items():
        expected = FIELDS.get(name)
        if expected is None:
            says = _("there is no such field: expected {fields}.")
            problems.append(Problem(where, "", name, says.format(fields=", ".join(FIELDS))))
        elif not isinstance(value, expected) or (
            isinstance(value, list) and not all(isinstance(one, str) for one in value)
        ):
            says = _("expected {type}.").format(
                type={str: _("text"), bool: _("true or false")}.get(expected, _("a list of texts"))
            )
            problems.append(Problem(where, "", name, says))
    for name in REQUIRED:
        if not head.get(name):
            problems.append(Problem(where, "", name, _("it is missing.")))
    try:
        Day().read(str(head.get("day", "")) or "2026")
    except CellError as error:
        problems.append(Problem(where, "", "day", str(error)))
    return head


def _check_exercise(
    head: Mapping[str, Any], tables: Mapping[str, tuple[Row, ...]], problems: list[Problem]
) -> None:
    """Only an edition that calls itself one for exercises holds numbers that are made up."""
    for row in () if head.get("exercise") else tables.get("number", ()):
        if getattr(row, "basis", "") == "exercise":
            says = _("a number for an exercise belongs in an edition with exercise = true.")
            problems.append(Problem(row.where, "", "basis", says))
