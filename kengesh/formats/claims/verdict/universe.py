"""The things of which the record could say that a predicate holds: where ``only`` looks for a thing outside its set."""

from __future__ import annotations

from collections.abc import Callable

from kengesh.formats.claims.language.values import (
    Attended,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Predicate,
    Set,
    Shares,
    Signed,
    TookPart,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.formats.claims.verdict.attending import came_to
from kengesh.formats.claims.verdict.belonging import parties_of
from kengesh.formats.claims.verdict.making import named_signers, out_of
from kengesh.formats.claims.verdict.sets import in_set
from kengesh.mechanism.questions.meetings import meetings
from kengesh.mechanism.questions.party import bodies_of
from kengesh.mechanism.view import View


def where_it_holds(view: View, predicate: Predicate) -> list[str]:
    """Return the things of which acts say anything that a predicate turns on."""
    match predicate:
        case IsStatus(body=body) | Joined(body=body):
            return parties_of(view, body)
        case TookPart(meetings=at) | Attended(meetings=at) | WasInvited(meetings=at):
            return _each(view, at, lambda meeting: [*came_to(view, meeting), *_invited(view, meeting)])
        case Signed(instruments=instruments):
            return _each(view, instruments, lambda instrument: list(named_signers(view, instrument)))
        case IsPartyTo(instrument=instrument):
            return list(named_signers(view, instrument))
        case Shares(party=party):
            return _all([parties_of(view, body) for body in bodies_of(view, party)])
        case WasMade(meeting=meeting):
            return (
                list(out_of(view, meeting))
                if meeting
                else _kinds(view, "instrument", "adopt", "sign", "approve")
            )
        case WasProposed():
            return _kinds(view, "proposal", "propose")
        case WasHeld():
            return [row["id"] for row in meetings(view)["answer"]]
        case IsFirst(to=to, thing=thing):
            return (
                [row["id"] for row in meetings(view, thing)["answer"]]
                if to == "meet"
                else parties_of(view, thing)
            )
        case _:
            return []


def _each(view: View, objects: Set, ask: Callable[[str], list[str]]) -> list[str]:
    return _all([ask(one) for one in in_set(view, objects).things])


def _all(lists: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(thing for one in lists for thing in one))


def _invited(view: View, meeting: str) -> list[str]:
    acts = [act for act in view.acts("meeting", meeting) if act.act.kind == "invite" and not act.is_rejected]
    return [view.shown(one) for act in acts for one in act.get("parties")]


def _kinds(view: View, field: str, *kinds: str) -> list[str]:
    return list(dict.fromkeys(view.shown(act.get(field)) for kind in kinds for act in view.of_kind(kind)))
