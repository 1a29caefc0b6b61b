"""What is told of a day knows nothing of the days after it: the rule case by case, then every question of the founding record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.telling import thing_told_from, told_from
from kengesh.mechanism.view import View
from kengesh.terms.dates import parse_when
from kengesh.terms.states import state_codes
from tests.mechanism.cast import GAZETTE, Cast, act, begin, council, prefer

CM = "consultative-meeting"
DAYS = ("2018-01-01", "2019-06-01", "2020-06-01", "2022-01-01", "2024-01-01", "2025-11-15")
WHAT = {"en": {"text": "It is so.", "by": "ours"}}


def cite(source: str) -> list[dict[str, str]]:
    return [{"source": source}]


def told(cast: Cast, act_id: str) -> date:
    found = cast.view().find(act_id)
    assert found is not None
    return told_from(found.view, found)


def reaching(cast: Cast, day: str) -> Cast:
    fields = {"title": WHAT, "mechanism": "council", "reaches": day, "licence": "CC BY 4.0"}
    cast.enter(act("describe-record", **fields))
    return cast


def said(statement: str, source: str, **more: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"form": "judgement", "what": WHAT, "sources": cite(source), **more}
    return act("make-statement", statement=statement, **fields)


# The rule


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2019-03-01", "2019-03-01"),
        ("2019", "2019-01-01"),
        ("2019-03-01/2020", "2019-03-01"),
        ("[..2019-03-01]", "2019-03-01"),
        ("../2019-03-01", "2019-03-01"),
    ],
)
def test_an_act_with_a_day_is_told_from_the_first_that_it_may_be(on: str, day: str) -> None:
    cast = council()
    assert told(cast, cast.enter(begin("KAZ", "member", on))).isoformat() == day


def test_a_statement_without_a_day_is_no_older_than_the_first_of_its_sources() -> None:
    cast = reaching(council(), "2024-06-04")
    cast.sources(early="2019-05", late="2020-01-01", undated=None, later="2024")
    assert told(cast, cast.enter(said("s/1", "late"))) == date(2020, 1, 1)
    assert told(cast, cast.enter(said("s/2", "early", sources=[*cite("late"), *cite("early")]))) == date(
        2019, 5, 31
    )
    assert told(cast, cast.enter(said("s/3", "undated"))) == date(2024, 6, 4)
    assert told(cast, cast.enter(said("s/4", "later"))) == date(2024, 6, 4)  # as far as the sources reach


def test_what_was_done_at_a_meeting_is_told_from_its_day_but_not_what_an_author_judges_of_it() -> None:
    cast = council()
    cast.sources(review="2021-01-01")
    cast.enter(act("hold", meeting="council/1", series="council", on="2020-05-05", sources=cite("review")))
    items = act("put-on-agenda", meeting="council/1", items=[WHAT], sources=cite("review"))
    assert told(cast, cast.enter(items)) == date(2020, 5, 5)
    spoken = said("s/1", "review", meeting="council/1", by=["KAZ"])
    assert told(cast, cast.enter(spoken)) == date(2020, 5, 5)
    assert told(cast, cast.enter(said("s/2", "review", meeting="council/1"))) == date(2021, 1, 1)


def test_a_plan_is_told_from_its_announcement() -> None:
    cast = council()
    plan = {"meeting": "council/2", "series": "council", "on": "2024-01-01", "sources": GAZETTE}
    assert told(cast, cast.enter(act("convene", announced="2019-01-01", **plan))) == date(2019, 1, 1)
    assert told(cast, cast.enter(act("convene", **plan))) == date(2018, 3, 16)  # the gazette
    assert cast.ask("meetings", on="2018-03-15")["answer"] == []
    assert [one["state"] for one in cast.ask("meetings", on="2018-03-16")["answer"]] == ["planned"]


def test_what_follows_is_told_when_the_last_premise_is() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-01-01"))
    second = cast.enter(begin("UZB", "member", "2020-02-02"))
    inner = cast.enter(act("derive", what=WHAT, from_=[first, second], about=["council"]))
    outer = cast.enter(act("derive", what=WHAT, from_=[first, inner], about=["council"]))
    assert told(cast, inner) == told(cast, outer) == date(2020, 2, 2)
    assert cast.ask("body", "council", on="2020-02-01")["follows"] == []
    assert len(cast.ask("body", "council", on="2020-02-02")["follows"]) == 2


def test_what_was_looked_for_is_told_when_what_it_is_about_was_there() -> None:
    cast = council()
    cast.enter(act("adopt", instrument="charter", on="2019-09-09", sources=GAZETTE))
    of_charter = act("seek", what=WHAT, about=["charter", "KAZ"], until="2026-06")
    of_nothing_dated = act("seek", what=WHAT, about=["council", "KAZ"], until="2026-06")
    assert told(cast, cast.enter(of_charter)) == date(2019, 9, 9)
    assert told(cast, cast.enter(of_nothing_dated)) == date(2026, 6, 1)


def test_a_dispute_is_told_with_those_sides_that_may_be_told_once_there_are_two() -> None:
    cast = council()
    cast.sources(late="2022-01-01")
    sides = [
        cast.enter(begin("KAZ", "member", "2019-01-01")),
        cast.enter(begin("KAZ", "member", "2020-01-01")),
        cast.enter(said("s/1", "late", about=["KAZ"])),
    ]
    cast.enter(act("contradict", dispute="dispute/1", question=WHAT, about=["KAZ"], acts=sides))
    cast.enter(prefer([sides[2]], [sides[0]], dispute="dispute/1"))

    def shown(on: str) -> list[tuple[int, int]]:
        found = cast.ask("disputes", on=on)["answer"]
        return [(len(row["sides"]), len(row["because"])) for row in found if row["id"] == "dispute/1"]

    assert shown("2019-12-31") == []
    assert shown("2020-01-01") == [(2, 0)]
    assert shown("2022-01-01") == [(3, 1)]


def test_an_instrument_of_which_no_act_is_dated_is_told_from_its_first_source() -> None:
    cast = council()
    cast.sources(late="2022-01-01")
    cast.enter(act("describe-instrument", instrument="charter", articles=3, sources=cite("late")))
    assert thing_told_from(cast.view(), "charter") == date(2022, 1, 1)
    assert cast.ask("instruments", on="2021-12-31")["answer"] == []
    assert [one["id"] for one in cast.ask("instruments", on="2022-01-01")["answer"]] == ["charter"]


def test_until_when_is_not_told_before_and_since_when_only_as_why_it_is_no() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2019-01-01"))
    cast.enter(act("end-participation", party="KAZ", body="council", on="2021-01-01", sources=GAZETTE))

    def row(on: str) -> tuple[Any, ...]:
        (one,) = cast.ask("status", "KAZ", "council", on=on)["answer"]
        return one["truth"], one["since"], one["until"]

    assert row("2018-12-31") == ("no", "2019-01-01", None)
    assert cast.ask("status", "KAZ", "council", on="2018-12-31")["history"] == []
    assert row("2020-12-31") == ("yes", "2019-01-01", None)
    assert row("2021-01-01") == ("no", "2019-01-01", "2021-01-01")


def test_the_end_of_a_term_that_is_to_come_is_told_from_the_day_on_which_a_source_says_it() -> None:
    cast = council()
    cast.sources(late="2020-06-01")
    term = {"body": "council", "party": "KAZ", "term": "2020", "on": "2020-01-01", "until": "2021-01-01"}
    cast.enter(act("assume-chair", sources=cite("late"), **term))

    def until(on: str) -> list[str | None]:
        said = [row["says"].get("until") for row in cast.ask("timeline", on=on)["answer"]]
        assert said == [row["until"] for row in cast.ask("party", "KAZ", on=on)["chair"]]
        return said

    assert until("2020-05-31") == [None]
    assert until("2020-06-01") == ["2021-01-01"]


# The founding record


# Days that may come after the one asked of: what is promised for later, and days of our own looking at sources.
EXEMPT = {"due", "published", "accessed"}
OF_THE_SEARCH = {("sought", "until"), ("texts", "on")}
OF_TERMS = {
    ("says", "until"),
    ("chair", "until"),
}  # in the chair or an office: told if announced by then, see above
ANNOUNCED = ("planned", "postponed", "cancelled")
A_NAME = {"id", "term"}  # a term in the chair is called after a year


def later_days(value: Any, on: date, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every date in an answer that cannot have come by a day, with where it stands, the exempt ones left out."""
    if isinstance(value, dict):
        hidden = {*EXEMPT, *A_NAME, *({"on", "planned"} if value.get("state") in ANNOUNCED else ())}
        hidden |= {"since"} if value.get("truth") == "no" else set()  # of a status: why the answer is no
        for name, inner in value.items():
            if name not in hidden and (*path[-1:], name) not in OF_THE_SEARCH | OF_TERMS:
                yield from later_days(inner, on, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from later_days(inner, on, path)
    elif isinstance(value, str) and re.match(r"[\[./]*\d{4}(?!\d)", value):
        day = _first_possible(value)
        if day is not None and day > on:
            yield path, value


def _first_possible(text: str) -> date | None:
    try:
        return parse_when(text).earliest
    except ValueError:  # a sentence or an id that begins with a year
        return None


def things_of(view: View, sort: str) -> list[str]:
    named = [one.get("thing") for one in view.of_kind("name") if one.get("type") == sort]
    made = [one.get("meeting") for one in view.of_kind("hold")] if sort == "meeting" else []
    return list(dict.fromkeys(named + made))


def asked(record: Mechanism) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every question of a day with all that it can be asked of.

    Left aside are those that tell of the record itself whatever the day (names, sources, the log), what changed between two
    days that are given, and `chair`, which answers with every term that the record knows.
    """
    view = record.view()
    for question in ("parties", "bodies", "matrix", "meetings", "instruments", "proposals", "commitments"):
        yield question, {}
    for question in ("indicators", "disputes", "timeline", "rules", "sources"):
        yield question, {}
    for question in ("meeting", "instrument", "body"):
        yield from ((question, {question: thing}) for thing in things_of(view, question))
    yield from (("members", {"body": body}) for body in things_of(view, "body"))
    for party in sorted(code for code in state_codes() if view.is_known(code)):
        yield "party", {"party": party}
        yield from (("status", {"party": party, "body": body}) for body in (CM, "ots", "cis"))
    for subject in things_of(view, "subject"):
        yield from ((question, {"subject": subject}) for question in ("subject", "indicators"))


@pytest.mark.parametrize("on", DAYS)
def test_no_answer_holds_a_day_later_than_the_one_asked_of(founding: Mechanism, on: str) -> None:
    day = date.fromisoformat(on)
    found = [
        (question, arguments, *late)
        for question, arguments in asked(founding)
        for late in later_days(
            {**founding.ask(question, on=on, **arguments), "record": None, "arguments": None}, day
        )
    ]
    assert found == []


def test_the_walk_sees_a_later_day_where_there_is_one(founding: Mechanism) -> None:
    late = list(later_days(founding.ask("timeline", on="2026-06-04"), date(2020, 1, 1)))
    assert (("answer", "on"), "2025-11-16") in late
    assert {question for question, _arguments in asked(founding)} >= {
        "meeting",
        "instrument",
        "subject",
        "body",
    }


def test_in_2018_no_dispute_of_later_years_is_told(founding: Mechanism) -> None:
    told_then = {row["id"] for row in founding.ask("disputes", on="2018-01-01")["answer"]}
    assert (
        "dispute/c-26" in told_then
    )  # when Turkmenistan joined the TRACECA agreement: a matter of the 1990s
    assert told_then.isdisjoint({"dispute/c-04", "dispute/c-01", "dispute/c-25"})
    every = {row["id"] for row in founding.ask("disputes", on="2026-06-04")["answer"]}
    assert told_then < every


def test_on_the_eve_of_tashkent_nothing_is_known_of_how_the_six_will_stand(founding: Mechanism) -> None:
    eve = founding.ask("meeting", meeting=f"{CM}/7", on="2025-11-15")
    assert eve["answer"][0]["state"] == "planned"
    assert (eve["follows"], eve["sought"]) == ([], [])
    held = founding.ask("meeting", meeting=f"{CM}/7", on="2026-06-04")
    assert held["follows"] and held["sought"]


def test_the_judgements_of_december_2025_are_not_told_in_2019(founding: Mechanism) -> None:
    for question, arguments in (("subject", {"subject": "membership"}), ("indicators", {})):
        answers = [founding.ask(question, on=on, **arguments) for on in ("2019-01-01", "2020-12-31")]
        rows = [one for found in answers for name in ("answer", "judgements") for one in found.get(name, ())]
        judged = [
            one for one in rows if one.get("kind") == "make-statement" or one.get("form") == "judgement"
        ]
        assert [one for one in judged if "avim-2025-109" in one["sources"] and one["on"] is None] == []
    assert [one for one in founding.ask("indicators", on="2026-06-04")["judgements"] if one["on"] is None]


def test_the_instruments_of_2020_are_those_that_were_there(founding: Mechanism) -> None:
    there = {row["id"] for row in founding.ask("instruments", on="2020-01-01")["answer"]}
    assert {"procedures-2019", "joint-statement-2"} <= there
    assert there.isdisjoint({"tokyo-declaration-2025", "delhi-declaration-2022", "treaty-2022"})


def test_in_2022_nothing_is_known_of_when_a_status_will_end(founding: Mechanism) -> None:
    for party in ("AZE", "AFG", "TKM"):
        found = founding.ask("party", party=party, on="2022-01-01")
        ends = [row["until"] for row in [*found["answer"], *found["history"]]]
        days = [parse_when(end).earliest or date.min for end in ends if end]
        assert all(day <= date(2022, 1, 1) for day in days)
