"""Word by word: the edits that turn the tokens of one text into those of another.

The words both have in order are found first by those that stand once in either (patience), then, between these, by the
longest common sequence. Blanks are not matched for themselves but go with their words, so that no edit hangs on a stray
space. What is left over are the edits; each is as small as can be, and an insertion or deletion that could stand in
several places stands where it begins with a blank (``logistics[ and customs] network``), the same for everybody.

    >>> base, filed = "a joint logistics network".split(" "), "a common logistics network".split(" ")
    >>> word_edits(base, filed)
    [Edit(start=1, end=2, words=('common',))]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import ne
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from kengesh.texts.tokens import PARAGRAPH_MARK, ends_sentence, is_space, key, keys

MOST_COMPARED = 40_000_000  # pairs of words for which a longest common sequence is sought, some 5 MB of bits
Pair = tuple[int, int]


class Edit(NamedTuple):
    """The base's tokens from `start` up to `end` become `words`; an insertion where start is end."""

    start: int
    end: int
    words: tuple[str, ...]


def word_edits(base: Sequence[str], filed: Sequence[str]) -> list[Edit]:
    """Return the smallest edits, in order; tokens with equal keys (``tokens.key``) are the same."""
    start = _common(base, filed)
    most = min(len(base), len(filed)) - start
    tail = _common(base[::-1][:most], filed[::-1][:most])
    middle, theirs = base[start : len(base) - tail], filed[start : len(filed) - tail]
    edits = [
        Edit(start + at, start + end, tuple(theirs[filed_at:filed_end]))
        for at, end, filed_at, filed_end in _differences(keys(middle), keys(theirs))
    ]
    return _settled(base, edits) if edits else []


def coalesced(base: Sequence[str], edits: Sequence[Edit], gap: int = 1) -> list[Edit]:
    """Join edits that at most `gap` words part, never across the end of a sentence (compiling rule 2).

    Without it one proposal would be read as several, each of them without sense.
    """
    joined: list[Edit] = []
    for edit in edits:
        if joined and _near(base, joined[-1].end, edit.start, gap):
            before = joined.pop()
            words = (*before.words, *base[before.end : edit.start], *edit.words)
            edit = Edit(before.start, edit.end, words)
        joined.append(edit)
    return _settled(base, [_without_common_ends(base, edit) for edit in joined])


def applied(base: Sequence[str], edits: Sequence[Edit], start: int, end: int) -> list[str]:
    """Return what the base's tokens from `start` to `end` become by edits that lie within them."""
    result: list[str] = []
    at = start
    for edit in edits:
        result += base[at : edit.start]
        result += edit.words
        at = edit.end
    return result + list(base[at:end])


def kept_share(base: Sequence[str], edits: Sequence[Edit]) -> float:
    """Return the share of the base's words and marks that edits leave as they are; 1 for an empty base."""
    touched = sum(not is_space(token) for edit in edits for token in base[edit.start : edit.end])
    if not touched:
        return 1.0
    return 1 - touched / (len(base) - sum(map(str.isspace, base)))


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many tokens two sequences have in common at their beginning."""
    differ = list(map(ne, first, second))
    return differ.index(True) if True in differ else len(differ)


def _differences(base: list[str], filed: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end, start, end) of what differs between two lists of keys, blanks going with their words."""
    if base == filed:
        return
    if {*base}.isdisjoint({*filed} - {" "}):
        yield 0, len(base), 0, len(filed)
        return
    places = [at for at, word in enumerate(base) if word != " "]
    filed_places = [at for at, word in enumerate(filed) if word != " "]
    found = matched([base[at] for at in places], [filed[at] for at in filed_places])
    at = filed_at = 0
    for place, filed_place in (
        *((places[one], filed_places[two]) for one, two in found),
        (len(base), len(filed)),
    ):
        gap, filed_gap = base[at:place], filed[filed_at:filed_place]
        if gap != filed_gap:
            lead = _common(gap, filed_gap)
            end, filed_end = _trimmed(base, filed, (at + lead, place), (filed_at + lead, filed_place))
            yield at + lead, end, filed_at + lead, filed_end
        at, filed_at = place + 1, filed_place + 1


