"""From an address to a page: the clocks read, the record asked, the page set out, kept, and sent.

A view is a function from a :class:`Reading` to a :class:`Page`; :func:`page_view` makes of it what Django calls. A question
that the record refuses becomes a page with its sentence: 404 for what it does not speak of, 400 for what cannot be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from kengesh.mechanism.questions.entries import NoSuchEntry
from kengesh.mechanism.record import Mechanism, QuestionRefused
from kengesh.search.query import QueryRefused
from kengesh.site.citing import cited_for_programs
from kengesh.site.clocks import NAMES, ClockRefused, clocks_of
from kengesh.site.keeping import Kept, Shelf
from kengesh.site.reading import AskedWrongly, NotInRecord, Reading
from kengesh.site.refusing import refuse
from kengesh.site.setting_out import HTML, set_out
from kengesh.site.shows import File, Page
from kengesh.site.the_record import one_at_a_time, the_record
from kengesh.terms.edtf import DateError
from kengesh.terms.messages import _, in_language

LONGEST_QUERY = 1_000  # characters of an address after its question mark; longer ones are not worked on
PACKED_FROM = 1_000  # bytes; a smaller page is sent as it is
CANNOT_BE_ASKED = (AskedWrongly, ClockRefused, QuestionRefused, QueryRefused, DateError)

shelf = Shelf()


View = Callable[..., Page | File]


def page_view(view: View) -> Callable[..., HttpResponse]:
    """Return what Django calls for a view."""

    @require_safe
    def answer(request: HttpRequest, language: str, **named: Any) -> HttpResponse:
        with in_language(language):
            mechanism = the_record()
            try:
                return _answer(request, mechanism, view, language, named)
            except (NotInRecord, NoSuchEntry) as error:
                return refuse(request, mechanism, language, 404, error)
            except CANNOT_BE_ASKED as error:
                return refuse(request, mechanism, language, 400, error)

    return answer


def _answer(
    request: HttpRequest, mechanism: Mechanism, view: View, language: str, named: Mapping[str, Any]
) -> HttpResponse:
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        says = _("the address is too long: at most {most} characters may follow its question mark.")
        raise ClockRefused(says.format(most=LONGEST_QUERY))
    query = request.GET.dict()
    if any(name in query and not query[name].strip() for name in NAMES):
        return _without_blanks(request, query)
    clocks = clocks_of(query)
    key = (
        request.get_host(),
        request.path_info,
        *sorted(query.items()),
        mechanism.view().on,
        mechanism.log.root,
    )
    kept = shelf.get(key)
    if kept is None:
        with one_at_a_time:
            asked = mechanism.view(clocks.on, clocks.known_at, clocks.reported_by)
            page = request.path_info.removeprefix(f"/{language}/")
            reading = Reading(mechanism, asked, clocks, language, page, query)
            kept = _made(request, reading, view(reading, **named))
        shelf.keep(key, kept)
    return _sent(request, kept)


def _made(request: HttpRequest, reading: Reading, shows: Page | File) -> Kept:
    if isinstance(shows, File):
        return Kept(shows.body, shows.content_type, shows.file_name)
    if "cite" in reading.query:
        return _made(request, reading, cited_for_programs(request, reading, shows, reading.query["cite"]))
    return Kept(set_out(request, reading, shows).encode(), HTML)


def _sent(request: HttpRequest, page: Kept) -> HttpResponse:
    """Return the answer: nothing new for who has the page already, packed for who can unpack it."""
    headers = {"ETag": page.etag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if page.etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=304, headers=headers)
    if page.file_name:
        headers["Content-Disposition"] = f'attachment; filename="{page.file_name}"'
    body = page.body
    if len(body) >= PACKED_FROM and "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers["Content-Encoding"] = page.packed, "gzip"
    if request.method == "HEAD":
        headers["Content-Length"], body = str(len(body)), b""
    return HttpResponse(body, content_type=page.content_type, headers=headers)


def _without_blanks(request: HttpRequest, query: Mapping[str, str]) -> HttpResponse:
    """Send on to the same page without the clocks that a form left blank, so that the address can be cited."""
    left = request.GET.copy()
    for name in [name for name in NAMES if not query.get(name, "").strip()]:
        left.pop(name, None)
    asked = left.urlencode()
    return HttpResponseRedirect(request.path + (f"?{asked}" if asked else ""))
