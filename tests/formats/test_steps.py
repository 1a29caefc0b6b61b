"""Steps through the days say on every day what participation says when it is asked of that day alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.steps import steps_in, steps_of
from kengesh.mechanism.participation import participation, participations
from kengesh.mechanism.questions.party import bodies_of
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from tests.mechanism.cast import attest, begin, deny, end, whole_list
from tests.mechanism.test_participation_laws import DAYS, LIFE, RECORD, TOLD, Told, blurs, body_of, day, named

SIX = ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB")
ONE_DAY = timedelta(1)


def agree(view: View, party: str, body: str, days: Iterable[date]) -> None:
    steps, direct = steps_of(view, party, body), participation(view, party, body)
    for on in days:
        assert steps.on(on) == tuple(direct.standings(on)), on


def around(view: View, party: str, body: str) -> Iterator[date]:
    """Yield the days on which something changes, those beside them, and the ends of the calendar."""
    yield from (date.min, date.max)
    for on in steps_of(view, party, body).days():
        yield from (on - ONE_DAY, on, on + ONE_DAY)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(TOLD)
def test_steps_say_on_every_day_what_is_said_of_that_day_alone(told: Told) -> None:
    acts = [
        begin("KAZ", status, day(on), spell=place)
        for place, (status, on) in enumerate(sorted(told.begins), 1)
    ]
    acts += [end("KAZ", day(on), **named(status)) for status, on in told.ends]
    acts += [
        deny("KAZ", f"{day(start)}/{day(stop)}", **named(status)) for status, start, stop in told.denials
    ]
    acts += [whole_list(day(on), ["UZB"], status) for status, on in told.lists]
    acts += [whole_list(day(on + 1), ["KAZ"], status) for status, on in told.lists]
    acts += [attest("KAZ", status, day(on)) for status, on in told.lists]
    body = body_of(acts)
    first = date.fromisoformat(day(-2))
    agree(RECORD.view(), "KAZ", body, (first + timedelta(step) for step in range(DAYS.stop + 4)))


ASKED = st.lists(st.dates(date(2018, 6, 1), date(2022, 6, 1)), max_size=6)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(LIFE, st.integers(0, 4), st.integers(0, 3), st.sampled_from([None, "member"]), ASKED)
def test_imprecise_dates_change_an_answer_on_no_day_that_the_steps_pass_over(
    life: list[date], start: int, over: int, status: str | None, asked: list[date]
) -> None:
    acts = [begin("UZB", "member", blurs(life[0])[start]), end("UZB", blurs(life[1])[over], **named(status))]
    body = body_of(acts)
    view = RECORD.view()
    agree(view, "UZB", body, [*asked, *around(view, "UZB", body)])
    agree(view, "UZB", body, (date(2018, 11, 1) + timedelta(step) for step in range(0, 1300, 13)))


def test_on_the_founding_record_the_steps_of_the_six_are_what_each_day_says(founding: Mechanism) -> None:
    view = founding.view()
    pairs = [(party, body) for party in SIX for body in bodies_of(view, party)]
    assert len(pairs) > 80
    for party, body in pairs:
        agree(view, party, body, around(view, party, body))


def test_the_steps_of_a_body_are_those_of_each_of_its_parties(founding: Mechanism) -> None:
    view = founding.view()
    every = steps_in(view, "ots")
    assert set(every) == set(participations(view, "ots"))
    assert all(steps == steps_of(view, party, "ots") for party, steps in every.items())
