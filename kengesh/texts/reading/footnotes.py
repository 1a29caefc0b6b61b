"""Footnotes of plain text and Markdown: where the text refers to them, and where their units stand.

A mark in the text (``[^1]``, and in plain text ``[1]``) becomes the mark of a footnote's unit; the unit stands after the
unit with the first such mark. A mark without a footnote stays as it was typed; a footnote that nothing refers to stays a
paragraph at the end. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import structs

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import Finding
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.tokens import footnote_mark

CARET_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")


class Notes:
    """The footnotes of a file by what is typed between the brackets; a note's id is f1, f2 in the order of reference."""

    def __init__(self, notes: Mapping[str, str], mark: re.Pattern[str] = CARET_MARK) -> None:
        self.notes, self.mark = notes, mark
        self.ids: dict[str, str] = {}
        self.findings: list[Finding] = []

    def placed(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """Return the paragraphs with their marks, each followed by the footnotes that it is the first to refer to."""
        placed: list[Paragraph] = []
        for paragraph in paragraphs:
            waiting = self._take(paragraph, placed)
            while waiting:
                label = waiting.pop(0)
                note = Paragraph(text=self.notes[label], footnote=self.ids[label])
                waiting.extend(self._take(note, placed))
        placed.extend(self._left_over())
        return placed

    def _take(self, paragraph: Paragraph, placed: list[Paragraph]) -> list[str]:
        """Add a paragraph with its marks; return the footnotes to which it is the first to refer."""
        first: list[str] = []

        def marked(found: re.Match[str]) -> str:
            label = found[1]
            if label not in self.notes:
                self._missing(found[0], paragraph)
                return found[0]
            if label not in self.ids:
                self.ids[label] = f"f{len(self.ids) + 1}"
                first.append(label)
            return footnote_mark(self.ids[label])

        placed.append(structs.replace(paragraph, text=self.mark.sub(marked, paragraph.text)))
        return first

    def _missing(self, mark: str, paragraph: Paragraph) -> None:
        if self.mark is CARET_MARK:  # [1] alone may be a citation or a bracket of the negotiation
            says = _("there is no footnote for the mark {mark}; it is kept as it was typed.")
            self.findings.append(Finding(paragraph.text[:60], says.format(mark=mark)))

    def _left_over(self) -> list[Paragraph]:
        left = [label for label in self.notes if label not in self.ids]
        for label in left:
            says = _(
                "nothing in the text refers to the footnote {label}; it is kept as a paragraph at the end."
            )
            self.findings.append(Finding(f"[^{label}]", says.format(label=label)))
        return [Paragraph(text=self.notes[label]) for label in left if self.notes[label]]
