"""One party with all that it belongs to, did, and that is said of it; and which parties there are.

A party is a state or another entity of the record: an organization that takes part in another one is a party there, and what has no
status anywhere is one too. As everywhere, what had not begun by the day asked of is not told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, order_of, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import type_of
from kengesh.mechanism.participation import Participation, Standing, participation, rules_of
from kengesh.mechanism.questions.chair import chair
from kengesh.mechanism.questions.commitments import commitments
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.instruments import instrument, instruments
from kengesh.mechanism.questions.meetings import acts_of, meeting_row
from kengesh.mechanism.questions.members import standing_row
from kengesh.mechanism.questions.proposals import proposals
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.questions.statements import FIELDS, statements_of
from kengesh.mechanism.telling import end_told, not_later
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.states import state_codes

TAKING_PART = (
    "begin-participation",
    "change-participation",
    "end-participation",
    "deny-participation",
    "attest-participation",
    "declare-complete",
)
LISTS = (
    "history",
    "chair",
    "offices",
    "proposed",
    "supported",
    "concerned",
    "instruments",
    "depositary_of",
    "commitments",
    "said",
    "statements",
    "meetings",
    "disputes",
    "follows",
    "sought",
)


def party(view: View, party: str) -> Answer:
    """Answer what is known of one party: its status in every body, and what it chaired, proposed, signed, promised and said.

    The rows are its statuses on the view's day, those in the mechanism of the record first; ``history`` has every status that it had
    by then, ``last_denied`` of a row the last day for which a status was denied where none is known.
    """
    thing = view.shown(party)
    if not view.is_known(party):
        return answer([], truth="not-known", **{name: [] for name in LISTS})
    ids = set(view.joined(party))
    bodies = bodies_of(view, thing)
    return answer(
        [one for body in bodies for one in standings_in(view, thing, body)],
        history=[one for body in bodies for one in _history(view, thing, body)],
        chair=_chair(view, thing, ids),
        offices=_offices(view, thing, ids),
        **_proposals(view, ids),
        instruments=_instruments(view, thing),
        depositary_of=_depositary_of(view, thing, ids),
        commitments=[one for one in commitments(view)["answer"] if ids.intersection(one["by"])],
        said=said_by(view, thing),
        statements=statements_of(view, thing),
        meetings=_meetings(view, thing, ids),
        disputes=disputes(view, about=thing)["answer"],
        follows=follows(view, thing),
        sought=sought(view, thing),
    )


def parties(view: View, body: str | None = None) -> Answer:
    """Answer which parties the record speaks of, each with its status in `body`, by default the mechanism of the record.

    ``bodies`` of a row are the other bodies to which the party belongs on the view's day, ``shared`` those of them to which a member
    of `body` belongs too.
    """
    own = view.shown(body) if body is not None else mechanism_of(view)
    things = _every_party(view)
    held = {thing: _belonging(view, thing, own) for thing in things}
    here = {thing: standings_in(view, thing, own) if own and own != thing else [] for thing in things}
    members = {thing for thing, rows in here.items() if any(_is_member(one) for one in rows)}
    common = {one["body"] for thing in members for one in held[thing]}
    return answer([_party_row(view, thing, here[thing], held[thing], common) for thing in things])


def standings_in(view: View, party: str, body: str) -> list[Row]:
    """Return what a party is in a body on the view's day, in rank: each status that it has, or of which that is not known.

    Where there is none, one row says no, with the status that it had last, or that nothing is known since the last denial.
    """
    own = participation(view, party, body)
    found = own.standings(view.on)
    rows = [_standing_row(view, one) for one in found if one.truth is not Truth.NO]
    return rows or [_none_row(view, own, found)]


def bodies_of(view: View, party: str) -> list[str]:
    """Return the bodies in which anything is said of a party's status, the mechanism of the record first in any case."""
    ids = set(view.joined(party))
    acts = [act for act in view.acts("participation", party) if not act.is_rejected]
    named = [view.shown(act.get("body")) for act in acts if not ids.isdisjoint(parties_in(act))]
    own = mechanism_of(view)
    return [body for body in dict.fromkeys([own, *named] if own else named) if body not in ids]


def mechanism_of(view: View) -> str | None:
    """Return the body whose record this is, None where the record does not say."""
    described = view.describing()
    return None if described is None else view.shown(described.get("mechanism"))


def parties_in(act: LiveAct) -> list[str]:
    """Return the parties of whose status an act speaks by name."""
    if "party" in act.fields:
        return [act.get("party")]
    return [*(act.get("parties") or ()), *(act.get("among") or ())]


