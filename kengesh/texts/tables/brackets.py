"""Brackets: which stand open in a rolling text, in how many units, and how that went from version to version.

A bracket is a region, a unit of the base that somebody would delete, move or replace as a whole, each alternative, each
proposed unit, and the pointer to which a unit would move. Square brackets that the base's own words have (a chair's draft
that came with them) stand open too, until their unit is agreed with them in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kengesh.terms.messages import _, ngettext
from kengesh.texts.rolling import Act, BaseNode, Content, Holders, MovedNode, NewNode, RollingText
from kengesh.texts.tables.shown import Shown, regions_in
from kengesh.texts.tables.table import Row, Table
from kengesh.texts.writing.plain import listed, region_words, unit_lines

PROPOSING = (Act.REPLACE, Act.NEW, Act.DELETE, Act.ALTERNATIVE, Act.MOVE)
_SHOWN_OF_HASH = 12  # letters: enough to tell the versions of a text apart
_INHERITED = re.compile(r"\[[^\[\]]*\]")


class Bracket(NamedTuple):
    """One open bracket: in or around which unit, as it is printed, and whose variants stand in it."""

    id: str  # of the region, or of the unit
    unit: str
    label: str
    words: str
    holders: tuple[Holders, ...]


def brackets_in(rolling: RollingText) -> Iterator[Bracket]:
    """Yield the open brackets in the order of the text."""
    shown = Shown(rolling)
    for node in rolling.nodes:
        if isinstance(node, MovedNode):
            yield Bracket(node.unit, node.unit, node.label, next(unit_lines(node)), (node.holders,))
        elif isinstance(node, NewNode):
            yield Bracket(node.unit.id, node.unit.id, node.label, next(unit_lines(node)), (node.holders,))
            yield from _regions(node.unit.id, node.label, node.content)
        else:
            yield from _of_base(node, shown.name(node.unit.id))


def open_brackets(rolling: RollingText) -> Table:
    """Return every open bracket, and how many there are in each unit."""
    found = list(brackets_in(rolling))
    by_unit = Counter(one.unit for one in found)
    return Table(
        name="open-brackets",
        title=_("Open brackets"),
        columns=(_("Unit"), _("Bracket"), _("Words"), _("Delegations"), _("Open in the unit")),
        rows=Shown(rolling).readable(
            (one.label, one.id, one.words, "; ".join(map(listed, one.holders)), str(by_unit[one.unit]))
            for one in found
        ),
        footnotes=(_counted(len(found), len(by_unit)),),
    )


def brackets_over(series: Sequence[RollingText]) -> Table:
    """Return a row for each version of a text: what is open in it, how much is agreed, what is proposed."""
    return Table(
        name="brackets-over-versions",
        title=_("Open brackets from version to version"),
        columns=(
            _("Version"),
            _("Base"),
            _("Brackets open"),
            _("Units open"),
            _("Units agreed"),
            _("Proposals"),
            _("Notes"),
        ),
        rows=tuple(_counts(nth, rolling) for nth, rolling in enumerate(series, 1)),
        footnotes=(_("The base is named by the first letters of its hash."),),
    )


def _of_base(node: BaseNode, label: str) -> Iterator[Bracket]:
    unit = node.unit.id
    if node.bracketed:
        beside = (node.deleted_by, node.moved_by, *(other.holders for other in node.alternatives))
        holders = tuple(held for held in beside if held)
        yield Bracket(unit, unit, label, next(unit_lines(node)), holders)
    yield from _regions(unit, label, node.content)
    for other, line in zip(node.alternatives, list(unit_lines(node))[1:], strict=True):
        yield Bracket(other.unit.id, unit, other.label, line, (other.holders,))
        yield from _regions(unit, other.label, other.content)
    if not node.unit.status.locks:
        yield from (Bracket(unit, unit, label, words, ()) for words in _INHERITED.findall(node.unit.text))


def _regions(unit: str, label: str, content: Content) -> Iterator[Bracket]:
    for region in regions_in(content):
        holders = tuple(one.holders for one in region.variants)
        yield Bracket(region.id, unit, label, region_words(region).strip(), holders)


def _counted(brackets: int, units: int) -> str:
    if not brackets:
        return _("No bracket is open.")
    says = ngettext(
        "{count} bracket is open; units with brackets: {units}.",
        "{count} brackets are open; units with brackets: {units}.",
        brackets,
    )
    return says.format(count=brackets, units=units)


def _counts(version: int, rolling: RollingText) -> Row:
    found = list(brackets_in(rolling))
    counts = (
        len(found),
        len({one.unit for one in found}),
        sum(unit.status.locks for unit in rolling.base.units),
        sum(one.act in PROPOSING for one in rolling.amendments),
        len(rolling.notes),
    )
    return (str(version), rolling.base.hash[:_SHOWN_OF_HASH], *map(str, counts))
