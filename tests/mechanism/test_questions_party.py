"""A party and a body asked whole: what each belongs to, did, and that is said of it; never more than had come by the day."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism
from tests.mechanism.cast import GAZETTE, Cast, act, begin, council, deny, end, whole_list

CM = "consultative-meeting"
LAST = "2026-06-04"


def asked(record: Mechanism, question: str, on: str = LAST, **arguments: Any) -> dict[str, Any]:
    return record.ask(question, on=on, **arguments)


def standing(found: dict[str, Any], body: str) -> dict[str, Any]:
    (row,) = [row for row in found["answer"] if row["body"] == body]
    return dict(row)


# A party in a record of its own


def of_council(cast: Cast, party: str, on: str) -> dict[str, Any]:
    return standing(cast.ask("party", party, on=on), "council")


def test_a_status_is_told_while_it_holds_and_after_it_as_one_that_was() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2000-01-01"))
    cast.enter(end("KAZ", "2010-01-01"))
    told = [of_council(cast, "KAZ", on) for on in ("1999-12-31", "2005-01-01", "2010-01-01")]
    assert [(one["truth"], one["status"], one["since"]) for one in told] == [
        ("no", None, None),  # that it would begin is not told
        ("yes", "member", "2000-01-01"),
        ("no", "member", "2000-01-01"),
    ]
    assert told[2]["until"] == "2010-01-01" and told[1]["is_membership"]
    assert [len(cast.ask("party", "KAZ", on=on)["history"]) for on in ("1999-12-31", "2005-01-01")] == [0, 1]


def test_where_nothing_is_known_the_last_day_of_a_denial_is_told_and_no_denial_of_a_later_day() -> None:
    cast = council()
    cast.enter(deny("TUR", "2005-05-05"))
    cast.enter(deny("TUR", "2015-05-05"))
    told = [of_council(cast, "TUR", on) for on in ("2004-01-01", "2005-05-05", "2010-01-01", "2020-01-01")]
    assert [(one["truth"], one["last_denied"]) for one in told] == [
        ("not-known", None),
        ("no", None),
        ("not-known", "2005-05-05"),
        ("not-known", "2015-05-05"),
    ]
    assert all(one["status"] is None for one in told)


def test_a_body_is_no_party_of_itself_and_what_takes_part_in_another_is_one_there() -> None:
    cast = council()
    cast.enter(begin("fund", "observer", "2000-01-01"))
    assert [row["body"] for row in cast.ask("party", "fund")["answer"]] == ["council"]
    assert cast.ask("party", "council")["answer"] == []
    assert [row["party"] for row in cast.ask("parties", "council")["answer"]] == ["fund"]


def test_bodies_are_shared_where_a_member_of_the_mechanism_belongs_too() -> None:
    cast = council()
    for body, party in (("council", "KAZ"), ("union", "KAZ"), ("union", "TUR"), ("league", "TUR")):
        cast.enter(begin(party, "member", "2000-01-01", body=body))
    (outsider,) = [row for row in cast.ask("parties", "council")["answer"] if row["party"] == "TUR"]
    assert outsider["truth"] == "not-known"
    assert {row["body"] for row in outsider["bodies"]} == {"union", "league"}
    assert outsider["shared"] == ["union"]


def test_a_complete_list_that_does_not_name_a_party_is_a_no_in_the_matrix_for_its_day_alone() -> None:
    cast = council()
    cast.enter(begin("TUR", "observer", "2020-01-01"))
    cast.enter(whole_list("2010-01-01", ["KAZ"], "member", "observer"))
    truth = {
        on: {row["party"]: row["truth"] for row in cast.ask("matrix", on=on)["answer"]}
        for on in ("2010-01-01", "2012-01-01", "2021-01-01")
    }
    assert [one["TUR"] for one in truth.values()] == ["no", "no", "yes"]  # it began later: it had none before
    assert truth["2010-01-01"]["KAZ"] == "yes"


def test_a_term_in_the_chair_that_has_not_begun_is_not_told() -> None:
    cast = council()
    cast.enter(act("assume-chair", body="council", party="KAZ", term="1", on="2020-01-01", sources=GAZETTE))
    told = [len(cast.ask("party", "KAZ", on=on)["chair"]) for on in ("2019-12-31", "2020-01-01")]
    assert told == [0, 1]


def test_a_host_is_told_with_its_meeting_and_a_guest_with_its_capacity_each_when_it_was_held() -> None:
    cast = council()
    cast.enter(act("hold", meeting="first", series="council", on="2020-05-01", host="KAZ", sources=GAZETTE))
    came = [{"party": "TUR", "capacity": "guest-of-honour"}]
    cast.enter(act("attend", meeting="first", attendances=came, sources=GAZETTE))
    cast.enter(act("deny-attendance", meeting="first", parties=["UZB"], sources=GAZETTE))

    def told(party: str, on: str) -> list[tuple[bool, list[str], list[str | None]]]:
        rows = cast.ask("party", party, on=on)["meetings"]
        return [(row["hosts"], [part["capacity"] for part in row["came"]], row["absent"]) for row in rows]

    assert told("KAZ", "2020-05-01") == [(True, [], [])]
    assert told("TUR", "2020-05-01") == [(False, ["guest-of-honour"], [])]
    assert told("UZB", "2020-05-01") == [(False, [], [None])]
    assert told("KAZ", "2020-04-30") == told("TUR", "2020-04-30") == []


def test_a_body_of_which_no_source_says_when_it_began_is_not_known_to_be_there_and_one_that_ceased_is_not() -> (
    None
):
    cast = council()
    cast.enter(act("establish", body="union", on="2000-01-01", sources=GAZETTE))
    cast.enter(act("dissolve", body="union", on="2010-01-01", into="council", sources=GAZETTE))
    cast.enter(begin("KAZ", "member", "2000-01-01"))

    def there(on: str) -> dict[str, str]:
        return {row["id"]: row["exists"] for row in cast.ask("bodies", on=on)["answer"]}

    assert [there(on).get("union") for on in ("1999-12-31", "2005-01-01", "2010-01-01")] == [
        None,
        "yes",
        "no",
    ]
    assert there("2005-01-01")["council"] == "not-known"
    (told,) = cast.ask("body", "union", on="2010-01-01")["answer"]
    assert (told["dissolved"], told["into"]) == ("2010-01-01", "council")


# The founding record


def test_turkey_belongs_to_the_turkic_states_and_its_last_denial_in_the_mechanism_is_told(
    founding: Mechanism,
) -> None:
    found = asked(founding, "party", party="TUR")
    own, ots = standing(found, CM), standing(found, "ots")
    assert (own["truth"], own["status"], own["last_denied"]) == ("not-known", None, "2025-12-24")
    assert (ots["truth"], ots["status"], ots["since"]) == ("yes", "founding-member", "2009-10-03")
    assert found["answer"][0]["body"] == CM


@pytest.mark.parametrize("on", ["2005-01-01", "2012-06-01", "2025-11-15", LAST])
def test_what_is_said_of_a_party_whole_is_what_is_said_of_it_body_by_body(
    founding: Mechanism, on: str
) -> None:
    for party in ("AZE", "KAZ", "TKM", "TUR", "AFG", "eco"):
        found = asked(founding, "party", on, party=party)
        for body in {row["body"] for row in found["answer"]}:
            rows = [row for row in found["answer"] if row["body"] == body]
            alone = asked(founding, "status", on, party=party, body=body)
            assert {row["status"] for row in rows if row["truth"] == "yes"} == {
                row["status"] for row in alone["answer"] if row["truth"] == "yes"
            }, (party, body)
            assert alone["truth"] in {row["truth"] for row in rows}, (party, body)


@pytest.mark.parametrize("on", ["2010-01-01", "2025-11-15", "2025-11-16", LAST])
def test_the_matrix_says_of_each_body_what_its_members_are(founding: Mechanism, on: str) -> None:
    found = asked(founding, "matrix", on)
    for body in found["bodies"]:
        held = {row["party"] for row in found["answer"] if row["body"] == body and row["truth"] == "yes"}
        alone = asked(founding, "members", on, body=body)
        assert held == {row["party"] for row in [*alone["answer"], *alone["others"]]}, body


def test_azerbaijan_came_as_guest_of_honour_before_it_belonged(founding: Mechanism) -> None:
    came = {row["id"]: row["came"] for row in asked(founding, "party", party="AZE")["meetings"]}
    assert "guest-of-honour" in {part["capacity"] for part in came[f"{CM}/5"]}
    assert f"{CM}/7" not in {
        row["id"] for row in asked(founding, "party", "2025-11-15", party="AZE")["meetings"]
    }


def test_tajikistan_signed_the_treaty_in_2025_and_kazakhstan_keeps_it(founding: Mechanism) -> None:
    (signed,) = [
        row
        for row in asked(founding, "party", party="TJK")["instruments"]
        if row["instrument"] == "treaty-2022"
    ]
    assert (signed["signed"], signed["signed_on"]) == ("yes", "2025-08-28")
    kept = asked(founding, "party", party="KAZ")["depositary_of"]
    assert [row["instrument"] for row in kept] == ["treaty-2022"]


def test_no_answer_about_a_party_or_body_of_a_past_day_tells_of_what_was_done_later(
    founding: Mechanism,
) -> None:
    on = "2021-01-01"
    for question, arguments in (("party", {"party": "UZB"}), ("body", {"body": CM})):
        found = asked(founding, question, on, **arguments)
        days = [
            row["on"]
            for name in ("proposed", "commitments", "statements", "said", "life", "complete")
            for row in found.get(name, ())
            if row["on"]
        ]
        assert days and max(days) < "2021-01-02"


def test_the_turkic_council_became_an_organization_and_its_complete_lists_have_their_days(
    founding: Mechanism,
) -> None:
    found = asked(founding, "body", body="ots")
    assert {row["verb"] for row in found["life"]} == {"establish", "rename"}
    assert found["answer"][0]["established"] == "2009-10-03"
    assert "2026-02-12" in {row["on"] for row in found["complete"]}
    assert asked(founding, "body", "2010-01-01", body="ots")["complete"] == []


def test_the_series_of_the_ministers_stand_under_the_mechanism(founding: Mechanism) -> None:
    under = {row["id"] for row in asked(founding, "body", body=CM)["subsidiary"]}
    assert {"security-councils", "transport-ministers"} <= under


def test_what_the_seventh_meeting_adopted_came_out_of_the_mechanism(founding: Mechanism) -> None:
    adopted = {row["id"] for row in asked(founding, "body", body=CM)["instruments"]}
    assert {row["id"] for row in asked(founding, "instruments", meeting=f"{CM}/7")["answer"]} <= adopted
    assert "china-treaty-2025" not in adopted


def test_a_party_that_the_record_does_not_know_is_not_known(founding: Mechanism) -> None:
    for question, arguments in (("party", {"party": "FJI"}), ("body", {"body": "no-such-body"})):
        found = asked(founding, question, **arguments)
        assert (found["answer"], found["truth"]) == ([], "not-known")
