"""Questions that have no answer: no route, with what keeps two places apart; not known, with the numbers that would settle it."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import NotKnown
from kengesh.corridors.told.asked import asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import row_told
from kengesh.corridors.told.values import Told


def unreachable_told(model: Model, error: Unreachable) -> Told:
    """Tell that no route leads there: the cut, and the fewest rows that would have to open (null where none would help)."""
    apart = error.apart
    opening = None if apart.opening is None else [_kept(model, *one) for one in apart.opening]
    return {
        "asked": asked_told(model.network, error.asked),
        "truth": "no",
        "says": str(error),
        "cut": [_kept(model, *one) for one in apart.cut],
        "opening": opening,
        **head_told(model),
    }


def not_known_told(model: Model, error: NotKnown) -> Told:
    """Tell that it is not known, and which numbers would settle it."""
    return {
        "truth": "not-known",
        "says": str(error),
        "lacking": lacking_told(model.network, error.lacking),
        **head_told(model),
    }


def _kept(model: Model, row: str, why: str) -> Told:
    return {**row_told(model.network, row), "why": why}
