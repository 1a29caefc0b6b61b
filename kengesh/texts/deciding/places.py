"""What a decision points at: a region, a unit, a proposed unit, by its id or by the label that the rolling text prints."""

from __future__ import annotations

from kengesh.terms.messages import _
from kengesh.texts.decisions import CannotDecide
from kengesh.texts.labels import labels_of
from kengesh.texts.reading.numbers import bare_number
from kengesh.texts.rolling import Alternative, BaseNode, MovedNode, NewNode, Region, RollingText

Found = BaseNode | NewNode | MovedNode | Alternative


class Places:
    """The places of a rolling text by what they are called."""

    def __init__(self, rolling: RollingText) -> None:
        self.rolling = rolling
        self.regions = {region.id: (unit, region) for unit, region in rolling.regions()}
        self.nodes: dict[str, Found] = {}
        self.host: dict[str, BaseNode] = {}
        names = labels_of(rolling.base, rolling.profile)
        for node in rolling.nodes:
            if isinstance(node, MovedNode):
                self.nodes.setdefault(node.label, node)
                continue
            self.nodes.setdefault(node.unit.id, node)
            self.nodes.setdefault(
                names[node.unit.id].name if isinstance(node, BaseNode) else node.label, node
            )
            if isinstance(node, BaseNode):
                for other in node.alternatives:
                    self.host[other.unit.id] = node
                    self.nodes.setdefault(other.unit.id, other)
                    self.nodes.setdefault(other.label, other)

    def region(self, place: str) -> tuple[str, Region] | None:
        """Return (unit id, region) where the place is a region."""
        return self.regions.get(place)

    def node(self, place: str) -> Found:
        """Return the unit, proposal or pointer of this id or label. Raises CannotDecide."""
        found = self.nodes.get(place) or self.nodes.get(bare_number(place))
        if found is None:
            says = _("the rolling text has no region and no unit {place}.")
            raise CannotDecide(says.format(place=place))
        return found

    def base_node(self, place: str) -> BaseNode:
        """Return the unit of the base of this id or label. Raises CannotDecide."""
        found = self.node(place)
        if not isinstance(found, BaseNode):
            says = _("{place} is a proposal, not a unit of the text; choose it first.")
            raise CannotDecide(says.format(place=place))
        return found

    def amendments_at(self, place: str) -> set[str]:
        """Return the ids of the amendments at a region or on a unit."""
        region = self.regions.get(place)
        if region is not None:
            unit, found = region
            return {one for variant in found.variants for one in variant.amendments} | {
                one.id
                for one in self.rolling.amendments
                if one.unit == unit
                and one.start >= found.start
                and one.end <= found.end
                and one.end > one.start
            }
        node = self.node(place)
        unit_id = node.unit if isinstance(node, MovedNode) else node.unit.id
        own = set(node.amendments)
        if isinstance(node, BaseNode):
            own.update(one for other in node.alternatives for one in other.amendments)
        return own | {one.id for one in self.rolling.amendments if one.unit == unit_id and one.act != "new"}
