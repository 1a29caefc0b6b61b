"""Paragraphs that changed, paired by the words they share: in order, split in two, or joined into one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from kengesh.texts.comparing.words import Pair
from kengesh.texts.tokens import key, tokens

PAIRED = 0.4  # of the words of either paragraph must be shared for two to be one; alone in a gap they are one anyway
LONGER = 0.1  # and of the longer's
MOVED = 0.8  # of the words of both, where a paragraph that was moved was changed as well
SPLIT = 0.6  # of the words of a piece must come from the other's paragraph
FEWEST_WORDS = 3  # a paragraph of fewer is too short to be recognised elsewhere
COMMON_WORD = 8  # paragraphs that share a word, beyond which it tells them apart no more
SMALL_GAP = (
    400  # pairs of paragraphs that are all compared; in larger gaps only those that share a rarer word
)
SAME_NUMBER = 0.1  # by which two paragraphs of one number are more alike
COMPARED = 1 << 12  # paragraphs whose words are kept while a gap is paired
MOSTLY = 0.6  # of the letters of the longer
TABLE = "\x1d"  # the first letter of a table's words; nothing but a table pairs with a table

Chain = tuple[Pair, "Chain"] | None


class Items(NamedTuple):
    """What is aligned: paragraphs by their words (a table's begin with TABLE), and their numbers."""

    texts: Sequence[str]
    numbers: Sequence[str]

    def is_table(self, at: int) -> bool:
        """Whether a table stands there."""
        return self.texts[at][:1] == TABLE


class Pairing:
    """The paragraphs paired so far: for each filed one those of the base, and the pieces that were split off."""

    def __init__(self, base: Items, filed: Items) -> None:
        self.base, self.filed = base, filed
        self.paired: dict[int, tuple[int, ...]] = {}
        self.owner: dict[int, int] = {}
        """For each filed paragraph that is taken, the first of those that share its paragraph of the base."""
        self.pieces: dict[int, list[int]] = {}

    def pieces_of(self, first: int) -> tuple[int, ...]:
        """Return a filed paragraph with those split off from it."""
        return tuple(sorted((first, *self.pieces.get(first, ()))))

    def pair(self, left: list[int], right: list[int]) -> None:
        """Pair the paragraphs of a gap; alone with each other, two are one whatever they share."""
        if len(left) == len(right) == 1 and self.base.is_table(left[0]) == self.filed.is_table(right[0]):
            self._take(left[0], right[0])
            return
        if len(left) == len(right) and all(map(self._is_mostly, left, right)):
            for one, other in zip(left, right, strict=True):
                self._take(one, other)
            return
        chosen = _heaviest(left, right, _similar(self.base, self.filed, left, right))
        for one, other in chosen:
            self._take(one, other)
        for other in right:
            if other not in self.owner:
                self._try_split(other)
        taken = {one for one, _ in chosen}
        beside = {one + side: other for one, other in chosen for side in (-1, 1)}
        for one in left:
            if one not in taken and one in beside:
                self._try_joined(one, beside)

    def _is_mostly(self, one: int, other: int) -> bool:
        """Whether two paragraphs begin and end with the same letters, so far that no other can be meant."""
        first, second = self.base.texts[one], self.filed.texts[other]
        shorter = min(len(first), len(second))
        same = _common_letters(first, second)
        same += min(_common_letters(first[::-1], second[::-1]), shorter - same)
        return same >= MOSTLY * max(len(first), len(second)) > 0 and first[:1] != TABLE

    def _take(self, one: int, other: int) -> None:
        self.paired[other] = (one,)
        self.owner[other] = other

    def _try_split(self, piece: int) -> None:
        """Take an added paragraph as split off from its neighbour's, where its words are those that the neighbour lacks."""
        for other in (piece - 1, piece + 1):
            first = self.owner.get(other)
            if first is None or self.filed.is_table(piece) or self.filed.is_table(first):
                continue
            whole = " ".join(self.base.texts[at] for at in self.paired[first])
            before = [self.filed.texts[at] for at in self.pieces_of(first)]
            words = self.filed.texts[piece]
            after = [*before, words] if other < piece else [words, *before]
            if _gains(whole, " ".join(before), " ".join(after), words):
                self.pieces.setdefault(first, []).append(piece)
                self.owner[piece] = first
                return

    def _try_joined(self, rest: int, beside: dict[int, int]) -> None:
        """Take a paragraph left out as joined to its neighbour, where the neighbour's filed text has its words."""
        other = beside[rest]
        ones = self.paired[other]
        if rest not in (ones[0] - 1, ones[-1] + 1) or self.base.is_table(rest) or self.base.is_table(ones[0]):
            return
        filed = " ".join(self.filed.texts[at] for at in self.pieces_of(other))
        before = " ".join(self.base.texts[at] for at in ones)
        after = " ".join(self.base.texts[at] for at in sorted((*ones, rest)))
        if _gains(filed, before, after, self.base.texts[rest]):
            self.paired[other] = tuple(sorted((*ones, rest)))
            beside.update({min(*ones, rest) - 1: other, max(*ones, rest) + 1: other})


def likeliest(base: Items, filed: Items, left: list[int], right: list[int]) -> list[Pair]:
    """Return the paragraphs that changed and that are each other's likeliest."""
    similar = _similar(base, filed, left, right)
    best: dict[int, Pair] = {}
    other_best: dict[int, Pair] = {}
    for pair in sorted(similar, key=lambda pair: (similar[pair], pair)):
        best[pair[0]] = other_best[pair[1]] = pair
    return sorted(pair for pair in similar if best[pair[0]] == other_best[pair[1]] == pair)


def moved_and_changed(base: Items, filed: Items, left_out: list[int], added: list[int]) -> dict[int, int]:
    """Return, for added paragraphs that are nearly one left out elsewhere, which."""
    found: dict[int, int] = {}
    for one, other in _sharing_rare_words(base, filed, left_out, added):
        if base.is_table(one) != filed.is_table(other) or other in found or one in found.values():
            continue
        shared, first, second = _shared(base.texts[one], filed.texts[other])
        if min(first, second) >= FEWEST_WORDS and shared >= MOVED * max(first, second):
            found[other] = one
    return found


def words_in(text: str) -> int:
    """Return how many words and figures a text has."""
    return sum(token[0].isalnum() for token in tokens(text))


def _similar(base: Items, filed: Items, left: list[int], right: list[int]) -> dict[Pair, float]:
    """Return how alike the pairs of a gap are, for those alike enough."""
    few = len(left) * len(right) <= SMALL_GAP
    candidates = (
        [(one, other) for one in left for other in right]
        if few
        else _sharing_rare_words(base, filed, left, right)
    )
    similar: dict[Pair, float] = {}
    for one, other in candidates:
        if base.is_table(one) != filed.is_table(other):
            continue
        shared, first, second = _shared(base.texts[one], filed.texts[other])
        of_longer = shared / max(1, first, second)
        if shared >= PAIRED * max(1, min(first, second)) and of_longer > LONGER:
            same_number = bool(base.numbers[one]) and base.numbers[one] == filed.numbers[other]
            similar[one, other] = of_longer + SAME_NUMBER * same_number
    return similar


def _sharing_rare_words(base: Items, filed: Items, left: list[int], right: list[int]) -> list[Pair]:
    where: dict[str, list[int]] = {}
    for one in left:
        for word in set(_compared(base.texts[one])):
            where.setdefault(word, []).append(one)
    found: set[Pair] = set()
    for other in right:
        for word in set(_compared(filed.texts[other])):
            places = where.get(word, ())
            if len(places) <= COMMON_WORD:
                found.update((one, other) for one in places)
    return sorted(found)


def _heaviest(left: list[int], right: list[int], similar: dict[Pair, float]) -> list[Pair]:
    """Return the pairs in order that are most alike together: the heaviest increasing run, by a tree of prefixes."""
    by_first: dict[int, list[int]] = {}
    for one, other in similar:
        by_first.setdefault(one, []).append(other)
    places = {other: at + 1 for at, other in enumerate(right)}
    tree: list[tuple[float, Chain]] = [(0.0, None)] * (len(right) + 1)

    def best_before(at: int) -> tuple[float, Chain]:
        found: tuple[float, Chain] = (0.0, None)
        while at:
            found = tree[at] if tree[at][0] > found[0] else found
            at -= at & -at
        return found

    for one in left:
        for other in sorted(by_first.get(one, ()), reverse=True):
            weight, chain = best_before(places[other] - 1)
            better: tuple[float, Chain] = (weight + similar[one, other], ((one, other), chain))
            at = places[other]
            while at <= len(right):
                tree[at] = better if better[0] > tree[at][0] else tree[at]
                at += at & -at
    pairs: list[Pair] = []
    chain = best_before(len(right))[1]
    while chain is not None:
        pairs.append(chain[0])
        chain = chain[1]
    return pairs[::-1]


def _common_letters(first: str, second: str) -> int:
    """Return how many letters two texts have in common at their beginning, by halves."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _gains(text: str, before: str, after: str, piece: str) -> bool:
    """Say whether a text shares so much more with `after` than with `before` that the piece must be part of it."""
    gained = _shared(text, after)[0] - _shared(text, before)[0]
    return gained >= max(2, SPLIT * len(_compared(piece)))


def _shared(first: str, second: str) -> tuple[int, int, int]:
    """Return how many words and marks two texts share in order, and how many each has."""
    one, other = _compared(first), _compared(second)
    return LCSseq.similarity(one, other), len(one), len(other)


@lru_cache(COMPARED)
def _compared(text: str) -> tuple[str, ...]:
    return tuple(key(token) for token in tokens(text) if not token.isspace())
