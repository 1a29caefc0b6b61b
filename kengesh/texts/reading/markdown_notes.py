"""The definitions of footnotes in Markdown, taken out before the rest is parsed.

``[^1]: text`` begins one at the start of a line; it goes on with the lines after it up to a blank line, and after a blank
line with lines that are indented. Lines of fenced code are code. The lines taken out are left blank, so that the numbers
of the other lines stay as they are.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {2,}|\t)")

Definitions = dict[str, tuple[str, int]]  # the text of each by its label, and its line


def without_notes(source: str) -> tuple[str, Definitions]:
    """Return the source with the definitions blanked, and the definitions. Of two with one label the first counts."""
    kept: list[str] = []
    found: Definitions = {}
    fence, label, blank = "", "", False
    for line_number, line in enumerate(source.split("\n"), start=1):
        fence = _fence(line, fence)
        opening = None if fence else _OPENS.fullmatch(line)
        if opening and opening[1] not in found:
            label, blank = opening[1], False
            found[label] = (opening[2], line_number)
        elif label and not fence and (line.strip() == "" or not blank or _INDENTED.match(line)):
            text, first = found[label]
            found[label], blank = (f"{text}\n{line.strip()}", first), line.strip() == ""
        else:
            label = ""
            kept.append(line)
            continue
        kept.append("")
    return "\n".join(kept), found


def _fence(line: str, fence: str) -> str:
    """The mark of the fenced code that a line is in, empty outside."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) else fence
