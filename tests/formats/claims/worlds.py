"""Small worlds in which everything is so or not so, and records that tell some of it.

A world says of every party what it is in every body on every day. A record made from it tells the truth, and may leave out whole
histories, denials and lists: what it says must never be against the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from kengesh.formats.claims.language.values import (
    Claim,
    IsFirst,
    IsStatus,
    Joined,
    Listed,
    Minus,
    OfStatus,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Union,
)
from tests.mechanism.cast import Cast, act, begin, council, deny, end, whole_list

PARTIES = ("KAZ", "KGZ", "TJK", "TKM")
BODIES = ("council", "forum")
STATUSES = ("member", "full-participant", "observer")
MEMBERSHIP = ("member", "full-participant")
FIRST = date(2020, 1, 1)
DAYS = 8
ASKED = 6  # the day asked of, so that some things are yet to come

Turn = tuple[int, str | None]
"""From a day on, a status; None for none."""


@dataclass(frozen=True)
class World:
    """Of party and body what they are: the turns in their order. No two follow each other with the same status."""

    turns: Mapping[tuple[str, str], tuple[Turn, ...]]

    def status(self, party: str, body: str, number: int = ASKED) -> str | None:
        """Return what a party is in a body on a day."""
        past = [status for start, status in self.turns.get((party, body), ()) if start <= number]
        return past[-1] if past else None

    def first(self, party: str, body: str) -> int | None:
        """Return the day on which a party first came to belong to a body."""
        return next(
            (start for start, status in self.turns.get((party, body), ()) if status in MEMBERSHIP), None
        )


def day(number: int) -> str:
    """Return a day by its number."""
    return (FIRST + timedelta(number)).isoformat()


def history(world: World, party: str, body: str) -> Iterator[dict[str, Any]]:
    """Yield the acts that tell all of a party in a body."""
    was: str | None = None
    spells: dict[str, int] = {}
    for start, status in world.turns.get((party, body), ()):
        if status is None:
            yield end(party, day(start), body=body)
        else:
            spells[status] = spells.get(status, 0) + 1
            more = {"spell": spells[status]} if spells[status] > 1 else {}
            if was is None:
                yield begin(party, status, day(start), body=body, **more)
            else:
                yield act(
                    "change-participation",
                    party=party,
                    body=body,
                    status=status,
                    was=was,
                    on=day(start),
                    sources=[{"source": "gazette"}],
                    **more,
                )
        was = status


def denial(world: World, party: str, body: str, number: int, status: str | None) -> dict[str, Any] | None:
    """Return a true denial, None where there is none: of every status of a party that has none, or of what is of another sort."""
    has = world.status(party, body, number)
    if has is None:
        return deny(party, day(number), body=body, **({} if status is None else {"status": status}))
    if status is None or (has in MEMBERSHIP) == (status in MEMBERSHIP):
        return None
    return deny(party, day(number), body=body, status=status)


def complete_lists(world: World, body: str, number: int) -> list[dict[str, Any]]:
    """Return the lists that name all parties of a body on a day, one for each status."""
    return [complete_list(world, body, number, [status]) for status in STATUSES]


def complete_list(world: World, body: str, number: int, statuses: Iterable[str]) -> dict[str, Any]:
    """Return the list of all parties that have one of some statuses on a day."""
    named = [party for party in PARTIES if world.status(party, body, number) in statuses]
    return whole_list(day(number), named, *statuses, body=body)


def record_of(acts: Iterable[dict[str, Any]]) -> Cast:
    """Return a record of acts."""
    cast = council()
    cast.enter_each(list(acts))
    return cast


def is_so(world: World, claim: Claim, *, wide: bool = False) -> bool:
    """Say whether a claim is true in a world, as of the day asked of."""
    if claim.except_ is not None:
        others = _how_many(
            world, claim.quantifier, Minus(claim.subjects, claim.except_), claim.predicate, wide
        )
        everyone = claim.quantifier.quantity is Quantity.NO
        contrary = Quantifier(Quantity.EVERY if everyone else Quantity.NO)
        return others and _how_many(world, contrary, claim.except_, claim.predicate, wide)
    return _how_many(world, claim.quantifier, claim.subjects, claim.predicate, wide)


def _how_many(world: World, quantifier: Quantifier, one: Set, said: Predicate, wide: bool) -> bool:
    inside = inside_of(world, one)
    so = {party for party in PARTIES if holds_of(world, party, said, wide)}
    match quantifier.quantity:
        case Quantity.EVERY:
            return inside <= so
        case Quantity.NO:
            return not inside & so
        case Quantity.SOME:
            return bool(inside & so)
        case Quantity.ONLY:
            return bool(inside & so) and so <= inside
        case Quantity.EXACTLY:
            return len(inside & so) == quantifier.count
        case Quantity.AT_LEAST:
            return len(inside & so) >= (quantifier.count or 0)


def inside_of(world: World, one: Set) -> set[str]:
    """Return the parties in a set."""
    match one:
        case Listed(things=things):
            return set(things)
        case OfStatus(status=status, body=body):
            return {party for party in PARTIES if world.status(party, body) in _sort(status, wide=False)}
        case Union(first=first, second=second):
            return inside_of(world, first) | inside_of(world, second)
        case Minus(first=first, second=second):
            return inside_of(world, first) - inside_of(world, second)
    raise TypeError(one)


def holds_of(world: World, party: str, said: Predicate, wide: bool) -> bool:
    """Say whether what is said is so of a party."""
    match said:
        case IsStatus(status=status, body=body):
            return world.status(party, body) in _sort(status, wide=wide)
        case Joined(body=body):
            return _joined(world, party, body, said)
        case Shares(count=count, party=other):
            statuses = _sort("member", wide=wide)
            both = [all(world.status(one, body) in statuses for one in (party, other)) for body in BODIES]
            return sum(both) >= count
        case IsFirst(to="join", thing=body):
            own = world.first(party, body)
            firsts = [world.first(one, body) for one in PARTIES]
            return (
                own is not None and own <= ASKED and not any(one is not None and one < own for one in firsts)
            )
    raise TypeError(said)


def _joined(world: World, party: str, body: str, said: Joined) -> bool:
    own = world.first(party, body)
    if own is None or own > ASKED:
        return False
    than = said.than_day and (date.fromisoformat(said.than_day) - FIRST).days
    if said.than_party:
        than = world.first(said.than_party, body)
    if said.order is None:
        return True
    if than is None or than == "":
        return False
    return own < than if said.order == "before" else own > than


def _sort(status: str, *, wide: bool) -> tuple[str, ...]:
    if status != "member":
        return (status,)
    return (*MEMBERSHIP, "observer", "associate") if wide else MEMBERSHIP


NUMBER = st.integers(1, DAYS)


@st.composite
def _turns(draw: st.DrawFn) -> tuple[Turn, ...]:
    days = sorted(draw(st.sets(NUMBER, max_size=3)))
    found: list[Turn] = []
    for start in days:
        before = found[-1][1] if found else None
        choices = [one for one in (*STATUSES, None) if one != before]
        found.append((start, draw(st.sampled_from(choices))))
    return tuple(found)


WORLDS = st.fixed_dictionaries({(party, body): _turns() for party in PARTIES for body in BODIES}).map(World)
