"""The page of a named corridor: its best route between its own ends or others, step by step, and what that rests on."""

from __future__ import annotations

from kengesh.site.corridors.answered import answered
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.offering import goods_offered, places_offered
from kengesh.site.corridors.route_words import way_words
from kengesh.site.corridors.unknown import unknown
from kengesh.site.corridors.way import along
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page

FOLDER = "corridor/"


@on_the_network
def corridor(reading: Reading, ground: Ground, corridor: str) -> Page | Elsewhere:
    """Show one corridor, such as ``middle`` for the row ``corridor/middle``."""
    row = ground.network.corridors.get(FOLDER + corridor)
    if row is None:
        return unknown(ground, corridor)
    asked = along(ground, row)
    query = {
        "from": "" if asked.origin == row.from_place else asked.origin,
        "to": "" if asked.destination == row.to_place else asked.destination,
        "commodity": asked.shipper.commodity,
        **ground.kept,
    }
    other = elsewhere(reading, query)
    if other is not None:
        return other
    found = {
        "row": row,
        "asked": asked,
        "way_words": way_words(ground, asked),
        "origins": places_offered(ground, asked.origin),
        "destinations": places_offered(ground, asked.destination),
        "goods": goods_offered(ground, asked.shipper.commodity),
        **answered(ground, asked, row.name),
    }
    return framed(ground, "corridor", row.name, found)
