"""What holds of every date: each answer against all possible worlds, and laws over made-up dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.terms.dates import DateError, Truth, begun, compatible, contains, ended, held, parse_when

YES, NO, NOT_KNOWN = Truth.YES, Truth.NO, Truth.NOT_KNOWN
ONE_DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


# Possible worlds, worked out from the text alone: each world is one pair (first day, first day after).

POINTS = ["2024", "2024-02", "2024-02-28", "2024-03-01", "2024-02~", "2024-02-28~", "2024-03?", "2024-02-29?"]
SIDES = [*POINTS, "", ".."]
NEVER, EVER = date(2030, 1, 1), date(2020, 1, 1)


def days_between(first: date, last: date) -> list[date]:
    return [first + n * ONE_DAY for n in range((last - first).days + 1)]


def possible_days(point: str) -> list[date]:
    """The days on which a change dated `point` may have been; doubt adds the day after."""
    plain = point.rstrip("~?")
    first, last = plain, plain
    if len(plain) == 4:
        lows, highs = (
            (f"{int(plain) - 1}-01-01", f"{first}-01-01"),
            (f"{last}-12-31", f"{int(plain) + 1}-12-31"),
        )
    elif len(plain) == 7:
        lows, highs = ("2024-01-01", "2024-02-01"), ("2024-02-29", "2024-03-31")
        if plain == "2024-03":
            lows, highs = ("2024-02-01", "2024-03-01"), ("2024-03-31", "2024-04-30")
    else:
        off = timedelta(days=7)
        lows = (str(day(plain) - off), plain)
        highs = (plain, str(day(plain) + off))
    low, high = (day(lows[0]), day(highs[1])) if point.endswith("~") else (day(lows[1]), day(highs[0]))
    return days_between(low, high + ONE_DAY if point.endswith("?") else high)


def worlds(first: str, last: str) -> Iterator[tuple[date, date]]:
    """Every pair of a first day and a first day after that an interval allows, far days standing for unknown ones."""
    near = days_between(date(2023, 1, 1), date(2026, 1, 1))
    starts = [EVER] if first == ".." else [EVER, *near] if not first else possible_days(first)
    ends = [NEVER] if last == ".." else [EVER + ONE_DAY, *near, NEVER] if not last else possible_days(last)
    return ((start, end) for start in starts for end in ends if start < end)


def agreed(answers: set[bool]) -> Truth:
    return NOT_KNOWN if len(answers) == 2 else Truth.of(answers.pop())


SAMPLED = [
    *map(day, ("2022-12-31", "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01")),
    *days_between(date(2024, 2, 20), date(2024, 3, 8)),
    *map(day, ("2024-03-30", "2024-03-31", "2024-04-01", "2024-12-30", "2024-12-31", "2025-01-01")),
]


@pytest.mark.parametrize("point", POINTS)
def test_a_change_is_answered_exactly_when_all_possible_days_agree(point):
    when = parse_when(point)
    for on in days_between(date(2022, 12, 1), date(2025, 2, 1)):
        assert begun(when, on) is agreed({one <= on for one in possible_days(point)}), (point, on)


@pytest.mark.parametrize(("first", "last"), [pair for pair in product(SIDES, repeat=2) if pair != ("", "")])
def test_a_lasting_state_is_answered_exactly_when_all_possible_worlds_agree(first, last):
    outcomes: dict[date, set[tuple[bool, bool]]] = {on: set() for on in SAMPLED}
    starts, ends = {}, {}
    for start, end in worlds(first, last):
        starts[start] = max(starts.get(start, end), end)
        ends[end] = min(ends.get(end, start), start)
    if (
        not starts or first == last == "2024-02-29?"
    ):  # doubt does not excuse an end on the day of the beginning
        with pytest.raises(DateError):
            parse_when(f"{first}/{last}")
        return
    when = parse_when(f"{first}/{last}")
    for on in outcomes:
        was = {True for start, end in starts.items() if start <= on < end}
        was |= {True for end, start in ends.items() if start <= on < end}
        was |= {False for start in starts if on < start} | {False for end in ends if end <= on}
        assert held(when, on) is agreed(was), (when.text, on)
        assert begun(when, on) is agreed({start <= on for start in starts}), (when.text, on)
        assert ended(when, on) is agreed({end <= on for end in ends}), (when.text, on)


# Laws that hold of every date.


@st.composite
def points(draw: st.DrawFn) -> str:
    on = draw(st.dates(date(1, 1, 1), date(9998, 12, 31)) | st.dates(date(2015, 1, 1), date(2030, 12, 31)))
    return on.isoformat()[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "", "~", "?"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    first, last = draw(points() | st.sampled_from(["", ".."])), draw(points() | st.sampled_from(["", ".."]))
    one, two = first.strip("~?."), last.strip("~?.")
    return draw(
        st.sampled_from([draw(points()), f"{first}/{last}", f"[{one}..{two}]", f"[{one}..]", f"[..{two}]"])
    )


def read(text: str) -> object:
    try:
        return parse_when(text)
    except DateError as error:
        return str(error)


whens = texts().map(read).filter(lambda found: not isinstance(found, str))
days = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2014, 1, 1), date(2031, 12, 31))
ORDER = {NO: 0, NOT_KNOWN: 1, YES: 2}


@given(whens, days, days)
def test_what_has_begun_stays_begun_as_days_go_by(when, one, two):
    earlier, later = sorted((one, two))
    assert ORDER[begun(when, earlier)] <= ORDER[begun(when, later)]
    assert ORDER[ended(when, earlier)] <= ORDER[ended(when, later)]


@given(whens, days)
def test_a_state_held_has_begun_and_what_ended_is_held_no_more(when, on):
    if held(when, on) is YES:
        assert begun(when, on) is not NO
        assert ended(when, on) is NO
    if ended(when, on) is YES:
        assert held(when, on) is NO


@given(whens)
def test_a_date_is_written_in_one_way_only(when):
    assert parse_when(when.text) == when
    assert str(when) == when.text


@given(texts())
def test_every_text_is_read_or_refused_with_a_sentence(text):
    found = read(text)
    assert not isinstance(found, str) or found.endswith(".")


@given(st.text(alphabet="0123456789-/.~?[]% XT", max_size=24))
def test_no_scribble_breaks_the_reader(text):
    found = read(text)
    assert not isinstance(found, str) or len(found) > 20


@given(whens, whens)
def test_containing_is_a_matter_of_bounds_and_never_mutual_between_different_bounds(a, b):
    assert contains(a, a)
    assert compatible(a, b) is compatible(b, a)
    plain = {"day", "month", "year", "within"}
    if {a.kind.value, b.kind.value} <= plain and contains(a, b) and contains(b, a):
        assert (a.earliest, a.latest) == (b.earliest, b.latest)


@given(whens, whens, days)
def test_a_less_precise_date_never_contradicts_the_one_it_contains(a, b, on):
    plain = {"day", "month", "year", "within"}
    if {a.kind.value, b.kind.value} <= plain and contains(a, b) and not (a.uncertain or b.uncertain):
        assert begun(a, on) in (NOT_KNOWN, begun(b, on))
