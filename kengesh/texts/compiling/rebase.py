"""Rebase: amendments written against one version, brought over to another.

What an amendment touches may have stayed as it was, and then it only shifts. Where it changed, every step is listed
(:class:`RebaseStep`), since a person must look at it:

``already-in-text``
    the newer version has what was proposed; the amendment falls away.
``words-changed``
    the words that it amends are others now; it covers all of the changed place.
``unit-gone``
    the unit is no more; the delegation's text of it becomes a proposed unit in its place.
``anchor-gone``
    the unit after which something would come is no more; it comes after the nearest one before that is left.
``proposal-gone``
    nobody proposes any more what it amends (``standing``).

Units are found again by their words and order, not by their ids, which two files of one text do not share. Where units were
joined or split, their words are compared together (``landing.Passage``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from kengesh.texts.comparing.words import Edit, applied
from kengesh.texts.compiling.correspondence import footnote_ids, fresh_words, passages_between
from kengesh.texts.compiling.laid_out import LaidOut, joined_cells, rows_of, with_ids, with_marks
from kengesh.texts.compiling.landing import Landing, Passage
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.rolling import Act, Amendment, RebaseStep, Settled
from kengesh.texts.tokens import PARAGRAPH_MARK, same, tokens
from kengesh.texts.units import Unit, UnitKind

WORDING = (Act.REPLACE, Act.DELETE, Act.ALTERNATIVE)
ON_SPAN = (Act.REPLACE, Act.BRACKET, Act.RETAIN)


class Rebased(NamedTuple):
    """The amendments on the other version, and the steps that were not trivial."""

    amendments: tuple[Amendment, ...]
    steps: tuple[RebaseStep, ...]


class Rebasing:
    """From one version to another, for any number of amendments."""

    def __init__(self, old: LaidOut, new: LaidOut) -> None:
        self.original = old
        self.ids = footnote_ids(old, new)
        self.old, self.new = LaidOut(with_ids(old.text, self.ids)) if self.ids else old, new
        old = self.old
        self.passages: dict[str, Passage] = passages_between(old, new)
        self.fresh = list(fresh_words(new, {other for one in self.passages.values() for other in one.others}))
        self._found = {unit: passage.others for unit, passage in self.passages.items()}
        now = {other: one for one, other in self.ids.items()}
        self.units = {now.get(unit, unit): others for unit, others in self._found.items()}
        """The units of the newer version that have a unit's words, by the older version's ids."""
        self._steps: list[RebaseStep] = []

    def rebase(self, amendments: Iterable[Amendment]) -> Rebased:
        """Return the amendments as they stand on the newer version."""
        self._steps = []
        every = [self._with_new_marks(one) for one in amendments] if self.ids else list(amendments)
        brought: list[Amendment] = []
        together: dict[tuple[str, int], list[Amendment]] = {}
        gone: dict[tuple[str, str], list[Amendment]] = {}
        for one in every:
            if one.act not in WORDING or one.unit not in self.old.text.places:
                brought += self._brought(one)
            elif one.unit in self.passages:
                together.setdefault((one.delegation, id(self.passages[one.unit])), []).append(one)
            elif one.act is Act.DELETE:
                self._step(one, "already-in-text", "", "")
            else:
                gone.setdefault((one.delegation, one.unit), []).append(one)
        for group in together.values():
            brought += self._landed(group, self.passages[group[0].unit])
        brought += [self._kept_as_new(group) for group in gone.values()]
        return Rebased(tuple(_following(every, brought)), tuple(self._steps))

    def _with_new_marks(self, one: Amendment) -> Amendment:
        """Return an amendment that speaks of footnotes by the ids that they have in the newer version."""
        unit, after = self.ids.get(one.unit, one.unit), self.ids.get(one.after, one.after)
        return structs.replace(one, unit=unit, after=after, text=with_marks(one.text, self.ids))

    def _brought(self, one: Amendment) -> list[Amendment]:
        if one.act is Act.NEW:
            return self._new_brought(one)
        if one.act is Act.SUPPORT or one.unit not in self.old.text.places:
            return [
                one
            ]  # where it stands is told by what it supports; or it is on a proposal, or on the whole text
        found = self._found.get(one.unit, ())
        if not found:
            self._step(one, "unit-gone", "", "")
            return [structs.replace(one, unit="")] if one.act in (Act.RESERVE, Act.COMMENT) else []
        if one.act in ON_SPAN:
            return self._span_brought(one, self.passages[one.unit])
        moved = structs.replace(one, unit=found[0])
        return (
            [structs.replace(moved, after=self._anchor(one, one.after))] if one.act is Act.MOVE else [moved]
        )

    def _landed(self, group: list[Amendment], passage: Passage) -> list[Amendment]:
        """Bring over all that a delegation would change in a passage; what lands in one changed place becomes one."""
        alone = len(passage.units) == len(passage.others) == 1
        whole = [one for one in group if alone and one.act is not Act.REPLACE]
        brought = [found for one in whole for found in self._whole_brought(one, passage)]
        rest = sorted((one for one in group if one not in whole), key=lambda one: _edit_in(one, passage))
        for places, there in passage.land([_edit_in(one, passage) for one in rest]):
            ones = [rest[at] for at in places]
            brought += self._parts(ones, there, passage)
        return brought

    def _whole_brought(self, one: Amendment, passage: Passage) -> list[Amendment]:
        """Bring over what is proposed for a whole unit that is one unit still."""
        new = self.new.text.unit(passage.others[0])
        if one.act is Act.ALTERNATIVE and same(one.text, new.text):
            self._step(one, "already-in-text", new.id, new.text)
            return []
        if not passage.same and not same(self.old.text.unit(one.unit).text, new.text):
            self._step(one, "words-changed", new.id, new.text)
        return [structs.replace(one, unit=new.id)]

    def _parts(self, ones: list[Amendment], there: Landing, passage: Passage) -> list[Amendment]:
        what = "already-in-text" if there.already else "words-changed"
        if there.already or not there.clean:
            after = "".join(passage.new[there.start : there.end])
            for one in ones:
                self._step(one, what, passage.others[0], after)
        brought: list[Amendment] = []
        first = ones[0]
        for nth, (unit, part, whole) in enumerate(() if there.already else passage.parts(there), 1):
            act, text = Act.REPLACE, "".join(part.words)
            if whole and any(one.act is not Act.REPLACE for one in ones):
                act = Act.ALTERNATIVE if text.strip() else Act.DELETE
            start, end = (part.start, part.end) if act is Act.REPLACE else (0, 0)
            id = first.id if nth == 1 else f"{first.id}.{nth}"
            brought.append(structs.replace(first, id=id, act=act, unit=unit, start=start, end=end, text=text))
        return brought

    def _span_brought(self, one: Amendment, passage: Passage) -> list[Amendment]:
        ((_, there),) = passage.land([_edit_in(one, passage)])
        if not there.clean:
            self._step(one, "words-changed", passage.others[0], "".join(passage.new[there.start : there.end]))
        return [
            structs.replace(
                one, id=one.id if not nth else f"{one.id}.{nth}", unit=unit, start=part.start, end=part.end
            )
            for nth, (unit, part, _) in enumerate(passage.parts(there))
        ]

    def _new_brought(self, one: Amendment) -> list[Amendment]:
        if any(same(text, one.text) for text in self.fresh):
            self._step(one, "already-in-text", "", one.text)
            return []
        return [structs.replace(one, unit=self._anchor(one, one.unit))]

    def _anchor(self, one: Amendment, anchor: str, told: bool = True) -> str:
        """Return the anchor in the newer version, or the nearest one before it that is left."""
        if not anchor or anchor not in self.old.text.places:
            return anchor
        units = self.old.text.units
        for place in range(self.old.text.places[anchor], -1, -1):
            found = self._found.get(units[place].id, ())
            if found:
                if told and units[place].id != anchor:
                    self._step(one, "anchor-gone", found[-1], self.new.text.unit(found[-1]).text)
                return found[-1]
        return ""

    def _kept_as_new(self, group: list[Amendment]) -> Amendment:
        """Return the delegation's text of a unit that is gone as a proposed unit in its place."""
        first = group[0]
        unit = self.old.text.unit(first.unit)
        base = self.old.tokens(unit)
        ordered = sorted(group, key=lambda one: (one.start, one.end))
        edits = [Edit(one.start, min(one.end, len(base)), (one.text,)) for one in ordered]
        text = first.text if first.act is Act.ALTERNATIVE else "".join(applied(base, edits, 0, len(base)))
        for one in group:
            self._step(one, "unit-gone", "", text)
        kind = unit.kind
        if (
            unit.place is not None
        ):  # a cell of a row that is gone: the row is proposed, with the cell as it would be
            kind, text = UnitKind.ROW, joined_cells(self._row_with(unit, text))
        anchor = self._anchor(first, first.unit, told=False)
        return structs.replace(
            first, act=Act.NEW, unit=anchor, start=0, end=0, text=text, kind=kind, level=unit.level
        )

    def _row_with(self, cell: Unit, text: str) -> tuple[Unit, ...]:
        block = next(block for block in self.old.blocks if cell in block)
        row = next(row for row in rows_of(block) if cell in row)
        return tuple(structs.replace(one, text=text) if one.id == cell.id else one for one in row)

    def _step(self, one: Amendment, what: str, unit: str, after: str) -> None:
        before = ""
        if one.unit in self.old.text.places:
            base = [*self.old.tokens(self.old.text.unit(one.unit)), PARAGRAPH_MARK]
            before = "".join(base[one.start : one.end] if one.act in ON_SPAN else base[:-1])
        self._steps.append(
            RebaseStep(
                delegation=one.delegation, amendment=one.id, unit=unit, what=what, before=before, after=after
            )
        )


