"""Which way is asked for, in words."""

from __future__ import annotations

from kengesh.corridors.questions.asking import Asked
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.words import BY_WORDS, MODE_WORDS, said
from kengesh.terms.messages import _


def ends_words(ground: Ground, asked: Asked) -> str:
    """Say from where to where."""
    places = ground.network.places
    says = _("{origin} – {destination}")
    return says.format(origin=places[asked.origin].name, destination=places[asked.destination].name)


def way_words(ground: Ground, asked: Asked) -> list[tuple[str, str]]:
    """Return what is asked for, each part with what it is called; parts that are not asked for are left out."""
    network, reader = ground.network, ground.reading.reader
    goods = network.commodities.get(asked.shipper.commodity)
    parts = [
        (_("From and to"), ends_words(ground, asked)),
        (_("Sought by"), said(BY_WORDS, asked.by)),
        (_("By way of"), ", ".join(network.places[one].name for one in asked.via)),
        (_("Not through"), ", ".join(reader.name(one) for one in reader.sorted(asked.avoid))),
        (_("Modes"), ", ".join(said(MODE_WORDS, one) for one in asked.modes)),
        (_("Goods"), goods.name if goods else ""),
    ]
    return [(words, value) for words, value in parts if value]
