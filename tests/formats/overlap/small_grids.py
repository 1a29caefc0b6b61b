"""Small grids for tests, drawn with a letter for every cell: y belongs, n does not, ? is not known."""

from __future__ import annotations

from datetime import date
from itertools import product

from kengesh.formats.overlap.codes import Code, place_of
from kengesh.formats.overlap.grid import Cell, Grid
from kengesh.terms.dates import Truth

TRUTHS = {"y": Truth.YES, "n": Truth.NO, "?": Truth.NOT_KNOWN}
CODES = {"y": Code.MEMBER, "n": Code.NONE, "?": Code.NOT_KNOWN}
Row = tuple[Truth, ...]


def grid(states: str, **bodies: str) -> Grid:
    """Return a grid: the states by their codes with blanks, and for each body a letter for each of them."""
    parties = tuple(states.split())
    cells = {
        (party, body): cell(party, body, letter)
        for body, letters in bodies.items()
        for party, letter in zip(parties, letters, strict=True)
    }
    return Grid(date(2025, 11, 16), parties, tuple(bodies), False, cells)


def cell(party: str, body: str, letter: str) -> Cell:
    code, truth = CODES[letter].value, TRUTHS[letter]
    status = "member" if letter == "y" else None
    return Cell(party, body, code, place_of(code, {}), status, truth, truth, None, None, False, ())


def fillings(rows: list[Row]) -> list[list[tuple[bool, ...]]]:
    """Return every way to fill in what is not known."""
    open_ = {Truth.YES: (True,), Truth.NO: (False,), Truth.NOT_KNOWN: (True, False)}
    of_rows = [list(product(*(open_[one] for one in row))) for row in rows]
    return [list(filling) for filling in product(*of_rows)]
