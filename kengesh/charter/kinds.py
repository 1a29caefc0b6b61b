"""The kinds of act by which a record states its own rules."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Address, Choice, Day, Field, Line, ListOf, Part, Thing, Words

DESCRIBE_RECORD = Kind(
    name="describe-record/1",
    group="record",
    says="What this record is: its title, who compiled it and how, and the last day that its sources reach.",
    fields=(
        Field("title", Words(), "the title of the record", required=True),
        Field("mechanism", Thing(), "the body whose record it is", required=True),
        Field("reaches", Day(), "the last day that its sources reach", required=True),
        Field("method", Words(), "how it was compiled, and its limits"),
        Field("licence", Line(), "the licence of the data", required=True),
        Field("address", Address(), "where it is published"),
    ),
    key=(),
    single=(),
    sourced=False,
    example={
        "kind": "describe-record/1",
        "voice": "reported",
        "title": {"en": {"text": "The record of a mechanism", "by": "ours"}},
        "mechanism": "consultative-meeting",
        "reaches": "2026-06-04",
        "licence": "CC BY 4.0",
    },
)

DESCRIBE_RECORD_2 = Kind(
    name="describe-record/2",
    group="record",
    says="What this record is, as in describe-record/1, and by name who compiled it.",
    fields=(
        *DESCRIBE_RECORD.fields,
        Field("compilers", ListOf(Line()), "who compiled it, as they are to be cited", required=True),
    ),
    key=(),
    single=(),
    sourced=False,
    example={**DESCRIBE_RECORD.example, "kind": "describe-record/2", "compilers": ["The secretariat"]},
)

STANDING = Part(
    (
        Field("status", Thing(), "the status", required=True),
        Field("standing", Choice(("membership", "other", "none")), "what it comes to", required=True),
    )
)

RANK_STATUSES = Kind(
    name="rank-statuses/1",
    group="charter",
    says="The statuses that a party can have in a body, from the highest, and which of them are membership.",
    fields=(
        Field("body", Thing(), "the body; left out, every body without a list of its own"),
        Field("statuses", ListOf(STANDING), "the statuses in rank", required=True),
    ),
    key=("body",),
    sourced=False,
    example={
        "kind": "rank-statuses/1",
        "voice": "reported",
        "statuses": [
            {"status": "member", "standing": "membership"},
            {"status": "observer", "standing": "other"},
        ],
    },
)

SET_SERIES = Kind(
    name="set-series/1",
    group="charter",
    says="A series of meetings: of which body, whether numbered, how often it is meant to meet.",
    fields=(
        Field("series", Thing(), "the series", required=True),
        Field("of", Thing(), "the body to which it belongs"),
        Field(
            "numbered", Choice(("yes", "no", "not-known")), "whether its meetings are numbered", required=True
        ),
        Field("every", Choice(("year", "two-years", "not-set")), "how often it is meant to meet"),
    ),
    key=("series",),
    sourced=False,
    example={
        "kind": "set-series/1",
        "voice": "reported",
        "series": "consultative-meeting",
        "of": "consultative-meeting",
        "numbered": "yes",
        "every": "year",
    },
)

SET_CHAIR_RULE = Kind(
    name="set-chair-rule/1",
    group="charter",
    says="How the chair of a body passes, as far as sources tell.",
    fields=(
        Field("body", Thing(), "the body", required=True),
        Field(
            "rule", Choice(("host-chairs", "rotation", "election", "not-known")), "the rule", required=True
        ),
        Field("order", ListOf(Thing(), least=2), "the order of rotation seen, without repetition"),
        Field("what", Words(), "the rule in words"),
    ),
    key=("body",),
    single=("rule",),
    sourced=False,
    example={
        "kind": "set-chair-rule/1",
        "voice": "reported",
        "body": "consultative-meeting",
        "rule": "host-chairs",
    },
)

STATE_RULE = Kind(
    name="state-rule/1",
    group="charter",
    says="A rule or practice of a body, as sources state it or as it follows from what was done.",
    fields=(
        Field("rule", Thing(new=True), "the id of the rule", required=True),
        Field("body", Thing(), "the body", required=True),
        Field("what", Words(), "the rule", required=True),
        Field("since", Day(), "since when"),
        Field("by", Thing(), "the instrument that sets it"),
        Field(
            "form", Choice(("written", "practice")), "written in an instrument, or practice", required=True
        ),
    ),
    key=("rule",),
    sourced=False,
    example={
        "kind": "state-rule/1",
        "voice": "reported",
        "rule": "rule/r-03",
        "body": "consultative-meeting",
        "what": {"en": {"text": "It meets once a year.", "by": "ours"}},
        "since": "2018",
        "form": "practice",
    },
)

LOAD_ROWS = Kind(
    name="load-rows/1",
    group="record",
    says="Rows that a file gave to the record beyond those it gave before, so that one that vanishes from it is noticed.",
    fields=(
        Field("file", Line(), "the name of the file, relative to its pack", required=True),
        Field("rows", ListOf(Line()), "the permanent names of the rows, in their order", required=True),
        Field("folder", Line(), "the folder with which it came, by its name when that came first"),
    ),
    key=("file",),
    sourced=False,
    example={
        "kind": "load-rows/1",
        "voice": "reported",
        "file": "meetings/first.yaml",
        "rows": ["m1-01", "m1-02"],
    },
)

KINDS = (DESCRIBE_RECORD, DESCRIBE_RECORD_2, RANK_STATUSES, SET_SERIES, SET_CHAIR_RULE, STATE_RULE, LOAD_ROWS)
