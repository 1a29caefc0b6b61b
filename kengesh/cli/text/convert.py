"""``kengesh text convert FILE -o OUT``: the same text in another format, and what that format has no room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.output import fail, warn
from kengesh.cli.text.endings import (
    PRINTED,
    ROLLING,
    VERSION,
    About,
    check_work,
    ending_of,
    rolling_bytes,
    text_bytes,
)
from kengesh.cli.text.opening import Opened, last_version, opened_text
from kengesh.cli.text.options import OF_THE_FILE, Date, Lang, Profile, Title, Work, told
from kengesh.cli.text.summary import findings_of, left_behind
from kengesh.cli.text.whole import check_places, leave
from kengesh.terms.messages import _
from kengesh.texts.labels import labels_of
from kengesh.texts.reading.by_ending import read_bytes
from kengesh.texts.reading.numbers import bare_number
from kengesh.texts.tokens import footnote_id, key, tokens
from kengesh.texts.units import Status, Text, Unit

RECOGNISED = (".docx", ".md", ".txt")  # read again by guessing what each paragraph is; the others say it
SHOWN = 5
PARTS_CELLS = "|"


@told
def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=_("Any text: a file, a rolling text, the folder of a text.")),
    ],
    out: Annotated[
        list[str],
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help=_("Where to write it: .docx, .md, .txt, .html, .json, .xml or .text; - prints plain text."),
        ),
    ],
    title: Title = "",
    profile: Profile = None,
    work: Work = "",
    date: Date = "",
    lang: Lang = None,
) -> None:
    """Write a text in another format. Nothing is written where words would be lost; what else is lost is said.

    Of a Word file it is the text with its tracked changes made. What is written in .docx, .md and .txt is read again and
    compared before it is kept.
    """
    found = opened_text(file, lang)
    check_places(out, [file])
    about = About(title, work, date, profile or OF_THE_FILE, *_version(found))
    endings = [_ending(one, found) for one in out]
    check_work(endings, about)
    for says in findings_of(found.filed, str(file)):
        warn(says)
    if found.rolling is not None:
        made = [rolling_bytes(found.rolling, ending, about) for ending in endings]
    else:
        made = [text_bytes(found.text, ending, about) for ending in endings]
        for one, ending, data in zip(out, endings, made, strict=True):
            _tell_losses(found, one, ending, data)
    for one, data in zip(out, made, strict=True):
        leave(one, data)


def _version(found: Opened) -> tuple[int, str]:
    """Return which version of its text this is, and its day: the folder of a text says it, a file does not."""
    if found.folder is None:
        return 1, ""
    last = last_version(found.folder, found.text.language)
    return last.number, last.at[: len("2026-10-05")]


def _ending(out: str, found: Opened) -> str:
    if out == PRINTED:
        return ".txt"
    return ending_of(out, VERSION if found.rolling is None else ROLLING)


def _tell_losses(found: Opened, out: str, ending: str, data: bytes) -> None:
    """Leave where the words of a text are not in its new file, and say what else the file has no room for."""
    for sentence in left_behind(found.filed, out):
        warn(sentence)
    if ending not in RECOGNISED:
        return
    again = read_bytes(data, f"again{ending}", found.text.language).text
    lost = lost_words(found.text, again)
    if lost:
        says = _("-o {file}: in this format words would be lost: {words}. Nothing is written.")
        fail(says.format(file=out, words=" ".join(lost)))
    for sentence in _lost_structure(found.text, again):
        warn(_("{file}: {says}").format(file=out, says=sentence))


def lost_words(text: Text, again: Text) -> list[str]:
    """Return the words and signs that a text has and its copy has not; marks of footnotes are counted, not compared."""
    return sorted((_counted(text) - _counted(again)).elements())


def _counted(text: Text) -> Counter[str]:
    found: Counter[str] = Counter()
    for unit in text.units:
        for token in tokens(f"{bare_number(unit.number)} {unit.text}"):
            if not token.isspace() and token != PARTS_CELLS:
                found["⁅⁆" if footnote_id(token) else key(token)] += 1
    return found


def _lost_structure(text: Text, again: Text) -> Iterator[str]:
    """Yield sentences about what a copy does not say of the units."""
    labels = labels_of(text)
    if len(text.units) != len(again.units):
        says = _("units: {before}, and read again {after}; tables or paragraphs are parted otherwise.")
        yield says.format(before=len(text.units), after=len(again.units))
    else:
        others = [
            labels[one.id].name
            for one, other in zip(text.units, again.units, strict=True)
            if _shape(one) != _shape(other)
        ]
        if others:
            shown = ", ".join(others[:SHOWN]) + (" …" if len(others) > SHOWN else "")
            yield _("read again, these units are of another kind, level or place: {units}.").format(
                units=shown
            )
    if any(unit.status is not Status.OPEN for unit in text.units):
        yield _("how far units are agreed is not in this format; .text and .json have it.")


def _shape(unit: Unit) -> tuple[object, ...]:
    place = unit.place
    at = place and (place.row, place.column, place.rows, place.columns)
    return unit.kind, unit.level, bare_number(unit.number), at
