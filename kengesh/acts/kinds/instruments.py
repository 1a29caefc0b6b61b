"""Instruments and their life: described, adopted, signed, approved, ratified, in force; where the text is.

The verb is the source's own: adopted, signed and approved are three acts and are never turned into one another. What
one source calls signed and another adopted are two acts, and a `contradict` may set them side by side.
Terms follow the Vienna Convention on the Law of Treaties (1969), articles 10 to 16, 24 and 76 to 77.
"""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Address, Choice, Day, Field, Language, ListOf, Thing, Whole, Words

INSTRUMENT = Field("instrument", Thing(), "the instrument", required=True)
ON = Field("on", Day(), "when", required=True)
MEETING = Field("meeting", Thing(), "at which meeting")
BODY = Field("body", Thing(), "by which body")
PARTIES = Field("parties", ListOf(Thing()), "by which parties")
WITHIN = Field("within", Thing(), "the other instrument inside which it was done, such as a joint statement")
CITED = [{"source": "avim-2025-109", "passage": "paragraph 3"}]
EVENTS = ("adopt", "sign", "approve", "ratify", "enter-into-force")

DESCRIBE = Kind(
    name="describe-instrument/1",
    group="instrument",
    says="What an instrument is: between whom, for which period, of how many articles, after which other one.",
    fields=(
        INSTRUMENT,
        Field("between", ListOf(Thing()), "the parties that it names"),
        Field("period", Day(), "the years that it covers"),
        Field("articles", Whole(), "how many articles"),
        Field("follows", Thing(), "the instrument that it continues or replaces"),
        Field("what", Words(), "what is known of its content"),
    ),
    key=("instrument",),
    single=("period", "articles"),
    example={
        "kind": "describe-instrument/1",
        "voice": "reported",
        "instrument": "treaty-2022",
        "between": ["KAZ", "KGZ", "TJK", "TKM", "UZB"],
        "articles": 32,
        "sources": CITED,
    },
)

PRESENT_DRAFT = Kind(
    name="present-draft/1",
    group="instrument",
    says="A draft of an instrument is presented, agreed by experts, or ordered to be prepared.",
    fields=(
        INSTRUMENT,
        ON,
        Field(
            "stage",
            Choice(("ordered", "drafted", "presented", "agreed")),
            "what was done with the draft",
            required=True,
        ),
        Field("by", ListOf(Thing()), "who did it"),
        MEETING,
    ),
    key=("instrument", "stage", "on"),
    example={
        "kind": "present-draft/1",
        "voice": "reported",
        "instrument": "security-concept",
        "on": "2025-04-18",
        "stage": "presented",
        "sources": CITED,
    },
)

OPEN_FOR_SIGNATURE = Kind(
    name="open-for-signature/1",
    group="instrument",
    says="The text of an instrument is agreed and signature begins.",
    fields=(INSTRUMENT, ON, PARTIES, MEETING),
    key=("instrument",),
    single=("on",),
    example={
        "kind": "open-for-signature/1",
        "voice": "reported",
        "instrument": "treaty-2022",
        "on": "2022-07-21",
        "meeting": "consultative-meeting/4",
        "sources": CITED,
    },
)

ADOPT = Kind(
    name="adopt/1",
    group="instrument",
    says="An instrument is adopted.",
    fields=(INSTRUMENT, ON, MEETING, BODY, PARTIES, WITHIN),
    key=("instrument",),
    single=("on",),
    law="Vienna Convention on the Law of Treaties, article 9",
    example={
        "kind": "adopt/1",
        "voice": "reported",
        "instrument": "procedures-2019",
        "on": "2019-11-29",
        "meeting": "consultative-meeting/2",
        "sources": CITED,
    },
)

SIGN = Kind(
    name="sign/1",
    group="instrument",
    says="Parties sign an instrument.",
    fields=(INSTRUMENT, ON, PARTIES, MEETING, WITHIN, Field("place", Thing(), "where")),
    key=("instrument", "parties"),
    single=("on",),
    law="Vienna Convention on the Law of Treaties, articles 10 to 12",
    example={
        "kind": "sign/1",
        "voice": "reported",
        "instrument": "treaty-2022",
        "parties": ["TJK"],
        "on": "2025-08-28",
        "place": "dushanbe",
        "sources": CITED,
    },
)

