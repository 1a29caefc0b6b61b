"""Brackets as runs: the content of a unit by the grammar of the rolling text, each delegation's words in its own style.

The words of the base are plain, and struck through where they would go and nothing would come in their place. ``—``
is nothing. A blank that all alternatives of a bracket begin or end with stands outside it. Brackets of the text itself
have a backslash before them, as have `` / `` and `` (retain ``.
"""

from __future__ import annotations

from collections.abc import Callable

from kengesh.texts.compiling.regions import outer_blanks
from kengesh.texts.rolling import Content, Holders, Region, Variant
from kengesh.texts.word.write_styles import Marks
from kengesh.texts.word.write_xml import pieces, run, style
from kengesh.texts.writing.plain import NOTHING, escaped, marks

BRACKET = style("Bracket")
NOTE = style("NoteReference")
STRIKE = "<w:strike/>"
PARTS = (
    "\0"  # where a paragraph of a cell or footnote ends; no text has this character, as XML cannot hold it
)


class Brackets:
    """Writes content as runs. `reference` gives the runs that refer to a footnote, from the id of its unit."""

    def __init__(self, marks: Marks, reference: Callable[[str, str], str]) -> None:
        self._marks = marks
        self._reference = reference

    def content(self, content: Content, looks: str = "", *, within: bool = False) -> str:
        """Return the runs of a unit's content; `looks` are those of its plain words, `within` a footnote."""
        made: list[str] = []
        before = ""
        for part in content:
            if isinstance(part, Region):
                made.append(self._region(part, before, looks, within))
            else:
                made.append(self._words(part, looks, within, PARTS))
            before = (part.base if isinstance(part, Region) else part) or before
        return "".join(made)

    def looks(self, holders: Holders) -> str:
        """Return how the words of some delegations look: as those of the first."""
        return self._marks.looks(holders[0]) if holders else ""

    def holders(self, holders: Holders) -> str:
        """Return the codes of delegations, each in its own style."""
        codes = (run(code, self._marks.looks(code)) for code in holders)
        return run(", ").join(codes)

    def notes(self, numbers: tuple[int, ...]) -> str:
        """Return the references to notes."""
        return run(marks(numbers), NOTE) if numbers else ""

    def deletion(self, holders: Holders) -> str:
        """Return the alternative that is nothing."""
        return run(" / ", BRACKET) + self.holders(holders) + run(f": {NOTHING}")

    def _region(self, region: Region, before: str, looks: str, within: bool) -> str:
        texts = [region.base, *(one.text for one in region.variants)]
        lead, tail = outer_blanks([text for text in texts if text], before)
        base, *inner = (text[len(lead) : len(text) - len(tail)] if text else "" for text in texts)
        alternatives = [self._base(region, base, looks, within)] if region.base or region.retain else []
        alternatives.extend(map(self._variant, region.variants, inner, [within] * len(inner)))
        opens = self._words(lead, looks, within) + run("[", BRACKET)
        closes = run("]", BRACKET) + self.notes(region.notes) + self._words(tail, looks, within)
        return opens + run(" / ", BRACKET).join(alternatives) + closes

    def _base(self, region: Region, text: str, looks: str, within: bool) -> str:
        is_struck = (
            bool(region.variants) and not any(one.text for one in region.variants) and not region.retain
        )
        if is_struck:
            looks += STRIKE
        runs = self._words(text, looks, within)
        if region.retain:
            runs += run(" (retain ") + self.holders(region.retain) + run(")")
        return runs

    def _variant(self, variant: Variant, text: str, within: bool) -> str:
        head = self.holders(variant.holders) + run(": ")
        looks = self.looks(variant.holders)
        return head + (self._words(text, looks, within) if text else run(NOTHING))

    def _words(self, text: str, looks: str, within: bool, mark: str = "") -> str:
        made = []
        for kind, piece in pieces(text):
            if kind == "footnote" and not within:
                made.append(self._reference(piece, looks))
            elif kind == "mark" and mark:
                made.append(mark)
            else:
                made.append(run(escaped(piece), looks))
        return "".join(made)
