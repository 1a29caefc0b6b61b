"""A picture and its table: the values that every picture is given as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kengesh.mechanism.reader import Reader, Spoken

Link = Callable[[str], str | None]
"""Gives the address of a thing's page, None where it has none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text, the language it is in ("" for the reader's own), the thing that it names, if it does."""

    text: str
    language: str = ""
    thing: str | None = None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All that a picture shows, in words; the first cell of a row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One ``<svg>`` element, what it is called, what it comes to in a sentence or two, and its table.

    Below `min_width` pixels its letters are too small to read: what holds it then scrolls sideways.
    """

    svg: str
    title: str
    description: str
    table: Table
    width: int
    height: int
    min_width: int


def named(reader: Reader, thing: str | None) -> Cell:
    """Return a cell with the name of a thing; an empty one for None."""
    if thing is None:
        return Cell("")
    name = reader.named(thing)
    return Cell(name.text, foreign(reader, name.language), thing)


def spoken(reader: Reader, said: Spoken, thing: str | None = None) -> Cell:
    """Return a cell with text of the record."""
    return Cell(said.text, foreign(reader, said.language), thing)


def foreign(reader: Reader, language: str) -> str:
    """Return the language of a text where it is not the reader's, else nothing."""
    return "" if language == reader.language else language
