"""The record that this process serves: opened once, brought up to date before each answer.

The state is folded once and asked by many threads. A view keeps what it has read, and works it out in steps that must
not mix, so one answer is worked out at a time; kept pages do not wait for that. They are kept under the root of the log,
so those of a record that was replaced are never shown for another.

Where another record was put in the place of the one that was opened, or its files turn out to be damaged, it is opened
anew. One that cannot be opened is not tried again for a while: answers say so meanwhile, and a mended one is found by itself.
"""

from __future__ import annotations

import logging
from threading import RLock
from time import monotonic

from django.conf import settings

from kengesh.desk.kinds import every_kind
from kengesh.mechanism.reading import DamagedEntry
from kengesh.mechanism.record import Mechanism
from kengesh.record.envelope import UnknownEnvelope
from kengesh.record.errors import RecordError

CANNOT_BE_READ = (RecordError, UnknownEnvelope, DamagedEntry, OSError)
NOT_AS_IT_WAS = (RecordError, UnknownEnvelope, DamagedEntry)  # what opening it anew may put right
READ_AHEAD = 20_000  # acts
TRIED_AGAIN_AFTER = 10  # seconds; opening reads every entry

one_at_a_time = RLock()
log = logging.getLogger("kengesh.site")


class NotReached(RecordError):
    """The files of the record that was opened cannot be reached now: its folder is away, or may not be read."""


class _Served:
    """The record as it was opened; or why it could not be, and when that was."""

    def __init__(self) -> None:
        self._record: Mechanism | None = None
        self._why: Exception | None = None
        self._tried = 0.0  # when it was opened last, or could not be

    def as_it_is(self) -> Mechanism | None:
        """Return the record where nothing was appended to it since, without waiting for an answer that is being worked out."""
        record = self._record
        try:
            return record if record is not None and record.log.is_current() else None
        except (OSError, RecordError):
            return None

    def current(self) -> Mechanism:
        """Return the record as it is now. Raises one of CANNOT_BE_READ."""
        if self._record is None:
            return self._open()
        try:
            self._record.refresh()
            return self._record
        except OSError as error:  # it may be there again the next time
            raise NotReached(str(error)) from error
        except NOT_AS_IT_WAS as error:
            log.warning("the record is opened anew: %s", error)
            self._record = None
            return self._open()

    def forget(self, record: Mechanism) -> None:
        """Let go of a record that turned out not to be readable, so that it is opened anew; not of one opened just now."""
        if self._record is record and monotonic() - self._tried >= TRIED_AGAIN_AFTER:
            self._record = None

    def _open(self) -> Mechanism:
        if self._why is not None and monotonic() - self._tried < TRIED_AGAIN_AFTER:
            raise self._why.with_traceback(None)
        try:
            self._record = Mechanism.open(settings.KENGESH_RECORD, every_kind())
        except CANNOT_BE_READ as error:
            self._why = error
            raise
        finally:
            self._tried = monotonic()
        self._why = None
        return self._record


_served = _Served()


def the_record() -> Mechanism:
    """Return the record as it is now. Raises one of CANNOT_BE_READ, each with a sentence, where it is not there or damaged."""
    opened = _served.as_it_is()
    if opened is not None:
        return opened
    with one_at_a_time:
        return _served.current()


def forget(record: Mechanism) -> None:
    """Open the record anew for the next answer: its files were not what they should be."""
    with one_at_a_time:
        _served.forget(record)


def read_ahead(record: Mechanism) -> None:
    """Ask what most pages rest on, so that the first reader does not wait for it and workers that are forked share it.

    Of a very large record nothing is read ahead: it would be slow to start.
    """
    if record.state.acts > READ_AHEAD:
        return
    with one_at_a_time:
        for question in (
            "disputes",
            "timeline",
            "parties",
            "bodies",
            "instruments",
            "commitments",
            "sources",
        ):
            record.ask(question)
