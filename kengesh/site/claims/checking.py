"""The page on which a claim is built, by choosing or by typing, and judged. ``claim`` in the address is the claim as text.

What is no claim comes back with status 400: the sentence that says why, the word that it is about, and what could stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.writing import write_claim
from kengesh.mechanism.record import QuestionRefused
from kengesh.site.claims.choosing import Choosing, ChosenWrongly, choosing_of, claim_chosen
from kengesh.site.claims.offering import form_of, label_of
from kengesh.site.claims.verdicts import check_href, judged, verdict_shown
from kengesh.site.claims.writing import EXAMPLES, LONGEST_TYPED, PARTS
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

TEMPLATE = "claims/check.html"
QUOTED = (('"', '"'), ("“", "”"), ("«", "»"))
PLACEHOLDER = "…"  # in an offer: something of that sort, and no word


def check(reading: Reading) -> Page | Elsewhere:
    """Show the verdict on the claim that the address has, or the form for one."""
    text = " ".join(reading.query.get("claim", "").split())
    if text:
        return _typed(reading, text)
    choosing = choosing_of(reading)
    if "check" not in reading.query:
        return Page(TEMPLATE, _("Check a claim"), _found(reading, choosing))
    try:
        claim = claim_chosen(reading, choosing)
    except ChosenWrongly as error:
        labels = {name: label_of(name) for name in error.choosing.faults}
        found = _found(reading, error.choosing) | {"labels": labels}
        return Page(TEMPLATE, _("Check a claim"), found, status=400)
    return Elsewhere(check_href(reading, write_claim(claim)))


def _typed(reading: Reading, text: str) -> Page:
    found = _found(reading, choosing_of(reading)) | {"typed": text}
    try:
        if len(text) > LONGEST_TYPED:
            says = _("a claim has at most {most} characters here; this has {count}.")
            raise QuestionRefused(says.format(most=LONGEST_TYPED, count=len(text)))
        read = read_claim(text, reading.view)
        verdict = judged(reading, read.claim)
    except ClaimError as error:
        found["wrong"] = _wrong(reading, error)
        return Page(TEMPLATE, _("Not understood as a claim"), found, status=400)
    except QuestionRefused as error:
        found["wrong"] = {"says": _sentence(str(error)), "offers": (), "word": None}
        return Page(TEMPLATE, _("This cannot be asked"), found, status=400)
    found |= verdict_shown(reading, verdict, notes=read.notes)
    return Page(TEMPLATE, _sentence(found["verdict"]["phrase"]), found)


def _found(reading: Reading, choosing: Choosing) -> dict[str, Any]:
    return {
        "typed": "",
        "wrong": None,
        "verdict": None,
        "labels": {},
        "form": form_of(reading, choosing),
        "parts": PARTS,
        "examples": [{"claim": one, "href": check_href(reading, one)} for one in EXAMPLES],
        "longest": LONGEST_TYPED,
    }


def _wrong(reading: Reading, error: ClaimError) -> Mapping[str, Any]:
    """Return what is wrong: the word with what stands before and after it, and what could stand there, each as a claim to try."""
    before, after = error.text[: error.start], error.text[error.end :]
    return {
        "says": _sentence(error.says),
        "before": before,
        "word": error.word,
        "after": after,
        "place": error.start + 1,
        "offers": [
            {
                "words": one,
                "href": _with(reading, before, one, after),
                "name": _name(reading, one),
            }
            for one in error.offers
        ],
    }


def _name(reading: Reading, offer: str) -> str | None:
    """Return what a thing is called that is offered by its id; None for a word of the language."""
    name = reading.reader.name(offer)
    return name if reading.reader.is_thing(offer) and name.casefold() != offer else None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with(reading: Reading, before: str, offer: str, after: str) -> str | None:
    """Return the address of the claim with an offer in the place of the word; None for an offer that only says what sort of thing."""
    if (before[-1:], after[:1]) in QUOTED:  # an id stands without them
        before, after = before[:-1], after[1:]
    words, following = offer.split(), after.split()
    if following and words[-1:] == following[:1]:  # “member of” in the place of “membr”, before “of”
        following = following[1:]
    text = " ".join([*before.split(), *words, *following])
    return None if PLACEHOLDER in offer or len(text) > LONGEST_TYPED else check_href(reading, text)
