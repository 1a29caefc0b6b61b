"""A brief as values: what it says, in what order, in which language each word is, and which note stands where.

Nothing here knows of Word or of HTML. Each block has a ``kind`` that a template can choose by (``heading``, ``paragraph``,
``facts``, ``table``, ``listing``, ``figure``). Running text is made of runs, so that who shows it can mark a foreign word
with its language, link a thing to its page and an address to its place, and set the number of a note where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language; `thing` is the id that they name, `address` where they lead, `notes` the notes after them.

    A language of ``""`` is not known, as that of an id.
    """

    text: str
    language: str
    thing: str | None = None
    address: str | None = None
    notes: tuple[int, ...] = ()


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a brief: level 1 for its sections, 2 for what stands in them."""

    words: Words
    level: int = 1
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    words: Words
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts one below the other."""

    facts: tuple[Fact, ...]
    kind: ClassVar[str] = "facts"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; every row has as many cells as there are columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Listing:
    """Statements of equal rank."""

    items: tuple[Words, ...]
    kind: ClassVar[str] = "listing"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG, its title, and the table that says the same in words."""

    title: str
    svg: str
    table: Table
    kind: ClassVar[str] = "figure"


Block = Heading | Paragraph | Facts | Table | Listing | Figure


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a source, the passage of it where one is given, and the citation in the reader's language."""

    number: int
    source: str
    passage: str | None
    words: Words


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief. `subtitle` says of which day it is and that it is reported; `colophon` what record it is drawn from."""

    title: Words
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    colophon: tuple[Words, ...]


def plain(words: Iterable[Run]) -> str:
    """Return the words without anything that marks them."""
    return "".join(run.text for run in words)


def words_of(block: Block) -> Iterator[Words]:
    """Yield all running text of a block in the order in which it is read."""
    if isinstance(block, (Heading, Paragraph)):
        yield block.words
    elif isinstance(block, Facts):
        yield from (fact.words for fact in block.facts)
    elif isinstance(block, Listing):
        yield from block.items
    else:
        table = block.table if isinstance(block, Figure) else block
        yield from (cell for row in table.rows for cell in row)