def said_by(view: View, thing: str) -> list[Row]:
    """Return the statements that a party or body made by the view's day, in order of day; what a preference rejects says so."""
    ids = view.joined(thing)
    acts = [act for act in view.acts("statement", thing) if not set(ids).isdisjoint(act.get("by") or ())]
    told = [act for act in acts if may_be_told(view, act)]
    told.sort(key=lambda act: (order_of(act.get("on")), act.act.number))
    return [
        row(
            act.get("statement"),
            [act],
            **{name: act.get(name) for name in FIELDS},
            authors=[],
            rejected=act.is_rejected,
        )
        for act in told
    ]


def _standing_row(view: View, standing: Standing, last_denied: str | None = None) -> Row:
    rule = rules_of(view, standing.body).get(standing.status or "")
    return {
        **standing_row(standing),
        "id": f"{standing.body}/{standing.status}" if standing.status else standing.body,
        "is_membership": None if rule is None else rule.is_membership,
        "last_denied": last_denied,
    }


def _none_row(view: View, own: Participation, found: Iterable[Standing]) -> Row:
    """Return the row of a party that has no status: no where it had one, or where one is denied that day or began later."""
    answers = list(found)
    if answers:
        over = [one for one in answers if one.ended_by and _is_told(view, one.begun_by)]
        if over:
            return _standing_row(view, max(over, key=lambda one: order_of(one.until)))
        return _standing_row(view, replace(answers[0], status=None, since=None, until=None))
    denied = own.last_denied(view.on)
    if denied is not None:
        unknown = replace(denied, status=None, truth=Truth.NOT_KNOWN, last_attested=None)
        return _standing_row(view, unknown, denied.last_attested)
    nothing = Standing(own.party, own.body, None, Truth.NOT_KNOWN, None, None, None, False, ())
    return _standing_row(view, nothing)


def _history(view: View, party: str, body: str) -> list[Row]:
    """Return every status that a party had in a body by the view's day, in order."""
    standings = participation(view, party, body).history(view.on)
    told = [one for one in standings if one.truth is not Truth.NO or _is_told(view, one.begun_by)]
    return [
        {**_standing_row(view, one), "id": f"{body}/{one.status}/{place}"}
        for place, one in enumerate(told, start=1)
    ]


def _is_told(view: View, acts: Iterable[LiveAct]) -> bool:
    return any(may_be_told(view, act) for act in acts)


def _chair(view: View, thing: str, ids: Collection[str]) -> list[Row]:
    """Return the terms in which a party chaired a body, those that had not begun left out."""
    acts = [act for act in view.acts("chair", thing) if act.act.kind == "assume-chair"]
    bodies = dict.fromkeys(view.shown(act.get("body")) for act in acts if act.get("party") in ids)
    terms = [{**one, "id": f"{body}/{one['id']}"} for body in bodies for one in chair(view, body)["history"]]
    told = [one for one in terms if one["party"] in ids and has_come(view, one["since"], *one["sides"])]
    return [{**one, "until": end_told(view, one["until"], _found(view, one["acts"]))} for one in told]


def _found(view: View, ids: Iterable[str]) -> list[LiveAct]:
    return [act for act in map(view.find, ids) if act is not None]


def has_come(view: View, *days: str | None) -> bool:
    """Say whether any of these days, as acts write them, had come by the view's day or may have."""
    return any(begun(parse_when(day), view.on) is not Truth.NO for day in days if day is not None)


def _offices(view: View, thing: str, ids: Collection[str]) -> list[Row]:
    """Return who held the offices of a party by the view's day."""
    naming = [act for act in view.acts("name", thing) if act.get("type") == "office" and act.get("of") in ids]
    offices = dict.fromkeys(view.shown(act.get("thing")) for act in naming)
    return [one for office in offices for one in _holders(view, office)]


def _holders(view: View, office: str) -> Iterator[Row]:
    acts = [act for act in view.acts("office", office) if not act.is_rejected and may_be_told(view, act)]
    persons = dict.fromkeys(view.shown(act.get("person")) for act in acts)
    for person in persons:
        own = [act for act in acts if view.shown(act.get("person")) == person]
        held = [act for act in own if act.act.kind == "hold-office"]
        left = settle([act for act in own if act.act.kind == "leave-office"], "on").value
        until = not_later(view, left) or end_told(view, settle(held, "until").value, held)
        since = settle(held, "on").value
        yield row(f"{office}/{person}", own, office=office, person=person, since=since, until=until)


def _proposals(view: View, ids: Collection[str]) -> dict[str, Any]:
    """Return the proposals that a party made, that it supported, and that concern it."""
    every = proposals(view)["answer"]
    wanted = set(ids)
    made = [one for one in every if wanted.intersection(one["by"])]
    supported = [one for one in every if any(_supports(step, wanted) for step in one["steps"])]
    concerned = [one for one in every if wanted.intersection(one["concerns"] or ())]
    return {"proposed": made, "supported": supported, "concerned": concerned}


def _supports(step: Row, ids: set[str]) -> bool:
    return step["verb"] == "support" and bool(ids.intersection(step["by"] or ()))


