"""What the addresses of pages about overlap ask for: parties, bodies, and in which reading they belong.

``states`` and ``bodies`` are ids with commas, as boxes that are ticked send them; left out, the record says what counts. What is
asked for in another order, or with fields left blank, is asked for again in one order, so that a page has one address.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.site.clocks import NAMES
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Elsewhere
from kengesh.terms.messages import _

ASKED_OF_OVERLAP = {"states", "bodies", "wide", "first", "second", "party", "body", "status"}
SEVERAL_OF_OVERLAP = {"states", "bodies"}
"""The fields that an address may give more than once."""

PARTY_TYPES = ("party", "body")  # a body takes part in others too
MOST_PARTIES = 12  # two by two these are 66 rows, and more columns than a screen shows
MOST_BODIES = 40
WIDE = "yes"


@dataclass(frozen=True, slots=True)
class Asked:
    """What counts: None where the address does not say. `wide` is the reading in which observers and associates belong too."""

    states: tuple[str, ...] | None
    bodies: tuple[str, ...] | None
    wide: bool

    @property
    def query(self) -> dict[str, str]:
        """What an address asks for to have the same, in one order."""
        given = {"states": ",".join(self.states or ()), "bodies": ",".join(self.bodies or ())}
        return {name: value for name, value in (*given.items(), ("wide", WIDE if self.wide else "")) if value}


def asked_of(reading: Reading) -> Asked:
    """Read what the address asks for. Raises AskedWrongly, or NotInRecord for a thing that the record does not know as such."""
    return Asked(
        _things(reading, "states", PARTY_TYPES, MOST_PARTIES),
        _things(reading, "bodies", ("body",), MOST_BODIES),
        _is_wide(reading),
    )


def elsewhere(reading: Reading, query: dict[str, str]) -> Elsewhere | None:
    """Return the one address of what was asked for, where it was asked for by another; else nothing."""
    own = {name: value for name, value in reading.query.items() if name in ASKED_OF_OVERLAP}
    if own == query:
        return None
    others = {name: said for name, said in reading.query.items() if name not in own and name not in NAMES}
    return Elsewhere(reading.href(reading.page, **query, **others))


def thing_asked(reading: Reading, name: str, *types: str) -> str | None:
    """Return the one thing that a field of the address names, None where it is blank. Raises NotInRecord."""
    thing = reading.query.get(name, "").strip()
    if not thing:
        return None
    reading.must_know(thing, *types)
    return thing


def _things(reading: Reading, name: str, types: tuple[str, ...], most: int) -> tuple[str, ...] | None:
    given = {one.strip() for one in reading.query.get(name, "").split(",")} - {""}
    if len(given) > most:
        says = _("{name}: {count} were chosen; choose no more than {most}.")
        raise AskedWrongly(says.format(name=name, count=len(given), most=most))
    for thing in sorted(given):
        reading.must_know(thing, *types)
    return tuple(sorted(given)) or None


def _is_wide(reading: Reading) -> bool:
    value = reading.query.get("wide", "").strip()
    if value not in ("", WIDE):
        says = _(
            "wide: {value} is not a reading; it is {yes} for the wide one, and left out for the narrow one."
        )
        raise AskedWrongly(says.format(value=value, yes=WIDE))
    return value == WIDE
