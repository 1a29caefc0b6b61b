"""One meeting with all that came of it, as far as it had come by the day asked of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kengesh.acts.kinds.meetings import PARTICIPATING
from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import participations, rules_of
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.instruments import instruments
from kengesh.mechanism.questions.meetings import acts_of, meeting_row
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when

WHO = ("party", "organization", "person", "office", "capacity")
LISTS = (
    "attendance",
    "participants",
    "absent",
    "agenda",
    "instruments",
    "proposals",
    "decisions",
    "commitments",
    "statements",
    "prepared_by",
    "disputes",
    "follows",
    "sought",
)


def meeting(view: View, meeting: str) -> Answer:
    """Answer what is known of one meeting: who attended in what capacity, its agenda, what came out, what prepared it.

    Of a meeting that had not been held by the view's day only what had been announced is told.
    """
    one = meeting_row(view, view.shown(meeting))
    if one["state"] is None:
        return answer([], truth="not-known", **{name: [] for name in LISTS})
    acts = acts_of(view, meeting) if one["state"] in ("held", "not-known") else []
    attendance = _attendance(act for act in acts if act.act.kind == "attend")
    preparing = [act for act in view.acts("meeting", meeting) if act.get("prepares") in view.joined(meeting)]
    prepared_by = [
        meeting_row(view, thing) for thing in dict.fromkeys(act.get("meeting") for act in preparing)
    ]
    return answer(
        [one],
        attendance=attendance,
        participants=_participants(view, one, attendance),
        absent=[
            row(act.id, [act], parties=act.get("parties"), capacity=act.get("capacity"))
            for act in acts
            if act.act.kind == "deny-attendance"
        ],
        agenda=[
            row(f"{act.id}/{place}", [act], item=item)
            for act in acts
            if act.act.kind == "put-on-agenda"
            for place, item in enumerate(act.get("items"))
        ],
        instruments=instruments(view, meeting=meeting)["answer"],
        proposals=_made_at(view, "proposal", "propose", "proposal", meeting, bool(acts)),
        decisions=_made_at(view, "proposal", "decide-on", "proposal", meeting, bool(acts)),
        commitments=_made_at(view, "commitment", "undertake", "commitment", meeting, bool(acts)),
        statements=_made_at(view, "statement", "make-statement", "statement", meeting, bool(acts)),
        prepared_by=[each for each in prepared_by if each["state"] is not None],
        disputes=disputes(view, about=view.shown(meeting))["answer"],
        follows=follows(view, meeting),
        sought=sought(view, meeting),
    )


def _attendance(acts: Iterable[LiveAct]) -> list[Row]:
    """Return who came, each in one row for each capacity, whatever number of acts tell of it."""
    parts: dict[str, dict[str, Any]] = {}
    telling: dict[str, list[LiveAct]] = {}
    for act in acts:
        for part in act.get("attendances"):
            who = part.get("party") or part.get("organization") or part.get("person")
            id_ = "/".join([who, part.get("person") or "", part["capacity"], part.get("manner", "in-person")])
            known = parts.setdefault(id_, {"rooms": [], "manner": part.get("manner", "in-person")})
            known |= {name: known.get(name) or part.get(name) for name in WHO}
            if part.get("room") and part["room"] not in known["rooms"]:
                known["rooms"].append(part["room"])
            telling.setdefault(id_, []).append(act)
    return [row(id_, telling[id_], **part) for id_, part in parts.items()]


def _participants(view: View, meeting: Row, attendance: Iterable[Row]) -> list[Row]:
    """Return the parties that took part: those that belonged to the body that day and came in a participating capacity.

    A guest of honour attends, and is no participant.
    """
    taking = [one for one in attendance if one["party"] and one["capacity"] in PARTICIPATING]
    taking.sort(key=lambda one: PARTICIPATING.index(one["capacity"]), reverse=True)
    came = {one["party"]: one for one in taking}
    if meeting["series"] is None or meeting["on"] is None:
        return []
    day = parse_when(meeting["on"]).latest
    there = view.asked_of(day) if day else view
    rules = rules_of(there, meeting["series"])
    found = []
    for party, own in participations(there, meeting["series"]).items():
        standings = [each for each in own.standings(there.on) if each.truth is Truth.YES and each.status]
        belongs = any(each.status in rules and rules[each.status].is_membership for each in standings)
        if party in came and belongs:
            found.append({**came[party], "id": party, "status": standings[0].status})
    return found


def _made_at(view: View, group: str, kind: str, name: str, meeting: str, was_held: bool) -> list[Row]:
    """Return what was proposed, decided, promised or said at a meeting or of it, by the view's day.

    What a preference rejects is kept, and says so.
    """
    ids = set(view.joined(meeting))
    acts = [act for act in view.acts(group, meeting) if act.act.kind == kind]
    acts = [act for act in acts if act.get("meeting") in ids or ids & set(act.get("about") or ())]
    return [
        row(
            act.get(name),
            [act],
            what=act.get("what"),
            by=act.get("by"),
            on=act.get("on"),
            form=act.get("form"),
            outcome=act.get("outcome"),
            instrument=act.get("instrument"),
            rejected=act.is_rejected,
        )
        for act in acts
        if (was_held or act.get("on")) and may_be_told(view, act)
    ]
