"""How wide the columns of a table are: as their text asks for, and never narrower than their longest word."""

from __future__ import annotations

from math import sqrt

from kengesh.briefs.document import Table, plain

TEXT_WIDTH = 9072  # 160 mm, the width between margins of 25 mm on A4, in twentieths of a point
LETTER = 104  # about how wide a letter of a table is
PADDING = 130
LONGEST_WORD = 18  # letters: longer ones are broken, or addresses


def widths_of(table: Table) -> tuple[int, ...]:
    """Return the width of each column; together they are as wide as the text.

    A column that would need less than an even share for all its text on one line gets that; the others share what is left by the
    square root of how much text they have, so that one long column does not starve the others.
    """
    columns = [[head, *(plain(row[place]) for row in table.rows)] for place, head in enumerate(table.columns)]
    wanted = [PADDING + LETTER * max(map(len, texts)) for texts in columns]
    widths: dict[int, int] = {}
    for place in sorted(range(len(columns)), key=wanted.__getitem__):
        even = (TEXT_WIDTH - sum(widths.values())) // (len(columns) - len(widths))
        if wanted[place] <= even:
            widths[place] = wanted[place]
    widths |= _shared(columns, widths)
    widest = max(widths, key=widths.__getitem__)
    widths[widest] += TEXT_WIDTH - sum(widths.values())
    return tuple(widths[place] for place in range(len(columns)))


def _shared(columns: list[list[str]], given: dict[int, int]) -> dict[int, int]:
    """Return the widths of the columns that have none yet: each as its longest word, and a share of what is left."""
    rest = [place for place in range(len(columns)) if place not in given]
    least = {place: PADDING + LETTER * min(LONGEST_WORD, _longest_word(columns[place])) for place in rest}
    left = TEXT_WIDTH - sum(given.values()) - sum(least.values())
    weights = {place: sqrt(sum(map(len, columns[place]))) for place in rest}
    return {place: least[place] + int(left * weights[place] / sum(weights.values())) for place in rest}


def _longest_word(texts: list[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)
