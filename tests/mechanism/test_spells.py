"""When a status begins and ends, and which acts say so: differing ends, bodies that cease, changes that say what was left."""

from __future__ import annotations

from typing import Any

import pytest

from tests.mechanism.cast import GAZETTE, act, begin, council, end, id_of, prefer


def truths(cast: Any, party: str, *days: str) -> list[str]:
    return [cast.ask("status", party, "council", on=day)["truth"] for day in days]


def test_where_sources_differ_on_an_end_it_is_not_known_between_them_and_flagged() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    ends = [end("KAZ", "2020-01-01"), end("KAZ", "2021-01-01")]
    cast.enter_each(ends)
    assert truths(cast, "KAZ", "2019-12-31", "2020-06-01", "2021-01-01") == ["yes", "not-known", "no"]
    (row,) = cast.ask("status", "KAZ", "council", on="2020-06-01")["answer"]
    assert row["disputed"] and row["until"] is None
    cast.enter(prefer([id_of(ends[1])], [id_of(ends[0])]))
    assert truths(cast, "KAZ", "2020-06-01") == ["yes"]


def test_an_end_of_a_first_time_is_no_side_of_an_end_of_the_second() -> None:
    cast = council()
    cast.enter_each([begin("UZB", "member", "1992-05-15"), end("UZB", "1999-01-01")])
    cast.enter_each([begin("UZB", "member", "2006-08-16", spell=2), end("UZB", "2012-12-19")])
    days = ("1998-12-31", "1999-01-01", "2005-01-01", "2006-08-16", "2012-12-18", "2012-12-19")
    assert truths(cast, "UZB", *days) == ["yes", "no", "no", "yes", "yes", "no"]


def test_a_body_that_ceases_ends_every_status_in_it() -> None:
    cast = council()
    cast.enter_each([begin("KAZ", "member", "2018-03-15"), begin("TKM", "observer", "2019-01-01")])
    cast.enter(act("dissolve", body="council", on="2024-01-01", sources=GAZETTE))
    for party in ("KAZ", "TKM"):
        assert truths(cast, party, "2023-12-31", "2024-01-01") == ["yes", "no"]


def test_a_change_says_which_status_it_leaves_even_where_its_date_may_come_before() -> None:
    cast = council()
    cast.enter(begin("TKM", "observer", "2015-03"))
    change = {"party": "TKM", "body": "council", "was": "observer", "status": "member", "on": "2015"}
    cast.enter(act("change-participation", **change, sources=GAZETTE))
    (row,) = cast.ask("status", "TKM", "council", on="2020-01-01")["answer"]
    assert (row["status"], row["truth"]) == ("member", "yes")


def test_what_changed_cites_the_act_of_the_change_and_not_of_the_beginning() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    over = end("KAZ", "2020-01-01")
    cast.enter(over)
    (row,) = cast.ask("changes", "council", "2019-01-01", "2021-01-01")["answer"]
    assert (row["change"], row["acts"]) == ("ends", [id_of(over)])


def test_a_change_of_name_under_a_joined_id_is_a_change_of_the_body() -> None:
    cast = council()
    name = {"en": {"text": "The Assembly", "by": "ours"}}
    cast.enter(act("name", thing="assembly", type="body", names=name))
    cast.enter(act("rename", body="assembly", on="2020-01-01", names=name, sources=GAZETTE))
    because = {"en": {"text": "One body.", "by": "ours"}}
    cast.enter(act("join-ids", things=["council", "assembly"], because=because, sources=GAZETTE))
    for body in ("council", "assembly"):
        rows = cast.ask("changes", body, "2019-01-01", "2021-01-01")["answer"]
        assert [row["change"] for row in rows] == ["renamed"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": "2018-02-30"},
        {"on": None},
        {"status": ["member"]},
        {"note": "no language"},
        {"sources": "gazette"},
    ],
)
def test_an_act_that_lacks_what_its_kind_must_say_is_not_understood_and_stops_nothing(
    wrong: dict[str, Any],
) -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    foreign = {
        name: value for name, value in {**begin("KGZ", "member", "2018-03-15"), **wrong}.items() if value
    }
    cast.enter(foreign)
    cast.enter({**begin("UZB", "member", "2018-03-15"), "wibble": "of a later version"})
    rows = cast.ask("members", "council", on="2020-01-01")["answer"]
    assert {row["party"] for row in rows} == {"KAZ", "UZB"}
    assert not cast.ask("act", id_of(foreign))["answer"][0]["understood"]


def test_an_act_is_signed_by_its_actor_or_it_is_a_claim() -> None:
    cast = council()
    own = {**begin("KAZ", "member", "2018-03-15"), "voice": "performed"}
    del own["sources"]
    claimed = {**own, "party": "TJK"}
    cast.enter(own, signer="KAZ")
    cast.enter(claimed, signer="log")
    rows = {row["party"]: row for row in cast.ask("members", "council", on="2020-01-01")["answer"]}
    assert {party: row["certainty"] for party, row in rows.items()} == {"KAZ": "signed", "TJK": "unverified"}
