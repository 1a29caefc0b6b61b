"""Proposals and what became of them: by whom, when, with what fate."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, Row, answer, has_begun, may_be_told, order_of, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import thing_told_from
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth

OPEN = ("proposed", "supported", "taken-up")
"""The fates that leave a proposal open."""

STEPS = {"propose": "proposed", "support": "supported", "take-up": "taken-up", "drop": "dropped"}


def proposals(view: View, fate: str | None = None) -> Answer:
    """Answer which proposals were made by the view's day and what has become of each; `fate` leaves those of one fate."""
    things = list(dict.fromkeys(view.shown(act.get("proposal")) for act in view.of_kind("propose")))
    rows = [one for one in (_row(view, thing) for thing in things) if one is not None]
    rows = [one for one in rows if fate is None or one["fate"] == fate]
    return answer(sorted(rows, key=lambda one: (*order_of(one["on"]), one["id"])))


def _row(view: View, thing: str) -> Row | None:
    acts = [
        act
        for act in view.acts("proposal", thing)
        if act.get("proposal") in view.joined(thing) and not act.is_rejected
    ]
    made = [act for act in acts if act.act.kind == "propose" and may_be_told(view, act)]
    steps = sorted(
        (act for act in acts if may_be_told(view, act)),
        key=lambda act: (order_of(act.get("on")), act.act.number),
    )
    if not any(act in made for act in steps):
        return None
    decisions = [act for act in steps if act.act.kind == "decide-on"]
    last = steps[-1]
    return row(
        thing,
        steps,
        what=made[0].get("what"),
        by=made[0].get("by"),
        person=made[0].get("person"),
        on=settle(made, "on").value,
        meeting=made[0].get("meeting"),
        concerns=_concerns(view, made[0].get("concerns")),
        due=settle(made, "due").value,
        fate=_fate(view, decisions, steps),
        decided_on=decisions[-1].get("on") if decisions else None,
        decided_by=decisions[-1].get("by") if decisions else None,
        instrument=decisions[-1].get("instrument") if decisions else None,
        last_step=last.get("on"),
        steps=[_step_row(act) for act in steps],
        subjects=sorted({subject for act in steps for subject in act.get("subjects") or ()}),
    )


def _concerns(view: View, things: list[str] | None) -> list[str] | None:
    """Return those of the things that a proposal concerns which were there, or announced, on the view's day."""
    return things and [
        one for one in things if thing_told_from(view, view.shown(one), announced=True) <= view.on
    ]


def _fate(view: View, decisions: list[LiveAct], steps: list[LiveAct]) -> str:
    """Return the last decision, else the last step; support is no decision, and a proposal supported stays a proposal.

    A decision of which it is not sure that it was taken by the view's day leaves the fate not known.
    """
    if decisions:
        same = [act for act in decisions if act.get("on") == decisions[-1].get("on")]
        settled = settle(same, "outcome")
        return (
            "not-known"
            if settled.open or any(has_begun(view, act) is not Truth.YES for act in same)
            else str(settled.value)
        )
    kinds = {act.act.kind for act in steps}
    return next(STEPS[kind] for kind in ("drop", "take-up", "support", "propose") if kind in kinds)


def _step_row(act: LiveAct) -> Row:
    fields = ("on", "by", "meeting", "outcome", "instrument", "what", "because")
    return row(act.id, [act], verb=act.act.kind, **{name: act.get(name) for name in fields})
