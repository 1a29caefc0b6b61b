"""Bodies and who takes part in them: establish, rename, dissolve; begin, change, end, deny, attest; complete lists."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Day, Field, ListOf, Thing, Whole, Words

BODY = Field("body", Thing(), "the body", required=True)
PARTY = Field("party", Thing(), "the party: a state, or another entity of the record", required=True)
STATUS = Field("status", Thing(), "the status, from the mechanism's charter", required=True)
SPELL = Field(
    "spell",
    Whole(),
    "which time it is, where a party came to the same status more than once: 2 for the second",
)
BY = Field("by", Thing(), "the instrument or meeting that did it")
CITED = [{"source": "avim-2025-109", "passage": "paragraph 4"}]

ESTABLISH = Kind(
    name="establish/1",
    group="body",
    says="A body comes into being.",
    fields=(
        BODY,
        Field("on", Day(), "since when it exists"),
        BY,
        Field("within", Thing(), "the body under which it stands"),
        Field("parties", ListOf(Thing()), "who established it"),
        Field("place", Thing(), "where"),
    ),
    key=("body",),
    single=("on",),
    example={"kind": "establish/1", "voice": "reported", "body": "ots", "on": "2009-10-03", "sources": CITED},
)

RENAME = Kind(
    name="rename/1",
    group="body",
    says="A body takes another name from a day on; the earlier names stay in the record.",
    fields=(
        BODY,
        Field("on", Day(), "the day from which the new name holds", required=True),
        Field("names", Words(), "the new name in each language", required=True),
        BY,
    ),
    key=("body", "on"),
    example={
        "kind": "rename/1",
        "voice": "reported",
        "body": "ots",
        "on": "2021-11-12",
        "names": {"en": {"text": "Organization of Turkic States", "by": "official"}},
        "sources": CITED,
    },
)

DISSOLVE = Kind(
    name="dissolve/1",
    group="body",
    says="A body ceases, or is merged into another.",
    fields=(
        BODY,
        Field("on", Day(), "from which day", required=True),
        Field("into", Thing(), "its successor"),
        BY,
    ),
    key=("body",),
    single=("on",),
    example={
        "kind": "dissolve/1",
        "voice": "reported",
        "body": "eurasec",
        "on": "2015-01-01",
        "sources": CITED,
    },
)

BEGIN_PARTICIPATION = Kind(
    name="begin-participation/1",
    group="participation",
    says="A party has a status in a body from a day on. It denies the same status before that day.",
    fields=(
        PARTY,
        BODY,
        STATUS,
        Field(
            "on", Day(), "since when; `[..2014]` where it is only known to have begun by then", required=True
        ),
        Field("decided", Day(), "when it was decided, where that is another day"),
        SPELL,
        BY,
    ),
    key=("party", "body", "status", "spell"),
    single=("on",),
    example={
        "kind": "begin-participation/1",
        "voice": "reported",
        "party": "AZE",
        "body": "consultative-meeting",
        "status": "full-participant",
        "on": "2025-11-16",
        "by": "decision-azerbaijan",
        "sources": CITED,
    },
)

CHANGE_PARTICIPATION = Kind(
    name="change-participation/1",
    group="participation",
    says="A party's status in a body becomes another one; the status before it ends on that day.",
    fields=(
        PARTY,
        BODY,
        STATUS,
        Field("was", Thing(), "the status before"),
        Field("on", Day(), "from which day", required=True),
        Field("decided", Day(), "when it was decided, where that is another day"),
        SPELL,
        BY,
    ),
    key=("party", "body", "status", "spell"),
    single=("on",),
    example={
        "kind": "change-participation/1",
        "voice": "reported",
        "party": "TKM",
        "body": "wto",
        "was": "observer",
        "status": "acceding",
        "on": "2022-02-23",
        "sources": CITED,
    },
)

END_PARTICIPATION = Kind(
    name="end-participation/1",
    group="participation",
    says="A party's status in a body ends; without `status`, whatever status it had.",
    fields=(
        PARTY,
        BODY,
        Field("status", Thing(), "the status that ends"),
        Field("on", Day(), "the first day on which it no longer holds", required=True),
        SPELL,
        BY,
    ),
    key=("party", "body", "status", "spell"),
    single=("on",),
    example={
        "kind": "end-participation/1",
        "voice": "reported",
        "party": "UZB",
        "body": "cst",
        "on": "1999",
        "sources": CITED,
    },
)

DENY_PARTICIPATION = Kind(
    name="deny-participation/1",
    group="participation",
    says="A party does not have a status in a body on a day or through a period; without `status`, none at all.",
    fields=(
        PARTY,
        BODY,
        Field("status", Thing(), "the status denied; left out, every status"),
        Field(
            "on",
            Day(),
            "the day, or the period `A/B` up to but not including B; `../B` from the beginning",
            required=True,
        ),
    ),
    key=("party", "body", "on"),
    example={
        "kind": "deny-participation/1",
        "voice": "reported",
        "party": "TJK",
        "body": "ots",
        "on": "2024-11-06",
        "sources": CITED,
    },
)

ATTEST_PARTICIPATION = Kind(
    name="attest-participation/1",
    group="participation",
    says="A party is seen to have a status in a body on a day; says nothing of when it began or whether it lasts.",
    fields=(PARTY, BODY, STATUS, Field("on", Day(), "the day on which it was so", required=True)),
    key=("party", "body", "status", "on"),
    example={
        "kind": "attest-participation/1",
        "voice": "reported",
        "party": "TKM",
        "body": "ots",
        "status": "observer",
        "on": "2025-10-07",
        "sources": CITED,
    },
)

DECLARE_COMPLETE = Kind(
    name="declare-complete/1",
    group="participation",
    says="A source names, for one day, all parties that have the given statuses in a body: who is not in it has none of them.",
    fields=(
        BODY,
        Field("on", Day(), "the day of the list", required=True),
        Field("statuses", ListOf(Thing()), "the statuses of which it is the whole list", required=True),
        Field("parties", ListOf(Thing()), "the parties that it names and the record copies", required=True),
        Field(
            "among",
            ListOf(Thing()),
            "left out when `parties` is the whole list; else the parties that were looked for in it",
        ),
        Field("count", Whole(), "how many the source names in all"),
    ),
    key=("body", "on"),
    example={
        "kind": "declare-complete/1",
        "voice": "reported",
        "body": "ots",
        "on": "2026-02-12",
        "statuses": ["founding-member", "member"],
        "parties": ["AZE", "KAZ", "KGZ", "TUR", "UZB"],
        "count": 5,
        "sources": CITED,
    },
)

KINDS = (
    ESTABLISH,
    RENAME,
    DISSOLVE,
    BEGIN_PARTICIPATION,
    CHANGE_PARTICIPATION,
    END_PARTICIPATION,
    DENY_PARTICIPATION,
    ATTEST_PARTICIPATION,
    DECLARE_COMPLETE,
)
