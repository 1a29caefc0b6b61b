"""Which unit of one version stands for which of another.

Where both have as many units, of the same kinds and with the same labels, they pair in their order. Else they are aligned:
units are likelier to pair the more they share of kind, label, id, figures, States, terms and length. So a unit that one
version lacks is found as such, and those after it still meet their own, also where the version has counted them anew. An
id alone decides nothing: a reader of files gives ids by counting.

The alignment is that of Needleman and Wunsch, in a band about the diagonal (``BAND``): a version that lacks more units in
a row than the band is wide is not aligned well after the gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kengesh.texts.concordance.defined_terms import terms_used
from kengesh.texts.concordance.figures import figures
from kengesh.texts.concordance.labels import Ranks, agree, ranks
from kengesh.texts.concordance.state_names import named_states
from kengesh.texts.concordance.versions import Prepared, Version

BAND = 60
_GAP = -1.0
_OTHER_KIND = -2.5
_OUT_OF_BAND = float("-inf")

Paired = tuple[int | None, int | None]


class Features(Struct, frozen=True):
    """What tells a unit from others in any language."""

    kind: str
    id: str
    label: Ranks
    holds: frozenset[str]
    length: int


def pair_units(first: Version, second: Version) -> list[Paired]:
    """Return the places of units that stand for each other, in the order of both; None where there is no counterpart."""
    if _alike(first, second):
        return [(at, at) for at in range(len(first.units))]
    return _aligned([features(one) for one in first.units], [features(one) for one in second.units])


def _alike(first: Version, second: Version) -> bool:
    if len(first.units) != len(second.units):
        return False
    pairs = zip(first.units, second.units, strict=True)
    return all(
        one.unit.kind is other.unit.kind
        and agree(ranks(one.unit.number, first.language), ranks(other.unit.number, second.language))
        for one, other in pairs
    )


def features(unit: Prepared) -> Features:
    """Return what a unit is recognised by."""
    found = figures(unit)
    holds = {f"number {one.value}" for one in (*found.numbers, *found.words, *found.percentages)}
    holds |= {"-".join(day.value) for day in found.dates} | {symbol for symbol, _words in found.symbols}
    holds |= {state.code for state in named_states(unit)} | {term.id for term in terms_used(unit)}
    label = ranks(unit.unit.number, unit.language)
    return Features(str(unit.unit.kind), unit.unit.id, label, frozenset(holds), len(unit.shown))


def _likeness(one: Features, other: Features) -> float:
    score = 0.5 if one.kind == other.kind else _OTHER_KIND
    either = one.holds | other.holds
    score += 3 * len(one.holds & other.holds) / len(either) - 1 if either else 0
    score += 0.8 if agree(one.label, other.label) else -0.3
    score += 0.1 if one.id == other.id else 0
    return score + min(one.length, other.length) / max(one.length, other.length, 1) - 0.5


def _aligned(first: Sequence[Features], second: Sequence[Features]) -> list[Paired]:
    """Return the alignment of the highest score; of equal ones that which pairs early."""
    band = BAND + abs(len(first) - len(second))
    best: list[dict[int, tuple[float, int, int]]] = [{} for _row in range(len(first) + 1)]
    for i in range(len(first) + 1):
        for j in range(max(0, i - band), min(len(second), i + band) + 1):
            choices = [(0.0, 0, 0)] if not i and not j else []
            if i and j:
                before = best[i - 1].get(j - 1, (_OUT_OF_BAND, 0, 0))[0]
                choices.append((before + _likeness(first[i - 1], second[j - 1]), 1, 1))
            if i:
                choices.append((best[i - 1].get(j, (_OUT_OF_BAND, 0, 0))[0] + _GAP, 1, 0))
            if j:
                choices.append((best[i].get(j - 1, (_OUT_OF_BAND, 0, 0))[0] + _GAP, 0, 1))
            best[i][j] = max(choices)
    return _traced(best, len(first), len(second))


def _traced(best: list[dict[int, tuple[float, int, int]]], i: int, j: int) -> list[Paired]:
    pairs: list[Paired] = []
    while i or j:
        _score, from_first, from_second = best[i][j]
        i, j = i - from_first, j - from_second
        pairs.append((i if from_first else None, j if from_second else None))
    return pairs[::-1]
