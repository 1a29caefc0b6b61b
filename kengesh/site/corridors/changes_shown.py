"""What a scenario changes, as its page sets it out: sentences, tables for pairs and states, the picture, who loses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import Comparison, Difference, PairChange
from kengesh.corridors.questions.route import Best
from kengesh.corridors.questions.simulation import STRUCTURES, Spread
from kengesh.corridors.scenarios.values import Scenario
from kengesh.corridors.told.draws import STRUCTURE_WORDS, comparison_told
from kengesh.corridors.told.route import route_told
from kengesh.corridors.told.scenario import computes_words, rests_on_assumptions
from kengesh.pictures.quantity import Unit, amount, range_words, share_words, signed
from kengesh.pictures.time_distance_steps import sum_words
from kengesh.site.corridors.changes import Drawn, Sides, sides_of
from kengesh.site.corridors.difference_picture import difference_picture, pair_name
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.route_shown import money_words
from kengesh.site.corridors.unknown import corridor_href
from kengesh.terms.messages import _

NONE = dict.fromkeys(("p50", "range", "less", "same", "more"), "–")
TOLD_BY = "rerouting"  # the idea of shippers of which the sentences speak


def drawn_shown(ground: Ground, with_: Model, one: Scenario, drawn: Drawn, title: str) -> dict[str, Any]:
    """Return what was drawn for pairs and for states: sentences, rows, the picture."""
    found, network = drawn.found, with_.network
    told = comparison_told(with_, drawn.job, found)
    reader = ground.reading.reader
    return {
        "is_zero": found.is_zero,
        "draws": found.draws,
        "seed": found.seed,
        "says": _sentences(one, network, found, told["pairs"]),
        "structures": [_(STRUCTURE_WORDS[structure]) for structure in STRUCTURES],
        "pairs": [_pair(ground, pair, row) for pair, row in zip(found.pairs, told["pairs"], strict=True)],
        "states": [
            {
                "state": state.state,
                "pairs": state.pairs,
                "changes": [
                    change_words(state.difference[key]) if key in state.difference else NONE
                    for key in STRUCTURES
                ],
                "passed": (share_words(state.passed_without), share_words(state.passed_with)),
            }
            for state in found.states
        ],
        "losers": _losers(ground, drawn),
        "picture": difference_picture(
            title,
            network,
            found,
            reader,
            ground.reading.href_of,
            assumed=rests_on_assumptions(one),
            exercise=ground.exercise,
        ),
    }


def _sentences(
    one: Scenario, network: Network, found: Comparison, told: Sequence[Mapping[str, Any]]
) -> list[tuple[str, list[str]]]:
    """Return a sentence for each pair under one idea of what shippers do; under the others where these come to something else."""
    said: dict[str, list[str]] = {key: [] for key in (TOLD_BY, *STRUCTURES)}
    for pair, row in zip(found.pairs, told, strict=True):
        verdicts = {key: _verdict(difference) for key, difference in pair.difference.items()}
        for key in STRUCTURES:
            if key == TOLD_BY or verdicts[key] != verdicts[TOLD_BY]:
                name = pair_name(network, pair.asked)
                said[key].append(computes_words(one, name, row["difference"][key]))
    return [(_(STRUCTURE_WORDS[key]), sentences) for key, sentences in said.items() if sentences]


def _verdict(one: Difference | None) -> tuple[bool, int] | None:
    """Return whether nothing changes, and to which side in the middle; None where that is not known."""
    if one is None:
        return None
    p50 = one.spread.p50
    return one.is_zero, (p50 > 0) - (p50 < 0)


def change_words(one: Difference | None) -> dict[str, str]:
    """Return a difference in words: P50, P10 to P90, and how likely each sign is; None is one that is not known."""
    if one is None:
        return {**NONE, "p50": _("not known")}
    spread = one.spread
    return {
        "p50": _("no computed change") if one.is_zero else signed(spread.p50),
        "range": "–" if one.is_zero else range_words((spread.p10, spread.p90)),
        "less": share_words(one.less),
        "same": share_words(one.same),
        "more": share_words(one.more),
    }


def corridor_rows(ground: Ground, with_: Model, ways: Mapping[str, Asked]) -> list[dict[str, Any]]:
    """Return the named corridors on which anything changes, by the numbers as they are told."""
    sides = sides_of(ground.model, with_, list(ways.values()))
    rows = []
    for key, one in zip(ways, sides, strict=True):
        if one.differ:
            row = ground.network.corridors[key]
            rows.append(
                {
                    "name": row.name,
                    "href": corridor_href(ground, key),
                    **side_row(ground, ground.model, with_, one),
                }
            )
    return rows


def sides_rows(ground: Ground, sides: Sequence[Sides]) -> list[dict[str, Any]]:
    """Return pairs between which no route leads on one side, or on both."""
    return [side_row(ground, ground.model, ground.model, one) for one in sides]


def share_rows(one: Scenario, shares: Mapping[str, float]) -> list[dict[str, str]]:
    """Return the share of each edit in hours, the largest gain first."""
    grades = {edit.key: edit.grade for edit in one.edits}
    ranked = sorted(shares.items(), key=lambda pair: (pair[1], pair[0]))
    return [{"key": key, "grade": grades[key], "hours": signed(round(hours, 6))} for key, hours in ranked]


def _pair(ground: Ground, pair: PairChange, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": pair_name(ground.network, pair.asked),
        "href": ground.href("corridors/route", **{"from": pair.asked.origin, "to": pair.asked.destination}),
        "at_least": row["at_least"],
        "settled_by": row["settled_by"],
        "structures": [
            {
                "name": _(STRUCTURE_WORDS[key]),
                "without": spread_words(pair.without[key]),
                "with": spread_words(pair.with_[key]),
                "change": change_words(pair.difference[key]),
            }
            for key in STRUCTURES
        ],
    }


def spread_words(one: Spread | None) -> str:
    """Say P50 with P10 to P90; the one number where nothing varies; that there is no route."""
    if one is None:
        return _("no route")
    told = amount(one.p50, Unit.HOURS)
    if one.p10 == one.p90:
        return told
    return _("{amount} (P10–P90: {range})").format(amount=told, range=range_words((one.p10, one.p90)))


def _losers(ground: Ground, drawn: Drawn) -> list[str]:
    """Return who loses in any draw, under any of the three ideas, with how often: pairs, then states."""
    reader = ground.reading.reader
    told = [(pair_name(ground.network, one.asked), one.difference) for one in drawn.found.pairs]
    told += [(reader.name(one.state), one.difference) for one in drawn.found.states]
    found = []
    for name, differences in told:
        worst = max((one.more for one in differences.values() if one is not None), default=0.0)
        if worst > 0:
            says = _("{name}: more hours in up to {share} of the draws")
            found.append(says.format(name=name, share=share_words(worst)))
    return found


def side_row(ground: Ground, without: Model, with_: Model, one: Sides) -> dict[str, Any]:
    """Return a way without and with something: its ends, its sums on both sides, the difference."""
    return {
        "ends": pair_name(ground.network, one.asked),
        "without": _best(without, one.without),
        "with": _best(with_, one.with_),
        "change": _change(one),
    }


def _best(model: Model, best: Best | None) -> dict[str, str]:
    if best is None:
        return {"hours": _("no route"), "money": "–", "km": "–"}
    told = route_told(model.network, best.route)
    return {
        "hours": sum_words(told["hours"], Unit.HOURS, least=told["hours_at_least"]),
        "money": money_words(told),
        "km": sum_words(told["km"], Unit.KM, least=told["km_at_least"]),
    }


def _change(one: Sides) -> str:
    """Say the difference in hours by the numbers as they are told; none where the two lack different numbers."""
    if one.without is None or one.with_ is None:
        return "–"
    if not one.is_known:
        return _("not known: the two lack different numbers")
    before, after = one.without.route, one.with_.route
    return amount(round(after.hours - before.hours, 6), Unit.HOURS, with_sign=True)
