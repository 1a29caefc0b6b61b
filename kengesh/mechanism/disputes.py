"""Where sources differ: which acts stand against one another, and what may be said all the same.

A dispute arises by itself where two live acts of one kind speak of the same matter (the kind's `key`) and give different
values to a field that has one true value (the kind's `single`); dates differ unless one is only less precise than the
other. Otherwise it is stated by a `contradict`. A preference settles it: the answer is what it takes, flagged as disputed.
Without one the answer is not known, flagged, with every side.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.acts.shapes import Day, Thing
from kengesh.mechanism.view import LiveAct
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
    values = [act.fields[name] for act in standing]
    disputed = any(is_disputed(act) for act in telling)
    dated = isinstance(standing[0].kind.shapes[name].shape, Day)
    if not all(_agree(values[0], value, dated) for value in values) or (dated and not _all_agree(values)):
        return Settled(None, tuple(standing), disputed=True, open=True)
    return Settled(_most_precise(values) if dated else values[0], tuple(standing), disputed)


def is_disputed(act: LiveAct) -> bool:
    """Say whether an act is one side of a dispute, settled or not."""
    for judge in act.judgements:
        if judge.act.kind == "contradict" or (
            judge.act.kind == "prefer" and (judge.get("over") or judge.get("dispute"))
        ):
            return True
    return bool(differing(act))


def differing(act: LiveAct) -> list[LiveAct]:
    """Return the live acts that differ from this one on a field with one true value, whether or not a preference decides."""
    if not act.kind.single:
        return []
    return [one for one in rivals(act) if _differ(act, one)]


def rivals(act: LiveAct) -> list[LiveAct]:
    """Return the other live acts of its kind that speak of the same matter."""
    key = key_of(act)
    thing = next((act.fields[name] for name in act.kind.key if _is_thing(act, name)), None)
    if thing is None:
        return []
    near = act.view.acts(act.kind.group, thing)
    return [one for one in near if one.kind is act.kind and one.id != act.id and key_of(one) == key]


def key_of(act: LiveAct) -> str:
    """Return what an act speaks of, as text that is equal for acts that speak of the same matter."""
    return json.dumps([_shown(act, act.fields.get(name)) for name in act.kind.key], sort_keys=True)


def _shown(act: LiveAct, value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, list) else value


def _is_thing(act: LiveAct, name: str) -> bool:
    return isinstance(act.kind.shapes[name].shape, Thing) and name in act.fields


def _differ(one: LiveAct, other: LiveAct) -> bool:
    for name in one.kind.single:
        if name in one.fields and name in other.fields:
            dated = isinstance(one.kind.shapes[name].shape, Day)
            if not _agree(one.fields[name], other.fields[name], dated):
                return True
    return False


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
