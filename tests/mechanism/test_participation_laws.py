"""Participation compared with a calendar that is filled in day by day, and with every day that an imprecise date allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mechanism.cast import begin, council, deny, end, whole_list

FIRST = date(2020, 1, 1)
DAYS = range(1, 12)
STATUSES = ("member", "full-participant", "observer")
MEMBERSHIP = ("member", "full-participant")


RECORD = council()
NEXT = count(1)


def body_of(acts: list[dict[str, Any]]) -> str:
    """Enter acts as those of a body of their own, in one record that all examples share; return the body."""
    body = f"body/{next(NEXT)}"
    RECORD.enter_each([{**one, "body": body} for one in acts])
    return body


def named(status: str | None) -> dict[str, str]:
    return {} if status is None else {"status": status}


def day(number: int) -> str:
    return (FIRST + timedelta(number)).isoformat()


@dataclass(frozen=True)
class Told:
    """What acts tell of one party: beginnings, ends, denials and lists that do not name it, by number of day."""

    begins: set[tuple[str, int]]
    ends: set[tuple[str | None, int]]
    denials: set[tuple[str | None, int, int]]
    lists: set[tuple[str, int]]


def calendar(told: Told) -> list[str]:
    """Fill in what the party is on each day, walking through the days with what holds."""
    holding: set[str] = set()
    answers = []
    for today in range(DAYS.stop):
        ended = {status for status, on in told.ends if on == today}
        holding = set() if None in ended else holding - ended
        holding = {status for status, on in told.begins if on == today} or holding
        denied = {status for status, start, stop in told.denials if start <= today < stop}
        denied |= {status for status, on in told.lists if on == today}
        answers.append(said_of(told, holding, denied))
    return answers


def said_of(told: Told, holding: set[str], denied: set[str | None]) -> str:
    begun = {status for status, _on in told.begins}
    spoken = begun | (denied - {None})
    truths = {}
    for status in spoken:
        no = status in denied or None in denied
        if status in holding:
            truths[status] = "not-known" if no else "yes"
        else:
            truths[status] = "no" if no or status in begun else "not-known"
    held = [status for status in STATUSES if truths.get(status) == "yes"]
    if held:
        one_sort = len({status in MEMBERSHIP for status in held}) == 1
        return held[0] if one_sort else "not-known"
    if not truths:
        return "no" if None in denied else "not-known"
    return "no" if set(truths.values()) == {"no"} else "not-known"


STATUS = st.sampled_from(STATUSES)
ANY = st.sampled_from([None, *STATUSES])
NUMBER = st.integers(DAYS.start, DAYS.stop - 1)
TOLD = st.builds(
    Told,
    st.sets(st.tuples(STATUS, NUMBER), max_size=4),
    st.dictionaries(ANY, NUMBER, max_size=3).map(lambda ends: set(ends.items())),
    st.sets(st.tuples(ANY, NUMBER, NUMBER).filter(lambda one: one[1] < one[2]), max_size=2),
    st.sets(st.tuples(STATUS, NUMBER), max_size=2),
)


@settings(deadline=None, max_examples=150)
@given(TOLD)
def test_exact_days_give_what_a_calendar_filled_in_day_by_day_gives(told: Told) -> None:
    spells = {status: sorted(on for one, on in told.begins if one == status) for status in STATUSES}
    acts = [begin("KAZ", status, day(on), spell=spells[status].index(on) + 1) for status, on in told.begins]
    acts += [end("KAZ", day(on), **named(status)) for status, on in told.ends]
    acts += [
        deny("KAZ", f"{day(start)}/{day(stop)}", **named(status)) for status, start, stop in told.denials
    ]
    acts += [whole_list(day(on), ["UZB"], status) for status, on in told.lists]
    body = body_of(acts)
    assert [RECORD.status("KAZ", day(today), body) for today in range(DAYS.stop)] == calendar(told)


def blurs(exact: date) -> list[str]:
    """Return ways in which a source may tell a day less precisely."""
    near = [exact + timedelta(step) for step in (-20, 20)]
    within = f"[{near[0].isoformat()}..{near[1].isoformat()}]"
    return [exact.isoformat(), f"{exact:%Y-%m}", f"{exact:%Y}", within, f"[..{near[1].isoformat()}]"]


LIFE = st.lists(st.dates(date(2019, 1, 1), date(2021, 12, 31)), min_size=2, max_size=2, unique=True).map(
    sorted
)
ASKED = st.lists(st.dates(date(2018, 6, 1), date(2022, 6, 1)), max_size=5)


@settings(deadline=None, max_examples=150)
@given(LIFE, st.integers(0, 4), st.integers(0, 3), st.sampled_from([None, "member"]), ASKED)
def test_an_imprecise_date_never_says_yes_or_no_where_a_day_that_it_allows_says_otherwise(
    life: list[date], start: int, over: int, status: str | None, asked: list[date]
) -> None:
    exact = body_of(
        [begin("UZB", "member", life[0].isoformat()), end("UZB", life[1].isoformat(), **named(status))]
    )
    blurred = body_of(
        [begin("UZB", "member", blurs(life[0])[start]), end("UZB", blurs(life[1])[over], **named(status))]
    )
    for on in [*asked, *life, *(one - timedelta(1) for one in life), date(2022, 6, 1)]:
        said = RECORD.status("UZB", on.isoformat(), blurred)
        assert said in ("not-known", RECORD.status("UZB", on.isoformat(), exact))
    assert RECORD.status("UZB", "2023-01-01", blurred) == "no"
