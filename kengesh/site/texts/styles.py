"""The stylesheet of a rolling text, as pages of the site use it.

It is the one of the page that a rolling text is by itself, in which a class ``page`` is the frame. Our frame has that class
too, and styles of its own; so the class has another name here, which no element bears.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kengesh.texts.writing.html import stylesheet

ADDRESS = "/texts/rolling.css"
CSS = "text/css; charset=utf-8"
_FRAME = re.compile(r"\.page(?=[ _,{>])")


@require_safe
def rolling_styles(request: HttpRequest) -> HttpResponse:
    """Return the stylesheet; its address changes with it."""
    return HttpResponse(_styles(), content_type=CSS, headers={"Cache-Control": "public, max-age=86400"})


@cache
def styles_address() -> str:
    """Return the address of the stylesheet, which changes with its bytes."""
    return f"{ADDRESS}?v={sha256(_styles().encode()).hexdigest()[:12]}"


@cache
def _styles() -> str:
    return _FRAME.sub(".rolling-page", stylesheet())
