"""How answers leave: text for people as wide as the terminal (80 columns where there is none), UTF-8 for programs.

Bold and dim only where the output is a terminal, and not where ``NO_COLOR`` is set. Errors go to standard error.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import NoReturn, TextIO
from unicodedata import category

import typer

from kengesh.cli.layout import GAP, beside, cells, table_lines, wrap
from kengesh.terms.messages import _
from kengesh.terms.texts import HIDING

HOLDS, DOES_NOT_HOLD, WRONG_USE, NOT_KNOWN = 0, 1, 2, 3
WIDTH_WITHOUT_TERMINAL, NARROWEST, WIDEST = 80, 30, 140
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def fail(sentence: str, code: int = WRONG_USE) -> NoReturn:
    """Say on standard error what is wrong, and leave."""
    print(_("Error: {sentence}").format(sentence=sentence), file=sys.stderr)
    raise typer.Exit(code)


def why(error: Exception) -> str:
    """Return what an error says, one of the operating system as ``FILE: what is wrong``."""
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    if error.filename is None:
        return error.strerror
    return _("{file}: {why}").format(file=os.fsdecode(error.filename), why=error.strerror)


def warn(sentence: str) -> None:
    """Say on standard error what a person should know, and go on."""
    print(_("Note: {sentence}").format(sentence=sentence), file=sys.stderr)


def counting(what: str) -> Callable[[int, int], None]:
    """Return what shows the progress of long work on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def show(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{done} / {total} {what}", end=end, file=sys.stderr, flush=True)

    return show


def for_programs() -> TextIO:
    """Return standard output for what programs read: UTF-8 and plain line ends, whatever the person's locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def heading(title: str, remark: str = "") -> None:
    """Print a title, and beneath it what qualifies it (the day, what counts)."""
    _print_all(wrap(title, _width()), BOLD)
    if remark:
        _print_all(wrap(remark, _width()), DIM)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], nothing: str = "") -> None:
    """Print rows under their headings, or, where there are none, the sentence `nothing`; an empty column is left out."""
    all_rows = list(rows)
    if not all_rows:
        paragraph(nothing)
    kept = [place for place in range(len(columns)) if any(row[place] for row in all_rows)]
    lines = list(
        table_lines(
            [columns[place] for place in kept], [[row[place] for place in kept] for row in all_rows], _width()
        )
    )
    _print_all(lines[:1], BOLD)
    _print_all(lines[1:])


def fields(pairs: Iterable[tuple[str, str]]) -> None:
    """Print names and values side by side, one to a line; empty values are left out."""
    given = [pair for pair in pairs if pair[1]]
    name = max((cells(pair[0]) for pair in given), default=0)
    for pair in given:
        _print_all(beside(pair, (name, max(1, _width() - name - GAP))))


def numbered(lines: Sequence[str]) -> None:
    """Print notes with their numbers, after an empty line."""
    print()
    for number, line in enumerate(lines, 1):
        mark = f"[{number}] "
        parts = wrap(line, _width() - len(mark))
        _print_all(" " * len(mark) + part if place else mark + part for place, part in enumerate(parts))


def line(text: str) -> None:
    """Print a sentence or a few, wrapped."""
    _print_all(wrap(text, _width()))


def paragraph(text: str, style: str = "") -> None:
    """Print a sentence or a few, wrapped, after an empty line."""
    if text:
        print()
        _print_all(wrap(text, _width()), style)


def _print_all(lines: Iterable[str], style: str = "") -> None:
    styled = bool(style) and _has_styles()
    for one in lines:
        print(f"{style}{harmless(one)}{PLAIN}" if styled else harmless(one))


def harmless(text: str) -> str:
    """Return text without what could command a terminal: a record may come from anybody."""
    if text.isprintable():
        return text
    return "".join("�" if category(letter) in ("Cc", "Cs") or letter in HIDING else letter for letter in text)


def _width() -> int:
    found = shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns
    return min(WIDEST, max(NARROWEST, found))


def _has_styles() -> bool:
    """Say whether standard output shows bold and dim: the older consoles of Windows print the codes instead."""
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return sys.platform != "win32" or "WT_SESSION" in environment
