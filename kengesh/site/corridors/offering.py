"""What the forms of pages about corridors offer: places by state, states, corridors, sorts of goods, with what is chosen marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.words import BY_WORDS, MODE_WORDS
from kengesh.site.overlap.offering import Group, Option
from kengesh.terms.messages import _


def places_offered(ground: Ground, chosen: str) -> list[Group]:
    """Return the places of the network by the state in which they lie, in the reader's alphabet."""
    by_state: dict[str, list[Option]] = {}
    for place in sorted(ground.network.places.values(), key=lambda one: one.name):
        option = Option(place.id, place.name, "", place.id == chosen)
        by_state.setdefault(place.country, []).append(option)
    reader = ground.reading.reader
    return [Group(reader.name(state), tuple(by_state[state])) for state in reader.sorted(by_state)]


def states_offered(ground: Ground, chosen: Collection[str]) -> list[Option]:
    """Return the states of the network."""
    reader = ground.reading.reader
    states = {place.country for place in ground.network.places.values()}
    return [Option(one, reader.name(one), "", one in chosen) for one in reader.sorted(states)]


def corridors_offered(ground: Ground, chosen: str) -> list[Option]:
    """Return the named corridors, in the order of their table."""
    return [
        Option(one.id, one.name, foreign(ground), one.id == chosen)
        for one in ground.network.corridors.values()
    ]


def goods_offered(ground: Ground, chosen: str) -> list[Option]:
    """Return the sorts of goods of the network; without the layer for exercises there are none."""
    return [
        Option(one.id, one.name, foreign(ground), one.id == chosen)
        for one in ground.network.commodities.values()
    ]


def modes_offered(chosen: Collection[str]) -> list[Option]:
    """Return the modes."""
    return _worded(MODE_WORDS, chosen)


def measures_offered(chosen: str) -> list[Option]:
    """Return what a route may be sought by."""
    return _worded(BY_WORDS, (chosen,))


def foreign(ground: Ground) -> str:
    """Return the language of the names of a network where it is not the reader's: they are written in English."""
    return "" if ground.reading.language == "en" else "en"


def _worded(words: Mapping[str, str], chosen: Iterable[str]) -> list[Option]:
    wanted = tuple(chosen)
    return [Option(one, _(says), "", one in wanted) for one, says in words.items()]
