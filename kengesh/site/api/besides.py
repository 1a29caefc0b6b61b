"""What can be asked here that is no question of the mechanism: a search, a claim, the claims of the record and of a document.

Each answers in the one shape of answers. A text that is no claim is answered too: ``wrong`` says what is wrong, where, and what could
stand there, and ``truth`` is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.told.documents import NoSuchClaim
from kengesh.formats.claims.told.listing import claims_answer, document_answer
from kengesh.formats.claims.verdict.judging import HEADLINES, judge
from kengesh.mechanism.answers import Answer, answer
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.view import View
from kengesh.search.asking import search
from kengesh.site.api.parameters import DESCRIPTIONS, THING, Parameter, words_sought
from kengesh.terms.identifiers import LONGEST_SLUG
from kengesh.terms.messages import language_in_use

LONGEST_CLAIM = 700  # characters: as many as a page takes
CALLED: dict[str, Any] = {"type": ["string", "null"]}
OBJECTS: dict[str, Any] = {"type": "array", "items": {"type": "object"}}
ABOUT_CLAIM = (
    "Answer whether a claim is true by this record: `truth` is that of the narrow reading, `readings` have each with its sentences, "
    "`nearest` the claims that hold instead. The clocks are for what the claim leaves open; the moment of the answer is that of the "
    "claim. Of a text that is no claim `wrong` says what is wrong, where, and what could stand there."
)
ABOUT_CLAIMS = (
    "Answer which claims the record holds, each with its verdict; with `document`, all that this source states, with the verdicts of "
    "what is judged."
)
Answers = Callable[[Mechanism, View, Mapping[str, Any]], Answer]


@dataclass(frozen=True)
class Beside:
    """One thing to ask: what it answers in words, what it takes, its tables, and what the answer has beside those of every answer."""

    about: str
    takes: tuple[Parameter, ...]
    tables: tuple[str, ...]
    gives: Mapping[str, Mapping[str, Any] | None]
    answers: Answers


@cache
def besides() -> Mapping[str, Beside]:
    """Return what can be asked besides, by name. What `gives` has None for is a table."""
    document = {
        "type": "string",
        "pattern": f"^{THING}$",
        "maxLength": LONGEST_SLUG,
        "examples": ["avim-2025-109"],
    }
    return {
        "search": Beside(
            (search.__doc__ or "").split("Raises")[0].strip(),
            (words_sought(),),
            ("answer", "near"),
            {"near": None},
            _search,
        ),
        "claim": Beside(ABOUT_CLAIM, (_claim_text(),), ("answer",), _claim_gives(), _claim),
        "claims": Beside(
            ABOUT_CLAIMS,
            (Parameter("document", document, DESCRIPTIONS["document"]),),
            ("answer",),
            {},
            _claims,
        ),
    }


def _claim_text() -> Parameter:
    holds = {
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_CLAIM,
        "pattern": r"[0-9A-Za-z\u00C0-\u024F\u0400-\u052F]",
        "examples": ["TKM is member of ots on 2025-11-16"],
    }
    return Parameter("claim", holds, DESCRIPTIONS["claim"], required=True)


def _claim_gives() -> dict[str, Mapping[str, Any]]:
    return {
        "claim": CALLED,
        "phrase": CALLED,
        "headline": {"enum": [*HEADLINES, None]},
        "headline_words": CALLED,
        "disputed": {"type": "boolean"},
        "counting": CALLED,
        "readings": OBJECTS,
        "nearest": OBJECTS,
        "definitions": {"type": "array", "items": {"type": "string"}},
        "wrong": {"type": ["object", "null"]},
    }


def _search(record: Mechanism, view: View, given: Mapping[str, Any]) -> Answer:
    return record.envelope("search", dict(given), view, search(record, view, given["q"], language_in_use()))


def _claim(record: Mechanism, view: View, given: Mapping[str, Any]) -> Answer:
    text = " ".join(given["claim"].split())
    reported_by = None if view.reported_by is None else view.reported_by.isoformat()
    clocks: dict[str, Any] = {"on": view.on.isoformat(), "known_at": view.size, "reported_by": reported_by}
    try:
        read = read_claim(text, view)
        verdict = judge(read.claim, record, **clocks)
    except ClaimError as error:
        wrong = {"says": error.says, "start": error.start, "end": error.end, "offers": list(error.offers)}
        return record.envelope("claim", dict(given), view, _not_a_claim({**wrong, "word": error.word}))
    except QuestionRefused as error:
        return record.envelope("claim", dict(given), view, _not_a_claim({"says": str(error)}))
    found = verdict_answer(verdict, Reader(verdict.view, language_in_use()), notes=read.notes)
    return record.envelope("claim", dict(given), verdict.view, {**found, "wrong": None})


def _not_a_claim(wrong: Mapping[str, Any]) -> Answer:
    lists: dict[str, Any] = {name: [] for name in ("readings", "nearest", "definitions")}
    nothing = dict.fromkeys(("claim", "phrase", "headline", "headline_words", "counting"))
    return answer([], **nothing, **lists, disputed=False, wrong=dict(wrong))


def _claims(record: Mechanism, view: View, given: Mapping[str, Any]) -> Answer:
    """Answer of a document that the record has no statements of with an empty table: that says nothing of the document."""
    if "document" not in given:
        return record.envelope("claims", {}, view, claims_answer(record, view))
    try:
        found = document_answer(record, view, given["document"])
    except NoSuchClaim:
        found = answer([])
    return record.envelope("claims", dict(given), view, found)
