"""The rolling text as a Word file to print and to read from at the table.

The text stands as the grammar of the plain form has it, so that what is read aloud is what is written:
``a [joint / KAZ: common / TKM: —] network``. Every delegation's words are in a style of its own (``write_styles``), and
its code stands before them. The notes come at the end of the text, numbered as it refers to them. After
them stand, where there are any: requests to reopen, the proposals by delegation, the list of delegations, editorial
differences, and what became of amendments to an earlier version.

Done: units of all kinds with their labels typed, brackets, alternatives, new and moved units, tables with merged cells,
footnotes as Word's own. A proposed row or column is a line after its table. Partly done: a footnote to which the base
and a proposal both refer is printed once, and the second place has its number only. Not done: what was settled in
earlier versions is not listed.
"""

from __future__ import annotations

from kengesh.terms.messages import _, in_language
from kengesh.texts.rolling import (
    Alternative,
    BaseNode,
    Holders,
    MovedNode,
    NewNode,
    Node,
    RollingText,
)
from kengesh.texts.units import Text, Unit, UnitKind
from kengesh.texts.word.write_annexes import annexes, notes
from kengesh.texts.word.write_blocks import Block, node_blocks, referred_in_nodes
from kengesh.texts.word.write_brackets import BRACKET, PARTS, Brackets
from kengesh.texts.word.write_footnotes import MARK, Footnotes
from kengesh.texts.word.write_package import Sheets, packed
from kengesh.texts.word.write_shapes import label_runs, shape_of
from kengesh.texts.word.write_styles import Marks
from kengesh.texts.word.write_tables import AFTER_TABLE, Cell, table
from kengesh.texts.word.write_xml import paragraph, pieces, run, styled_paragraph
from kengesh.texts.writing.plain import STATUSES

SHORT_HASH = 12  # hexadecimal digits: enough to tell the versions of one text apart


def rolling_document(rolling: RollingText, *, title: str = "") -> bytes:
    """Return a rolling text as the bytes of a Word file. The same text gives the same bytes."""
    language = rolling.base.language
    with in_language(language):
        writer = _Writer(rolling)
        body = writer.about() + writer.body() + notes(rolling) + annexes(rolling, writer.brackets)
        return packed(
            Sheets(
                language=language,
                title=title or title_of(rolling.base.units),
                mark=base_mark(rolling.base),
                body=body,
                delegations=rolling.delegations,
                footnotes=writer.footnotes.part(),
            )
        )


def title_of(units: tuple[Unit, ...]) -> str:
    """Return the words of a text's title, without the marks of its footnotes; empty where it has none."""
    title = next((unit.text for unit in units if unit.kind is UnitKind.TITLE), "")
    return "".join(piece for kind, piece in pieces(title) if kind == "words")


def base_mark(base: Text) -> str:
    """Return how the head of a page names the version of the base."""
    return _("Base {hash}").format(hash=base.hash[:SHORT_HASH])


