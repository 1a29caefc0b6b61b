"""The times that a party had a status in a body: when each began and ended, and which acts say so.

A status lasts from its beginning until an act ends it, changes it, or begins another, or until the body ceases. A status that
was only seen on a day has begun by then. Where sources differ on a date and nothing decides, every one of them counts.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.mechanism.disputes import key_of, settle
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth, When, all_of, begun, parse_when, sort_key

SpellKey = tuple[str, int]  # a status, and which time the party came to it


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which a status begins, or on which one may end: to which status (None for a plain end), and who says so.

    `sides` is one date, or several where sources differ and nothing decides.
    """

    status: str | None
    sides: tuple[When, ...]
    acts: tuple[LiveAct, ...]

    def reached(self, on: date) -> Truth:
        """Say whether it has come by a day; every side has to agree."""
        answers = {begun(when, on) for when in self.sides}
        return answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN

    @property
    def first(self) -> When:
        """The first of its dates."""
        return min(self.sides, key=sort_key)

    @property
    def day(self) -> str | None:
        """Its date as acts write it, None where sources differ and nothing decides."""
        return self.sides[0].text if len(self.sides) == 1 else None


@dataclass(frozen=True, slots=True)
class Spell:
    """One time that a party had a status. `ends` are the turns that could have ended it, in order; the first of them did."""

    status: str
    start: Turn
    ends: tuple[Turn, ...]

    def holds(self, on: date) -> Truth:
        """Say whether the status was held on a day in this spell."""
        return all_of([self.start.reached(on), *(end.reached(on).not_() for end in self.ends)])

    @property
    def since(self) -> str | None:
        """Since when, None where sources differ and nothing decides."""
        return self.start.day

    @property
    def until(self) -> str | None:
        """The first day on which it no longer held; None while nothing ends it, or where sources differ on it."""
        return self.ends[0].day if self.ends else None

    @property
    def ended_by(self) -> tuple[LiveAct, ...]:
        """The acts that say when it ended."""
        return self.ends[0].acts if self.ends else ()

    @property
    def is_open(self) -> bool:
        """Whether sources differ on when it began or ended, and nothing decides."""
        return self.since is None or bool(self.ends and self.until is None)


def spells_of(
    changing: Sequence[LiveAct],
    seen: Sequence[LiveAct],
    naming: Sequence[LiveAct],
    dissolved: Sequence[Turn],
) -> list[Spell]:
    """Return the spells of one party in one body: those that acts begin, then those that are only seen.

    `changing` are the acts that begin, change and end a status, `seen` those that attest one, `naming` the complete lists
    that name the party.
    """
    begun_by: dict[SpellKey, list[LiveAct]] = {}
    for act in changing:
        if act.act.kind != "end-participation":
            begun_by.setdefault((act.get("status"), act.get("spell") or 1), []).append(act)
    starts = {key: turn(key[0], acts) for key, acts in begun_by.items()}
    ending = [act for act in changing if act.act.kind == "end-participation"]
    made = [_begun(key, starts, begun_by, ending, dissolved) for key in begun_by]
    return [*made, *_seen_spells(made, seen, naming, [*starts.values()], ending, dissolved)]


def turn(status: str | None, acts: Sequence[LiveAct]) -> Turn:
    """Return when acts that speak of one change date it."""
    settled = settle(acts, "on")
    if settled.value is not None:
        return Turn(status, (parse_when(settled.value),), tuple(acts))
    sides = {parse_when(act.get("on")) for act in settled.acts or acts}
    return Turn(status, tuple(sorted(sides, key=sort_key)), tuple(acts))


def turns(acts: Iterable[LiveAct]) -> list[Turn]:
    """Return the ends that acts tell of; those that speak of one matter are one."""
    matters: dict[Hashable, list[LiveAct]] = {}
    for act in acts:
        matters.setdefault(key_of(act), []).append(act)
    return [turn(None, matter) for matter in matters.values()]


