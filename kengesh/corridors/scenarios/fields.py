"""The fields of a scenario's file, as data: what each may hold, whether it has to be there. The reader follows from them.

A field holds text or a number. Where several values may stand, it holds one or a list of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.corridors.network.columns import (
    Address,
    CellError,
    Column,
    Country,
    Day,
    Key,
    OneOf,
    Real,
    Several,
    Whole,
    Words,
)
from kengesh.corridors.network.quantities import QUANTITIES
from kengesh.corridors.network.tables import DIRECTIONS
from kengesh.corridors.scenarios.mistakes import Mistake, Written, near
from kengesh.corridors.scenarios.values import BASE, DRAWS, GRADES, SEED
from kengesh.terms.messages import _

ADDED = ("link", "transfer", "crossing", "place", "rule")
KINDS = ("add", "remove", "set", "scale")

HEAD: dict[str, Column] = {
    "scenario": Column(Key(), "its id", required=True),
    "title": Column(Words(), "what it is called", required=True),
    "network": Column(Key(), "the id of the edition for which it is written", required=True),
    "layers": Column(Several(Key()), "the ids of the layers that its edits need", empty=()),
    "parent": Column(Key(), "the scenario on which its edits are laid; base for the network", empty=BASE),
    "day": Column(Day(), "the day, month or year of which it speaks", required=True),
    "about": Column(Several(Key()), "the acts, instruments or proposals it follows from", empty=()),
    "says": Column(Words(), "what it supposes, in a few sentences", required=True),
    "seed": Column(Whole(), "where its random numbers begin", empty=SEED),
    "draws": Column(Whole(1), "how many draws are made", empty=DRAWS),
}

EDIT: dict[str, Column] = {
    "key": Column(Key(), "its name; its place in the list where it has none", empty=""),
    "because": Column(Words(), "why it is made", required=True),
    "source": Column(Address(), "where that is told; grades A and B have one", empty=()),
    "grade": Column(OneOf(GRADES), "A measured elsewhere, B agreed text, C assumption", required=True),
    "about": Column(Several(Key()), "what of the record it follows from; as the scenario if empty", empty=()),
}

_NARROWED: dict[str, Column] = {
    "direction": Column(OneOf(DIRECTIONS), "for one direction of the row alone", empty=""),
    "nationality": Column(Country(), "for vehicles of one state alone", empty=""),
    "commodity": Column(Key(("commodity",)), "for one sort of goods alone", empty=""),
}
_QUANTITY = Column(OneOf(tuple(QUANTITIES)), "what the number says", required=True)

NUMBER: dict[str, Column] = {
    "quantity": _QUANTITY,
    "value": Column(Real(), "the value", required=True),
    "low": Column(Real(), "the least"),
    "high": Column(Real(), "the most"),
    "unit": Column(Words(), "its unit", required=True),
    "sample_size": Column(Whole(1), "how many were measured"),
    **_NARROWED,
    "day": Column(Day(), "the day of which the number speaks", empty=""),
    "note": Column(Words(), "a remark", empty=""),
}

REMOVE: dict[str, Column] = {
    "remove": Column(Several(Key()), "the ids of links, transfers, crossings, places or rules", required=True)
}
SET: dict[str, Column] = {"set": Column(Key(), "the id of a row, or a mode", required=True)}
SET_STATUS: dict[str, Column] = {
    "set": Column(Several(Key()), "the ids of links, transfers, crossings or rules", required=True),
    "field": Column(OneOf(("status",)), "the field that is set", required=True),
    "to": Column(Words(), "the status that it is given", required=True),
}
SCALE: dict[str, Column] = {
    "scale": Column(Several(Key()), "the ids of rows, or modes", required=True),
    "quantity": _QUANTITY,
    **_NARROWED,
}
FACTOR = Column(Real(0), "one factor, or three: the least, the likely, the most", required=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file that has fields: its data, where it stands, the edit to which it belongs, and the mistakes found.

    `within` is its name inside the edit: ``row``, ``numbers[0]``.
    """

    data: Mapping[str, Any]
    written: Written
    edit: str
    mistakes: list[Mistake]
    within: str = ""

    def wrong(self, name: str, says: str) -> None:
        """Note a mistake in a field."""
        shown = ".".join(one for one in (self.within, name) if one)
        self.mistakes.append(Mistake(self.written.at(name), self.edit, shown, says))

    def known(self, names: Collection[str]) -> None:
        """Note every field that is none of these."""
        for name in self.data:
            if name not in names:
                says = _("there is no such field here: expected {fields}.")
                self.wrong(name, says.format(fields=", ".join(names)) + near(name, names))

    def read(self, columns: Mapping[str, Column]) -> dict[str, Any]:
        """Return the values of fields; those that are wrong are noted and left out."""
        values: dict[str, Any] = {}
        for name, column in columns.items():
            text = self.cell(name, isinstance(column.sort, Several | Address))
            if text is None:
                continue
            if not text and column.required:
                says = _("it is missing: expected {what}.")
                self.wrong(name, says.format(what=column.sort.describe()))
                continue
            try:
                values[name] = column.sort.read(text) if text else column.empty
            except CellError as error:
                self.wrong(name, str(error))
                continue
            if isinstance(column.sort, Several) and (twice := _twice(values[name])):
                self.wrong(name, _("“{text}” stands twice.").format(text=twice))
        return values

    def cell(self, name: str, several: bool = False) -> str | None:
        """Return a field as it would stand in a cell of a table, empty where it is not there; None where it cannot."""
        value = self.data.get(name, "")
        values = value if several and isinstance(value, list) else [value]
        if all(isinstance(one, str | int) and not isinstance(one, bool) for one in values):
            separator = " ; " if any("://" in str(one) for one in values) else ";"
            text = separator.join(str(one) for one in values).strip()
            if not any("\ud800" <= letter <= "\udfff" for letter in text):
                return text
            self.wrong(name, _("holds half of a character (a surrogate); take it out."))
            return None
        expected = _("one value or a list of them") if several else _("one value")
        self.wrong(name, _("expected {what}.").format(what=expected))
        return None


def _twice(values: Sequence[str]) -> str:
    """Return the first of some values that stands among them twice; nothing where none does."""
    return next((one for place, one in enumerate(values) if one in values[:place]), "")
