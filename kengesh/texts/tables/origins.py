"""Where each paragraph of a version comes from, through a series of versions, and which proposals were taken on the way.

Two neighbours of a series share the ids of their units where the later one was made by decisions; then the ids are
followed. Where the later one was compiled on another file, whose ids are its own, units are found again by their words and
order. The two are told apart by whether what has one id has the same words, but for units that were decided on. A unit of
the base that was a proposed one in the version before is traced to that proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.rebase import Rebasing
from kengesh.texts.rolling import Act, BaseNode, Content, MovedNode, NewNode, Region, RollingText, Settled
from kengesh.texts.tokens import PARAGRAPH_MARK, same
from kengesh.texts.units import Text, Unit, UnitKind

_AROUND_MARK = re.compile(rf"\s*{PARAGRAPH_MARK}\s*")


class Origin(NamedTuple):
    """Where a unit comes from: the version (from 1) that first has it, its id there, and the proposal that it was."""

    version: int
    unit: str
    proposed: NewNode | None


class Crossing(NamedTuple):
    """How a unit came over from one version to the next: which units before it has the words of, and what was settled."""

    version: int  # the earlier one, from 1
    before: tuple[str, ...]
    changed: bool
    settled: tuple[Settled, ...]


class Step:
    """Two neighbours of a series."""

    def __init__(self, before: RollingText, after: RollingText) -> None:
        self.before, self.after = before, after
        already = len(before.settled) if after.settled[: len(before.settled)] == before.settled else 0
        self.settled = after.settled[already:]
        self.ids_kept = _ids_kept(before.base, after.base, {one.unit for one in self.settled})

    @cached_property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """The units of the earlier base that each unit of the later one has the words of."""
        if self.ids_kept:
            return _sources_by_id(self.before.base, self.after.base)
        found: dict[str, tuple[str, ...]] = {}
        landed = Rebasing(LaidOut(self.before.base), LaidOut(self.after.base)).units
        for unit in self.before.base.units:
            for id in landed.get(unit.id, ()):
                found[id] = (*found.get(id, ()), unit.id)
        return found

    @cached_property
    def landed(self) -> dict[str, list[str]]:
        """The units of the later base that have the words of each unit of the earlier one."""
        found: dict[str, list[str]] = {}
        for unit, before in self.sources.items():
            for id in before:
                found.setdefault(id, []).append(unit)
        return found

    def proposal(self, unit: Unit) -> NewNode | None:
        """Return the proposed unit of the earlier version that a unit of the later one was; None if it was none."""
        proposed = [node for node in self.before.nodes if isinstance(node, NewNode)]
        by_id = [node for node in proposed if node.unit.id in (unit.id, unit.id.rpartition(".")[0])]
        by_words = (node for node in proposed if same(node.unit.text, unit.text))
        return by_id[0] if by_id else next(by_words, None)

    def taken(self) -> Iterator[str]:
        """Yield the settled amendments whose words, or whose deletion or move, the later base has."""
        closed = {one.amendment for one in self.settled if one.amendment}
        for unit in self.after.base.units:
            proposed = self.proposal(unit) if unit.id not in self.sources else None
            yield from closed.intersection(proposed.amendments if proposed else ())
        for node in self.before.nodes:
            if isinstance(node, BaseNode):
                yield from closed.intersection(self._taken_at(node))
            elif isinstance(node, MovedNode) and self._moved(node):
                yield from closed.intersection(node.amendments)

    def _moved(self, node: MovedNode) -> bool:
        """Say whether a unit stands where a pointer would have it, footnotes left aside."""
        order = ["", *(unit.id for unit in self.after.base.units if unit.kind is not UnitKind.FOOTNOTE)]
        return node.unit in order and order[order.index(node.unit) - 1] == node.after

    def _taken_at(self, node: BaseNode) -> Iterator[str]:
        pieces = self.landed.get(node.unit.id, ())
        if not pieces:
            moves = {one.id for one in self.before.amendments if one.act is Act.MOVE}
            yield from set(node.amendments) - moves
            return
        text = PARAGRAPH_MARK.join(self.after.base.unit(id).text for id in pieces)
        for other in node.alternatives:
            if same(_tight(text), _tight(other.unit.text)):
                yield from other.amendments
        for at, region in enumerate(node.content):
            if isinstance(region, Region):
                for variant in region.variants:
                    if _is_in(text, node.content, at, region.base, variant.text):
                        yield from variant.amendments


def origin_of(steps: Sequence[Step], unit: str) -> tuple[Origin, list[Crossing]]:
    """Return where a unit of the last version's base comes from, and its crossings, the latest first."""
    crossings: list[Crossing] = []
    for at in range(len(steps), 0, -1):
        step = steps[at - 1]
        before = step.sources.get(unit, ())
        now = step.after.base.unit(unit)
        if not before:
            node = step.proposal(now)
            return Origin(at if node else at + 1, node.unit.id if node else unit, node), crossings
        changed = len(before) > 1 or not same(step.before.base.unit(before[0]).text, now.text)
        if changed:
            settled = tuple(one for one in step.settled if one.unit in before)
            crossings.append(Crossing(at, before, changed, settled))
        unit = before[0]
    return Origin(1, unit, None), crossings


