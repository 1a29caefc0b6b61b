"""A file that programs come back for, as a view of Django: as a page is answered, and open to the pages of other sites."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpRequest, HttpResponse

from kengesh.site.api.open_data import open_to_all
from kengesh.site.page import page_view
from kengesh.site.reading import Reading
from kengesh.site.shows import File

Feed = Callable[..., File]
"""Makes a file of a request, its reading, and the parts of its address."""


def followed(feed: Feed) -> Callable[..., Any]:
    """Return what Django calls for a feed."""

    def answer(request: HttpRequest, language: str, **named: Any) -> HttpResponse:
        return page_view(partial(feed, request))(request, language, **named)

    return open_to_all(answer)


def lasting_id(reading: Reading, what: str) -> UUID:
    """Return an id that is the same wherever a log is served from: made of its origin and of what is meant in it."""
    return uuid5(uuid5(NAMESPACE_URL, reading.mechanism.log.origin), what)
