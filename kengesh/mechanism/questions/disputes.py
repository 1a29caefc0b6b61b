"""Where sources differ: assertions side by side, which is preferred, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, row
from kengesh.mechanism.disputes import differing
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import told_by, told_from, told_together
from kengesh.mechanism.view import View


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute whatever the day: what it is called, its sides, what chooses among them, and the row of it with all of these.

    `told_from` is the first day on which it may be told at all, `whole_from` the first on which everything of it may.
    """

    id: str
    question: Any
    about: list[str] | None
    sides: list[LiveAct]
    preferences: list[LiveAct]
    stating: list[LiveAct]
    whole: Row
    told_from: date
    whole_from: date


def disputes(view: View, about: str | None = None) -> Answer:
    """Answer which disputes there are, or those that touch one thing: stated ones, then those that arise by themselves.

    A dispute is told of once two of its sides may be, with those sides alone, and with the reasons of a preference once it may be.
    """
    # what differs, and from which day on it is told, does not depend on the day asked of
    stated = view.once(
        ("disputes", "stated"), lambda: [_stated(view, act) for act in view.of_kind("contradict")]
    )
    arisen = view.once(("disputes", "arisen"), lambda: _arising(view))
    told = [one for one in stated if one.told_from <= view.on]
    acts = {act for one in told for act in one.whole["acts"]}
    told += [one for one in arisen if one.told_from <= view.on and not acts.issuperset(one.whole["acts"])]
    rows = [_on_day(view, one) for one in told if about is None or _touches(one, about)]
    return answer([one for one in rows if about is None or about == one["id"] or about in one["about"]])


def _touches(dispute: Dispute, thing: str) -> bool:
    return thing == dispute.id or thing in dispute.whole["about"]


def _on_day(view: View, dispute: Dispute) -> Row:
    """Return the row of a dispute on the view's day."""
    if dispute.whole_from <= view.on:
        return dict(dispute.whole)
    return dict(view.once_a_day(("dispute", dispute.id), lambda: _as_told(view, dispute)))


def _as_told(view: View, dispute: Dispute) -> Row:
    sides = [act for act in dispute.sides if told_by(view, act)]
    telling = [act for act in dispute.preferences if told_by(view, act)]
    return _row(
        dispute.id, dispute.question, dispute.about, sides, dispute.preferences, dispute.stating, telling
    )


def _dispute(
    view: View,
    id_: str,
    sides: list[LiveAct],
    preferences: list[LiveAct],
    stating: LiveAct | None = None,
) -> Dispute:
    question, about = (stating.get("question"), stating.get("about")) if stating is not None else (None, None)
    own = [] if stating is None else [stating]
    from_ = [told_from(view, act) for act in [*sides, *preferences]]
    return Dispute(
        id_,
        question,
        about,
        sides,
        preferences,
        own,
        whole=_row(id_, question, about, sides, preferences, own, preferences),
        told_from=told_together(view, sides),
        whole_from=max(from_, default=date.max),
    )


def _row(
    id_: str,
    question: Any,
    about: list[str] | None,
    sides: list[LiveAct],
    preferences: list[LiveAct],
    stating: list[LiveAct],
    telling: list[LiveAct],
) -> Row:
    """Return the row of a dispute with these sides; the reasons are those of the preferences in `telling`."""
    named = dict.fromkeys(thing for act in sides for thing in act.kind.things(act.fields))
    return row(
        id_,
        [*sides, *telling, *stating],
        disputed=True,
        question=question,
        about=list(named) if about is None else about,
        settled=bool(preferences),
        sides=_sides(sides, preferences),
        because=[one.get("because") for one in telling],
    )


def _stated(view: View, dispute: LiveAct) -> Dispute:
    sides = [act for act in map(view.find, dispute.get("acts")) if act is not None]
    return _dispute(
        view,
        dispute.get("dispute"),
        sides,
        _preferences(view, dispute.get("dispute"), sides),
        dispute,
    )


def _preferences(view: View, dispute: str, sides: list[LiveAct]) -> list[LiveAct]:
    """Return the preferences that name a dispute, and those that name none and choose among its sides, in the order of the log."""
    naming = [one for one in view.acts("judgement", dispute) if one.get("dispute") == dispute]
    judging = [one for side in sides for one in side.judgements if one.act.kind == "prefer"]
    choosing = [one for one in naming if one.act.kind == "prefer"]
    choosing += [one for one in judging if _settles(one, sides)]
    chosen = {one.act.number: one for one in choosing}
    return [one for _number, one in sorted(chosen.items())]


def _arising(view: View) -> list[Dispute]:
    """Return the disputes that nobody stated: acts of one matter that differ on a field with one true value."""
    found: dict[frozenset[str], Dispute] = {}
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
                found[ids] = _arisen(view, sides)
    return list(found.values())


def _arisen(view: View, sides: list[LiveAct]) -> Dispute:
    preferences = {
        one.id: one
        for act in sides
        for one in act.judgements
        if one.act.kind == "prefer" and _decides(one, sides)
    }
    id_ = f"{sides[0].act.kind}/{sides[0].id[:12]}"
    return _dispute(view, id_, sides, list(preferences.values()))


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
