"""How a claim is written, for those who type it: a few lines on each part of the language, with claims to try.

``kengesh.formats.claims.language.reading`` has the whole grammar.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.terms.messages import N_

LONGEST_TYPED = 700  # characters: as many as leave room in an address


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a claim: what it says, and the spellings that there are, in the language of claims."""

    words: str
    spellings: tuple[str, ...]


PARTS = (
    Part(N_("How many"), ("every", "no", "some", "only", "exactly 2", "at least 2")),
    Part(
        N_("Of whom"),
        (
            "participant of meeting MEETING",
            "attendee of meeting MEETING",
            "STATUS of BODY",
            "signatory of INSTRUMENT",
            "party to INSTRUMENT",
            "{ KAZ, KGZ, TJK }",
            "instrument of meeting MEETING",
            "meeting of BODY",
            "the last 3 meetings of BODY",
        ),
    ),
    Part(N_("All but some of them, of whom it is not so"), ("except { TJK }",)),
    Part(
        N_("What is said of parties"),
        (
            "is STATUS of BODY",
            "took part in MEETING",
            "attended MEETING",
            "was CAPACITY at MEETING",
            "was invited as CAPACITY to MEETING",
            "signed INSTRUMENT",
            "ratified INSTRUMENT",
            "is party to INSTRUMENT",
            "joined BODY before DAY",
            "shares at least 3 bodies with KAZ",
            "is the first to join BODY",
        ),
    ),
    Part(
        N_("What is said of texts, proposals and meetings"),
        (
            "was adopted at MEETING",
            "was proposed by UZB",
            "was held in PLACE",
            "was chaired by PERSON",
            "is the first meeting of BODY",
        ),
    ),
    Part(
        N_("When, as the record knew it, and by whose word"),
        ("on 2025-11-16", "known at 400", "reported by 2025-11-20", "by official sources"),
    ),
)

EXAMPLES = (
    "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16",
    "TKM is member of ots on 2025-11-16",
    "AZE was guest-of-honour at the last 3 meetings of consultative-meeting on 2025-12-16",
    "at least 3 {KAZ, KGZ, TJK, TKM, UZB} shares at least 5 bodies with KAZ",
    "joint-statement-7 was signed at consultative-meeting/7",
)
