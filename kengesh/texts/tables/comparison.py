"""Side by side: for each unit that differs, the words of the base and those that each chosen delegation would have."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.terms.messages import _
from kengesh.texts.choosing import words_chosen
from kengesh.texts.rolling import BaseNode, MovedNode, NewNode, Node, Region, RollingText
from kengesh.texts.tables.shown import Shown
from kengesh.texts.tables.table import Row, Table, heading
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens
from kengesh.texts.writing.plain import NOTHING


def comparison(rolling: RollingText, delegations: Sequence[str]) -> Table:
    """Return the texts of delegations paragraph by paragraph, those alone in which one of them differs from the base.

    The delegations stand in the order given. Raises ValueError where one has nothing in the rolling text.
    """
    unknown = [code for code in delegations if code not in rolling.delegations]
    if unknown:
        says = _("{unknown} filed nothing here; choose among {delegations}.")
        raise ValueError(
            says.format(unknown=", ".join(unknown), delegations=", ".join(rolling.delegations) or NOTHING)
        )
    shown = Shown(rolling)
    rows = (_row(node, shown, delegations) for node in rolling.nodes)
    return Table(
        name="comparison",
        title=_("Texts side by side"),
        columns=(_("Unit"), heading("base-text"), *delegations),
        rows=shown.readable(row for row in rows if any(cell != row[1] for cell in row[2:])),
        footnotes=(_("A ¶ parts a paragraph in two; “—” is nothing."),),
    )


def _row(node: Node, shown: Shown, delegations: Sequence[str]) -> Row:
    if isinstance(node, MovedNode):
        moves = _("(text of {label} moves here)").format(label=node.origin_label)
        return node.label, NOTHING, *(moves if code in node.holders else NOTHING for code in delegations)
    if isinstance(node, NewNode):
        texts = (_chosen_new(node, code) for code in delegations)
        return node.label, NOTHING, *texts
    label = shown.name(node.unit.id)
    return label, node.unit.text, *(_chosen(node, code) for code in delegations)


def _chosen_new(node: NewNode, delegation: str) -> str:
    return words_chosen(node.content, delegation).strip() if delegation in node.holders else NOTHING


def _chosen(node: BaseNode, delegation: str) -> str:
    if delegation in node.deleted_by:
        return NOTHING
    for other in node.alternatives:
        if delegation in other.holders:
            return words_chosen(other.content, delegation).strip()
    words = words_chosen(node.content, delegation)
    if _mark_in_question(node):
        kept = words.endswith(PARAGRAPH_MARK)
        words = words.removesuffix(PARAGRAPH_MARK)
        if not kept:
            words = _("{words} (joined with the next)").format(words=words.rstrip())
    if delegation in node.moved_by:
        return _("{words} (moved)").format(words=words.strip())
    return words.strip()


def _mark_in_question(node: BaseNode) -> bool:
    """Say whether a region reaches over the end of the paragraph, so that the content has its mark."""
    end = len(tokens(node.unit.text)) + 1
    return any(isinstance(part, Region) and part.end == end for part in node.content)
