"""The yearly table. The rows here are exercises in its shape, and tell nothing of the world."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.formats.outside.factbook_words import MEMBER_WORDS, plain, status_id, unusable
from kengesh.mechanism.record import Mechanism

Read = Callable[..., tuple[Mechanism, Any]]

TABLE = """\
snapshot,file,country,organization,status
2015-11-29,ti.json,Tajikistan,EAEC,member
2015-11-29,uz.json,Uzbekistan,CSTO,member
2015-11-29,tx.json,Turkmenistan,CIS,"associate member, has not ratified the 1993 CIS charter"
2015-11-29,kv.json,Kosovo,IMF,member
2015-11-29,gm.json,Germany,ADB,nonregional member
2020-11-27,ti.json,Tajikistan,EAEC,member
2020-11-27,ti.json,Tajikistan,EAEC,member
2020-11-27,la.json,Laos&nbsp;,ADB,member
2020-11-27,xx.json,europe/xx.json,NATO,member
2020-11-27,uk.json,Uzbekistan,none,member
2020-11-27,uz.json,Uzbekistan,"OECD (Enhanced Engagement, OPCW, PCA, SACU, SADC, UN, UNCTAD, UNESCO",member
2020-11-27,vm.json,Viet Nam,WTO,2024
"""


def test_a_row_is_a_listing_on_the_day_of_its_snapshot(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    row = record.ask("status", party="TJK", body="eaec", on="2026-01-01")["answer"][0]
    assert (row["status"], row["truth"], row["last_attested"]) == ("member", "yes", "2020-11-27")
    assert row["sources"] == ["world-factbook/2015-11-29", "world-factbook/2020-11-27"]


def test_a_row_that_is_missing_later_is_no_end_and_no_denial(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    row = record.ask("status", party="UZB", body="csto", on="2026-01-01")["answer"][0]
    assert (row["truth"], row["last_attested"]) == ("yes", "2015-11-29")
    assert record.ask("status", party="UZB", body="eaec", on="2026-01-01")["truth"] == "not-known"


def test_before_its_first_listing_a_status_is_not_known(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    assert record.ask("status", party="TJK", body="eaec", on="2015-01-01")["truth"] == "not-known"


def test_the_world_knows_a_snapshot_from_its_day_on(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    asked = {"party": "LAO", "body": "adb", "on": "2026-01-01"}
    assert record.ask("status", **asked)["truth"] == "yes"
    assert record.ask("status", **asked, reported_by="2019-12-31")["truth"] == "not-known"


def test_ten_editions_of_one_work_are_one_source(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    row = record.ask("status", party="TJK", body="eaec", on="2026-01-01")["answer"][0]
    assert row["certainty"] == "one"


def test_a_member_of_a_sort_is_a_member_and_an_associate_is_none(read: Read) -> None:
    record, _outside = read("factbook", TABLE)
    assert record.members("adb", "2026-01-01") == {"DEU", "LAO"}
    assert record.status("TKM", "cis", "2026-01-01") == "associate"
    assert record.members("cis", "2026-01-01") == frozenset()


def test_what_cannot_be_used_is_told_by_its_line_and_reason(read: Read) -> None:
    record, outside = read("factbook", TABLE)
    told = {left.why: (left.count, left.examples) for left in outside.aside.all()}
    assert told["The country is not named."] == (1, ["10: europe/xx.json, NATO, member"])
    assert told["The organization is no name of one."] == (1, ["11: Uzbekistan, none, member"])
    assert told["The status is not a word."] == (1, ["13: Viet Nam, WTO, 2024"])
    assert told["The same listing stands twice in a snapshot; it is taken once."] == (
        1,
        ["8: Tajikistan, EAEC"],
    )
    assert told["A country without a code of ISO 3166: kept as a party under its own name."] == (
        1,
        ["Kosovo"],
    )
    assert any("a sentence or a list" in why for why in told)
    assert record.name("kosovo") == "Kosovo"


def test_the_page_without_a_country_is_that_of_the_european_union(read: Read) -> None:
    record, outside = read(
        "factbook",
        "snapshot,file,country,organization,status\n2015-11-29,europe/ee.json,europe/ee.json,WTO,member\n",
    )
    assert record.status("european-union", "wto", "2015-11-29") == "member"
    assert record.name("european-union") == "European Union"
    assert [left.examples for left in outside.aside.all()] == [["European Union"]]


def test_organizations_whose_names_come_to_one_id_stay_apart(read: Read) -> None:
    record, _outside = read(
        "factbook",
        "snapshot,file,country,organization,status\n"
        "2020-11-27,a,Kazakhstan,G-9,member\n2020-11-27,a,Kyrgyzstan,G 9,observer\n",
    )
    assert record.status("KAZ", "g-9", "2021-01-01") == "member"
    assert record.status("KGZ", "g-9-2", "2021-01-01") == "observer"
    assert record.ask("status", party="KGZ", body="g-9", on="2021-01-01")["truth"] == "not-known"


def test_an_organization_called_as_a_status_or_a_source_has_an_id_of_its_own(read: Read) -> None:
    record, _outside = read(
        "factbook",
        "snapshot,file,country,organization,status\n"
        "2020-11-27,a,Kazakhstan,Member,member\n2020-11-27,a,Kazakhstan,CIA,member\n",
    )
    assert record.status("KAZ", "member-2", "2021-01-01") == "member"
    assert record.status("KAZ", "cia-2", "2021-01-01") == "member"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "snapshot,country,organization\n",
            "line 1: expected the columns snapshot, country, organization, status; status is missing.",
        ),
        (
            "snapshot,country,organization,status\n2015,Kazakhstan,UN,member\n",
            "line 2, column snapshot: expected one day such as 2025-11-16, found 2015.",
        ),
        (
            "snapshot,country,organization,status\n2015-11-29,Kazakhstan,UN\n",
            "line 2: expected 4 fields as in the heading, found 3.",
        ),
        (
            "snapshot,country,organization,status,status\n2017-03-29,Algeria,ABEDA,member,observer\n",
            "line 1, column status: has two columns of this name; rename or remove one.",
        ),
        (
            'snapshot,country,organization,status\n2017-03-29,"Algeria,ABEDA,member\n',
            "line 2: is not a row of a table: unexpected end of data.",
        ),
        (
            "snapshot,country,organization,status\n2015-11-29,Kazakhstan,none,member\n",
            "exercise.csv: has no row that can be used.",
        ),
        (
            b"snapshot,country,organization,status\n2015-11-29,C\xf4te,UN,member\n",
            "is not text in UTF-8 near this line; save it as UTF-8.",
        ),
    ],
)
def test_a_bad_file_is_refused_with_the_place(
    refused: Callable[..., str], text: str | bytes, says: str
) -> None:
    assert refused("factbook", text).endswith(says)


@given(st.text(), st.text(), st.text())
def test_whatever_stands_in_a_row_it_is_used_or_a_reason_is_given(
    country: str, organization: str, status: str
) -> None:
    """Scraped tables hold anything: nothing may make the reader fall over."""
    said = unusable(plain(country), plain(organization), plain(status))
    assert said is None or said.endswith(".")
    if said is None:
        assert status_id(plain(status))


def test_no_word_for_membership_names_a_mere_observer_or_candidate() -> None:
    assert not [
        word
        for word in MEMBER_WORDS
        if any(other in word for other in ("observer", "associate", "candidate", "partner"))
    ]
