"""Files that are in all languages at once, or in the one that ``lang`` asks for: answered as pages are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from kengesh.site.page import page_view
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import File
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import SOURCE_LANGUAGE, _


def without_language(view: Callable[[HttpRequest, Reading], File]) -> Callable[..., Any]:
    """Return what Django calls for a file whose address has no language."""

    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", SOURCE_LANGUAGE)

        def made(reading: Reading) -> File:
            if asked not in LANGUAGES:
                says = _("lang: {given} is not one of: {words}.")
                raise AskedWrongly(says.format(given=ascii(asked[:20]), words=", ".join(LANGUAGES)))
            return view(request, reading)

        return page_view(made)(request, asked if asked in LANGUAGES else SOURCE_LANGUAGE)

    return answer


def in_a_language(view: Callable[[HttpRequest, Reading], File]) -> Callable[..., Any]:
    """Return what Django calls for a file whose address has a language."""

    def answer(request: HttpRequest, language: str) -> HttpResponse:
        return page_view(partial(view, request))(request, language)

    return answer
