"""The first view: every paragraph with the words that were inserted in it and deleted from it, and by whom.

A mark that was inserted or deleted is the span ``¶``. Words inserted by one author and deleted by another are in none of
the other views, and not in this one: they are reported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from unicodedata import normalize

from kengesh.texts.reading.filed import Span, SubmittedUnit
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.word.revisions import Fate, Revision

_CONTROLS = dict.fromkeys(range(32), " ")


@dataclass
class _Frame:
    done: list[SubmittedUnit] = field(default_factory=list)
    words: list[tuple[str, Revision | None]] = field(default_factory=list)
    beside: list[SubmittedUnit] = field(
        default_factory=list
    )  # text boxes and footnotes of the open paragraph


class Submitted:
    """The paragraphs as they were submitted, in their order."""

    def __init__(self) -> None:
        self._frames = [_Frame()]

    def say(self, words: str, fate: Fate) -> None:
        """Add words that are in one view at least."""
        self._frames[-1].words.append((words, fate.revision))

    def end_paragraph(self, mark: Fate) -> None:
        """End a paragraph; its mark is a span where it was inserted or deleted."""
        frame = self._frames[-1]
        if mark.revision is not None and mark.accepted is not mark.rejected:
            frame.words.append((PARAGRAPH_MARK, mark.revision))
        if frame.words:
            frame.done.append(SubmittedUnit(_spans(frame.words)))
        frame.done.extend(frame.beside)
        frame.words, frame.beside = [], []

    def enter(self) -> None:
        """Begin a cell, a footnote or a text box."""
        self._frames.append(_Frame())

    def leave_box(self) -> None:
        """End a text box, whose paragraphs come after the one that has it."""
        units = self._left()
        self._frames[-1].beside.extend(units)

    def leave_note(self) -> None:
        """End a footnote, which comes after the paragraph that has its mark."""
        unit = _as_one(self._left())
        self._frames[-1].beside.append(unit)

    def leave_cell(self, somewhere: bool) -> None:
        """End a cell, which is one unit, empty or not; one that is in no view is left out."""
        units = self._left()
        if somewhere:
            self._frames[-1].done.append(_as_one(units))

    def units(self) -> tuple[SubmittedUnit, ...]:
        """Return all units, when all has been read."""
        return tuple(self._left())

    def _left(self) -> list[SubmittedUnit]:
        frame = self._frames[-1]
        if frame.words or frame.beside:
            self.end_paragraph(Fate())
        return self._frames.pop().done


def _spans(words: list[tuple[str, Revision | None]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    pending: list[str] = []
    for at, (text, revision) in enumerate(words):
        pending.append(text)
        following = words[at + 1] if at + 1 < len(words) else None
        apart = following is None or following[1] != revision or PARAGRAPH_MARK in (text, following[0])
        if apart:
            spans.append(_span("".join(pending), revision))
            pending = []
    return tuple(spans)


def _span(text: str, revision: Revision | None) -> Span:
    text = normalize("NFC", text.translate(_CONTROLS))
    if revision is None:
        return Span(text)
    change = "insert" if revision.inserts else "delete"
    return Span(text, change, revision.author, revision.at, revision.moved)


def _as_one(units: list[SubmittedUnit]) -> SubmittedUnit:
    """The paragraphs of a cell or footnote as one unit; between them stands their mark, changed or not."""
    spans: list[Span] = []
    for unit in units:
        if spans and spans[-1].text != PARAGRAPH_MARK:
            spans.append(Span(PARAGRAPH_MARK))
        spans.extend(unit.spans)
    if spans and spans[-1].text == PARAGRAPH_MARK:  # the last mark of a cell or footnote is its end
        spans.pop()
    return SubmittedUnit(tuple(spans))
