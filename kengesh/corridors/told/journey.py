"""A journey that sets out at a stated moment, as plain values: hours from Monday midnight, and the clock of each step."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.departure import Journey
from kengesh.corridors.told.asked import asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.route import route_told
from kengesh.corridors.told.values import Told, plain


def journey_told(model: Model, asked: Asked, found: Journey) -> Told:
    """Tell a journey; ``by_clock`` where a step waits by a timetable or opening hours, and not by a mean."""
    route = route_told(model.network, found.route)
    for step, passed in zip(route["steps"], found.passed, strict=True):
        step |= {
            "comes": plain(passed.comes),
            "waits_by_clock": plain(passed.waits),
            "by_clock": step["row"] in found.by_clock,
        }
    return {
        "asked": {**asked_told(model.network, asked), "departs": plain(found.departs)},
        "truth": None,
        "value": plain(found.arrives - found.departs),
        "unit": "h",
        "departs": plain(found.departs),
        "arrives": plain(found.arrives),
        "route": route,
        **head_told(model),
    }
