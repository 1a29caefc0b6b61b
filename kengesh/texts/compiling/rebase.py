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

Units are found again by their words and order, not by their ids, which two files of one text do not share.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from kengesh.texts.comparing.units import align
from kengesh.texts.comparing.words import Edit, applied, word_edits
from kengesh.texts.compiling.laid_out import Block, LaidOut, items_of, joined_cells, rows_of
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.compiling.tables import columns_of
from kengesh.texts.rolling import Act, Amendment, RebaseStep, Settled
from kengesh.texts.tokens import PARAGRAPH_MARK, keys, same, tokens

ON_SPAN = (Act.REPLACE, Act.BRACKET, Act.RETAIN)


class Rebased(NamedTuple):
    """The amendments on the other version, and the steps that were not trivial."""

    amendments: tuple[Amendment, ...]
    steps: tuple[RebaseStep, ...]


class Landing(NamedTuple):
    """Where a span comes to lie. `words` are those that an amendment has there: its own, and old ones around them."""

    start: int
    end: int
    words: list[str]
    clean: bool
    already: bool
    low: int = 0  # the words of the older version that it stands for
    high: int = 0


class Rebasing:
    """From one version to another, for any number of amendments."""

    def __init__(self, old: LaidOut, new: LaidOut) -> None:
        self.old, self.new = old, new
        self.units = _unit_map(old, new)
        self.sharing: dict[str, list[str]] = {}
        """The units of the older version whose words are in one of the newer."""
        for unit, found in self.units.items():
            for other in found:
                self.sharing.setdefault(other, []).append(unit)
        self.fresh = list(_fresh(new, self.sharing))
        self._edits: dict[tuple[str, str], list[Edit]] = {}
        self._gone: dict[tuple[str, str], list[Amendment]] = {}
        self._steps: list[RebaseStep] = []

    def rebase(self, amendments: Iterable[Amendment]) -> Rebased:
        """Return the amendments as they stand on the newer version."""
        self._steps, self._gone = [], {}
        every = list(amendments)
        brought = [found for one in every if one.act is not Act.REPLACE for found in self._brought(one)]
        for group in _together(every):
            brought += self._words_brought(group)
        brought += [self._kept_as_new(group) for group in self._gone.values()]
        return Rebased(tuple(_following(every, brought)), tuple(self._steps))

    def _brought(self, one: Amendment) -> list[Amendment]:
        if one.act is Act.SUPPORT or (one.act is not Act.NEW and one.unit not in self.old.text.places):
            return [
                one
            ]  # where it stands is told by what it supports; or it is on another's proposal, or on the whole text
        if one.act is Act.NEW:
            return self._new_brought(one)
        found = self.units.get(one.unit, ())
        if not found:
            return self._unit_gone(one)
        if one.act in ON_SPAN:
            return [self._span_brought(one, found)]
        if one.act in (Act.DELETE, Act.ALTERNATIVE):
            return self._whole_brought(one, found)
        moved = structs.replace(one, unit=found[0])
        return (
            [structs.replace(moved, after=self._anchor(one, one.after))] if one.act is Act.MOVE else [moved]
        )

    def _whole_brought(self, one: Amendment, found: Sequence[str]) -> list[Amendment]:
        """Bring over what is proposed for a whole unit, where that may be in pieces, part of another, or worded otherwise."""
        old, new = self.old.text.unit(one.unit), self.new.text.unit(found[0])
        if one.act is Act.ALTERNATIVE and same(one.text, new.text):
            self._already(one)
            return []
        if len(self.sharing[found[0]]) > 1:
            there = self._land(
                Edit(0, len(self.old.tokens(old)), tuple(tokens(one.text))), one.unit, found[0]
            )
            self._changed_step(one, found[0], there)
            return [structs.replace(one, act=Act.REPLACE, unit=found[0], start=there.start, end=there.end)]
        if len(found) > 1 or not same(old.text, new.text):
            self._step(
                one, "words-changed", found[0], " ".join(self.new.text.unit(unit).text for unit in found)
            )
        rest = [
            structs.replace(one, id=f"{one.id}.{nth}", act=Act.DELETE, unit=unit, text="")
            for nth, unit in enumerate(found[1:], 2)
        ]
        return [structs.replace(one, unit=found[0]), *rest]

    def _words_brought(self, group: list[Amendment]) -> list[Amendment]:
        """Bring over a delegation's changes to the words of one unit; those that land in one changed place become one."""
        first = group[0]
        if first.unit not in self.old.text.places:
            return group
        found = self.units.get(first.unit, ())
        if not found:
            self._gone.setdefault((first.delegation, first.unit), []).extend(group)
            return []
        brought: list[Amendment] = []
        for unit, own in self._by_piece(group, found).items():
            brought += self._landed_together(own, unit)
        return brought

    def _by_piece(self, group: list[Amendment], found: Sequence[str]) -> dict[str, list[Amendment]]:
        pieces: dict[str, list[Amendment]] = {}
        for one in group:
            landings = [(unit, self._land(_edit_of(one), one.unit, unit)) for unit in found]
            unit = next((unit for unit, there in landings if there.clean or there.already), found[0])
            pieces.setdefault(unit, []).append(one)
        return pieces

    def _landed_together(self, group: list[Amendment], unit: str) -> list[Amendment]:
        brought: list[Amendment] = []
        old = [*self.old.tokens(self.old.text.unit(group[0].unit)), PARAGRAPH_MARK]
        waiting: list[tuple[list[Amendment], Landing]] = []
        for one in group:
            there = self._land(_edit_of(one), one.unit, unit)
            if waiting and not there.clean and there.start < waiting[-1][1].end:
                ones, before = waiting.pop()
                low, high = min(before.low, there.low), max(before.high, there.high)
                words = applied(old[:high], [_edit_of(it) for it in (*ones, one)], low, high)
                start, end = min(before.start, there.start), max(before.end, there.end)
                waiting.append(([*ones, one], Landing(start, end, words, False, False, low, high)))
            else:
                waiting.append(([one], there))
        for ones, there in waiting:
            if there.already:
                for one in ones:
                    self._already(one)
                continue
            if not there.clean:
                for one in ones:
                    self._changed_step(one, unit, there)
            text = "".join(there.words)
            brought.append(structs.replace(ones[0], unit=unit, start=there.start, end=there.end, text=text))
        return brought

    def _span_brought(self, one: Amendment, units: Sequence[str]) -> Amendment:
        landings = [(unit, self._land(_edit_of(one), one.unit, unit)) for unit in units]
        unit, there = next(((unit, at) for unit, at in landings if at.clean or at.already), landings[0])
        if not there.clean:
            self._changed_step(one, unit, there)
        return structs.replace(one, unit=unit, start=there.start, end=there.end)

    def _changed_step(self, one: Amendment, unit: str, there: Landing) -> None:
        marked = [*self.new.tokens(self.new.text.unit(unit)), PARAGRAPH_MARK]
        self._step(one, "words-changed", unit, "".join(marked[there.start : there.end]))

    def _land(self, edit: Edit, unit: str, other: str) -> Landing:
        old = [*self.old.tokens(self.old.text.unit(unit)), PARAGRAPH_MARK]
        new = [*self.new.tokens(self.new.text.unit(other)), PARAGRAPH_MARK]
        if (unit, other) not in self._edits:
            self._edits[unit, other] = word_edits(old, new)
        return landing(old, new, self._edits[unit, other], edit)

    def _new_brought(self, one: Amendment) -> list[Amendment]:
        if any(same(text, one.text) for text in self.fresh):
            self._already(one)
            return []
        return [structs.replace(one, unit=self._anchor(one, one.unit))]

    def _anchor(self, one: Amendment, anchor: str) -> str:
        """Return the anchor in the newer version, or the nearest one before it that is left."""
        if not anchor or anchor not in self.old.text.places:
            return anchor
        units = self.old.text.units
        for place in range(self.old.text.places[anchor], -1, -1):
            found = self.units.get(units[place].id, ())
            if found:
                if units[place].id != anchor:
                    self._step(one, "anchor-gone", found[-1], self.new.text.unit(found[-1]).text)
                return found[-1]
        return ""

    def _unit_gone(self, one: Amendment) -> list[Amendment]:
        if one.act is Act.ALTERNATIVE:
            self._gone.setdefault((one.delegation, one.unit), []).append(one)
            return []
        self._step(one, "already-in-text" if one.act is Act.DELETE else "unit-gone", "", "")
        return [structs.replace(one, unit="")] if one.act in (Act.RESERVE, Act.COMMENT) else []

    def _kept_as_new(self, group: list[Amendment]) -> Amendment:
        """Return the delegation's text of a unit that is gone as a proposed unit in its place."""
        first = group[0]
        unit = self.old.text.unit(first.unit)
        base = self.old.tokens(unit)
        edits = [
            Edit(one.start, min(one.end, len(base)), (one.text,))
            for one in sorted(group, key=lambda one: one.start)
        ]
        text = first.text if first.act is Act.ALTERNATIVE else "".join(applied(base, edits, 0, len(base)))
        self._step(first, "unit-gone", "", "")
        anchor = self._anchor(first, first.unit)
        return structs.replace(
            first, act=Act.NEW, unit=anchor, start=0, end=0, text=text, kind=unit.kind, level=unit.level
        )

    def _already(self, one: Amendment) -> None:
        self._step(one, "already-in-text", next(iter(self.units.get(one.unit, ())), ""), one.text)

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


