"""A document checked: its statements as the record holds them, each with its claims and their verdicts.

A statement in the form of a judgement or a possibility has no verdict, whatever claims are entered for it: the record only shows
what it has beside it. A claim is judged as of the view's day where it names none itself. Where nothing but the document's own word
is behind an answer, that is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.verdict.judging import Verdict, judge
from kengesh.mechanism.answers import Row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View
from kengesh.terms.citations import Source

PARAGRAPH = re.compile(r"paragraph (\d+)")
NUMBERED = re.compile(r"(\d*)(\D*)")
LAST = 10_000  # the place of what stands in no paragraph
NO_VERDICT = ("judgement", "possibility")


class NoSuchClaim(ValueError):
    """A claim that the record does not have."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as it stands in the record: its act, the claim read from it (None where it cannot be read: `why`), its verdict."""

    act: LiveAct
    claim: Claim | None
    verdict: Verdict | None
    why: str = ""
    replies: tuple[LiveAct, ...] = ()

    @property
    def id(self) -> str:
        """The id of the claim."""
        return str(self.act.get("claim"))

    @property
    def source(self) -> Source | None:
        """The document in which the author makes it."""
        return self.act.view.source(self.act.get("document")) if self.act.get("document") else None

    def said(self, reader: Reader) -> str | None:
        """Return the statement that it puts into the language, in the reader's words; None where the record has none."""
        acts = self.act.view.acts("statement", self.act.get("statement")) if self.act.get("statement") else []
        own = [act for act in acts if act.get("statement") == self.act.get("statement")]
        return reader.words(own[-1].get("what")) if own else None

    @property
    def own_word_alone(self) -> bool:
        """Whether nothing but the document itself is behind what was found."""
        if self.verdict is None:
            return False
        acts = [act for one in self.verdict.narrow.main.elements for act in one.found.acts]
        cited = {cite["source"] for act in acts for cite in act.citations}
        return bool(cited) and cited == {self.act.get("document")}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a document: what it says, in what form, and the claims that put it into the language.

    `beside` are the disputes of which it is a side, and those about the things that it is about.
    """

    act: LiveAct
    claims: tuple[Stated, ...]
    beside: tuple[Row, ...]

    @property
    def has_verdict(self) -> bool:
        """Whether it is of a form that is judged."""
        return self.act.get("form") not in NO_VERDICT


def checked_documents(view: View) -> list[str]:
    """Return the sources of which a claim is entered."""
    named = [act.get("document") for act in view.of_kind("state-claim") if act.get("document")]
    return list(dict.fromkeys(view.shown(one) for one in named))


def statements_in(record: Mechanism, view: View, document: str) -> list[Statement]:
    """Return the statements of a document in their order, each with its claims and their verdicts."""
    stated = [one for one in claims_of(record, view) if _is_of(view, one.act, document)]
    acts = [act for act in view.citing(document) if act.act.kind == "make-statement"]
    own = [act for act in acts if not act.get("by") and not act.get("person") and told_by(view, act)]
    told = disputes(view)["answer"]
    own.sort(key=_place)
    return [
        Statement(
            act,
            tuple(one for one in stated if one.act.get("statement") == act.get("statement")),
            tuple(row for row in told if _is_beside(act, row)),
        )
        for act in own
    ]


def claims_of(record: Mechanism, view: View) -> list[Stated]:
    """Return every claim of a record with its verdict."""
    acts = [act for act in view.of_kind("state-claim") if not act.is_rejected and told_by(view, act)]
    return [_stated(record, view, act) for act in acts]


def stated_claim(record: Mechanism, view: View, claim: str) -> Stated:
    """Return one claim of a record with its verdict. Raises NoSuchClaim."""
    acts = [
        act
        for act in view.acts("claim", claim)
        if act.act.kind == "state-claim" and act.get("claim") == claim
    ]
    if not acts:
        raise NoSuchClaim(claim)
    return _stated(record, view, acts[-1])


def _stated(record: Mechanism, view: View, act: LiveAct) -> Stated:
    replies = [one for one in view.acts("claim", act.get("claim")) if one.act.kind == "reply-to-claim"]
    replies = [one for one in replies if told_by(view, one)]
    try:
        claim = read_claim(act.get("text"), record.view(view.on)).claim
    except ClaimError as error:
        return Stated(act, None, None, str(error), tuple(replies))
    reported_by = None if view.reported_by is None else view.reported_by.isoformat()
    asked = claim if claim.counting != "preferred" else replace(claim, counting=view.counting)
    try:
        verdict = judge(asked, record, on=view.on.isoformat(), known_at=view.size, reported_by=reported_by)
    except QuestionRefused as error:  # a clock of its own that this record cannot be asked by
        return Stated(act, claim, None, str(error), tuple(replies))
    return Stated(act, claim, verdict, "", tuple(replies))


def _is_beside(act: LiveAct, dispute: Row) -> bool:
    """Whether a statement is a side of a dispute, or a dispute is about just those things of which the statement speaks."""
    about, of_it = set(dispute["about"]), set(act.get("about") or ())
    same = about == of_it or (len(about) > 1 and about <= of_it)
    return same or any(side["id"] in act.lineage for side in dispute["sides"])


def _place(act: LiveAct) -> tuple[int, list[tuple[int, str]]]:
    """Order statements as they stand in the document: by paragraph, then by id with its numbers as numbers."""
    passages = " ".join(cite.get("passage") or "" for cite in act.get("sources") or ())
    paragraph = PARAGRAPH.search(passages)
    parts = [(int(number or 0), letters) for number, letters in NUMBERED.findall(act.get("statement"))]
    return int(paragraph[1]) if paragraph else LAST, parts


def _is_of(view: View, act: LiveAct, document: str) -> bool:
    return bool(act.get("document")) and view.shown(act.get("document")) == view.shown(document)
