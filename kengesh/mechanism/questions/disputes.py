"""Where sources differ: assertions side by side, which is preferred, and why."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, row
from kengesh.mechanism.disputes import differing
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View


def disputes(view: View, about: str | None = None) -> Answer:
    """Answer which disputes there are, or those that touch one thing: stated ones, then those that arise by themselves."""
    # what differs does not depend on the day; whether any side may be told of does
    stated = view.once(
        ("disputes", "stated"), lambda: [_stated(view, act) for act in view.of_kind("contradict")]
    )
    arisen = view.once(("disputes", "arisen"), lambda: _arising(view))
    rows = [one for one in stated if any(_may_be_told(view, side) for side in one["sides"])]
    told = {act for one in rows for act in one["acts"]}
    rows += [one for one in arisen if not told.issuperset(one["acts"])]
    rows = [dict(one) for one in rows]
    if about is not None:
        rows = [one for one in rows if about == one["id"] or about in one["about"]]
    return answer(rows)


def _stated(view: View, dispute: LiveAct) -> Row:
    sides = [act for act in map(view.find, dispute.get("acts")) if act is not None]
    preferences = _preferences(view, dispute.get("dispute"), sides)
    return row(
        dispute.get("dispute"),
        [*sides, *preferences, dispute],
        disputed=True,
        question=dispute.get("question"),
        about=dispute.get("about"),
        settled=bool(preferences),
        sides=_sides(sides, preferences),
        because=[one.get("because") for one in preferences],
    )


def _preferences(view: View, dispute: str, sides: list[LiveAct]) -> list[LiveAct]:
    """Return the preferences that name a dispute, and those that name none and choose among its sides, in the order of the log."""
    naming = [one for one in view.acts("judgement", dispute) if one.get("dispute") == dispute]
    judging = [one for side in sides for one in side.judgements if one.act.kind == "prefer"]
    choosing = [one for one in naming if one.act.kind == "prefer"]
    choosing += [one for one in judging if _settles(one, sides)]
    chosen = {one.act.number: one for one in choosing}
    return [one for _number, one in sorted(chosen.items())]


def _may_be_told(view: View, side: Row) -> bool:
    act = view.find(side["id"])
    return act is not None and may_be_told(view, act)


def _arising(view: View) -> list[Row]:
    """Return the disputes that nobody stated: acts of one matter that differ on a field with one true value."""
    found: dict[frozenset[str], Row] = {}
    for number in sorted({one for numbers in view.shared_matters() for one in numbers}):
        kind = view.state.kind_of(number)
        if kind is None or not kind.single:
            continue
        act = view.live(number)
        others = differing(act) if act else []
        if act and others:
            sides = sorted([act, *others], key=lambda one: one.act.number)
            ids = frozenset(one.id for one in sides)
            if ids not in found:
                found[ids] = _arisen(sides)
    return list(found.values())


def _arisen(sides: list[LiveAct]) -> Row:
    preferences = {
        one.id: one
        for act in sides
        for one in act.judgements
        if one.act.kind == "prefer" and _decides(one, sides)
    }
    about = list(dict.fromkeys(thing for act in sides for thing in act.kind.things(act.fields)))
    return row(
        f"{sides[0].act.kind}/{sides[0].id[:12]}",
        [*sides, *preferences.values()],
        disputed=True,
        question=None,
        about=about,
        settled=bool(preferences),
        sides=_sides(sides, list(preferences.values())),
        because=[one.get("because") for one in preferences.values()],
    )


def _sides(acts: list[LiveAct], preferences: list[LiveAct]) -> list[Row]:
    """Return the assertions of a dispute, each with what it alone says and whether one of these preferences takes it."""
    return [
        row(
            act.id,
            [act],
            kind=act.act.kind,
            says=statement_of(act),
            differing={name: act.get(name) for name in _differing(act, acts)},
            preferred=_preferred(act, preferences),
        )
        for act in acts
    ]


def _differing(act: LiveAct, acts: list[LiveAct]) -> list[str]:
    """Return the fields of which an act says another thing than some other act of its kind among these says."""
    others = [statement_of(one) for one in acts if one.kind is act.kind and one.id != act.id]
    return [
        name
        for name, value in statement_of(act).items()
        if any(name in one and one[name] != value for one in others)
    ]


def _preferred(act: LiveAct, preferences: list[LiveAct]) -> bool | None:
    """Whether preferences take an act, or take others over it; None where they do neither. The last word counts."""
    said = None
    for one in preferences:
        if not set(act.lineage).isdisjoint(one.get("acts")):
            said = True
        elif not set(act.lineage).isdisjoint(one.get("over")):
            said = False
    return said


def statement_of(act: LiveAct) -> dict[str, Any]:
    """Return the fields of an act that say something, its sources and its place in a pack left aside."""
    return {
        name: value
        for name, value in act.fields.items()
        if name not in ("kind", "voice", "row", "sources", "basis", "note", "subjects")
    }


def _decides(preference: LiveAct, sides: list[LiveAct]) -> bool:
    """Whether a preference takes some side over another side, or lets sides stand together; and not some other act over one."""
    taken, over = set(preference.get("acts")), set(preference.get("over"))
    told = [act for act in sides if not (taken | over).isdisjoint(act.lineage)]
    return len(told) > 1 or any(not over.isdisjoint(act.lineage) for act in told)


def _settles(preference: LiveAct, sides: list[LiveAct]) -> bool:
    """Whether a preference that names no dispute chooses among these very acts."""
    if preference.get("dispute") is not None:
        return False
    chosen = set(preference.get("acts")) | set(preference.get("over"))
    return sum(bool(chosen & set(act.lineage)) for act in sides) > 1
