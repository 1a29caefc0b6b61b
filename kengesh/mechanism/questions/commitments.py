"""Commitments and how they stand, as last reported."""

from __future__ import annotations

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, order_of, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View


def commitments(view: View, outcome: str | None = None) -> Answer:
    """Answer what was promised by the view's day, by whom and for when, and how it stands; `outcome` leaves one outcome."""
    things = list(dict.fromkeys(view.shown(act.get("commitment")) for act in view.of_kind("undertake")))
    rows = [one for one in (_row(view, thing) for thing in things) if one is not None]
    rows = [one for one in rows if outcome is None or one["outcome"] == outcome]
    return answer(sorted(rows, key=lambda one: (*order_of(one["on"]), one["id"])))


def _row(view: View, thing: str) -> Row | None:
    ids = view.joined(thing)
    acts = [
        act for act in view.acts("commitment", thing) if act.get("commitment") in ids and not act.is_rejected
    ]
    made = [act for act in acts if act.act.kind == "undertake" and may_be_told(view, act)]
    if not made:
        return None
    first = made[0]
    reports = [act for act in acts if act.act.kind == "report" and may_be_told(view, act)]
    reports.sort(key=lambda act: (order_of(act.get("on")), act.act.number))
    taken = [act for act in acts if act.act.kind == "assign" and may_be_told(view, act)]
    last = [act for act in reports if act.get("on") == reports[-1].get("on")] if reports else []
    due = settle(made, "due")
    standing = settle(last, "outcome")
    return row(
        thing,
        [*made, *last],
        form=first.get("form"),
        what=first.get("what"),
        by=first.get("by"),
        responsible=first.get("responsible"),
        on=first.get("on"),
        meeting=first.get("meeting"),
        instrument=first.get("instrument"),
        due=due.value,
        due_words=first.get("due_words"),
        target=first.get("target"),
        outcome="not-known" if standing.open or not last else standing.value,
        reported_on=last[-1].get("on") if last else None,
        reports=[_report_row(act) for act in reports],
        measures=[_measure_row(act) for act in taken],
        subjects=sorted(
            {subject for act in [*made, *reports, *taken] for subject in act.get("subjects") or ()}
        ),
    )


def _report_row(act: LiveAct) -> Row:
    return row(
        act.id, [act], **{name: act.get(name) for name in ("on", "outcome", "what", "by", "replaced_by")}
    )


def _measure_row(act: LiveAct) -> Row:
    return row(act.id, [act], **{name: act.get(name) for name in ("on", "to", "responsible", "what", "due")})
