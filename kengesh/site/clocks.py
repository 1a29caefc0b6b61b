"""The three clocks of a page, as its address carries them: ``on``, ``reported_by``, ``known_at``.

An address without them is of the day that the record reaches, by all sources, as it is known now; so a page that is cited with its
clocks shows the same for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from kengesh.terms.dates import parse_day
from kengesh.terms.messages import N_, _

NAMES = ("on", "reported_by", "known_at")
CLOCK_WORDS = {
    "on": N_("As it was on"),
    "reported_by": N_("As reported by"),
    "known_at": N_("As known on"),
}
LONGEST = 40  # characters: a moment with its zone has 32


class ClockRefused(ValueError):
    """A clock that is no day, number of entries or moment; the sentence names it."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """What the address asks for; None where it asks for nothing."""

    on: str | None = None
    reported_by: str | None = None
    known_at: str | None = None

    @property
    def query(self) -> str:
        """The query that keeps these clocks in another address: ``?on=2025-11-15``, or nothing."""
        given = [(name, value) for name in NAMES if (value := getattr(self, name))]
        return f"?{urlencode(given)}" if given else ""

    def with_(self, /, **more: str) -> str:
        """Return the query that keeps these clocks and asks for something more."""
        given = {name: value for name in NAMES if (value := getattr(self, name))}
        return f"?{urlencode({**given, **more})}"


def clocks_of(query: Mapping[str, str]) -> Clocks:
    """Read the clocks out of an address. Raises ClockRefused."""
    given = {name: query.get(name, "").strip() for name in NAMES}
    for name, value in given.items():
        if len(value) > LONGEST:
            says = _("{name} is {length} characters long; a day has ten, such as 2025-11-16.")
            raise ClockRefused(says.format(name=_(CLOCK_WORDS[name]), length=len(value)))
    for name in ("on", "reported_by"):
        try:
            if given[name]:
                parse_day(given[name])
        except ValueError as error:
            raise ClockRefused(f"{_(CLOCK_WORDS[name])}: {error}") from None
    return Clocks(**{name: value or None for name, value in given.items()})
