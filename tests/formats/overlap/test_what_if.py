"""What would change if a party joined a body, left it, or came to another status: on the founding record and on a small one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from kengesh.formats.overlap.proposed_change import Change, ChangeRefused, proposed
from kengesh.formats.overlap.what_if import what_if
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.digest import digest
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.trying import tried
from tests.mechanism.cast import Cast, act, begin, council, deny, end, whole_list

WORDS = {"en": {"text": "Words.", "by": "ours"}}


def asked(record: Mechanism, party: str, body: str, status: str | None, on: str) -> Answer:
    day = date.fromisoformat(on)
    return what_if(record.view(day), Change(party, body, status, day))


def asked_of(
    cast: Cast, party: str, status: str | None, on: str, body: str = "council", **clocks: Any
) -> Answer:
    return what_if(cast.view(on, **clocks), Change(party, body, status, date.fromisoformat(on)))


def held(rows: list[dict[str, Any]]) -> list[str]:
    return [row["status"] for row in rows if row["truth"] == "yes"]


def test_an_observer_that_becomes_a_member_takes_a_change_of_which_no_act_is_known(
    founding: Mechanism,
) -> None:
    found = asked(founding, "TKM", "ots", "member", "2026-06-04")
    row = found["answer"][0]
    assert (row["sort"], row["was"], row["is_known"]) == ("change", "observer", False)
    assert row["act"] == {
        "kind": "change-participation/1",
        "voice": "reported",
        "party": "TKM",
        "body": "ots",
        "status": "member",
        "was": "observer",
        "on": "2026-06-04",
    }
    assert (held(found["before"]), held(found["after"])) == (["observer"], ["member"])
    assert found["members"]["after"]["members"] == found["members"]["before"]["members"] + 1
    assert found["members"]["after"]["others"] == found["members"]["before"]["others"] - 1


def test_plans_of_full_membership_are_shown_and_do_not_count_as_done(founding: Mechanism) -> None:
    found = asked(founding, "TKM", "ots", "member", "2026-06-04")
    assert {row["sort"] for row in found["announced"]} == {"plan"}
    assert any(row["by"] == ["TKM"] for row in found["announced"])
    assert all(row["sources"] for row in found["announced"])
    assert found["known"] == []


def test_who_came_to_the_status_before_is_told_with_the_instrument_that_did_it(founding: Mechanism) -> None:
    found = asked(founding, "TKM", "ots", "member", "2026-06-04")
    told = [(row["party"], row["on"], row["by"]) for row in found["precedents"]]
    assert told == [("UZB", "2019-09-14", "nakhchivan-agreement")]


def test_the_decision_of_tashkent_is_known_a_week_before_it_as_a_later_act(founding: Mechanism) -> None:
    found = asked(founding, "AZE", "consultative-meeting", "full-participant", "2025-11-10")
    assert found["answer"][0]["is_known"]
    assert [(row["on"], row["dated"], row["by"]) for row in found["known"]] == [
        ("2025-11-16", "later", "decision-azerbaijan")
    ]
    assert held(found["before"]) == []
    assert held(found["after"]) == ["full-participant"]
    assert {row["id"] for row in found["announced"]} >= {"proposal/azerbaijan-full-participation"}
    assert {row["id"] for row in found["rules"]} >= {"rule/r-03"}


def test_a_new_participant_shares_one_body_more_with_each_who_is_in_it(founding: Mechanism) -> None:
    found = asked(founding, "AZE", "consultative-meeting", "full-participant", "2025-11-10")
    assert {row["party"] for row in found["joint"]} == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    for row in found["joint"]:
        assert (row["after"] - row["before"], row["gained"], row["lost"]) == (1, ["consultative-meeting"], [])


def test_a_member_that_leaves_takes_the_body_out_of_what_it_shares(founding: Mechanism) -> None:
    found = asked(founding, "KGZ", "ots", None, "2026-01-01")
    assert found["answer"][0]["act"]["kind"] == "end-participation/1"
    assert found["answer"][0]["act"]["status"] == found["answer"][0]["was"] == "founding-member"
    assert held(found["after"]) == []
    lost = {row["party"]: row["lost"] for row in found["joint"]}
    assert lost == {"AZE": ["ots"], "KAZ": ["ots"], "TJK": [], "TKM": [], "UZB": ["ots"]}


def test_joining_says_that_the_party_had_not_the_status_the_day_before() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    found = asked_of(cast, "TKM", "member", "2026-06-04")
    assert found["eve"]["before"] == []
    assert [(row["status"], row["truth"]) for row in found["eve"]["after"]] == [("member", "no")]


@pytest.mark.parametrize(
    ("party", "body", "status"),
    [
        ("TKM", "ots", "member"),
        ("AZE", "eaeu", "observer"),
        ("KAZ", "eaeu", None),
        ("TJK", "cis", "associate"),
    ],
)
def test_what_is_counted_is_what_the_questions_answer_on_the_copy(
    founding: Mechanism, party: str, body: str, status: str | None
) -> None:
    day = date(2026, 1, 1)
    view = founding.view(day)
    change = Change(party, body, status, day)
    found = what_if(view, change)
    further = tried(view, [proposed(view, change).act])
    every = set(QUESTIONS["matrix"](view)["bodies"])
    for name, one in (("before", view), ("after", further)):
        members = {of: {row["party"] for row in QUESTIONS["members"](one, of)["answer"]} for of in every}
        listed = QUESTIONS["members"](one, body)
        assert found["members"][name] == {
            "members": len(listed["answer"]),
            "others": len({row["party"] for row in listed["others"]}),
            "not_known": len({row["party"] for row in listed["not_known"]}),
        }
        for row in found["joint"]:
            assert row[name] == sum({party, row["party"]} <= parties for parties in members.values())


def test_a_day_on_which_a_list_denies_the_status_comes_out_as_not_known() -> None:
    cast = council()
    cast.enter(whole_list("2026-06-04", ["KAZ", "UZB"], "member"))
    found = asked_of(cast, "TKM", "member", "2026-06-04")
    assert [(row["status"], row["truth"], row["disputed"]) for row in found["after"]] == [
        ("member", "not-known", True)
    ]
    assert found["members"]["after"]["not_known"] == found["members"]["before"]["not_known"] + 1


@pytest.mark.parametrize("status", ["member", None])
def test_on_the_day_on_which_a_status_began_no_other_change_is_tried(
    founding: Mechanism, status: str | None
) -> None:
    with pytest.raises(ChangeRefused) as refused:
        asked(founding, "TKM", "ots", status, "2021-11-12")
    assert str(refused.value) == "TKM became observer in ots on 2021-11-12 itself; choose a later day."
    assert held(asked(founding, "TKM", "ots", status, "2021-11-13")["after"]) == ([status] if status else [])


def test_a_party_that_comes_back_comes_for_the_second_time() -> None:
    cast = council()
    cast.enter(begin("UZB", "member", "1999-01-01"))
    cast.enter(end("UZB", "2005-01-01"))
    found = asked_of(cast, "UZB", "member", "2010-01-01")
    assert found["answer"][0]["act"]["spell"] == 2
    assert [(row["on"], row["dated"]) for row in found["known"]] == [("1999-01-01", "by-then")]
    assert held(found["after"]) == ["member"]
    cast.enter({**begin("UZB", "member", "2010-01-01"), "spell": 2})
    again = asked_of(cast, "UZB", None, "2012-01-01")
    assert (held(again["before"]), held(again["after"])) == (["member"], [])


def test_a_proposal_that_concerns_both_is_shown_and_one_that_concerns_one_alone_is_not() -> None:
    cast = council()
    for proposal, concerns in (("both", ["TKM", "council"]), ("one", ["council"]), ("other", ["TKM"])):
        cast.enter(
            act("propose", proposal=proposal, by=["KAZ"], on="2020-01-01", what=WORDS, concerns=concerns)
        )
    cast.enter(act("propose", proposal="own", by=["TKM"], on="2021-01-01", what=WORDS, concerns=["council"]))
    cast.enter(act("propose", proposal="late", by=["TKM"], on="2027-01-01", what=WORDS, concerns=["council"]))
    found = asked_of(cast, "TKM", "member", "2026-06-04")
    assert [row["id"] for row in found["announced"]] == ["both", "own"]
    assert held(found["before"]) == []


def test_only_a_statement_that_is_a_plan_is_an_announcement() -> None:
    cast = council()
    for form in ("plan", "fact", "judgement"):
        cast.enter(
            act(
                "make-statement",
                statement=form,
                form=form,
                on="2020-01-01",
                what=WORDS,
                about=["TKM", "council"],
            )
        )
    assert [row["id"] for row in asked_of(cast, "TKM", "member", "2026-06-04")["announced"]] == ["plan"]


def test_the_answer_is_plain_values_and_leaves_the_state_as_it_was(founding: Mechanism) -> None:
    before = digest(founding.state)
    found = asked(founding, "TKM", "ots", "member", "2026-06-04")
    assert json.loads(json.dumps(found)) == found
    assert digest(founding.state) == before
    assert found["truth"] is None


def test_by_sources_of_an_early_day_the_act_tried_still_counts() -> None:
    cast = council()
    cast.enter(begin("TKM", "observer", "2018-03-15"))
    found = asked_of(cast, "TKM", "member", "2026-06-04", reported_by="2018-01-01")
    assert found["answer"][0]["sort"] == "join"
    assert held(found["after"]) == ["member"]


@pytest.mark.parametrize(
    ("party", "status", "on", "says"),
    [
        ("KAZ", "member", "2020-01-01", "KAZ already is member in council on 2020-01-01, since 2018-03-15."),
        ("TKM", None, "2020-01-01", "it is not known that TKM has a status in council"),
        ("AZE", None, "2020-01-01", "AZE has no status in council"),
        ("TKM", "membr", "2020-01-01", "did you mean member"),
        ("TKM", "zzz", "2020-01-01", "there are member, full-participant, associate, observer"),
        ("TKM", "member", "2025-01-01", "council had ceased by 2025-01-01: since 2024-01-01"),
        ("TKM", "member", "1990-01-01", "council was not there yet on 1990-01-01: since 1995-01-01"),
        ("council", "member", "2020-01-01", "cannot take part in itself"),
        ("nobody", "member", "2020-01-01", "nobody is not an id in this record"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_with_a_sentence(
    party: str, status: str | None, on: str, says: str
) -> None:
    cast = council()
    cast.enter(act("establish", body="council", on="1995-01-01"))
    cast.enter(act("dissolve", body="council", on="2024-01-01"))
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter(deny("AZE", "2020-01-01"))
    with pytest.raises(ChangeRefused) as refused:
        asked_of(cast, party, status, on)
    assert says in str(refused.value)
