"""Which draws are there already and which are to be made, as pieces in the order of the draws.

Parts of an earlier run may overlap, or have been cut by another chunk size: each is used as far as it fits, and what no part
covers is made in pieces that end at multiples of the chunk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kengesh.corridors.runs.parts import Kept


@dataclass(frozen=True)
class Piece:
    """The draws from `first` up to `last`: out of a part that was kept, or (None) to be made."""

    first: int
    last: int
    kept: Kept | None = None


def pieces(draws: int, chunk: int, kept: Sequence[Kept]) -> Iterator[Piece]:
    """Yield the pieces of draws 0 up to `draws`; at each draw the part that reaches farthest is used."""
    at, waiting = 0, sorted(kept, key=lambda one: one.first)
    best: Kept | None = None
    while at < draws:
        while waiting and waiting[0].first <= at:
            candidate = waiting.pop(0)
            best = candidate if best is None or candidate.last > best.last else best
        if best is not None and best.last > at:
            end = min(best.last, draws)
            yield Piece(at, end, best)
        else:
            end = min(waiting[0].first, draws) if waiting else draws
            yield from cut(at, end, chunk)
        at = end


def cut(first: int, last: int, chunk: int) -> Iterator[Piece]:
    """Yield pieces to be made that end at the multiples of the chunk."""
    while first < last:
        end = min(last, first - first % chunk + chunk)
        yield Piece(first, end)
        first = end
