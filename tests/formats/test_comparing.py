"""Two records side by side. The tables that are compared are exercises, and tell nothing of the world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kengesh.desk.outside import READERS, observe
from kengesh.formats.comparing import Compared, compare_records
from kengesh.formats.matching import NotComparable, Pair, match_bodies
from kengesh.formats.outside.values import Told
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.record.keyfile import make_key

LISTED = """\
snapshot,file,country,organization,status
2017-03-29,a,Tajikistan,EAEC,member
2017-03-29,a,Kazakhstan,SCO,member
2017-03-29,a,Turkmenistan,SCO,observer
2017-03-29,a,Azerbaijan,SCO,dialogue partner
2017-03-29,a,Kazakhstan,OTHER,member
"""
YEARLY = """\
ioname,orgname,year,azerbaijan,kazakhstan,tajikistan,turkmenistan,uzbekistan,sdate,dead
EURASEC,Eurasian Economic Community,2013,0,1,1,0,0,2000,0
EURASEC,Eurasian Economic Community,2014,0,1,1,0,0,2000,1
SCO,Shanghai Cooperation Organization,2013,0,1,1,0,-9,2001,0
SCO,Shanghai Cooperation Organization,2014,0,1,1,0,-9,2001,0
"""

Make = Callable[[str, str], Mechanism]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a record from a file of another one."""

    def making(reader: str, text: str) -> Mechanism:
        folder = tmp_path / f"{reader}-{len(list(tmp_path.iterdir()))}"
        file = folder.with_suffix(".csv")
        file.write_text(text, encoding="utf-8")
        outside = READERS[reader]([file], Told(), None)
        observe(folder, make_key(folder.with_suffix(".key"), f"kengesh.test/{reader}"), outside)
        return Mechanism.open(folder)

    return making


def views(one: Mechanism, other: Mechanism, on: str = "2017-12-31") -> tuple[View, View]:
    """Return two records as asked of one day."""
    return one.view(on), other.view(on)


def compared(
    one: View, other: View, told: Mapping[str, str] | None = None
) -> dict[tuple[str, str], Compared]:
    """Return every answer by party and body of the first record."""
    pairs = match_bodies(one, other, told).pairs
    return {(found.party, found.pair.first): found for found in compare_records(one, other, pairs)}


def test_the_same_status_in_both_is_the_same(make: Make) -> None:
    found = compared(*views(make("cow", YEARLY), make("factbook", LISTED)))
    assert found["KAZ", "sco"].verdict == "same"
    assert (found["KAZ", "sco"].first.last_attested, found["KAZ", "sco"].second.last_attested) == (
        "2014",
        "2017-03-29",
    )


def test_what_one_record_alone_knows_is_no_difference(make: Make) -> None:
    found = compared(*views(make("cow", YEARLY), make("factbook", LISTED)))
    assert found["TJK", "sco"].verdict == "only-first"
    assert found["TKM", "sco"].verdict == "only-second"  # 0 is told of 2013 and 2014 alone


def test_a_denial_against_a_status_is_a_difference(make: Make) -> None:
    found = compared(
        *views(make("cow", YEARLY), make("factbook", LISTED.replace("2017-", "2014-")), "2014-06-01")
    )
    assert found["TKM", "sco"].verdict == "differ"
    assert not found["TKM", "sco"].stale  # the denial is of that very year


def test_a_hole_in_one_record_is_no_difference_whatever_the_other_says(make: Make) -> None:
    listed = LISTED.replace("2017-", "2014-") + "2014-03-29,a,Uzbekistan,SCO,member\n"
    found = compared(*views(make("cow", YEARLY), make("factbook", listed), "2014-06-01"))
    assert found["UZB", "sco"].verdict == "only-second"


def test_a_listing_against_a_dated_end_is_a_difference_that_may_be_stale(make: Make) -> None:
    told = {"eurasec": "eaec"}
    found = compared(*views(make("cow", YEARLY), make("factbook", LISTED)), told)["TJK", "eurasec"]
    assert (found.verdict, found.stale) == ("differ", True)
    assert (found.first.truth.value, found.second.status) == ("no", "member")
    assert found.second.last_attested == "2017-03-29"


def test_two_statuses_of_another_sort_differ_and_two_memberships_are_the_same(
    make: Make, founding: Mechanism
) -> None:
    other = make("factbook", LISTED)
    found = compared(founding.view("2017-12-31"), other.view("2017-12-31"))
    assert found["KAZ", "sco"].first.status == "founding-member"
    assert found["KAZ", "sco"].verdict == "same"


def test_bodies_are_matched_as_told_by_id_abbreviation_or_name(make: Make, founding: Mechanism) -> None:
    one, other = views(make("cow", YEARLY), make("factbook", LISTED))
    matching = match_bodies(one, other, {"eurasec": "eaec"})
    assert matching.pairs == [Pair("eurasec", "eaec", "told"), Pair("sco", "sco", "id")]
    assert (matching.only_first, matching.only_second) == ([], ["other"])
    named = make(
        "factbook",
        "snapshot,country,organization,status\n2017-03-29,Kazakhstan,Евразийское экономическое сообщество,member\n",
    )
    pairs = match_bodies(founding.view("2017-12-31"), named.view("2017-12-31")).pairs
    assert [(pair.first, pair.by) for pair in pairs] == [("eurasec", "name")]


def test_a_name_that_could_be_two_bodies_matches_none_and_is_told(make: Make) -> None:
    one = make(
        "factbook",
        "snapshot,country,organization,status\n2017-03-29,Kazakhstan,G 9,member\n2017-03-29,Kazakhstan,G.9.,member\n",
    )
    other = make("factbook", "snapshot,country,organization,status\n2017-03-29,Kazakhstan,G9,member\n")
    matching = match_bodies(*views(one, other))
    assert matching.pairs == []
    assert matching.unsure == [("g-9", ("g9",)), ("g-9-2", ("g9",))]


def test_a_body_that_is_told_has_to_be_there(make: Make) -> None:
    one, other = views(make("cow", YEARLY), make("factbook", LISTED))
    with pytest.raises(NotComparable, match="there is no body cis in the first record"):
        match_bodies(one, other, {"cis": "sco"})
    with pytest.raises(NotComparable, match="there is no body cis in the second record"):
        match_bodies(one, other, {"sco": "cis"})


def test_a_record_compared_with_itself_differs_nowhere(founding: Mechanism) -> None:
    view = founding.view(date(2025, 11, 16))
    matching = match_bodies(view, view)
    found = list(compare_records(view, view, matching.pairs))
    assert {one.verdict for one in found} == {"same", "neither"}
    assert (matching.only_first, matching.only_second) == ([], [])


def test_states_that_are_asked_for_are_answered_even_where_neither_knows(make: Make) -> None:
    one, other = views(make("cow", YEARLY), make("factbook", LISTED))
    found = list(compare_records(one, other, [Pair("sco", "sco", "id")], ["KGZ"]))
    assert [(answer.party, answer.verdict) for answer in found] == [("KGZ", "neither")]
