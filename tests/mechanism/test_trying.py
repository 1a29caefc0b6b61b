"""Acts tried on a copy of the state: the answers are those of a log in which they stand, and nothing is written anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.mechanism.digest import digest
from kengesh.mechanism.participation import participation
from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.trying import CannotBeTried, tried
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth
from tests.mechanism.cast import (
    Cast,
    act,
    attest,
    begin,
    cites,
    correct,
    council,
    deny,
    end,
    id_of,
    prefer,
    whole_list,
    withdraw,
)

PARTIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AZE")


def status(view: View, party: str, body: str = "council") -> str | None:
    found = participation(view, party, body).standings(view.on)
    return next((one.status for one in found if one.truth is Truth.YES), None)


def without_sources(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name not in ("sources", "voice")}


def test_a_party_that_is_tried_as_a_member_is_one_in_the_copy_and_not_in_the_record() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    view = cast.view("2026-06-04")
    further = tried(view, [without_sources(begin("TKM", "member", "2026-01-01"))])
    assert status(further, "TKM") == "member"
    assert status(further.asked_of(view.on.replace(year=2025)), "TKM") is None
    assert status(view, "TKM") is None
    assert status(further, "KAZ") == "member"


def test_trying_leaves_the_state_and_the_files_of_the_record_as_they_were(
    founding: Mechanism, founding_folder: Path
) -> None:
    files = {path: path.read_bytes() for path in founding_folder.rglob("*") if path.is_file()}
    before = digest(founding.state)
    further = tried(
        founding.view("2026-06-04"),
        [without_sources(begin("TKM", "member", "2026-06-01", body="ots"))],
    )
    assert status(further, "TKM", "ots") == "member"
    digest(further.state)
    assert digest(founding.state) == before
    assert {path: path.read_bytes() for path in founding_folder.rglob("*") if path.is_file()} == files
    assert founding.status("TKM", "ots", on="2026-06-04") == "observer"


def test_the_copy_has_the_digest_of_a_state_that_folded_the_acts_as_one_more_entry(
    founding: Mechanism,
) -> None:
    cast = Cast()
    cast.state.fold(founding.log.entries(0, founding.state.size))
    acts = [begin("TKM", "member", "2026-06-01", body="ots"), deny("AZE", "2026-06-02", body="csto")]
    further = tried(founding.view(), acts)
    cast.enter(*acts, at=founding.state.at[-1])
    assert digest(further.state) == digest(cast.state)


def test_the_copy_of_an_earlier_size_does_not_see_what_the_log_holds_beyond_it() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    cast.enter(begin("KGZ", "member", "2018-03-15"))
    view = cast.view(size=cast.size - 1)
    further = tried(view, [begin("UZB", "member", "2018-03-15")])
    assert further.size == view.size + 1
    held = {party: status(further, party) for party in ("KAZ", "KGZ", "UZB")}
    assert held == {"KAZ": "member", "KGZ": None, "UZB": "member"}
    assert further.find(id_of(begin("KGZ", "member", "2018-03-15"))) is None


def test_what_the_log_takes_in_later_does_not_enter_a_copy_made_before() -> None:
    cast = council()
    further = tried(cast.view(), [begin("UZB", "member", "2018-03-15")])
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    assert status(further, "KAZ") is None
    assert status(further, "UZB") == "member"


def test_more_can_be_tried_on_what_was_tried() -> None:
    cast = council()
    first = tried(
        cast.view(reported_by="2019-01-01"), [without_sources(begin("UZB", "observer", "2020-01-01"))]
    )
    second = tried(first, [without_sources(act("change-participation", party="UZB", body="council",
                                               status="member", was="observer", on="2021-01-01"))])  # fmt: skip
    assert (status(first, "UZB"), status(second, "UZB")) == ("observer", "member")
    twice = council()
    acts = [begin("UZB", "observer", "2020-01-01"), end("UZB", "2021-01-01")]
    for one in acts:
        twice.enter(one)
    over = tried(tried(council().view(), acts[:1]), acts[1:])
    assert digest(over.state) == digest(twice.state)


def test_a_tried_act_counts_whatever_day_of_reports_and_whatever_sources_are_asked_for() -> None:
    cast = council()
    cast.sources(press="2030-01-01")
    for clocks in ({"reported_by": "2019-01-01"}, {}):
        view = cast.view("2026-06-04", **clocks)
        for one in (begin("TKM", "member", "2025-01-01", sources=cites("press")),
                    without_sources(begin("TKM", "member", "2025-01-01"))):  # fmt: skip
            further = tried(view, [one])
            assert status(further, "TKM") == "member"
            assert status(further.asked_of(view.on), "TKM") == "member"
    official = View(cast.state, cast.store, cast.size, view.on, None, "official")
    assert status(tried(official, [begin("TKM", "member", "2025-01-01")]), "TKM") == "member"


def test_a_correction_and_a_withdrawal_can_be_tried() -> None:
    cast = council()
    first = cast.enter(begin("KAZ", "member", "2018-03-15"))
    second = begin("KAZ", "observer", "2018-03-15")
    corrected = tried(cast.view(), [second, correct(first, id_of(second))])
    assert status(corrected, "KAZ") == "observer"
    assert status(tried(cast.view(), [withdraw(first)]), "KAZ") is None
    assert status(cast.view(), "KAZ") == "member"


def test_a_tried_act_that_differs_from_one_of_the_record_makes_a_dispute_in_the_copy_alone() -> None:
    cast = council()
    cast.enter(begin("KAZ", "member", "2018-03-15"))
    further = tried(cast.view(), [begin("KAZ", "member", "2018-03-16")])
    rows = [QUESTIONS["status"](one, "KAZ", "council")["answer"][0] for one in (cast.view(), further)]
    assert [row["disputed"] for row in rows] == [False, True]


@pytest.mark.parametrize(
    ("one", "says"),
    [
        ({"kind": "begin-participaton/1"}, "did you mean begin-participation/1"),
        ({}, "is not a kind of act"),
        (act("begin-participation", party="KAZ", body="council", on="2018"), "status: is missing"),
        (act("begin-participation", party="KAZ", body="council", status="member", on="soon"), "on: "),
        ({**begin("KAZ", "member", "2018"), "voice": "performed"}, "signed by nobody"),
        ({**begin("KAZ", "member", "2018"), "sources": [{"passage": "page 1"}]}, "sources"),
        (withdraw("0" * 64), "neither in the record nor tried with it"),
    ],
)
def test_what_could_not_stand_in_a_log_is_refused_with_a_sentence(one: dict[str, Any], says: str) -> None:
    with pytest.raises(CannotBeTried) as refused:
        tried(council().view(), [one])
    assert says in str(refused.value)


def test_trying_nothing_is_refused() -> None:
    with pytest.raises(CannotBeTried, match="at least one"):
        tried(council().view(), [])


def test_a_copy_takes_in_no_entries() -> None:
    further = tried(council().view(), [begin("KAZ", "member", "2018")])
    with pytest.raises(TypeError):
        further.state.fold([])


DAYS = st.sampled_from(["2018-03-15", "2019", "2020-05", "[..2021-01-01]", "2022-01-01", "2019/2021"])
ACTS = st.one_of(
    st.builds(begin, st.sampled_from(PARTIES), st.sampled_from(["member", "observer"]), DAYS),
    st.builds(end, st.sampled_from(PARTIES), DAYS),
    st.builds(deny, st.sampled_from(PARTIES), DAYS),
    st.builds(attest, st.sampled_from(PARTIES), st.just("member"), DAYS),
    st.builds(
        lambda on, parties: whole_list(on, sorted(parties), "member"),
        DAYS,
        st.sets(st.sampled_from(PARTIES), min_size=1),
    ),
    st.builds(
        lambda one, other: act("join-ids", things=[one, other], because=cites_nothing()),
        st.sampled_from(PARTIES),
        st.just("the-state"),
    ),
)


def cites_nothing() -> dict[str, Any]:
    return {"en": {"text": "The same.", "by": "ours"}}


def judging(acts: list[dict[str, Any]], places: list[int]) -> list[dict[str, Any]]:
    """Return judgements on acts given by their places, of every sort."""
    ids = [id_of(acts[place % len(acts)]) for place in places]
    made = [withdraw(ids[0])] if ids else []
    if len(set(ids)) > 1:
        made += [prefer(ids[:1], [one for one in dict.fromkeys(ids) if one != ids[0]])]
    return made


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.lists(ACTS, min_size=1, max_size=6),
    st.lists(ACTS, min_size=1, max_size=3),
    st.lists(st.integers(0, 9), max_size=3),
)
def test_every_answer_of_the_copy_is_that_of_a_log_in_which_the_acts_were_entered(
    there: list[dict[str, Any]], more: list[dict[str, Any]], places: list[int]
) -> None:
    cast, entered = council(), council()
    for one in there:
        cast.enter(one)
        entered.enter(one)
    more = more + judging(there + more, places)
    further = tried(cast.view(), more)
    entered.enter(*more)
    assert digest(further.state) == digest(entered.state)
    for party in PARTIES:
        for on in ("2018-03-14", "2019-06-01", "2020-05-15", "2026-06-04"):
            day = further.on.fromisoformat(on)
            answers = [
                QUESTIONS["status"](view.asked_of(day), party, "council")
                for view in (further, entered.view(on))
            ]
            assert answers[0] == answers[1]
