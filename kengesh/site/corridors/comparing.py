"""Two things side by side between one pair of places: corridors, scenarios, the network as it is; overlaid, and as a table.

Each is its best route. The difference in hours is drawn too: both take the same draws, and consignments keep to their route.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import Difference, difference_of
from kengesh.corridors.questions.route import Best
from kengesh.corridors.questions.simulation import Simulation, Spread, column_name, spread_of
from kengesh.corridors.scenarios.mistakes import ScenarioError
from kengesh.corridors.scenarios.values import BASE, SEED
from kengesh.corridors.solve.graph import Floats
from kengesh.corridors.told.route import route_told
from kengesh.corridors.told.values import Told
from kengesh.pictures.picture import Picture
from kengesh.pictures.quantity import Unit, amount, signed
from kengesh.site.corridors.asked import chosen, elsewhere
from kengesh.site.corridors.changes import KEPT, MOST_DRAWS, best_or_none, edited, same_lacking
from kengesh.site.corridors.changes_shown import change_words, spread_words
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.offering import corridors_offered, foreign, goods_offered, places_offered
from kengesh.site.corridors.pairs import FIVE
from kengesh.site.corridors.pictures import diagram, has_money
from kengesh.site.corridors.route_shown import facts_of
from kengesh.site.corridors.scenarios import scenarios_for
from kengesh.site.corridors.way import between, ends, shipper_of
from kengesh.site.overlap.offering import Group, Option
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

OF_SCENARIO = "scenario/"
COMMITTED = "committed"


@dataclass(frozen=True, eq=False)
class Side:
    """One of the two: what it is called, its model, the way that is asked of it, its best route if there is one."""

    name: str
    model: Model
    asked: Asked
    best: Best | None


@on_the_network
def compare(reading: Reading, ground: Ground) -> Page | Elsewhere:
    """Show the form, and two sides where both are named."""
    offered = _offered(ground)
    keys = [chosen(reading, name, tuple(offered)) for name in ("a", "b")]
    origin, destination = _ends(ground, keys)
    query = {
        "a": keys[0],
        "b": keys[1],
        "from": origin if reading.query.get("from", "").strip() else "",
        "to": destination if reading.query.get("to", "").strip() else "",
        "commodity": shipper_of(ground).commodity,
        **ground.kept,
    }
    other = elsewhere(reading, query)
    if other is not None:
        return other
    found: dict[str, Any] = {
        "firsts": _groups(ground, keys[0]),
        "seconds": _groups(ground, keys[1]),
        "origins": places_offered(ground, origin),
        "destinations": places_offered(ground, destination),
        "goods": goods_offered(ground, shipper_of(ground).commodity),
        "sides": [],
        "rows": [],
        "diagrams": [],
        "drawn": None,
    }
    if not all(keys):
        return framed(ground, "compare", _("Two corridors or scenarios side by side"), found)
    sides = [_side(ground, key, offered[key], origin, destination) for key in keys]
    title = _("{first} and {second}").format(first=sides[0].name, second=sides[1].name)
    return framed(ground, "compare", title, {**found, **_shown(ground, sides)})


def _offered(ground: Ground) -> dict[str, str]:
    """Return what can be compared, with what it is called; scenarios that need a layer that is not laid on are left out."""
    corridors = {one.id: one.name for one in ground.network.corridors.values()}
    scenarios = {
        OF_SCENARIO + one.name: one.scenario.title for one in scenarios_for(ground) if not one.layers
    }
    return {BASE: _("the network as it is"), **corridors, **scenarios}


def _groups(ground: Ground, key: str) -> list[Group]:
    words = _offered(ground)
    scenarios = [
        Option(one, words[one], foreign(ground), one == key) for one in words if one.startswith(OF_SCENARIO)
    ]
    base = Option(BASE, words[BASE], "", key == BASE)
    return [
        Group(_("No scenario, any way"), (base,)),
        Group(_("Named corridors"), tuple(corridors_offered(ground, key))),
        Group(_("Scenarios"), tuple(scenarios)),
    ]


def _ends(ground: Ground, keys: list[str]) -> tuple[str, str]:
    """Return the ends that the address names, else those of the first corridor of the two, else the first pair."""
    rows = [ground.network.corridors[key] for key in keys if key in ground.network.corridors]
    if rows:
        return ends(ground, rows[0].from_place, rows[0].to_place)
    places = list(ground.network.places)
    own = FIVE[0] if all(end in places for end in FIVE[0]) else (places[0], places[-1])
    return ends(ground, *own)


def _side(ground: Ground, key: str, name: str, origin: str, destination: str) -> Side:
    row, model = ground.network.corridors.get(key), ground.model
    asked = Asked(origin, destination, "time", shipper_of(ground))
    if row is not None:
        via = between(row.via, origin, destination)
        asked = Asked(origin, destination, "time", shipper_of(ground), via, row.avoid, row.modes)
    elif key.startswith(OF_SCENARIO):
        listed = next(one for one in scenarios_for(ground) if OF_SCENARIO + one.name == key)
        try:
            model = edited(ground.model, listed.scenario)
        except ScenarioError as error:
            raise AskedWrongly(str(error)) from error
    return Side(name, model, asked, best_or_none(model, asked))


def _shown(ground: Ground, sides: list[Side]) -> dict[str, Any]:
    places = ground.network.places
    found: dict[str, Any] = {
        "sides": [(one.name, one.best is not None) for one in sides],
        "between": (places[sides[0].asked.origin].name, places[sides[0].asked.destination].name),
    }
    told = [route_told(one.model.network, one.best.route) for one in sides if one.best is not None]
    if len(told) < len(sides):
        return found
    return {
        **found,
        "rows": _rows(told),
        "diagrams": _diagrams(ground, sides),
        "drawn": _drawn(sides),
    }


def _rows(told: list[Told]) -> list[tuple[str, str, str, str]]:
    """Return the sums of both sides, and their difference where it is one of numbers that both have."""
    first, second = told
    differences = {
        _("Distance"): _less(first, second, "km", Unit.KM, "km_at_least"),
        _("Door to door"): _less(first, second, "hours", Unit.HOURS, "hours_at_least"),
        _("Money"): _less(first, second, "usd", Unit.USD_PER_TEU, "usd_at_least"),
    }
    for key, words in (
        ("running_hours", _("of it running or sailing")),
        ("border_hours", _("of it at borders")),
        ("stop_hours", _("of it other stops")),
    ):
        differences[words] = _less_of_hours(first, second, key)
    co2e = [one["co2e"]["value"] for one in told]
    if None not in co2e:
        words = _("Greenhouse gases, CO2e of a tonne")
        differences[words] = _("{amount} kg").format(amount=signed(round(co2e[1] - co2e[0], 6)))
    pairs = zip(facts_of(first), facts_of(second), strict=True)
    rows = [(words, one, other, differences.get(words, "")) for (words, one), (_words, other) in pairs]
    missing = [len(one["lacking"]) for one in told]
    rows.append((_("Numbers missing"), str(missing[0]), str(missing[1]), signed(missing[1] - missing[0])))
    return rows


def _less(first: Told, second: Told, key: str, unit: Unit, at_least: str) -> str:
    if first[at_least] or second[at_least]:
        return _("not known: numbers are missing")
    return amount(round(second[key] - first[key], 6), unit, with_sign=True)


def _less_of_hours(first: Told, second: Told, key: str) -> str:
    if first["hours_at_least"] or second["hours_at_least"]:
        return _("not known: numbers are missing")
    of = first["door_to_door"][key] or 0.0, second["door_to_door"][key] or 0.0
    return amount(round(of[1] - of[0], 6), Unit.HOURS, with_sign=True)


def _diagrams(ground: Ground, sides: list[Side]) -> list[Picture]:
    courses = [(one.name, one.model, one.asked, one.best.route) for one in sides if one.best is not None]
    found = [diagram(ground.model, _("Time and distance, overlaid"), courses)]
    if any(has_money(route) for _name, _model, _asked, route in courses):
        found.append(diagram(ground.model, _("Cost and distance, overlaid"), courses, money=True))
    return found


def _drawn(sides: list[Side]) -> dict[str, Any]:
    """Return the hours of both sides in the same draws, and how they differ."""
    bests = [one.best for one in sides if one.best is not None]
    known = same_lacking(bests[0], bests[1])
    first, second, difference = drawn_apart(
        sides[0].model, sides[0].asked, sides[1].model, sides[1].asked, SEED, MOST_DRAWS
    )
    return {
        "first": spread_words(first),
        "second": spread_words(second),
        "change": change_words(difference if known else None),
        "is_known": known,
        "draws": MOST_DRAWS,
        "seed": SEED,
    }


@lru_cache(KEPT)
def drawn_apart(
    first: Model, asked: Asked, second: Model, other: Asked, seed: int, draws: int
) -> tuple[Spread, Spread, Difference]:
    """Return how the hours of two ways spread, each in its model, and how the second differs: a draw is the same for both."""
    hours = [_hours(first, asked, seed, draws), _hours(second, other, seed, draws)]
    return spread_of(hours[0]), spread_of(hours[1]), difference_of(hours[1] - hours[0])


def _hours(model: Model, asked: Asked, seed: int, draws: int) -> Floats:
    job = Simulation((model,), (asked,), seed, draws)
    return job.part(0, draws)[column_name(0, 0, COMMITTED)]