def landing(old: Sequence[str], new: Sequence[str], edits: Sequence[Edit], amendment: Edit) -> Landing:
    """Return where an amendment of `old` lands in `new`, to which `edits` lead from `old`."""
    start, end = amendment.start, amendment.end
    touching = [edit for edit in edits if _overlaps(edit, start, end)]
    if start == end and any(
        edit.start == edit.end == start and _same(edit.words, amendment.words) for edit in edits
    ):
        return Landing(start, end, [], clean=True, already=True, low=start, high=end)
    while touching:  # widening may reach further edits
        low, high = min(start, touching[0].start), max(end, touching[-1].end)
        if (low, high) == (start, end):
            break
        start, end = low, high
        touching = [edit for edit in edits if _overlaps(edit, start, end)]
    words = [*old[start : amendment.start], *amendment.words, *old[amendment.end : end]]
    new_start = start + sum(
        len(edit.words) - (edit.end - edit.start) for edit in edits if _before(edit, start)
    )
    length = end - start + sum(len(edit.words) - (edit.end - edit.start) for edit in touching)
    already = bool(touching) and _same(new[new_start : new_start + length], words)
    return Landing(
        new_start, new_start + length, words, clean=not touching, already=already, low=start, high=end
    )


def _edit_of(one: Amendment) -> Edit:
    return Edit(one.start, one.end, tuple(tokens(one.text)))


