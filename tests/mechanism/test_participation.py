"""What a party is in a body on a day: the table of DESIGN's rules, one by one."""

from __future__ import annotations

import pytest

from tests.mechanism.cast import BECAUSE, Cast, act, attest, begin, council, deny, end, prefer, whole_list

EVE, DAY, LATER = "2025-11-15", "2025-11-16", "2031-01-01"


def test_a_beginning_holds_for_all_of_its_day_and_denies_the_status_on_the_eve() -> None:
    cast = council()
    cast.enter(begin("AZE", "full-participant", DAY))
    assert [cast.status("AZE", on) for on in (EVE, DAY, LATER)] == [
        "no",
        "full-participant",
        "full-participant",
    ]


def test_a_status_lasts_until_an_act_ends_it_and_not_on_that_day() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "2006-08-16"))
    cast.enter(end("UZB", "2012-12-19", status="member"))
    days = ("2006-08-15", "2006-08-16", "2012-12-18", "2012-12-19", LATER)
    assert [cast.status("UZB", on) for on in days] == ["no", "member", "member", "no", "no"]


@pytest.mark.parametrize(
    ("on", "unsure", "sure"),
    [
        ("2019-10", "2019-10-01", "2019-10-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("[2019-09-14..2019-10-15]", "2019-09-14", "2019-10-15"),
        ("2019-10-15~", "2019-10-08", "2019-10-22"),
        ("2019-10-15?", "2019-10-15", "2019-10-16"),
    ],
)
def test_an_imprecise_beginning_is_no_before_its_bounds_and_not_known_within_them(
    on: str, unsure: str, sure: str
) -> None:
    cast = council()
    cast.enter(begin("UZB", "member", on))
    assert cast.status("UZB", "2018-12-31") == "no"
    assert cast.status("UZB", unsure) == "not-known"
    assert cast.status("UZB", sure) == "member"
    assert not cast.disputed("UZB", unsure)


def test_a_status_known_to_have_begun_by_a_day_is_not_known_before_it() -> None:
    cast = council()
    cast.enter(begin("AFG", "observer", "[..2014-06-01]"))
    assert [cast.status("AFG", on) for on in ("1900-01-01", "2014-05-31", "2014-06-01")] == [
        "not-known",
        "not-known",
        "observer",
    ]


@pytest.mark.parametrize(
    "start", ["1999-05-15", "1999-05", "1999", "[1999-03-01..1999-12-31]", "[..1999-12-31]"]
)
def test_an_end_of_which_only_the_year_is_known_ends_what_began_in_that_year(start: str) -> None:
    cast = council()
    cast.enter(begin("UZB", "member", start))
    cast.enter(end("UZB", "1999", status="member"))
    assert cast.status("UZB", "1999-12-30") == "not-known"
    assert cast.status("UZB", "2000-01-01") == "no"


def test_an_imprecise_end_after_a_status_was_seen_ends_it() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "1992"))
    cast.enter(attest("UZB", "member", "1999-03-05"))
    cast.enter(end("UZB", "1999"))
    assert [cast.status("UZB", on) for on in ("1999-03-05", "1999-03-06", "2000-01-01")] == [
        "member",
        "not-known",
        "no",
    ]


def test_a_change_ends_the_status_before_it_on_its_day() -> None:
    cast = council()
    cast.enter(begin("TKM", "observer", "2020-07-22"))
    change = {"party": "TKM", "body": "council", "was": "observer", "status": "member", "on": "2022-02-23"}
    cast.enter(act("change-participation", **change, sources=[{"source": "gazette"}]))
    assert [cast.status("TKM", on) for on in ("2022-02-22", "2022-02-23")] == ["observer", "member"]
    rows = cast.ask("status", "TKM", "council", on=LATER)["history"]
    assert [(row["status"], row["since"], row["until"]) for row in rows] == [
        ("observer", "2020-07-22", "2022-02-23"),
        ("member", "2022-02-23", None),
    ]


def test_the_beginning_of_another_status_excludes_the_first_in_either_order_of_entry() -> None:
    for acts in ([0, 1], [1, 0]):
        cast = council()
        cast.enter_each(
            [[begin("TKM", "member", "1992"), begin("TKM", "associate", "2005-08-26")][one] for one in acts]
        )
        assert [cast.status("TKM", on) for on in ("2005-08-25", "2005-08-26")] == ["member", "associate"]


def test_an_end_without_a_status_ends_whatever_it_was() -> None:
    cast = council()
    cast.enter(begin("GEO", "member", "1993-12-03"))
    cast.enter(end("GEO", "2009-08-18"))
    assert cast.status("GEO", "2009-08-18") == "no"


