"""Acts about acts and about the search for them: seek, derive, join; confirm, contradict, prefer, correct, withdraw.

None of these changes an earlier act. A state at an earlier log size shows what it showed then.
"""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import ActId, Day, Field, ListOf, Thing, Whole, Words

ONE = "a" * 64
TWO = "b" * 64
ABOUT = Field("about", ListOf(Thing()), "what it is about")
BECAUSE = Field("because", Words(), "the reason", required=True)

SEEK = Kind(
    name="seek/1",
    group="search",
    says="Something was looked for and not found, as far as a day. Never a denial.",
    fields=(
        Field("what", Words(), "what was looked for", required=True),
        Field("about", ListOf(Thing()), "the things that it concerns", required=True),
        Field("until", Day(), "the latest day that the sources looked at reach"),
        Field("look_ups", Whole(), "how many searches"),
        Field("languages", Words(), "where and in which languages"),
    ),
    key=("about", "what"),
    sourced=False,
    example={
        "kind": "seek/1",
        "voice": "reported",
        "what": {"en": {"text": "Signature of the treaty by Turkmenistan.", "by": "ours"}},
        "about": ["treaty-2022", "TKM"],
        "until": "2026-06",
    },
)

DERIVE = Kind(
    name="derive/1",
    group="search",
    says="What follows from other acts, and from which. Never a denial.",
    fields=(
        Field("what", Words(), "what follows", required=True),
        Field("from", ListOf(ActId()), "from which acts", required=True),
        ABOUT,
    ),
    key=("from", "what"),
    sourced=False,
    example={
        "kind": "derive/1",
        "voice": "reported",
        "what": {
            "en": {
                "text": "The third meeting was the first with five heads of state in office.",
                "by": "ours",
            }
        },
        "from": [ONE, TWO],
        "about": ["consultative-meeting/3"],
    },
)

JOIN = Kind(
    name="join-ids/1",
    group="join",
    says="Two ids turn out to name one thing; both stay readable, the first is the one shown.",
    fields=(
        Field("things", ListOf(Thing(), least=2), "the ids, the one to show first", required=True),
        BECAUSE,
    ),
    key=("things",),
    example={
        "kind": "join-ids/1",
        "voice": "reported",
        "things": ["nurlanbek-turgunbek-uulu", "nurlanbek-shakiev"],
        "because": {"en": {"text": "He changed his surname in January 2025.", "by": "ours"}},
        "sources": [{"source": "avim-2025-109"}],
    },
)

CONFIRM = Kind(
    name="confirm/1",
    group="judgement",
    says="Another source says the same as earlier acts. Signed by the party itself it lifts a reported act.",
    fields=(
        Field("acts", ListOf(ActId()), "the acts confirmed", required=True),
        Field("on", Day(), "still so on this day"),
    ),
    key=("acts",),
    example={
        "kind": "confirm/1",
        "voice": "reported",
        "acts": [ONE],
        "on": "2025-10-07",
        "sources": [{"source": "avim-2025-109"}],
    },
)

CONTRADICT = Kind(
    name="contradict/1",
    group="judgement",
    says="Acts that do not agree, set side by side under one question. Makes no choice.",
    fields=(
        Field("dispute", Thing(new=True), "the id of the dispute", required=True),
        Field("question", Words(), "what they disagree on", required=True),
        Field("about", ListOf(Thing()), "what it is about", required=True),
        Field("acts", ListOf(ActId(), least=2), "the acts that disagree", required=True),
    ),
    key=("dispute",),
    sourced=False,
    example={
        "kind": "contradict/1",
        "voice": "reported",
        "dispute": "number-of-tashkent-documents",
        "question": {"en": {"text": "How many documents came out of Tashkent?", "by": "ours"}},
        "about": ["consultative-meeting/7"],
        "acts": [ONE, TWO],
    },
)

PREFER = Kind(
    name="prefer/1",
    group="judgement",
    says="Among acts that disagree, those that the compiler takes, and why. Empty `over`: all of them can stand.",
    fields=(
        Field("dispute", Thing(), "the dispute that it settles"),
        Field("acts", ListOf(ActId()), "the acts taken", required=True),
        Field("over", ListOf(ActId(), least=0), "the acts not taken", required=True),
        BECAUSE,
    ),
    key=("acts", "over"),
    sourced=False,
    example={
        "kind": "prefer/1",
        "voice": "reported",
        "acts": [ONE],
        "over": [TWO],
        "because": {"en": {"text": "The decision's own word.", "by": "ours"}},
    },
)

CORRECT = Kind(
    name="correct/1",
    group="judgement",
    says="An earlier act was wrong; a later one, entered before or with this one, takes its place.",
    fields=(
        Field("act", ActId(), "the act corrected", required=True),
        Field("by", ActId(), "the act that takes its place", required=True),
        BECAUSE,
    ),
    key=("act",),
    sourced=False,
    example={
        "kind": "correct/1",
        "voice": "reported",
        "act": ONE,
        "by": TWO,
        "because": {"en": {"text": "The day was misread.", "by": "ours"}},
    },
)

WITHDRAW = Kind(
    name="withdraw/1",
    group="judgement",
    says="An earlier act no longer counts. It stays readable.",
    fields=(Field("act", ActId(), "the act withdrawn", required=True), BECAUSE),
    key=("act",),
    sourced=False,
    example={
        "kind": "withdraw/1",
        "voice": "reported",
        "act": ONE,
        "because": {"en": {"text": "Entered by mistake.", "by": "ours"}},
    },
)

KINDS = (SEEK, DERIVE, JOIN, CONFIRM, CONTRADICT, PREFER, CORRECT, WITHDRAW)