class _Writer:
    def __init__(self, rolling: RollingText) -> None:
        self._rolling = rolling
        self._at_foot = {
            node.unit.id: node
            for node in rolling.nodes
            if not isinstance(node, MovedNode) and node.unit.kind is UnitKind.FOOTNOTE
        }
        self._referred = referred_in_nodes(rolling.nodes)
        self.footnotes = Footnotes(self._at_foot, self._footnote)
        self.brackets = Brackets(Marks(rolling.delegations), self.footnotes.reference)

    def about(self) -> str:
        """Return the line above the text: of what it is made, with the codes of the delegations as the text has them."""
        says = _("Rolling text on the base {hash}.").format(hash=self._rolling.base.hash[:SHORT_HASH])
        runs = run(says)
        if self._rolling.delegations:
            codes = self.brackets.holders(self._rolling.delegations)
            runs += run(" " + _("Delegations:") + " ") + codes
        return styled_paragraph("AboutText", runs)

    def body(self) -> str:
        return "".join(map(self._block, node_blocks(self._rolling.nodes, self._referred)))

    def _block(self, block: Block[Node]) -> str:
        made = []
        if block.cells:
            made.append(
                table([self._cell(node) for node in block.cells if isinstance(node, BaseNode)]) + AFTER_TABLE
            )
        made.extend(map(self._paragraphs, block.others))
        return "".join(made)

    def _cell(self, node: BaseNode) -> Cell:
        assert node.unit.place is not None  # what makes it a cell of a block
        letters = max([len(node.unit.text), *(len(other.unit.text) for other in node.alternatives)])
        return Cell(node.unit.place, self._paragraphs(node), letters)

    def _paragraphs(self, node: Node) -> str:
        if isinstance(node, MovedNode):
            return self._pointer(node)
        if isinstance(node, NewNode):
            return self._proposed(node.unit, node)
        label = (
            node.unit.number if node.unit.place else node.label
        )  # a cell is known by its place in the table
        first = _parted(
            shape_of(node.unit, hangs=bool(label)), self._base(node, label_runs(node.unit, label))
        )
        return first + "".join(self._proposed(node.unit, other) for other in node.alternatives)

    def _base(self, node: BaseNode, label: str, *, within: bool = False) -> str:
        """Return the runs of a unit of the base: ``[4. ... / TKM: —]`` where it would go."""
        runs = label + self.brackets.content(node.content, within=within)
        noted = self.brackets.notes(node.notes)
        status = run(f" {STATUSES[node.unit.status]}") if node.unit.status in STATUSES else ""
        if not node.bracketed:
            return runs + noted + status
        deleted = self.brackets.deletion(node.deleted_by) if node.deleted_by else ""
        return run("[", BRACKET) + runs + status + deleted + run("]", BRACKET) + noted

    def _proposed(self, where: Unit, proposed: NewNode | Alternative) -> str:
        """Return the paragraph of a proposed unit: ``[5 bis KAZ, UZB: ...]``."""
        runs = self._proposal(proposed, within=False)
        return _parted(shape_of(where, hangs=bool(proposed.label)), runs)

    def _proposal(self, proposed: NewNode | Alternative, *, within: bool) -> str:
        looks = self.brackets.looks(proposed.holders)
        content = self.brackets.content(proposed.content, looks, within=within)
        runs = self._head(proposed.label, proposed.holders) + content + run("]", BRACKET)
        return runs + self.brackets.notes(proposed.notes)

    def _pointer(self, node: MovedNode) -> str:
        """Return the line at the place to which a unit would move: ``[7 bis (ex 5) UZB: text of 5 moves here]``."""
        says = _("[{label} (ex {origin}) {holders}: text of {origin} moves here]")
        says = says.format(label=node.label, origin=node.origin_label, holders=PARTS)
        before, _parts, after = says[1:-1].partition(PARTS)
        runs = run(before) + self.brackets.holders(node.holders) + run(after)
        shape = shape_of(self._rolling.base.unit(node.unit), hangs=True)
        return paragraph(shape, run(says[0], BRACKET) + runs + run(says[-1], BRACKET))

    def _head(self, label: str, holders: Holders) -> str:
        before = run("[", BRACKET) + (run(f"{label} ") if label else "")
        return before + self.brackets.holders(holders) + run(": ")

    def _footnote(self, unit_id: str) -> str:
        node = self._at_foot[unit_id]
        shape = shape_of(node.unit, hangs=False)
        if isinstance(node, NewNode):
            return _parted(shape, MARK + self._proposal(node, within=True))
        others = (run(" ") + self._proposal(other, within=True) for other in node.alternatives)
        return _parted(shape, MARK + self._base(node, "", within=True) + "".join(others))


def _parted(shape: str, runs: str) -> str:
    """Return paragraphs of one shape, one for each part of a cell or footnote."""
    return "".join(paragraph(shape, part) for part in runs.split(PARTS))
