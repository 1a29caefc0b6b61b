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

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from kengesh.texts.comparing.units import align
from kengesh.texts.comparing.words import Edit, applied, word_edits
from kengesh.texts.compiling.laid_out import Block, LaidOut, items_of, joined_cells, rows_of
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


class Rebasing:
    """From one version to another, for any number of amendments."""

    def __init__(self, old: LaidOut, new: LaidOut) -> None:
        self.old, self.new = old, new
        self.units = _unit_map(old, new)
        self._edits: dict[tuple[str, str], list[Edit]] = {}
        self._gone: dict[tuple[str, str], list[Amendment]] = {}
        self._steps: list[RebaseStep] = []

    def rebase(self, amendments: Iterable[Amendment]) -> Rebased:
        """Return the amendments as they stand on the newer version."""
        self._steps, self._gone = [], {}
        brought = [found for one in amendments if (found := self._brought(one)) is not None]
        brought += [self._kept_as_new(group) for group in self._gone.values()]
        return Rebased(tuple(brought), tuple(self._steps))

    def _brought(self, one: Amendment) -> Amendment | None:
        if one.act is Act.NEW:
            return self._new_brought(one)
        if one.unit not in self.old.text.places:  # on another's proposal, or on the whole text
            return one
        found = self.units.get(one.unit, ())
        if not found:
            return self._unit_gone(one)
        if one.act in ON_SPAN:
            return self._span_brought(one, found)
        moved = structs.replace(one, unit=found[0])
        if one.act is Act.ALTERNATIVE and same(one.text, self.new.text.unit(found[0]).text):
            self._already(one)
            return None
        return structs.replace(moved, after=self._anchor(one, one.after)) if one.act is Act.MOVE else moved

    def _span_brought(self, one: Amendment, units: Sequence[str]) -> Amendment | None:
        landings = [(unit, self._land(one, unit)) for unit in units]
        unit, landing = next(((unit, at) for unit, at in landings if at.clean or at.already), landings[0])
        if one.act is Act.REPLACE and landing.already:
            self._already(one)
            return None
        text = "".join(landing.words) if one.act is Act.REPLACE else one.text
        if not landing.clean:
            marked = [*self.new.tokens(self.new.text.unit(unit)), PARAGRAPH_MARK]
            self._step(one, "words-changed", unit, "".join(marked[landing.start : landing.end]))
        return structs.replace(one, unit=unit, start=landing.start, end=landing.end, text=text)

    def _land(self, one: Amendment, unit: str) -> Landing:
        old = [*self.old.tokens(self.old.text.unit(one.unit)), PARAGRAPH_MARK]
        new = [*self.new.tokens(self.new.text.unit(unit)), PARAGRAPH_MARK]
        pair = (one.unit, unit)
        if pair not in self._edits:
            self._edits[pair] = word_edits(old, new)
        return landing(old, new, self._edits[pair], Edit(one.start, one.end, tuple(tokens(one.text))))

    def _new_brought(self, one: Amendment) -> Amendment | None:
        fresh = {unit for units in self.units.values() for unit in units}
        if any(unit.id not in fresh and same(unit.text, one.text) for unit in self.new.text.units):
            self._already(one)
            return None
        return structs.replace(one, unit=self._anchor(one, one.unit))

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

    def _unit_gone(self, one: Amendment) -> Amendment | None:
        if one.act in (Act.RESERVE, Act.COMMENT):
            self._step(one, "unit-gone", "", "")
            return structs.replace(one, unit="")
        if one.act in (Act.DELETE, Act.MOVE, Act.BRACKET, Act.RETAIN):
            self._step(one, "already-in-text" if one.act is Act.DELETE else "unit-gone", "", "")
            return None
        self._gone.setdefault((one.delegation, one.unit), []).append(one)
        return None

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
        return Landing(start, end, [], clean=True, already=True)
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
    return Landing(new_start, new_start + length, words, clean=not touching, already=already)


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
    return {
        cell.id: (other.id,)
        for at, one in places.items()
        for cell, other in zip(rows[one], new_rows[at], strict=False)
    }
