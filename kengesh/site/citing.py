"""A page as a thing to cite: the note that stands at its foot, and the same for programs (``cite=ris``, ``cite=csl``).

The page of a verdict is there as schema.org ClaimReview besides (``cite=claim-review``).
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from kengesh.site.links import outside
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import File, Page
from kengesh.terms.messages import _
from kengesh.terms.page_reference import PageReference, cite_page, page_to_csl, page_to_ris

RIS = "application/x-research-info-systems; charset=utf-8"
CSL = "application/vnd.citationstyles.csl+json"
REVIEW = "application/ld+json"
FORMS = ("ris", "csl")


def reference_to(request: HttpRequest, reading: Reading, page: Page) -> PageReference:
    """Return how a page is referred to, by the address that shows the same for ever."""
    view, described = reading.view, reading.described or {}
    title = reading.reader.words(described.get("title")) or _("A record")
    fixed = {**reading.query, "on": view.on.isoformat(), "known_at": str(view.size)}
    fixed.pop("cite", None)
    return PageReference(
        title=page.title,
        record_title=title,
        language=reading.language,
        on=view.on,
        known_at=view.size,
        reported_by=view.reported_by,
        address=outside(request) + reading.fixed_href(fixed),
        accessed=reading.today,
        compilers=tuple(described.get("compilers", ())),
        root=b64encode(reading.mechanism.log.root_at(view.size)).decode(),
    )


def citation(request: HttpRequest, reading: Reading, page: Page) -> str:
    """Return the note by which a page is cited."""
    return cite_page(reference_to(request, reading, page))


def cited_for_programs(request: HttpRequest, reading: Reading, page: Page, form: str) -> File:
    """Return the reference to a page in a form for programs. Raises AskedWrongly for another form."""
    forms = (*FORMS, "claim-review") if "claim_review" in page.found else FORMS
    if form not in forms:
        says = _("cite: {form} is not one of: {forms}.")
        raise AskedWrongly(says.format(form=form, forms=", ".join(forms)))
    if form == "claim-review":
        review = page.found["claim_review"](outside(request))
        return File(
            (json.dumps(review, ensure_ascii=False, indent=2) + "\n").encode(), REVIEW, "claim-review.jsonld"
        )
    reference = reference_to(request, reading, page)
    name = reading.page.replace("/", "-") or "record"
    if form == "ris":
        return File(page_to_ris(reference).encode(), RIS, f"{name}.ris")
    return File(as_csl([page_to_csl(reference)]), CSL, f"{name}.csl.json")


def as_csl(items: Sequence[dict[str, Any]]) -> bytes:
    """Write items as a file of CSL-JSON."""
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()
