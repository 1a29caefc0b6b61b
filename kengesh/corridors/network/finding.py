"""Finding a place by what a person calls it: its id, its UN/LOCODE, its name, or words that no other place has in its name.

What a name says in brackets is left out where it is sought by words: Mersin is the Port of Mersin, and Istanbul is Istanbul (Halkali).
Where several are meant equally, none is taken, and all are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from kengesh.corridors.network.tables import Place
from kengesh.terms.messages import _

MOST_OFFERED = 8


def find_place(places: Mapping[str, Place], text: str) -> Place:
    """Return the place that is meant. Raises LookupError with those that are near."""
    if text in places:
        return places[text]
    wanted = text.casefold().strip()
    found = _by_name(places, wanted) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        says = _("“{text}” names several places of this network. Say which: {places}.")
        raise LookupError(says.format(text=text, places=_offered(found)))
    raise LookupError(_not_found(text, _near(places, wanted)))


def _by_name(places: Mapping[str, Place], wanted: str) -> list[Place]:
    exact = [
        one
        for one in places.values()
        if wanted in (one.place_id.casefold(), one.un_locode.casefold(), one.name.casefold())
    ]
    if exact:
        return exact
    plain = {key: _without_brackets(one.name) for key, one in places.items()}
    words = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    found = [key for key, name in plain.items() if name == wanted]
    return [places[key] for key in found or [key for key, name in plain.items() if words.search(name)]]


def _without_brackets(name: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", name.casefold()).split())


def _near(places: Mapping[str, Place], wanted: str) -> list[Place]:
    begun = [one for one in places.values() if wanted and wanted in one.name.casefold()]
    names = {one.name.casefold(): one for one in places.values()}
    names |= {_without_brackets(one.name): one for one in places.values()}
    names |= {key.casefold(): one for key, one in places.items()}
    alike = [names[name] for name in get_close_matches(wanted, names, 5, 0.6)]
    return list({one.place_id: one for one in [*begun, *alike]}.values())


def _offered(places: Iterable[Place]) -> str:
    return ", ".join(f"{one.place_id} ({one.name})" for one in list(places)[:MOST_OFFERED])


def _not_found(text: str, near: Iterable[Place]) -> str:
    offered = _offered(near)
    if offered:
        return _("“{text}” is no place of this network. Is it one of these: {near}?").format(
            text=text, near=offered
        )
    return _("“{text}” is no place of this network.").format(text=text)
