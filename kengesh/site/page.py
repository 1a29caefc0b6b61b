"""From an address to a page: the clocks read, the record asked, the page set out, kept, and sent.

A view is a function from a :class:`Reading` to a :class:`Page`; :func:`page_view` makes of it what Django calls. A question
that the record refuses becomes a page with its sentence: 404 for what it does not speak of, 400 for what cannot be asked,
503 where the record itself cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from kengesh.mechanism.questions.entries import NoSuchEntry
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.mechanism.view import View
from kengesh.search.asking import CannotIndex
from kengesh.search.query import QueryRefused
from kengesh.site.citing import cited_for_programs
from kengesh.site.claims.fields import ASKED_OF_CLAIMS, SEVERAL
from kengesh.site.clocks import NAMES, ClockRefused, Clocks, clocks_of
from kengesh.site.corridors.asked import ASKED_OF_CORRIDORS, SEVERAL_OF_CORRIDORS
from kengesh.site.keeping import Kept, Shelf
from kengesh.site.overlap.asked import ASKED_OF_OVERLAP, SEVERAL_OF_OVERLAP
from kengesh.site.reading import AskedWrongly, NotInRecord, Reading
from kengesh.site.refusing import refuse, unreadable
from kengesh.site.sending import sent
from kengesh.site.setting_out import HTML, set_out
from kengesh.site.shows import Elsewhere, File, Page
from kengesh.site.the_record import CANNOT_BE_READ, NOT_AS_IT_WAS, forget, one_at_a_time, the_record
from kengesh.terms.edtf import DateError
from kengesh.terms.messages import _, in_language

# What pages can be asked for beside their clocks. What else stands in an address asks for nothing, and makes no other page.
ASKED = {
    *NAMES,
    *(
        "about",
        "by",
        "cite",
        "claim",
        "document",
        "fate",
        "form",
        "from",
        "kind",
        "lang",
        "list",
        "meeting",
        "of",
        "outcome",
        "page",
        "q",
    ),
    *("region", "state", "subject", "to", "verdict", "year"),
    *ASKED_OF_CLAIMS,
    *ASKED_OF_OVERLAP,
    *ASKED_OF_CORRIDORS,
}
GIVEN_AGAIN = SEVERAL | SEVERAL_OF_OVERLAP | SEVERAL_OF_CORRIDORS
LONGEST_QUERY = 1_000  # characters of an address after its question mark; longer ones are not worked on
CANNOT_BE_ASKED = (AskedWrongly, ClockRefused, QuestionRefused, QueryRefused, DateError)

shelf = Shelf()


Shows = Callable[..., Page | File | Elsewhere]


def page_view(view: Shows) -> Callable[..., HttpResponse]:
    """Return what Django calls for a view."""

    @require_safe
    def answer(request: HttpRequest, language: str, **named: Any) -> HttpResponse:
        with in_language(language):
            try:
                mechanism = the_record()
            except CANNOT_BE_READ as error:
                return unreadable(error)
            try:
                return _answer(request, mechanism, view, language, named)
            except (NotInRecord, NoSuchEntry) as error:
                return refuse(request, mechanism, language, 404, error)
            except CANNOT_BE_ASKED as error:
                return refuse(request, mechanism, language, 400, error)
            except NOT_AS_IT_WAS as error:
                forget(mechanism)
                return unreadable(error)
            except (CannotIndex, OSError) as error:
                return unreadable(error)

    return answer


def _answer(
    request: HttpRequest, mechanism: Mechanism, view: Shows, language: str, named: Mapping[str, Any]
) -> HttpResponse:
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        says = _("the address is too long: at most {most} characters may follow its question mark.")
        raise ClockRefused(says.format(most=LONGEST_QUERY))
    query = {name: _given(request, name) for name in sorted(request.GET) if name in ASKED}
    if any(name in query and not query[name].strip() for name in NAMES):
        return _without_blanks(request, query)
    clocks = clocks_of(query)
    today = datetime.now(UTC).date()  # bounds the day asked of, and stands in the citation
    key = (request.get_host(), request.path_info, *query.items(), today, mechanism.log.root)
    kept = shelf.get(key)
    if kept is None:
        with one_at_a_time:
            asked = _asked(mechanism, clocks)
            page = request.path_info.removeprefix(f"/{language}/")
            reading = Reading(mechanism, asked, clocks, language, page, today, query)
            shows = view(reading, **named)
            if isinstance(shows, Elsewhere):
                return HttpResponseRedirect(shows.address)
            if isinstance(shows, Page) and shows.status != HTTPStatus.OK:
                return HttpResponse(set_out(request, reading, shows), content_type=HTML, status=shows.status)
            kept = _made(request, reading, shows)
        shelf.keep(key, kept)
    return sent(request, kept)


def _given(request: HttpRequest, name: str) -> str:
    """Return what an address gives under a name: the last value, or all of them where boxes were ticked."""
    return ",".join(request.GET.getlist(name)) if name in GIVEN_AGAIN else request.GET[name]


def _asked(mechanism: Mechanism, clocks: Clocks) -> View:
    """Return the view that clocks ask for.

    Where they name no day, it is the last that could be told of: no later than the record reaches, and no later than the
    day by which its sources count.
    """
    asked = mechanism.view(clocks.on, clocks.known_at, clocks.reported_by)
    if clocks.on is not None:
        return asked
    last = min(asked.on, mechanism.view().on, asked.reported_by or asked.on)
    return asked.asked_of(last)


def _made(request: HttpRequest, reading: Reading, shows: Page | File) -> Kept:
    if isinstance(shows, File):
        return Kept(shows.body, shows.content_type, shows.file_name)
    if "cite" in reading.query:
        return _made(request, reading, cited_for_programs(request, reading, shows, reading.query["cite"]))
    return Kept(set_out(request, reading, shows).encode(), HTML)


def _without_blanks(request: HttpRequest, query: Mapping[str, str]) -> HttpResponse:
    """Send on to the same page without the clocks that a form left blank, so that the address can be cited."""
    left = request.GET.copy()
    for name in [name for name in NAMES if not query.get(name, "").strip()]:
        left.pop(name, None)
    asked = left.urlencode()
    return HttpResponseRedirect(request.path + (f"?{asked}" if asked else ""))