def settled_by_rebase(before: Iterable[Amendment], rebased: Rebased) -> tuple[Settled, ...]:
    """Say of the amendments that fell away by which step they did."""
    live = {one.id for one in rebased.amendments}
    why = {step.amendment: step.what for step in rebased.steps}
    return tuple(
        Settled(
            decision=f"rebase:{why.get(one.id, 'unit-gone')}",
            unit=one.unit,
            holders=(one.delegation,),
            text=one.text,
            amendment=one.id,
        )
        for one in before
        if one.id not in live
    )


def _edit_in(one: Amendment, passage: Passage) -> Edit:
    """Return what an amendment does, in the joined words of a passage."""
    if one.act in (Act.DELETE, Act.ALTERNATIVE):
        return passage.whole(one.unit)._replace(words=tuple(tokens(one.text)))
    offset = passage.offsets[one.unit]
    return Edit(
        offset + one.start, offset + one.end, tuple(tokens(one.text)) if one.act is Act.REPLACE else ()
    )


def _following(before: Iterable[Amendment], brought: Sequence[Amendment]) -> Iterator[Amendment]:
    """Yield the amendments, those on proposals with the id that the proposal has now."""
    now = {one.id: one for one in brought if one.act in (Act.NEW, Act.ALTERNATIVE)}
    renamed = {
        proposal_id(one): proposal_id(now[one.id])
        for one in before
        if one.act in (Act.NEW, Act.ALTERNATIVE) and one.id in now
    }
    for one in brought:
        other = renamed.get(one.unit) if one.act is not Act.SUPPORT else None
        yield structs.replace(one, unit=other) if other else one
