"""A choice: what taking the base, one variant, or insertions together does at a region, a unit, a proposal, a pointer."""

from __future__ import annotations

from msgspec import structs

from kengesh.terms.messages import _
from kengesh.texts.comparing.words import Edit
from kengesh.texts.compiling.regions import may_be_cumulative
from kengesh.texts.deciding.changes import Changes
from kengesh.texts.deciding.places import Places
from kengesh.texts.deciding.reflow import WITHOUT_MARK
from kengesh.texts.decisions import BASE, BOTH, CannotDecide, Decision
from kengesh.texts.rolling import Act, Alternative, BaseNode, MovedNode, NewNode, Region
from kengesh.texts.table_cells import row_cells, with_column
from kengesh.texts.tokens import PARAGRAPH_MARK
from kengesh.texts.units import Unit, UnitKind


def choose(changes: Changes, places: Places, decision: Decision) -> None:
    """Make the changes of a choice. Raises CannotDecide where there is nothing of the kind to take."""
    region = places.region(decision.place)
    if region is not None:
        _choose_region(changes, places, *region, decision.take)
        return
    node = places.node(decision.place)
    if isinstance(node, Alternative):
        host = places.host[node.unit.id]
        take = BASE if decision.take == BASE else next(iter(node.holders))
        _choose_unit(changes, host, take, [node] if decision.take == BASE else list(host.alternatives))
    elif isinstance(node, NewNode):
        _choose_new(changes, node, decision.take)
    elif isinstance(node, MovedNode):
        _choose_move(changes, node, decision.take)
    else:
        _choose_unit(changes, node, decision.take, list(node.alternatives))


def _choose_region(changes: Changes, places: Places, unit: str, region: Region, take: str) -> None:
    text = _text_taken(region, take)
    edit = Edit(region.start, region.end, (text,))
    changes.close_all(places.amendments_at(region.id))
    if unit in places.rolling.base.places:
        if text != region.base:
            changes.drop_words(unit, (), region.base)
            changes.edit(unit, edit)
    elif text != region.base:
        _reword(changes, places, unit, edit, region)


def _text_taken(region: Region, take: str) -> str:
    if take == BASE:
        return region.base
    if take == BOTH:
        if not may_be_cumulative(region):
            raise CannotDecide(_("only insertions at one point can be taken together."))
        return "".join(one.text for one in region.variants)
    for one in region.variants:
        if take in one.holders:
            return one.text
    holders = ", ".join(holder for one in region.variants for holder in one.holders)
    says = _("{take} proposes nothing there; there are the base and {holders}.")
    raise CannotDecide(says.format(take=take, holders=holders or _("nobody's variant")))


def _reword(changes: Changes, places: Places, unit: str, edit: Edit, region: Region) -> None:
    node = places.node(unit)
    if not isinstance(node, NewNode | Alternative):
        raise CannotDecide(_("{place} is no proposal.").format(place=unit))
    holders = tuple(one for one in node.holders)
    changes.drop_words(unit, holders, region.base)
    changes.reword_proposal(unit, edit)


def _choose_unit(changes: Changes, node: BaseNode, take: str, alternatives: list[Alternative]) -> None:
    if take == BASE:
        if not (node.amendments or alternatives):
            raise CannotDecide(_("nothing is proposed for {label} as a whole.").format(label=node.label))
        changes.close_all(one for other in alternatives for one in other.amendments)
        if len(alternatives) == len(node.alternatives):
            changes.close_all(node.amendments)
    elif take in node.deleted_by:
        _close_unit(changes, node)
        changes.remove(node.unit.id)
    elif any(take in other.holders for other in node.alternatives):
        _take_alternative(changes, node, next(one for one in node.alternatives if take in one.holders))
    elif take in node.moved_by:
        pointers = [one for one in changes.rolling.nodes if isinstance(one, MovedNode)]
        pointer = next(one for one in pointers if one.unit == node.unit.id and take in one.holders)
        _relocate(changes, node.unit.id, pointer.after)
    else:
        says = _("{take} proposes nothing for {label} as a whole.")
        raise CannotDecide(says.format(take=take, label=node.label or node.unit.id))


def _close_unit(changes: Changes, node: BaseNode) -> None:
    changes.close_on(node.unit.id)


def _take_alternative(changes: Changes, node: BaseNode, taken: Alternative) -> None:
    """Put an alternative in the place of its unit; what others amend in it they now amend in the unit."""
    inside = {id for id, one in changes.live.items() if one.unit == taken.unit.id}
    for id in inside:
        changes.live[id] = structs.replace(changes.live[id], unit="taken:" + node.unit.id)
    _close_unit(changes, node)
    for id in inside & changes.live.keys():
        changes.live[id] = structs.replace(changes.live[id], unit=node.unit.id)
    at = changes.place_of(node.unit.id)
    changes.drop_words(node.unit.id, (), node.unit.text)
    changes.units[at] = structs.replace(node.unit, text=taken.unit.text)
    if PARAGRAPH_MARK in taken.unit.text:
        changes.edits.setdefault(node.unit.id, [])  # parted at its marks when the changes are made


