"""A verdict as pages show it: its readings, a table of what it was asked of, both sides where sources differ, what holds instead.

A verdict has its own clocks where the claim names them: what it says is of that day, and its names are those borne then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.told.review import cite_line, claim_review
from kengesh.formats.claims.told.telling import READING_WORDS
from kengesh.formats.claims.verdict.judging import Verdict, judge
from kengesh.mechanism.answers import Answer, Row
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import TRUTH_WORDS, shown
from kengesh.site.claims.fields import OPTION_WORDS
from kengesh.site.reading import Reading
from kengesh.terms.citations import Source
from kengesh.terms.messages import _

MOST_ROWS = 250  # of the table; the answer has them all


def judged(reading: Reading, claim: Claim) -> Verdict:
    """Judge a claim by the clocks of the page, where it has none of its own. Raises QuestionRefused."""
    view = reading.view
    reported_by = None if view.reported_by is None else view.reported_by.isoformat()
    return judge(
        claim, reading.mechanism, on=view.on.isoformat(), known_at=view.size, reported_by=reported_by
    )


def verdict_shown(
    reading: Reading,
    verdict: Verdict,
    *,
    notes: tuple[str, ...] = (),
    document: Source | None = None,
    words: str | None = None,
) -> dict[str, Any]:
    """Return what a page needs to show a verdict; `document` and `words` are those of the author whose claim it is."""
    reader = Reader(verdict.view, reading.language)
    found = verdict_answer(verdict, reader, notes=notes)
    whole = reading.mechanism.envelope("claim", {"claim": found["claim"]}, verdict.view, found)
    rows = rows_of(found)
    return {
        "verdict": whole,
        "readings": [_reading(one) for one in found["readings"]],
        "columns": [_(READING_WORDS[one["reading"]]) for one in found["readings"]],
        "rows": rows[:MOST_ROWS],
        "rows_in_all": len(rows),
        "judged_on": verdict.view.on.isoformat(),
        "counting": _(OPTION_WORDS[verdict.claim.counting]),
        "differing": differing(reading, rows),
        "nearest": [{**one, "href": check_href(reading, one["claim"])} for one in found["nearest"]],
        "remarks": [one for one in whole["notes"] if one not in reading.of_the_view],
        "data_href": _data_href(reading, found["claim"]),
        "claim_href": check_href(reading, found["claim"]),
        "cite": _citing(reading, verdict, reader),
        "claim_review": _reviewing(reading, verdict, reader, document, words),
    }


def check_href(reading: Reading, text: str) -> str:
    """Return the address at which a claim is judged, with the clocks of this page."""
    return reading.href("claims/check", claim=text)


def rows_of(found: Answer) -> list[dict[str, Any]]:
    """Return a row for each thing that was asked about, with its answer in each reading.

    Where a thing is asked about for several others (meetings, texts), each of these has a row, and `of` is the thing.
    """
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for one in found["answer"]:
        for part in one["parts"] or [one]:
            key = (one["part"], one["thing"], part["thing"])
            if key not in rows:
                of = one["thing"] if one["parts"] else None
                rows[key] = {"row": part, "thing": part["thing"], "of": of, "part": one["part"]}
                rows[key] |= {"is_in_doubt": one["inside"] == "not-known", "words": "", "answers": {}}
            rows[key]["words"] = rows[key]["words"] or part["words"]
            rows[key]["answers"][one["reading"]] = part["truth"]
    names = [one["reading"] for one in found["readings"]]
    return [
        {
            **one,
            "answers": [
                shown(TRUTH_WORDS, one["answers"][name]) if name in one["answers"] else "" for name in names
            ],
        }
        for one in rows.values()
    ]


def differing(reading: Reading, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the disputes that the rows touch, each once, with its sides; open ones stand first."""
    found: dict[str, Row] = {}
    for one in rows:
        told = one["row"]
        if told["disputed"]:
            dispute = reading.dispute_among([*told["acts"], *told["against"]])
            if dispute is not None:
                found[dispute["id"]] = dispute
    return sorted(found.values(), key=lambda one: bool(one["settled"]))


def _reading(one: Mapping[str, Any]) -> dict[str, Any]:
    words = _("{reading}: {answer}, disputed") if one["disputed"] else _("{reading}: {answer}")
    truth = shown(TRUTH_WORDS, one["truth"])
    return {**one, "words": words.format(reading=_(READING_WORDS[one["reading"]]), answer=truth)}


def _citing(reading: Reading, verdict: Verdict, reader: Reader) -> Callable[[str], str]:
    """Return what gives the line by which the verdict is cited, with the address that shows the same for ever."""
    origin, href = reading.mechanism.log.origin, _fixed_href(reading)
    return lambda here: cite_line(verdict, reader, origin=origin, address=here + href)


def _reviewing(
    reading: Reading, verdict: Verdict, reader: Reader, document: Source | None, words: str | None
) -> Callable[[str], dict[str, Any]]:
    """Return what gives the verdict as ClaimReview; it is made only where it is asked for."""
    origin, href = reading.mechanism.log.origin, _fixed_href(reading)
    return lambda here: claim_review(
        verdict,
        reader,
        origin=origin,
        reviewed_on=reading.today,
        address=here + href,
        document=document,
        words=words,
    )


def _data_href(reading: Reading, text: str) -> str:
    """Return where the answer is as JSON, by the same clocks."""
    moment = {"on": reading.view.on.isoformat(), "known_at": str(reading.view.size)}
    if reading.view.reported_by is not None:
        moment["reported_by"] = reading.view.reported_by.isoformat()
    return f"/api/claim?{urlencode({'claim': text, **moment, 'lang': reading.language})}"


def _fixed_href(reading: Reading) -> str:
    fixed = {**reading.query, "on": reading.view.on.isoformat(), "known_at": str(reading.view.size)}
    fixed.pop("cite", None)
    return reading.fixed_href(fixed)
