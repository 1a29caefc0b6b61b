"""A draft read from a file or from the bytes of one: .docx, .md, .txt, .html by its ending. Nothing that it points to is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType

from kengesh.formats.drafts.days import completed, named_in, years_of_days
from kengesh.formats.drafts.forms import form_of
from kengesh.formats.drafts.languages import LANGUAGES, guess_language
from kengesh.formats.drafts.notes import read_note
from kengesh.formats.drafts.reading.decoding import decoded
from kengesh.formats.drafts.reading.html import read_html
from kengesh.formats.drafts.reading.markdown import read_markdown
from kengesh.formats.drafts.reading.plain import read_plain
from kengesh.formats.drafts.reading.told import MARK, CannotRead, Told, without_marks
from kengesh.formats.drafts.reading.word import read_word
from kengesh.formats.drafts.splitting import sentences_of
from kengesh.formats.drafts.values import Draft, Sentence
from kengesh.terms.messages import _

LARGEST = 16 << 20  # bytes: some three million words; more is no paper


def read_draft(path: Path, language: str | None = None) -> Draft:
    """Read a draft. Raises CannotRead; `language` is tr, en or ru, guessed where it is None."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        says = _("{file}: the file cannot be opened: {why}.")
        raise CannotRead(says.format(file=path, why=error.strerror or error)) from error
    return read_draft_bytes(path.name, data, language)


def read_draft_bytes(name: str, data: bytes, language: str | None = None) -> Draft:
    """Read a draft from the bytes of a file of this name. Raises CannotRead."""
    if language is not None and language not in LANGUAGES:
        says = _("{code}: drafts are read in Turkish (tr), English (en) and Russian (ru).")
        raise CannotRead(says.format(code=language))
    if len(data) > LARGEST:
        says = _("{file}: the file is larger than {most} bytes; give the text without its pictures.")
        raise CannotRead(says.format(file=name, most=LARGEST))
    return made(name, _reader(name, data)(data, name), language)


def made(name: str, told: Told, language: str | None = None) -> Draft:
    """Return the draft that a file's reader tells of: sentences parted, notes read, dates found."""
    paragraphs = [text for text in told.paragraphs if text.strip()]
    if not paragraphs:
        raise CannotRead(_("{file}: there is no text in the file that could be read.").format(file=name))
    language = language or guess_language(" ".join(paragraphs))
    parted = [sentences_of(text, language) for text in paragraphs]
    sentences = _sentences(parted, language)
    notes = tuple(read_note(number, text) for number, text in told.notes)
    return Draft(
        name,
        language,
        told.title or _title_cited(told.citation),
        sentences,
        notes,
        told.citation,
        told.dropped,
    )


def _title_cited(citation: tuple[str, ...]) -> str | None:
    title = read_note("", citation[0]).title if citation else None
    return title.rstrip(".") if title else None


def _sentences(parted: list[list[str]], language: str) -> tuple[Sentence, ...]:
    clean = [[_clean(text) for text in texts] for texts in parted]
    named = [tuple(named_in(text, language) for text in texts) for texts in clean]
    known = years_of_days(tuple(one for paragraph in named for sentence in paragraph for one in sentence))
    found: list[Sentence] = []
    for number, (texts, marked, dates) in enumerate(zip(clean, parted, named, strict=True), 1):
        for text, raw, days in zip(texts, marked, completed(dates, known), strict=True):
            if text:
                marks, places = _marks(raw)
                found.append(Sentence(text, number, marks, days, form_of(text, language), places))
    return tuple(found)


def _clean(text: str) -> str:
    return " ".join(without_marks(text).split())


def _marks(raw: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the numbers of the notes of a sentence, and where in its clean text each mark stood."""
    numbers, places = [], []
    length, spaced = 0, True
    for place, piece in enumerate(MARK.split(raw)):
        if place % 2:  # what the pattern's group holds: a number
            numbers.append(piece)
            places.append(length - spaced if length else 0)
            continue
        words = re.sub(r"\s+", " ", piece)
        words = words.removeprefix(" ") if spaced else words
        length, spaced = length + len(words), words.endswith(" ") if words else spaced
    return tuple(numbers), tuple(places)


def _reader(name: str, data: bytes) -> Callable[[bytes, str], Told]:
    ending = PurePath(name).suffix.lower()
    if data.startswith(b"PK\x03\x04") and ending != ".docx" and ending in READERS:
        says = _(
            "{file}: what is in the file is not what its name says; name a Word document .docx, a text .txt."
        )
        raise CannotRead(says.format(file=name))
    if ending in READERS:
        return READERS[ending]
    says = _("{file}: drafts are read from .docx, .md, .txt and .html; save it as one of these.")
    raise CannotRead(says.format(file=name))


def _plain(data: bytes, name: str) -> Told:
    return read_plain(decoded(data, name))


def _markdown(data: bytes, name: str) -> Told:
    return read_markdown(decoded(data, name))


def _html(data: bytes, name: str) -> Told:
    return read_html(decoded(data, name), name)


READERS: Mapping[str, Callable[[bytes, str], Told]] = MappingProxyType(
    {
        ".docx": read_word,
        ".htm": _html,
        ".html": _html,
        ".markdown": _markdown,
        ".md": _markdown,
        ".txt": _plain,
    }
)