def test_a_second_spell_denies_the_status_back_to_the_end_of_the_first() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "1992-05-15"))
    cast.enter(end("UZB", "1999-04-02", status="member"))
    cast.enter(begin("UZB", "member", "2006-08-16", spell=2))
    cast.enter(end("UZB", "2012-12-19", status="member", spell=2))
    days = ("1992-05-14", "1999-04-01", "1999-04-02", "2006-08-15", "2006-08-16", "2012-12-19")
    assert [cast.status("UZB", on) for on in days] == ["no", "member", "no", "no", "member", "no"]


def test_a_denial_says_no_for_its_own_days_and_for_no_other() -> None:
    cast = council()
    cast.enter(deny("TJK", "2024-11-06"))
    cast.enter(deny("AFG", "../2026-02-13"))
    cast.enter(deny("TKM", "2022", status="member"))
    assert [cast.status("TJK", on) for on in ("2024-11-05", "2024-11-06", "2024-11-07")] == [
        "not-known",
        "no",
        "not-known",
    ]
    assert [cast.status("AFG", on) for on in ("1950-01-01", "2026-02-12", "2026-02-13")] == [
        "no",
        "no",
        "not-known",
    ]
    assert [cast.status("TKM", on) for on in ("2021-12-31", "2022-06-01", "2023-01-01")] == [
        "not-known",
        "no",
        "not-known",
    ]


def test_an_imprecise_denial_denies_no_day_of_which_it_is_not_sure() -> None:
    cast = council()
    cast.enter(deny("TJK", "2024-11-06?"))
    cast.enter(deny("AFG", "[2024..2025]"))
    assert cast.status("TJK", "2024-11-06") == cast.status("AFG", "2024-12-01") == "not-known"


def test_the_denial_of_one_status_says_nothing_of_another() -> None:
    cast = council()
    cast.enter(begin("TKM", "observer", "2021-11-12"))
    cast.enter(deny("TKM", "2022-11-11", status="member"))
    assert cast.status("TKM", "2022-11-11") == "observer"
    assert not cast.disputed("TKM", "2022-11-11")


def test_a_complete_list_closes_its_own_body_statuses_and_day() -> None:
    cast = council()
    cast.enter(whole_list("2026-02-12", ["AZE", "KAZ"], "member"))
    assert cast.status("TJK", "2026-02-12") == "no"
    assert cast.status("TJK", "2026-02-11") == cast.status("TJK", "2026-02-13") == "not-known"
    assert cast.ask("status", "TJK", "other-council", on="2026-02-12")["truth"] == "not-known"
    assert cast.status("KAZ", "2026-02-12") == "member"
    cast.enter(begin("TJK", "observer", "2020-01-01"))
    assert cast.status("TJK", "2026-02-12") == "observer"


def test_a_list_of_the_parties_looked_for_closes_for_these_alone_under_any_of_their_ids() -> None:
    cast = council()
    cast.enter(
        act("join-ids", things=["TJK", "tajikistan"], because=BECAUSE, sources=[{"source": "gazette"}])
    )
    cast.enter(whole_list("2026-02-12", ["KAZ"], "member", among=["KAZ", "tajikistan"]))
    assert cast.status("TJK", "2026-02-12") == "no"
    assert cast.status("AFG", "2026-02-12") == "not-known"


def test_a_list_that_leaves_out_a_member_makes_its_status_not_known_on_that_day_alone() -> None:
    cast = council()
    cast.enter(begin("AZE", "member", "2025-11-16"))
    cast.enter(whole_list("2025-12-24", ["KAZ"], "member"))
    assert [cast.status("AZE", on) for on in ("2025-12-23", "2025-12-24", "2025-12-25")] == [
        "member",
        "not-known",
        "member",
    ]
    assert cast.disputed("AZE", "2025-12-24")


def test_a_preference_decides_between_a_status_and_its_denial_and_both_stay_flagged() -> None:
    for taken in (0, 1):
        cast = council()
        ids = [cast.enter(begin("AZE", "member", "2025-11-16")), cast.enter(deny("AZE", "2025-12-24"))]
        cast.enter(prefer([ids[taken]], [ids[1 - taken]]))
        assert cast.status("AZE", "2025-12-24") == ["member", "no"][taken]
        assert cast.disputed("AZE", "2025-12-24")


def test_sources_that_date_a_beginning_differently_leave_the_days_between_not_known() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "2019-09-14"))
    cast.enter(begin("UZB", "member", "2019-10-15", note=BECAUSE))
    days = ("2019-09-13", "2019-09-14", "2019-10-14", "2019-10-15")
    assert [cast.status("UZB", on) for on in days] == ["no", "not-known", "not-known", "member"]
    assert all(cast.disputed("UZB", on) for on in days)


