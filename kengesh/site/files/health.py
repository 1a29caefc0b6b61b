"""For who watches over a server: ``/healthz`` says that the process answers, ``/readyz`` that it can answer from the record."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kengesh.mechanism.reading import DamagedEntry
from kengesh.record.envelope import UnknownEnvelope
from kengesh.record.errors import RecordError
from kengesh.site.the_record import the_record
from kengesh.terms.messages import _

CANNOT_BE_READ = (RecordError, UnknownEnvelope, DamagedEntry, OSError)
log = logging.getLogger("kengesh.site")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers. The record is not asked."""
    return _said("ok")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether answers can be given: the record is open, its checkpoint was read, and all under it is taken in; else why not."""
    try:
        record = the_record()
    except CANNOT_BE_READ as error:
        log.error("readyz: %s", error)
        says = _("not ready: the record cannot be read ({sort}). What is wrong is in the log of the server.")
        return _said(says.format(sort=type(error).__name__), 503)
    if record.state.size != record.log.size:
        says = _("not ready: {taken} of {size} entries are taken in.")
        return _said(says.format(taken=record.state.size, size=record.log.size), 503)
    return _said("ok")


def _said(words: str, status: int = 200) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(
        f"{words}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers
    )
