"""Headers that Django does not set by itself."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

Respond = Callable[[HttpRequest], HttpResponseBase]
NEEDS_NONE = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def permissions(respond: Respond) -> Respond:
    """Say that no page needs a camera, a place or anything else of the reader's machine."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        response.headers.setdefault("Permissions-Policy", NEEDS_NONE)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return answer
