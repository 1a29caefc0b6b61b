"""The units of a text on a page: paragraphs and headings in order, tables whole, footnotes after the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from kengesh.terms.messages import _, in_language
from kengesh.texts.rolling import Alternative, BaseNode, Holders, MovedNode, NewNode, Node
from kengesh.texts.units import Unit, UnitKind
from kengesh.texts.writing.html_delegations import proposed_by
from kengesh.texts.writing.html_tables import end_of_table, is_footnote, parted, width_of
from kengesh.texts.writing.html_words import Words
from kengesh.texts.writing.plain import NOTHING, STATUSES

_DEEPEST = 6  # of headings, and of indents


class Headings:
    """The ranks of a page's headings: those of one level are alike, and no rank is passed over."""

    def __init__(self, above: int) -> None:
        """`above` is the rank of what heads the page: 1, or 0 where the text's own title does."""
        self._above = above
        self._open: list[tuple[int, int]] = []

    def rank(self, unit: Unit) -> int:
        """Return the rank of a title or heading."""
        level = -1 if unit.kind is UnitKind.TITLE else unit.level
        alone = self._above == 0 and not self._open
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        within = self._open[-1][1] if self._open else self._above
        rank = 1 if alone else min(max(2, within + 1), _DEEPEST)
        self._open.append((level, rank))
        return rank


