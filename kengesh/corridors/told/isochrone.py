"""What is reached from a place, as plain values."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.isochrone import Isochrone
from kengesh.corridors.told.asked import UNITS, asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.places import place_told
from kengesh.corridors.told.values import Told, plain


def isochrone_told(model: Model, asked: Asked, limit: float, found: Isochrone) -> Told:
    """Tell the places within a limit, the nearest first; ``at_least`` where numbers on the way are lacking."""
    question = {key: value for key, value in asked_told(model.network, asked).items() if key != "to"}
    reached = [
        {
            "place": place_told(model.network, one.place),
            "value": plain(one.value),
            "at_least": bool(one.lacking),
            "lacking_numbers": one.lacking,
        }
        for one in found.reached
    ]
    return {
        "asked": {**question, "limit": plain(limit)},
        "truth": None,
        "unit": UNITS[asked.by],
        "reached": reached,
        "unreached": [place_told(model.network, one) for one in found.unreached],
        **head_told(model),
    }
