"""The paragraphs of one unit with the changes of every delegation; ``write_tracked`` says what Word can hold of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kengesh.terms.messages import _
from kengesh.texts.rolling import Act, Alternative, BaseNode, Content, MovedNode, NewNode, Region, RollingText
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.units import Unit, UnitKind
from kengesh.texts.word.write_comments import Authors, Comments, closed, opened
from kengesh.texts.word.write_filling import Filling
from kengesh.texts.word.write_footnotes import MARK, Footnotes
from kengesh.texts.word.write_shapes import label_runs, shape_of
from kengesh.texts.word.write_tracking import Edit, base_of, edits, wanted_by
from kengesh.texts.word.write_whole import Whole, changes_of, late_in, mover_of, whole_base, whole_proposal
from kengesh.texts.word.write_xml import Change, Numbers
from kengesh.texts.writing.plain import note_words

INLINE = (
    UnitKind.CELL,
    UnitKind.FOOTNOTE,
)  # their last paragraph cannot be inserted or deleted: alternatives stand in it


class TrackedUnits:
    """Writes units of one rolling text, in its order; keeps the footnotes and comments that they need."""

    def __init__(self, rolling: RollingText) -> None:
        self.numbers = Numbers()
        self.authors = Authors(rolling)
        self.comments = Comments(self.authors, self.numbers)
        self._units = {node.unit.id: node for node in rolling.nodes if not isinstance(node, MovedNode)}
        self._notes = {note.number: note for note in rolling.notes}
        notes = [id for id, node in self._units.items() if node.unit.kind is UnitKind.FOOTNOTE]
        self.footnotes = Footnotes(notes, self._footnote)
        self._moves: dict[str, str] = {}
        self._joined: tuple[
            Change, ...
        ] = ()  # who takes away the mark before the next unit of the base, and its number
        self._in_footnote = False
        self._waiting: list[int] = []  # comments on a footnote: Word has them in the text alone

    def base(self, node: BaseNode) -> str:
        """Return the paragraphs of a unit of the base with everything proposed on it."""
        whole = whole_base(node, self.authors)
        filling = self._filling(node.unit, node.unit.number)
        on_unit = [*self._noted(node.notes), *self._late(whole)]
        filling.raw(self._opened(on_unit))
        self._label(filling, node, whole)
        mark = self._content(filling, node.unit, node.content, whole)
        filling.raw(self._closed(on_unit))
        if node.unit.kind in INLINE:
            for other in node.alternatives:
                self._proposed_in(filling, other)
            return filling.finished()
        first = self._ranged("moveFrom", node.unit.id, whole.change, filling.finished(mark))
        return first + "".join(self.proposed(node.unit, other) for other in node.alternatives)

    def proposed(self, where: Unit, proposed: NewNode | Alternative) -> str:
        """Return the paragraph of a proposed unit, which begins with its label; `where` gives its shape."""
        change = whole_proposal(proposed, self.authors).changes
        filling = self._filling(where, proposed.label)
        if proposed.label:
            filling.changed(label_runs(where, proposed.label), change)
        self._proposed_in(filling, proposed)
        return filling.finished(change)

    def pointer(self, node: MovedNode) -> str:
        """Return a unit at the place to which it would move: moved by whoever is shown to, inserted by any other."""
        origin = self._units[node.unit]
        mover = mover_of(origin) if isinstance(origin, BaseNode) else ""
        code = mover if mover in node.holders else node.holders[0]
        change = self.authors.change("moveTo" if code == mover else "ins", (code,), node.amendments)
        others = (other for other in node.holders if other != code)
        on_unit = [self.comments.new(other, _("Proposes the same."), node.amendments) for other in others]
        if code != mover:
            says = _("Would move unit {label} here. At its old place another delegation takes it away.")
            on_unit.append(self.comments.new(code, says.format(label=node.origin_label), node.amendments))
        filling = self._filling(origin.unit, node.label)
        filling.raw(opened(on_unit))
        filling.changed(label_runs(origin.unit, node.label), (change,))
        filling.words(wanted_by(origin.content, code).removesuffix(PARAGRAPH_MARK), (change,))
        filling.raw(closed(on_unit))
        return self._ranged("moveTo", node.unit, change, filling.finished((change,)))

    def same_as(self, proposed: NewNode | Alternative) -> list[int]:
        """Return the comments of those who propose the same unit after the first who did."""
        says = _("Proposes the same.")
        return [self.comments.new(code, says, proposed.amendments) for code in proposed.holders[1:]]

    def _proposed_in(self, filling: Filling, proposed: NewNode | Alternative) -> None:
        whole = whole_proposal(proposed, self.authors)
        on_unit = [*self._noted(proposed.notes), *self.same_as(proposed)]
        filling.raw(self._opened(on_unit))
        self._content(filling, proposed.unit, proposed.content, whole)
        filling.raw(self._closed(on_unit))

    def _label(self, filling: Filling, node: BaseNode, whole: Whole) -> None:
        """Type the number of a unit; it goes with the unit, or with the mark of the paragraph before."""
        changes, self._joined = whole.changes or self._joined, ()
        runs = label_runs(node.unit, node.unit.number, deleted=any(one.kind == "del" for one in changes))
        if runs:
            filling.changed(runs, changes)

    def _content(self, filling: Filling, unit: Unit, content: Content, whole: Whole) -> tuple[Change, ...]:
        """Fill in the words of a unit; return the changes of its last mark."""
        listed = list(edits(content))
        if base_of(listed) != unit.text + PARAGRAPH_MARK:
            self._edits(filling, listed, whole)
            return whole.changes
        at = max(place for place, edit in enumerate(listed) if not edit.inserted)
        mark = changes_of(listed[at], whole, self.authors) or ()
        listed[at] = listed[at].without_mark()
        self._edits(filling, listed, whole)
        self._joined = mark
        return mark

    def _edits(self, filling: Filling, listed: Iterable[Edit], whole: Whole) -> None:
        for _id, found in groupby(listed, key=lambda edit: edit.region.id if edit.region else ""):
            parts = list(found)
            on_words = self._on_region(parts[0].region, parts, whole)
            filling.raw(self._opened(on_words))
            for edit in parts:
                changes = changes_of(edit, whole, self.authors)
                if changes is not None:
                    filling.words(edit.text, changes)
            filling.raw(self._closed(on_words))

    def _on_region(self, region: Region | None, parts: list[Edit], whole: Whole) -> list[int]:
        """Return the comments on a region: its notes, who would retain it, and what Word cannot hold as a change."""
        if region is None:
            return []
        noted = {code for number in region.notes for code in self._notes[number].holders}
        same, late = late_in(region, parts, whole)
        says = _("Would delete these words as well. Here a word can be deleted by one author only.")
        return [
            *self._noted(region.notes),
            *(
                self.comments.new(code, _("Asks to retain these words."))
                for code in region.retain
                if code not in noted
            ),
            *(self.comments.new(code, _("Proposes the same.")) for code in same),
            *(self.comments.new(code, says) for code in late),
        ]

    def _noted(self, numbers: tuple[int, ...]) -> list[int]:
        """Return the comments that are the notes of the rolling text: one by each delegation that makes it."""
        notes = (self._notes[number] for number in numbers)
        return [
            self.comments.new(
                code, note.words if note.act is Act.COMMENT else note_words(note), note.amendments
            )
            for note in notes
            for code in note.holders
        ]

    def _late(self, whole: Whole) -> list[int]:
        says = _(
            "Would delete, move or replace this unit as well. Here a unit can be taken away by one author only."
        )
        return [self.comments.new(code, says) for code in whole.late]

    def _footnote(self, unit_id: str) -> str:
        """Return the paragraphs of a footnote, with the changes in it."""
        node = self._units[unit_id]
        self._in_footnote = True
        filling = self._filling(node.unit, "")
        filling.raw(MARK)
        if isinstance(node, NewNode):
            self._proposed_in(filling, node)
        else:
            whole = whole_base(node, self.authors)
            self._waiting.extend([*self._noted(node.notes), *self._late(whole)])
            self._content(filling, node.unit, node.content, whole)
            for other in node.alternatives:
                self._proposed_in(filling, other)
        self._in_footnote = False
        return filling.finished()

    def _plain_footnote(self, unit_id: str) -> str:
        """Return the paragraphs of a footnote that a second place refers to: as the base has it."""
        filling = Filling(shape_of(self._units[unit_id].unit, hangs=False), self.numbers, lambda _id: "")
        filling.raw(MARK)
        filling.words(self._units[unit_id].unit.text)
        return filling.finished()

    def _filling(self, unit: Unit, label: str) -> Filling:
        return Filling(shape_of(unit, hangs=bool(label)), self.numbers, self._reference)

    def _reference(self, unit_id: str) -> str:
        node = self._units.get(unit_id)
        if self._in_footnote or node is None or node.unit.kind is not UnitKind.FOOTNOTE:
            return ""
        if self.footnotes.has(unit_id):
            return self.footnotes.own_reference(unit_id, self._plain_footnote)
        runs = self.footnotes.reference(unit_id)
        waiting, self._waiting = self._waiting, []
        return opened(waiting) + runs + closed(waiting)

    def _ranged(self, kind: str, unit_id: str, change: Change | None, paragraphs: str) -> str:
        """Return moved paragraphs between the marks by which Word finds the other place of the move."""
        if change is None or change.kind != kind:
            return paragraphs
        name = self._moves.setdefault(unit_id, f"move{len(self._moves) + 1}")
        number = self.numbers.new()
        start = f'<w:{kind}RangeStart w:id="{number}" {change.about} w:name="{name}"/>'
        return f'{start}{paragraphs}<w:{kind}RangeEnd w:id="{number}"/>'

    def _opened(self, ids: list[int]) -> str:
        if self._in_footnote:
            self._waiting.extend(ids)
            return ""
        return opened(ids)

    def _closed(self, ids: list[int]) -> str:
        return "" if self._in_footnote else closed(ids)