def _together(amendments: Iterable[Amendment]) -> list[list[Amendment]]:
    """Return each delegation's changes to the words of one unit, in their order."""
    groups: dict[tuple[str, str], list[Amendment]] = {}
    for one in amendments:
        if one.act is Act.REPLACE:
            groups.setdefault((one.delegation, one.unit), []).append(one)
    return [sorted(group, key=lambda one: (one.start, one.end)) for group in groups.values()]


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


def _fresh(new: LaidOut, sharing: Container[str]) -> Iterator[str]:
    """Yield the words of the units, and of the rows of tables, that only the newer version has."""
    for block in new.blocks:
        if block[0].place is None:
            yield from (unit.text for unit in block if unit.id not in sharing)
        else:
            rows = rows_of(block)
            yield from (joined_cells(row) for row in rows if not any(cell.id in sharing for cell in row))
    yield from (unit.text for unit in new.footnotes if unit.id not in sharing)


def _overlaps(edit: Edit, start: int, end: int) -> bool:
    return (edit.start < end and start < edit.end) or (edit.start == edit.end and start < edit.start < end)


def _before(edit: Edit, start: int) -> bool:
    return edit.end <= start and (edit.start < start or edit.start == edit.end)


def _same(first: Sequence[str], second: Sequence[str]) -> bool:
    return keys(first) == keys(second)


def _unit_map(old: LaidOut, new: LaidOut) -> dict[str, tuple[str, ...]]:
    """Return in which units of the newer version each unit of the older one is found; in none where it is gone."""
    found: dict[str, tuple[str, ...]] = {}
    alignment = align(old.items, new.items)
    for block in alignment.blocks:
        for at in range(block.length):
            found.update(_of_block(old.blocks[block.base + at], [new.blocks[block.filed + at]]))
    for step in alignment.steps:
        blocks = [new.blocks[at] for at in step.filed]
        for at in step.base if blocks else ():
            found.update(_of_block(old.blocks[at], blocks))
    footnotes = align(
        items_of(unit.text for unit in old.footnotes), items_of(unit.text for unit in new.footnotes)
    )
    for other, one in footnotes.base_places().items():
        found[old.footnotes[one].id] = (new.footnotes[other].id,)
    return found


def _of_block(old: Block, blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    if old[0].place is None:
        return {old[0].id: tuple(block[0].id for block in blocks)}
    rows, new_rows = rows_of(old), rows_of(blocks[0])
    places = align(items_of(map(joined_cells, rows)), items_of(map(joined_cells, new_rows))).base_places()
    columns = columns_of(rows[0], new_rows[0])
    found: dict[str, tuple[str, ...]] = {}
    for at, one in places.items():
        row, new_row = rows[one], new_rows[at]
        for column, cell in enumerate(new_row):
            old_column = column if len(row) == len(new_row) else columns.get(column, len(row))
            if old_column < len(row):
                found[row[old_column].id] = (cell.id,)
    return found
