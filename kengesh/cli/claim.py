"""``kengesh claim SENTENCE``: whether a sentence is true by the record, and by what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from kengesh.cli.asking import EXIT_OF_TRUTH, Asking, question
from kengesh.cli.output import BOLD, DIM, fail, for_programs, heading, paragraph, table
from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.told.documents import NoSuchClaim, Stated, stated_claim
from kengesh.formats.claims.told.listing import claim_row
from kengesh.formats.claims.told.review import cite_line, claim_review
from kengesh.formats.claims.told.telling import READING_WORDS
from kengesh.formats.claims.verdict.judging import Verdict, judge
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import QuestionRefused
from kengesh.mechanism.words import TRUTH_WORDS, shown
from kengesh.terms.messages import _

Sentence = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help=_(
            "The claim in quotation marks, such as “TKM is member of ots on 2025-11-16”, or the id of one in the record."
        ),
    ),
]
AsReview = Annotated[bool, typer.Option("--review", help=_("Print it as schema.org ClaimReview (JSON-LD)."))]
AsLine = Annotated[bool, typer.Option("--cite", help=_("Print one line that can be cited."))]


@question
def command(asking: Asking, claim: Sentence, review: AsReview = False, cite: AsLine = False) -> None:
    """Say whether a sentence is true by the record. Leaves with 0 if it holds in the narrow reading, 1 if not, 3 if not known."""
    stated = _stated(asking, claim)
    verdict, notes = _verdict(asking, claim) if stated is None else (stated.verdict, ())
    if verdict is None:
        fail(stated.why if stated else "")
    asking.reader = Reader(verdict.view, asking.language)
    if review or cite:
        _for_others(asking, verdict, stated, review=review)
    found = verdict_answer(verdict, asking.reader, notes=notes)
    if stated is not None:
        found["stated"] = claim_row(stated)
    answer = asking.mechanism.envelope("claim", {"claim": claim}, verdict.view, found)
    asking.leave_with(answer, _show, notes=False)


def _stated(asking: Asking, text: str) -> Stated | None:
    """Return the claim of the record that a text is the id of, None where it is none; leaves where there is no such claim."""
    if not text.startswith("claim/") or " " in text:
        return None
    try:
        return stated_claim(asking.mechanism, asking.view, text)
    except NoSuchClaim:
        fail(_("{claim} is not a claim of this record; see them with: kengesh claims").format(claim=text))


def _verdict(asking: Asking, text: str) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a text; leaves with a sentence that points at the word that is wrong."""
    try:
        read = read_claim(text, asking.mechanism.view(asking.on))
        clocks: dict[str, Any] = {
            "on": asking.on,
            "known_at": asking.known_at,
            "reported_by": asking.reported_by,
        }
        return judge(read.claim, asking.mechanism, **clocks), read.notes
    except ClaimError as error:
        fail(f"{error}\n{error.pointed()}")
    except QuestionRefused as error:
        fail(str(error))


def _for_others(asking: Asking, verdict: Verdict, stated: Stated | None, *, review: bool) -> None:
    origin = asking.mechanism.log.origin
    if review:
        made = claim_review(
            verdict,
            asking.reader,
            origin=origin,
            reviewed_on=datetime.now(UTC).date(),
            document=stated.source if stated else None,
            words=stated.said(asking.reader) if stated else None,
        )
        print(json.dumps(made, ensure_ascii=False, indent=2), file=for_programs())
    else:
        print(cite_line(verdict, asking.reader, origin=origin), file=for_programs())
    raise typer.Exit(EXIT_OF_TRUTH[verdict.truth.value])


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    heading(answer["phrase"], _("Verdict: {verdict}").format(verdict=answer["headline_words"]))
    paragraph(answer["claim"], DIM)
    if "stated" in answer:
        _stated_words(asking, answer["stated"])
    for reading in answer["readings"]:
        truth = shown(TRUTH_WORDS, reading["truth"])
        words = _("{reading}: {answer}, disputed") if reading["disputed"] else _("{reading}: {answer}")
        paragraph(words.format(reading=_(READING_WORDS[reading["reading"]]), answer=truth), BOLD)
        for sentence in reading["sentences"]:
            paragraph(sentence)
    _table(asking, [one for one in answer["answer"] if one["reading"] == answer["readings"][0]["reading"]])
    if answer["nearest"]:
        paragraph(_("What holds instead"), BOLD)
        for one in answer["nearest"]:
            paragraph(one["claim"])
    paragraph(_("What the words mean"), BOLD)
    for sentence in answer["definitions"]:
        paragraph(sentence)


def _stated_words(asking: Asking, stated: Mapping[str, Any]) -> None:
    """Print whose claim it is: the author's words, who put them into the language, and the author's reply."""
    if stated["words"]:
        words = "; ".join(text["text"] for text in stated["words"].values())
        paragraph(_("It turns on the author's words: {words}").format(words=words))
    paragraph(_("Put into the language of claims by: {names}").format(names=", ".join(stated["by"])))
    for reply in stated["replies"]:
        paragraph(_("The author's reply"), BOLD)
        signed = ", ".join(filter(None, [*reply["by"], asking.reader.day(reply["on"])]))
        paragraph(f"{asking.reader.words(reply['what'])} ({signed})")


def _table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print of what it was asked, with what it rests on; where it was asked of one thing for several, a row for each of these."""
    shown_rows = [part for one in rows for part in (one["parts"] or [one])]
    columns = (_("what"), _("so"), _("the record has"), _("rests on"))
    cells = [
        (
            asking.reader.name_and_id(one["thing"]),
            shown(TRUTH_WORDS, one["truth"]),
            one["words"],
            asking.rests_on(one),
        )
        for one in shown_rows
    ]
    table(columns, cells)
