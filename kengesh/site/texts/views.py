"""The page that compiles: a form for who asks for it, the result for who sends the form.

Nothing is stored and nothing is sent on. Files are read in memory (``uploads``), compiled and forgotten; the answer is not
kept among the pages that were made, and tells browsers not to keep it; what goes wrong is logged without a word of a
file or its name. The page is none of the record: it has no clocks, is not cited, and search engines leave it out.

It is there where ``KENGESH_TEXTS`` is ``on``, which ``kengesh serve`` sets for a site that this machine alone can reach.
Elsewhere it says how to run it: reading the Word files of strangers is a risk that who keeps a public server takes
knowingly or not at all.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from traceback import extract_tb

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kengesh.mechanism.record import Mechanism
from kengesh.site import the_record as record
from kengesh.site.clocks import Clocks
from kengesh.site.keeping import Kept
from kengesh.site.reading import Reading
from kengesh.site.refusing import unreadable
from kengesh.site.sending import sent
from kengesh.site.setting_out import HTML, set_out
from kengesh.site.shows import File, Page
from kengesh.site.texts.compiling import compiled
from kengesh.site.texts.form import FIRST_ROWS, Form, empty_form, rows_asked
from kengesh.site.texts.giving import PAGE, given
from kengesh.site.texts.judging import Faults, FormRefused, judged
from kengesh.site.texts.pages import form_page, off_page, result_page
from kengesh.site.texts.receiving import NotReceived, received
from kengesh.site.texts.turns import LONGEST_WAIT, TooBusy, one_at_a_time
from kengesh.terms.messages import _, in_language

NOT_STORED = {"Cache-Control": "no-store"}
log = logging.getLogger("kengesh.site")


@require_http_methods(["GET", "HEAD", "POST"])
def texts(request: HttpRequest, language: str) -> HttpResponse:
    """Answer with the form, the result, or the form with what is wrong in it."""
    with in_language(language):
        try:
            mechanism = record.the_record()
        except record.CANNOT_BE_READ as error:
            return unreadable(error)
        try:
            return _answer(request, _reading(request, mechanism, language))
        except record.NOT_AS_IT_WAS as error:
            record.forget(mechanism)
            return unreadable(error)
        except OSError as error:
            return unreadable(error)


def _reading(request: HttpRequest, mechanism: Mechanism, language: str) -> Reading:
    rows = rows_asked(request.GET.get("rows", ""))
    query = {"rows": str(rows)} if rows != FIRST_ROWS else {}
    today = datetime.now(UTC).date()
    with record.one_at_a_time:
        return Reading(mechanism, mechanism.view(), Clocks(), language, "texts", today, query)


def _answer(request: HttpRequest, reading: Reading) -> HttpResponse:
    if not settings.KENGESH_TEXTS:
        return _set_out(request, reading, off_page, 404)
    return _compiled(request, reading) if request.method == "POST" else _form(request, reading)


def _form(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Return the form: that browsers may keep, so that the files chosen in it are still there for who goes back to it."""
    rows = rows_asked(request.GET.get("rows", ""))
    with record.one_at_a_time:
        body = set_out(request, reading, form_page(reading, empty_form(rows))).encode()
    return sent(request, Kept(body, HTML))


def _compiled(request: HttpRequest, reading: Reading) -> HttpResponse:
    form = empty_form()
    try:
        form, too_large = received(request)
        with one_at_a_time():
            result = _result(form, too_large, reading.language)
    except NotReceived as error:
        return _again(request, reading, form, error.status, says=str(error))
    except FormRefused as error:
        return _again(request, reading, form, 400, error.faults)
    except TooBusy:
        says = _("Another text is being compiled, and takes its time. Send the form again in a minute.")
        return _again(request, reading, form, 503, says=says)
    except Exception as error:
        log.error("a text could not be compiled: %s", _without_words(error))
        says = _(
            "A fault of this site, not of yours: these files could not be compiled. Where it happened was written down."
        )
        return _again(request, reading, form, 500, says=says)
    return _file(result) if isinstance(result, File) else _set_out(request, reading, lambda: result, 200)


def _result(form: Form, too_large: set[str], language: str) -> Page | File:
    asked = judged(form, too_large)
    found = compiled(asked)
    return result_page(found, language) if asked.give == PAGE else given(found.rolling, asked.give)


def _again(
    request: HttpRequest,
    reading: Reading,
    form: Form,
    status: int,
    faults: Faults | None = None,
    says: str = "",
) -> HttpResponse:
    """Return the form as it was filled in, with what is wrong; the files have to be chosen again, as browsers will have it."""
    response = _set_out(request, reading, lambda: form_page(reading, form, faults, says), status)
    if status == 503:
        response.headers["Retry-After"] = str(LONGEST_WAIT)
    return response


def _set_out(request: HttpRequest, reading: Reading, page: Callable[[], Page], status: int) -> HttpResponse:
    """Return a page that is kept nowhere. It is made while nothing else asks the record."""
    with record.one_at_a_time:
        body = set_out(request, reading, page())
    return HttpResponse(body, content_type=HTML, status=status, headers=NOT_STORED)


def _file(file: File) -> HttpResponse:
    headers = {**NOT_STORED, "Content-Disposition": f'attachment; filename="{file.file_name}"'}
    return HttpResponse(file.body, content_type=file.content_type, headers=headers)


def _without_words(error: Exception) -> str:
    """Say what kind of fault it was and where; its own words may be those of a file."""
    places = (f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
    return f"{type(error).__name__} at {' < '.join(reversed([*places]))}"
