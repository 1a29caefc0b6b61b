"""Reading one edit of a scenario's file: what it does, and what is wrong with it, field by field.

Rows and numbers are read as the tables of a network are, cell by cell, with the same words about what a cell may hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.corridors.network.columns import Address, CellError, Column, Several
from kengesh.corridors.network.files import Record, read_row
from kengesh.corridors.network.problems import Problem
from kengesh.corridors.network.tables import Number, Row, columns_of, id_of
from kengesh.corridors.scenarios.fields import (
    ADDED,
    EDIT,
    FACTOR,
    KINDS,
    NUMBER,
    REMOVE,
    SCALE,
    SET,
    SET_STATUS,
    Part,
)
from kengesh.corridors.scenarios.mistakes import Mistake, Written, near
from kengesh.corridors.scenarios.values import (
    BASIS_OF,
    Add,
    Edit,
    Remove,
    ScaleBy,
    SetNumber,
    SetStatus,
)
from kengesh.terms.messages import _

_OF_ADD = ("add", "row", "numbers")


def read_edit(data: Any, written: Written, place: int, mistakes: list[Mistake]) -> Edit | None:
    """Return an edit; None where something in it is wrong, with its mistakes added. `place` counts from 1."""
    if not isinstance(data, dict):
        says = _("expected an edit: one of {kinds}, with its fields.")
        mistakes.append(written.mistake(str(place), "", says.format(kinds=", ".join(KINDS))))
        return None
    before = len(mistakes)
    key = data.get("key", place)
    part = Part(data, written, str(key) if isinstance(key, str | int) else str(place), mistakes)
    told = part.read(EDIT)
    told["key"] = told.get("key") or str(place)
    if told.get("grade") in ("A", "B") and not data.get("source"):
        says = _(
            "an edit of grade {grade} names its source. Give the address, or say grade C: an assumption."
        )
        part.wrong("source", says.format(grade=told["grade"]))
    edit = _of_kind(part, told)
    return edit if len(mistakes) == before else None


def _of_kind(part: Part, told: dict[str, Any]) -> Edit | None:
    kinds = [kind for kind in KINDS if kind in part.data]
    if len(kinds) != 1:
        says = _("expected one of {kinds}; found: {found}.")
        part.wrong("", says.format(kinds=", ".join(KINDS), found=", ".join(kinds) or _("none")))
        part.known([*EDIT, *_OF_ADD, *REMOVE, *SET_STATUS, *NUMBER, *SCALE, "by"])
        return None
    reading = {"add": _add, "remove": _remove, "set": _set, "scale": _scale}[kinds[0]]
    return reading(part, told)


def _add(part: Part, told: dict[str, Any]) -> Edit | None:
    part.known([*EDIT, *_OF_ADD])
    table = part.cell("add")
    if table not in ADDED:
        if table is not None:
            says = _("“{text}” cannot be added: expected {tables}.").format(
                text=table, tables=", ".join(ADDED)
            )
            part.wrong("add", says + near(table, ADDED))
        return None
    row = _row(part, table)
    numbers = _numbers(part, told, id_of(row) if row else "X")
    return Add(**told, row=row, numbers=numbers, written=part.written) if row and _whole(told) else None


def _remove(part: Part, told: dict[str, Any]) -> Edit | None:
    part.known([*EDIT, *REMOVE])
    ids = part.read(REMOVE).get("remove")
    return Remove(**told, ids=ids, written=part.written) if ids and _whole(told) else None


def _set(part: Part, told: dict[str, Any]) -> Edit | None:
    if "field" in part.data:
        part.known([*EDIT, *SET_STATUS])
        found = part.read(SET_STATUS)
        if len(found) < len(SET_STATUS) or not _whole(told):
            return None
        return SetStatus(**told, ids=found["set"], to=found["to"], written=part.written)
    part.known([*EDIT, *SET, *NUMBER])
    if "quantity" not in part.data:
        part.wrong("set", _("say what is set: “field” and “to”, or “quantity” with “value” and “unit”."))
        return None
    subject = part.read(SET).get("set")
    if not subject:
        return None
    number = _number(part, told, subject)
    return SetNumber(**told, number=number, written=part.written) if number and _whole(told) else None


def _scale(part: Part, told: dict[str, Any]) -> Edit | None:
    part.known([*EDIT, *SCALE, "by"])
    found = part.read(SCALE)
    factors = _factors(part)
    if factors is None or not found.get("scale") or "quantity" not in found or not _whole(told):
        return None
    ids = found.pop("scale")
    low, mode, high = factors
    return ScaleBy(**told, ids=ids, **found, low=low, mode=mode, high=high, written=part.written)


def _whole(told: Mapping[str, Any]) -> bool:
    """Whether what every edit has to have was read; what is lacking was noted."""
    return all(name in told for name in EDIT)


def _factors(part: Part) -> tuple[float, float, float] | None:
    given = part.data.get("by", "")
    cells = given if isinstance(given, list) else [given]
    if len(cells) not in (1, 3) or cells == [""] or any(isinstance(one, dict | list | bool) for one in cells):
        part.wrong("by", _("expected {what}.").format(what=_(FACTOR.says)))
        return None
    try:
        factors = [FACTOR.sort.read(str(one).strip()) for one in cells]
    except CellError as error:
        part.wrong("by", str(error))
        return None
    low, mode, high = factors * 3 if len(factors) == 1 else factors
    if not low <= mode <= high:
        says = _("expected the least, the likely and the most, in this order; found {found}.")
        part.wrong("by", says.format(found=", ".join(f"{one:g}" for one in (low, mode, high))))
        return None
    return low, mode, high


def _row(part: Part, table: str) -> Row | None:
    data = part.data.get("row")
    if not isinstance(data, dict):
        says = _("expected the columns of the table “{table}”, as in “{table}_id: X1”.")
        part.wrong("row", says.format(table=table))
        return None
    columns = dict(columns_of(table))
    below = Part(data, part.written.below("row"), part.edit, part.mistakes, "row")
    below.known(columns)
    return _read(below, table, _cells(below, columns))


def _numbers(part: Part, told: Mapping[str, Any], subject: str) -> tuple[Number, ...]:
    given = part.data.get("numbers", [])
    if not isinstance(given, list):
        part.wrong("numbers", _("expected a list of numbers, each with quantity, value and unit."))
        return ()
    found = []
    for place, data in enumerate(given):
        name = f"numbers[{place}]"
        if not isinstance(data, dict):
            part.wrong(name, _("expected a number with quantity, value and unit."))
            continue
        below = Part(data, part.written.below(name), part.edit, part.mistakes, name)
        below.known(NUMBER)
        found.append(_number(below, told, subject))
    return tuple(one for one in found if one is not None)


def _number(part: Part, told: Mapping[str, Any], subject: str) -> Number | None:
    """Return a number as the network has them: its basis follows the grade of the edit, its method is the reason."""
    source = told.get("source") or ()
    basis = BASIS_OF.get(told.get("grade", ""), "assumed")
    cells = {
        **_cells(part, NUMBER),
        "subject": subject,
        "basis": basis if source else "assumed",
        "method": told.get("because") or "?",
        "source": " ; ".join(source),
    }
    row = _read(part, "number", cells)
    return row if isinstance(row, Number) else None


def _cells(part: Part, columns: Mapping[str, Column]) -> dict[str, str]:
    several = Several | Address
    found = {name: part.cell(name, isinstance(one.sort, several)) for name, one in columns.items()}
    return {name: cell for name, cell in found.items() if cell}


def _read(part: Part, table: str, cells: Mapping[str, str]) -> Row | None:
    problems: list[Problem] = []
    row = read_row(table, Record(part.written.at(), cells), problems)
    for one in problems:
        part.wrong(one.column, one.says)
    return row
