"""Where words of an older version lie in a newer one: spans carried over the edits that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kengesh.texts.comparing.words import Edit, applied, word_edits
from kengesh.texts.compiling.joined import joined, offsets, parted
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.tokens import PARAGRAPH_MARK, keys


class Landing(NamedTuple):
    """Where a span comes to lie. `words` are those that an amendment has there: its own, and old ones around them."""

    start: int
    end: int
    words: list[str]
    clean: bool
    already: bool
    low: int  # the words of the older version that it stands for
    high: int


class Passage:
    """Units of the older version and those of the newer that have their words: mostly one and one, several where joined or split."""

    def __init__(self, old: LaidOut, new: LaidOut, units: Sequence[str], others: Sequence[str]) -> None:
        self.units, self.others = tuple(units), tuple(others)
        before = [old.tokens(old.text.unit(unit)) for unit in units]
        after = [new.tokens(new.text.unit(unit)) for unit in others]
        self.lengths, self.new_lengths = [len(one) for one in before], [len(one) for one in after]
        self.old, self.new = [*joined(before), PARAGRAPH_MARK], [*joined(after), PARAGRAPH_MARK]
        self.offsets = dict(zip(units, offsets(self.lengths), strict=True))
        self._edits: list[Edit] | None = None

    @property
    def same(self) -> bool:
        """Whether it is one unit with the words it had."""
        return self.old == self.new

    @property
    def edits(self) -> list[Edit]:
        """What changed between the versions."""
        if self._edits is None:
            self._edits = word_edits(self.old, self.new)
        return self._edits

    def whole(self, unit: str) -> Edit:
        """Return the span of a whole unit, as an edit that takes it out."""
        at = self.offsets[unit]
        return Edit(at, at + self.lengths[self.units.index(unit)], ())

    def land(self, edits: Sequence[Edit]) -> list[tuple[list[int], Landing]]:
        """Return where edits of the older version land, those together that land in one changed place, by their places."""
        result: list[tuple[list[int], Landing]] = []
        for at, edit in enumerate(edits):
            there = landing(self.old, self.new, self.edits, edit)
            if result and not there.clean and there.start < result[-1][1].end:
                places, before = result.pop()
                together = [edits[place] for place in (*places, at)]
                low, high = min(before.low, there.low), max(before.high, there.high)
                words = applied(self.old[:high], together, low, high)
                start, end = min(before.start, there.start), max(before.end, there.end)
                there = Landing(start, end, words, False, False, low, high)
                result.append(([*places, at], there))
            else:
                result.append(([at], there))
        return result

    def parts(self, there: Landing) -> Iterator[tuple[str, Edit, bool]]:
        """Yield (unit, edit, whether it covers the whole unit) of what landed, in each unit of the newer version."""
        edit = Edit(there.start, there.end, tuple(there.words))
        for at, part in parted(edit, self.new_lengths, with_last_mark=True):
            whole = part.start == 0 and part.end >= self.new_lengths[at] > 0
            yield self.others[at], part, whole


def landing(old: Sequence[str], new: Sequence[str], edits: Sequence[Edit], amendment: Edit) -> Landing:
    """Return where an amendment of `old` lands in `new`, to which `edits` lead from `old`."""
    start, end = amendment.start, amendment.end
    if start == end and any(
        edit[:2] == (start, start) and _same(edit.words, amendment.words) for edit in edits
    ):
        return Landing(start, end, [], clean=True, already=True, low=start, high=end)
    touching = [edit for edit in edits if _overlaps(edit, start, end)]
    while touching:  # widening may reach further edits
        low, high = min(start, touching[0].start), max(end, touching[-1].end)
        if (low, high) == (start, end):
            break
        start, end = low, high
        touching = [edit for edit in edits if _overlaps(edit, start, end)]
    words = [*old[start : amendment.start], *amendment.words, *old[amendment.end : end]]
    new_start = start + sum(_growth(edit) for edit in edits if _before(edit, start))
    new_end = new_start + end - start + sum(map(_growth, touching))
    already = bool(touching) and _same(new[new_start:new_end], words)
    return Landing(new_start, new_end, words, not touching, already, start, end)


def _growth(edit: Edit) -> int:
    return len(edit.words) - (edit.end - edit.start)


def _overlaps(edit: Edit, start: int, end: int) -> bool:
    return (edit.start < end and start < edit.end) or (edit.start == edit.end and start < edit.start < end)


def _before(edit: Edit, start: int) -> bool:
    return edit.end <= start and (edit.start < start or edit.start == edit.end)


def _same(first: Sequence[str], second: Sequence[str]) -> bool:
    return keys(first) == keys(second)
