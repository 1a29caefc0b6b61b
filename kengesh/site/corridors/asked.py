"""What the addresses of pages about corridors ask for, in one order, so that a page has one address.

==============  ====================================================================================
from, to        places, by id
by              time, cost or generalised
via             places by which a route leads, in order, with commas
avoid           states through which it does not lead, with commas
modes           rail, road, sea; all where none is named
commodity       a sort of goods
corridor        a named corridor, in the place of via, avoid and modes
open            which rows are open: those that exist; ``building`` those under construction too, ``planned`` planned ones too
exercise        ``yes``: the layer for exercises is laid on the network
a, b            two things to compare: ``base``, a corridor, or ``scenario/`` and the name of a scenario
==============  ====================================================================================
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kengesh.site.clocks import NAMES
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Elsewhere
from kengesh.terms.messages import _

OWN = ("a", "b", "from", "to", "by", "corridor", "via", "avoid", "modes", "commodity", "open", "exercise")
SEVERAL_OF_CORRIDORS = {"modes", "avoid"}
"""The fields that an address may give more than once."""
ASKED_OF_CORRIDORS = frozenset(OWN)

YES = "yes"
OPEN_ROWS: Mapping[str, tuple[str, ...]] = {
    "": ("existing",),
    "building": ("existing", "under construction"),
    "planned": ("existing", "under construction", "planned"),
}


def asked(reading: Reading, name: str) -> str:
    """Return what the address gives under a name, empty where it gives nothing."""
    return reading.query.get(name, "").strip()


def listed(reading: Reading, name: str) -> tuple[str, ...]:
    """Return the values that the address gives under a name, each once, in their order."""
    given = (one.strip() for one in asked(reading, name).split(","))
    return tuple(dict.fromkeys(one for one in given if one))


def chosen(reading: Reading, name: str, allowed: Collection[str], otherwise: str = "") -> str:
    """Return a value that has to be one of some. Raises AskedWrongly."""
    value = asked(reading, name) or otherwise
    if value and value not in allowed:
        raise AskedWrongly(_not_one(name, value, allowed))
    return value


def several(reading: Reading, name: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Return values each of which has to be one of some. Raises AskedWrongly."""
    values = listed(reading, name)
    for value in values:
        if value not in allowed:
            raise AskedWrongly(_not_one(name, value, allowed))
    return values


def elsewhere(reading: Reading, query: Mapping[str, str]) -> Elsewhere | None:
    """Return the one address of what was asked for, where it was asked for by another; else nothing."""
    wanted = {name: value for name in OWN if (value := query.get(name, ""))}
    own = {name: value for name, value in reading.query.items() if name in ASKED_OF_CORRIDORS}
    if own == wanted:
        return None
    others = {name: said for name, said in reading.query.items() if name not in own and name not in NAMES}
    return Elsewhere(reading.href(reading.page, **wanted, **others))


def _not_one(name: str, value: str, allowed: Collection[str]) -> str:
    most = 12  # of a long list the first ones show what is meant
    few = [one for one in allowed if one]
    if not few:
        says = _("{name}: {value} cannot be asked for here: there is nothing to choose from.")
        return says.format(name=name, value=value)
    told = ", ".join(few[:most]) + (" …" if len(few) > most else "")
    says = _("{name}: {value} is not one of: {allowed}.")
    return says.format(name=name, value=value, allowed=told)
