"""``kengesh corridor compare``: what a scenario, an accession, or the loss of a row changes, as a pair drawn together."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.compare_shown import show_comparison
from kengesh.cli.corridor.drawing import drawn, draws_of, must_be_by_hours, seed_of
from kengesh.cli.corridor.options import Draws, From, Keep, Scheduler, Seed, To, Workers
from kengesh.cli.corridor.pairs import Pairs, pairs_typed
from kengesh.cli.output import NOT_KNOWN, fail
from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import compared, paired, shapley
from kengesh.corridors.scenarios.applying import apply_some
from kengesh.corridors.scenarios.pairs import Pair, removing, without_member
from kengesh.corridors.told.draws import comparison_told
from kengesh.corridors.told.scenario import (
    apart_words,
    computes_words,
    rows_words,
    scenario_told,
    shares_told,
)
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

MEASURED = "rerouting"  # the idea of shippers by which the shares of edits are told

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="ROW",
        help=_("Compare with the network without this row; may be given several times."),
    ),
]
Accession = Annotated[
    str,
    typer.Option(
        "--accession",
        metavar="ID",
        help=_("Compare without and with the edits that are tied to an act of the record."),
    ),
]
Shares = Annotated[
    bool, typer.Option("--shares", help=_("Say the share of each edit in the change (Shapley values)."))
]


@planning()
def command(
    plan: Planning,
    origin: From = None,
    destination: To = None,
    pair: Pairs = None,
    without: Without = None,
    accession: Accession = "",
    shares: Shares = False,
    draws: Draws = None,
    seed: Seed = None,
    scheduler: Scheduler = "",
    workers: Workers = None,
    keep: Keep = "",
) -> None:
    """Say what changes, pair by pair and state by state: with a scenario's edits and without, drawn together; losers as gainers."""
    must_be_by_hours(plan)
    models = _pair(plan, without or [], accession)
    asked = pairs_typed(plan, origin, destination, pair)
    job = paired(models.without, models.with_, asked, seed_of(plan, seed), draws_of(plan, draws))
    done = drawn(job, keep, scheduler, workers)
    told = comparison_told(models.with_, job, compared(job, done.columns))
    told["scenario"] = scenario_told(models.scenario, models.with_.scenario or models.without.scenario)
    told["compared"] = {
        "edits": list(models.keys),
        "without_rows": without or [],
        "says": models.says or None,
    }
    told["says"] = [] if models.says else [_says(models, without or [], one) for one in told["pairs"]]
    told["shares"] = _shares(plan.base, models, asked, job.seed, job.draws) if shares else None
    plan.leave(told, show_comparison)


def _must_be_there(plan: Planning, rows: list[str]) -> None:
    for row in rows:
        if row not in plan.base.network.rows:
            says = _("--without {row}: the network has no such row. Is it one of these: {near}?")
            near = get_close_matches(row, plan.base.network.rows, 3, 0.4)
            fail(says.format(row=row, near=", ".join(near) or "-"))


def _pair(plan: Planning, without: list[str], accession: str) -> Pair:
    """Return the two models that were asked for. Raises ScenarioError."""
    if without:
        _must_be_there(plan, without)
        if accession:
            fail(_("give --without or --accession, and not both."))
        return removing(plan.model, without)
    if accession:
        return without_member(plan.base, accession, plan.scenario)
    if plan.scenario is None:
        fail(_("say what to compare: --scenario, --accession or --without."))
    return Pair(plan.base, plan.model, plan.scenario, plan.scenario.keys)


def _says(models: Pair, rows: list[str], one: Told) -> str:
    pair = f"{one['asked']['from']['name']} → {one['asked']['to']['name']}"
    if any(one["apart"]):
        return apart_words(pair, one, rows)
    change = one["difference"][MEASURED]
    return rows_words(rows, pair, change) if rows else computes_words(models.scenario, pair, change)


def _shares(base: Model, models: Pair, asked: tuple[Asked, ...], seed: int, draws: int) -> list[Told]:
    """Return the share of each edit in the mean change over the pairs, in hours, of goods that may re-route."""
    others = [key for key in models.scenario.keys if key not in models.keys]

    @cache
    def changed(keys: frozenset[str]) -> float:
        model = apply_some(base, models.scenario, [*others, *keys]) if keys else models.without
        job = paired(models.without, model, asked, seed, draws)
        found = compared(job, job.part(0, draws))
        changes = [one.difference[MEASURED] for one in found.pairs]
        if any(one is None for one in changes):
            fail(
                _("not known: under some of the edits the ways lack other numbers of hours than without."),
                NOT_KNOWN,
            )
        return sum(one.spread.mean for one in changes if one is not None) / len(asked)

    return shares_told(shapley(models.keys, changed, seed))
