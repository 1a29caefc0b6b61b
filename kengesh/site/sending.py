"""Bytes that were made, sent: nothing for who has them already, packed for who can unpack them, headers alone for HEAD."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from kengesh.site.keeping import Kept

PACKED_FROM = 1_000  # bytes; what is smaller is sent as it is


def sent(request: HttpRequest, made: Kept, **more: str) -> HttpResponse:
    """Return the answer that sends what was made; `more` are further headers, with ``_`` for a hyphen."""
    headers = {"ETag": made.etag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    if _has_it(request.headers.get("If-None-Match", ""), made.etag):
        return HttpResponse(status=304, headers=headers)
    if made.file_name:
        headers["Content-Disposition"] = f'attachment; filename="{made.file_name}"'
    body = made.body
    if len(body) >= PACKED_FROM and _unpacks(request.headers.get("Accept-Encoding", "")):
        body, headers["Content-Encoding"] = made.packed, "gzip"
    headers["Content-Length"] = str(len(body))
    return HttpResponse(
        b"" if request.method == "HEAD" else body, content_type=made.content_type, headers=headers
    )


def _has_it(told: str, etag: str) -> bool:
    """Whether a reader tells that it has these bytes; compared weakly, as RFC 9110, section 13.1.2, has it for reading."""
    tags = parse_etags(told)
    return "*" in tags or etag.removeprefix("W/") in {one.removeprefix("W/") for one in tags}


def _unpacks(accepted: str) -> bool:
    """Whether a reader takes gzip: it is named, or all are, and not with a weight of nothing (RFC 9110, section 12.5.3)."""
    weights = {}
    for one in accepted.lower().split(","):
        name, _semicolon, weight = one.partition(";")
        weights[name.strip()] = weight.replace(" ", "").removeprefix("q=") or "1"
    asked = weights.get("gzip", weights.get("*", "0"))
    return asked.strip("0.") != ""
