"""The page of the network: which edition, whose, on what its numbers rest; its named corridors, scenarios, and a map of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import BASES, TABLES, Corridor, Link
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.route import Best, best_route
from kengesh.corridors.told.route import route_told
from kengesh.pictures.quantity import Unit, share_words
from kengesh.pictures.time_distance_steps import sum_words
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.pictures import map_of
from kengesh.site.corridors.route_shown import shares_words
from kengesh.site.corridors.route_words import ends_words
from kengesh.site.corridors.scenarios import Listed, scenarios_for
from kengesh.site.corridors.unknown import corridor_href
from kengesh.site.corridors.way import along
from kengesh.site.corridors.words import BASIS_WORDS, TABLE_WORDS, said
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

DRAWN = 3  # corridors told apart on the map


@on_the_network
def overview(reading: Reading, ground: Ground) -> Page | Elsewhere:
    """Show what network this is."""
    other = elsewhere(reading, ground.kept)
    if other is not None:
        return other
    best = {one.id: _best(ground, one) for one in ground.network.corridors.values()}
    drawn = [
        (ground.network.corridors[key].name, one.route) for key, one in best.items() if isinstance(one, Best)
    ][:DRAWN]
    links = [key for key, row in ground.network.rows.items() if isinstance(row, Link)]
    found = {
        "rows": [ground.published, *ground.others],
        "layer": ground.layer if ground.exercise else None,
        "tables": tables_of(ground.network),
        "bases": bases_of(ground.network),
        "corridors": [_corridor(ground, ground.network.corridors[key], one) for key, one in best.items()],
        "scenarios": [_scenario(ground, one) for one in scenarios_for(ground)],
        "map": map_of(ground.network, _("The network on the map"), links, drawn, exercise=ground.exercise),
    }
    return framed(ground, "overview", _("Corridors: the network"), found)


def tables_of(network: Network) -> list[tuple[str, int]]:
    """Return how many rows each table has, in the order of the tables; empty ones are left out."""
    counted = Counter(type(row) for row in network.rows.values())
    counted[TABLES["number"]] = len(network.figures)
    return [(said(TABLE_WORDS, name), counted[cls]) for name, cls in TABLES.items() if counted[cls]]


def bases_of(network: Network) -> list[tuple[str, int, str]]:
    """Return how many numbers rest on each basis, and the share of them."""
    counted = Counter(one.basis for one in network.figures)
    whole = sum(counted.values())
    return [
        (said(BASIS_WORDS, basis), counted[basis], share_words(counted[basis] / whole))
        for basis in BASES
        if counted[basis]
    ]


def _best(ground: Ground, corridor: Corridor) -> Best | Unreachable:
    try:
        return best_route(ground.model, along(ground, corridor))
    except Unreachable as error:
        return error


def _corridor(ground: Ground, row: Corridor, found: Best | Unreachable) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "row": row,
        "href": corridor_href(ground, row.id),
        "ends": ends_words(ground, found.asked),
        "route": None,
        "closed": [],
    }
    if isinstance(found, Unreachable):
        return shown | {"closed": [key for key, _why in found.apart.opening or ()]}
    told = route_told(ground.network, found.route)
    return shown | {
        "route": told,
        "km": sum_words(told["km"], Unit.KM, least=told["km_at_least"]),
        "hours": sum_words(told["hours"], Unit.HOURS, least=told["hours_at_least"]),
        "rests_on": shares_words(told["rests_on"]["hours"]),
        "lacking": len(found.route.lacking_hours),
    }


def _scenario(ground: Ground, one: Listed) -> dict[str, Any]:
    grades = Counter(edit.grade for _owner, edit in one.scenario.all_edits())
    return {
        "scenario": one.scenario,
        "href": ground.href(f"corridors/scenarios/{one.name}"),
        "grades": ", ".join(f"{grade}: {count}" for grade, count in sorted(grades.items())),
        "layers": one.layers,
    }
