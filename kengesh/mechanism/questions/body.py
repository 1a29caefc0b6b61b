"""One body with its life, its lists, and what it did; which bodies there are; and who is what in which of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import type_of
from kengesh.mechanism.participation import rules_of
from kengesh.mechanism.questions.disputes import disputes
from kengesh.mechanism.questions.instruments import instruments
from kengesh.mechanism.questions.meetings import meetings
from kengesh.mechanism.questions.members import members
from kengesh.mechanism.questions.party import (
    TAKING_PART,
    mechanism_of,
    parties_in,
    said_by,
    standings_in,
)
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.questions.statements import statements_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, any_of, begun, parse_when

LISTS = (
    "life",
    "ranks",
    "complete",
    "subsidiary",
    "instruments",
    "said",
    "statements",
    "disputes",
    "follows",
    "sought",
)
ACTING = ("establish", "rename", "dissolve", "assume-chair")


def body(view: View, body: str) -> Answer:
    """Answer what is known of one body: its life, the lists of its parties that are complete, what stands under it, what it adopted.

    Who belongs to it is asked with ``members``, who chairs it with ``chair``, its rules with ``rules``.
    """
    thing = view.shown(body)
    if not view.is_known(body):
        return answer([], truth="not-known", **{name: [] for name in LISTS})
    return answer(
        [body_row(view, thing)],
        life=[_life_row(act) for act in _life(view, thing) if may_be_told(view, act)],
        ranks=[one.status for one in sorted(rules_of(view, thing).values(), key=lambda rule: rule.rank)],
        complete=_complete(view, thing),
        subsidiary=_subsidiary(view, thing),
        instruments=_adopted(view, thing),
        said=said_by(view, thing),
        statements=statements_of(view, thing),
        disputes=disputes(view, about=thing)["answer"],
        follows=follows(view, thing),
        sought=sought(view, thing),
    )


def bodies(view: View) -> Answer:
    """Answer which bodies and formats the record knows by the view's day, each with how many belong to it."""
    named = [act.get("thing") for act in view.of_kind("name") if act.get("type") == "body"]
    acting = [act.get("body") for kind in (*ACTING, *TAKING_PART) for act in view.of_kind(kind)]
    things = dict.fromkeys(view.shown(one) for one in [*named, *acting])
    rows = [body_row(view, thing) for thing in things]
    return answer([one for one in rows if _is_told_of(one)])


def matrix(view: View) -> Answer:
    """Answer who is what in which body on the view's day: a row for every body that the record tells the parties of, and every party.

    ``parties`` and ``bodies`` are all that have a row, the mechanism and its members first.
    """
    acts = [act for kind in TAKING_PART for act in view.of_kind(kind) if not act.is_rejected]
    own = mechanism_of(view)
    own_first = [own] if own and any(view.shown(act.get("body")) == own for act in acts) else []
    named = dict.fromkeys([*own_first, *(view.shown(act.get("body")) for act in acts)])
    every_body = [one for one in named if _is_told_of(body_row(view, one))]
    belonging = [one["party"] for one in members(view, own)["answer"]] if own else []
    every_party = list(
        dict.fromkeys([*belonging, *(view.shown(one) for act in acts for one in parties_in(act))])
    )
    rows = [
        {**one, "id": f"{one['id']}/{party}"}
        for body in every_body
        for party in every_party
        if party != body
        for one in standings_in(view, party, body)
    ]
    return answer(rows, bodies=every_body, parties=every_party)


