"""A claim as a value: a quantifier, whom it speaks of, what it says of them, and the clocks.

Things stand under the ids of the record. Every claim is finite: a set is made of named things, of what the record lists, or of
other sets; a predicate holds of a thing or not, or that is not known. So every claim has an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Quantity(Enum):
    """How many of a set."""

    EVERY = "every"
    NO = "no"
    SOME = "some"
    ONLY = "only"
    EXACTLY = "exactly"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Quantifier:
    """How many of a set; `count` goes with ``exactly`` and ``at least`` alone."""

    quantity: Quantity = Quantity.EVERY
    count: int | None = None


EVERY = Quantifier()


@dataclass(frozen=True, slots=True)
class Listed:
    """Things named one by one."""

    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParticipantsOf:
    """The parties that took part in a meeting."""

    meeting: str


@dataclass(frozen=True, slots=True)
class AttendeesOf:
    """The parties and organizations that came to a meeting, in whatever capacity."""

    meeting: str


@dataclass(frozen=True, slots=True)
class OfStatus:
    """The parties with a status in a body; ``member`` stands for every status that is membership."""

    status: str
    body: str


@dataclass(frozen=True, slots=True)
class PartiesTo:
    """The parties that signed an instrument (``signatories``), or for which it is in force or ratified (``parties``)."""

    relation: str
    instrument: str


@dataclass(frozen=True, slots=True)
class MeetingsOf:
    """The numbered meetings of a series that were held by the day; with `last`, the last so many of them."""

    series: str
    last: int | None = None


@dataclass(frozen=True, slots=True)
class InstrumentsOf:
    """The instruments that came out of a meeting."""

    meeting: str


@dataclass(frozen=True, slots=True)
class Union:
    """What is in one set or another."""

    first: Set
    second: Set


@dataclass(frozen=True, slots=True)
class Minus:
    """What is in one set and not in another."""

    first: Set
    second: Set


Set = (
    Listed | ParticipantsOf | AttendeesOf | OfStatus | PartiesTo | MeetingsOf | InstrumentsOf | Union | Minus
)


@dataclass(frozen=True, slots=True)
class IsStatus:
    """A party has a status in a body on the day."""

    status: str
    body: str


@dataclass(frozen=True, slots=True)
class TookPart:
    """A party took part in meetings: it belonged to the body, and came in a capacity in which one takes part."""

    meetings: Set
    how_many: Quantifier = EVERY


@dataclass(frozen=True, slots=True)
class Attended:
    """A party or organization was at meetings; `capacity` None is any."""

    meetings: Set
    capacity: str | None = None
    how_many: Quantifier = EVERY


@dataclass(frozen=True, slots=True)
class WasInvited:
    """A party was invited to meetings; `capacity` None is any."""

    meetings: Set
    capacity: str | None = None
    how_many: Quantifier = EVERY


@dataclass(frozen=True, slots=True)
class Signed:
    """A party signed or ratified instruments (`verb`)."""

    verb: str
    instruments: Set
    how_many: Quantifier = EVERY


@dataclass(frozen=True, slots=True)
class IsPartyTo:
    """An instrument binds a party: it is in force for it, or ratified by it."""

    instrument: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A party came to belong to a body; `order` is ``before`` or ``after`` a day or the joining of another party, or None."""

    body: str
    order: str | None = None
    than_day: str | None = None
    than_party: str | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """A party belongs to at least so many bodies to which another belongs too."""

    count: int
    party: str


@dataclass(frozen=True, slots=True)
class WasMade:
    """An instrument was adopted, signed or approved (`verb`), perhaps at a meeting."""

    verb: str
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class WasProposed:
    """A proposal was made by a party, body or person, perhaps at a meeting."""

    by: str
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class WasHeld:
    """A meeting was held; `place` is a town or a party's country, None anywhere."""

    place: str | None = None


@dataclass(frozen=True, slots=True)
class WasChaired:
    """A meeting, or a body on the day, was chaired by a person or party."""

    by: str


@dataclass(frozen=True, slots=True)
class IsFirst:
    """A party is the first to join a body or sign an instrument, a meeting the first of its series: nothing came before.

    `to` is ``join``, ``sign``, ``host`` or ``meet``; `thing` the body, instrument or series.
    """

    to: str
    thing: str


Predicate = (
    IsStatus
    | TookPart
    | Attended
    | WasInvited
    | Signed
    | IsPartyTo
    | Joined
    | Shares
    | WasMade
    | WasProposed
    | WasHeld
    | WasChaired
    | IsFirst
)

DATED = (Signed, Joined, WasMade, WasProposed, WasHeld, IsFirst)
"""Predicates of something that happened: `on` is the day on which it did. Of all others it is the day asked of."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its clocks; what is None is left to who asks.

    `except_` makes two claims: what is said holds of the others, and of none of these. `on` is a date of our EDTF subset where the
    predicate is one of :data:`DATED`, else a day; `as_of` is the day asked of, for these.
    """

    subjects: Set
    predicate: Predicate
    quantifier: Quantifier = EVERY
    except_: Set | None = None
    on: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    reported_by: str | None = None
    counting: str = "preferred"

    @property
    def is_dated(self) -> bool:
        """Whether `on` says when something happened, and not of which day the record is asked."""
        return isinstance(self.predicate, DATED)
