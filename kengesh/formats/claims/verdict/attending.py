"""Who came to a meeting, in what capacity; who took part; who was invited.

A party comes to a meeting as one that takes part or as a guest: the one excludes the other. Of several capacities in which one takes
part (a president and his minister) none excludes another. That nobody is named is no denial.

Guests come at the host's invitation, so that who came as a guest was invited. Sources that give another capacity stand beside what a
preference takes, and are told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kengesh.acts.kinds.meetings import PARTICIPATING
from kengesh.formats.claims.verdict.found import Found, found
from kengesh.formats.readings import MEMBER, deciding, holds, sort_of
from kengesh.formats.steps import steps_of
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.meetings import meeting_row
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when

GUESTS = ("guest-of-honour", "guest")
NOT_HELD = ("not-held", "cancelled")


@dataclass(frozen=True, slots=True)
class Came:
    """What is told of one thing at one meeting: by capacity the acts that stand, and those that a preference rejects."""

    standing: dict[str, list[LiveAct]] = field(default_factory=dict)
    rejected: dict[str, list[LiveAct]] = field(default_factory=dict)
    denying: tuple[LiveAct, ...] = ()
    inviting: tuple[LiveAct, ...] = ()

    def acts(self) -> list[LiveAct]:
        """Return all acts that stand."""
        return [act for acts in self.standing.values() for act in acts]

    def against(self) -> list[LiveAct]:
        """Return all acts that a preference rejects."""
        return [act for acts in self.rejected.values() for act in acts]


def came(view: View, thing: str, meeting: str) -> Came:
    """Return what is told of a party, organization or person at a meeting, by the view's day."""
    ids = view.joined(meeting)
    standing: dict[str, list[LiveAct]] = {}
    rejected: dict[str, list[LiveAct]] = {}
    denying: list[LiveAct] = []
    inviting: list[LiveAct] = []
    for act in view.acts("meeting", meeting):
        if act.get("meeting") not in ids or not told_by(view, act):
            continue
        if act.act.kind == "attend":
            for part in act.get("attendances"):
                if thing in _who(view, part):
                    into = rejected if act.is_rejected else standing
                    into.setdefault(part["capacity"], []).append(act)
        elif act.act.kind == "deny-attendance" and thing in map(view.shown, act.get("parties")):
            denying += [] if act.is_rejected else [act]
        elif act.act.kind == "invite" and thing in map(view.shown, act.get("parties")):
            inviting += [] if act.is_rejected else [act]
    return Came(standing, rejected, tuple(denying), tuple(inviting))


def came_to(view: View, meeting: str) -> list[str]:
    """Return the parties and organizations that are told to have come to a meeting."""
    acts = [act for act in view.acts("meeting", meeting) if act.act.kind == "attend" and not act.is_rejected]
    acts = [act for act in acts if act.get("meeting") in view.joined(meeting) and told_by(view, act)]
    named = [part.get("party") or part.get("organization") for act in acts for part in act.get("attendances")]
    return list(dict.fromkeys(view.shown(one) for one in named if one))


def attended(view: View, thing: str, meeting: str, capacity: str | None, *, wide: bool) -> Found:
    """Say whether a thing was at a meeting, or was there in a capacity; in the wide reading, or was invited in it."""
    told = came(view, thing, meeting)
    wanted = told.acts() if capacity is None else told.standing.get(capacity, [])
    denying = [act for act in told.denying if act.get("capacity") in (None, capacity)]
    others = _excluding(told, capacity)
    has = _has(told)
    asked = [act for act in told.inviting if wide and capacity in GUESTS and act.get("capacity") == capacity]
    if asked and not (wanted or denying or others):
        return found(thing, Truth.YES, asked, told.against(), capacity=capacity)
    if wanted and (denying or others):
        return found(thing, Truth.NOT_KNOWN, wanted, [*denying, *others], **has)
    if wanted:
        return found(thing, Truth.YES, wanted, told.against(), **has)
    if denying or others or _was_not_held(view, meeting):
        return found(thing, Truth.NO, denying or others or _acts_of(view, meeting), told.against(), **has)
    return found(thing, Truth.NOT_KNOWN, told.acts(), told.against(), **has)


