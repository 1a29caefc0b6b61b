"""One order of statuses for all bodies, so that what a party is in one can be set beside what it is in another.

The order is a table, and so is which of a record's own statuses goes where. A status that the table does not have keeps its own
id as its code, and stands where the charter of its body ranks it: after the nearest status above it that the table has.

Three codes are of parties without a status: ``withdrawn`` was something that has ended, ``none`` has none (that is denied, or its
membership had not begun), and of ``not-known`` nothing in the record says so, or the sources differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kengesh.charter import StatusRule
from kengesh.terms.messages import N_, _


class Code(Enum):
    """The codes, the highest first."""

    PARTY = "party"
    MEMBER = "member"
    ASSOCIATE = "associate"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue-partner"
    CANDIDATE = "candidate"
    SIGNATORY = "signatory"
    GUEST = "guest"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    NONE = "none"
    NOT_KNOWN = "not-known"


CODE_WORDS = {
    Code.PARTY: N_("party"),
    Code.MEMBER: N_("member"),
    Code.ASSOCIATE: N_("associate"),
    Code.PARTICIPANT: N_("participating state"),
    Code.OBSERVER: N_("observer"),
    Code.DIALOGUE_PARTNER: N_("dialogue partner"),
    Code.CANDIDATE: N_("candidate"),
    Code.SIGNATORY: N_("signatory"),
    Code.GUEST: N_("guest"),
    Code.SUSPENDED: N_("suspended"),
    Code.WITHDRAWN: N_("withdrawn"),
    Code.NONE: N_("none"),
    Code.NOT_KNOWN: N_("not known"),
}

# The statuses of records that say the same as a code in other words.
CODE_OF = {
    "party": Code.PARTY,
    "founding-member": Code.MEMBER,
    "full-member": Code.MEMBER,
    "member": Code.MEMBER,
    "associate": Code.ASSOCIATE,
    "founding-participant": Code.PARTICIPANT,
    "full-participant": Code.PARTICIPANT,
    "participant": Code.PARTICIPANT,
    "observer": Code.OBSERVER,
    "dialogue-partner": Code.DIALOGUE_PARTNER,
    "sco-partner": Code.DIALOGUE_PARTNER,
    "partner-state": Code.DIALOGUE_PARTNER,
    "acceding": Code.CANDIDATE,
    "admitted": Code.CANDIDATE,
    "applicant": Code.CANDIDATE,
    "candidate": Code.CANDIDATE,
    "signatory": Code.SIGNATORY,
    "guest": Code.GUEST,
    "invited": Code.GUEST,
    "frozen": Code.SUSPENDED,
    "suspended": Code.SUSPENDED,
}

ORDER = {code: place for place, code in enumerate(Code)}

Place = tuple[int, int]
"""Where a code stands: its place in the order, and, of a status that keeps its own, its rank by the charter plus one."""


def code_of(status: str) -> str:
    """Return the code of a status of a record: one of :class:`Code`, or the status itself where there is none."""
    code = CODE_OF.get(status)
    return status if code is None else code.value


def place_of(code: str, rules: Mapping[str, StatusRule]) -> Place:
    """Return where a code stands, the highest first; `rules` are the ranks of the body, for statuses that keep their own.

    A status that neither the table nor the charter knows stands after all that are a status.
    """
    if code in _KNOWN:
        return ORDER[Code(code)], 0
    rule = rules.get(code)
    if rule is None:
        return ORDER[Code.SUSPENDED], len(rules) + 1
    above = [one for one in rules.values() if one.rank < rule.rank and one.status in CODE_OF]
    nearest = max(above, key=lambda one: one.rank, default=None)
    return (ORDER[Code.PARTY] if nearest is None else ORDER[CODE_OF[nearest.status]]), rule.rank + 1


def code_words(code: str) -> str | None:
    """Return the word for a code in the language in use; None for a status that keeps its own name."""
    return _(CODE_WORDS[Code(code)]) if code in _KNOWN else None


_KNOWN = frozenset(code.value for code in Code)
