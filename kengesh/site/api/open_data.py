"""What makes an answer open data: pages of any other site may read it, as any program may.

Of this site only what is under ``/api/``, ``/record/``, the feeds and the linked data are so. Nothing of it depends on who asks,
no cookie is read or set, and so no permission can be borrowed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

METHODS = "GET, HEAD, OPTIONS"
READ_BY_OTHERS = "Accept-Ranges, Content-Range, ETag, Link"
SENT_BY_OTHERS = "If-Match, If-None-Match, If-Range, Range"
ASKED_ONCE_SECONDS = 24 * 3600  # for how long a browser need not ask again whether it may ask

View = Callable[..., HttpResponseBase]


def open_to_all(view: View) -> View:
    """Return a view whose answers the pages of other sites may read, and which answers when a browser asks whether they may."""

    @wraps(view)
    def answer(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
        response = HttpResponse(status=204) if request.method == "OPTIONS" else view(request, *given, **named)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if request.method == "OPTIONS":
            response.headers["Allow"] = METHODS
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
            response.headers["Access-Control-Allow-Headers"] = SENT_BY_OTHERS
            response.headers["Access-Control-Max-Age"] = str(ASKED_ONCE_SECONDS)
        else:
            response.headers["Access-Control-Expose-Headers"] = READ_BY_OTHERS
        return response

    return answer


def not_allowed(request: HttpRequest) -> bool:
    """Say whether a request does more than read."""
    return request.method not in ("GET", "HEAD")
