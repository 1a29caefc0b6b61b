"""Reading the TOML file of a mapping (:mod:`kengesh.corridors.exchange.mapping`), with every mistake in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import TABLES, columns_of
from kengesh.terms.messages import _

LARGEST = 1 << 20  # bytes; a mapping is written by hand
FIGURE_FIELDS = tuple(name for name, _column in columns_of("number") if name not in ("subject", "value"))
FIELDS: dict[str, type] = {
    "table": str,
    "sheet": str,
    "header": int,
    "decimal": str,
    "empty": list,
    "columns": dict,
    "constants": dict,
    "words": dict,
    "figure": list,
}


def read_mapping(path: Path) -> tuple[TableMapping, ...]:
    """Return the mapping in a TOML file. Raises NetworkError with every mistake in it, OSError."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    return mapping_of(data, path.name)


def mapping_of(data: bytes, file: str) -> tuple[TableMapping, ...]:
    """Return the mapping that TOML says. Raises NetworkError with every mistake in it."""
    where = Where(file, 1)
    if len(data) > LARGEST:
        raise NetworkError(
            [Problem(where, "", "", _("a mapping is written by hand; this is too large for one."))]
        )
    try:
        whole = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NetworkError([Problem(where, "", "", str(error))]) from None
    problems: list[Problem] = []
    tables = whole.get("table")
    if set(whole) != {"table"} or not _tables(tables) or not tables:
        says = _("expected [[table]], once for every table, and nothing beside it.")
        raise NetworkError([Problem(where, "", "", says)])
    found = [_table(one, f"table {place}", _Told(where, problems)) for place, one in enumerate(tables, 1)]
    if problems:
        raise NetworkError(problems)
    return tuple(one for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the mistakes of a mapping go."""

    where: Where
    problems: list[Problem]

    def say(self, row: str, column: str, says: str) -> None:
        self.problems.append(Problem(self.where, row, column, says))


def _table(values: Mapping[str, Any], name: str, told: _Told) -> TableMapping | None:
    before = len(told.problems)
    for key, value in values.items():
        if key not in FIELDS:
            told.say(
                name, key, _("there is no such field: expected {fields}.").format(fields=", ".join(FIELDS))
            )
        elif not isinstance(value, FIELDS[key]) or isinstance(value, bool):
            told.say(
                name, key, _("this is not what it may be: expected {what}.").format(what=_what(FIELDS[key]))
            )
    if len(told.problems) > before:
        return None
    table = values.get("table", "")
    if table not in TABLES:
        told.say(name, "table", _("expected one of: {tables}.").format(tables=", ".join(TABLES)))
        return None
    _check_form(values, name, told)
    known = dict(columns_of(table))
    parts = {
        part: _texts(values.get(part, {}), known, f"{name}, {part}", told)
        for part in ("columns", "constants")
    }
    for column in parts["columns"].keys() & parts["constants"].keys():
        told.say(name, column, _("it is given twice: by a column of theirs and as a constant."))
    for column in _lacking(known, parts):
        told.say(name, column, _("every row has to have it: name a column of theirs, or a constant."))
    return TableMapping(
        table=table,
        sheet=values.get("sheet", ""),
        header=values.get("header", 1),
        decimal=values.get("decimal", "."),
        empty=_strings(values.get("empty", []), name, told),
        columns=parts["columns"],
        constants=parts["constants"],
        words=_words(values.get("words", {}), known, name, told),
        figures=_figures(values.get("figure", []), name, told),
    )


def _check_form(values: Mapping[str, Any], name: str, told: _Told) -> None:
    if values.get("header", 1) < 1:
        told.say(name, "header", _("rows are counted from 1."))
    if values.get("decimal", ".") not in (".", ","):
        told.say(name, "decimal", _("expected a point or a comma."))
    if values["table"] == "number" and values.get("figure"):
        told.say(name, "figure", _("a row of “number” is a figure by itself: map its columns."))


def _lacking(known: Mapping[str, Any], parts: Mapping[str, Mapping[str, str]]) -> list[str]:
    given = {**parts["columns"], **parts["constants"]}
    return [name for name, column in known.items() if column.required and name not in given]


def _texts(values: Mapping[str, Any], known: Mapping[str, Any], name: str, told: _Told) -> dict[str, str]:
    """Return texts by our column."""
    for key in values:
        if key not in known:
            told.say(
                name, key, _("there is no such column: expected {columns}.").format(columns=", ".join(known))
            )
    return _all_texts(values, name, told)


def _all_texts(values: Mapping[str, Any], name: str, told: _Told) -> dict[str, str]:
    for key, value in values.items():
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            told.say(name, key, _("this is not what it may be: expected {what}.").format(what=_("text")))
    return {key: str(value).strip() for key, value in values.items()}


def _strings(values: list[Any], name: str, told: _Told) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in values):
        told.say(name, "empty", _("expected a list of texts."))
    return tuple(str(one).strip() for one in values)


def _words(
    values: Mapping[str, Any], known: Mapping[str, Any], name: str, told: _Told
) -> dict[str, dict[str, str]]:
    found = {}
    for column, words in values.items():
        if column not in (*known, *FIGURE_FIELDS) or not isinstance(words, Mapping):
            says = _("expected a table “their word = our word” for one of: {columns}.")
            told.say(f"{name}, words", column, says.format(columns=", ".join(known)))
            continue
        found[column] = _all_texts(words, f"{name}, words, {column}", told)
    return found


def _figures(values: list[Any], name: str, told: _Told) -> tuple[Figures, ...]:
    if not _tables(values):
        told.say(name, "figure", _("expected [[table.figure]], once for every column of figures."))
        return ()
    return tuple(_figure(one, f"{name}, figure {place}", told) for place, one in enumerate(values, 1))


def _figure(values: Mapping[str, Any], name: str, told: _Told) -> Figures:
    texts = _all_texts(values, name, told)
    constants = {key: text for key, text in texts.items() if key in FIGURE_FIELDS}
    columns = {
        key.removesuffix("_column"): text
        for key, text in texts.items()
        if key.removesuffix("_column") in FIGURE_FIELDS
    }
    columns = {key: text for key, text in columns.items() if key not in constants or f"{key}_column" in texts}
    for key in texts:
        if key != "column" and key.removesuffix("_column") not in FIGURE_FIELDS:
            fields = ", ".join(("column", *FIGURE_FIELDS))
            told.say(name, key, _("there is no such field: expected {fields}.").format(fields=fields))
    for key in constants.keys() & columns.keys():
        told.say(name, key, _("it is given twice: by a column of theirs and as a constant."))
    for key in ("quantity", "unit", "basis"):
        if key not in constants and key not in columns:
            told.say(name, key, _("it is missing."))
    if not texts.get("column"):
        told.say(name, "column", _("it is missing."))
    if constants.get("quantity", "distance") not in QUANTITIES:
        told.say(name, "quantity", _("expected one of: {tables}.").format(tables=", ".join(QUANTITIES)))
    return Figures(column=texts.get("column", ""), constants=constants, columns=columns)


def _tables(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(one, Mapping) for one in values)


def _what(sort: type) -> str:
    return {str: _("text"), int: _("a whole number"), list: _("a list")}.get(sort, _("a table"))
