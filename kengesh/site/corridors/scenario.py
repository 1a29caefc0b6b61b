"""The page of a scenario: its edits in order, and what they change, with against without, for pairs of places and for states."""

from __future__ import annotations

from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.scenarios.mistakes import ScenarioError
from kengesh.corridors.scenarios.values import Scenario
from kengesh.corridors.told.scenario import rests_on_assumptions, scenario_told
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.changed_capacity import capacities
from kengesh.site.corridors.changes import MOST_DRAWS, MOST_SHARED, Sides, drawn, edited, shares, sides_of
from kengesh.site.corridors.changes_shown import (
    corridor_rows,
    drawn_shown,
    share_rows,
    sides_rows,
)
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.offering import goods_offered, places_offered
from kengesh.site.corridors.pairs import named_ways, pairs_of
from kengesh.site.corridors.scenarios import Listed, scenario_named
from kengesh.site.corridors.unknown import unknown
from kengesh.site.corridors.way import ends, shipper_of
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

NOTHING: dict[str, Any] = {
    "compared": None,
    "corridors": [],
    "apart": [],
    "shares": [],
    "capacities": [],
    "misfits": "",
    "too_many": False,
}


@on_the_network
def scenario(reading: Reading, ground: Ground, name: str) -> Page | Elsewhere:
    """Show one scenario, by the name of its file."""
    listed = scenario_named(ground, name)
    if listed is None:
        return unknown(ground, name)
    own = ends(ground)
    query = {"from": own[0], "to": own[1], "commodity": shipper_of(ground).commodity, **ground.kept}
    other = elsewhere(reading, query)
    if other is not None:
        return other
    one = listed.scenario
    found = {
        **NOTHING,
        "name_": name,
        "one": one,
        "layers": listed.layers,
        "with_layer": reading.href(reading.page, **{**query, "exercise": "yes"}),
        "told": scenario_told(one, ""),
        "assumed": rests_on_assumptions(one),
        "origins": places_offered(ground, own[0]),
        "destinations": places_offered(ground, own[1]),
        "goods": goods_offered(ground, shipper_of(ground).commodity),
        "MOST_SHARED": MOST_SHARED,
        **_computed(ground, listed, own),
    }
    return framed(ground, "scenario", one.title, found)


def _computed(ground: Ground, listed: Listed, own: tuple[str, str]) -> dict[str, Any]:
    """Return what the edits change; why that is not computed where they need a layer, or do not fit the network."""
    if listed.layers:
        return {}
    try:
        with_ = edited(ground.model, listed.scenario)
    except ScenarioError as error:
        return {"misfits": str(error)}
    sides = sides_of(ground.model, with_, pairs_of(ground, own))
    pairs = tuple(one.asked for one in sides if one.can_be_drawn)
    draws = min(listed.scenario.draws, MOST_DRAWS)
    return {
        "told": scenario_told(listed.scenario, with_.scenario),
        "compared": _drawn(ground, with_, listed.scenario, sides, draws) if pairs else None,
        "apart": sides_rows(ground, [one for one in sides if not one.can_be_drawn]),
        "corridors": corridor_rows(ground, with_, named_ways(ground)),
        "capacities": capacities(ground, with_, pairs),
        **_shares(ground, listed.scenario, sides),
    }


def _drawn(ground: Ground, with_: Model, one: Scenario, sides: list[Sides], draws: int) -> dict[str, Any]:
    pairs = tuple(side.asked for side in sides if side.can_be_drawn)
    found = drawn(ground.model, with_, pairs, one.seed, draws)
    return drawn_shown(
        ground, with_, one, found, _("With and without: {scenario}").format(scenario=one.title)
    )


def _shares(ground: Ground, one: Scenario, sides: list[Sides]) -> dict[str, Any]:
    known = [side for side in sides if side.is_known]
    pairs = tuple(side.asked for side in known)
    if len(one.edits) < 2 or not any(side.differ for side in known):
        return {}
    if len(one.edits) > MOST_SHARED:
        return {"too_many": True}
    return {"shares": share_rows(one, shares(ground.model, one, pairs))}
