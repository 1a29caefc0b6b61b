"""Word files made by a seeded generator: paragraphs, tables and footnotes with the changes of several authors.

Each file has a base that somebody wrote and what three delegations did to it with tracking on: words inserted and deleted,
one author's insertion cut by another, paragraphs split, joined, added, deleted and moved, rows of tables added and deleted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.texts.word.docx import (
    KAZ,
    KGZ,
    TJK,
    cell,
    dele,
    docx,
    field,
    ins,
    level,
    listed,
    moved_from,
    moved_to,
    note,
    note_mark,
    p,
    pattern,
    r,
    row,
    table,
)

AUTHORS = (KAZ, KGZ, TJK)
WORDS = [
    "decide",
    "to",
    "establish",
    "a",
    "joint",
    "logistics",
    "network",
    "by",
    "2028",
    "and",
    "request",
    "the",
    "host",
    "to",
    "report",
    "annually",
    "on",
    "transit",
    "times",
    "at",
    "the",
    "ports",
    "of",
    "Aktau",
    "and",
    "Turkmenbashi",
    "Стороны",
    "договорились",
    "создать",
    "общую",
    "сеть",
    "перевозок",
    "и",
    "ежегодно",
    "сообщать",
    "о",
    "времени",
    "простоя",
]

NUMBERING = (
    pattern(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
    + pattern(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    + listed(1, 0)
    + listed(2, 1)
)


def corpus(number: int = 60, seed: int = 4) -> list[bytes]:
    """Return this many files; the same for the same seed."""
    return [_Maker(random.Random(f"{seed}/{at}")).file() for at in range(number)]


class _Maker:
    """The maker of one file."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.notes: list[str] = []
        self.moves = 0

    def file(self) -> bytes:
        blocks = [p("Declaration on a joint logistics network")]
        for _at in range(self.chance.randint(4, 14)):
            blocks.extend(self.blocks())
        blocks.append(p(self.words(4), "."))
        if not self.notes:
            return docx(*blocks, numbering=NUMBERING)
        kept = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        return docx(*blocks, numbering=NUMBERING, footnotes=kept + "".join(self.notes))

    def blocks(self) -> Sequence[str]:
        makers = (
            self.plain,
            self.split,
            self.joined,
            self.whole,
            self.several,
            self.move,
            self.moved_whole,
            self.tabled,
        )
        return self.chance.choices(makers, weights=(8, 2, 2, 2, 1, 1, 1, 3))[0]()

    def plain(self) -> Sequence[str]:
        """A paragraph, perhaps with a footnote."""
        if self.chance.random() < 0.4:
            return (p(*self.content(), num=self.chance.choice((1, 1, 2)), level=self.chance.randint(0, 2)),)
        return (p(*self.content(), self.note() if self.chance.random() < 0.2 else ""),)

    def tabled(self) -> Sequence[str]:
        """A table, and a paragraph after it."""
        return self.table(), p(self.words(3))

    def words(self, most: int = 8) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, most))) + " "

    def author(self) -> str:
        return self.chance.choice(AUTHORS)

    def content(self) -> list[str]:
        """Words with changes among them."""
        pieces = [self.words()]
        for _at in range(self.chance.randint(0, 4)):
            pieces.append(self.piece())
            pieces.append(self.words())
        return pieces

    def piece(self) -> str:
        makers = (self.inserted, self.deleted, self.cut, self.replaced, self.unchanged)
        return self.chance.choices(makers, weights=(4, 4, 2, 2, 3))[0]()

    def inserted(self) -> str:
        return ins(self.words(4), by=self.author())

    def deleted(self) -> str:
        return dele(self.words(4), by=self.author())

    def cut(self) -> str:
        """Words that one author inserted and another cut."""
        author, other = self.chance.sample(AUTHORS, 2)
        return ins(self.words(3), dele(self.words(2), by=other), self.words(2), by=author)

    def replaced(self) -> str:
        return dele(self.words(3)) + ins(self.words(3), by=KGZ)

    def unchanged(self) -> str:
        """Words in something of Word's."""
        words = self.words(2)
        forms = (
            r(words, "<w:b/>"),
            field('HYPERLINK "https://example.org/"', words),
            f'<w:smartTag w:element="place">{r(words)}</w:smartTag>',
            f"<w:r><w:t>logistics</w:t><w:noBreakHyphen/><w:t>network</w:t><w:tab/></w:r>{r(words)}",
        )
        return self.chance.choice(forms)

    def note(self) -> str:
        number = len(self.notes) + 1
        self.notes.append(note(number, p(self.words(5))))
        return note_mark(number)

    def split(self) -> Sequence[str]:
        """A paragraph that somebody split into two."""
        return p(*self.content(), mark="ins", by=self.author()), p(*self.content())

    def joined(self) -> Sequence[str]:
        """Two paragraphs that somebody joined, perhaps with a third."""
        more = (p(self.words(), mark="del", by=TJK),) if self.chance.random() < 0.3 else ()
        return p(*self.content(), mark="del", by=self.author()), *more, p(*self.content())

    def whole(self) -> Sequence[str]:
        """A paragraph added or deleted as a whole, between two that stay."""
        author, number = self.author(), self.chance.choice((None, 1, 2))
        if self.chance.random() < 0.5:
            return p(ins(self.words(), by=author), mark="ins", by=author, num=number), p(
                self.words(), num=number
            )
        return p(dele(self.words(), by=author), mark="del", by=author, num=number), p(
            self.words(), num=number
        )

    def several(self) -> Sequence[str]:
        """Paragraphs added and deleted by several authors, one after the other."""
        added = [p(ins(self.words(), by=one), mark="ins", by=one) for one in self.chance.sample(AUTHORS, 2)]
        gone = [p(dele(self.words(), by=one), mark="del", by=one) for one in self.chance.sample(AUTHORS, 2)]
        return (
            (*added, *gone, p(self.words()))
            if self.chance.random() < 0.5
            else (*gone, *added, p(self.words()))
        )

    def move(self) -> Sequence[str]:
        """Words moved to another paragraph."""
        words, name = self.words(), self.move_name()
        here = p(self.words(2), moved_from(words, name=name), self.words(2))
        there = p(self.words(2), moved_to(words, name=name), self.words(2))
        return (here, p(self.words()), there) if self.chance.random() < 0.5 else (there, here)

    def moved_whole(self) -> Sequence[str]:
        """A paragraph moved as a whole."""
        words, name = self.words(), self.move_name()
        here = p(moved_from(words, name=name), mark="moveFrom")
        there = p(moved_to(words, name=name), mark="moveTo")
        return here, p(self.words()), there, p(self.words())

    def move_name(self) -> str:
        self.moves += 1
        return f"move{self.moves}"

    def table(self) -> str:
        rows = [row(cell(p(*self.content())), self.cell()) for _at in range(self.chance.randint(1, 3))]
        if self.chance.random() < 0.5:
            author = self.author()
            added = [cell(p(ins(self.words(2), by=author))) for _at in range(2)]
            rows.insert(self.chance.randint(0, len(rows)), row(*added, changed="ins", by=author))
        if self.chance.random() < 0.5:
            author = self.author()
            gone = [cell(p(dele(self.words(2), by=author))) for _at in range(2)]
            rows.insert(self.chance.randint(1, len(rows)), row(*gone, changed="del", by=author))
        return table(*rows)

    def cell(self) -> str:
        return cell(*self.split()) if self.chance.random() < 0.3 else cell(p(self.words(2)))
