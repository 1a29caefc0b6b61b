"""What a browser sends to the page, received: or refused before it is read, with the sentence that says why.

The site has no accounts, no sessions and no cookies, and a POST changes nothing here: there is nothing that another site
could do in a reader's name, so forms carry no token against it (Django's CSRF middleware is not among the settings). What
is refused is a form that another site sends: no page out there should be able to have files read on this machine.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from kengesh.site.texts.form import Form, form_of
from kengesh.site.texts.limits import MEGABYTE, MOST_FILES, MOST_OF_A_REQUEST
from kengesh.site.texts.uploads import InMemory
from kengesh.terms.messages import _

MOST_READ_PAST = 10 * MOST_OF_A_REQUEST  # then the connection is closed without a sentence
PIECE = 1 << 16  # bytes
FORBIDDEN, TOO_LARGE, BAD = 403, 413, 400


class NotReceived(Exception):
    """A request that is not read as a form; `status` is that of HTTP."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.status = status


def received(request: HttpRequest) -> tuple[Form, set[str]]:
    """Return the form and the fields whose file was too large. Raises NotReceived."""
    too_many = _(
        "More than {most} files were sent; compile the text of so many delegations on the command line."
    )
    fields, files, too_large = parts_received(request, too_many.format(most=MOST_FILES))
    return form_of(fields, files), too_large


def parts_received(
    request: HttpRequest, too_many_files: str, too_much: str = ""
) -> tuple[dict[str, str], dict[str, Any], set[str]]:
    """Return the fields of a form, its files, and the fields whose file was too large.

    `too_many_files` and `too_much` are the sentences for more than a form has room for. Raises NotReceived.
    """
    _check_origin(request)
    _check_length(request)
    try:
        fields, files = request.POST.dict(), request.FILES.dict()
    except TooManyFilesSent:
        _read_past(request)
        raise NotReceived(TOO_LARGE, too_many_files) from None
    except (RequestDataTooBig, TooManyFieldsSent):
        _read_past(request)
        says = too_much or _("More was sent than the form has fields for.")
        raise NotReceived(TOO_LARGE, says) from None
    except (UnreadablePostError, MultiPartParserError):
        raise NotReceived(BAD, _("The files did not arrive whole. Send them again.")) from None
    handlers = [one for one in request.upload_handlers if isinstance(one, InMemory)]
    return fields, files, {field for one in handlers for field in one.too_large}


def _check_origin(request: HttpRequest) -> None:
    """Refuse what another site's page sends. A browser says whose page it is; a program says nothing, and may send."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.get_host()
    if foreign or request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        says = _("This form was sent by the page of another site, and is not read. Fill it in here.")
        raise NotReceived(FORBIDDEN, says)


def _check_length(request: HttpRequest) -> None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_OF_A_REQUEST:
        _read_past(request)
        says = _("The files together have more than {most} MB, and are not read. Leave pictures out of them.")
        raise NotReceived(TOO_LARGE, says.format(most=MOST_OF_A_REQUEST // MEGABYTE))


def _read_past(request: HttpRequest) -> None:
    """Let what is refused go by, piece by piece into nothing: a browser listens when it has sent all, and not before."""
    left = MOST_READ_PAST
    try:
        while left > 0 and (piece := request.read(PIECE)):
            left -= len(piece)
    except OSError:
        return  # whoever sent it is gone
