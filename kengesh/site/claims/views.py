"""What the list of claims shows, and the page of a claim of the record."""

from __future__ import annotations

from typing import Any

from kengesh.formats.claims.told.documents import NoSuchClaim, Stated, checked_documents, stated_claim
from kengesh.formats.claims.told.listing import claim_row, claims_answer
from kengesh.formats.claims.told.telling import claim_phrase, headline_words
from kengesh.formats.claims.verdict.judging import HEADLINES
from kengesh.mechanism.answers import Answer, Row, row
from kengesh.mechanism.live import LiveAct
from kengesh.site.claims.verdicts import check_href, verdict_shown
from kengesh.site.narrowing import Field, narrowed
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

ON_A_PAGE = 100
UNREADABLE = "cannot-be-read"
NO_VERDICT = ("judgement", "possibility")


def claims(reading: Reading) -> Page:
    """Show the claims of the record with their verdicts, and the documents of which some are entered."""
    rows = all_claims(reading)["answer"]
    fields = [
        Field(
            "verdict",
            _("Verdict"),
            lambda one: [one["headline"] or UNREADABLE],
            allowed=(*HEADLINES, UNREADABLE),
            word=_verdict_words,
        ),
        Field("document", _("Document"), lambda one: [one["document"]] if one["document"] else ()),
    ]
    found, filters = narrowed(reading, rows, fields)
    pages: Pages[Row] = paged(reading, found, ON_A_PAGE)
    shown = {
        "pages": pages,
        "filters": filters,
        "all": len(rows),
        "statements": {one["id"]: statement_of(reading, one["statement"]) for one in pages.rows},
        "documents": checked_documents(reading.view),
    }
    return Page("claims/claims.html", _("Claims"), shown)


def all_claims(reading: Reading) -> Answer:
    """Return the claims of the record with their verdicts; they are judged once for a day and a language."""
    key = ("claims", reading.language)
    return reading.view.once_a_day(key, lambda: claims_answer(reading.mechanism, reading.view))


def claim(reading: Reading, thing: str) -> Page:
    """Show one claim of the record: the author's words, the paraphrase, the verdict as of the page's clocks, replies, its history."""
    reading.must_know(thing, "claim")
    try:
        stated = stated_claim(reading.mechanism, reading.view, reading.view.shown(thing))
    except NoSuchClaim:
        return Page("claims/claim.html", thing, {"row": None, "verdict": None}, thing=thing)
    told = claim_row(stated)
    statement = statement_of(reading, told["statement"])
    found: dict[str, Any] = {
        "row": told,
        "statement": statement,
        "is_judged": statement is None or statement["form"] not in NO_VERDICT,
        "passages": _passages(stated.act),
        "compilers": (reading.described or {}).get("compilers", ()),
        "replies": [row(one.id, [one], **_reply(one)) for one in stated.replies],
        "history": _history(reading, thing),
        "claim_href": check_href(reading, told["text"]),
        "verdict": None,
    }
    if stated.verdict is not None and found["is_judged"]:
        found |= _verdict(reading, stated, statement)
    return Page("claims/claim.html", _title(reading, stated, statement), found, thing=thing)


def statement_of(reading: Reading, statement: str | None) -> Row | None:
    """Return the statement that a claim puts into the language: its words and form; None where the record has none."""
    if statement is None:
        return None
    acts = [
        act
        for act in reading.view.acts("statement", statement)
        if act.act.kind == "make-statement" and act.get("statement") == statement
    ]
    if not acts:
        return None
    act = acts[-1]
    return row(statement, [act], **{name: act.get(name) for name in ("what", "words", "form", "on", "about")})


def _verdict(reading: Reading, stated: Stated, statement: Row | None) -> dict[str, Any]:
    assert stated.verdict is not None
    document, words = stated.act.get("document"), statement and statement["words"]
    return verdict_shown(
        reading,
        stated.verdict,
        document=reading.view.source(document) if document else None,
        words=reading.reader.words(words) if words else None,
    )


def _title(reading: Reading, stated: Stated, statement: Row | None) -> str:
    if statement is not None and statement["what"]:
        return reading.reader.words(statement["what"])
    return stated.id if stated.claim is None else claim_phrase(stated.claim, reading.reader)


def _passages(act: LiveAct) -> list[str]:
    return [cite["passage"] for cite in act.get("sources") or () if cite.get("passage")]


def _reply(act: LiveAct) -> dict[str, Any]:
    return {name: act.get(name) for name in ("by", "what", "on")}


def _history(reading: Reading, thing: str) -> list[Row]:
    """Return every act that states this claim or replies to it, in the order of the log; a corrected one stands as it is now."""
    acts = sorted(reading.view.acts("claim", thing), key=lambda act: (act.act.entry, act.act.place))
    return [
        row(
            act.id,
            [act],
            kind=act.act.kind,
            at=act.act.at[:10],
            text=act.get("text"),
            by=act.get("by"),
            entry=act.act.entry,
        )
        for act in acts
    ]


def _verdict_words(verdict: str) -> str:
    return _("cannot be read") if verdict == UNREADABLE else headline_words(verdict)
