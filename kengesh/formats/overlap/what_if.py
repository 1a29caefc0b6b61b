"""What would change if a party joined a body, left it, or came to another status there; which act that takes, and whether one is known.

The act that it would take is tried on a copy of the state (:mod:`kengesh.mechanism.trying`), and the same is asked of the record and
of the copy. Nothing is written, and what would follow in law or politics is not said. Of the act the answer says

``known``       the acts of the record that do the same for this party, whatever their day: a status that it had before, or comes to
                by an act that is dated later
``announced``   plans and proposals about both the party and the body: shown, and never counted as done
``precedents``  by which acts others came to that status there (or left), by then: through which instrument or meeting, if that is told
``rules``       the rules and practices of the body that the record states

and of what changes

``before``, ``after``   what the party is in the body on the day
``eve``                 the same on the day before: a beginning denies the status for earlier days
``members``             how many belong to the body, have another status, or are not known to
``joint``               the joint memberships of the party with every state that belongs to the mechanism of the record

Only the standing of this party in this body can differ between the record and the copy, so the rest is counted once, on the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from kengesh.formats.overlap.proposed_change import Change, Proposed, acts_like, may_have_ceased, proposed
from kengesh.formats.readings import MEMBER, Sort, holds, sort_of
from kengesh.formats.steps import Steps, steps_in
from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, order_of, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import Standing, participation, rules_of
from kengesh.mechanism.questions.members import standing_row
from kengesh.mechanism.questions.party import bodies_of, mechanism_of
from kengesh.mechanism.trying import tried
from kengesh.mechanism.view import View
from kengesh.record.canonical import act_id
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

DATED = {Truth.YES: "by-then", Truth.NO: "later", Truth.NOT_KNOWN: "not-known"}
COUNTED = ("members", "others", "not_known")


def what_if(view: View, change: Change) -> Answer:
    """Answer what a change would take and bring; the module says what the answer holds. Raises ChangeRefused."""
    view = view.asked_of(change.on)
    found = proposed(view, change)
    further = tried(view, [found.act])
    party, body = view.shown(change.party), view.shown(change.body)
    before = found.own.standings(change.on)
    after = participation(further, party, body).standings(change.on)
    known = _known(view, found)
    return answer(
        [_change_row(found, known)],
        before=_rows(before),
        after=_rows(after),
        eve=_eve(view, further, change),
        known=[_act_row(view, one) for one in known],
        announced=_announced(view, party, body),
        precedents=_precedents(view, found),
        rules=_rules(view, body),
        members=_counts(view, party, body, before, after),
        joint=_joint(view, party, body, after),
        definitions=_definitions(),
        notes=_notes(view, change, after),
    )


def _change_row(found: Proposed, known: Sequence[LiveAct]) -> Row:
    act = dict(found.act)
    told: dict[str, Any] = {name: act.get(name) for name in ("party", "body", "status", "on")}
    return row(act_id(act), known, sort=found.sort, was=found.was, act=act, is_known=bool(known), **told)


def _rows(standings: Iterable[Standing]) -> list[Row]:
    rows = [standing_row(one) for one in standings]
    return [{**one, "id": f"{one['body']}/{one['status'] or ''}"} for one in rows]


def _eve(view: View, further: View, change: Change) -> dict[str, list[Row]]:
    """Return what the party is on the day before, by the record and by the copy."""
    if change.on == change.on.min:
        return {"before": [], "after": []}
    day = change.on - timedelta(days=1)
    of = (
        (name, participation(one, change.party, change.body))
        for name, one in (("before", view), ("after", further))
    )
    return {name: _rows(own.standings(day)) for name, own in of}


def _known(view: View, found: Proposed) -> list[LiveAct]:
    """Return the acts of the record that do the same for the same party."""
    party, status = found.act["party"], found.act["status"]
    same = [
        one for one in acts_like(view, found.act["body"], found.act) if view.shown(one.get("party")) == party
    ]
    return _in_order(one for one in same if one.get("status") in (None, status))


def _act_row(view: View, act: LiveAct) -> Row:
    fields: dict[str, Any] = {name: act.get(name) for name in ("status", "was", "on", "decided", "by")}
    dated = DATED[begun(parse_when(act.get("on")), view.on)]
    return row(act.id, [act], kind=act.act.kind, party=view.shown(act.get("party")), dated=dated, **fields)


def _precedents(view: View, found: Proposed) -> list[Row]:
    """Return by which acts other parties came to the status in the body by the day, or left it."""
    others = [
        one
        for one in acts_like(view, found.act["body"], found.act)
        if view.shown(one.get("party")) != found.act["party"]
    ]
    rows = [_act_row(view, one) for one in _in_order(others)]
    return [one for one in rows if one["dated"] != "later"]


def _in_order(acts: Iterable[LiveAct]) -> list[LiveAct]:
    return sorted(acts, key=lambda act: (order_of(act.get("on")), act.act.number))


def _announced(view: View, party: str, body: str) -> list[Row]:
    """Return the plans stated and the proposals made by the day that are about both."""
    plans = [act for act in view.acts("statement", body) if act.get("form") == "plan"]
    made = [act for act in view.acts("proposal", body) if act.act.kind == "propose"]
    both = [act for act in plans if _is_about(view, act, "about", party, body)]
    both += [act for act in made if _is_about(view, act, "concerns", party, body)]
    told = [act for act in both if may_be_told(view, act) and not act.is_rejected]
    return [_announced_row(act) for act in _in_order(told)]


def _is_about(view: View, act: LiveAct, field: str, party: str, body: str) -> bool:
    """Whether an act is about a body, and about a party or said by it."""
    about = {view.shown(one) for one in act.get(field) or ()}
    by = {view.shown(one) for one in act.get("by") or ()}
    return body in about and party in about | by


def _announced_row(act: LiveAct) -> Row:
    sort = "proposal" if act.act.kind == "propose" else "plan"
    thing = act.get("proposal") or act.get("statement")
    fields: dict[str, Any] = {name: act.get(name) for name in ("what", "by", "on", "meeting")}
    return row(thing, [act], sort=sort, **fields)


def _rules(view: View, body: str) -> list[Row]:
    """Return the rules and practices of a body that may be told on the day."""
    acts = [act for act in view.acts("charter", body) if act.act.kind == "state-rule" and not act.is_rejected]
    told = [act for act in acts if view.shown(act.get("body")) == body and may_be_told(view, act)]
    fields = ("what", "since", "by", "form")
    return [row(act.get("rule"), [act], **{name: act.get(name) for name in fields}) for act in told]


def _counts(
    view: View, party: str, body: str, before: Sequence[Standing], after: Sequence[Standing]
) -> dict[str, dict[str, int]]:
    """Return how many parties of the body are members, have another status, or are not known to, before and after."""
    counts = view.once_a_day(("what-if counts", body), lambda: _counted(view, body))
    lost, gained = _places(view, body, before), _places(view, body, after)
    then = {name: counts[name] - (name in lost) + (name in gained) for name in COUNTED}
    return {"before": dict(counts), "after": then}


def _counted(view: View, body: str) -> dict[str, int]:
    found = [_places(view, body, one.on(view.on)) for one in steps_in(view, body).values()]
    return {name: sum(name in places for places in found) for name in COUNTED}


def _places(view: View, body: str, standings: Iterable[Standing]) -> set[str]:
    """Return under what a party is counted in a body, as ``kengesh members`` lists it."""
    rules = rules_of(view, body)
    places = set()
    for one in standings:
        rule = rules.get(one.status or "")
        if one.truth is Truth.NOT_KNOWN:
            places.add("not_known")
        elif one.truth is Truth.YES:
            places.add("members" if rule is not None and rule.is_membership else "others")
    return places


def _joint(view: View, party: str, body: str, after: Sequence[Standing]) -> list[Row]:
    """Return the joint memberships of a party with every state of the record's mechanism, before and after."""
    own = mechanism_of(view)
    if own is None:
        return []
    before = _belonging(view, party)
    then = (before | {body}) if _is_member(view, body, after) else (before - {body})
    states = view.once_a_day(("what-if states", own), lambda: _members(view, own))
    return [_joint_row(other, before & theirs, then & theirs) for other, theirs in
            ((one, _belonging(view, one)) for one in states if one != party)]  # fmt: skip


