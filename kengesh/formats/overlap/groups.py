"""Which parties, and no others among those asked of, share which bodies: exclusive intersections.

Every body is in one group. One of which it is not known whether some party belongs stands apart: with those that surely do, and
those that may.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.formats.overlap.grid import Grid
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies to which exactly these parties belong; where `open` names any, it is not known whether these do too."""

    states: tuple[str, ...]
    open: tuple[str, ...]
    bodies: tuple[str, ...]


def groups_of(grid: Grid) -> list[Group]:
    """Return the groups of a grid: those that are known, the greatest first, then the open ones. None has no body."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for body in grid.bodies:
        cells = grid.of_body(body)
        sure = tuple(cell.party for cell in cells if cell.belongs is Truth.YES)
        unsure = tuple(cell.party for cell in cells if cell.belongs is Truth.NOT_KNOWN)
        found.setdefault((sure, unsure), []).append(body)
    groups = [Group(sure, unsure, tuple(bodies)) for (sure, unsure), bodies in found.items()]
    order = {state: place for place, state in enumerate(grid.states)}

    def place(group: Group) -> tuple[bool, int, int, list[int]]:
        return bool(group.open), -len(group.bodies), -len(group.states), [order[one] for one in group.states]

    return sorted(groups, key=place)