def test_a_preference_between_two_beginnings_gives_its_day_flagged_as_disputed() -> None:
    cast = council()
    ratified = cast.enter(begin("UZB", "member", "2019-09-14"))
    summit = cast.enter(begin("UZB", "member", "2019-10-15"))
    cast.enter(prefer([ratified], [summit]))
    assert [cast.status("UZB", on) for on in ("2019-09-13", "2019-09-14", "2019-10-01")] == [
        "no",
        "member",
        "member",
    ]
    (row,) = cast.ask("status", "UZB", "council", on="2019-10-01")["answer"]
    assert (row["since"], row["disputed"]) == ("2019-09-14", True)


def test_a_less_precise_date_of_the_same_beginning_is_no_dispute() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "2019-10"))
    cast.enter(begin("UZB", "member", "2019-10-15"))
    assert [cast.status("UZB", on) for on in ("2019-10-14", "2019-10-15")] == ["no", "member"]
    assert not cast.disputed("UZB", "2019-10-15")


def test_two_statuses_that_began_on_one_day_are_a_dispute_unless_both_are_membership() -> None:
    cast = council()
    cast.enter_each([begin("AZE", "member", DAY), begin("AZE", "full-participant", DAY)])
    cast.enter_each([begin("TKM", "member", DAY), begin("TKM", "observer", DAY)])
    assert cast.status("AZE", DAY) == "member"
    assert cast.status("TKM", DAY) == "not-known"
    assert cast.disputed("TKM", DAY)


def test_what_was_sought_or_derived_or_attended_denies_and_grants_nothing() -> None:
    cast = council()
    seen = cast.enter(attest("TKM", "observer", "2025-10-07"))
    cast.enter(act("seek", what=BECAUSE, about=["KAZ", "council"], until="2026-03"))
    cast.enter(act("derive", what=BECAUSE, from_=[seen], about=["KAZ", "council"]))
    guest = {"party": "KAZ", "capacity": "guest-of-honour"}
    cast.enter(act("attend", meeting="council/1", attendances=[guest], sources=[{"source": "gazette"}]))
    assert cast.status("KAZ", "2025-10-07") == "not-known"
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    assert cast.status("KAZ", "2025-10-07") == "member"


def test_a_status_is_told_without_reading_what_the_party_has_to_do_with_other_bodies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter_each([act("seek", what=BECAUSE, about=["KAZ", f"body-{number}"]) for number in range(200)])
    cast.enter(act("seek", what=BECAUSE, about=["KAZ", "council"], until="2026-03"))
    read: list[int] = []

    def entry(self: Cast, index: int) -> bytes:
        read.append(index)
        return self.notes[index]

    monkeypatch.setattr(Cast, "entry", entry)
    found = cast.ask("status", "KAZ", "council")
    assert [one["until"] for one in found["sought"]] == ["2026-03"]
    assert len(read) < 20


def test_a_status_only_seen_on_a_day_has_begun_by_then_and_lasts() -> None:
    cast = council()
    cast.enter(attest("TKM", "observer", "2024-03-12"))
    cast.enter(attest("TKM", "observer", "2025-10-07"))
    assert [cast.status("TKM", on) for on in ("2024-03-11", "2024-03-12", LATER)] == [
        "not-known",
        "observer",
        "observer",
    ]
    (row,) = cast.ask("status", "TKM", "council", on=LATER)["answer"]
    assert (row["since"], row["last_attested"]) == ("[..2024-03-12]", "2025-10-07")
    (row,) = cast.ask("status", "TKM", "council", on="2025-01-01")["answer"]
    assert row["last_attested"] == "2024-03-12"


def test_a_party_of_which_nothing_is_told_is_neither_in_nor_out() -> None:
    assert council().status("TUR", DAY) == "not-known"


def test_members_are_those_with_a_status_of_membership_others_and_unsure_ones_apart() -> None:
    cast = council()
    cast.enter_each(
        [begin("KAZ", "member", "2018"), begin("TKM", "observer", "2021"), begin("UZB", "member", "2030")]
    )
    found = cast.ask("members", "council", on="2030-06-01")
    parties = {name: [row["party"] for row in found[name]] for name in ("answer", "others", "not_known")}
    assert parties == {"answer": ["KAZ"], "others": ["TKM"], "not_known": ["UZB"]}


def test_the_statuses_that_may_be_are_shown_in_their_rank() -> None:
    cast = council()
    cast.enter(deny("TUR", "2020-01-01", status="guest"))
    cast.enter(whole_list("2020-01-01", ["KAZ"], "observer", "associate", "member"))
    rows = cast.ask("status", "TUR", "council", on="2020-01-01")["answer"]
    assert [row["status"] for row in rows] == ["member", "associate", "observer", "guest"]