def steps_of(series: Sequence[RollingText]) -> list[Step]:
    """Return the neighbours of a series."""
    return [Step(before, after) for before, after in pairwise(series)]


def taken_in(steps: Iterable[Step]) -> frozenset[str]:
    """Return the amendments whose words became the text's in any of these steps."""
    return frozenset(one for step in steps for one in step.taken())


def _ids_kept(before: Text, after: Text, settled: set[str]) -> bool:
    """Say whether an id is the same unit's in both: what has it has the same words, or was decided on."""
    return all(
        same(unit.text, after.unit(unit.id).text)
        for unit in before.units
        if unit.id in after.places and unit.id not in settled
    )


def _sources_by_id(before: Text, after: Text) -> dict[str, tuple[str, ...]]:
    """Return the sources where ids were kept: a unit itself, one that was joined to it, the one it was parted from."""
    found: dict[str, tuple[str, ...]] = {}
    last = ""
    for unit in before.units:
        if unit.id in after.places:
            found[unit.id] = (unit.id,)
            last = last if unit.kind is UnitKind.FOOTNOTE else unit.id
        elif (
            last
            and unit.text
            and unit.text in after.unit(last).text
            and unit.text not in before.unit(last).text
        ):
            found[last] = (*found[last], unit.id)
    for id in after.places:
        parent = id
        while parent and parent not in before.places:
            parent = parent.rpartition(".")[0]
        if id not in found and parent:
            found[id] = (parent,)
    return found


def _is_in(text: str, content: Content, at: int, base: str, words: str) -> bool:
    """Say whether a text has these words, and not the base's, between those that stand beside a region.

    Where the words beside it changed as well, it cannot be told, and the answer is no.
    """
    beside = [content[place] if 0 <= place < len(content) else "" for place in (at - 1, at + 1)]
    left, right = (part if isinstance(part, str) else "" for part in beside)
    taken, kept = (_tight(f"{left}{part}{right}") for part in (words, base))
    joins_next = base.endswith(PARAGRAPH_MARK) and not words.endswith(PARAGRAPH_MARK)
    text = _tight(text + PARAGRAPH_MARK) if base.endswith(PARAGRAPH_MARK) else _tight(text)
    if (at == 0 and not text.startswith(taken)) or (
        at + 1 == len(content) and not joins_next and not text.endswith(taken)
    ):
        return False
    return taken in text and not (base and kept in text)


def _tight(text: str) -> str:
    """Return a text without the blanks at its ends and beside paragraph marks, which units do not keep."""
    return _AROUND_MARK.sub(PARAGRAPH_MARK, text).strip()