def matched(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """Return the pairs of places at which two sequences agree, in order: the once-only words first, then between them."""
    result: list[Pair] = []
    work = [(0, len(first), 0, len(second))]
    while work:
        low, high, other_low, other_high = work.pop()
        lead = _common(first[low:high], second[other_low:other_high])
        result += zip(range(low, low + lead), range(other_low, other_low + lead), strict=True)
        low, other_low = low + lead, other_low + lead
        if low == high or other_low == other_high:
            continue
        anchors = _once_only(first, second, low, high, other_low, other_high)
        if not anchors:
            result += _longest_common(first, second, low, high, other_low, other_high)
            continue
        for one, other in anchors:
            work.append((low, one, other_low, other))
            result.append((one, other))
            low, other_low = one + 1, other + 1
        work.append((low, high, other_low, other_high))
    return sorted(result)


def _once_only(
    first: Sequence[str], second: Sequence[str], low: int, high: int, other_low: int, other_high: int
) -> list[Pair]:
    """Return the words that stand once in either part, as many as keep one order."""
    once: dict[str, int] = {}
    for at in range(low, high):
        once[first[at]] = -1 if first[at] in once else at
    other_once: dict[str, int] = {}
    for at in range(other_low, other_high):
        other_once[second[at]] = -1 if second[at] in other_once else at
    shared = [
        (place, other_once[word])
        for word, place in once.items()
        if place >= 0 and other_once.get(word, -1) >= 0 and word[0].isalnum()
    ]
    return increasing(sorted(shared))


def increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest run of pairs, sorted by their first place, whose second places increase too."""
    piles: list[int] = []
    tops: list[int] = []
    below: list[int] = []
    for at, (_, other) in enumerate(pairs):
        pile = bisect_left(piles, other)
        below.append(tops[pile - 1] if pile else -1)
        if pile == len(piles):
            piles.append(other)
            tops.append(at)
        else:
            piles[pile], tops[pile] = other, at
    chain: list[Pair] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = below[at]
    return chain[::-1]


def _longest_common(
    first: Sequence[str], second: Sequence[str], low: int, high: int, other_low: int, other_high: int
) -> list[Pair]:
    if (high - low) * (other_high - other_low) > MOST_COMPARED:
        return []  # shown as one replacement: nothing is lost, and nobody reads a finer one of such a size
    blocks = LCSseq.opcodes(first[low:high], second[other_low:other_high])
    return [
        (low + block.src_start + step, other_low + block.dest_start + step)
        for block in blocks
        if block.tag == "equal"
        for step in range(block.src_end - block.src_start)
    ]


def _trimmed(base: list[str], filed: list[str], span: Pair, filed_span: Pair) -> Pair:
    """Return the ends of two spans without what they have in common at their ends."""
    (at, end), (filed_at, filed_end) = span, filed_span
    while end > at and filed_end > filed_at and base[end - 1] == filed[filed_end - 1]:
        end, filed_end = end - 1, filed_end - 1
    return end, filed_end


def _settled(base: Sequence[str], edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits at the places where everybody's stand, none of blanks alone."""
    settled: list[Edit] = []
    for number, edit in enumerate(edits):
        floor = settled[-1].end if settled else 0
        ceiling = edits[number + 1].start if number + 1 < len(edits) else len(base)
        moved = _widened(base, _shifted(base, edit, floor), floor, ceiling)
        if settled and moved.start < settled[-1].end:
            moved = edit
        settled.append(moved)
    return settled


def _shifted(base: Sequence[str], edit: Edit, floor: int) -> Edit:
    """Move a pure insertion or deletion to the left until it begins with a blank, where its words allow it."""
    start, end, words = edit
    if (start < end) == bool(words):
        return edit
    while start > floor:
        first = words[0] if words else base[start]
        if is_space(first):
            return Edit(start, end, words)
        last = words[-1] if words else base[end - 1]
        if base[start - 1] != last and not (is_space(last) and is_space(base[start - 1])):
            return edit
        if words:
            words = (base[start - 1], *words[:-1])
        start, end = start - 1, end - 1
    return edit


def _widened(base: Sequence[str], edit: Edit, floor: int, ceiling: int) -> Edit:
    """Take a neighbouring word into an edit that would change nothing but blanks, so that it can be read."""
    start, end, words = edit
    if not all(map(is_space, (*base[start:end], *words))):
        return edit
    if start > floor:
        return Edit(start - 1, end, (base[start - 1], *words))
    if end < ceiling:
        return Edit(start, end + 1, (*words, base[end]))
    return edit


def _near(base: Sequence[str], end: int, start: int, gap: int) -> bool:
    between = range(end, start)
    if any(base[at] == PARAGRAPH_MARK or ends_sentence(base, at) for at in between):
        return False
    return sum(not is_space(base[at]) for at in between) <= gap


def _without_common_ends(base: Sequence[str], edit: Edit) -> Edit:
    start, end, words = edit
    while start < end and words and key(base[start]) == key(words[0]):
        start, words = start + 1, words[1:]
    while start < end and words and key(base[end - 1]) == key(words[-1]):
        end, words = end - 1, words[:-1]
    return Edit(start, end, words)
