"""What each paragraph of a file is in the text: title, heading, preambular or operative paragraph, and so on.

One unit comes of every paragraph, in order. What the format says (a title, a heading, a list's level, a cell, a footnote)
comes first. Where it says nothing, the practice of the United Nations decides, in nine languages:

- the first paragraph is the title, if it is short and does not end in a stop;
- a heading is a short line without a stop that stands in capitals, or has the number of a part ("Chapter II", "Article 3"
  alone or with its subject), or a word such as "Preamble";
- a preambular paragraph comes before the first operative one, opens or closes with a participle ("Recalling",
  "Напоминая", "... hatırlayarak"), and ends in a comma or a semicolon;
- an operative paragraph is numbered, or opens or closes with the verb of a decision and ends in a semicolon or a stop;
- a sub-paragraph has a letter, a small Roman figure, figures in brackets, 1.2, or a bullet; its level comes from the list
  or from the order in which such numbers first appear: (i) under (a) is one below it, and (i) after (h) is a letter;
- whatever else is a paragraph: the line that says who speaks ("The Heads of State of ...,"), too.

A heading begins a part of its own: there may be preambular paragraphs again after it. Numbers are told from figures by
``numbers``; in titles, cells and footnotes nothing is taken for a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kengesh.terms.languages import lower
from kengesh.texts.label_words import headings_alone
from kengesh.texts.reading.numbers import is_structural, split_number
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.reading.styles import Levels, Style
from kengesh.texts.reading.verbs import opens_or_closes
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS
from kengesh.texts.units import Unit, UnitKind

LONGEST_TITLE = 250  # letters
LONGEST_HEADING = 120
DEEPEST = 9  # a unit's level is one digit
_MARK = re.compile(f"{FOOTNOTE_OPENS}[^{FOOTNOTE_CLOSES}]*{FOOTNOTE_CLOSES}")
_STOPPED = re.compile(r"[.;:,][”»\"')\]]*$")
_ENDS_PREAMBULAR = re.compile(r"(?:[,;]|[,;] (?:and|и|ve|və|және|жана|ва|we|va))$")
_ENDS_OPERATIVE = re.compile(r"[;.:][”»\"')\]]*$")
_SUBORDINATE = (Style.LETTER, Style.ROMAN, Style.BRACKETED, Style.BULLET, Style.DECIMAL)


def recognised(paragraphs: Sequence[Paragraph], language: str) -> tuple[Unit, ...]:
    """Return the units of a text, exactly one for each paragraph, in order; their ids are u1, u2 and so on.

    A footnote keeps the id by which the text refers to it.
    """
    reader = _Reader(language, titled=any(paragraph.title for paragraph in paragraphs))
    return tuple(reader.unit(paragraph, f"u{at}") for at, paragraph in enumerate(paragraphs, start=1))


class _Reader:
    """What is known of the text so far, as its paragraphs come by."""

    def __init__(self, language: str, *, titled: bool) -> None:
        self.language = language
        self.title_given = titled
        self.operative_seen = False
        self.started = False
        self.before = ""  # the number of the paragraph before
        self.levels = Levels()

    def unit(self, paragraph: Paragraph, id: str) -> Unit:
        if paragraph.footnote:
            return Unit(paragraph.footnote, UnitKind.FOOTNOTE, paragraph.text, paragraph.number)
        if paragraph.place is not None:
            return Unit(id, UnitKind.CELL, paragraph.text, paragraph.number, place=paragraph.place)
        if title := self._title(paragraph):
            self.started = True
            return Unit(id, title, paragraph.text, paragraph.number, level=int(title is UnitKind.HEADING))
        number, text = paragraph.number, paragraph.text
        if not number:
            number, text = split_number(text, self.before)
        self.started, self.before = True, number
        kind, level = self._kind(paragraph, number, _without_marks(text))
        return Unit(id, kind, text, number, min(level, DEEPEST))

    def _title(self, paragraph: Paragraph) -> UnitKind | None:
        if paragraph.title:
            already, self.title_given = self.started and not self.title_given, False
            return UnitKind.HEADING if already else UnitKind.TITLE
        if self.started or self.title_given or paragraph.heading > 1 or paragraph.number:
            return None
        text = _without_marks(paragraph.text)
        short = len(text) <= LONGEST_TITLE and not _STOPPED.search(text)
        numbered = split_number(text)[0] or is_structural(text)
        return UnitKind.TITLE if short and not numbered else None

    def _kind(self, paragraph: Paragraph, number: str, text: str) -> tuple[UnitKind, int]:
        style = self.levels.style(number) if number else Style.NONE
        if paragraph.heading or self._is_heading(number, style, text):
            self.operative_seen = False
            self.levels = Levels()
            return UnitKind.HEADING, paragraph.heading or 1
        if style in _SUBORDINATE or (number and paragraph.level):
            return UnitKind.SUBPARAGRAPH, self.levels.level(number, style, paragraph.level)
        kind = self._plain_kind(style, text)
        if kind is UnitKind.OPERATIVE:
            self.operative_seen = True
        self.levels.restart()
        return kind, 0

    def _is_heading(self, number: str, style: Style, text: str) -> bool:
        if len(text) > LONGEST_HEADING or _STOPPED.search(text.rstrip(".") if is_structural(text) else text):
            return False
        if number:
            return style in (Style.WORD, Style.CAPITAL)
        return (
            is_structural(text)
            or lower(text, self.language) in headings_alone(self.language)
            or _in_capitals(text)
        )

    def _plain_kind(self, style: Style, text: str) -> UnitKind:
        if style is Style.PREAMBULAR:
            return UnitKind.PREAMBULAR
        if style is Style.OPERATIVE:
            return UnitKind.OPERATIVE
        if not self.operative_seen and self._is_preambular(text):
            return UnitKind.PREAMBULAR
        if style is not Style.NONE:
            return UnitKind.OPERATIVE
        decides = _ENDS_OPERATIVE.search(text) and opens_or_closes("operative", text, self.language)
        return UnitKind.OPERATIVE if decides else UnitKind.PARAGRAPH

    def _is_preambular(self, text: str) -> bool:
        if not _ENDS_PREAMBULAR.search(text) or opens_or_closes("speaker", text, self.language):
            return False
        return opens_or_closes("preambular", text, self.language)


def _without_marks(text: str) -> str:
    """A text without the marks of its footnotes, which may stand after its last stop."""
    return _MARK.sub("", text).strip()


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(not letter.islower() for letter in letters)
