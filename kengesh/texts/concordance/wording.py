"""The words in which findings name places, versions and what these say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import N_, _, language_in_use
from kengesh.terms.quotation import quoted
from kengesh.texts.concordance.versions import Version
from kengesh.texts.units import Unit, UnitKind

_OPENING_WORDS = 4  # enough to find a paragraph without a number
_NAMES = {
    "en": N_("English"),
    "tr": N_("Turkish"),
    "ru": N_("Russian"),
    "az": N_("Azerbaijani"),
    "kk": N_("Kazakh"),
    "ky": N_("Kyrgyz"),
    "tg": N_("Tajik"),
    "tk": N_("Turkmen"),
    "uz": N_("Uzbek"),
}
_KINDS = {
    UnitKind.TITLE: N_("Title"),
    UnitKind.HEADING: N_("Heading"),
    UnitKind.PREAMBULAR: N_("Preambular paragraph"),
    UnitKind.OPERATIVE: N_("Operative paragraph"),
    UnitKind.SUBPARAGRAPH: N_("Sub-paragraph"),
    UnitKind.PARAGRAPH: N_("Paragraph"),
    UnitKind.CELL: N_("Cell of a table"),
    UnitKind.FOOTNOTE: N_("Footnote"),
    UnitKind.ROW: N_("Row of a table"),
    UnitKind.COLUMN: N_("Column of a table"),
}


def name_of(version: Version) -> str:
    """Return what findings call a version: its language, with its own name where that is another."""
    name = _(_NAMES[version.language])
    return name if version.name == version.language else f"{name} ({version.name})"


def kind_of(unit: Unit) -> str:
    """Return the name of a unit's kind."""
    return _(_KINDS[unit.kind])


def place_of(unit: Unit, language: str) -> str:
    """Return the place of a unit as a linguist finds it: its kind with its number, else with its first words."""
    if unit.number:
        return _("{kind} {number}").format(kind=kind_of(unit), number=unit.number.strip().rstrip(".:"))
    if unit.kind is UnitKind.TITLE:
        return kind_of(unit)
    if unit.place is not None:
        says = _("Table {table}, row {row}, column {column}")
        return says.format(table=unit.place.table, row=unit.place.row, column=unit.place.column)
    words = unit.text.split()
    opening = " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")
    return _("{kind} {opening}").format(kind=kind_of(unit), opening=quoted(opening, language))


def quotes(words: Iterable[str]) -> str:
    """Return words as a list of quotations, or say that there are none."""
    listed = ", ".join(quoted(one, language_in_use()) for one in words)
    return listed or _("nothing")


def in_order(words: Sequence[str]) -> tuple[str, ...]:
    """Return words once each, in the order in which they came."""
    return tuple(dict.fromkeys(words))