def _choose_new(changes: Changes, node: NewNode, take: str) -> None:
    if take == BASE:
        changes.close_all(node.amendments)
        return
    if take not in node.holders:
        says = _("{take} does not propose {label}.")
        raise CannotDecide(says.format(take=take, label=node.label))
    if node.unit.kind is UnitKind.COLUMN:
        _take_column(changes, node)
        return
    units = _taken_units(changes, node)
    inside = {id: one for id, one in changes.live.items() if one.unit == node.unit.id}
    for id in inside:
        del changes.live[id]
    changes.close_all(node.amendments)
    if node.unit.kind is UnitKind.ROW:  # what was said of the row is said of its first cell
        inside = {id: structs.replace(one, unit=units[0].id, start=0, end=0) for id, one in inside.items()}
    changes.live.update(inside)
    at = _place_after(changes, node)
    changes.units[at:at] = units
    if PARAGRAPH_MARK in node.unit.text and node.unit.kind not in WITHOUT_MARK:
        changes.edits.setdefault(units[0].id, [])  # parted at its marks when the changes are made
    for one in list(changes.live.values()):  # what belongs to the second of two proposals of the same words
        if (
            one.act is Act.NEW
            and one.unit == node.unit.id.partition(".")[0]
            and one.delegation in node.holders
        ):
            changes.live[one.id] = structs.replace(one, unit=units[0].id)
    later = [one for one in changes.live.values() if one.act is Act.NEW and one.unit == node.after]
    first = min(node_sequence(changes, node), default=0)
    for one in later:
        if one.delegation in node.holders and one.sequence > first:
            changes.live[one.id] = structs.replace(one, unit=units[-1].id)


def node_sequence(changes: Changes, node: NewNode) -> list[int]:
    """Return the places of a proposal among those of its holders, as they were before it was taken."""
    return [one.sequence for one in changes.rolling.amendments if one.id in node.amendments]


def _place_after(changes: Changes, node: NewNode) -> int:
    """Return where a proposed unit goes: after its anchor, a paragraph after the anchor's footnotes too."""
    if not node.after:
        return 0
    if all(unit.id != node.after for unit in changes.units):
        says = _("{label} belongs to a proposed unit; choose that one first.")
        raise CannotDecide(says.format(label=node.label))
    if node.unit.kind is UnitKind.ROW and node.unit.level:
        return changes.place_of(node.after)
    at = changes.place_of(node.after) + 1
    if node.unit.kind is not UnitKind.FOOTNOTE:
        while at < len(changes.units) and changes.units[at].kind is UnitKind.FOOTNOTE:
            at += 1
    return at


def _taken_units(changes: Changes, node: NewNode) -> list[Unit]:
    """Return a proposed unit as units of the text; a row as its cells."""
    if node.unit.kind is not UnitKind.ROW:
        return [structs.replace(node.unit, number=_number_for(changes, node))]
    if any(isinstance(part, Region) for part in node.content):
        raise CannotDecide(_("{label} has open brackets; choose in them first.").format(label=node.label))
    anchor = _anchor_of(changes, node)
    if anchor is None or anchor.place is None:
        raise CannotDecide(_("{label} is a row, and no table is there.").format(label=node.label))
    table, row = anchor.place.table, anchor.place.row + (0 if node.unit.level else 1)
    for at, unit in enumerate(changes.units):
        if unit.place is not None and unit.place.table == table and unit.place.row >= row:
            changes.units[at] = structs.replace(
                unit, place=structs.replace(unit.place, row=unit.place.row + 1)
            )
    return row_cells(node.unit, table, row)


def _take_column(changes: Changes, node: NewNode) -> None:
    """Put a proposed column into its table, in the place of the table's cells."""
    if any(isinstance(part, Region) for part in node.content):
        raise CannotDecide(_("{label} has open brackets; choose in them first.").format(label=node.label))
    anchor = _anchor_of(changes, node)
    if anchor is None or anchor.place is None:
        raise CannotDecide(_("{label} is a column, and no table is there.").format(label=node.label))
    table = anchor.place.table
    places = [
        at for at, unit in enumerate(changes.units) if unit.place is not None and unit.place.table == table
    ]
    first, end = places[0], places[-1] + 1
    changes.close_all(node.amendments)
    changes.units[first:end] = with_column(changes.units[first:end], node.unit, changes.rolling.base.places)


def _anchor_of(changes: Changes, node: NewNode) -> Unit | None:
    return next((unit for unit in changes.units if unit.id == node.after), None)


def _number_for(changes: Changes, node: NewNode) -> str:
    """Return the number that a taken unit has from here on: its label, where its neighbours of the kind have numbers."""
    numbered = any(unit.kind is node.unit.kind and unit.number for unit in changes.units)
    return f"{node.label}." if numbered and node.unit.kind is not UnitKind.FOOTNOTE else ""


def _choose_move(changes: Changes, node: MovedNode, take: str) -> None:
    if take == BASE:
        changes.close_all(node.amendments)
    elif take in node.holders:
        changes.close_all(node.amendments)
        _relocate(changes, node.unit, node.after)
    else:
        raise CannotDecide(_("{take} does not propose {label}.").format(take=take, label=node.label))


def _relocate(changes: Changes, unit: str, after: str) -> None:
    """Move a unit of the base, with its footnotes; every other move of it is answered."""
    for one in list(changes.live.values()):
        if one.act is Act.MOVE and one.unit == unit:
            changes.close(one)
    at = changes.place_of(unit)
    end = at + 1
    while end < len(changes.units) and _moves_with(changes.units[at], changes.units[end]):
        end += 1
    block = changes.units[at:end]
    if any(one.id == after for one in block):
        return  # its anchor has become the unit itself: it is where it would go
    del changes.units[at:end]
    to = changes.place_of(after) + 1 if after else 0
    while to < len(changes.units) and changes.units[to].kind is UnitKind.FOOTNOTE:
        to += 1
    changes.units[to:to] = block


def _moves_with(unit: Unit, other: Unit) -> bool:
    """Whether a unit moves with the one before it: a footnote, or a cell of the same table."""
    same_table = unit.place is not None and other.place is not None and unit.place.table == other.place.table
    return same_table or other.kind is UnitKind.FOOTNOTE
