"""Statuses in bodies: who has one, who came to belong when, how many bodies two parties share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kengesh.formats.claims.language.values import IsFirst, Joined
from kengesh.formats.claims.verdict.dating import same_day
from kengesh.formats.claims.verdict.found import Found, found
from kengesh.formats.readings import MEMBER, Sort, deciding, holds, sort_of
from kengesh.formats.steps import steps_in, steps_of
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import participation
from kengesh.mechanism.questions.party import TAKING_PART, bodies_of
from kengesh.mechanism.spells import Spell
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, When, parse_day, parse_when, sort_key
from kengesh.terms.edtf import day_before


def has_status(view: View, party: str, body: str, status: str, *, wide: bool) -> Found:
    """Say whether a party has a status in a body on the view's day."""
    sort = sort_of(view, body, status, wide=wide)
    standings = steps_of(view, party, body).on(view.on)
    behind = deciding(standings, sort) or standings
    acts = tuple(dict.fromkeys(act for one in behind for act in one.acts))
    has = next(((one.status, one.since) for one in standings if one.truth is Truth.YES), (None, None))
    told = {name: value for name, value in zip(("status", "since"), has, strict=True) if value}
    return Found(party, holds(standings, sort), acts, (), any(one.disputed for one in behind), told)


def parties_of(view: View, body: str) -> list[str]:
    """Return the parties of whom anything is said in a body."""
    return list(steps_in(view, body))


def is_closed(view: View, body: str, status: str, *, wide: bool = False) -> bool:
    """Say whether a list that a source declares complete closes a status on the view's day: no party can be missing then."""
    key = ("closed", view.shown(body), status, wide)
    return view.on in view.once(key, lambda: _closed_days(view, view.shown(body), status, wide))


def joined(view: View, party: str, claim: Joined, on: str | None) -> Found:
    """Say whether a party came to belong to a body by the view's day; before or after a day or another party; on a day."""
    own = _first_spell(view, party, claim.body)
    if own is None:  # who has another status, or none, on a day may have belonged before
        return replace(has_status(view, party, claim.body, MEMBER, wide=False), truth=Truth.NOT_KNOWN)
    acts = list(own.start.acts)
    truth = own.start.reached(view.on)
    if claim.than_day is not None:
        truth = truth.and_(_against_day(own, claim.order == "before", parse_day(claim.than_day)))
    if claim.than_party is not None:
        other = _first_spell(view, claim.than_party, claim.body)
        acts += list(other.start.acts) if other else []
        truth = truth.and_(_against_other(own, other, before=claim.order == "before"))
    if on is not None:
        answers = {same_day(parse_when(on), when) for when in own.start.sides}
        truth = truth.and_(answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN)
    return found(party, truth, acts, status=own.status, since=own.since)


def shares(view: View, party: str, other: str, count: int, *, wide: bool) -> Found:
    """Say whether a party belongs to at least so many bodies to which another does.

    Bodies that the record does not know may be missing, so that it is never answered with no.
    """
    common: list[str] = []
    acts: list[LiveAct] = []
    for body in bodies_of(view, party):
        both = [has_status(view, one, body, MEMBER, wide=wide) for one in (party, other)]
        if all(one.truth is Truth.YES for one in both):
            common.append(body)
            acts += [act for one in both for act in one.acts]
    truth = Truth.YES if len(common) >= count else Truth.NOT_KNOWN
    return found(party, truth, acts, count=str(len(common)), bodies=" ".join(common))


def first_to_join(view: View, party: str, claim: IsFirst) -> Found:
    """Say whether nobody came to belong to a body before a party; several may have come on the first day."""
    own = _first_spell(view, party, claim.thing)
    if own is None:
        return joined(view, party, Joined(claim.thing), None)
    others = {
        one: _first_spell(view, one, claim.thing) for one in parties_of(view, claim.thing) if one != party
    }
    spells = [spell for spell in others.values() if spell is not None]
    earlier = [spell for spell in spells if _against_other(spell, own, before=True) is Truth.YES]
    if earlier:
        first = min(earlier, key=lambda spell: sort_key(spell.start.first))
        by = next(one for one, spell in others.items() if spell is first)
        return found(party, Truth.NO, first.start.acts, by=by, since=first.since)
    made = [act for act in view.acts("body", claim.thing) if act.act.kind == "establish" and act.get("on")]
    made = [act for act in made if view.shown(act.get("body")) == claim.thing and not act.is_rejected]
    unsure = [spell for spell in spells if _against_other(spell, own, before=True) is Truth.NOT_KNOWN]
    from_the_start = bool(made) and not any(_is_later(own, parse_when(act.get("on"))) for act in made)
    truth = Truth.YES if from_the_start and not unsure else Truth.NOT_KNOWN
    return found(party, truth.and_(own.start.reached(view.on)), [*own.start.acts, *made], since=own.since)


def days_of_change(view: View, party: str, body: str) -> Iterable[date]:
    """Yield the days on which anything changes for a party in a body."""
    return steps_of(view, party, body).days()


def bodies_named(view: View) -> list[str]:
    """Return every body in which the record tells anyone's status."""
    acts = [act for kind in TAKING_PART for act in view.of_kind(kind) if not act.is_rejected]
    return list(dict.fromkeys(view.shown(act.get("body")) for act in acts))


def _first_spell(view: View, party: str, body: str) -> Spell | None:
    """Return the first time that a party belonged to a body."""
    sort: Sort = sort_of(view, body, MEMBER)
    spells: Sequence[Spell] = participation(view, party, body).spells
    belonging = [spell for spell in spells if spell.status in sort.statuses]
    return min(belonging, key=lambda spell: sort_key(spell.start.first), default=None)


def _against_day(own: Spell, before: bool, day: date) -> Truth:
    eve = day_before(day)
    if before:
        return own.start.reached(eve) if eve is not None else Truth.NO
    return own.start.reached(day).not_()


def _against_other(own: Spell, other: Spell | None, *, before: bool) -> Truth:
    """Say whether one joined before another, or after; not known where the days allow both, or the other has none."""
    if other is None:
        return Truth.NOT_KNOWN
    first, second = (own, other) if before else (other, own)
    answers = {_is_before(one, two) for one in first.start.sides for two in second.start.sides}
    return answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN


def _is_before(one: When, other: When) -> Truth:
    if one.latest is not None and other.earliest is not None and one.latest < other.earliest:
        return Truth.YES
    if one.earliest is not None and other.latest is not None and one.earliest >= other.latest:
        return Truth.NO
    return Truth.NOT_KNOWN


def _is_later(own: Spell, made: When) -> bool:
    return any(_is_before(made, when) is not Truth.NO for when in own.start.sides)


def _closed_days(view: View, body: str, status: str, wide: bool) -> frozenset[date]:
    """Return the days for which lists of a body name every party of a status, whatever it is called there."""
    sort = sort_of(view, body, status, wide=wide)
    wanted = frozenset().union(*(sort.used & statuses or statuses for statuses in sort.classes))
    lists = [act for act in view.acts("participation", body) if act.act.kind == "declare-complete"]
    lists = [act for act in lists if view.shown(act.get("body")) == body and not act.is_rejected]
    closed: dict[date, set[str]] = {}
    for act in lists:
        when = parse_when(act.get("on"))
        if act.get("among") is None and when.earliest is not None and when.earliest == when.latest:
            closed.setdefault(when.earliest, set()).update(act.get("statuses"))
    return frozenset(day for day, statuses in closed.items() if wanted <= statuses)