def _endings(ending: Sequence[LiveAct], status: str, start: Turn, same: Iterable[Turn] = ()) -> list[Turn]:
    """Return the ends of a status, those between a beginning and the next of the same status as ends of that one spell."""
    own = [act for act in ending if act.get("status") in (None, status)]
    later = [sort_key(one.first) for one in same if sort_key(one.first) > sort_key(start.first)]
    until = min(later, default=None)

    def is_of_this(act: LiveAct) -> bool:
        when = sort_key(parse_when(act.get("on")))
        return sort_key(start.first) < when and (until is None or when <= until)

    return [*turns(filter(is_of_this, own)), *turns(act for act in own if not is_of_this(act))]


def _begun(
    key: SpellKey,
    starts: Mapping[SpellKey, Turn],
    begun_by: Mapping[SpellKey, Sequence[LiveAct]],
    ending: Sequence[LiveAct],
    dissolved: Sequence[Turn],
) -> Spell:
    status, start = key[0], starts[key]
    same = [one for one in starts.values() if one.status == status]
    own = [*_endings(ending, status, start, same), *dissolved]
    left = {act.get("was") for act in begun_by[key]}
    others = [one for one in starts.values() if one.status != status]
    others = [one for one in others if one.status not in left or _surely_follows(one.first, start.first)]
    leaving = [
        starts[other] for other, acts in begun_by.items() if any(act.get("was") == status for act in acts)
    ]
    first_of_all = min(same, key=lambda one: sort_key(one.first))
    ends = _after(start, [*own, *others])
    if start is first_of_all:
        ends += _reaching_back(start, own)
    ends += [one for one in leaving if _may_follow(one.first, start.first)]
    return Spell(status, start, _in_order(ends))


def _seen_spells(
    made: Sequence[Spell],
    seen: Sequence[LiveAct],
    naming: Sequence[LiveAct],
    starts: Sequence[Turn],
    ending: Sequence[LiveAct],
    dissolved: Sequence[Turn],
) -> Iterator[Spell]:
    """Yield a spell for each day on which a status was seen that no spell covers."""
    told = [(act, act.get("status")) for act in seen]
    told += [(act, _named_status(act, made, seen)) for act in naming]
    told.sort(key=lambda one: sort_key(parse_when(one[0].get("on"))))
    spells = list(made)
    for act, status in told:
        when = parse_when(act.get("on"))
        day = when.start.latest or when.latest
        if day is None or any(one.status == status and one.holds(day) is Truth.YES for one in spells):
            continue
        on_day = Turn(status, (parse_when(day.isoformat()),), (act,))
        over = [*_endings(ending, status, on_day), *dissolved]
        over += [one for one in starts if one.status != status]
        ends = _in_order([*_after(on_day, over), *_reaching_back(on_day, over)])
        by_then = Turn(status, (parse_when(f"[..{day.isoformat()}]"),), (act,))
        spells.append(Spell(status, by_then, ends))
        yield spells[-1]


def _named_status(act: LiveAct, made: Sequence[Spell], seen: Sequence[LiveAct]) -> str:
    """Return which of a list's statuses the party has: one that it is known to hold, else the last of the list."""
    statuses: list[str] = act.get("statuses")
    day = parse_when(act.get("on")).latest
    known = [one.status for one in made if day and one.status in statuses and one.holds(day) is Truth.YES]
    known += [one.get("status") for one in seen if one.get("status") in statuses]
    return (known or statuses[-1:])[0]


def _after(start: Turn, others: Iterable[Turn]) -> list[Turn]:
    """Return the turns that come after a beginning."""
    return [one for one in others if sort_key(one.first) > sort_key(start.first)]


def _reaching_back(start: Turn, ends: Iterable[Turn]) -> list[Turn]:
    """Return the ends that an imprecise date puts before every beginning of a status, as 1999 is before May 1999.

    Where their last possible day comes after the first beginning, it is this one that they end.
    """
    early = [one for one in ends if sort_key(one.first) <= sort_key(start.first)]
    return [one for one in early if _may_follow(one.first, start.first)]


def _may_follow(end: When, start: When) -> bool:
    return end.latest is None or start.earliest is None or end.latest > start.earliest


def _surely_follows(one: When, other: When) -> bool:
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def _in_order(ends: Iterable[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(dict.fromkeys(ends), key=lambda one: sort_key(one.first)))
