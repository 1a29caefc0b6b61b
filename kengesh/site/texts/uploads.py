"""Files that a form brings, held in memory and nowhere else, within limits.

Django would write a larger file to the disk first. This is the only handler that the settings name, so no page can do that.
What is too large for it is left out and named in `too_large`; the limit of a whole request is checked before any of it
is read, by whoever reads the form.
"""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile

from kengesh.site.texts.limits import MOST_OF_A_FILE


class InMemory(MemoryFileUploadHandler):
    """Holds the files of one request. `too_large` are the fields whose file was left out."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.too_large: set[str] = set()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take the next bytes of a file; of one that is too large the rest is read past."""
        if start + len(raw_data) > MOST_OF_A_FILE:
            self.too_large.add(str(self.field_name))
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)
