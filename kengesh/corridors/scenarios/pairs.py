"""Pairs of models that differ in one thing: with and without a member, with and without a row.

An accession changes nothing by itself: what it changes are the edits that somebody tied to it (`about`), each with its grade. Where
nobody tied one, both sides of the pair are the same model, and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kengesh.corridors.model import Model
from kengesh.corridors.scenarios.applying import apply, apply_some
from kengesh.corridors.scenarios.values import Remove, Scenario
from kengesh.terms.messages import _

NONE_TIED = "no-computed-change"


@dataclass(frozen=True, eq=False)
class Pair:
    """Two models: `without` the edits with these keys of the scenario, and `with_` them. `says` where there is nothing to compare."""

    without: Model
    with_: Model
    scenario: Scenario
    keys: tuple[str, ...]
    says: str = ""


def about(scenarios: Iterable[Scenario], tied: str) -> list[Scenario]:
    """Return the scenarios that have edits tied to an act, an instrument or a proposal of the record."""
    return [one for one in scenarios if one.tied_to(tied)]


def without_member(model: Model, accession: str, scenario: Scenario | None = None) -> Pair:
    """Return the pair without and with the edits that are tied to an accession; other edits of the scenario are made in both.

    Without a scenario, or without a tied edit, there is no computed change. Raises ScenarioError.
    """
    keys = scenario.tied_to(accession) if scenario else ()
    if scenario is None or not keys:
        empty = nothing_tied(model, accession)
        same = apply(model, empty)
        return Pair(same, same, empty, (), no_computed_change(accession))
    others = [key for key in scenario.keys if key not in keys]
    return Pair(apply_some(model, scenario, others), apply(model, scenario), scenario, keys)


def removing(model: Model, ids: Sequence[str], because: str = "") -> Pair:
    """Return the pair without and with some rows: links, transfers, crossings, places or rules. Raises ScenarioError."""
    reason = because or _("to see what the network is without them")
    scenario = Scenario(
        id="without/" + "+".join(ids),
        title=_("Without {rows}").format(rows=", ".join(ids)),
        network=model.network.editions[0].id,
        day=model.network.editions[0].day,
        says=reason,
        edits=(Remove(key="1", because=reason, grade="C", ids=tuple(ids)),),
    )
    return Pair(apply(model, scenario), model, scenario, ("1",))


def nothing_tied(model: Model, accession: str) -> Scenario:
    """Return the scenario of an accession to which no edit is tied: it has none."""
    edition = model.network.editions[0]
    return Scenario(
        id=NONE_TIED,
        title=no_computed_change(accession),
        network=edition.id,
        day=edition.day,
        says=no_computed_change(accession),
        about=(accession,),
    )


def no_computed_change(accession: str) -> str:
    """Return the sentence on an accession to which no edit is tied."""
    return _("No edit is tied to “{accession}”: no computed change.").format(accession=accession)