def _instruments(view: View, thing: str) -> list[Row]:
    """Return where a party stands in the tables of signatures that name it, the first instrument first."""
    acts = view.acts("instrument", thing)
    naming = {view.shown(act.get("instrument")) for act in acts if not act.is_rejected}
    there = [one["id"] for one in instruments(view)["answer"] if one["id"] in naming] if naming else []
    return [
        {**signature, "id": id_, "instrument": id_}
        for id_ in there
        for signature in instrument(view, id_)["signatures"]
        if signature["party"] == thing
    ]


def _depositary_of(view: View, thing: str, ids: Collection[str]) -> list[Row]:
    """Return the instruments whose original a party keeps."""
    acts = [act for act in view.acts("instrument", thing) if act.act.kind == "designate-depositary"]
    keeping = [act for act in acts if act.get("party") in ids and not act.is_rejected]
    there = {one["id"]: one for one in instruments(view)["answer"]} if keeping else {}
    kept = dict.fromkeys(view.shown(act.get("instrument")) for act in keeping)
    return [
        row(id_, [act for act in keeping if view.shown(act.get("instrument")) == id_], instrument=id_)
        for id_ in kept
        if id_ in there and there[id_]["depositary"] in ids
    ]


def _meetings(view: View, thing: str, ids: Collection[str]) -> list[Row]:
    """Return the meetings that a party hosted, came to or did not come to, in order of day; ``came`` says in what capacity."""
    naming: dict[str, list[LiveAct]] = {}
    for act in view.acts("meeting", thing):
        if not act.is_rejected:
            naming.setdefault(view.shown(act.get("meeting")), []).append(act)
    rows = [
        one for one in (_meeting(view, id_, acts, ids) for id_, acts in naming.items()) if one is not None
    ]
    return sorted(rows, key=lambda one: (*order_of(one["on"]), one["id"]))


def _meeting(view: View, id_: str, naming: Iterable[LiveAct], ids: Collection[str]) -> Row | None:
    found = meeting_row(view, id_)
    took_place = found["state"] in ("held", "not-known")
    attending = [act for act in naming if act.act.kind in ("attend", "deny-attendance") and took_place]
    hosts = found["host"] in ids
    if found["state"] is None or not (hosts or attending):
        return None
    held = [act for act in acts_of(view, id_) if act.id in found["acts"]] if hosts else []
    parts = {
        (part.get("person"), part["capacity"], part.get("manner", "in-person")): part.get("office")
        for act in attending
        for part in act.get("attendances") or ()
        if {part.get("party"), part.get("organization")} & set(ids)
    }
    came = [
        {"person": person, "capacity": capacity, "manner": manner, "office": office}
        for (person, capacity, manner), office in parts.items()
    ]
    absent = [act.get("capacity") for act in attending if act.act.kind == "deny-attendance"]
    told: dict[str, Any] = {name: found[name] for name in ("on", "place", "series", "number", "state")}
    return row(id_, [*held, *attending], **told, hosts=hosts, came=came, absent=absent)


def _every_party(view: View) -> list[str]:
    """Return every state that the record speaks of, every other party that it names, and what takes part or came as one."""
    found = [code for code in sorted(state_codes()) if view.is_known(code)]
    found += [act.get("thing") for act in view.of_kind("name") if act.get("type") == "party"]
    found += [one for kind in TAKING_PART for act in view.of_kind(kind) for one in parties_in(act)]
    parts = [part for act in view.of_kind("attend") for part in act.get("attendances")]
    found += [part["organization"] for part in parts if part.get("organization")]
    return list(dict.fromkeys(view.shown(one) for one in found))


def _belonging(view: View, party: str, own: str | None) -> list[Row]:
    """Return the bodies to which a party surely belongs on the view's day, the body asked of left aside."""
    others = [body for body in bodies_of(view, party) if body != own]
    return [one for body in others for one in standings_in(view, party, body) if one["truth"] == "yes"]


def _is_member(one: Row) -> bool:
    return one["truth"] == "yes" and bool(one["is_membership"])


def _party_row(
    view: View, thing: str, here: list[Row], held: list[Row], common: Collection[str]
) -> dict[str, Any]:
    names = [act for act in view.acts("name", thing) if act.get("thing") == thing]
    standing: Row = here[0] if here else {}
    told = {
        name: standing.get(name)
        for name in ("body", "status", "is_membership", "since", "until", "last_attested", "last_denied")
    }
    telling = [act for one in [*here, *held] for act in map(view.find, one["acts"]) if act is not None]
    return row(
        thing,
        telling,
        disputed=any(one["disputed"] for one in here),
        party=thing,
        type=type_of(view, thing),
        form=next((act.get("form") for act in names if act.get("form")), None),
        truth=standing.get("truth", "not-known"),
        **told,
        standings=here,
        bodies=held,
        shared=[one["body"] for one in held if one["body"] in common],
    )
