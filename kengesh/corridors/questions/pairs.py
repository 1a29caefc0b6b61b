"""The pairs of places that a question is asked of where none are named: those of the demand table."""

from __future__ import annotations

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import Model
from kengesh.corridors.network.tables import Demand
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.questions.assignment import volumes_of
from kengesh.terms.messages import _


def pairs_of_demand(model: Model, by: str = "time") -> tuple[Asked, ...]:
    """Return what each row of the demand table asks, each once. Raises NotKnown where there is none."""
    asked = [_asked(row, by) for row in model.network.demands.values()]
    if not asked:
        says = _(
            "Not known between which places: name some, or give the network a demand table (demand.csv)."
        )
        raise NotKnown(says, ())
    return tuple(dict.fromkeys(asked))


def weights_of_demand(model: Model, by: str = "time") -> dict[Asked, float]:
    """Return how much is carried between the pairs of the demand table, in TEU a day. Raises NotKnown where that is not told."""
    weights: dict[Asked, float] = {}
    for key, volume in volumes_of(model).items():
        asked = _asked(model.network.demands[key], by)
        weights[asked] = weights.get(asked, 0.0) + volume
    return weights


def _asked(row: Demand, by: str) -> Asked:
    return Asked(row.from_place, row.to_place, by, Shipper(row.commodity, row.nationality))
