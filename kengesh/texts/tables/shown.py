"""What a rolling text shows, looked up by unit and by amendment: for the tables, which set out the same thing in other orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kengesh.terms.messages import _
from kengesh.texts.compiling.laid_out import with_marks
from kengesh.texts.labels import labels_of
from kengesh.texts.rolling import (
    Act,
    Amendment,
    BaseNode,
    Content,
    Holders,
    MovedNode,
    NewNode,
    Note,
    Region,
    Request,
    RollingText,
)
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens
from kengesh.texts.units import Unit

ON_WORDS = (Act.REPLACE, Act.BRACKET, Act.RETAIN)


class Shown:
    """The units of a rolling text (of the base, and proposed), and who shares each amendment."""

    def __init__(self, rolling: RollingText) -> None:
        self.rolling = rolling
        self.names: dict[str, str] = {
            id: label.name for id, label in labels_of(rolling.base, rolling.profile).items()
        }
        self.units: dict[str, Unit] = {}
        self.order: dict[str, int] = {}
        self.amendments: dict[str, Amendment] = {one.id: one for one in rolling.amendments}
        self.requested: dict[str, Request] = {id: one for one in rolling.requests for id in one.amendments}
        self.pointers: dict[str, MovedNode] = {}
        """Where a unit would move, by the id of the amendment."""
        self._tokens: dict[str, list[str]] = {}
        self._holders: dict[str, Holders] = {}
        self._stands_at: dict[str, str] = {}
        for node in rolling.nodes:
            if isinstance(node, MovedNode):
                self._share(node.amendments, node.holders)
                self.pointers.update(dict.fromkeys(node.amendments, node))
            else:
                self._add_node(node)
        told: tuple[Note | Request, ...] = (*rolling.notes, *rolling.requests)
        for one in told:
            self._share(one.amendments, one.holders)

    def name(self, unit: str) -> str:
        """Return the label by which a unit is known; words for the whole text, the id of one that is not shown."""
        return self.names.get(unit, unit) if unit else _("the text")

    def place(self, one: Amendment) -> tuple[int, int, int, str]:
        """Return where an amendment stands in the order of the text."""
        return self.order.get(self.unit_of(one), len(self.order)), one.start, one.end, one.id

    def unit_of(self, one: Amendment) -> str:
        """Return the unit that an amendment is about: the proposed unit of one that proposes a unit."""
        if one.id in self.requested:
            return self.requested[one.id].unit
        return self._stands_at.get(one.id, one.unit)

    def holders(self, one: Amendment) -> Holders:
        """Return whoever holds the same as an amendment, its delegation among them."""
        return self._holders.get(one.id, (one.delegation,))

    def words(self, one: Amendment) -> str:
        """Return the words that an amendment is about; of an insertion, none."""
        if one.id in self.requested:
            return self.requested[one.id].base
        unit = self.units.get(one.unit)
        if unit is None or one.act is Act.NEW:
            return ""
        return "".join(self._marked(unit)[one.start : one.end]) if one.act in ON_WORDS else unit.text

    def words_before(self, one: Amendment) -> str:
        """Return the word after which an insertion comes; none at the beginning of a unit."""
        unit = self.units.get(one.unit)
        return _last_of(self._marked(unit)[: one.start] if unit else ())

    def readable(self, rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """Return rows in which the mark of a footnote has the footnote's label, and not its id."""
        return tuple(tuple(with_marks(cell, self.names) for cell in row) for row in rows)

    def _marked(self, unit: Unit) -> list[str]:
        """Return the tokens of a unit with its paragraph mark, counted once for all amendments on it."""
        if unit.id not in self._tokens:
            self._tokens[unit.id] = [*tokens(unit.text), PARAGRAPH_MARK]
        return self._tokens[unit.id]

    def _add_node(self, node: BaseNode | NewNode) -> None:
        self._add_unit(node.unit, node.content)
        if isinstance(node, NewNode):
            self._propose(node.unit, node.label, node.holders, node.amendments)
            return
        by_act = {Act.DELETE: node.deleted_by, Act.MOVE: node.moved_by}
        for id in node.amendments:
            found = self.amendments[id]
            act = self.amendments[found.target].act if found.act is Act.SUPPORT else found.act
            self._share((id,), by_act[act])
        for other in node.alternatives:
            self._add_unit(other.unit, other.content)
            self._propose(other.unit, other.label, other.holders, other.amendments)

    def _add_unit(self, unit: Unit, content: Content) -> None:
        self.units[unit.id] = unit
        self.order[unit.id] = len(self.order)
        for region in regions_in(content):
            for variant in region.variants:
                self._share(variant.amendments, variant.holders)

    def _propose(self, unit: Unit, label: str, holders: Holders, amendments: tuple[str, ...]) -> None:
        self.names[unit.id] = label
        self._share(amendments, holders)
        self._stands_at.update(dict.fromkeys(amendments, unit.id))

    def _share(self, amendments: tuple[str, ...], holders: Holders) -> None:
        for id in amendments:
            self._holders.setdefault(id, holders)


def last_word(text: str) -> str:
    """Return the last word or sign of some words; none where there are only blanks."""
    return _last_of(tokens(text))


def _last_of(listed: Sequence[str]) -> str:
    return next((token for token in reversed(listed) if not token.isspace()), "")


def regions_in(content: Content) -> Iterator[Region]:
    """Yield the regions of a unit."""
    return (part for part in content if isinstance(part, Region))
