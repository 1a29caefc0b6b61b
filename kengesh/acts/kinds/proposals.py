"""Proposals and what became of them; commitments, measures and reports; statements."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Amount, Choice, Day, Field, Line, ListOf, Part, Thing, Words

PROPOSAL = Field("proposal", Thing(), "the proposal", required=True)
COMMITMENT = Field("commitment", Thing(), "the commitment", required=True)
MEETING = Field("meeting", Thing(), "at which meeting")
ON = Field("on", Day(), "when", required=True)
BY = Field("by", ListOf(Thing()), "which parties, bodies or persons")
CITED = [{"source": "avim-2025-109", "passage": "paragraph 2"}]

PROPOSE = Kind(
    name="propose/1",
    group="proposal",
    says="Somebody proposes something. A proposal is not a decision.",
    fields=(
        Field("proposal", Thing(new=True), "the proposal", required=True),
        Field("by", ListOf(Thing()), "who proposes", required=True),
        ON,
        MEETING,
        Field("person", Thing(), "who spoke for the proposer"),
        Field("what", Words(), "what is proposed", required=True),
        Field("concerns", ListOf(Thing()), "the bodies, instruments, parties or places that it concerns"),
        Field("due", Day(), "for when"),
    ),
    key=("proposal",),
    single=("on",),
    example={
        "kind": "propose/1",
        "voice": "reported",
        "proposal": "community-of-central-asia",
        "by": ["UZB"],
        "on": "2025-11-16",
        "meeting": "consultative-meeting/7",
        "what": {
            "en": {"text": "Turn the Consultative Meeting into the Community of Central Asia.", "by": "ours"}
        },
        "sources": CITED,
    },
)

SUPPORT = Kind(
    name="support/1",
    group="proposal",
    says="Parties support a proposal. Support is not a decision.",
    fields=(PROPOSAL, Field("by", ListOf(Thing()), "who supports it", required=True), ON, MEETING),
    key=("proposal", "by"),
    example={
        "kind": "support/1",
        "voice": "reported",
        "proposal": "dushanbe-forum",
        "by": ["KGZ"],
        "on": "2025-09-23",
        "sources": CITED,
    },
)

TAKE_UP = Kind(
    name="take-up/1",
    group="proposal",
    says="A body takes a proposal up: has it drafted, studied or discussed.",
    fields=(PROPOSAL, BY, ON, MEETING, Field("what", Words(), "what is to be done with it")),
    key=("proposal", "on"),
    example={
        "kind": "take-up/1",
        "voice": "reported",
        "proposal": "invite-azerbaijan",
        "on": "2022-07-21",
        "meeting": "consultative-meeting/4",
        "sources": CITED,
    },
)

DECIDE_ON = Kind(
    name="decide-on/1",
    group="proposal",
    says="A proposal is decided: adopted, adopted in part, rejected or deferred.",
    fields=(
        PROPOSAL,
        Field(
            "outcome", Choice(("adopted", "adopted-in-part", "rejected", "deferred")), "how", required=True
        ),
        ON,
        BY,
        MEETING,
        Field("instrument", Thing(), "the instrument by which it was done"),
        Field("what", Words(), "in what words"),
    ),
    key=("proposal", "on"),
    single=("outcome",),
    example={
        "kind": "decide-on/1",
        "voice": "reported",
        "proposal": "security-concept-proposal",
        "outcome": "adopted",
        "on": "2025-11-16",
        "instrument": "security-concept",
        "sources": CITED,
    },
)

DROP = Kind(
    name="drop/1",
    group="proposal",
    says="A proposal is withdrawn by who made it, or overtaken.",
    fields=(PROPOSAL, ON, BY, Field("because", Words(), "why")),
    key=("proposal",),
    single=("on",),
    example={
        "kind": "drop/1",
        "voice": "reported",
        "proposal": "ashgabat-2021",
        "on": "2021-07",
        "sources": CITED,
    },
)

TARGET = Part(
    (
        Field("amount", Amount(), "how much", required=True),
        Field("unit", Line(), "of what: USD billion, times, percent", required=True),
        Field("baseline", Amount(), "from how much, as the speaker gave it"),
        Field("baseline_on", Day(), "the year of the baseline"),
    )
)

UNDERTAKE = Kind(
    name="undertake/1",
    group="commitment",
    says="Something is promised: agreed by a meeting, or announced as a goal by one leader.",
    fields=(
        Field("commitment", Thing(new=True), "the commitment", required=True),
        Field("form", Choice(("agreed", "target")), "agreed or adopted, or a goal announced", required=True),
        Field("by", ListOf(Thing()), "who promises", required=True),
        Field("responsible", Words(), "who is to do it, in the source's words"),
        ON,
        MEETING,
        Field("instrument", Thing(), "in which instrument"),
        Field("what", Words(), "what is promised", required=True),
        Field("due", Day(), "for when; left out where no day is public"),
        Field("due_words", Words(), "the words for when, where they are not a date"),
        Field("target", TARGET, "the number promised"),
    ),
    key=("commitment",),
    single=("due",),
    example={
        "kind": "undertake/1",
        "voice": "reported",
        "commitment": "trade-20-billion",
        "form": "target",
        "by": ["KAZ"],
        "on": "2025-11-16",
        "what": {"en": {"text": "Trade inside the region of 20 billion dollars.", "by": "ours"}},
        "target": {"amount": "20", "unit": "USD billion", "baseline": "11.5", "baseline_on": "2024"},
        "sources": CITED,
    },
)

ASSIGN = Kind(
    name="assign/1",
    group="commitment",
    says="A measure under a commitment is given to somebody.",
    fields=(
        COMMITMENT,
        Field("to", ListOf(Thing()), "who is to do it"),
        Field("responsible", Words(), "who, in the source's words"),
        Field("what", Words(), "the measure", required=True),
        ON,
        Field("due", Day(), "for when"),
    ),
    key=("commitment", "what"),
    example={
        "kind": "assign/1",
        "voice": "reported",
        "commitment": "adapt-documents",
        "responsible": {"en": {"text": "The foreign ministers", "by": "ours"}},
        "what": {"en": {"text": "Bring the governing documents into line.", "by": "ours"}},
        "on": "2025-11-16",
        "sources": CITED,
    },
)

REPORT = Kind(
    name="report/1",
    group="commitment",
    says="What has come of a commitment by a day.",
    fields=(
        COMMITMENT,
        ON,
        Field(
            "outcome",
            Choice(("done", "done-in-part", "not-done", "running", "replaced", "not-found")),
            "how it stands",
            required=True,
        ),
        Field("what", Words(), "in what words"),
        Field("by", ListOf(Thing()), "who reports"),
        Field("replaced_by", Thing(), "the commitment that replaces it"),
    ),
    key=("commitment", "on"),
    single=("outcome",),
    sourced=False,
    example={
        "kind": "report/1",
        "voice": "reported",
        "commitment": "candidacy-kyrgyzstan",
        "on": "2026-06-03",
        "outcome": "done",
        "sources": CITED,
    },
)

STATEMENT = Kind(
    name="make-statement/1",
    group="statement",
    says="Somebody says something: kept as said, judged by nobody. Announcements, judgements and plans are statements.",
    fields=(
        Field("statement", Thing(new=True), "the statement", required=True),
        Field("by", ListOf(Thing()), "who says it; left out, the source's author"),
        Field("person", Thing(), "who spoke"),
        Field("on", Day(), "when it was said"),
        Field("meeting", Thing(), "at which meeting"),
        Field(
            "form",
            Choice(("act", "fact", "plan", "judgement", "possibility")),
            "what sort of statement",
            required=True,
        ),
        Field("what", Words(), "what is said", required=True),
        Field("words", Words(), "the very words on which it turns, in their language"),
        Field("about", ListOf(Thing()), "what it is about"),
        Field("of", ListOf(Thing()), "the source's own notes to the statement: sources that it cites"),
    ),
    key=("statement",),
    example={
        "kind": "make-statement/1",
        "voice": "reported",
        "statement": "avim-2025-109/f24",
        "form": "fact",
        "what": {
            "en": {
                "text": "All countries at the summit except Tajikistan are members of the OTS.",
                "by": "ours",
            }
        },
        "words": {"tr": {"text": "üye", "by": "source"}},
        "about": ["ots"],
        "sources": CITED,
    },
)

KINDS = (PROPOSE, SUPPORT, TAKE_UP, DECIDE_ON, DROP, UNDERTAKE, ASSIGN, REPORT, STATEMENT)
