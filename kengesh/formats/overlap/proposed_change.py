"""A change that somebody thinks of: a party joins a body, leaves it, or comes to another status there, on a day.

It is refused with a sentence where it makes no sense on that day by what the record knows; else it is the act that it would
take: ``begin-participation`` where no status is known to be held, ``change-participation`` where one is, ``end-participation``
to leave. Of a party that had the status before, or will have it by an act dated later, the act says which time it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import type_of
from kengesh.mechanism.participation import CHANGING, Participation, Standing, participation, rules_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

MOST_NEAR = 4  # statuses named where one was misspelt
ALIKE = 0.5  # statuses are short words, and few


class ChangeRefused(ValueError):
    """A change that makes no sense on its day."""


@dataclass(frozen=True, slots=True)
class Change:
    """A party comes to a status in a body on a day; without a status it leaves."""

    party: str
    body: str
    status: str | None
    on: date


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change as the act that it takes: `sort` is ``join``, ``change`` or ``leave``, `was` the status held before."""

    sort: str
    was: str | None
    act: Mapping[str, Any]
    own: Participation


def proposed(view: View, change: Change) -> Proposed:
    """Return the act that a change takes, in a view asked of its day. Raises ChangeRefused."""
    _check_things(view, change)
    own = participation(view, change.party, change.body)
    held = [one for one in own.standings(change.on) if one.truth is Truth.YES]
    was = held[0].status if held else None
    if change.status != was:
        _check_begun_before(change, held[:1])
    if change.status is None:
        _check_leaving(change, own, was)
        return Proposed("leave", was, _act(view, "end", change, {"status": was}), own)
    _check_status(view, change)
    if was == change.status:
        since = held[0].since
        says = _("{party} already is {status} in {body} on {day}.")
        if since is not None:
            says = _("{party} already is {status} in {body} on {day}, since {since}.")
        raise ChangeRefused(says.format(**_words(change), since=since))
    if was is None:
        return Proposed("join", None, _act(view, "begin", change, {"status": change.status}), own)
    return Proposed("change", was, _act(view, "change", change, {"status": change.status, "was": was}), own)


def acts_like(view: View, body: str, act: Mapping[str, Any]) -> Iterator[LiveAct]:
    """Yield the acts of a body that do the same as an act, for whatever party: bring to its status, or end one."""
    ends = _kind(act) == "end-participation"
    for one in view.acts("participation", body):
        if one.act.kind not in CHANGING or view.shown(one.get("body")) != view.shown(body) or one.is_rejected:
            continue
        if (one.act.kind == "end-participation") is ends and (ends or one.get("status") == act["status"]):
            yield one


def may_have_ceased(view: View, body: str) -> bool:
    """Say whether a body may have ceased by the view's day, which is not known for sure."""
    return any(
        begun(parse_when(act.get("on")), view.on) is Truth.NOT_KNOWN for act in _life(view, body, "dissolve")
    )


def _act(view: View, verb: str, change: Change, fields: Mapping[str, Any]) -> dict[str, Any]:
    act: dict[str, Any] = {
        "kind": f"{verb}-participation/1",
        "voice": "reported",
        "party": view.shown(change.party),
        "body": view.shown(change.body),
        **fields,
        "on": change.on.isoformat(),
    }
    same = [one for one in acts_like(view, change.body, act) if view.shown(one.get("party")) == act["party"]]
    times = [one.get("spell") or 1 for one in same if one.get("status") in (None, act["status"])]
    return {**act, "spell": max(times) + 1} if times else act


def _kind(act: Mapping[str, Any]) -> str:
    return str(act["kind"]).partition("/")[0]


def _check_things(view: View, change: Change) -> None:
    if view.shown(change.party) == view.shown(change.body):
        raise ChangeRefused(_("{party} cannot take part in itself.").format(party=change.party))
    for thing in (change.party, change.body):
        if type_of(view, thing) is None and not view.is_known(thing):
            says = _("{thing} is not an id in this record; give the code of a state, or an id of the record.")
            raise ChangeRefused(says.format(thing=thing))
    for kind, reached, says in (
        ("dissolve", Truth.YES, _("{body} had ceased by {day}: since {since}; choose an earlier day.")),
        ("establish", Truth.NO, _("{body} was not there yet on {day}: since {since}; choose a later day.")),
    ):
        dates = [act.get("on") for act in _life(view, change.body, kind) if act.get("on")]
        if dates and all(begun(parse_when(day), change.on) is reached for day in dates):
            raise ChangeRefused(says.format(**_words(change), since=dates[0]))


def _life(view: View, body: str, kind: str) -> list[LiveAct]:
    acts = [act for act in view.acts("body", body) if act.act.kind == kind and not act.is_rejected]
    return [act for act in acts if view.shown(act.get("body")) == view.shown(body)]


def _check_leaving(change: Change, own: Participation, was: str | None) -> None:
    if was is not None:
        return
    if any(one.truth is Truth.NOT_KNOWN for one in own.standings(change.on)) or not own.standings(change.on):
        says = _("it is not known that {party} has a status in {body} on {day}, so it has none to leave.")
    else:
        says = _("{party} has no status in {body} on {day}, so it has none to leave.")
    raise ChangeRefused(says.format(**_words(change)))


def _check_begun_before(change: Change, held: Sequence[Standing]) -> None:
    """Refuse the day on which a status began: of two acts of one day nobody could say which came first."""
    for one in held:
        since = None if one.since is None else parse_when(one.since)
        if since is not None and since.earliest == since.latest == change.on:
            says = _("{party} became {status} in {body} on {day} itself; choose a later day.")
            raise ChangeRefused(says.format(**{**_words(change), "status": one.status}))


def _check_status(view: View, change: Change) -> None:
    acts = [act for act in view.acts("participation", change.body) if act.act.kind in CHANGING]
    known = dict.fromkeys([*rules_of(view, change.body), *(act.get("status") for act in acts)])
    statuses = [one for one in known if one is not None]
    if not statuses or change.status in statuses:
        return
    near = get_close_matches(change.status or "", statuses, MOST_NEAR, ALIKE)
    if near:
        says = _("{status} is not a status of {body}; did you mean {near}?")
    else:
        says = _("{status} is not a status of {body}; there are {near}.")
    shown = {**_words(change), "status": change.status or repr("")}
    raise ChangeRefused(says.format(**shown, near=", ".join(near or statuses)))


def _words(change: Change) -> dict[str, Any]:
    return {
        "party": change.party,
        "body": change.body,
        "status": change.status,
        "day": change.on.isoformat(),
    }
