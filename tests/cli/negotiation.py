"""A small negotiation as files on a desk: a base of six units, and what delegations would have instead."""

from __future__ import annotations

from pathlib import Path

from tests.texts.word.docx import dele, docx, ins, p

TITLE = "Declaration on a joint logistics network"
RECALLING = "Recalling the meeting of 2025,"
FOUR = "Agree to meet again in 2027."
FIVE = "Decide to establish a joint logistics network by 2028;"
SIX = "Member States shall report annually."
BASE = f"# {TITLE}\n\n{RECALLING}\n\n4. {FOUR}\n\n5. {FIVE}\n\n6. {SIX}\n"
COMMON = BASE.replace("joint logistics network by", "common logistics network by")
UNIFIED = BASE.replace("joint logistics network by", "unified logistics network by")
NO_FOUR = BASE.replace(f"4. {FOUR}\n\n", "")
LATER = BASE.replace("by 2028", "no later than 2027")
RUSSIAN = """\
# Декларация о единой логистической сети

Напоминая о встрече 2025 года,

4. Соглашаются вновь встретиться в 2027 году.

5. Постановляют создать единую логистическую сеть к 2028 году;

6. Государства-члены представляют доклады ежегодно.
"""


def file(folder: Path, name: str, words: str | bytes) -> Path:
    """Write a file and return where it is."""
    path = folder / name
    if isinstance(words, str):
        path.write_text(words, encoding="utf-8", newline="\n")
    else:
        path.write_bytes(words)
    return path


def word(*, by: str = "Kazakhstan", second: str = "", typed: str = "") -> bytes:
    """Return the base as a Word file in which somebody tracked common for joint in 5.

    `second` is another author, who tracked words into 6; `typed` are words that were put into 4 with tracking off.
    """
    six = (SIX.removesuffix("annually."), ins("in writing, ", by=second), "annually.") if second else (SIX,)
    return docx(
        p(TITLE, style="Title"),
        p(RECALLING),
        p(f"4. {FOUR.removesuffix('.')}{typed}."),
        p(
            "5. Decide to establish a ",
            dele("joint", by=by),
            ins("common", by=by),
            " logistics network by 2028;",
        ),
        p("6. ", *six),
    )


def line_of(printed: str, label: str) -> str:
    """Return the line of a unit in a rolling text that was printed."""
    return next(line for line in printed.split("\n") if line.lstrip("[").startswith(f"{label} "))
