"""What can be chosen when a claim is built: how many, of whom, what is said of them; each makes its part of the claim.

Done is every set and predicate of the language of claims but these, which can be typed: unions, differences, lists of things other
than parties, ``how many of`` several meetings or instruments, an exception other than a list of parties, the clocks beside the day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kengesh.formats.claims.language.values import (
    Attended,
    AttendeesOf,
    InstrumentsOf,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Listed,
    MeetingsOf,
    OfStatus,
    ParticipantsOf,
    PartiesTo,
    Predicate,
    Quantity,
    Set,
    Shares,
    Signed,
    TookPart,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.terms.messages import N_

Chosen = Mapping[str, str]
"""The fields that were chosen, by name; blank ones are left out."""

LAST = "3"  # meetings, where nothing says how many

HOW_WORDS = {
    Quantity.EVERY: N_("every one of"),
    Quantity.NO: N_("none of"),
    Quantity.SOME: N_("at least one of"),
    Quantity.ONLY: N_("only"),
    Quantity.EXACTLY: N_("exactly so many of"),
    Quantity.AT_LEAST: N_("at least so many of"),
}
COUNTED = (Quantity.EXACTLY, Quantity.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Whom:
    """A sort of set: its words, of what type its things are, the fields that it takes, and how it is made of them."""

    words: str
    of: str
    fields: tuple[str, ...]
    make: Callable[[Chosen], Set]


@dataclass(frozen=True, slots=True)
class Says:
    """A sort of predicate: its words, of what types of things it can be said, its fields, and how it is made of them."""

    words: str
    of: tuple[str, ...]
    fields: tuple[str, ...]
    make: Callable[[Chosen], Predicate]


WHOM = {
    "participants": Whom(
        N_("the participants of a meeting"),
        "party",
        ("meeting", "except"),
        lambda one: ParticipantsOf(one["meeting"]),
    ),
    "attendees": Whom(
        N_("all who came to a meeting"),
        "party",
        ("meeting", "except"),
        lambda one: AttendeesOf(one["meeting"]),
    ),
    "belonging": Whom(
        N_("those with a status in a body"),
        "party",
        ("status", "body", "except"),
        lambda one: OfStatus(one["status"], one["body"]),
    ),
    "these": Whom(
        N_("parties that I choose"), "party", ("one",), lambda one: Listed(tuple(one["one"].split(",")))
    ),
    "signatories": Whom(
        N_("the signatories of an instrument"),
        "party",
        ("instrument", "except"),
        lambda one: PartiesTo("signatories", one["instrument"]),
    ),
    "bound": Whom(
        N_("the parties to an instrument"),
        "party",
        ("instrument", "except"),
        lambda one: PartiesTo("parties", one["instrument"]),
    ),
    "last": Whom(
        N_("the last meetings of a body"),
        "meeting",
        ("last", "body"),
        lambda one: MeetingsOf(one["body"], int(one["last"])),
    ),
    "meetings": Whom(
        N_("all numbered meetings of a body"), "meeting", ("body",), lambda one: MeetingsOf(one["body"])
    ),
    "meeting": Whom(N_("a meeting"), "meeting", ("meeting",), lambda one: Listed((one["meeting"],))),
    "texts": Whom(
        N_("the texts that came out of a meeting"),
        "instrument",
        ("meeting",),
        lambda one: InstrumentsOf(one["meeting"]),
    ),
    "text": Whom(
        N_("an instrument"), "instrument", ("instrument",), lambda one: Listed((one["instrument"],))
    ),
    "proposal": Whom(N_("a proposal"), "proposal", ("proposal",), lambda one: Listed((one["proposal"],))),
    "body": Whom(N_("a body"), "body", ("body",), lambda one: Listed((one["body"],))),
}


def _meetings(one: Chosen) -> Set:
    if "at" in one:
        return Listed((one["at"],))
    return MeetingsOf(one["series"], int(one.get("latest", LAST)))


def _joined(one: Chosen) -> Predicate:
    if "order" not in one:
        return Joined(one["in"])
    return Joined(one["in"], one["order"], one.get("when"), None if "when" in one else one["than"])


MEETINGS = ("at", "latest", "series")
SAYS = {
    "status": Says(
        N_("has a status in a body"),
        ("party",),
        ("holds", "in"),
        lambda one: IsStatus(one["holds"], one["in"]),
    ),
    "took-part": Says(
        N_("took part in meetings"), ("party",), MEETINGS, lambda one: TookPart(_meetings(one))
    ),
    "attended": Says(
        N_("came to meetings, in some capacity"),
        ("party",),
        ("capacity", *MEETINGS),
        lambda one: Attended(_meetings(one), one.get("capacity")),
    ),
    "invited": Says(
        N_("was invited to meetings"),
        ("party",),
        ("capacity", *MEETINGS),
        lambda one: WasInvited(_meetings(one), one.get("capacity")),
    ),
    "signed": Says(
        N_("signed or ratified a text"),
        ("party",),
        ("signed", "text"),
        lambda one: Signed(one["signed"], Listed((one["text"],))),
    ),
    "bound": Says(N_("is party to a text"), ("party",), ("text",), lambda one: IsPartyTo(one["text"])),
    "joined": Says(N_("joined a body"), ("party",), ("in", "order", "when", "than"), _joined),
    "shares": Says(
        N_("belongs to bodies together with another"),
        ("party",),
        ("least", "with"),
        lambda one: Shares(int(one["least"]), one["with"]),
    ),
    "first-to-join": Says(
        N_("is the first to join a body"), ("party",), ("in",), lambda one: IsFirst("join", one["in"])
    ),
    "first-to-sign": Says(
        N_("is the first to sign a text"), ("party",), ("text",), lambda one: IsFirst("sign", one["text"])
    ),
    "first-to-host": Says(
        N_("is the first to host a meeting of a body"),
        ("party",),
        ("in",),
        lambda one: IsFirst("host", one["in"]),
    ),
    "made": Says(
        N_("was adopted, signed or approved"),
        ("instrument",),
        ("made", "there"),
        lambda one: WasMade(one["made"], one.get("there")),
    ),
    "proposed": Says(
        N_("was proposed by somebody"),
        ("proposal",),
        ("proposer", "there"),
        lambda one: WasProposed(one["proposer"], one.get("there")),
    ),
    "held": Says(N_("was held"), ("meeting",), ("place",), lambda one: WasHeld(one.get("place"))),
    "chaired": Says(
        N_("was chaired by somebody"), ("meeting", "body"), ("chair",), lambda one: WasChaired(one["chair"])
    ),
    "first-meeting": Says(
        N_("is the first meeting of a body"), ("meeting",), ("in",), lambda one: IsFirst("meet", one["in"])
    ),
}
