"""The table by paragraph: for each unit with anything on it, its words, every variant with its holders, notes and status."""

from __future__ import annotations

from collections.abc import Iterator

from kengesh.terms.glossary import term
from kengesh.terms.messages import _, language_in_use
from kengesh.texts.rolling import Act, BaseNode, Content, MovedNode, NewNode, Region, Request, RollingText
from kengesh.texts.tables.by_delegation import place_of_insertion
from kengesh.texts.tables.shown import Shown, last_word
from kengesh.texts.tables.table import Row, Table, heading
from kengesh.texts.units import Status, Unit
from kengesh.texts.writing.plain import NOTHING, listed, note_words

_NOBODY = ""


def by_paragraph(rolling: RollingText) -> Table:
    """Return a row for every variant, alternative, proposed unit and note, in the order of the text."""
    paragraphs = _Paragraphs(rolling)
    return Table(
        name="by-paragraph",
        title=_("Proposals by paragraph"),
        columns=(
            _("Unit"),
            heading("base-text"),
            _("Words proposed"),
            _("Delegations"),
            _("Notes"),
            _("Status"),
        ),
        rows=paragraphs.shown.readable(paragraphs.rows()),
    )


def status_words(rolling: RollingText, unit: Unit) -> str:
    """Return how far a unit is agreed, and whether it is parked."""
    words = {
        Status.OPEN: _("open"),
        Status.AD_REFERENDUM: term("ad-referendum", language_in_use()).text,
        Status.AGREED: _("agreed"),
        Status.REOPENED: _("agreed, reopened"),
    }[unit.status]
    return _("{status}, parked").format(status=words) if unit.id in rolling.parked else words


class _Paragraphs:
    """The rows of the table, unit by unit."""

    def __init__(self, rolling: RollingText) -> None:
        self.rolling = rolling
        self.shown = Shown(rolling)
        self.notes = {note.number: note_words(note) for note in rolling.notes}
        self.requests: dict[str, list[Request]] = {}
        for one in rolling.requests:
            self.requests.setdefault(one.unit, []).append(one)

    def rows(self) -> Iterator[Row]:
        for node in self.rolling.nodes:
            if isinstance(node, MovedNode):
                moved = _("text of {label} moves here").format(label=node.origin_label)
                yield node.label, "", moved, listed(node.holders), "", _("proposed")
            elif isinstance(node, NewNode):
                label, proposed = node.label, _("proposed")
                yield label, "", node.unit.text, listed(node.holders), self._noted(node.notes), proposed
                yield from self._regions(label, node.content, proposed)
            else:
                yield from self._of_base(node)
        for note in self.rolling.notes:
            if not note.unit:  # on the text as a whole
                yield self.shown.name(""), "", "", listed(note.holders), self.notes[note.number], ""

    def _of_base(self, node: BaseNode) -> Iterator[Row]:
        label, status = self.shown.name(node.unit.id), status_words(self.rolling, node.unit)
        rows = list(self._regions(label, node.content, status))
        if node.deleted_by:
            rows.append((label, node.unit.text, NOTHING, listed(node.deleted_by), "", status))
        if node.moved_by:
            rows.append((label, node.unit.text, _("moves elsewhere"), listed(node.moved_by), "", status))
        for other in node.alternatives:
            noted = self._noted(other.notes)
            rows.append((other.label, node.unit.text, other.unit.text, listed(other.holders), noted, status))
            rows.extend(self._regions(other.label, other.content, status))
        for one in self.requests.get(node.unit.id, ()):
            asks = _("request to reopen")
            rows.append((label, one.base, _requested(one), listed(one.holders), asks, status))
        if node.notes or (not rows and self._stands_out(node.unit)):
            rows.insert(0, (label, node.unit.text, "", _NOBODY, self._noted(node.notes), status))
        yield from rows

    def _stands_out(self, unit: Unit) -> bool:
        return unit.id in self.rolling.parked or unit.status is not Status.OPEN

    def _regions(self, label: str, content: Content, status: str) -> Iterator[Row]:
        before = ""
        for region in content:
            if isinstance(region, str):
                before = last_word(region) or before
                continue
            noted = self._noted(region.notes)
            base = _base_words(region) or place_of_insertion(before)
            before = last_word(region.base) or before
            if not region.variants:
                yield label, base, "", _NOBODY, noted, status
            for variant in region.variants:
                yield label, base, variant.text.strip() or NOTHING, listed(variant.holders), noted, status
                noted = ""

    def _noted(self, notes: tuple[int, ...]) -> str:
        return " ".join(self.notes[number] for number in notes)


def _requested(one: Request) -> str:
    if one.act is Act.MOVE:
        return _("moves elsewhere")
    return "" if one.act is Act.BRACKET else one.text.strip() or NOTHING


def _base_words(region: Region) -> str:
    words = region.base.strip() or region.base
    if not region.retain:
        return words
    return _("{words} (retain {delegations})").format(words=words, delegations=listed(region.retain))