@dataclass
class Units:
    """Writes the nodes of one page."""

    words: Words
    headings: Headings
    tables: int = 0
    footnotes: list[Node] = field(default_factory=list)  # put aside, in order

    def article(self, nodes: Sequence[Node]) -> str:
        """Return all nodes but the footnotes, which are put aside."""
        pieces: list[str] = []
        at = 0
        while at < len(nodes):
            end = end_of_table(nodes, at)
            if end > at:
                pieces.append(self._table(nodes[at:end]))
                at = end
                continue
            if is_footnote(nodes[at]):
                self.footnotes.append(nodes[at])
            else:
                pieces.append(self.node(nodes[at]))
            at += 1
        return "\n".join(pieces)

    def node(self, node: Node) -> str:
        """Return one node: a line for its unit, and one for each alternative."""
        if isinstance(node, MovedNode):
            return self._moved(node)
        if isinstance(node, NewNode):
            return self._proposed(node)
        return "\n".join([self._base(node), *map(self._proposed, node.alternatives)])

    def _base(self, node: BaseNode) -> str:
        line = self._with_label(node) + self.words.content(node.content)
        marks, status = self.words.note_marks(node.notes), self._status(node.unit)
        if not node.bracketed:
            return self._line(node.unit, line + marks + status, "")
        deletion = self._deletion(node.deleted_by) if node.deleted_by else ""
        return self._line(node.unit, f"[{line}{status}{deletion}]{marks}", "unit--disputed")

    def _status(self, unit: Unit) -> str:
        if not self.words.bracketed or unit.status not in STATUSES:
            return ""
        return f' <span class="unit__status">{STATUSES[unit.status]}</span>'

    def _deletion(self, holders: Holders) -> str:
        codes = self.words.delegations.codes_html(holders)
        style = self.words.delegations.style(holders)
        said = escape(proposed_by(holders, deletes=True))
        return (
            f'<span class="region__slash"> / </span><span class="region__variant {style}" role="group" '
            f'aria-label="{said}">{codes}: <span class="region__nothing">{NOTHING}</span></span>'
        )

    def _with_label(self, node: BaseNode) -> str:
        label = node.label
        if node.unit.kind is UnitKind.CELL and not node.bracketed:
            label = node.unit.number  # in its table, a cell's place says which it is
        if node.unit.kind is UnitKind.FOOTNOTE and not (label and self.words.bracketed):
            label = self.words.footnotes[node.unit.id]
        if not label:
            return ""
        shown = self.words.text(label)
        if node.unit.id in self.words.marked_footnotes and node.unit.kind is UnitKind.FOOTNOTE:
            return (
                f'<a class="unit__label" role="doc-backlink" href="#mark-{escape(node.unit.id)}">{shown}</a> '
            )
        return f'<span class="unit__label">{shown}</span> '

    def _proposed(self, proposal: NewNode | Alternative) -> str:
        label = f'<span class="unit__label">{escape(proposal.label)}</span> ' if proposal.label else ""
        codes = self.words.delegations.codes_html(proposal.holders)
        said = escape(proposed_by(proposal.holders))
        words = f'<ins class="unit__words">{self.words.content(proposal.content)}</ins>'
        line = f'<span role="group" aria-label="{said}">[{label}{codes}: {words}]</span>'
        line += self.words.note_marks(proposal.notes)
        style = self.words.delegations.style(proposal.holders)
        return self._line(proposal.unit, line, f"unit--proposed {style}", heading=False)

    def _moved(self, node: MovedNode) -> str:
        with in_language(self.words.language):
            says = escape(_("[{label} (ex {origin}) {holders}: text of {origin} moves here]"))
        line = says.format(
            label=f'<span class="unit__label">{escape(node.label)}</span>',
            origin=f'<a href="#unit-{escape(node.unit)}">{escape(node.origin_label)}</a>',
            holders=self.words.delegations.codes_html(node.holders),
        )
        return f'<p class="unit unit--moved {self.words.delegations.style(node.holders)}">{line}</p>'

    def _line(self, unit: Unit, line: str, state: str, *, heading: bool = True) -> str:
        tag = "p"
        if heading and unit.kind in (UnitKind.TITLE, UnitKind.HEADING):
            tag = f"h{self.headings.rank(unit)}"
        classes = f"unit unit--{unit.kind}"
        level = max(unit.level, 1) if unit.kind is UnitKind.SUBPARAGRAPH else unit.level
        if tag == "p" and level:
            classes += f" unit--level-{min(level, _DEEPEST)}"
        if state:
            classes += f" {state}"
        return f'<{tag} class="{classes}" id="unit-{escape(unit.id)}">{line}</{tag}>'

    def _table(self, nodes: Sequence[Node]) -> str:
        """One table. Its first row heads the columns, where there are others; rows proposed stand under the row before."""
        self.tables += 1
        rows, after, footnotes = parted(nodes)
        self.footnotes += footnotes
        of_cells = [row for row in rows if isinstance(row, list)]
        width = max(map(width_of, of_cells))
        first = of_cells[0] if len(of_cells) > 1 else None
        lines = [
            self._row(row, head=row is first)
            if isinstance(row, list)
            else f'<tr><td colspan="{width}">{self.node(row)}</td></tr>'
            for row in rows
        ]
        name = escape(_("Table {number}").format(number=self.tables))
        return "\n".join(
            [
                f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">',
                '<table class="grid grid--text">',
                *lines,
                "</table>",
                "</div>",
                *map(self.node, after),
            ]
        )

    def _row(self, row: Iterable[Node], *, head: bool) -> str:
        cells = [self._cell(node, head) for node in row if isinstance(node, BaseNode | NewNode)]
        return "<tr>" + "".join(cells) + "</tr>"

    def _cell(self, node: BaseNode | NewNode, head: bool) -> str:
        place = node.unit.place
        spans = ""
        if place is not None and place.rows > 1:
            spans += f' rowspan="{place.rows}"'
        if place is not None and place.columns > 1:
            spans += f' colspan="{place.columns}"'
        if head and node.unit.text:
            scope = "colgroup" if "colspan" in spans else "col"
            return f'<th scope="{scope}"{spans}>{self.node(node)}</th>'
        return f"<td{spans}>{self.node(node)}</td>"

    def footnote_list(self) -> str:
        """Return the footnotes that were put aside, as a list."""
        items = [f"<li>{self.node(node)}</li>" for node in self.footnotes]
        return "\n".join(['<ul class="footnotes">', *items, "</ul>"])
