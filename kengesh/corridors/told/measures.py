"""Measures ranked by what they save, as plain values."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.corridors.model import Model
from kengesh.corridors.questions.measures import Ranked, Saving
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import row_told
from kengesh.corridors.told.values import Told, plain


def measures_told(model: Model, ranked: Sequence[Ranked]) -> Told:
    """Tell the measures, the best first, each alone against the network as it is; what it assumes, and what sources say it costs."""
    return {"truth": None, "measures": [_measure(model, one) for one in ranked], **head_told(model)}


def _measure(model: Model, one: Ranked) -> Told:
    return {
        "name": one.candidate.name,
        "sort": one.candidate.sort,
        "assumes": one.candidate.assumes,
        "rows": [row_told(model.network, row) for row in one.candidate.rows],
        "amount": plain(one.amount),
        "at_most": plain(one.at_most),
        "hours": plain(one.hours),
        "spread": plain(one.spread),
        "joins": [{"from": asked.origin, "to": asked.destination} for asked in one.joined],
        "savings": [_saving(saving) for saving in one.savings],
        "published_costs": [
            {
                "says": check.says,
                "value": plain(check.value),
                "low": plain(check.low),
                "high": plain(check.high),
                "unit": check.unit,
                "source": list(check.source),
            }
            for check in one.candidate.costs
        ],
        "lacking": lacking_told(model.network, one.lacking),
    }


def _saving(one: Saving) -> Told:
    return {
        "from": one.asked.origin,
        "to": one.asked.destination,
        "amount": plain(one.amount),
        "hours": plain(one.hours),
        "spread": plain(one.spread),
        "at_most": plain(one.at_most),
    }
