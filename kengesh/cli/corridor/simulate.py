"""``kengesh corridor simulate``: how hours spread, draw by draw, for goods that keep to a route and for those that may change it."""

from __future__ import annotations

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.drawing import drawn, draws_of, must_be_by_hours, seed_of
from kengesh.cli.corridor.options import Draws, From, Keep, Scheduler, Seed, To, Workers
from kengesh.cli.corridor.pairs import Pairs, pair_words, pairs_typed
from kengesh.cli.corridor.shown import bounded, hours, rule, shares, title
from kengesh.cli.output import DIM, line, paragraph, table
from kengesh.corridors.questions.simulation import Simulation
from kengesh.corridors.told.draws import simulation_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _


@planning()
def command(
    plan: Planning,
    origin: From = None,
    destination: To = None,
    pair: Pairs = None,
    draws: Draws = None,
    seed: Seed = None,
    scheduler: Scheduler = "",
    workers: Workers = None,
    keep: Keep = "",
) -> None:
    """Say how the hours of each pair spread: P10, P50 and P90 of draws of every number of which a source tells a range."""
    must_be_by_hours(plan)
    asked = pairs_typed(plan, origin, destination, pair)
    job = Simulation((plan.model,), asked, seed_of(plan, seed), draws_of(plan, draws))
    done = drawn(job, keep, scheduler, workers)
    plan.leave(simulation_told(plan.model, job, done.columns), _show)


def _show(told: Told) -> None:
    says = _("How hours spread: {draws} draws, seed {seed}")
    title({**told, "asked": {}}, says.format(draws=told["draws"], seed=told["seed"]))
    print()
    columns = (_("pair"), _("goods are"), _("P10"), _("P50"), _("P90"), _("mean"), _("± h"))
    table(columns, [row for one in told["pairs"] for row in _rows(one)])
    for one in told["pairs"]:
        if one["hours"] is None:
            line(one["says"])
            continue
        says = _("{pair}: {known} of {all} numbers of hours have a range; the others do not vary here.")
        known, without = one["numbers_with_range"], one["numbers_without_range"]
        line(says.format(pair=pair_words(one["asked"]), known=known, all=known + without))
        line(
            _("{pair}: rests on {shares}.").format(
                pair=pair_words(one["asked"]), shares=shares(one["rests_on"])
            )
        )
        if one["lacking"]:
            names = ", ".join(f"{each['subject']} {each['quantity']}" for each in one["lacking"])
            line(
                _("{pair}: its hours are a lower bound. It would take: {numbers}.").format(
                    pair=pair_words(one["asked"]), numbers=names
                )
            )
    for key, words in told["structures"].items():
        paragraph(f"{key}: {words}", DIM)
    rule(told)


def _rows(one: Told) -> list[tuple[str, ...]]:
    if one["hours"] is None:
        return [(pair_words(one["asked"]), _("no route"), "", "", "", "", "")]
    rows = []
    for place, (structure, spread) in enumerate(one["hours"].items()):
        told = [bounded(hours(spread[key]), one["at_least"]) for key in ("p10", "p50", "p90", "mean")]
        name = pair_words(one["asked"]) if not place else ""
        rows.append((name, structure, *told, hours(spread["standard_deviation"])))
    return rows
