"""The pairs of places for which pages say what a scenario changes: five that stand for the region, or the ends of named corridors.

A network that lacks any of the five (one of another region) is asked between the ends of its own corridors instead.
"""

from __future__ import annotations

from kengesh.corridors.network.tables import Corridor
from kengesh.corridors.questions.asking import Asked
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.way import shipper_of

FIVE = (
    ("CN-XIA", "TR-IST"),  # Xi'an-Istanbul
    ("UZ-TAS", "GE-POP"),  # Tashkent-Poti
    ("KG-OSH", "TR-MER"),  # Osh-Mersin
    ("TJ-DYU", "IR-BND"),  # Dushanbe-Bandar Abbas
    ("KZ-ALM", "AZ-BAK"),  # Almaty-Baku
)
BY_RAIL_AND_SEA = ("rail", "sea")


def pairs_of(ground: Ground, own: tuple[str, str] = ("", "")) -> tuple[Asked, ...]:
    """Return the pairs, by rail and sea as containers go, the one that the address names first."""
    places, shipper = ground.network.places, shipper_of(ground)
    known = [pair for pair in FIVE if all(end in places for end in pair)]
    ends = known if len(known) == len(FIVE) else [(c.from_place, c.to_place) for c in _corridors(ground)]
    wanted = dict.fromkeys([own, *ends] if all(own) else ends)
    return tuple(Asked(*pair, "time", shipper, modes=BY_RAIL_AND_SEA) for pair in wanted)


def named_ways(ground: Ground) -> dict[str, Asked]:
    """Return the ways along the named corridors between their own ends, by the id of the corridor."""
    shipper = shipper_of(ground)
    return {
        one.id: Asked(one.from_place, one.to_place, "time", shipper, one.via, one.avoid, one.modes)
        for one in _corridors(ground)
    }


def _corridors(ground: Ground) -> list[Corridor]:
    return list(ground.network.corridors.values())
