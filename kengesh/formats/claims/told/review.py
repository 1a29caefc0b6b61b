"""A verdict for others: as schema.org ClaimReview, and as one line that can be cited.

ClaimReview as of https://schema.org/ClaimReview (V29). Done: claimReviewed, author, datePublished, url, itemReviewed (Claim with
appearance, author, datePublished), reviewRating with alternateName; of the rating's numbers none, since a verdict is no grade.
Not done: firstAppearance, and images.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.told.telling import claim_phrase, headline, sentences
from kengesh.formats.claims.verdict.judging import Verdict
from kengesh.mechanism.reader import Reader
from kengesh.terms.citations import Source
from kengesh.terms.dates import When
from kengesh.terms.messages import _
from kengesh.terms.quotation import quoted


def claim_review(
    verdict: Verdict,
    reader: Reader,
    *,
    origin: str,
    reviewed_on: date,
    address: str | None = None,
    document: Source | None = None,
    words: str | None = None,
) -> dict[str, Any]:
    """Return a verdict as ClaimReview, in JSON-LD.

    `origin` is the record that judges, `words` the author's own; a field of which nothing is known is left out.
    """
    claim: dict[str, Any] = {"@type": "Claim", "text": words or claim_phrase(verdict.claim, reader)}
    if document is not None:
        claim |= _of_document(document)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        **({"url": address} if address else {}),
        "inLanguage": reader.language,
        "datePublished": reviewed_on.isoformat(),
        "author": {"@type": "Organization", "name": _("Record {origin}").format(origin=origin)},
        "claimReviewed": words or claim_phrase(verdict.claim, reader),
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": headline(verdict),
            "ratingExplanation": _why(verdict, reader),
        },
        "identifier": write_claim(verdict.claim),
    }


def cite_line(verdict: Verdict, reader: Reader, *, origin: str, address: str | None = None) -> str:
    """Return a verdict as a line to cite: the claim, the verdict, by which record at which size, as of which day."""
    says = _("{claim}: {verdict}. Record {origin}, {size} entries, as of {day}.")
    line = says.format(
        claim=quoted(write_claim(verdict.claim), reader.language),
        verdict=headline(verdict),
        origin=origin,
        size=verdict.view.size,
        day=reader.day(verdict.view.on.isoformat()),
    )
    return line if address is None else f"{line} {address}"


def _why(verdict: Verdict, reader: Reader) -> str:
    return " ".join(one for reading in verdict.readings for one in sentences(verdict, reading, reader)[:2])


def _of_document(document: Source) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork"}
    work |= {"name": document.title} if document.title else {}
    work |= {"url": document.address} if document.address else {}
    work |= {"inLanguage": document.language} if document.language else {}
    day = _day(document.published)
    work |= {"datePublished": day} if day else {}
    author = [{"@type": "Person", "name": name} for name in document.author]
    told: dict[str, Any] = {"appearance": work}
    if author:
        work["author"] = author if len(author) > 1 else author[0]
        told["author"] = work["author"]
    if day:
        told["datePublished"] = day
    return told


def _day(published: When | None) -> str | None:
    """Return a day of publication where it is exactly known: schema.org knows no others."""
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    return published.earliest.isoformat()
