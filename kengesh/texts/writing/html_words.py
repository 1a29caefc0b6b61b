"""Words on a page: the text of a unit with its regions, in the grammar of brackets, to the letter.

The text of the elements, read without the elements, is the printed line of the grammar (``kengesh.texts.writing.plain``).
Everything is escaped for HTML. Words that turn the direction of writing
are isolated, so that they cannot make one delegation's words look like another's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from kengesh.texts.compiling.regions import outer_blanks
from kengesh.texts.rolling import Content, Region, Variant
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS, PARAGRAPH_MARK
from kengesh.texts.writing.html_delegations import Delegations, proposed_by
from kengesh.texts.writing.plain import NOTHING, escaped

_MARK = re.compile(f"({FOOTNOTE_OPENS}[^{FOOTNOTE_CLOSES}\\s]+{FOOTNOTE_CLOSES}|{PARAGRAPH_MARK})")
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass
class Words:
    """Writes contents of one page. It remembers which marks were written: only the first of a kind can be linked to."""

    language: str  # of the text
    delegations: Delegations
    footnotes: Mapping[str, str]  # what is printed for the mark of a footnote, by the footnote's unit
    bracketed: bool = True  # whether the page has brackets, so that those of the text must be told from them
    marked_footnotes: set[str] = field(default_factory=set)
    marked_notes: set[int] = field(default_factory=set)

    def content(self, content: Content) -> str:
        """Return a content as HTML."""
        parts: list[str] = []
        before = ""
        for part in content:
            own = self._region(part, before) if isinstance(part, Region) else self.text(part)
            parts.append(own)
            before = (part.base if isinstance(part, Region) else part) or before
        return "".join(parts)

    def text(self, text: str, *, breaks: bool = True) -> str:
        """Return words of the text as HTML; `breaks`: a line ends at each paragraph mark."""
        said = escaped(text) if self.bracketed else text
        return "".join(self._piece(piece, breaks) for piece in _MARK.split(said) if piece)

    def _piece(self, piece: str, breaks: bool) -> str:
        if piece == PARAGRAPH_MARK:
            pilcrow = f'<span class="pilcrow">{PARAGRAPH_MARK}</span>' if self.bracketed else ""
            return pilcrow + ("<br>" if breaks else "")
        if _MARK.fullmatch(piece) and piece[1:-1] in self.footnotes:
            return self._footnote_mark(piece[1:-1])
        return literal(piece)

    def _footnote_mark(self, unit_id: str) -> str:
        own = ""
        if unit_id not in self.marked_footnotes:
            self.marked_footnotes.add(unit_id)
            own = f' id="mark-{escape(unit_id)}"'
        shown = escape(self.footnotes[unit_id])
        return (
            f'<sup class="mark"><a{own} role="doc-noteref" href="#unit-{escape(unit_id)}">{shown}</a></sup>'
        )

    def note_marks(self, notes: tuple[int, ...]) -> str:
        """Return the marks of numbered notes; the first mark of each is where the note leads back to."""
        return " ".join(map(self._note_mark, notes))

    def _note_mark(self, number: int) -> str:
        own = ""
        if number not in self.marked_notes:
            self.marked_notes.add(number)
            own = f' id="note-{number}-mark"'
        return f'<a class="mark mark--note"{own} role="doc-noteref" href="#note-{number}">^{number}</a>'

    def _region(self, region: Region, preceding: str) -> str:
        shown = [variant.text for variant in region.variants if variant.text]
        if region.base:
            shown.insert(0, region.base)
        before, after = outer_blanks(shown, preceding)
        parts = [self._base(region, before, after)] if region.base or region.retain else []
        parts.extend(self._variant(variant, before, after) for variant in region.variants)
        inner = '<span class="region__slash"> / </span>'.join(parts)
        name = "region" if region.variants else "region region--bare"
        marks = self.note_marks(region.notes)
        return f'{before}<span class="{name}">[{inner}]</span>{marks}{after}'

    def _base(self, region: Region, before: str, after: str) -> str:
        words = self._inside(region.base, before, after) if region.base else NOTHING
        tag = "del" if region.variants and region.base else "span"
        shown = f'<{tag} class="region__base">{words}</{tag}>'
        if not region.retain:
            return shown
        codes = self.delegations.codes_html(region.retain)
        return f'{shown}<span class="region__retain"> (retain {codes})</span>'

    def _variant(self, variant: Variant, before: str, after: str) -> str:
        if variant.text:
            own = self._inside(variant.text, before, after)
            words = f'<ins class="region__words">{own}</ins>'
        else:
            words = f'<span class="region__nothing">{NOTHING}</span>'
        said = escape(proposed_by(variant.holders, deletes=not variant.text))
        style = self.delegations.style(variant.holders)
        codes = self.delegations.codes_html(variant.holders)
        return (
            f'<span class="region__variant {style}" role="group" aria-label="{said}">{codes}: {words}</span>'
        )

    def _inside(self, text: str, before: str, after: str) -> str:
        """Words without the blanks that stand outside the bracket; a dash of the text is told from that of the grammar."""
        inner = text.removeprefix(before).removesuffix(after)
        return f"\\{NOTHING}" if inner == NOTHING else self.text(inner, breaks=False)


def literal(text: str) -> str:
    """Return words as HTML, isolated where they turn the line."""
    return f"<bdi>{escape(text)}</bdi>" if _TURNS.search(text) else escape(text)
