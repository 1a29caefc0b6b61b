"""The kinds of act by which claims come into a record: a statement put into the language of claims, and its author's reply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Day, Field, Line, ListOf, Plain, Problem, Thing, Words
from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_by_ids
from kengesh.formats.claims.language.writing import write_claim
from kengesh.terms.messages import _

CITED = [{"source": "avim-2025-109", "passage": "paragraph 5"}]


@dataclass(frozen=True, slots=True)
class ClaimText(Plain):
    """A claim in its one spelling, things under their ids."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        wrong = list(Line().problems(value, path))
        yield from wrong
        if wrong:
            return
        try:
            right = write_claim(read_by_ids(value))
        except ClaimError as error:
            yield Problem(path, f"{error}\n{error.pointed()}")
            return
        if right != value:
            says = _("write this claim as: {right}")
            yield Problem(path, says.format(right=right))

    def describe(self) -> str:
        return _("a claim in its one spelling")


STATE_CLAIM = Kind(
    name="state-claim/1",
    group="claim",
    says=(
        "A statement is put into the language of claims, so that the record can judge it. Whether it holds is never stored: it "
        "is worked out whenever it is asked."
    ),
    fields=(
        Field("claim", Thing(new=True), "the claim", required=True),
        Field("text", ClaimText(), "the claim as text", required=True),
        Field("document", Thing(), "the source in which the author makes it"),
        Field("statement", Thing(), "the statement of the record that it puts into the language"),
        Field("words", Words(), "the author's own words on which the verdict turns, in their language"),
        Field("by", ListOf(Line()), "who put it into the language", required=True),
    ),
    key=("claim",),
    single=("text",),
    example={
        "kind": "state-claim/1",
        "voice": "reported",
        "claim": "claim/avim-f24",
        "text": "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16",
        "document": "avim-2025-109",
        "statement": "statement/avim-f24",
        "words": {"tr": {"text": "üye", "by": "source"}},
        "by": ["The secretariat"],
        "sources": CITED,
    },
)

REPLY_TO_CLAIM = Kind(
    name="reply-to-claim/1",
    group="claim",
    says="The author of a document replies to what the record has beside a claim of theirs. It is shown with the verdict.",
    fields=(
        Field("claim", Thing(), "the claim", required=True),
        Field("by", ListOf(Line()), "who replies, as they sign", required=True),
        Field("what", Words(), "the reply, in the author's words", required=True),
        Field("on", Day(), "when"),
    ),
    key=("claim", "by", "on"),
    example={
        "kind": "reply-to-claim/1",
        "voice": "reported",
        "claim": "claim/avim-f24",
        "by": ["The author"],
        "what": {"tr": {"text": "Gözlemci üyeler de üye sayılmıştır.", "by": "source"}},
        "on": "2026-03-01",
        "sources": CITED,
    },
)

KINDS = (STATE_CLAIM, REPLY_TO_CLAIM)
