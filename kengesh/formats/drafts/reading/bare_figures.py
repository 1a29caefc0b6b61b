"""Notes of a PDF whose raised figures became plain ones: ``the Board met.1 It signed.2``, and lines ``1 Jane Doe, ...`` below.

They are taken for notes only where every number from 1 up has its line and, in the same order, its figure behind a word or a stop of
the text. One figure that is missing, and all stays as it is typed: a number of the text is never taken for a mark by chance.
"""

from __future__ import annotations

import re

from kengesh.formats.drafts.reading.told import mark

_LINE = re.compile(r"\s*(\d{1,3})[.)]?\s+(\S.*)")


def notes_apart(blocks: list[list[str]]) -> tuple[list[list[str]], list[tuple[str, list[str]]]]:
    """Return the blocks before the lines of notes, and those lines by number; no notes where the lines do not count from 1."""
    for place in range(len(blocks) - 1, 0, -1):
        if (first := _LINE.match(blocks[place][0])) and first[1] == "1":
            notes: list[tuple[str, list[str]]] = []
            for line in (line for block in blocks[place:] for line in block):
                found = _LINE.match(line)
                if found and int(found[1]) == len(notes) + 1:
                    notes.append((found[1], [found[2]]))
                else:
                    notes[-1][1].append(line)
            return blocks[:place], notes
    return blocks, []


def marked(paragraphs: list[str], notes: int) -> list[str] | None:
    """Return the paragraphs with a mark for each figure from 1 to the number of notes; None where one has no place."""
    found: list[str] = []
    number = 1
    for text in paragraphs:
        start, done = 0, []
        while number <= notes and (place := _figure(number).search(text, start)):
            done.append(text[start : place.start()] + mark(str(number)))
            start, number = place.end(), number + 1
        found.append("".join(done) + text[start:])
    return found if number > notes else None


def _figure(number: int) -> re.Pattern[str]:
    """A figure behind a letter, or behind one stop or closing mark that itself stands behind no digit."""
    return re.compile(
        rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?…”’»\")])|(?<=[.,!?…][”’»\")])){number}(?=[\s.,;:]|$)"
    )
