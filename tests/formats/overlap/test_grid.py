"""What a party is in a body, and under which code of the one order: small cases, and the founding record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kengesh.formats.overlap.codes import CODE_OF, Code, code_of, place_of
from kengesh.formats.overlap.grid import Cell, cell_of, grid_of
from kengesh.mechanism.participation import rules_of
from kengesh.mechanism.record import Mechanism
from kengesh.terms.dates import Truth
from tests.mechanism.cast import Cast, begin, council, deny, end, whole_list

SUMMIT = date(2025, 11, 16)


def told(*acts: dict[str, Any]) -> Cast:
    cast = council()
    cast.enter_each(acts)
    return cast


def in_council(cast: Cast, on: str = "2024-01-01", party: str = "KAZ", *, wide: bool = False) -> Cell:
    return cell_of(cast.view(), party, "council", date.fromisoformat(on), wide=wide)


def test_of_whom_nothing_is_said_it_is_not_known_and_rests_on_no_act() -> None:
    cell = in_council(council())
    assert (cell.code, cell.status, cell.truth, cell.belongs) == (
        "not-known",
        None,
        Truth.NOT_KNOWN,
        Truth.NOT_KNOWN,
    )
    assert cell.acts == ()


def test_who_was_something_that_ended_is_withdrawn_with_the_status_that_ended() -> None:
    cell = in_council(told(begin("KAZ", "member", "2019-01-01"), end("KAZ", "2022-05-01")))
    assert (cell.code, cell.status, cell.since, cell.until) == (
        "withdrawn",
        "member",
        "2019-01-01",
        "2022-05-01",
    )
    assert (cell.truth, cell.belongs, len(cell.acts)) == (Truth.NO, Truth.NO, 2)


def test_between_two_spells_a_party_is_withdrawn_and_not_without_a_past() -> None:
    again = told(
        begin("KAZ", "member", "2010-01-01"),
        end("KAZ", "2012-01-01", spell=1),
        begin("KAZ", "member", "2020-01-01", spell=2),
    )
    assert in_council(again, "2009-01-01").code == "none"
    assert in_council(again, "2015-01-01").code == "withdrawn"
    assert in_council(again, "2021-01-01").code == "member"


def test_who_is_denied_every_status_has_none() -> None:
    cell = in_council(told(deny("KAZ", "2024-01-01")))
    assert (cell.code, cell.status, cell.truth, cell.belongs) == ("none", None, Truth.NO, Truth.NO)
    assert in_council(told(deny("KAZ", "2024-01-01")), "2024-01-02").code == "not-known"


def test_who_is_missing_in_a_whole_list_of_members_may_still_be_an_observer() -> None:
    both = told(begin("UZB", "observer", "2019-01-01"), whole_list("2024-01-01", ["TJK"], "member"))
    cell = in_council(both)
    assert (cell.code, cell.truth, cell.belongs) == ("not-known", Truth.NOT_KNOWN, Truth.NO)


def test_who_will_become_an_observer_may_have_been_a_member_before() -> None:
    later = told(begin("KAZ", "observer", "2030-01-01"))
    for wide in (False, True):
        assert in_council(later, wide=wide).belongs is Truth.NOT_KNOWN
    assert in_council(later).code == "not-known"


def test_an_observer_belongs_in_the_wide_reading_alone() -> None:
    observer = told(begin("KAZ", "observer", "2019-01-01"))
    assert in_council(observer).belongs is Truth.NO
    assert in_council(observer, wide=True).belongs is Truth.YES
    assert in_council(observer).code == in_council(observer, wide=True).code == "observer"


def test_the_codes_stand_in_one_order() -> None:
    order = "party member associate participant observer dialogue-partner candidate signatory guest suspended"
    assert [code.value for code in Code] == [*order.split(), "withdrawn", "none", "not-known"]
    places = [place_of(code.value, {}) for code in Code]
    assert places == sorted(places) and len(set(places)) == len(places)


def test_a_status_that_the_table_lacks_keeps_its_id_and_its_rank_in_the_charter(founding: Mechanism) -> None:
    view = founding.view("1992-01-01")
    rules = rules_of(view, "cis")
    assert code_of("non-charter-state") == "non-charter-state"
    place = place_of("non-charter-state", rules)
    assert place_of("suspended", rules) < place < place_of("withdrawn", rules)
    assert place_of("never-heard-of", rules) > place


def test_every_status_that_the_founding_record_uses_has_a_code_but_two(founding: Mechanism) -> None:
    view = founding.view()
    used = {
        act.get("status") for kind in ("begin", "change") for act in view.of_kind(f"{kind}-participation")
    }
    assert used - CODE_OF.keys() == {"non-charter-state", "member-company"}


@pytest.mark.parametrize(
    ("party", "body", "code"),
    [
        ("UZB", "ots", "member"),
        ("TKM", "ots", "observer"),
        ("TJK", "ots", "none"),
        ("TKM", "cis", "associate"),
        ("AZE", "consultative-meeting", "participant"),
        ("KAZ", "cst", "party"),
        ("UZB", "cst", "withdrawn"),
        ("UZB", "csto", "suspended"),
        ("KAZ", "brics", "dialogue-partner"),
        ("UZB", "wto", "candidate"),
        ("UZB", "traceca-agreement", "signatory"),
        ("AZE", "sco", "not-known"),
        ("TKM", "csto", "not-known"),
    ],
)
def test_on_the_day_of_the_tashkent_decision(party: str, body: str, code: str, founding: Mechanism) -> None:
    assert cell_of(founding.view(), party, body, SUMMIT).code == code


def test_a_no_in_the_wide_reading_is_a_no_in_the_narrow_one_and_a_narrow_yes_a_wide_yes(
    founding: Mechanism,
) -> None:
    view = founding.view()
    states, bodies = (
        ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB", "TUR", "AFG"),
        ("ots", "sco", "cis", "wto", "eaeu"),
    )
    for year in range(1991, 2027):
        narrow = grid_of(view, states, bodies, on=date(year, 7, 1)).cells
        wide = grid_of(view, states, bodies, wide=True, on=date(year, 7, 1)).cells
        for key, cell in wide.items():
            assert cell.belongs is not Truth.NO or narrow[key].belongs is Truth.NO, (year, key)
            assert narrow[key].belongs is not Truth.YES or cell.belongs is Truth.YES, (year, key)
