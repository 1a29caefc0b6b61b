"""Writes the words of a paragraph as WordprocessingML: runs, and the tracked changes and other things around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from text_example.document import FOOTNOTE, Piece, Stamp
from text_example.looks import Look

ADDRESS = "https://example.org/exercise"  # of the links; reserved for examples: it leads nowhere
_ELEMENTS = {"\u00ad": "<w:softHyphen/>", "\t": "<w:tab/>"}
LINK = "rIdLink"


@dataclass
class Ids:
    """Gives the numbers that Word wants on tracked changes and controls: one count for the file."""

    last: int = 100

    def next(self) -> int:
        """Return the next number."""
        self.last += 1
        return self.last


class Runs:
    """Writes pieces in one look."""

    def __init__(self, look: Look, ids: Ids) -> None:
        self.look = look
        self.ids = ids

    def of(self, pieces: Iterable[Piece], move: tuple[str, Stamp] | None = None) -> str:
        """Return the XML of pieces; `move` is the direction and the stamp of a tracked move of all of them."""
        found = []
        for comment, group in groupby(pieces, key=lambda piece: piece.comment):
            inner = "".join(self._piece(piece, move) for piece in group)
            found.append(inner if comment < 0 else _commented(inner, comment))
        return "".join(found)

    def _piece(self, piece: Piece, move: tuple[str, Stamp] | None) -> str:
        runs = "".join(self._runs(piece))
        if piece.wrapped:
            runs = self._wrapped(runs, piece)
        if piece.deleted is not None:
            runs = f"<w:del {self.about(piece.deleted)}>{runs}</w:del>"
        if piece.inserted is not None:
            runs = f"<w:ins {self.about(piece.inserted)}>{runs}</w:ins>"
        if move is not None and piece.inserted is None and piece.deleted is None:
            direction, stamp = move
            runs = f"<w:move{direction} {self.about(stamp)}>{runs}</w:move{direction}>"
        return runs

    def about(self, stamp: Stamp) -> str:
        """Return the attributes of a tracked change."""
        return f'w:id="{self.ids.next()}" w:author={quoteattr(stamp.author)} w:date="{stamp.at}"'

    def _runs(self, piece: Piece) -> Iterator[str]:
        if FOOTNOTE.fullmatch(piece.text):
            yield f'{_note_look(self.look)}<w:footnoteReference w:id="{piece.text[1:-1]}"/></w:r>'
            return
        properties = self._properties(piece)
        tag = "w:delText" if piece.deleted is not None else "w:t"
        for place, words in enumerate(_cut(piece.text, self.look.cut_after)):
            rsid = (
                f' w:rsidR="00{(len(words) * 7919 + place * 104729) % 0xFFFFFF:06X}"'
                if self.look.noise
                else ""
            )
            if self.look.noise and place % 3 == 1:
                yield '<w:proofErr w:type="gramStart"/>'
            yield f"<w:r{rsid}>{properties}{_text(words, tag)}</w:r>"
            if self.look.noise and place % 3 == 1:
                yield '<w:proofErr w:type="gramEnd"/>'

    def _properties(self, piece: Piece) -> str:
        found = (
            [] if self.look.styles else [f'<w:rFonts w:ascii="{self.look.font}" w:hAnsi="{self.look.font}"/>']
        )
        if piece.bold:
            found.append("<w:b/>")
        if piece.italic:
            found.append("<w:i/>")
        if not self.look.styles:
            found.append(f'<w:sz w:val="{self.look.size}"/>')
        return f"<w:rPr>{''.join(found)}</w:rPr>" if found else ""

    def _wrapped(self, runs: str, piece: Piece) -> str:
        match piece.wrapped:
            case "control":
                return self._control(runs, piece.text)
            case "link":
                return f'<w:hyperlink r:id="{LINK}" w:history="1">{runs}</w:hyperlink>'
            case "linked control":
                return self._control(
                    f'<w:hyperlink r:id="{LINK}" w:history="1">{runs}</w:hyperlink>', piece.text
                )
            case "field":
                return _field(r" HYPERLINK \l &quot;network_table&quot; ", runs)
            case "simple field":
                return f'<w:fldSimple w:instr=" QUOTE {escape(piece.text)} ">{runs}</w:fldSimple>'
            case _:
                return f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date">{runs}</w:smartTag>'

    def _control(self, inner: str, text: str) -> str:
        alias = quoteattr(f"Exercise: {text}")
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val={alias}/><w:id w:val="{self.ids.next()}"/></w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )


def wrap(pieces: list[Piece], first: int, end: int, wrapped: str) -> None:
    """Put something around the pieces of these places, as one."""
    together = replace(
        pieces[first], text="".join(piece.text for piece in pieces[first:end]), wrapped=wrapped
    )
    pieces[first:end] = [together]


def _commented(inner: str, comment: int) -> str:
    reference = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{comment}"/></w:r>'
    return f'<w:commentRangeStart w:id="{comment}"/>{inner}<w:commentRangeEnd w:id="{comment}"/>{reference}'


def _note_look(look: Look) -> str:
    if look.styles:
        return '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def _field(instruction: str, runs: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    words = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return mark("begin") + words + mark("separate") + runs + mark("end")


def _cut(text: str, after: int) -> list[str]:
    """Return a text in runs of so many words each, as Word leaves it once people have typed here and there."""
    words = re.findall(r"\S+\s*|\s+", text)
    if not after or len(words) <= after:
        return [text]
    return ["".join(words[at : at + after]) for at in range(0, len(words), after)]


def _text(words: str, tag: str) -> str:
    """Return the content of a run: a soft hyphen and a tab are elements of their own in Word."""
    parts = []
    for part in re.split("([\u00ad\t])", words):
        if part in _ELEMENTS:
            parts.append(_ELEMENTS[part])
        elif part:
            parts.append(f'<{tag} xml:space="preserve">{escape(part)}</{tag}>')
    return "".join(parts)
