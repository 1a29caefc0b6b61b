"""The page that checks a draft: a form for who asks for it, the result for who sends the form.

Nothing is stored and nothing is sent on, as on the page that compiles texts (:mod:`kengesh.site.texts.views`), and by the same
means: the file is read in memory and forgotten, the answer is kept neither here nor by browsers, a fault is logged without a word
of the file or its name. The page is there where ``KENGESH_TEXTS`` is ``on``; elsewhere it says how to run it.

A draft is read beside the pages of the record; what it says is then asked of the record while nothing else asks it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from traceback import extract_tb

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kengesh.formats.drafts.against.checking import check_draft
from kengesh.formats.drafts.values import Draft
from kengesh.mechanism.record import Mechanism
from kengesh.site import the_record as record
from kengesh.site.clocks import Clocks
from kengesh.site.drafts.form import Faults, Form, FormRefused, draft_of, form_of
from kengesh.site.drafts.pages import form_page, off_page, result_page
from kengesh.site.keeping import Kept
from kengesh.site.reading import Reading
from kengesh.site.refusing import unreadable
from kengesh.site.sending import sent
from kengesh.site.setting_out import HTML, set_out
from kengesh.site.shows import Page
from kengesh.site.texts.receiving import TOO_LARGE, NotReceived, parts_received
from kengesh.site.texts.turns import LONGEST_WAIT, TooBusy, one_at_a_time
from kengesh.terms.messages import _, in_language

ADDRESS = "check-draft"
NOT_STORED = {"Cache-Control": "no-store"}
log = logging.getLogger("kengesh.site")


@require_http_methods(["GET", "HEAD", "POST"])
def check_draft_page(request: HttpRequest, language: str) -> HttpResponse:
    """Answer with the form, the result, or the form with what is wrong in it."""
    with in_language(language):
        try:
            mechanism = record.the_record()
        except record.CANNOT_BE_READ as error:
            return unreadable(error)
        try:
            return _answer(request, _reading(mechanism, language))
        except record.NOT_AS_IT_WAS as error:
            record.forget(mechanism)
            return unreadable(error)
        except OSError as error:
            return unreadable(error)


def _reading(mechanism: Mechanism, language: str) -> Reading:
    today = datetime.now(UTC).date()
    with record.one_at_a_time:
        return Reading(mechanism, mechanism.view(), Clocks(), language, ADDRESS, today, {})


def _answer(request: HttpRequest, reading: Reading) -> HttpResponse:
    if not settings.KENGESH_TEXTS:
        return _set_out(request, reading, off_page, 404)
    if request.method == "POST":
        return _checked(request, reading)
    with record.one_at_a_time:
        body = set_out(request, reading, form_page(Form())).encode()
    return sent(request, Kept(body, HTML))


def _checked(request: HttpRequest, reading: Reading) -> HttpResponse:
    form = Form()
    try:
        form, too_large = _received(request)
        with one_at_a_time():
            draft = draft_of(form, too_large)
            return _set_out(request, reading, lambda: _result(reading, draft), 200)
    except NotReceived as error:
        return _again(request, reading, form, error.status, says=str(error))
    except FormRefused as error:
        return _again(request, reading, form, 400, error.faults)
    except TooBusy:
        says = _("Another file is being read, and takes its time. Send the form again in a minute.")
        return _again(request, reading, form, 503, says=says)
    except record.NOT_AS_IT_WAS:
        raise
    except Exception as error:
        log.error("a draft could not be checked: %s", _without_words(error))
        says = _(
            "A fault of this site, not of yours: this draft could not be checked. Where it happened was written down."
        )
        return _again(request, reading, form, 500, says=says)


def _received(request: HttpRequest) -> tuple[Form, set[str]]:
    too_many = _("More than one file was sent; send one.")
    too_much = _("The pasted text is too long for this form; send it as a file.")
    fields, files, too_large = parts_received(request, too_many, too_much)
    if len(request.FILES.getlist("file")) > 1:
        raise NotReceived(TOO_LARGE, too_many)
    return form_of(fields, files), too_large


def _result(reading: Reading, draft: Draft) -> Page:
    return result_page(reading, check_draft(draft, reading.view, reading.reader))


def _again(
    request: HttpRequest,
    reading: Reading,
    form: Form,
    status: int,
    faults: Faults | None = None,
    says: str = "",
) -> HttpResponse:
    """Return the form as it was filled in, with what is wrong; a file has to be chosen again, as browsers will have it."""
    response = _set_out(request, reading, lambda: form_page(form, faults, says), status)
    if status == 503:
        response.headers["Retry-After"] = str(LONGEST_WAIT)
    return response


def _set_out(request: HttpRequest, reading: Reading, page: Callable[[], Page], status: int) -> HttpResponse:
    """Return a page that is kept nowhere. It is made while nothing else asks the record."""
    with record.one_at_a_time:
        body = set_out(request, reading, page())
    return HttpResponse(body, content_type=HTML, status=status, headers=NOT_STORED)


def _without_words(error: Exception) -> str:
    """Say what kind of fault it was and where; its own words may be those of a file."""
    places = (f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__))
    return f"{type(error).__name__} at {' < '.join(reversed([*places]))}"
