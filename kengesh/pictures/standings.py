"""What a party is in a body on one day, as marks and words show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kengesh.mechanism.participation import Participation
from kengesh.mechanism.reader import Reader
from kengesh.pictures.bands import sort_of
from kengesh.pictures.marks import Sort
from kengesh.terms.dates import Truth
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Stand:
    """What a party is: of which sort, by which status (None where it has none), and whether sources differ on it."""

    sort: Sort
    status: str | None
    disputed: bool
    since: str | None = None
    last_attested: str | None = None


def stand_of(found: Participation, on: date) -> Stand:
    """Return what a party is in a body on a day; where no act speaks of it, it is not known."""
    standings = found.standings(on)
    disputed = any(one.disputed for one in standings)
    held = next((one for one in standings if one.truth is Truth.YES), None)
    if held is not None:
        return Stand(sort_of(found, held.status), held.status, disputed, held.since, held.last_attested)
    denied = standings and all(one.truth is Truth.NO for one in standings)
    return Stand(Sort.NO if denied else Sort.NOT_KNOWN, None, disputed)


def stand_words(reader: Reader, stand: Stand) -> str:
    """Say what a party is."""
    without = _("no") if stand.sort is Sort.NO else _("not known")
    told = without if stand.status is None else reader.name(stand.status)
    return _("{status} (sources differ)").format(status=told) if stand.disputed else told
