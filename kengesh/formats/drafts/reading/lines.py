"""Lines of a text made from pages put together again into paragraphs.

A line that ends in the middle of an address goes on without a space, its hyphen kept; a word parted at a line's end loses its
hyphen, unless what follows begins with a capital letter or a figure or the word stands with its hyphen elsewhere. A line
longer than any page prints is a paragraph of its own. A short line that ends a sentence ends its paragraph, and so does a line
before an indented one.
"""

from __future__ import annotations

import re

LONGEST_PRINTED = 160  # letters: a line of a page has fewer
LONGEST_WORD = 2_000  # letters: no address of a paper is longer
_ADDRESS = re.compile(r"https?://|www\.")
_HYPHENED = re.compile(r"\b\w+(?:-\w+)+")
_ENDS = re.compile(r"[.!?…:][\"'”’»)]*(?:\[\^?\d{1,3}\])*\s*$")


def blocks_of(text: str) -> list[list[str]]:
    """Return the runs of lines that no empty line parts, lines kept as they are."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip("\r"))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def paragraphs_of(block: list[str], hyphened: frozenset[str]) -> list[str]:
    """Return the paragraphs that stand in one run of lines; `hyphened` are the words that have a hyphen."""
    width = max(len(line.rstrip()) for line in block)
    found: list[list[str]] = [[]]
    for line in block:
        before = found[-1][-1] if found[-1] else ""
        if before and _parts(before, line, width):
            found.append([])
        found[-1].append(line)
    return [joined(lines, hyphened) for lines in found]


def hyphened_in(text: str) -> frozenset[str]:
    """Return the words that a text writes with a hyphen."""
    return frozenset(_HYPHENED.findall(text))


def joined(lines: list[str], hyphened: frozenset[str]) -> str:
    """Return lines as one: see the module."""
    parts: list[str] = []
    tail = ""  # the last word so far, which may have begun lines before
    for line in (one.strip() for one in lines):
        cut, glue = _glue(tail, line, hyphened) if parts else (0, "")
        if cut:
            parts[-1] = parts[-1][:-cut]
        parts.append(glue + line)
        last = line.split()[-1]
        tail = tail[: len(tail) - cut] + last if not glue and last == line else last
        tail = tail[-LONGEST_WORD:]
    return " ".join("".join(parts).replace("\u00ad", "").split())


def _parts(before: str, line: str, width: int) -> bool:
    if len(before) > LONGEST_PRINTED or len(line) > LONGEST_PRINTED:
        return True
    if not _ENDS.search(before):
        return False
    indented = line[:1].isspace() and not before[:1].isspace()
    return indented or len(before.rstrip()) < 0.6 * width


def _glue(tail: str, line: str, hyphened: frozenset[str]) -> tuple[int, str]:
    """Return how many signs go from the end of what stands before a line, and what comes between."""
    first = line.split()[0]
    if _ADDRESS.search(tail) and (tail[-1] in "-/=&?_.%" or re.match(r"[\w%-]*[/=&]", first)):
        return 0, ""
    if tail[-1] == "\u00ad":
        return 1, ""
    if tail[-1] == "-" and len(tail) > 1 and tail[-2].isalpha():
        whole = _HYPHENED.match(tail.lstrip("\"'“‘«([") + first)
        return (0 if not first[0].islower() or (whole and whole[0] in hyphened) else 1), ""
    return 0, " "