def invited(view: View, thing: str, meeting: str, capacity: str | None, *, wide: bool) -> Found:
    """Say whether a thing was invited to a meeting, or was invited in a capacity; in the wide reading, or came in it.

    Nothing denies an invitation, so that it is never answered with no.
    """
    told = came(view, thing, meeting)
    as_guest = [act for guest in GUESTS if capacity in (None, guest) for act in told.standing.get(guest, [])]
    asked = [act for act in told.inviting if capacity in (None, act.get("capacity"))]
    if wide and not (asked or as_guest):
        asked = told.standing.get(capacity, []) if capacity else told.acts()
    has = _has(told)
    if asked or as_guest:
        return found(thing, Truth.YES, [*asked, *as_guest], told.against(), **has)
    beside = [*told.inviting, *told.acts()]
    return found(thing, Truth.NOT_KNOWN, beside, told.rejected.get(capacity or "", ()), **has)


def took_part(view: View, thing: str, meeting: str, *, wide: bool) -> Found:
    """Say whether a party took part in a meeting: it belonged to the body that day, and came in a participating capacity."""
    if wide:
        return attended(view, thing, meeting, None, wide=False)
    told = came(view, thing, meeting)
    taking = [act for capacity in PARTICIPATING for act in told.standing.get(capacity, [])]
    guests = [
        act for capacity, acts in told.standing.items() if capacity not in PARTICIPATING for act in acts
    ]
    denying = [act for act in told.denying if act.get("capacity") is None]
    has = _has(told)
    if not taking:
        no = bool(guests or denying or _was_not_held(view, meeting))
        acts = guests or denying or (_acts_of(view, meeting) if no else ())
        return found(thing, Truth.NO if no else Truth.NOT_KNOWN, acts, told.against(), **has)
    belonged = _belonged(view, thing, meeting)
    truth = Truth.NOT_KNOWN if guests or denying else belonged.truth
    return found(thing, truth, [*taking, *belonged.acts], [*guests, *denying, *told.against()], **has)


def _belonged(view: View, thing: str, meeting: str) -> Found:
    """Say whether a party belonged to the body of a meeting on its day; where that is not exact, on every day that it may be."""
    row = meeting_row(view, meeting)
    when = parse_when(row["on"]) if row["on"] else None
    if row["series"] is None or when is None or when.earliest is None or when.latest is None:
        return found(thing, Truth.NOT_KNOWN)
    body = _body_of(view, row["series"])
    steps, sort = steps_of(view, thing, body), sort_of(view, body, MEMBER)
    days = [when.earliest, *(day for day in steps.days() if when.earliest < day <= when.latest)]
    answers = {holds(steps.on(day), sort) for day in days}
    acts = [act for day in days for one in deciding(steps.on(day), sort) for act in one.acts]
    return found(thing, answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN, acts)


def _body_of(view: View, series: str) -> str:
    """Return the body whose members take part in a series: the series itself, or the one that it belongs to."""
    if view.acts("participation", series):
        return series
    told = [act for act in view.acts("charter", series) if act.act.kind == "set-series"]
    above = [act.get("of") for act in told if view.shown(act.get("series")) == series and act.get("of")]
    return view.shown(above[-1]) if above else series


def _who(view: View, part: dict[str, str]) -> set[str]:
    named = (part.get("party"), part.get("organization"), part.get("person"))
    return {view.shown(one) for one in named if one}


def _excluding(told: Came, capacity: str | None) -> list[LiveAct]:
    """Return the acts that give a capacity of the other sort: of a guest to who takes part, of who takes part to a guest."""
    if capacity is None:
        return []
    takes_part = capacity in PARTICIPATING
    return [
        act for one, acts in told.standing.items() if (one in PARTICIPATING) != takes_part for act in acts
    ]


def _has(told: Came) -> dict[str, str]:
    return {"capacity": ",".join(told.standing)} if told.standing else {}


def _was_not_held(view: View, meeting: str) -> bool:
    return meeting_row(view, view.shown(meeting))["state"] in NOT_HELD


def _acts_of(view: View, meeting: str) -> Iterable[LiveAct]:
    acts = (view.find(one) for one in meeting_row(view, view.shown(meeting))["acts"])
    return [act for act in acts if act is not None]
