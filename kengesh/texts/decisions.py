"""Decisions on a compiled text, as values, and as acts that a log can hold.

Somebody decides (the chair who states that nobody objects, a delegation that withdraws); the text keeps what was decided
and by which decision, and no more than that: there is no database here. :data:`KINDS` are the same decisions as kinds of
act, for the log of the room in which a text is negotiated.

``choose``
    in a region or on a unit: the base, one delegation's variant, or ``both`` where insertions can stand together.
``agree-ad-ref``, ``agree``
    a unit without open brackets; amendments to it are requests to reopen from then on.
``park``
    sets a unit aside: what is open in it stays open.
``withdraw``
    a delegation takes back an amendment, all that it has on a unit, or everything; whoever supports it keeps it up.
``reopen``
    the chair admits a request: the unit can be amended again.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Choice, Field, Line, ListOf, Thing, Words
from kengesh.terms.messages import _

BASE, BOTH = "base", "both"  # what can be taken beside a delegation's variant


class Deciding(StrEnum):
    """What a decision does."""

    CHOOSE = "choose"
    AGREE_AD_REFERENDUM = "agree-ad-ref"
    AGREE = "agree"
    PARK = "park"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class Decision(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One decision.

    `place` is the id of a region, or of a unit of the text or a proposal (a label as the rolling text prints it will do
    where it is given by hand). `take` is of a choice: ``base``, ``both``, or the code of a delegation. `delegation` and
    `amendments` are of a withdrawal; without amendments it is all that the delegation has at the place, without a place
    everything. `at` is an instant, ISO 8601 in UTC.
    """

    decides: Deciding
    place: str = ""
    take: str = ""
    delegation: str = ""
    amendments: tuple[str, ...] = ()
    at: str = ""
    because: str = ""

    @property
    def id(self) -> str:
        """The hash of what was decided, by which the text refers to it."""
        said = (self.decides, self.place, self.take, self.delegation, *self.amendments, self.at, self.because)
        return "d" + sha256("\n".join(said).encode()).hexdigest()[:15]


class CannotDecide(ValueError):
    """A decision that the text does not allow; its sentence says what stands against it."""


def problem_of(decision: Decision) -> str:
    """Return what is wrong with a decision by itself, empty if nothing is."""
    if decision.decides is Deciding.CHOOSE and not (decision.place and decision.take):
        return _("a choice needs the place and what to take: base, both, or a delegation.")
    if decision.decides is Deciding.WITHDRAW and not (decision.delegation or decision.amendments):
        return _("a withdrawal needs the delegation that withdraws, or the amendments.")
    if decision.decides not in (Deciding.CHOOSE, Deciding.WITHDRAW) and not decision.place:
        return _("a decision needs the unit that it is about.")
    return ""


_ON = (
    Field("text", Thing(), "the text that is negotiated", required=True),
    Field("version", Line(), "the hash of the version on whose rolling text it was decided", required=True),
)
_BECAUSE = Field("because", Words(), "why, where that was said")
_EXAMPLE = {
    "voice": "performed",
    "text": "logistics-declaration",
    "version": "717efa3249936765e3775cac6d6f5e66e6a6ea7f2351d94998934fea45428b32",
}

CHOOSE_VARIANT = Kind(
    name="choose-variant/1",
    group="text",
    says="One of the variants of a text in negotiation is taken: the base, a delegation's, or insertions together.",
    fields=(
        *_ON,
        Field("place", Line(), "the id of the region or unit", required=True),
        Field("take", Line(), "base, both, or the code of a delegation", required=True),
        _BECAUSE,
    ),
    key=("text",),
    example={**_EXAMPLE, "kind": "choose-variant/1", "place": "r0123456789a", "take": "KAZ"},
)

AGREE_UNIT = Kind(
    name="agree-unit/1",
    group="text",
    says="A unit of a text in negotiation is agreed, ad referendum or for good.",
    fields=(
        *_ON,
        Field("unit", Line(), "the id of the unit", required=True),
        Field("how", Choice(("ad-ref", "agreed")), "how far it is agreed", required=True),
        _BECAUSE,
    ),
    key=("text",),
    example={**_EXAMPLE, "kind": "agree-unit/1", "unit": "u12", "how": "ad-ref"},
)

PARK_UNIT = Kind(
    name="park-unit/1",
    group="text",
    says="A unit of a text in negotiation is set aside; what is open in it stays open.",
    fields=(*_ON, Field("unit", Line(), "the id of the unit", required=True), _BECAUSE),
    key=("text",),
    example={**_EXAMPLE, "kind": "park-unit/1", "unit": "u12"},
)

WITHDRAW_AMENDMENT = Kind(
    name="withdraw-amendment/1",
    group="text",
    says="A delegation takes back amendments to a text in negotiation.",
    fields=(
        *_ON,
        Field("delegation", Line(), "the code of the delegation or group", required=True),
        Field("amendments", ListOf(Line()), "the ids of the amendments", required=True),
        _BECAUSE,
    ),
    key=("text",),
    example={
        **_EXAMPLE,
        "kind": "withdraw-amendment/1",
        "delegation": "TKM",
        "amendments": ["a0123456789abcde"],
    },
)

REOPEN_UNIT = Kind(
    name="reopen-unit/1",
    group="text",
    says="An agreed unit of a text in negotiation may be amended again.",
    fields=(*_ON, Field("unit", Line(), "the id of the unit", required=True), _BECAUSE),
    key=("text",),
    example={**_EXAMPLE, "kind": "reopen-unit/1", "unit": "u12"},
)

KINDS = (CHOOSE_VARIANT, AGREE_UNIT, PARK_UNIT, WITHDRAW_AMENDMENT, REOPEN_UNIT)
