"""Correlates of War files. The rows here are exercises in the shape of the data set, and tell nothing of the world."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.desk.outside import observe
from kengesh.formats.outside.cow import read_cow
from kengesh.formats.outside.values import Told
from kengesh.formats.outside.yearly import NO_BODY, NO_STATE, NONE, UNKNOWN, Series, acts_of
from kengesh.formats.steps import steps_of
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key
from kengesh.terms.dates import Truth, begun, held, parse_when

Read = Callable[..., tuple[Mechanism, Any]]

STATE_YEAR = """\
ccode,year,state,ECO,CIS,ETHER
705,1991,kazakhstan,0,-1,-1
705,1992,kazakhstan,1,1,-1
705,1993,kazakhstan,1,1,-9
705,1994,kazakhstan,1,1,-9
704,1991,uzbekistan,-9,-1,-1
704,1992,uzbekistan,-9,1,-1
704,1993,uzbekistan,1,2,-1
704,1994,uzbekistan,0,2,-1
704,1995,uzbekistan,0,2,-1
704,1996,uzbekistan,0,2,-1
345,1991,yugoslavia,0,-1,-1
345,1992,yugoslavia,3,-1,-1
"""

IGO_YEAR = """\
ioname\torgname\tyear\tafghanistan\tegermany\tkazakhstan\tzimbabwe\tsdate\tdead\tionum
ECO\tEconomic Cooperation Organization\t1989\t0\t1\t-1\t0\t1985\t0\t1
ECO\tEconomic Cooperation Organization\t1990\t0\t1\t-1\t0\t1985\t0\t1
ECO\tEconomic Cooperation Organization\t1991\t0\t-1\t-1\t0\t1985\t0\t1
ECO\tEconomic Cooperation Organization\t1992\t1\t-1\t1\t0\t1985\t0\t1
ECO\tEconomic Cooperation Organization\t1993\t1\t-1\t1\t-9\t1985\t1\t1
"""


def test_a_state_is_a_member_from_the_first_year_of_code_1(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    assert (
        truth(record, "KAZ", "cis", "1991-06-01") == "no"
    )  # there was no such organization, and so no status before
    assert truth(record, "KAZ", "cis", "1992-06-01") == "not-known"  # a year, and no day in it
    assert record.status("KAZ", "cis", "1993-01-01") == "member"
    row = record.ask("status", party="KAZ", body="cis", on="1994-12-31")["answer"][0]
    assert (row["since"], row["last_attested"]) == ("1992", "1994")


def test_a_year_of_code_0_is_denied_and_the_years_before_all_rows_are_not(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    assert truth(record, "KAZ", "eco", "1991-06-01") == "no"
    assert truth(record, "KAZ", "eco", "1990-06-01") == "not-known"
    assert record.ask("status", party="KAZ", body="eco", on="1994-01-01")["answer"][0]["since"] == "[..1992]"


def test_after_a_hole_a_membership_began_in_its_first_year_at_the_latest(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    assert truth(record, "UZB", "eco", "1992-06-01") == "not-known"
    assert record.ask("status", party="UZB", body="eco", on="1993-12-31")["answer"][0]["since"] == "[..1993]"


def test_a_membership_ended_between_its_last_year_and_the_first_of_code_0(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    row = record.ask("status", party="UZB", body="eco", on="1995-06-01")["answer"][0]
    assert (row["truth"], row["until"]) == ("no", "[1993..1994]")
    assert (
        truth(record, "UZB", "eco", "1994-06-01") == "not-known"
    )  # the year of leaving, or the one after it
    assert truth(record, "UZB", "eco", "1996-12-31") == "no"


def test_another_code_of_membership_is_a_change_of_status(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    assert record.status("UZB", "cis", "1995-01-01") == "associate"
    assert record.members("cis", "1995-01-01") == {"KAZ"}


def test_a_state_without_a_code_of_iso_3166_keeps_its_name_and_is_told(read: Read) -> None:
    record, outside = read("cow", STATE_YEAR)
    assert record.status("yugoslavia", "eco", "1992-12-31") == "observer"
    assert record.name("yugoslavia") == "Yugoslavia"
    assert [(left.count, left.examples) for left in outside.aside.all()] == [(1, ["Yugoslavia"])]


def test_an_organization_of_which_only_holes_are_told_is_not_named(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR)
    assert not record.view().is_known("ether")


def test_every_act_leads_back_to_its_line(read: Read) -> None:
    record, _outside = read("cow", STATE_YEAR, accessed="2026-11-01")
    answer = record.ask("status", party="UZB", body="eco", on="1995-06-01")
    acts = [record.view().find(act) for act in answer["answer"][0]["acts"]]
    passages = [cited["passage"] for act in acts if act is not None for cited in act.fields["sources"]]
    assert "column ECO; line 10, 1995: 0; line 11, 1996: 0" in passages
    source = record.view().source("cow-igo-v3")
    assert source is not None and source.accessed is not None and source.accessed.text == "2026-11-01"


def test_the_igo_year_format_tells_names_the_founding_and_the_end(read: Read) -> None:
    record, _outside = read("cow", IGO_YEAR)
    life = record.ask("body", body="eco", on="1992-06-01")["life"]
    assert [(row["verb"], row["on"]) for row in life] == [("establish", "1985")]
    assert record.name("eco") == "Economic Cooperation Organization"
    assert record.status("KAZ", "eco", "1992-12-31") == "member"
    assert truth(record, "KAZ", "eco", "1994-01-01") == "no"  # the organization was dead by then


def test_before_a_state_was_in_the_system_nothing_is_denied(read: Read) -> None:
    record, _outside = read("cow", IGO_YEAR)
    assert truth(record, "KAZ", "eco", "1990-06-01") == "not-known"
    assert truth(record, "AFG", "eco", "1991-06-01") == "no"


def test_after_a_state_left_the_system_nothing_is_known_of_it(read: Read) -> None:
    record, _outside = read("cow", IGO_YEAR)
    assert record.status("german-democratic-republic", "eco", "1989-12-31") == "member"
    assert truth(record, "german-democratic-republic", "eco", "1992-06-01") == "not-known"


def test_both_formats_tell_the_same_of_a_state_in_both(read: Read) -> None:
    one, _outside = read("cow", "ccode,year,ECO\n705,1991,0\n705,1992,1\n705,1993,1\n")
    other, _outside = read("cow", "ioname,year,kazakhstan\nECO,1991,0\nECO,1992,1\nECO,1993,1\n")
    days = [f"{year}-{month}" for year in range(1990, 1995) for month in ("01-01", "07-01", "12-31")]
    assert [truth(one, "KAZ", "eco", day) for day in days] == [
        truth(other, "KAZ", "eco", day) for day in days
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "ccode,year,ECO\n705,1991,4\n",
            "line 2, column ECO: expected one of the codes 0, 1, 2, 3, -1, -9, found '4'.",
        ),
        (
            "ccode,year,ECO\n705,MCMXCI,1\n",
            "line 2, column year: expected a year such as 1992, found 'MCMXCI'.",
        ),
        ("ccode,year,ECO\n705,1991\n", "line 2: expected 3 fields as in the heading, found 2."),
        ("ccode,year,ECO\n705,1991,1\n705,1991,0\n", "line 3: 705 has the year 1991 in line 2 already."),
        (
            "a,b\n1,2\n",
            "line 1: expected the columns ccode and year (state-year) or ioname and year (IGO-year).",
        ),
        (
            "ccode1,ccode2,year,ECO\n2,20,1990,1\n",
            "line 1: is the dyadic format; take the state-year or the IGO-year file.",
        ),
        (
            "ioname,year,x\nECO,1991,1\n",
            "line 1: expected columns named after states, from afghanistan to zimbabwe.",
        ),
        ("", "line 1: is empty; expected a heading with the names of the columns."),
        ("ccode,year,ECO\n", "line 1: has a heading and no rows."),
        (b"<stata_dta><header>", "is a Stata file, which is not read; take the CSV file of the data set."),
    ],
)
def test_a_bad_file_is_refused_with_the_place(
    refused: Callable[..., str], text: str | bytes, says: str
) -> None:
    assert refused("cow", text).endswith(says)


CODES = st.sampled_from([NONE, 1, 2, 3, UNKNOWN, NO_BODY, NO_STATE])


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.dictionaries(st.integers(1950, 1962), CODES, max_size=13))
def test_a_year_without_a_code_never_yields_a_denial(codes: dict[int, int]) -> None:
    years = sorted(codes)
    series = Series("KAZ", "eco", "cow", "ECO", years, years, bytes(codes[year] for year in years))
    denials = [parse_when(act["on"]) for act in acts_of(series) if act["kind"] == "deny-participation/1"]
    for year in range(1948, 1965):
        day = date(year, 7, 1)
        if codes.get(year, UNKNOWN) != NONE:
            assert all(held(when, day) is Truth.NO for when in denials)


YEARS = range(1990, 1999)
MONTHS = st.integers(12 * 1991, 12 * 1999 - 1)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    turns=st.lists(MONTHS, min_size=1, max_size=5, unique=True),
    missing=st.sets(st.integers(1991, 1998)),
    dropped=st.sets(st.integers(1991, 1998)),
    by_its_end=st.booleans(),
)
def test_no_answer_is_no_on_a_day_of_membership_unless_a_hole_after_a_0_hides_it(
    tmp_path_factory: pytest.TempPathFactory,
    turns: list[int],
    missing: set[int],
    dropped: set[int],
    by_its_end: bool,
) -> None:
    """A state joins and leaves in some months. Its years are coded by what was at their end, or at any time in them; some codes
    are missing, and some rows. A year of joining is coded so. In a hole what was before it stands, a status or its end: what began
    and ended again behind the hole, or in the year after it, is not seen.
    """
    member, codes = _history(turns, by_its_end)
    known = {year: code for year, code in codes.items() if year not in missing | dropped}
    rows = [f"705,{year},{known.get(year, -9)}" for year in YEARS if year not in dropped]
    folder = tmp_path_factory.mktemp("history")
    file = folder / "cow.csv"
    file.write_text("\n".join(["ccode,year,ECO", *rows]) + "\n", encoding="utf-8")
    observe(folder / "log", make_key(folder / "log.key", "kengesh.test/cow"), read_cow([file], Told(), None))
    steps = steps_of(Mechanism.open(folder / "log").view(), "KAZ", "eco")
    for month in range(12 * YEARS[0], 12 * (YEARS[-1] + 1)):
        day = date(month // 12, month % 12 + 1, 15)
        found = {one.truth for one in steps.on(day)}
        if member[month] and found == {Truth.NO}:
            before = [known[year] for year in range(YEARS[0], day.year) if year in known]
            assert day.year not in known or day.year - 1 not in known, (rows, day)
            assert before[-1] == 0, (rows, day)


def _history(turns: list[int], by_its_end: bool) -> tuple[list[bool], dict[int, int]]:
    """Return for every month whether it is one of membership, and the code of every year."""
    member = [False] * (12 * 2000)
    for joined, left in zip_longest(sorted(turns)[::2], sorted(turns)[1::2]):
        for month in range(joined, len(member) if left is None else left):
            member[month] = True
    codes = {}
    for year in YEARS:
        months = range(12 * year, 12 * year + 12)
        joins = any(member[month] and not member[month - 1] for month in months)
        codes[year] = int(
            joins or (member[months[-1]] if by_its_end else any(member[month] for month in months))
        )
    return member, codes


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["1", "2", "3", "-9", ""]), min_size=1, max_size=8), st.data())
def test_a_hole_never_makes_a_no(
    tmp_path_factory: pytest.TempPathFactory, codes: list[str], data: st.DataObject
) -> None:
    """Without a single 0 and -1 in the file, no day at all is answered with a no of every status."""
    kept = data.draw(st.lists(st.booleans(), min_size=len(codes), max_size=len(codes)))
    rows = [(1990 + at, code) for at, code in enumerate(codes) if kept[at]]
    series = Series(
        "KAZ", "eco", "cow", "ECO", [year for year, _ in rows], [2] * len(rows),
        bytes({"-9": UNKNOWN, "": UNKNOWN}.get(code) or int(code) for _, code in rows),
    )  # fmt: skip
    acts = list(acts_of(series))
    assert not [act for act in acts if act["kind"] in ("deny-participation/1", "end-participation/1")]
    first = next((act for act in acts if act["kind"] == "begin-participation/1"), None)
    if first is not None:  # a beginning denies what was before it only where it has a first possible day
        assert (
            begun(parse_when(first["on"]), parse_when("1900-01-01").earliest or pytest.fail())
            is Truth.NOT_KNOWN
        )


def test_the_whole_data_set_is_read_where_the_environment_names_it(tmp_path: Path) -> None:
    file = os.environ.get("KENGESH_COW_IGO")
    if not file:
        pytest.skip("KENGESH_COW_IGO names no copy of the Correlates of War IGO data, which are not shipped")
    outside = read_cow([Path(file)], Told(accessed="2026-11-01"), None)
    kinds = [act["kind"] for act in outside.acts()]
    assert kinds.count("begin-participation/1") > 10_000
    assert kinds.count("deny-participation/1") > 10_000
    mapped = [left for left in outside.aside.all() if "ISO 3166" in left.why]
    assert all(left.count < 40 for left in mapped)


def truth(record: Mechanism, party: str, body: str, on: str) -> str:
    """Return what a record answers of a party in a body."""
    return str(record.ask("status", party=party, body=body, on=on)["truth"])
