"""A small notation for tests of the compiler: a text by its lines, a submission by its delegation and what it filed."""

from __future__ import annotations

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.filed import Explicit, Filed
from kengesh.texts.reading.paragraph import Paragraph
from kengesh.texts.reading.recognise import recognised
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Place, Status, Text, with_status
from kengesh.texts.writing.plain import plain_text

FOUR = "4. Agree to meet again in 2027."
FIVE = "5. Decide to establish a joint logistics network by 2028;"
SIX = "6. Member States shall report annually."
SEVEN = "7. Invite partners to contribute to the network."


def text(*paragraphs: str | Paragraph, language: str = "en") -> Text:
    """A text, with the numbers typed before its paragraphs."""
    found = [one if isinstance(one, Paragraph) else Paragraph(text=one) for one in paragraphs]
    return Text(language, recognised(found, language))


def agreed(base: Text, unit: str, status: Status = Status.AGREED) -> Text:
    """The same text with the unit that begins with these words agreed."""
    return with_status(base, next(one.id for one in base.units if one.text.startswith(unit)), status)


def cell(words: str, row: int, column: int) -> Paragraph:
    """A cell of the only table."""
    return Paragraph(text=words, place=Place("t1", row, column))


def footnote(id: str, words: str) -> Paragraph:
    """A footnote."""
    return Paragraph(text=words, footnote=id)


def files(
    delegation: str,
    *paragraphs: str | Paragraph,
    at: str = "",
    order: int = 0,
    language: str = "en",
    base: Text | None = None,
    acts: tuple[Explicit, ...] = (),
) -> Submission:
    """A submission of a whole text, and of acts beside it."""
    filed = Filed(
        text=text(*paragraphs, language=language),
        explicit=acts,
        file_name=f"{delegation.lower()}.docx",
        digest=f"{order}",
    )
    return Submission(delegation=delegation, filed=filed, filed_at=at, order=order, base=base)


def asks(delegation: str, *acts: Explicit, order: int = 0, language: str = "en") -> Submission:
    """A submission of acts alone."""
    return files(delegation, acts=acts, order=order, language=language)


def rolled(base: Text | str, *submissions: Submission, language: str = "en") -> RollingText:
    """The rolling text of submissions on a base, which may be one paragraph."""
    return compile_text(base if isinstance(base, Text) else text(base, language=language), submissions)


def lines(rolling: RollingText) -> list[str]:
    """The paragraphs of the plain text."""
    return plain_text(rolling).rstrip("\n").split("\n\n")


def shown(base: Text | str, *submissions: Submission, language: str = "en") -> list[str]:
    """The paragraphs of the plain text of submissions on a base."""
    return lines(rolled(base, *submissions, language=language))
