"""Text in a terminal: wrapped at blanks, set in columns that fit, counted in the cells that letters take.

Ours rather than a library's: no word of a table is broken while there is room for it, since an id that is torn in two can
neither be read nor copied; and starting takes a tenth of the time. Where the columns do not fit even at the width of their
longest words, the rows are set one under the other, each value with the name of its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

GAP = 2
PHRASES = range(18, -1, -3)  # cells: a day such as "16 November 2025" stays on one line where it can
FOR_WHOLE_PHRASES = 1.25  # times the lines of the shortest table
LONGEST_WORDS = (34, 26, 20)  # cells kept for the longest word; "women-leaders-dialogue/2023-09" has 30


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: a combining mark takes none, a wide letter two."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(letter) for letter in text)


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text, none wider than `width`; a word that is wider itself is broken, after a slash if it can be."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if cells(joined) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *broken, line = _broken(word, width)
            lines += broken
        lines.append(line)
    return lines


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of a table, the headings first; without rows there are none."""
    if not rows or not columns:
        return
    widths = _widths(list(zip(columns, *rows, strict=True)), width - GAP * (len(columns) - 1))
    if widths is None:
        yield from _stacked(columns, rows, width)
        return
    for row in (columns, *rows):
        yield from beside(row, widths)


def beside(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of texts that stand side by side, each in its width."""
    wrapped = [wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    for at in range(max(map(len, wrapped))):
        parts = [lines[at] if at < len(lines) else "" for lines in wrapped]
        padded = [part + " " * (width - cells(part)) for part, width in zip(parts, widths, strict=True)]
        yield (" " * GAP).join(padded).rstrip()


def _stacked(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    name = max(map(cells, columns))
    for place, row in enumerate(rows):
        if place:
            yield ""
        for column, value in zip(columns, row, strict=True):
            if value:
                yield from beside((column, value), (name, max(1, width - name - GAP)))


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return the widths of columns that make a short table, None where they do not fit at their longest words.

    Tried are widths at which every column keeps its longest word, and of its cells as much as a phrase of so many cells; what
    is left then goes, cell by cell, to the column that would take the most lines.
    """
    sizes = [[cells(text) for text in column] for column in columns]
    natural = [max(column) for column in sizes]
    if sum(natural) <= room:
        return natural
    longest = [_widest_word(column) for column in columns]
    for most in LONGEST_WORDS:
        words = [min(most, word) for word in longest]
        if sum(words) <= room:
            break
    else:
        return None
    tried = []
    for phrase in PHRASES:
        widths = [max(word, min(need, phrase)) for word, need in zip(words, natural, strict=True)]
        if sum(widths) <= room:
            tried.append(_filled(widths, natural, room))
    lines = [_lines(sizes, widths) for widths in tried]
    return next(
        widths for widths, count in zip(tried, lines, strict=True) if count <= min(lines) * FOR_WHOLE_PHRASES
    )


def _filled(widths: list[int], natural: Sequence[int], room: int) -> list[int]:
    for _cell in range(room - sum(widths)):
        place = max(range(len(widths)), key=lambda at: natural[at] / max(1, widths[at]))
        widths[place] += 1
    return widths


def _lines(sizes: Sequence[Sequence[int]], widths: Sequence[int]) -> int:
    """Return about how many lines a table takes at these widths."""
    rows = zip(*sizes, strict=True)
    return sum(
        max(-(-size // max(1, width)) for size, width in zip(row, widths, strict=True)) for row in rows
    )


def _widest_word(texts: Sequence[str]) -> int:
    return max((cells(word) for text in texts for word in text.split()), default=0)


def _broken(word: str, width: int) -> Iterator[str]:
    while cells(word) > width:
        end = _fitting(word, width)
        sign = word.rfind("/", 0, end) + 1
        end = sign if sign > end // 2 else end
        yield word[:end]
        word = word[end:]
    yield word


def _fitting(word: str, width: int) -> int:
    """Return how many letters of a word fit, one at the least."""
    taken = 0
    for place, letter in enumerate(word):
        taken += _cells_of(letter)
        if taken > width:
            return max(1, place)
    return len(word)


def _cells_of(letter: str) -> int:
    return 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
