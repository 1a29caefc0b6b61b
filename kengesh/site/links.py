"""Where the page of a thing is: by its type, in a language."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest

from kengesh.mechanism.names import type_of
from kengesh.mechanism.view import View

FOLDERS = {
    "party": "states",
    "body": "bodies",
    "meeting": "meetings",
    "instrument": "instruments",
    "proposal": "proposals",
    "commitment": "commitments",
    "claim": "claims",
    "dispute": "disputes",
    "source": "sources",
    "subject": "subjects",
}
"""The folder of the pages of a type of thing; what has none of its own is found under ``things``."""


def page_of(view: View, thing: str) -> str | None:
    """Return the page of a thing, without its language: ``meetings/consultative-meeting/7``; None for what is no thing here."""
    return view.once(("page", thing), lambda: _page_of(view, thing))


@lru_cache(4_096)
def address(language: str, page: str = "") -> str:
    """Return the address of a page in a language: ``/tr/meetings``."""
    return f"/{language}/{quote(page)}"


def _page_of(view: View, thing: str) -> str | None:
    type_ = type_of(view, thing)
    return None if type_ is None else f"{FOLDERS.get(type_, 'things')}/{view.shown(thing)}"


def outside(request: HttpRequest) -> str:
    """Return how the site is reached from outside, without a path: ``https://record.example.org``."""
    return settings.KENGESH_ORIGIN or f"{request.scheme}://{request.get_host()}"