APPROVE = Kind(
    name="approve/1",
    group="instrument",
    says="An instrument is approved, by a decision or inside another instrument.",
    fields=(INSTRUMENT, ON, MEETING, BODY, PARTIES, WITHIN),
    key=("instrument",),
    single=("on",),
    law="Vienna Convention on the Law of Treaties, article 14",
    example={
        "kind": "approve/1",
        "voice": "reported",
        "instrument": "roadmap-2025-2027",
        "on": "2024-08-09",
        "meeting": "consultative-meeting/6",
        "within": "joint-statement-6",
        "sources": CITED,
    },
)

RATIFY = Kind(
    name="ratify/1",
    group="instrument",
    says="A party ratifies an instrument, or approves it by its own procedure.",
    fields=(
        INSTRUMENT,
        ON,
        Field("parties", ListOf(Thing()), "who ratified", required=True),
        Field("by", Words(), "the law"),
    ),
    key=("instrument", "parties"),
    single=("on",),
    law="Vienna Convention on the Law of Treaties, article 14",
    example={
        "kind": "ratify/1",
        "voice": "reported",
        "instrument": "china-treaty-2025",
        "parties": ["KGZ"],
        "on": "2025-09-24",
        "sources": CITED,
    },
)

ENTER_INTO_FORCE = Kind(
    name="enter-into-force/1",
    group="instrument",
    says="An instrument enters into force, for all or for named parties.",
    fields=(INSTRUMENT, ON, PARTIES),
    key=("instrument", "parties"),
    single=("on",),
    law="Vienna Convention on the Law of Treaties, article 24",
    example={
        "kind": "enter-into-force/1",
        "voice": "reported",
        "instrument": "traceca-agreement",
        "parties": ["TKM"],
        "on": "2023-11-14",
        "sources": CITED,
    },
)

DENY_EVENT = Kind(
    name="deny-event/1",
    group="instrument",
    says="By a day, an event in the life of an instrument has not happened. It denies every earlier day too.",
    fields=(
        INSTRUMENT,
        Field("event", Choice(EVENTS), "the event denied", required=True),
        Field("on", Day(), "the day by which it had not happened", required=True),
        Field("parties", ListOf(Thing()), "for whom it had not; left out, for the instrument as a whole"),
    ),
    key=("instrument", "event", "on"),
    example={
        "kind": "deny-event/1",
        "voice": "reported",
        "instrument": "treaty-2022",
        "event": "sign",
        "parties": ["TJK", "TKM"],
        "on": "2022-07-21",
        "sources": CITED,
    },
)

DESIGNATE_DEPOSITARY = Kind(
    name="designate-depositary/1",
    group="instrument",
    says="A party or body keeps the original of an instrument.",
    fields=(INSTRUMENT, Field("party", Thing(), "the depositary", required=True)),
    key=("instrument",),
    single=("party",),
    law="Vienna Convention on the Law of Treaties, articles 76 and 77",
    example={
        "kind": "designate-depositary/1",
        "voice": "reported",
        "instrument": "treaty-2022",
        "party": "KAZ",
        "sources": CITED,
    },
)

LOCATE_TEXT = Kind(
    name="locate-text/1",
    group="instrument",
    says="Where the text of an instrument is, or that it was looked for and not found.",
    fields=(
        INSTRUMENT,
        Field(
            "where",
            Choice(("held", "published", "not-public", "not-found")),
            "where the text is",
            required=True,
        ),
        Field("address", Address(), "the address at which it is published"),
        Field("language", Language(), "the language of that text"),
        Field("by", Words(), "who publishes or holds it"),
        Field("on", Day(), "the day on which it was looked for"),
    ),
    key=("instrument", "where", "address"),
    sourced=False,
    example={
        "kind": "locate-text/1",
        "voice": "reported",
        "instrument": "risk-catalogue",
        "where": "not-found",
    },
)

KINDS = (
    DESCRIBE,
    PRESENT_DRAFT,
    OPEN_FOR_SIGNATURE,
    ADOPT,
    SIGN,
    APPROVE,
    RATIFY,
    ENTER_INTO_FORCE,
    DENY_EVENT,
    DESIGNATE_DEPOSITARY,
    LOCATE_TEXT,
)
