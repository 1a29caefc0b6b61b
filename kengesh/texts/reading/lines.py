"""Lines of plain text put together to paragraphs.

Blank lines part paragraphs; so does a line of dashes or equals signs alone, which is left out. Within a block of lines:

- if any line of the file is longer than anybody breaks lines by hand, every line is a paragraph;
- a line with a typed number begins a paragraph, if the line before it ends in a stop or had room for its first word;
- so does a line that begins with a capital or a Russian participle after a line that ends in a stop, if that one had room
  for its first word, or if most lines of the file end in a stop, which lines broken by hand do not (after a comma, only
  if one of them is preambular: lists of States have commas, too);
- so does a line that is not in capitals after one that is;
- every other line goes on with its paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kengesh.texts.reading.numbers import split_number
from kengesh.texts.reading.verbs import CLOSING_LANGUAGES, OPENING_LANGUAGES, opens_or_closes
from kengesh.texts.tokens import cleaned

LONGEST_BROKEN = 120  # letters: nobody breaks lines by hand beyond that
_ROOM = 0.9  # of the width: the right edge of lines broken by hand is ragged
_MOSTLY = 0.6  # of the lines; of lines broken by hand, about a fifth end in a stop
_RULE = re.compile(r"\s*([-=_*~])(?:\s*\1){2,}\s*")
_STOPPED = re.compile(
    r"[.;:,!?](?:[”»\"')\]]|\[\^?\w+\])*$|[.;:,] (?:and|or|и|или|ve|veya|və|және|жана|ва|ё|we|va|yoki)$"
)


class _Setting(NamedTuple):
    """How the lines of a file are set."""

    width: int
    stopped: bool  # most lines end in a stop


def paragraphs_in(text: str) -> list[str]:
    """Return the paragraphs of plain text, each on one line, cleaned; none is empty."""
    blocks = _blocks(text)
    lines = [line for block in blocks if len(block) > 1 for line in block]
    stopped = sum(bool(_STOPPED.search(line)) for line in lines) >= _MOSTLY * len(lines)
    setting = _Setting(max((len(line) for block in blocks for line in block), default=0), stopped)
    found = (cleaned(" ".join(lines)) for block in blocks for lines in _parted(block, setting))
    return [paragraph for paragraph in found if paragraph]


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip() and not _RULE.fullmatch(line):
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _parted(block: list[str], setting: _Setting) -> list[list[str]]:
    parted = [[block[0]]]
    for before, line in pairwise(block):
        if setting.width > LONGEST_BROKEN or _begins(before, line, setting):
            parted.append([line])
        else:
            parted[-1].append(line)
    return parted


def _begins(before: str, line: str, setting: _Setting) -> bool:
    """Whether a line begins a paragraph after the line before it in the same block."""
    if before.isupper() and not line.isupper():
        return True
    ended = bool(_STOPPED.search(before))
    room = len(before) + 1 + len(line.split()[0]) <= _ROOM * setting.width
    if split_number(line)[0]:
        return ended or room
    if not ended or (line[0].islower() and not opens_or_closes("preambular", line, "ru")):
        return False
    return room or (setting.stopped and (before[-1] != "," or _both_preambular(before, line)))


def _both_preambular(before: str, line: str) -> bool:
    """Whether a comma parts two preambular paragraphs, and not two members of a list of States."""
    return any(opens_or_closes("preambular", line, language) for language in OPENING_LANGUAGES) or any(
        opens_or_closes("preambular", before, language) for language in CLOSING_LANGUAGES
    )
