"""Reads a base text of the example (``base.en.md``) into a document: the Markdown that these files use, and no other.

A title ``# ``, headings ``## ``, paragraphs of one line each, operative ones with a typed number, sub-paragraphs indented
under them, one table, footnotes ``[^1]`` whose words stand at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from text_example.document import Document, Paragraph, Row, pieces_of

_NOTE = re.compile(r"\[\^(\d+)\]")
_KINDS = (
    ("note", re.compile(r"\[\^(?P<key>\d+)\]: (?P<words>.+)")),
    ("title", re.compile(r"# (?P<words>.+)")),
    ("heading", re.compile(r"## (?P<words>.+)")),
    ("operative", re.compile(r"(?P<number>\d+\.) (?P<words>.+)")),
    ("roman", re.compile(r" {6,7}(?P<number>\([ivx]+\)) (?P<words>.+)")),
    ("letter", re.compile(r" {3,4}(?P<number>\([a-z]\)) (?P<words>.+)")),
)


def read_base(file: Path, language: str) -> Document:
    """Return the document of a base text."""
    document = Document(language, [], [])
    keys = _Keys()
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line.startswith("|"):
            _add_row(document, line)
        elif line.strip():
            paragraph = _paragraph(line, keys)
            (document.notes if paragraph.kind == "note" else document.blocks).append(paragraph)
    return document


class _Keys:
    """Gives the paragraphs their names."""

    def __init__(self) -> None:
        self.last = {"operative": "", "letter": ""}
        self.preambular = self.headings = 0

    def of(self, kind: str, number: str, note: str) -> str:
        if kind in ("title", "opening"):
            return kind
        if kind == "note":
            return f"note {note}"
        if kind == "heading":
            self.headings += 1
            return f"heading {self.headings}"
        if kind == "preambular":
            self.preambular += 1
            return f"PP{self.preambular}"
        above = {"operative": "", "letter": self.last["operative"], "roman": self.last["letter"]}[kind]
        self.last[kind] = f"{above} {number.rstrip('.')}".strip()
        return self.last[kind]


def _paragraph(line: str, keys: _Keys) -> Paragraph:
    kind, parts = next(
        ((kind, found.groupdict()) for kind, form in _KINDS if (found := form.fullmatch(line))), ("", {})
    )
    words, number = parts.get("words", line), parts.get("number", "")
    if not kind:
        kind = "preambular" if "*" in line else "opening"
    return Paragraph(
        keys.of(kind, number, parts.get("key", "")), kind, number, pieces_of(_NOTE.sub(r"⁅\1⁆", words))
    )


def _add_row(document: Document, line: str) -> None:
    words = [cell.strip() for cell in line.strip("|").split("|")]
    if set("".join(words)) == {"-"}:
        return
    if not isinstance(document.blocks[-1], list):
        document.blocks.append([])
    document.table.append(Row(list(_cells(words, len(document.table) + 1))))


def _cells(words: list[str], row: int) -> Iterator[Paragraph]:
    for column, text in enumerate(words, start=1):
        yield Paragraph(f"cell {row}/{column}", "cell", pieces=pieces_of(text))
