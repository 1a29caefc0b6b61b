"""Pages for what cannot be shown: the sentence that says why, and where to go from there."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

from kengesh.mechanism.record import Mechanism
from kengesh.site.clocks import Clocks
from kengesh.site.reading import NotInRecord, Reading
from kengesh.site.setting_out import HTML, set_out
from kengesh.site.shows import Page
from kengesh.site.the_record import (
    CANNOT_BE_READ,
    NOT_AS_IT_WAS,
    TRIED_AGAIN_AFTER,
    one_at_a_time,
    the_record,
)
from kengesh.site.tongue import language_of
from kengesh.terms.messages import _, in_language

log = logging.getLogger("kengesh.site")


def refuse(
    request: HttpRequest, mechanism: Mechanism, language: str, status: int, error: Exception
) -> HttpResponse:
    """Return the page that says why there is no other; a thing that the record does not know comes with what was perhaps meant."""
    with one_at_a_time:
        return _refused(request, mechanism, language, status, error)


def _refused(
    request: HttpRequest, mechanism: Mechanism, language: str, status: int, error: Exception
) -> HttpResponse:
    today = datetime.now(UTC).date()
    reading = Reading(mechanism, mechanism.view(), Clocks(), language, "", today)
    meant = error.meant if isinstance(error, NotInRecord) else []
    title = _("Not in this record") if status == 404 else _("This cannot be asked")
    says = _sentence(error)
    page = Page("templates/refused.html", title, {"status": status, "says": says, "meant": meant})
    return HttpResponse(set_out(request, reading, page), content_type=HTML, status=status)


def _sentence(error: Exception) -> str:
    if isinstance(error, NotInRecord):
        says = _("This record does not speak of {thing} where you looked for it.")
        return says.format(thing=error.thing)
    sentence = str(error)
    return sentence[:1].upper() + sentence[1:]


def no_such_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for an address that leads nowhere."""
    language = language_of(request)
    with in_language(language):
        says = _("There is no page at this address. Begin from the front page, or search.")
        try:
            record = the_record()
        except CANNOT_BE_READ as error:
            return unreadable(error)
        return refuse(request, record, language, 404, LookupError(says))


def unreadable(error: Exception) -> HttpResponse:
    """Return the sentence for a record that cannot be read now; what is wrong with it is for the log of the server."""
    log.error("the record cannot be read: %s", error)
    says = _("The record cannot be read now. Try again later.")
    headers = {"Retry-After": str(TRIED_AGAIN_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(says, content_type="text/plain; charset=utf-8", status=503, headers=headers)


def cannot_be_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the sentence for a request that makes no sense as one: a host that this site is not, a form of too many fields."""
    with in_language(language_of(request)):
        says = _(
            "This request cannot be read. Ask for the site under its own name, with an address as it gives them."
        )
    return HttpResponse(says, content_type="text/plain; charset=utf-8", status=400)


def at_fault(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours, which must not need the record: it may be what failed, and then it is none of ours."""
    with in_language(language_of(request)):
        error = sys.exc_info()[1]  # Django asks for this page while it handles the error
        if isinstance(error, NOT_AS_IT_WAS):
            return unreadable(error)
        says = _("A fault of this site, not of yours. It was written down; please try again later.")
    return HttpResponse(says, content_type="text/plain; charset=utf-8", status=500)
