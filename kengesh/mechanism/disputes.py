"""Where sources differ: which acts stand against one another, and what may be said all the same.

A dispute arises by itself where two live acts of one kind speak of the same matter (the kind's `key`) and give different
values to a field that has one true value (the kind's `single`); dates differ unless one is only less precise than the
other. Otherwise it is stated by a `contradict`. A preference settles it: the answer is what it takes, flagged as disputed.
Without one the answer is not known, flagged, with every side.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.acts.shapes import Day, ListOf, Thing
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.reading import matter_fields
from kengesh.terms.dates import compatible, contains, parse_when


@dataclass(frozen=True, slots=True)
class Settled:
    """What may be said of a field: its value (None where nothing says it, or where it is not known), and the acts behind it.

    `disputed` when sources differ, `open` when in addition nothing decides between them.
    """

    value: Any
    acts: tuple[LiveAct, ...]
    disputed: bool = False
    open: bool = False


def settle(acts: Sequence[LiveAct], name: str) -> Settled:
    """Say what may be said of one field by acts that speak of the same matter."""
    telling = [act for act in acts if name in act.fields]
    standing = [act for act in telling if not act.is_rejected]
    standing = [act for act in standing if act.is_taken] or standing
    if not standing:
        return Settled(None, (), disputed=bool(telling))
    values = [_value(act, name) for act in standing]
    disputed = any(is_disputed(act) for act in telling)
    dated = isinstance(standing[0].kind.shapes[name].shape, Day)
    if not all(_agree(values[0], value, dated) for value in values) or (dated and not _all_agree(values)):
        first = _first_of_those_that_stand_together(standing)
        if first is not None:
            return Settled(_value(first, name), tuple(standing), disputed=True)
        return Settled(None, tuple(standing), disputed=True, open=True)
    return Settled(_most_precise(values) if dated else values[0], tuple(standing), disputed)


def _first_of_those_that_stand_together(acts: Sequence[LiveAct]) -> LiveAct | None:
    """Return the first of acts that a preference over none lets stand together, None where none speaks of them all."""
    beside = acts[0].stands_beside
    place = {id_: number for number, one in enumerate(beside) for id_ in [one]}
    ranked = [min((place[id_] for id_ in act.lineage if id_ in place), default=-1) for act in acts]
    return None if -1 in ranked else acts[ranked.index(min(ranked))]


def is_disputed(act: LiveAct) -> bool:
    """Say whether an act is one side of a dispute, settled or not."""
    return act.view.once(("disputed", act.id), lambda: _is_disputed(act))


def _is_disputed(act: LiveAct) -> bool:
    return any(one.act.kind in ("contradict", "prefer") for one in act.judgements) or bool(differing(act))


def differing(act: LiveAct) -> list[LiveAct]:
    """Return the live acts that differ from this one on a field with one true value, whether or not a preference decides."""
    if not act.kind.single:
        return []
    return [one for one in rivals(act) if _differ(act, one)]


def rivals(act: LiveAct) -> list[LiveAct]:
    """Return the other live acts of its kind that speak of the same matter."""
    view, key = act.view, key_of(act)
    telling = matter_fields(act.kind)
    if not telling:
        return []
    near = view.in_matter(act.kind, [act.fields.get(name) for name in telling])
    return [one for one in near if one.kind is act.kind and one.id != act.id and key_of(one) == key]


def key_of(act: LiveAct) -> tuple[Hashable, ...]:
    """Return what an act speaks of: equal for acts that speak of the same matter."""
    return act.view.once(("key", act.id), lambda: _key_of(act))


def _key_of(act: LiveAct) -> tuple[Hashable, ...]:
    return tuple(_shown(act, name, act.fields.get(name)) for name in act.kind.key)


def _shown(act: LiveAct, name: str, value: Any) -> Hashable:
    """Return a value of the key as it is compared: things under the id that they are shown by, lists in any order."""
    shape = act.kind.shapes[name].shape
    if isinstance(value, list):
        things = isinstance(shape, ListOf) and isinstance(shape.of, Thing)
        return tuple(sorted(act.view.shown(one) if things else _text(one) for one in value))
    if isinstance(value, dict):
        return _text(value)
    return act.view.shown(value) if isinstance(shape, Thing) and value is not None else value


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _is_thing(act: LiveAct, name: str) -> bool:
    return isinstance(act.kind.shapes[name].shape, Thing) and name in act.fields


def _differ(one: LiveAct, other: LiveAct) -> bool:
    for name in one.kind.single:
        if name in one.fields and name in other.fields:
            dated = isinstance(one.kind.shapes[name].shape, Day)
            if not _agree(_value(one, name), _value(other, name), dated):
                return True
    return False


def _value(act: LiveAct, name: str) -> Any:
    """Return what an act says of a field, a thing under the id that it is shown by."""
    return _shown(act, name, act.fields[name]) if _is_thing(act, name) else act.fields[name]


def _agree(one: Any, other: Any, dated: bool) -> bool:
    return one == other or (dated and compatible(parse_when(one), parse_when(other)))


def _all_agree(values: Sequence[str]) -> bool:
    whens = [parse_when(value) for value in values]
    return all(compatible(one, other) for place, one in enumerate(whens) for other in whens[:place])


def _most_precise(values: Sequence[str]) -> str:
    best = values[0]
    for value in values[1:]:
        if best != value and contains(parse_when(best), parse_when(value)):
            best = value
    return best
