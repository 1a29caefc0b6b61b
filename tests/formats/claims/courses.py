"""Small courses of events, of meetings held and texts signed, in which everything happened or did not, and the acts that tell of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from kengesh.acts.kinds.meetings import PARTICIPATING
from kengesh.formats.claims.language.values import (
    Attended,
    AttendeesOf,
    Claim,
    IsFirst,
    IsPartyTo,
    Listed,
    MeetingsOf,
    Minus,
    ParticipantsOf,
    PartiesTo,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Signed,
    TookPart,
    Union,
    WasInvited,
    WasMade,
)
from tests.mechanism.cast import GAZETTE, act, begin

PARTIES = ("KAZ", "KGZ", "TKM")
NUMBERS = (1, 2, 3, 4)
TEXTS = ("treaty", "concept")
VERBS = {"adopt": "adopted", "sign": "signed", "approve": "approved"}
CAPACITIES = ("head-of-state", "minister", "guest")
ASKED = "2021-01-01"


@dataclass(frozen=True)
class Course:
    """What happened at four meetings of the council and to two texts: None where nothing did."""

    came: dict[tuple[str, int], str | None]
    invited: dict[tuple[str, int], str | None]
    members: frozenset[str]
    signed: dict[tuple[str, str], str | None]
    ratified: dict[tuple[str, str], str | None]
    made: dict[tuple[str, str], int | None]

    def asked(self, party: str, number: int) -> str | None:
        """Return as what a party was invited; as a guest none that did not come as one."""
        as_what = self.invited[party, number]
        return None if as_what == "guest" and self.came[party, number] != "guest" else as_what


def meeting(number: int) -> str:
    return f"council/{number}"


def held_on(number: int) -> str:
    return f"2020-0{number}-15"


def told(name: str, **fields: Any) -> dict[str, Any]:
    return act(name, sources=GAZETTE, **fields)


def acts_of(course: Course, has: Callable[[str], bool]) -> list[dict[str, Any]]:
    """Return acts that tell what is kept of a course; the last meeting is always told, since which are the last turns on it."""
    acts = [begin(party, "member", "2019-01-01") for party in sorted(course.members)]
    for number in NUMBERS:
        if number == NUMBERS[-1] or has(f"meeting {number}"):
            acts.append(
                told("hold", meeting=meeting(number), series="council", number=number, on=held_on(number))
            )
        for party in PARTIES:
            acts += [one for one in _at(course, party, number) if has(f"{party} at {number} {one['kind']}")]
    for text in TEXTS:
        acts += [one for one in _life(course, text) if has(f"{text} {one['kind']} {one.get('parties')}")]
    return acts


def _at(course: Course, party: str, number: int) -> list[dict[str, Any]]:
    capacity, invited = course.came[party, number], course.asked(party, number)
    acts = []
    if capacity is None:
        acts.append(told("deny-attendance", meeting=meeting(number), parties=[party]))
    else:
        came = [{"party": party, "capacity": capacity}]
        acts.append(told("attend", meeting=meeting(number), attendances=came))
        other = next(one for one in CAPACITIES if one != capacity)
        acts.append(told("deny-attendance", meeting=meeting(number), parties=[party], capacity=other))
    if invited is not None:
        acts.append(told("invite", meeting=meeting(number), parties=[party], capacity=invited))
    return acts


def _life(course: Course, text: str) -> list[dict[str, Any]]:
    acts = []
    for event, days in (("sign", course.signed), ("ratify", course.ratified)):
        for party in PARTIES:
            day = days[party, text]
            if day is None:
                acts.append(told("deny-event", instrument=text, event=event, parties=[party], on=ASKED))
            else:
                acts.append(told(event, instrument=text, parties=[party], on=day))
    for verb in VERBS:
        number = course.made[verb, text]
        if number is not None:
            acts.append(told(verb, instrument=text, meeting=meeting(number), on=held_on(number)))
        elif verb != "sign" or all(course.signed[party, text] is None for party in PARTIES):
            acts.append(told("deny-event", instrument=text, event=verb, on=ASKED))
    return acts


def is_so(course: Course, claim: Claim, wide: bool) -> bool:
    """Say whether a claim is true of a course."""
    subjects = inside_of(course, claim.subjects)
    if claim.except_ is not None:
        excepted = inside_of(course, claim.except_)
        contrary = Quantity.EVERY if claim.quantifier.quantity is Quantity.NO else Quantity.NO
        others = _counts(course, claim.quantifier, subjects - excepted, claim.predicate, wide)
        return others and _counts(course, Quantifier(contrary), excepted, claim.predicate, wide)
    return _counts(course, claim.quantifier, subjects, claim.predicate, wide)


def _counts(course: Course, quantifier: Quantifier, inside: set[str], said: Predicate, wide: bool) -> bool:
    if quantifier.quantity is Quantity.ONLY:
        universe = TEXTS if isinstance(said, WasMade) else PARTIES
        so = {one for one in universe if holds_of(course, one, said, wide)}
        return bool(inside & so) and so <= inside
    return how_many(quantifier, [holds_of(course, one, said, wide) for one in inside])


def how_many(quantifier: Quantifier, so: list[bool]) -> bool:
    match quantifier.quantity:
        case Quantity.EVERY:
            return all(so)
        case Quantity.NO:
            return not any(so)
        case Quantity.SOME:
            return any(so)
        case Quantity.EXACTLY:
            return sum(so) == quantifier.count
        case _:
            return sum(so) >= (quantifier.count or 0)


def inside_of(course: Course, one: Set) -> set[str]:
    match one:
        case Listed(things=things):
            return set(things)
        case AttendeesOf(meeting=at):
            return {party for party in PARTIES if course.came[party, int(at[-1])]}
        case ParticipantsOf(meeting=at):
            return {party for party in PARTIES if _took_part(course, party, int(at[-1]), wide=False)}
        case PartiesTo(relation=relation, instrument=text):
            days = course.signed if relation == "signatories" else course.ratified
            return {party for party in PARTIES if days[party, text]}
        case MeetingsOf(last=last):
            return {meeting(number) for number in NUMBERS[-(last or len(NUMBERS)) :]}
        case Union(first=first, second=second):
            return inside_of(course, first) | inside_of(course, second)
        case Minus(first=first, second=second):
            return inside_of(course, first) - inside_of(course, second)
    raise TypeError(one)


def holds_of(course: Course, thing: str, said: Predicate, wide: bool) -> bool:
    match said:
        case TookPart(meetings=at, how_many=how):
            so = [_took_part(course, thing, int(one[-1]), wide=wide) for one in inside_of(course, at)]
            return how_many(how, so)
        case Attended(meetings=at, capacity=capacity, how_many=how):
            so = [_attended(course, thing, int(one[-1]), capacity, wide) for one in inside_of(course, at)]
            return how_many(how, so)
        case WasInvited(meetings=at, capacity=capacity, how_many=how):
            so = [_invited(course, thing, int(one[-1]), capacity, wide) for one in inside_of(course, at)]
            return how_many(how, so)
        case Signed(verb=verb, instruments=texts, how_many=how):
            days = course.signed if verb == "signed" else course.ratified
            return how_many(how, [days[thing, text] is not None for text in inside_of(course, texts)])
        case IsPartyTo(instrument=text):
            signed = wide and course.signed[thing, text] is not None
            return signed or course.ratified[thing, text] is not None
        case IsFirst(thing=text):
            days = {one: course.signed[one, text] for one in PARTIES}
            return days[thing] is not None and days[thing] == min(filter(None, days.values()))
        case WasMade(verb=verb, meeting=at):
            verbs = [one for one, word in VERBS.items() if wide or word == verb]
            where = [course.made[one, thing] for one in verbs]
            anywhere = at is None and "sign" in verbs and any(course.signed[one, thing] for one in PARTIES)
            return anywhere or any(one is not None and at in (None, meeting(one)) for one in where)
    raise TypeError(said)


def _attended(course: Course, party: str, number: int, capacity: str | None, wide: bool) -> bool:
    came = course.came[party, number]
    invited = wide and capacity == "guest" and course.asked(party, number) == capacity
    return invited or (came is not None and capacity in (None, came))


def _invited(course: Course, party: str, number: int, capacity: str | None, wide: bool) -> bool:
    came, invited = course.came[party, number], course.asked(party, number)
    as_guest = came == "guest" and capacity in (None, "guest")
    return (
        as_guest
        or (invited is not None and capacity in (None, invited))
        or (wide and came is not None and capacity in (None, came))
    )


def _took_part(course: Course, party: str, number: int, *, wide: bool) -> bool:
    came = course.came[party, number]
    return came is not None and (wide or (party in course.members and came in PARTICIPATING))


def _of(keys: list[Any], values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[Any, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(keys, values))


AT = [(party, number) for party in PARTIES for number in NUMBERS]
SIGNING = [(party, text) for party in PARTIES for text in TEXTS]
SIGNED_ON = st.sampled_from((None, "2020-03-01", "2020-05-01"))
COURSES = st.builds(
    Course,
    _of(AT, st.none() | st.sampled_from(CAPACITIES)),
    _of(AT, st.none() | st.sampled_from(CAPACITIES)),
    st.frozensets(st.sampled_from(PARTIES)),
    _of(SIGNING, SIGNED_ON),
    _of(SIGNING, SIGNED_ON),
    _of([(verb, text) for verb in VERBS for text in TEXTS], st.none() | st.sampled_from(NUMBERS)),
)
