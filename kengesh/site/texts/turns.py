"""One text is read and compiled at a time in a worker, beside the pages of the record and never before them.

The threads of a worker take turns, so a page that is read meanwhile is slower, and does not wait for the end of it: a
compilation holds nothing that a page needs. Who comes while another's text is compiled waits for a while, and is then asked
to come again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

LONGEST_WAIT = 30  # seconds; a Word file of 300 pages takes some two
_one_at_a_time = Lock()


class TooBusy(Exception):
    """Another text is being compiled, and takes its time."""


@contextmanager
def one_at_a_time(longest_wait: float = LONGEST_WAIT) -> Iterator[None]:
    """Hold the turn for as long as the block lasts. Raises TooBusy."""
    if not _one_at_a_time.acquire(timeout=longest_wait):
        raise TooBusy
    try:
        yield
    finally:
        _one_at_a_time.release()
