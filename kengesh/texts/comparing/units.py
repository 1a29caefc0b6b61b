"""Unit by unit: which paragraph of a filed text is which of the base, and which were added, left out, moved, split, joined.

Paragraphs that are equal to the letter are matched first (those that stand once in either text, then their neighbours), so
that the time goes to what changed. Between them the others are paired by the words they share (``comparing.pairing``).
What is left over was added or left out; an added one that equals, or nearly equals, one left out elsewhere was moved.

What it gives are places in both lists; what the steps mean for a negotiation is the compiler's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from kengesh.texts.comparing.pairing import Items, Pairing, likeliest, moved_and_changed, words_in
from kengesh.texts.comparing.words import Pair, increasing

FEWEST_WORDS = 3  # a paragraph of fewer is too short to be recognised elsewhere


class What(Enum):
    """What became of a paragraph of the base, or how one of the filed text came to be."""

    PAIRED = auto()
    LEFT_OUT = auto()
    ADDED = auto()
    MOVED = auto()


class Step(NamedTuple):
    """What changed: places in the base and in the filed text, several of one where paragraphs were joined or split.

    `after` is the last paragraph of the base that stands before it in the filed text, -1 for none.
    """

    what: What
    base: tuple[int, ...]
    filed: tuple[int, ...]
    after: int = -1


class Block(NamedTuple):
    """As many paragraphs from these places on are equal to the letter."""

    base: int
    filed: int
    length: int


class Alignment(NamedTuple):
    """What is equal, and what changed, the changes in the order of the filed text."""

    blocks: list[Block]
    steps: list[Step]

    def base_places(self) -> dict[int, int]:
        """Return, for each paragraph of the filed text that is one of the base, which."""
        found = {block.filed + at: block.base + at for block in self.blocks for at in range(block.length)}
        for step in self.steps:
            if step.base:
                found.update(dict.fromkeys(step.filed, step.base[0]))
        return found


def align(base: Items, filed: Items) -> Alignment:
    """Return what is equal and what changed between the paragraphs of two texts."""
    blocks, elsewhere = _matched(base, filed)
    moved = {other: one for one, other in elsewhere}
    gone = set(moved.values())
    pairing = Pairing(base, filed)
    gaps = list(_gaps(blocks, len(base.texts), len(filed.texts)))
    for gap in gaps:
        left = [at for at in gap.base if at not in gone]
        right = [at for at in gap.filed if at not in moved]
        if left and right:
            pairing.pair(left, right)
    return Alignment(blocks, _steps(base, filed, pairing, moved, gaps))


class _Gap(NamedTuple):
    """What stands between two blocks in either text."""

    base: range
    filed: range


def _gaps(blocks: Sequence[Block], length: int, filed_length: int) -> Iterator[_Gap]:
    at = other = 0
    for block in (*blocks, Block(length, filed_length, 0)):
        if at < block.base or other < block.filed:
            yield _Gap(range(at, block.base), range(other, block.filed))
        at, other = block.base + block.length, block.filed + block.length


def _matched(base: Items, filed: Items) -> tuple[list[Block], list[Pair]]:
    """Return the runs of equal paragraphs in order, and the equal paragraphs that stand elsewhere."""
    one, other = base.texts, filed.texts
    if len(one) == len(other):
        differ = [at for at, (text, theirs) in enumerate(zip(one, other, strict=True)) if text != theirs]
        if {one[at] for at in differ}.isdisjoint([other[at] for at in differ]):
            bounds = [-1, *differ, len(one)]
            runs = [Block(low + 1, low + 1, high - low - 1) for low, high in pairwise(bounds)]
            return [block for block in runs if block.length], []
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    span, filed_span = (head, len(one) - tail), (head, len(other) - tail)
    unique, other_unique = _once(one, *span), _once(other, *filed_span)
    shared = [
        (place, other_unique[text])
        for text, place in unique.items()
        if place >= 0 and other_unique.get(text, -1) >= 0
    ]
    in_order, moved = _in_order(base, filed, shared, span, filed_span)
    grown = _grown(one, other, [(head - 1, head - 1), *in_order, (span[1], filed_span[1])])
    return _blocks(head, grown, Block(span[1], filed_span[1], tail)), moved


def _in_order(
    base: Items, filed: Items, shared: list[Pair], span: Pair, filed_span: Pair
) -> tuple[list[Pair], list[Pair]]:
    """Return those of the equal paragraphs that kept their order, and those that moved.

    Which of two moved past the other is told by the paragraphs beside them, also by those that changed.
    """
    if all(first[1] < second[1] for first, second in pairwise(shared)):
        return shared, []
    left = sorted(set(range(*span)).difference(at for at, _ in shared))
    right = sorted(set(range(*filed_span)).difference(at for _, at in shared))
    changed = set(likeliest(base, filed, left, right))
    kept = set(increasing(sorted([*shared, *changed])))
    in_order = [pair for pair in shared if pair in kept]
    moved = [pair for pair in shared if pair not in kept]
    return in_order, [pair for pair in moved if words_in(base.texts[pair[0]]) >= FEWEST_WORDS]


def _once(texts: Sequence[str], low: int, high: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in range(low, high):
        found[texts[at]] = -1 if texts[at] in found else at
    return found


def _grown(one: Sequence[str], other: Sequence[str], bounds: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with their equal neighbours on both sides, without the two that only bound them."""
    result: list[Pair] = []
    for (low, other_low), (high, other_high) in pairwise(bounds):
        at, place = low + 1, other_low + 1
        while at < high and place < other_high and one[at] == other[place]:
            result.append((at, place))
            at, place = at + 1, place + 1
        back: list[Pair] = []
        end, other_end = high - 1, other_high - 1
        while end >= at and other_end >= place and one[end] == other[other_end]:
            back.append((end, other_end))
            end, other_end = end - 1, other_end - 1
        result += back[::-1]
        result.append((high, other_high))
    return result[:-1]


