"""In which language to speak: that of the address, else the one that the browser asks for, else English."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import SOURCE_LANGUAGE


def language_of(request: HttpRequest) -> str:
    """Return the language for a request."""
    first = request.path_info.split("/")[1:2]
    if first and first[0] in LANGUAGES:
        return first[0]
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next(
        (code.partition("-")[0] for code, _weight in asked if code.partition("-")[0] in LANGUAGES),
        SOURCE_LANGUAGE,
    )
