"""Indicators count what the record tells, list it, and keep apart what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.words import INDICATOR_DEFINITION_WORDS, INDICATOR_WORDS
from tests.mechanism.cast import GAZETTE, Cast, act, council

CM = "consultative-meeting"
LAST = "2026-06-04"
WHAT = {"en": {"text": "A bridge.", "by": "ours"}}


def counted(record: Mechanism | Cast, id_: str, **asked: Any) -> dict[str, Any]:
    """Return one indicator with the ids of what it counted, and of what is not known."""
    (row,) = [one for one in record.ask("indicators", **{"on": LAST, **asked})["answer"] if one["id"] == id_]
    lists = {name: [one["id"] for one in row[name]] for name in ("counted", "not_known")}
    return {**row, **lists}


def every_year(cast: Cast, *days: str, every: str = "year") -> Cast:
    """Let the council be a series that meets so often, and have met on these days."""
    described = {"title": WHAT, "mechanism": "council", "licence": "CC BY 4.0"}
    cast.enter(act("describe-record", reaches="2026-06-04", **described))
    cast.enter(act("set-series", series="council", numbered="yes", every=every))
    for number, day in enumerate(days, start=1):
        meeting = {"meeting": f"council/{number}", "series": "council", "number": number}
        cast.enter(act("hold", on=day, sources=GAZETTE, **meeting))
    return cast


def promise(cast: Cast, name: str, on: str, **reports: str) -> None:
    """Let something be promised, and reported on: ``done="2021-05"``."""
    fields = {"commitment": f"commitment/{name}", "sources": GAZETTE}
    cast.enter(act("undertake", form="agreed", by=["KAZ"], on=on, what=WHAT, **fields))
    for outcome, day in reports.items():
        cast.enter(act("report", on=day, outcome=outcome.replace("_", "-"), **fields))


# Meetings


def test_seven_meetings_were_held_one_prepared_another_and_2020_was_missed(founding: Mechanism) -> None:
    assert counted(founding, "meetings-held")["counted"] == [f"{CM}/{number}" for number in range(1, 8)]
    assert counted(founding, "meetings-preparatory")["counted"] == [f"{CM}/2025-08-05"]
    assert counted(founding, "meetings-missed")["counted"] == [f"{CM}/2020"]
    assert counted(founding, "years-without-meeting")["counted"] == ["2020"]


def test_on_the_eve_of_tashkent_six_were_held(founding: Mechanism) -> None:
    assert counted(founding, "meetings-held", on="2025-11-15")["count"] == 6


def test_a_year_is_missed_only_when_it_is_over_and_no_session_can_have_been_in_it() -> None:
    cast = every_year(council(), "2018-03-15", "2021-05-05")
    assert counted(cast, "years-without-meeting", on="2019-12-31")["counted"] == []
    assert counted(cast, "years-without-meeting", on="2020-01-01")["counted"] == ["2019"]
    assert counted(cast, "years-without-meeting", on="2024-06-01")["counted"] == [
        "2019",
        "2020",
        "2022",
        "2023",
    ]


def test_a_session_of_an_imprecise_day_leaves_its_years_not_known() -> None:
    cast = every_year(council(), "2018-03-15", "[2019-12-01..2020-02-01]", "2021")
    found = counted(cast, "years-without-meeting", on="2022-06-01")
    assert (found["counted"], found["not_known"]) == ([], ["2019", "2020"])


def test_of_years_that_the_sources_do_not_reach_nothing_is_known() -> None:
    cast = every_year(council(), "2025-03-15")
    found = counted(cast, "years-without-meeting", on="2029-01-01")
    assert (found["counted"], found["not_known"]) == ([], ["2026", "2027", "2028"])


def test_a_series_that_meets_every_two_years_misses_periods_of_two() -> None:
    cast = every_year(council(), "2018-03-15", "2023-05-05", every="two-years")
    assert counted(cast, "years-without-meeting")["counted"] == ["2020/2022", "2024/2026"]


def test_a_series_that_is_not_to_meet_so_often_misses_no_year() -> None:
    cast = every_year(council(), "2018-03-15", every="not-set")
    assert "years-without-meeting" not in {one["id"] for one in cast.ask("indicators")["answer"]}


def test_logistics_came_up_at_two_meetings_of_the_series(founding: Mechanism) -> None:
    found = counted(founding, "meetings-of-subject", subject="logistics")
    assert found["counted"] == [f"{CM}/6", f"{CM}/7"]


# Proposals


def test_the_fates_of_proposals_are_counted_once_each(founding: Mechanism) -> None:
    rows = founding.ask("proposals", on=LAST)["answer"]
    made = counted(founding, "proposals-made")
    assert made["counted"] == [one["id"] for one in rows]
    fates = [counted(founding, f"proposals-{one}") for one in ("adopted", "refused", "open")]
    assert sum(one["count"] for one in fates) + len(fates[0]["not_known"]) == len(rows)
    assert counted(founding, "proposals-adopted")["counted"] == [
        one["id"] for one in rows if one["fate"] in ("adopted", "adopted-in-part")
    ]


def test_a_proposal_that_only_a_state_supports_is_not_taken_up(founding: Mechanism) -> None:
    taken = counted(founding, "proposals-taken-up")["counted"]
    assert "proposal/invite-azerbaijan" in taken and "proposal/fourth-forum-dushanbe" not in taken


def test_a_decision_of_an_imprecise_day_leaves_the_proposal_not_known() -> None:
    cast = council()
    fields = {"proposal": "proposal/bridge", "sources": GAZETTE}
    cast.enter(act("propose", by=["KAZ"], on="2019", what=WHAT, **fields))
    cast.enter(act("decide-on", outcome="adopted", on="2021", **fields))
    for id_ in ("proposals-taken-up", "proposals-adopted", "proposals-open"):
        found = counted(cast, id_, on="2021-06-01")
        assert (found["counted"], found["not_known"]) == ([], ["proposal/bridge"])
    assert counted(cast, "proposals-adopted", on="2021-12-31")["count"] == 1


# Commitments


def test_the_years_to_act_run_from_the_promise_to_the_first_report_that_it_is_done() -> None:
    cast = council()
    promise(cast, "road", "2018-01-01", running="2018-06-01", done="2020-01-01")
    cast.enter(act("report", commitment="commitment/road", on="2021-01-01", outcome="done", sources=GAZETTE))
    (road,) = cast.ask("indicators")["answer"][-1]["counted"]
    assert (road["done_on"], road["years_least"]) == ("2020-01-01", pytest.approx(730 / 365.2425, abs=0.001))
    assert road["years_most"] == road["years_least"]


def test_imprecise_days_give_a_range_of_years_and_the_median_is_of_ranges() -> None:
    cast = council()
    promise(cast, "road", "2018", done="2020")
    promise(cast, "rail", "2018-01-01", done="2019-01-01")
    promise(cast, "port", "2018-01-01", done="2021-01-01")
    found = counted(cast, "years-to-act")
    road = next(
        one for one in cast.ask("indicators")["answer"][-1]["counted"] if one["id"] == "commitment/road"
    )
    assert (road["years_least"], road["years_most"]) == (
        pytest.approx(366 / 365.2425, abs=0.001),
        pytest.approx(1095 / 365.2425, abs=0.001),
    )
    assert found["median"] == {"years_least": road["years_least"], "years_most": road["years_most"]}


def test_what_runs_and_what_is_not_known_stay_out_of_the_median() -> None:
    cast = council()
    promise(cast, "road", "2018-01-01", done="2019-01-01")
    promise(cast, "rail", "2010-01-01", running="2020-01-01")
    promise(cast, "port", "2000-01-01")
    promise(cast, "mine", "2000-01-01", not_found="2020-01-01")
    promise(cast, "dam", "2000-01-01", not_done="2020-01-01")
    found = counted(cast, "years-to-act", on="2020-01-01")
    assert found["counted"] == ["commitment/road"]
    assert [(one["id"], one["years_least"]) for one in found["running"]] == [
        ("commitment/rail", pytest.approx(3652 / 365.2425, abs=0.001))
    ]
    assert sorted(found["not_known"]) == ["commitment/mine", "commitment/port"]
    assert found["median"]["years_least"] == pytest.approx(365 / 365.2425, abs=0.001)


def test_without_anything_done_there_is_no_median(founding: Mechanism) -> None:
    found = counted(founding, "years-to-act", subject="logistics")
    assert found["median"] == {"years_least": None, "years_most": None}
    assert found["not_known"] == ["commitment/logistics-centres"]


def test_each_commitment_of_the_record_is_done_running_not_done_or_not_known(founding: Mechanism) -> None:
    rows = founding.ask("commitments", on=LAST)["answer"]
    sorts = [counted(founding, f"commitments-{one}") for one in ("done", "running", "not-done")]
    told = [id_ for one in sorts for id_ in one["counted"]] + sorts[0]["not_known"]
    assert sorted(told) == sorted(one["id"] for one in rows)


# All


def test_every_indicator_has_a_name_and_a_definition(founding: Mechanism) -> None:
    assert INDICATOR_WORDS.keys() == INDICATOR_DEFINITION_WORDS.keys()
    found = {one["id"]: one for one in founding.ask("indicators", on=LAST, subject="treaty")["answer"]}
    assert found.keys() == INDICATOR_WORDS.keys()
    assert all(one["definition"] and one["count"] == len(one["counted"]) for one in found.values())


def test_a_body_narrows_what_is_counted(founding: Mechanism) -> None:
    whole = counted(founding, "proposals-made")["counted"]
    own = counted(founding, "proposals-made", body=CM)["counted"]
    assert set(own) < set(whole) and "proposal/friendship-treaty" in own
    assert counted(founding, "meetings-held", body="security-councils")["counted"][0] == "security-councils/1"


def test_the_judgements_of_the_author_stand_beside_with_the_name_of_the_author(founding: Mechanism) -> None:
    rows = founding.ask("indicators", on=LAST, subject="membership")["judgements"]
    found = {one["id"]: one for one in rows}
    assert found["statement/avim-f17b"]["authors"] == ["Seyda Nur Osmanlı"]  # F17b
    assert found["statement/a-113"]["by"] == ["TKM"] and found["statement/a-113"]["authors"] == []
    assert {one["form"] for one in rows} == {"judgement"}
    whole = founding.ask("indicators", on=LAST)["judgements"]
    assert {f"statement/avim-{one}" for one in ("f05", "f08", "f15", "f17b", "f20b")} <= {
        one["id"] for one in whole
    }


def test_by_the_sources_of_an_early_day_the_author_had_judged_nothing(founding: Mechanism) -> None:
    early = founding.ask("indicators", on=LAST, reported_by="2025-11-17")["judgements"]
    assert not [one for one in early if one["id"].startswith("statement/avim")]
