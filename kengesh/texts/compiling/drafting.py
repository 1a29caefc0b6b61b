"""What a submission proposes: the difference between its text and its own base, as amendments.

Paragraphs are aligned first (``comparing.units``), then the words of those that changed (``comparing.words``). A delegation
that keeps under half of a paragraph's words proposes another paragraph (an *alternative*), except in a table's cell,
where a changed figure is a changed figure. Brackets that somebody typed around words of the base ask for brackets. Letters
that differ without making a difference are reported, and are nobody's proposal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from kengesh.terms.messages import _, in_language
from kengesh.texts.comparing.units import Alignment, Step, What, align
from kengesh.texts.comparing.words import Edit, coalesced, kept_share, word_edits
from kengesh.texts.compiling.explicit import (
    WITHDRAW,
    WORDING,
    Deferred,
    Named,
    NoSuchPlace,
    edited,
    named_by_number,
    reservation_in,
    span_of,
    unit_named,
)
from kengesh.texts.compiling.joined import joined, parted
from kengesh.texts.compiling.laid_out import Block, LaidOut, items_of, marks_in, with_ids
from kengesh.texts.compiling.proposals import proposed_id
from kengesh.texts.compiling.submission import Submission, with_id
from kengesh.texts.compiling.tables import TableChanges, compare_tables
from kengesh.texts.reading.filed import Explicit, Remark
from kengesh.texts.rolling import Act, Amendment, Editorial, Reservation
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens
from kengesh.texts.units import Text, Unit, UnitKind

HALF = 0.5  # of a unit's words kept, below which a text is an alternative (compiling rule 6)
OPENS, CLOSES = "[", "]"


class Drafted(NamedTuple):
    """What a submission comes to. `places` tells which unit or proposal each unit of its text became."""

    amendments: tuple[Amendment, ...]
    editorial: tuple[Editorial, ...]
    places: dict[str, str]
    deferred: tuple[Deferred, ...]


def draft(base: LaidOut, submission: Submission, gap: int = 1, profile: str = "mea") -> Drafted:
    """Return what a submission proposes on its own base."""
    return _Draft(base, submission, gap, profile).drafted()


class _Draft:
    """The amendments of one submission while they are found."""

    def __init__(self, base: LaidOut, submission: Submission, gap: int, profile: str) -> None:
        self.base, self.gap, self.profile = base, gap, profile
        self.submission = submission
        self.delegation = submission.delegation
        self.stamp = {"filed_at": submission.filed_at or submission.filed.filed_at, "order": submission.order}
        self.amendments: list[Amendment] = []
        self.editorial: list[Editorial] = []
        self.places: dict[str, str] = {}
        self.deferred: list[Deferred] = []
        self.anchor, self.sequence = "", 0
        filed = submission.filed.text
        ids = self._footnotes(filed) if filed.units else {}  # acts alone leave the footnotes as they are
        self.filed = LaidOut(with_ids(filed, ids) if ids else filed)
        self.new_footnotes = {
            unit.id: unit for unit in self.filed.footnotes if unit.id not in self.base.text.places
        }

    def drafted(self) -> Drafted:
        """Compare, and return what was found."""
        if self.filed.text.units:
            alignment = align(self.base.items, self.filed.items)
            for step in alignment.steps:
                self._take(step)
            if self.submission.filed.remarks or self.new_footnotes:
                self._place_unchanged(alignment)
            self._new_footnotes()
        self._remarks()
        self._explicit()
        return Drafted(tuple(self.amendments), tuple(self.editorial), self.places, tuple(self.deferred))

    def _take(self, step: Step) -> None:
        base = [self.base.blocks[at] for at in step.base]
        filed = [self.filed.blocks[at] for at in step.filed]
        anchor = self.base.blocks[step.after][-1].id if step.after >= 0 else ""
        if anchor != self.anchor:
            self.anchor, self.sequence = anchor, 0
        if step.what is What.LEFT_OUT:
            for unit in base[0]:
                self._add(Act.DELETE, unit.id)
        elif step.what is What.ADDED:
            for unit in filed[0]:
                self._new(unit)
        elif step.what is What.MOVED:
            self._move(base[0], filed[0])
        else:
            self._changed(base, filed)

    def _place_unchanged(self, alignment: Alignment) -> None:
        for block in alignment.blocks:
            for at in range(block.length):
                pairs = zip(
                    self.filed.blocks[block.filed + at], self.base.blocks[block.base + at], strict=True
                )
                self.places.update({unit.id: other.id for unit, other in pairs})

    def _add(self, act: Act, unit: str, **says: object) -> None:
        made = Amendment(id="", delegation=self.delegation, act=act, unit=unit, **says, **self.stamp)  # type: ignore[arg-type]
        self.amendments.append(with_id(self.base.text.hash, made))

    def _new(self, unit: Unit) -> None:
        named = named_by_number(self.base.text, unit.number, self.profile) if unit.number else None
        if named is not None:
            self._named(unit, named)
            return
        self.places[unit.id] = proposed_id(self.anchor, unit.kind, unit.text)
        self._propose(self.anchor, unit)
        self.sequence += 1

    def _propose(self, anchor: str, unit: Unit) -> None:
        says = {"text": unit.text, "kind": unit.kind, "number": unit.number, "level": unit.level}
        self._add(Act.NEW, anchor, sequence=self.sequence, **says)

    def _named(self, unit: Unit, named: Named) -> None:
        """Take a unit whose number says what it is: ``5 alt 1``, ``5 bis``, or another's proposal, ``5 bis KAZ``."""
        if named.whose and named.whose != self.delegation:
            self.deferred.append(Deferred(named, unit.text))
        elif named.alternative:
            self.places[unit.id] = proposed_id(f"alternative {named.unit}", UnitKind.PARAGRAPH, unit.text)
            self._add(Act.ALTERNATIVE, named.unit, text=unit.text)
        else:
            anchor = self._end_for(named.unit, unit.kind)
            self.places[unit.id] = proposed_id(anchor, unit.kind, unit.text)
            self._propose(anchor, structs.replace(unit, number=""))
            self.sequence += 1

    def _end_for(self, unit_id: str, kind: UnitKind) -> str:
        """Return after which unit a new one of a kind comes that is to follow this one."""
        return unit_id if not unit_id or kind is UnitKind.SUBPARAGRAPH else self.base.end_of(unit_id)

    def _move(self, base: Block, filed: Block) -> None:
        self._add(Act.MOVE, base[0].id, after=self.anchor, sequence=self.sequence)
        self.sequence += 1
        self._changed([base], [filed])

    def _changed(self, base: list[Block], filed: list[Block]) -> None:
        for block in filed:
            for unit, other in zip(block, (*base[0], *[base[0][-1]] * len(block)), strict=False):
                self.places[unit.id] = other.id
        if base[0][0].place is not None:
            if base[0] != filed[0]:
                self._table(compare_tables(base[0], filed[0]))
        elif len(base) == len(filed) == 1:
            self._words_changed(base[0][0], filed[0][0].text)
        else:
            self._joined_or_split([block[0] for block in base], [block[0].text for block in filed])

    def _words_changed(self, unit: Unit, text: str) -> None:
        if unit.text == text:
            return
        base, filed = self.base.tokens(unit), tokens(text)
        edits = word_edits(base, filed)
        self._report_editorial(unit, base, filed, edits)
        if not edits:
            return
        if not text.strip() and unit.kind is not UnitKind.CELL:
            self._add(Act.DELETE, unit.id)
        elif unit.kind is not UnitKind.CELL and kept_share(base, edits) < HALF:
            self._add(Act.ALTERNATIVE, unit.id, text=text)
        else:
            self._edited(unit, base, edits)

    def _report_editorial(
        self, unit: Unit, base: Sequence[str], filed: Sequence[str], edits: Sequence[Edit]
    ) -> None:
        """Report the words that are written otherwise and are the same."""
        at = filed_at = 0
        for edit in (*edits, Edit(len(base), len(base), ())):
            same = edit.start - at
            if base[at : edit.start] != filed[filed_at : filed_at + same]:
                self.editorial += [
                    Editorial(delegation=self.delegation, unit=unit.id, base=one, filed=other)
                    for one, other in zip(
                        base[at : edit.start], filed[filed_at : filed_at + same], strict=True
                    )
                    if one != other
                ]
            at, filed_at = edit.end, filed_at + same + len(edit.words)

    def _edited(self, unit: Unit, base: Sequence[str], edits: list[Edit]) -> None:
        asked, rest = _brackets_asked(edits)
        for start, end in asked:
            self._add(Act.BRACKET, unit.id, start=start, end=end)
        for edit in coalesced(base, rest, self.gap):
            self._add(Act.REPLACE, unit.id, start=edit.start, end=edit.end, text="".join(edit.words))

    def _joined_or_split(self, units: list[Unit], texts: list[str]) -> None:
        """Compare paragraphs of which one was split, or several were joined: the paragraph mark is a token."""
        base = joined([self.base.tokens(unit) for unit in units])
        filed = tokens(f"{PARAGRAPH_MARK} ".join(texts))
        edits = word_edits(base, filed)
        if kept_share(base, edits) < HALF:
            self._add(Act.ALTERNATIVE, units[0].id, text=f"{PARAGRAPH_MARK} ".join(texts))
            for unit in units[1:]:
                self._add(Act.DELETE, unit.id)
            return
        lengths = [len(self.base.tokens(unit)) for unit in units]
        for edit in coalesced(base, edits, self.gap):
            for at, part in parted(edit, lengths):
                self._add(Act.REPLACE, units[at].id, start=part.start, end=part.end, text="".join(part.words))

    def _table(self, changes: TableChanges) -> None:
        for unit, text in changes.changed:
            self._words_changed(unit, text)
        for unit in changes.left_out:
            self._add(Act.DELETE, unit.id)
        anchor = None
        for after, unit in changes.added:
            self.sequence = self.sequence + 1 if after == anchor else 0
            anchor = after
            self.places[unit.id] = proposed_id(after, unit.kind, unit.text)
            self._propose(after, unit)

    def _footnotes(self, filed: Text) -> dict[str, str]:
        """Pair the footnotes of both texts, and return the id that each of the filed ones has from here on."""
        theirs = [unit for unit in filed.units if unit.kind is UnitKind.FOOTNOTE]
        ours = self.base.footnotes
        if not ours and not theirs:
            return {}
        alignment = align(items_of(unit.text for unit in ours), items_of(unit.text for unit in theirs))
        places = alignment.base_places()
        ids: dict[str, str] = {}
        for at, unit in enumerate(theirs):
            if at in places:
                ids[unit.id] = self.places[unit.id] = ours[places[at]].id
                self._words_changed(ours[places[at]], unit.text)
            else:
                ids[unit.id] = proposed_id("", UnitKind.FOOTNOTE, unit.text)
        for one in {unit.id for unit in ours} - set(ids.values()):
            self._add(Act.DELETE, one)
        return ids

    def _new_footnotes(self) -> None:
        """Propose the footnotes that only the filed text has, each after the unit that refers to it."""
        known = {unit.id for unit in self.base.footnotes}
        for block in self.filed.blocks if self.new_footnotes else ():
            for unit in block:
                for at, mark in enumerate(marks_in(unit.text)):
                    if mark not in known and mark in self.new_footnotes:
                        self.sequence = at
                        self._propose(self.places.get(unit.id, self.anchor), self.new_footnotes.pop(mark))

    def _remarks(self) -> None:
        """Take the comments of a file as comments, and those that make a reservation as reservations."""
        for remark in self.submission.filed.remarks:
            unit = self.places.get(remark.unit, "")
            kind = reservation_in(remark.text)
            act = Act.COMMENT if kind is None else Act.RESERVE
            self._add(act, unit, text=self._about(remark), reservation=kind or Reservation.GENERAL)

    def _about(self, remark: Remark) -> str:
        """Return a comment with the words that it is about, where it is about less than its unit; in the text's language."""
        commented = self.filed.text.places.get(remark.unit)
        if not remark.words or commented is None:
            return remark.text
        if remark.end - remark.start >= len(tokens(self.filed.text.units[commented].text)):
            return remark.text
        return self._quoting(remark.words, remark.text)

    def _quoting(self, words: str, comment: str) -> str:
        if not words:
            return comment
        with in_language(self.base.text.language):
            says = _("on “{words}”: {comment}") if comment else _("on “{words}”")
            return says.format(words=words, comment=comment)

    def _explicit(self) -> None:
        """Take the acts that the file states in words; those on one unit's words together, as one edited text."""
        quoting: dict[str, list[Explicit]] = {}
        for act in self.submission.filed.explicit:
            named = unit_named(self.base.text, act.unit, self.profile) if act.unit else ""
            if act.act in (Act.SUPPORT, WITHDRAW) and isinstance(named, str):
                named = Named(named, alternative=False, nth=0, whose="")
            if isinstance(named, Named):
                self.deferred.append(Deferred(named, act=act))
            elif act.act in WORDING and (act.words or act.act != "delete"):
                quoting.setdefault(named, []).append(act)
            else:
                self._stated(act, named)
        for unit_id, acts in quoting.items():
            unit = self.base.text.unit(unit_id)
            self._words_changed(unit, "".join(edited(self.base.tokens(unit), acts)))

    def _stated(self, act: Explicit, unit: str) -> None:
        span = (0, 0)
        if act.words or act.act in (Act.BRACKET, Act.RETAIN):
            inside = self.base.tokens(self.base.text.unit(unit))
            span = span_of(inside, act.words, act.nth) if act.words else (0, len(inside))
        says: dict[str, object] = {"start": span[0], "end": span[1], "text": act.text}
        if act.act == Act.NEW:
            kind = self._kind_after(unit)
            says = {"text": act.text, "kind": kind, "sequence": self.sequence}
            unit = self._end_for(unit, kind)
            self.sequence += 1
        elif act.act == Act.MOVE:
            after = unit_named(self.base.text, act.after, self.profile) if act.after else ""
            if isinstance(after, Named):
                raise NoSuchPlace(
                    _("{label} is a proposal; a unit moves after one of the base.").format(label=act.after)
                )
            says = {"after": after}
        elif act.act == Act.RESERVE:
            kind_of = Reservation(act.reservation or Reservation.GENERAL)
            says = {"text": self._quoting(act.words, act.text), "reservation": kind_of}
        elif act.act == Act.COMMENT:
            says = {"text": self._quoting(act.words, act.text)}
        elif act.act == Act.DELETE:
            says = {}
        self._add(Act(act.act), unit, **says)

    def _kind_after(self, unit: str) -> UnitKind:
        kind = self.base.text.unit(unit).kind if unit else UnitKind.PARAGRAPH
        return UnitKind.PARAGRAPH if kind in (UnitKind.TITLE, UnitKind.HEADING, UnitKind.CELL) else kind


def _brackets_asked(edits: list[Edit]) -> tuple[list[tuple[int, int]], list[Edit]]:
    """Return the spans around which only brackets were typed, and the other edits."""
    asked: list[tuple[int, int]] = []
    rest: list[Edit] = []
    at = 0
    while at < len(edits):
        pair = edits[at : at + 2]
        if [(edit.words, edit.end - edit.start) for edit in pair] == [((OPENS,), 0), ((CLOSES,), 0)]:
            asked.append((pair[0].start, pair[1].start))
            at += 2
        else:
            rest.append(edits[at])
            at += 1
    return asked, rest
