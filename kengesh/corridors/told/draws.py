"""How draws spread, as plain values: of one model, and of a pair of models with their difference."""

from __future__ import annotations

from collections.abc import Mapping

from kengesh.corridors.model import Model
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.comparison import Comparison, Difference, PairChange, StateChange
from kengesh.corridors.questions.simulation import STRUCTURES, Simulation, Spread, column_name, spread_of
from kengesh.corridors.runs.job import Columns
from kengesh.corridors.told.asked import asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import place_told
from kengesh.corridors.told.values import Told, plain, shares_told
from kengesh.terms.messages import N_, _

STRUCTURE_WORDS = {
    "committed": N_("committed to the route that is best by the numbers as told"),
    "rerouting": N_("free to take the route that is best in each draw"),
    "shares": N_(
        "spread over distinct routes by path-size logit; a new route may draw goods although it is longer, so that more ways can "
        "mean more hours"
    ),
}


def simulation_told(model: Model, job: Simulation, columns: Columns) -> Told:
    """Tell how the hours of each pair spread, by what shippers do."""
    pairs: list[Told] = []
    for number, asked in enumerate(job.pairs):
        apart = job.apart(0, number)
        if apart is not None:
            pairs.append(
                {
                    "asked": asked_told(model.network, asked),
                    "hours": None,
                    "says": str(Unreachable(asked, apart)),
                }
            )
            continue
        route = job.route(0, number)
        pairs.append(
            {
                "asked": asked_told(model.network, asked),
                "hours": {
                    one: spread_told(spread_of(columns[column_name(0, number, one)])) for one in STRUCTURES
                },
                "hours_as_told": plain(route.hours),
                "at_least": bool(route.lacking_hours),
                "rests_on": shares_told(route.rests_on()),
                "numbers_with_range": sum(not one.is_money and one.has_spread for one in route.pieces),
                "numbers_without_range": len(route.without_spread),
                "lacking": lacking_told(model.network, route.lacking_hours),
            }
        )
    return {**_run(job), "truth": None, "pairs": pairs, "structures": _structures(), **head_told(model)}


def comparison_told(model: Model, job: Simulation, found: Comparison) -> Told:
    """Tell what changes from the first model of a job to the second: pair by pair and state by state, losers as gainers."""
    return {
        **_run(job),
        "truth": None,
        "no_computed_change": found.is_zero,
        "pairs": [_pair(job, number, one) for number, one in enumerate(found.pairs)],
        "states": [_state(one) for one in found.states],
        "structures": _structures(),
        **head_told(model),
    }


def spread_told(one: Spread) -> Told:
    """Tell how draws spread."""
    return {
        "p10": plain(one.p10),
        "p50": plain(one.p50),
        "p90": plain(one.p90),
        "mean": plain(one.mean),
        "standard_deviation": plain(one.deviation),
        "unit": "h",
    }


def difference_told(one: Difference | None) -> Told:
    """Tell a difference, and in which share of the draws it is less, the same and more; empty where it is not known."""
    if one is None:
        nothing = dict.fromkeys(("p10", "p50", "p90", "mean", "standard_deviation", "less", "same", "more"))
        return {"known": False, **nothing, "unit": "h", "no_computed_change": False}
    return {
        "known": True,
        **spread_told(one.spread),
        "less": plain(one.less),
        "same": plain(one.same),
        "more": plain(one.more),
        "no_computed_change": one.is_zero,
    }


def _pair(job: Simulation, number: int, one: PairChange) -> Told:
    apart = [job.apart(model, number) for model in (0, 1)]
    routes = [job.route(model, number) for model in (0, 1) if apart[model] is None]
    with_ = None if apart[1] is not None else routes[-1]
    slots = tuple(dict.fromkeys(slot for route in routes for slot in route.lacking_hours))
    network = job.models[1].network
    return {
        "asked": asked_told(network, one.asked),
        "without": _each(one.without),
        "with": _each(one.with_),
        "difference": {key: difference_told(value) for key, value in one.difference.items()},
        "at_least": bool(slots),
        "settled_by": lacking_told(network, one.lacking),
        "cut_off": one.is_cut_off,
        "joined": one.is_joined,
        "apart": [None if each is None else str(Unreachable(one.asked, each)) for each in apart],
        "route_with": [place_told(network, place) for place in with_.states()] if with_ else [],
        "rests_on": shares_told(with_.rests_on()) if with_ else [],
        "lacking": lacking_told(network, slots),
    }


def _state(one: StateChange) -> Told:
    return {
        "state": one.state,
        "pairs": one.pairs,
        "difference": {key: difference_told(value) for key, value in one.difference.items()},
        "passed_without": plain(one.passed_without),
        "passed_with": plain(one.passed_with),
    }


def _each(spreads: Mapping[str, Spread | None]) -> Told | None:
    """Tell the hours on one side; None where no route leads there."""
    told = {key: spread_told(one) for key, one in spreads.items() if one is not None}
    return told or None


def _run(job: Simulation) -> Told:
    return {"run": job.name, "draws": job.draws, "seed": job.seed}


def _structures() -> dict[str, str]:
    return {key: _(words) for key, words in STRUCTURE_WORDS.items()}
