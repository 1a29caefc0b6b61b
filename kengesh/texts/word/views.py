"""One view of a file as it is read: the paragraphs of the text as they stand when all changes are accepted, or rejected.

A paragraph ends at its mark. Where the mark is not in the view (it was deleted, or not yet inserted), the words go on
into the next paragraph, which has the properties of the mark that is there: its style, its number (ISO/IEC 29500-1,
17.13.5.15 and 17.13.5.20). What cannot be joined, before a table or at the end of a cell, ends there.

What stands inside other words (a cell in a table, a footnote or a text box at a word) is read in a *frame* of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from unicodedata import normalize

from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.tokens import PARAGRAPH_MARK, cleaned
from kengesh.texts.units import Place
from kengesh.texts.word.numbering import Counters, Numbering
from kengesh.texts.word.styles import Properties

_PLAIN = Properties()


@dataclass
class Anchor:
    """To which letters of a text a comment is anchored."""

    comment: str
    start: int
    end: int


@dataclass
class Draft:
    """A paragraph, a cell or a footnote of a view, until all of it has been read."""

    pieces: list[str]  # the text, in normal form; joined when all has been read
    length: int = 0
    number: str = ""
    title: bool = False
    heading: int = 0
    level: int = 0
    place: Place | None = None
    footnote: str = ""
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as read so far."""
        return "".join(self.pieces)

    def paragraph(self) -> Paragraph:
        """Return it as every reader does."""
        return Paragraph(
            text=self.text,
            number=cleaned(self.number),
            title=self.title,
            heading=self.heading,
            level=self.level,
            place=self.place,
            footnote=self.footnote,
        )

    def add(self, other: Draft) -> None:
        """Add a paragraph to those that are here. Its number becomes words: a cell or a footnote has but one."""
        label = f"{other.number} " if other.number else ""
        before = f"{PARAGRAPH_MARK}{label}"
        shift = self.length + len(before)
        self.pieces.extend((before, *other.pieces))
        self.length = shift + other.length
        self.anchors.extend(Anchor(one.comment, one.start + shift, one.end + shift) for one in other.anchors)


@dataclass
class Frame:
    """What has been read of a body, a cell, a footnote or a text box."""

    done: list[Draft] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # of the paragraph that has not ended
    length: int = 0
    open: dict[str, int] = field(default_factory=dict)  # comments that have begun in it, and where
    anchors: list[Anchor] = field(default_factory=list)
    boxes: list[Draft] = field(default_factory=list)
    notes: list[Draft] = field(default_factory=list)
    last: Properties = _PLAIN


class View:
    """The paragraphs of one view, in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._counters = Counters(numbering)
        self._anchored: set[str] = set()
        self.frames = [Frame()]
        self.noted: set[str] = set()  # footnotes that are in the view

    @property
    def frame(self) -> Frame:
        """The innermost frame."""
        return self.frames[-1]

    def say(self, words: str) -> None:
        """Add words to the paragraph that has not ended."""
        frame = self.frames[-1]
        frame.words.append(words)
        frame.length += len(words)

    def begin_comment(self, comment: str) -> None:
        """Note where the words of a comment begin."""
        self.frame.open.setdefault(comment, self.frame.length)

    def end_comment(self, comment: str) -> None:
        """Note where the words of a comment end; a comment on several paragraphs is on its words in the first."""
        frame = self.frame
        if comment not in self._anchored:
            self._anchored.add(comment)
            frame.anchors.append(Anchor(comment, frame.open.pop(comment, frame.length), frame.length))

    def end_paragraph(self, properties: Properties) -> None:
        """End the paragraph with a mark that has these properties."""
        frame = self.frame
        number = self._counters.label(properties) if properties.number else ""
        level = self._counters.level(properties) if properties.number else 0
        for comment in tuple(frame.open) if frame.length else ():
            if frame.length > frame.open[comment]:
                self.end_comment(comment)
            else:
                frame.open[comment] = 0  # its words begin with the next paragraph
        draft = _settled(frame)
        draft.number, draft.level, draft.title, draft.heading = (
            number,
            level,
            properties.title,
            properties.heading,
        )
        frame.done.extend((draft, *frame.boxes, *frame.notes))
        frame.words, frame.length, frame.anchors, frame.boxes, frame.notes = [], 0, [], [], []

    def flush(self) -> None:
        """End what has no mark in this view and cannot be joined with what follows."""
        frame = self.frame
        if frame.words or frame.boxes or frame.notes or frame.anchors:
            self.end_paragraph(frame.last)

    def enter(self) -> None:
        """Begin a frame."""
        self.frames.append(Frame())

    def leave(self) -> list[Draft]:
        """End the innermost frame, and return what was read in it."""
        self.flush()
        return self.frames.pop().done


def _settled(frame: Frame) -> Draft:
    """The text of a frame's open paragraph in normal form, and the anchors at its letters."""
    raw = "".join(frame.words)
    text = cleaned(raw)
    if not frame.anchors:
        return Draft([text], len(text))
    at = _places(raw, len(text), {place for one in frame.anchors for place in (one.start, one.end)})
    return Draft(
        [text], len(text), anchors=[Anchor(one.comment, at[one.start], at[one.end]) for one in frame.anchors]
    )


def _places(raw: str, length: int, places: set[int]) -> dict[int, int]:
    """Where letters of a text come to be in its normal form: letters are composed, and blanks at the beginning left out."""
    found: dict[int, int] = {}
    last = len(raw) - len(raw.lstrip())
    passed = 0
    for place in sorted(places):
        if place > last:
            passed += len(normalize("NFC", raw[last:place]))
            last = place
        found[place] = min(passed, length)
    return found


def joined(drafts: list[Draft]) -> tuple[Draft, list[Draft]]:
    """Return the paragraphs of a cell or footnote as one, and the footnotes among them, which stand after it."""
    notes = [one for one in drafts if one.footnote]
    # An empty paragraph is no words; a cell that has none at all is an empty cell.
    own = [one for one in drafts if not one.footnote and one.length]
    if not own:
        return Draft([]), notes
    first = own[0]
    for other in own[1:]:
        first.add(other)
    return first, notes
