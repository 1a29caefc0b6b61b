"""Proposed units: by what id they are known, and how a label or a delegation's name finds them.

The id of a proposal is that of its words after its anchor, editorial differences aside: whoever proposes the same proposes
one thing. A footnote's is that of its words alone, since marks in other units name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import _
from kengesh.texts.compiling.explicit import Named, NoSuchPlace
from kengesh.texts.rolling import Act, Alternative, Amendment, BaseNode, MovedNode, NewNode, Node
from kengesh.texts.tokens import keys, tokens
from kengesh.texts.units import UnitKind, new_id

Proposed = NewNode | Alternative


def proposal_id(one: Amendment) -> str:
    """Return the id of the unit that an amendment proposes (it is a new unit or an alternative)."""
    anchor = f"alternative {one.unit}" if one.act is Act.ALTERNATIVE else one.unit
    return proposed_id(anchor, one.kind, one.text)


def proposed_id(anchor: str, kind: UnitKind, text: str) -> str:
    """Return the id of a new unit of these words after an anchor."""
    words = "".join(keys(tokens(text)))
    return new_id("footnote" if kind is UnitKind.FOOTNOTE else anchor, words)


class Proposals:
    """The proposals of a rolling text, to be found by what names them."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.by_label: dict[str, Proposed | MovedNode] = {}
        self.alternatives: dict[str, tuple[Alternative, ...]] = {}
        self.after: dict[str, list[NewNode]] = {}
        for node in nodes:
            if isinstance(node, BaseNode):
                self.alternatives[node.unit.id] = node.alternatives
                self.by_label |= {other.label: other for other in node.alternatives}
            else:
                self.by_label.setdefault(node.label, node)
                if isinstance(node, NewNode):
                    self.after.setdefault(node.after, []).append(node)

    def find(self, named: Named, ends: Iterable[str]) -> Proposed | MovedNode:
        """Return the proposal of a label; with a delegation named, that delegation's there.

        `ends` are the units after which what comes after the named unit stands: itself, or its last sub-paragraph. Raises
        NoSuchPlace.
        """
        found = self.by_label.get(named.label)
        if found is not None and (not named.whose or named.whose in found.holders):
            return found
        there: list[Proposed] = list(self.alternatives.get(named.unit, ()))
        if not named.alternative:
            there = [node for end in ends for node in self.after.get(end, ())]
        own = [node for node in there if named.whose in node.holders] if named.whose else []
        if len(own) == 1 or 0 < named.nth <= len(own):
            return own[0] if len(own) == 1 else own[named.nth - 1]
        labels = ", ".join(node.label for node in there) or "—"
        says = _("there is no proposal {label} of {delegation}; there are: {labels}.")
        raise NoSuchPlace(
            says.format(label=named.label, delegation=named.whose or _("any delegation"), labels=labels)
        )
