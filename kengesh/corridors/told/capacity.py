"""How much can pass, as plain values: bounds, cuts, the bottleneck and what one more unit there is worth, and the ladder of a route."""

from __future__ import annotations

from collections.abc import Iterable
from math import isinf

from kengesh.corridors.model import Model
from kengesh.corridors.questions.capacity import Bound, Capacity
from kengesh.corridors.questions.ladder import Ladder, Rung
from kengesh.corridors.questions.rooms import Room
from kengesh.corridors.told.asked import asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import place_told, row_told
from kengesh.corridors.told.values import Told, chosen_told, plain, shares_told


def capacity_told(model: Model, found: Capacity, ladder: Ladder | None = None) -> Told:
    """Tell how much can pass between two places; ``teu_per_day`` is null where it is not known."""
    return {
        "asked": asked_told(model.network, found.asked),
        "truth": None if found.known else "not-known",
        "teu_per_day": plain(found.teu_per_day),
        "without_limit": found.known and isinf(found.most.teu_per_day),
        "at_least": _bound(model, found.least),
        "at_most": _bound(model, found.most),
        "bottleneck": [
            {"room": _room(model, one.room), "one_more_is_worth": plain(one.worth)}
            for one in found.bottleneck
        ],
        "flows": [
            {**row_told(model.network, row), "direction": direction, "teu_per_day": plain(flow)}
            for (row, direction), flow in found.flows.items()
        ],
        "lacking": lacking_told(model.network, found.lacking),
        "says": str(found),
        "rests_on": shares_told(found.rests_on),
        "ladder": None if ladder is None else ladder_told(model, ladder),
        **head_told(model),
    }


def ladder_told(model: Model, ladder: Ladder) -> Told:
    """Tell the room along a route, step by step."""
    return {
        "most_teu_per_day": plain(ladder.most),
        "known": not ladder.lacking,
        "rungs": [_rung(model, one) for one in ladder.rungs],
        "lacking": lacking_told(model.network, ladder.lacking),
    }


def _bound(model: Model, bound: Bound) -> Told:
    return {
        "teu_per_day": plain(bound.teu_per_day),
        "without_limit": isinf(bound.teu_per_day),
        "cut_near_origin": _rows(model, bound.near_origin),
        "cut_near_destination": _rows(model, bound.near_destination),
        "proven": bound.proven,
    }


def _rows(model: Model, rows: Iterable[str]) -> list[Told]:
    return [row_told(model.network, one) for one in rows]


def _room(model: Model, room: Room) -> Told:
    return {
        **row_told(model.network, room.row),
        "teu_per_day": plain(room.teu_per_day),
        "number": None if room.number is None else chosen_told(room.number),
        "lacking": lacking_told(model.network, room.lacking),
    }


def _rung(model: Model, rung: Rung) -> Told:
    return {
        "room": _room(model, rung.room),
        "from": place_told(model.network, rung.step.arc.tail.place),
        "to": place_told(model.network, rung.step.arc.head.place),
        "throughput": None if rung.throughput is None else chosen_told(rung.throughput),
        "flow_teu_per_day": plain(rung.flow),
        "is_least": rung.is_least,
    }