def _joint_row(other: str, before: frozenset[str], after: frozenset[str]) -> Row:
    return {
        "id": other,
        "party": other,
        "before": len(before),
        "after": len(after),
        "gained": sorted(after - before),
        "lost": sorted(before - after),
    }


def _members(view: View, body: str) -> list[str]:
    found = steps_in(view, body)
    return [party for party, own in found.items() if _is_member(view, body, own.on(view.on))]


def _belonging(view: View, party: str) -> frozenset[str]:
    """Return the bodies of which a party is known to be a member on the day."""
    return view.once_a_day(("what-if belonging", party), lambda: _bodies(view, party))


def _bodies(view: View, party: str) -> frozenset[str]:
    known = view.once(("what-if bodies", party), lambda: _steps_of(view, party))
    return frozenset(body for body, (own, sort) in known.items() if holds(own.on(view.on), sort) is Truth.YES)


def _steps_of(view: View, party: str) -> dict[str, tuple[Steps, Sort]]:
    """Return what a party is in every body in which anything is said of it, through all days, and what makes a member there."""
    every = ((body, steps_in(view, body).get(party)) for body in bodies_of(view, party))
    return {body: (own, sort_of(view, body, MEMBER)) for body, own in every if own is not None}


def _is_member(view: View, body: str, standings: Sequence[Standing]) -> bool:
    return holds(standings, sort_of(view, body, MEMBER)) is Truth.YES


def _notes(view: View, change: Change, after: Sequence[Standing]) -> list[str]:
    notes = []
    if may_have_ceased(view, change.body):
        says = _("It is not known whether {body} was still there on that day.")
        notes.append(says.format(body=view.shown(change.body)))
    held = [one.status for one in after if one.truth is Truth.YES]
    if held != [one for one in (change.status,) if one is not None]:
        notes.append(_("The act would not settle it: other acts of the record speak of the same day."))
    return notes


def _definitions() -> list[str]:
    return [
        _(
            "A member has a status that the charter of the record ranks as membership, and is known to have it on the day."
        ),
        _("Joint memberships are the bodies of which both are members; what is not known is not counted."),
        _("What is planned or proposed is shown, and never counts as done."),
    ]
