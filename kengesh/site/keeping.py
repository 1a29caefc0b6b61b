"""Pages that were made, kept as bytes for who asks for the same: by address, clocks and head of the log."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from threading import Lock

LARGEST_PART = 8
MOST_BYTES = 32 * 2**20  # a worker's; some 1,500 pages


@dataclass(frozen=True)
class Kept:
    """A page as it goes out."""

    body: bytes
    content_type: str
    file_name: str | None = None

    @cached_property
    def etag(self) -> str:
        """What tells this page from any other, weak since it holds for the packed form too."""
        return f'W/"{sha256(self.body).hexdigest()[:32]}"'

    @cached_property
    def packed(self) -> bytes:
        """The page as gzip."""
        return gzip.compress(self.body, compresslevel=6, mtime=0)


class Shelf:
    """The pages used last, up to a number of bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._bytes = 0
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Kept | None:
        """Return a kept page."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def keep(self, key: Hashable, page: Kept) -> None:
        """Keep a page, and let go of those that nobody asked for longest. One that would push out many is not kept."""
        if _weight(page) > self._most // LARGEST_PART:
            return
        with self._lock:
            old = self._pages.pop(key, None)
            self._bytes += _weight(page) - (_weight(old) if old else 0)
            self._pages[key] = page
            while self._bytes > self._most and self._pages:
                _key, gone = self._pages.popitem(last=False)
                self._bytes -= _weight(gone)

    def clear(self) -> None:
        """Let go of all."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


def _weight(page: Kept) -> int:
    return len(page.body) + len(page.body) // 4  # with its packed form
