"""The fewest bodies such that each of some parties belongs to at least one of them.

Exact: branch and bound. The size is found first, on the bodies that no other dominates (belongs to which are all the parties of
another, and more); then every set of that size is listed, over all bodies, each once. A body whose membership is not known for a
party does not count as covering it. If every open membership held, fewer might do: that number is told beside.

The work grows exponentially at the worst; with a few dozen bodies and parties it takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kengesh.formats.overlap.grid import Grid
from kengesh.terms.dates import Truth

MOST_COVERS = 20


@dataclass(frozen=True, slots=True)
class Covers:
    """The smallest covers; `covers` holds up to the number asked for, `more` says whether there are others of that size.

    `size` bodies are needed for all but the parties of `uncovered`, which no body covers for sure; `least` would do for the same
    if every membership that is not known held.
    """

    size: int
    least: int
    covers: tuple[tuple[str, ...], ...]
    more: bool
    uncovered: tuple[str, ...]
    open: tuple[tuple[str, str], ...]


def smallest_covers(grid: Grid, *, without: Collection[str] = (), most: int = MOST_COVERS) -> Covers:
    """Return the smallest sets of bodies that cover the parties of a grid; `without` may not be used."""
    usable = [body for body in grid.bodies if body not in without]
    sure = {body: _parties(grid, body, {Truth.YES}) for body in usable}
    hoped = {body: _parties(grid, body, {Truth.YES, Truth.NOT_KNOWN}) for body in usable}
    coverable = 0
    for parties in sure.values():
        coverable |= parties
    size = _least_size(list(sure.values()), coverable)
    found = list(islice(_of_size(sure, coverable, size), most + 1)) if coverable else []
    order = {body: place for place, body in enumerate(usable)}
    covers = [tuple(sorted(one, key=order.__getitem__)) for one in found[:most]]
    return Covers(
        size,
        _least_size([one & coverable for one in hoped.values()], coverable),
        tuple(covers),
        len(found) > most,
        tuple(state for bit, state in enumerate(grid.states) if not coverable >> bit & 1),
        tuple((cell.body, cell.party) for cell in grid.not_known() if cell.body not in without),
    )


def _parties(grid: Grid, body: str, truths: Collection[Truth]) -> int:
    """Return the parties that belong to a body, as the bits of a number."""
    return sum(1 << bit for bit, cell in enumerate(grid.of_body(body)) if cell.belongs in truths)


def _least_size(sets: Sequence[int], wanted: int) -> int:
    """Return how many sets it takes to cover what is wanted; together they do."""
    sets = _undominated([one & wanted for one in sets])
    return _search(sets, wanted, 0, _greedy(sets, wanted))


def _undominated(sets: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for one in sorted(set(sets), key=int.bit_count, reverse=True):
        if one and not any(one & ~other == 0 for other in kept):
            kept.append(one)
    return kept


def _greedy(sets: Sequence[int], wanted: int) -> int:
    count = 0
    while wanted:
        wanted &= ~max(sets, key=lambda one: (one & wanted).bit_count())
        count += 1
    return count


def _search(sets: Sequence[int], wanted: int, used: int, best: int) -> int:
    if not wanted:
        return min(used, best)
    if used + _at_least(sets, wanted) >= best:
        return best
    for one in sorted(_covering(sets, wanted), key=lambda one: -(one & wanted).bit_count()):
        best = _search(sets, wanted & ~one, used + 1, best)
    return best


def _at_least(sets: Sequence[int], wanted: int) -> int:
    """Return how many sets are needed at the very least: no one covers more than the greatest."""
    widest = max((one & wanted).bit_count() for one in sets)
    return -(-wanted.bit_count() // widest)


def _covering(sets: Sequence[int], wanted: int) -> list[int]:
    """Return the sets with the wanted party that the fewest sets have: one of them is in every cover."""
    bits = [1 << bit for bit in range(wanted.bit_length()) if wanted >> bit & 1]
    choices = ([one for one in sets if one & bit] for bit in bits)
    return min(choices, key=len)


def _of_size(sets: Mapping[str, int], wanted: int, size: int) -> Iterator[tuple[str, ...]]:
    """Yield every cover of a size, each once: a set that one branch took is left out of the branches after it."""
    if not wanted:
        yield ()
        return
    useful = {name: one & wanted for name, one in sets.items() if one & wanted}
    widest = max((one.bit_count() for one in useful.values()), default=0)
    if not widest or widest * size < wanted.bit_count():
        return
    left = dict(useful)
    for name in _names_covering(useful, wanted):
        one = left.pop(name)
        for rest in _of_size(left, wanted & ~one, size - 1):
            yield (name, *rest)


def _names_covering(sets: Mapping[str, int], wanted: int) -> list[str]:
    bits = [1 << bit for bit in range(wanted.bit_length()) if wanted >> bit & 1]
    choices = ([name for name, one in sets.items() if one & bit] for bit in bits)
    return min(choices, key=len)
