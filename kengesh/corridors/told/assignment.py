"""The demand table on the network, as plain values."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.assignment import Assignment, Loads
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import place_told, row_told
from kengesh.corridors.told.values import Told, plain, shares_told


def assignment_told(model: Model, found: Assignment, by: str) -> Told:
    """Tell the user equilibrium and the system optimum, row by row and demand by demand."""
    return {
        "asked": {
            "by": by,
            "rise": found.rise,
            "power": found.power,
            "usd_an_hour": plain(found.usd_an_hour),
        },
        "truth": None,
        "says": str(found),
        "rests_on": shares_told(found.rests_on),
        "price_of_anarchy": plain(found.price_of_anarchy),
        "user_equilibrium": _loads(model, found.user),
        "system_optimum": _loads(model, found.best),
        "demand": [_demand(model, found, key) for key in found.volumes],
        "unassigned": list(found.unassigned),
        "without_congestion": [row_told(model.network, one) for one in found.unlimited],
        "left_out": [row_told(model.network, one) for one in found.left_out],
        "lacking": lacking_told(model.network, found.lacking),
        **head_told(model),
    }


def _loads(model: Model, found: Loads) -> Told:
    return {
        "teu_hours_a_day": plain(found.teu_hours),
        "cost": plain(found.cost),
        "relative_gap": found.gap,
        "gap_reached": found.reached,
        "loads": [
            {
                **row_told(model.network, one.row),
                "direction": one.direction,
                "teu_per_day": plain(one.teu_per_day),
                "hours": plain(one.hours),
            }
            for one in found.loads
        ],
    }


def _demand(model: Model, found: Assignment, key: str) -> Told:
    row = model.network.demands[key]
    return {
        "id": key,
        "from": place_told(model.network, row.from_place),
        "to": place_told(model.network, row.to_place),
        "commodity": row.commodity,
        "teu_per_day": plain(found.volumes[key]),
        "hours_alone": plain(found.free_hours.get(key)),
        "hours_user_equilibrium": plain(found.user.hours_of.get(key)),
        "hours_system_optimum": plain(found.best.hours_of.get(key)),
    }
