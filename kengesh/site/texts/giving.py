"""In which forms the result is given: the page, a Word file, other files, or all of them in a zip archive.

Each is made in memory from the rolling text and sent; nothing is kept, so that another form is made from the files again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kengesh.site.shows import File
from kengesh.terms.messages import N_, gettext
from kengesh.texts.rolling import RollingText
from kengesh.texts.tables.brackets import open_brackets
from kengesh.texts.tables.by_delegation import by_delegation
from kengesh.texts.tables.by_paragraph import by_paragraph
from kengesh.texts.tables.isolated import isolated
from kengesh.texts.tables.table import Table, table_csv
from kengesh.texts.word.write_rolling import rolling_document
from kengesh.texts.word.write_tracked import tracked_document
from kengesh.texts.writing.html import rolling_html
from kengesh.texts.writing.plain import plain_text
from kengesh.texts.writing.tree import tree_bytes

PAGE, ZIP = "page", "zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SAME_DAY = (2000, 1, 1, 0, 0, 0)  # in the archive, so that the same files give the same archive


class Given(NamedTuple):
    """One form of the result as a file: what it is called in the form, its name, its type, and how it is made."""

    words: str
    file_name: str
    content_type: str
    made: Callable[[RollingText], bytes]


FILES: Mapping[str, Given] = {
    "word": Given(N_("Word, with brackets"), "rolling-text.docx", WORD, rolling_document),
    "tracked": Given(
        N_("Word, with the tracked changes of each delegation"),
        "rolling-text.tracked.docx",
        WORD,
        tracked_document,
    ),
    "html": Given(
        N_("HTML, one file for the screen and for print"),
        "rolling-text.html",
        "text/html; charset=utf-8",
        lambda rolling: rolling_html(rolling).encode(),
    ),
    "plain": Given(
        N_("plain text"),
        "rolling-text.txt",
        "text/plain; charset=utf-8",
        lambda rolling: plain_text(rolling).encode(),
    ),
    "tree": Given(
        N_("JSON, with everything in it; the next round begins from it"),
        "rolling-text.json",
        "application/json",
        tree_bytes,
    ),
}
GIVES: Mapping[str, str] = {
    PAGE: N_("a page to read now"),
    **{name: given.words for name, given in FILES.items()},
    ZIP: N_("all of these files and the tables, in a zip archive"),
}
"""The forms by name, in their order, with the words of the choice."""


def tables_of(rolling: RollingText) -> list[Table]:
    """Return the tables beside a rolling text, in the language in use."""
    return [by_delegation(rolling), by_paragraph(rolling), isolated(rolling), open_brackets(rolling)]


def gives() -> Iterator[tuple[str, str]]:
    """Yield the forms with their words in the language in use."""
    return ((name, gettext(words)) for name, words in GIVES.items())


def given(rolling: RollingText, name: str) -> File:
    """Return a form of the result as a file. Raises KeyError for the page, and for what is no form."""
    if name == ZIP:
        return File(_archive(rolling), "application/zip", "rolling-text.zip")
    form = FILES[name]
    return File(form.made(rolling), form.content_type, form.file_name)


def _archive(rolling: RollingText) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for form in FILES.values():
            archive.writestr(_entry(form.file_name), form.made(rolling))
        for table in tables_of(rolling):
            archive.writestr(_entry(f"{table.name}.csv"), table_csv(table))
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, SAME_DAY)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
