"""The footnotes of a Word file: real ones, numbered by Word in the order in which the text refers to them.

A footnote is written when the text first refers to it. Word does not let two places of a text share one; where they do
(the words of the base and those of a proposal, say) the later place has its number only, in superscript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kengesh.texts.word.write_xml import DECLARATION, NAMESPACES, run, style

REFERENCE = style("FootnoteReference")
MARK = f"<w:r><w:rPr>{REFERENCE}</w:rPr><w:footnoteRef/></w:r>" + run(" ")
_LINE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr>{_LINE}</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, id in (("separator", -1), ("continuationSeparator", 0))
)


class Footnotes:
    """The footnotes of one file. `body` gives the paragraphs of a footnote from the id of its unit."""

    def __init__(self, known: Iterable[str], body: Callable[[str], str]) -> None:
        self._known = frozenset(known)
        self._body = body
        self._numbers: dict[str, int] = {}
        self._made: dict[int, str] = {}
        self._last = 0

    def reference(self, unit_id: str, looks: str = "") -> str:
        """Return the runs that refer to a footnote; where there is no such unit, its mark as it stands in the text."""
        if unit_id not in self._known:
            return run(f"⁅{unit_id}⁆", looks)
        if unit_id in self._numbers:
            return run(str(self._numbers[unit_id]), REFERENCE)
        return self.own_reference(unit_id, self._body)

    def own_reference(self, unit_id: str, body: Callable[[str], str]) -> str:
        """Return the run that refers to a footnote of its own, whose paragraphs `body` gives."""
        self._last += 1
        number = self._last
        self._numbers.setdefault(unit_id, number)
        self._made[number] = f'<w:footnote w:id="{number}">{body(unit_id)}</w:footnote>'
        return f'<w:r><w:rPr>{REFERENCE}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def has(self, unit_id: str) -> bool:
        """Say whether the text has referred to this footnote."""
        return unit_id in self._numbers

    def part(self) -> str:
        """Return the part of the file that holds the footnotes; empty where there are none."""
        if not self._made:
            return ""
        notes = "".join(self._made[number] for number in sorted(self._made))
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{_LINES}{notes}</w:footnotes>"
