"""What a scenario changes of how much can pass between pairs of places: told only where it changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.capacity import Capacity, capacity_between
from kengesh.site.corridors.answered import capacity_words
from kengesh.site.corridors.difference_picture import pair_name
from kengesh.site.corridors.ground import Ground

KEPT = 256


def capacities(ground: Ground, with_: Model, pairs: Sequence[Asked]) -> list[tuple[str, str, str]]:
    """Return the pairs between which more or less can pass with a scenario's edits: the pair, without, with."""
    rows = []
    for asked in pairs:
        without, after = _between(ground.model, asked), _between(with_, asked)
        if _bounds(without) != _bounds(after):
            name = pair_name(ground.network, asked)
            rows.append((name, capacity_words(without), capacity_words(after)))
    return rows


@lru_cache(KEPT)
def _between(model: Model, asked: Asked) -> Capacity:
    return capacity_between(model, asked)


def _bounds(one: Capacity) -> tuple[float, float]:
    return one.least.teu_per_day, one.most.teu_per_day
