"""How answers look in a terminal: tables at 80 columns, numbered notes under them, errors on standard error.

Colours only where the output is a terminal (rich sees to it). A note says which source says so, in Chicago style.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kengesh.terms.messages import _

HOLDS, DOES_NOT_HOLD, WRONG_USE, NOT_KNOWN = 0, 1, 2, 3
NARROWEST = 60


def fail(sentence: str, code: int = WRONG_USE) -> NoReturn:
    """Say on standard error what is wrong, and leave."""
    print(_("Error: {sentence}").format(sentence=sentence), file=sys.stderr)
    raise typer.Exit(code)


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


def console() -> Console:
    """Return the console of standard output: 80 columns where it is not a terminal, no colours there either."""
    made = Console(highlight=False, markup=False, soft_wrap=False)
    if made.width < NARROWEST:
        made.width = NARROWEST
    return made


def heading(out: Console, title: str, remark: str = "") -> None:
    """Print a title, and beneath it what qualifies it (the day, what counts)."""
    out.print(Text(title, style="bold"))
    if remark:
        out.print(Text(remark, style="dim"))


def table(out: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their headings; a column that is empty throughout is left out."""
    cells = [list(row) for row in rows]
    kept = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    made = Table(box=None, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for place in kept:
        made.add_column(columns[place], overflow="fold")
    for row in cells:
        made.add_row(*(Text(row[place]) for place in kept))
    out.print(made)


def fields(out: Console, pairs: Iterable[tuple[str, str]]) -> None:
    """Print names and values side by side, one to a line; empty values are left out."""
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(style="dim", no_wrap=True)
    made.add_column(overflow="fold")
    for name, value in pairs:
        if value:
            made.add_row(Text(name), Text(value))
    out.print(made)


def numbered(out: Console, lines: Sequence[str]) -> None:
    """Print notes with their numbers."""
    for number, line in enumerate(lines, 1):
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text(f"[{number}]"), Text(line))
        out.print(grid)


def paragraph(out: Console, text: str, style: str = "") -> None:
    """Print a sentence or a few, wrapped, after an empty line."""
    if text:
        out.print()
        out.print(Text(text, style=style))


def plain(value: Any) -> str:
    """Return a value of an answer as a cell: nothing for None, words for truth values."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
