"""Meetings: convened, postponed, held, denied; who came in what capacity; what was on the agenda; who chairs."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Choice, Day, Field, Line, ListOf, Part, Thing, Whole, Words

MEETING = Field("meeting", Thing(), "the meeting", required=True)
NEW_MEETING = Field("meeting", Thing(new=True), "the meeting", required=True)
SERIES = Field("series", Thing(), "the body or series to which it belongs")
NUMBER = Field("number", Whole(), "its number in the series, where sources number it")
PLACE = Field("place", Thing(), "the town")
VENUE = Field("venue", Words(), "the building, as sources name it")
HOST = Field("host", Thing(), "the party that hosts")
CITED = [{"source": "avim-2025-109", "passage": "paragraph 1"}]

# The capacities in which one takes part for a party, the highest first; guests and organizations attend.
PARTICIPATING = (
    "head-of-state",
    "first-president",
    "national-leader",
    "head-of-government",
    "deputy-head-of-government",
    "speaker",
    "minister",
    "envoy",
    "ambassador",
    "military-attache",
    "secretary-of-security-council",
    "delegate",
)
CAPACITIES = (*PARTICIPATING, "guest-of-honour", "guest", "representative-of-organization")

CONVENE = Kind(
    name="convene/1",
    group="meeting",
    says="A meeting is announced for a day or a season. Announced is not held.",
    fields=(
        NEW_MEETING,
        SERIES,
        NUMBER,
        Field("on", Day(), "the day or season announced"),
        PLACE,
        VENUE,
        HOST,
        Field("announced", Day(), "when it was announced"),
        Field("by", Thing(), "who announced it: a party, a person, a meeting"),
    ),
    key=("meeting",),
    example={
        "kind": "convene/1",
        "voice": "reported",
        "meeting": "consultative-meeting/8",
        "series": "consultative-meeting",
        "number": 8,
        "on": "[2026-09-01..2026-11-30]",
        "host": "TKM",
        "announced": "2026-01-30",
        "sources": CITED,
    },
)

POSTPONE = Kind(
    name="postpone/1",
    group="meeting",
    says="An announced meeting is put off, to another day or without one.",
    fields=(
        MEETING,
        Field("was", Day(), "the day for which it was announced"),
        Field("on", Day(), "the new day, left out where none was set"),
        Field("announced", Day(), "when it was put off"),
        Field("because", Words(), "the reason given"),
    ),
    key=("meeting",),
    example={
        "kind": "postpone/1",
        "voice": "reported",
        "meeting": "consultative-meeting/2020",
        "was": "2020-08",
        "on": "2021",
        "because": {"en": {"text": "The pandemic.", "by": "ours"}},
        "sources": CITED,
    },
)

CANCEL = Kind(
    name="cancel/1",
    group="meeting",
    says="An announced meeting is called off.",
    fields=(MEETING, Field("on", Day(), "when"), Field("because", Words(), "the reason given")),
    key=("meeting",),
    example={
        "kind": "cancel/1",
        "voice": "reported",
        "meeting": "ca-japan/2024",
        "on": "2024-08",
        "sources": CITED,
    },
)

HOLD = Kind(
    name="hold/1",
    group="meeting",
    says="A meeting takes place.",
    fields=(
        NEW_MEETING,
        SERIES,
        NUMBER,
        Field("on", Day(), "the day, or `A/B` from A until before B", required=True),
        PLACE,
        VENUE,
        HOST,
        Field("chair", Thing(), "the person in the chair"),
        Field("chair_office", Words(), "in what office the person presided"),
        Field(
            "character",
            Choice(("regular", "extraordinary", "preparatory", "informal", "virtual")),
            "what sort of meeting it is",
        ),
        Field("prepares", Thing(), "the meeting that it prepares"),
        Field("format", Words(), "its rooms or format"),
    ),
    key=("meeting",),
    single=("on", "number", "place", "character", "chair"),
    example={
        "kind": "hold/1",
        "voice": "reported",
        "meeting": "consultative-meeting/7",
        "series": "consultative-meeting",
        "number": 7,
        "on": "2025-11-16",
        "place": "tashkent",
        "host": "UZB",
        "sources": CITED,
    },
)

DENY_MEETING = Kind(
    name="deny-meeting/1",
    group="meeting",
    says="A meeting that was announced did not take place, as far as a day; or none of the series took place in a period.",
    fields=(
        Field("meeting", Thing(), "the meeting"),
        SERIES,
        Field("on", Day(), "the day up to which, or the period in which, it was not held", required=True),
    ),
    key=("meeting", "series", "on"),
    example={
        "kind": "deny-meeting/1",
        "voice": "reported",
        "series": "consultative-meeting",
        "on": "2020",
        "sources": CITED,
    },
)

ATTENDANCE = Part(
    (
        Field("party", Thing(), "the party for which they came"),
        Field("organization", Thing(), "or the organization"),
        Field("person", Thing(), "who came, where it is a person in public office"),
        Field("office", Words(), "the office they held"),
        Field("capacity", Choice(CAPACITIES), "in what capacity they attended", required=True),
        Field("manner", Choice(("in-person", "video", "message")), "left out when in person"),
        Field("room", Choice(("narrow", "expanded", "separate")), "which part of the meeting"),
    ),
    one_of=("party", "organization", "person"),
)

ATTEND = Kind(
    name="attend/1",
    group="meeting",
    says="Parties and others attend a meeting, each in a capacity. A capacity is never a membership.",
    fields=(MEETING, Field("attendances", ListOf(ATTENDANCE), "who came", required=True)),
    key=("meeting",),
    example={
        "kind": "attend/1",
        "voice": "reported",
        "meeting": "consultative-meeting/5",
        "attendances": [{"party": "AZE", "person": "ilham-aliyev", "capacity": "guest-of-honour"}],
        "sources": CITED,
    },
)

DENY_ATTENDANCE = Kind(
    name="deny-attendance/1",
    group="meeting",
    says="Parties are not among those who attended a meeting, or not in a capacity.",
    fields=(
        MEETING,
        Field("parties", ListOf(Thing()), "who did not come", required=True),
        Field("capacity", Choice(CAPACITIES), "the capacity denied; left out, any"),
    ),
    key=("meeting",),
    example={
        "kind": "deny-attendance/1",
        "voice": "reported",
        "meeting": "consultative-meeting/2025-08-05",
        "parties": ["AZE"],
        "sources": CITED,
    },
)

INVITE = Kind(
    name="invite/1",
    group="meeting",
    says="Parties or organizations are invited to a meeting, where a source says so. Invited is not attended.",
    fields=(
        MEETING,
        Field("parties", ListOf(Thing()), "who is invited", required=True),
        Field("capacity", Choice(CAPACITIES), "as what, where the source says so"),
        Field("by", Thing(), "who invites, where the source says so"),
        Field("on", Day(), "when"),
    ),
    key=("meeting",),
    example={
        "kind": "invite/1",
        "voice": "reported",
        "meeting": "consultative-meeting/7",
        "parties": ["AZE"],
        "by": "UZB",
        "sources": CITED,
    },
)

PUT_ON_AGENDA = Kind(
    name="put-on-agenda/1",
    group="meeting",
    says="What a meeting takes up.",
    fields=(MEETING, Field("items", ListOf(Words()), "the items", required=True)),
    key=("meeting",),
    example={
        "kind": "put-on-agenda/1",
        "voice": "reported",
        "meeting": "consultative-meeting/7",
        "items": [{"en": {"text": "The establishment of a joint logistics network", "by": "ours"}}],
        "subjects": ["logistics"],
        "sources": CITED,
    },
)

ASSUME_CHAIR = Kind(
    name="assume-chair/1",
    group="chair",
    says="A party takes the chair of a body, until another takes it or until a day.",
    fields=(
        Field("body", Thing(), "the body", required=True),
        Field("party", Thing(), "who takes the chair", required=True),
        Field(
            "term",
            Line(),
            "a word that tells this term from others of the same party, such as 2026",
            required=True,
        ),
        Field("on", Day(), "from which day", required=True),
        Field("until", Day(), "the first day on which it no longer chairs, where a source says so"),
        Field("meeting", Thing(), "the meeting at which it was handed over"),
        Field("person", Thing(), "the person who chairs for it"),
    ),
    key=("body", "party", "term"),
    single=("on", "until"),
    example={
        "kind": "assume-chair/1",
        "voice": "reported",
        "body": "consultative-meeting",
        "party": "TKM",
        "term": "2026",
        "on": "2025-11-16",
        "meeting": "consultative-meeting/7",
        "sources": CITED,
    },
)

PASS_CHAIR = Kind(
    name="pass-chair/1",
    group="chair",
    says="A party hands the chair of a body on to another. Names the hand-over; the term itself is an `assume-chair`.",
    fields=(
        Field("body", Thing(), "the body", required=True),
        Field("from", Thing(), "who gives it up", required=True),
        Field("to", Thing(), "who is to take it", required=True),
        Field("on", Day(), "when it was handed over", required=True),
        Field("meeting", Thing(), "at which meeting"),
    ),
    key=("body", "from", "to", "on"),
    example={
        "kind": "pass-chair/1",
        "voice": "reported",
        "body": "consultative-meeting",
        "from": "UZB",
        "to": "TKM",
        "on": "2025-11-16",
        "meeting": "consultative-meeting/7",
        "sources": CITED,
    },
)

HOLD_OFFICE = Kind(
    name="hold-office/1",
    group="office",
    says="A person holds a public office from a day on, or is seen to hold it.",
    fields=(
        Field("person", Thing(), "the person", required=True),
        Field("office", Thing(), "the office", required=True),
        Field("on", Day(), "since when; `[..A]` where the person is seen in it by day A", required=True),
        Field("until", Day(), "the first day on which no longer, where known"),
    ),
    key=("person", "office"),
    single=("on",),
    example={
        "kind": "hold-office/1",
        "voice": "reported",
        "person": "sadyr-japarov",
        "office": "president-of-kyrgyzstan",
        "on": "[..2021-08-06]",
        "sources": CITED,
    },
)

LEAVE_OFFICE = Kind(
    name="leave-office/1",
    group="office",
    says="A person leaves a public office.",
    fields=(
        Field("person", Thing(), "the person", required=True),
        Field("office", Thing(), "the office", required=True),
        Field("on", Day(), "the first day on which no longer", required=True),
    ),
    key=("person", "office"),
    single=("on",),
    example={
        "kind": "leave-office/1",
        "voice": "reported",
        "person": "nurlanbek-turgunbek-uulu",
        "office": "speaker-of-kyrgyzstan",
        "on": "2026-02-12",
        "sources": CITED,
    },
)

KINDS = (
    CONVENE,
    POSTPONE,
    CANCEL,
    HOLD,
    DENY_MEETING,
    ATTEND,
    DENY_ATTENDANCE,
    INVITE,
    PUT_ON_AGENDA,
    ASSUME_CHAIR,
    PASS_CHAIR,
    HOLD_OFFICE,
    LEAVE_OFFICE,
)
