"""The account between two rolling texts: every word that was shown and is shown no more, and what explains it (I9).

It is taken from what the two texts show and not from how the second was made: the words of the base, and those of every
live amendment under the delegation that proposes them. What the later text lost must stand in its `settled`, under a
decision, a later submission, or a rebase. What does not is a breach, of the kind that was protested against in the World
Health Organization in February 2025.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from kengesh.texts.rolling import RollingText, Settled
from kengesh.texts.tokens import PARAGRAPH_MARK, is_space, key, tokens

Shown = Counter[tuple[str, str]]  # (delegation, empty for the base; key of a token)


class Loss(Struct, frozen=True):
    """Words that are shown no more, and that no recorded act explains. `holder` is empty for words of the base."""

    holder: str
    words: tuple[str, ...]
    amendments: tuple[str, ...] = ()


def unexplained(series: Sequence[RollingText]) -> tuple[Loss, ...]:
    """Return what was lost without explanation between any two neighbours of a series of versions; nothing, if all is well."""
    return tuple(loss for before, after in pairwise(series) for loss in losses(before, after))


def losses(before: RollingText, after: RollingText) -> tuple[Loss, ...]:
    """Return what the later of two versions lost without explanation."""
    told = (
        after.settled[len(before.settled) :] if after.settled[: len(before.settled)] == before.settled else ()
    )
    gone = shown(before) - shown(after) - explained(told)
    settled = {one.amendment for one in told}
    live = {one.id for one in after.amendments}
    vanished: dict[str, list[str]] = {}
    for one in before.amendments:
        if one.id not in live and one.id not in settled:
            vanished.setdefault(one.delegation, []).append(one.id)
    holders = sorted({holder for holder, _ in gone} | set(vanished))
    return tuple(
        Loss(
            holder,
            tuple(
                sorted(
                    token for (whose, token), count in gone.items() if whose == holder for _ in range(count)
                )
            ),
            tuple(vanished.get(holder, ())),
        )
        for holder in holders
    )


def shown(rolling: RollingText) -> Shown:
    """Return the words that a rolling text shows, each as often as it does, under whose they are."""
    found: Shown = Counter()
    for unit in rolling.base.units:
        found.update(_counted("", unit.text))
    for one in rolling.amendments:
        found.update(_counted(one.delegation, one.text))
    return found


def explained(settled: Iterable[Settled]) -> Shown:
    """Return the words whose disappearance is explained."""
    found: Shown = Counter()
    for one in settled:
        for holder in one.holders or ("",):
            found.update(_counted(holder, one.text))
    return found


def _counted(holder: str, text: str) -> Iterable[tuple[str, str]]:
    return ((holder, key(token)) for token in tokens(text) if not is_space(token) and token != PARAGRAPH_MARK)
