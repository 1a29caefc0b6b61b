"""Reading a folder of GMNS: ours back as it was, or one that others made, under what the caller says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kengesh.corridors.exchange.about import About, read_about
from kengesh.corridors.exchange.gmns.files import records_of
from kengesh.corridors.exchange.gmns.others import Foreign, read_foreign
from kengesh.corridors.exchange.gmns.schema import WRITTEN, Field, GmnsTable
from kengesh.corridors.exchange.gmns.standard import Cells, standard
from kengesh.corridors.exchange.gmns.writing import OURS, PACKAGE
from kengesh.corridors.exchange.rows import Tables, refuse
from kengesh.corridors.network.files import read_table
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import TABLES
from kengesh.terms.messages import _

TRUE, FALSE = ("true", "t", "1", "yes"), ("false", "f", "0", "no")


def read_gmns(folder: Path, foreign: Foreign | None = None) -> Tables:
    """Return the tables of a network from a folder of GMNS.

    One that we wrote needs nothing else; of others' say in `foreign` what their files do not. Raises NetworkError with every
    mistake, OSError.
    """
    for name in ("node.csv", "link.csv"):
        if not (folder / name).is_file():
            raise refuse(
                Where(name, 1), _("the file is missing: a folder of GMNS has node.csv and link.csv.")
            )
    if any((folder / f"{OURS}{table}.csv").exists() for table in TABLES):
        return _read_ours(folder)
    if foreign is None:
        says = _(
            "this was made by another tool: say in which state its places lie, and whose figures these are."
        )
        raise refuse(Where("node.csv", 1), says)
    return read_foreign(folder, foreign)


def about_gmns(folder: Path) -> About:
    """Return what a folder of ours says of itself. Raises NetworkError, OSError."""
    where = Where(PACKAGE, 1)
    try:
        package = json.loads((folder / PACKAGE).read_bytes())
    except (ValueError, RecursionError) as error:
        raise refuse(where, str(error)) from None
    return read_about(package.get("kengesh") if isinstance(package, dict) else None, where)


def _read_ours(folder: Path) -> Tables:
    problems: list[Problem] = []
    tables: Tables = {}
    for table in TABLES:
        path = folder / f"{OURS}{table}.csv"
        try:
            tables[table] = read_table(table, path.read_bytes(), path.name) if path.exists() else ()
        except NetworkError as error:
            problems += error.problems
    if not problems:
        expected = standard(tables).tables
        for gmns in WRITTEN:
            if gmns.name in expected and (folder / f"{gmns.name}.csv").exists():
                problems += _changed(folder / f"{gmns.name}.csv", gmns, expected[gmns.name])
    if problems:
        raise NetworkError(problems)
    return tables


def _changed(path: Path, gmns: GmnsTable, expected: list[Cells]) -> Iterator[Problem]:
    """Yield where a standard table differs from what our tables say: others changed it, and it would be lost."""
    problems: list[Problem] = []
    there = list(records_of(path, tuple(one.name for one in gmns.fields), problems))
    yield from problems
    ours = {row[gmns.key]: row for row in expected}
    for record in there:
        key = record.cells.get(gmns.key, "")
        row = ours.pop(key, None)
        if row is None:
            says = _("our table beside it has no such row. Add it to {ours}*.csv, or take those files away.")
            yield Problem(record.where, key, gmns.key, says.format(ours=OURS))
            continue
        for one in gmns.fields:
            text = record.cells.get(one.name, "")
            if one.name in record.cells and not _same(one, text, row.get(one.name, "")):
                says = _(
                    "“{there}” stands here, and our tables beside it say “{ours}”. Change it in {files}*.csv."
                )
                told = says.format(there=text, ours=row.get(one.name, ""), files=OURS)
                yield Problem(record.where, key, one.name, told)
    for key in ours:
        says = _("the row is gone, and our table beside it has it. Take it away in {ours}*.csv too.")
        yield Problem(Where(path.name, 1), key, gmns.key, says.format(ours=OURS))


def _same(field: Field, there: str, ours: str) -> bool:
    """Whether two cells say the same, however another program writes numbers and truth."""
    if there.strip() == ours.strip():
        return True
    if field.type == "boolean":
        return any(there.lower() in words and ours.lower() in words for words in (TRUE, FALSE))
    if field.type in ("number", "integer"):
        try:
            return float(there) == float(ours)
        except ValueError:
            return False
    return False