def body_row(view: View, thing: str) -> Row:
    """Return the row of one body: what sort it is, whether it is there on the view's day, since when, how many belong to it.

    ``exists`` is not known where no source says when it was established.
    """
    life = _life(view, thing)
    made = [act for act in life if act.act.kind == "establish"]
    ended = [act for act in life if act.act.kind == "dissolve"]
    told = [act for act in made if may_be_told(view, act)]
    over = [act for act in ended if may_be_told(view, act)]
    names = [act for act in view.acts("name", thing) if act.get("thing") in view.joined(thing)]
    series = [act for act in view.acts("charter", thing) if act.act.kind == "set-series"]
    series = [act for act in series if view.shown(act.get("series")) == thing]
    who = members(view, thing)
    counts: dict[str, Any] = {
        name: len({one["party"] for one in who[key]})
        for name, key in (("members", "answer"), ("others", "others"), ("not_known", "not_known"))
    }
    return row(
        thing,
        [*told, *over] or names,
        form=_first(names, "form"),
        exists=_exists(view, made, ended).value,
        established=settle(told, "on").value,
        sides=sorted({act.get("on") for act in told if act.get("on")}) if settle(told, "on").open else [],
        **{name: _first(told, name) for name in ("by", "place", "parties")},
        within=_within(view, thing, [*told, *series, *names]),
        dissolved=settle(over, "on").value,
        into=_first(over, "into"),
        numbered=_first(series, "numbered"),
        every=_first(series, "every"),
        **counts,
    )


def _is_told_of(one: Row) -> bool:
    """Whether a body is there on the view's day, or may be, or was."""
    return one["exists"] != "no" or one["dissolved"] is not None


def _life(view: View, thing: str) -> list[LiveAct]:
    """Return the acts that make, rename or end a body, in the order of the log."""
    acts = [act for act in view.acts("body", thing) if view.shown(act.get("body")) == thing]
    return [act for act in acts if not act.is_rejected]


def _life_row(act: LiveAct) -> Row:
    fields = ("on", "by", "within", "parties", "place", "into", "names", "note")
    return row(act.id, [act], verb=act.act.kind, **{name: act.get(name) for name in fields})


def _first(acts: Iterable[LiveAct], name: str) -> Any:
    return next((act.get(name) for act in acts if act.get(name)), None)


def _exists(view: View, made: Iterable[LiveAct], ended: Iterable[LiveAct]) -> Truth:
    """Say whether a body is there on the view's day. Sources that differ have to agree on it."""
    starts = {begun(parse_when(act.get("on")), view.on) for act in made if act.get("on")}
    start = starts.pop() if len(starts) == 1 else Truth.NOT_KNOWN
    over = any_of([begun(parse_when(act.get("on")), view.on) for act in ended]) if ended else Truth.NO
    return start.and_(over.not_())


def _within(view: View, thing: str, acts: Iterable[LiveAct]) -> str | None:
    """Return the body under which one stands, as its establishment, its series or its name say."""
    named = [act.get("within") or act.get("of") for act in acts]
    above = [view.shown(one) for one in named if one]
    return next((one for one in above if one != thing and type_of(view, one) == "body"), None)


def _complete(view: View, thing: str) -> list[Row]:
    """Return the lists of parties that a source gives as complete, up to the view's day."""
    acts = [act for act in view.acts("participation", thing) if act.act.kind == "declare-complete"]
    acts = [act for act in acts if view.shown(act.get("body")) == thing and not act.is_rejected]
    fields = ("on", "statuses", "parties", "among", "count", "note")
    return [
        row(act.id, [act], **{name: act.get(name) for name in fields})
        for act in acts
        if may_be_told(view, act)
    ]


def _subsidiary(view: View, thing: str) -> list[Row]:
    """Return the bodies that stand under a body."""
    named = [act.get("body") for act in view.acts("body", thing)]
    named += [act.get("thing") for act in view.acts("name", thing) if act.get("type") == "body"]
    named += [act.get("series") for act in view.acts("charter", thing) if act.act.kind == "set-series"]
    others = dict.fromkeys(view.shown(one) for one in named if one)
    rows = [body_row(view, one) for one in others if one != thing]
    return [one for one in rows if one["within"] == thing and _is_told_of(one)]


def _adopted(view: View, thing: str) -> list[Row]:
    """Return the instruments that a body adopted, signed or approved, at a meeting of its own or by itself."""
    ids = set(view.joined(thing))
    own = {one["id"] for one in meetings(view, thing)["answer"] if one["series"] in ids}
    every = instruments(view)["answer"]
    return [one for one in every if any(how["meeting"] in own or how["body"] in ids for how in one["how"])]
