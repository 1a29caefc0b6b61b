"""The record that this process serves: opened once, brought up to date before each answer.

The state is folded once and asked by many threads. A view keeps what it has read, and works it out in steps that must
not mix, so one answer is worked out at a time; kept pages do not wait for that.
"""

from __future__ import annotations

from functools import cache
from threading import RLock

from django.conf import settings

from kengesh.mechanism.record import Mechanism

one_at_a_time = RLock()


@cache
def _opened() -> Mechanism:
    return Mechanism.open(settings.KENGESH_RECORD)


def the_record() -> Mechanism:
    """Return the record as it is now. Raises LogError where it is not there, or is no longer the one that was opened."""
    with one_at_a_time:
        record = _opened()
        record.refresh()
        return record