def _blocks(head: int, pairs: Sequence[Pair], tail: Block) -> list[Block]:
    """Return runs of equal paragraphs: those at the head, those in pairs, those at the tail."""
    blocks: list[Block] = []
    start, other_start, length = 0, 0, head
    for one, other in pairs:
        if start + length == one and other_start + length == other:
            length += 1
        else:
            blocks.append(Block(start, other_start, length))
            start, other_start, length = one, other, 1
    return [block for block in (*blocks, Block(start, other_start, length), tail) if block.length]


def _steps(
    base: Items, filed: Items, pairing: Pairing, moved: dict[int, int], gaps: Sequence[_Gap]
) -> list[Step]:
    """Return what changed, in order, after what was moved and changed at once is found among what is left over."""
    owned = {one for ones in pairing.paired.values() for one in ones} | set(moved.values())
    left_out = [at for gap in gaps for at in gap.base if at not in owned]
    added = [at for gap in gaps for at in gap.filed if at not in pairing.owner and at not in moved]
    moved = {**moved, **moved_and_changed(base, filed, left_out, added)}
    gone = set(moved.values())
    steps = [Step(What.LEFT_OUT, (one,), ()) for one in left_out if one not in gone]
    for gap in gaps:
        after = gap.base.start - 1
        for other in gap.filed:
            step = _step(pairing, moved, other, after)
            if step is not None:
                steps.append(step)
                after = step.base[-1] if step.what is What.PAIRED else after
    return steps


def _step(pairing: Pairing, moved: dict[int, int], other: int, after: int) -> Step | None:
    if other in moved:
        return Step(What.MOVED, (moved[other],), (other,), after)
    if other in pairing.paired:
        return Step(What.PAIRED, pairing.paired[other], pairing.pieces_of(other), after)
    return None if other in pairing.owner else Step(What.ADDED, (), (other,), after)
