"""Co-membership matrices against counting by hand, pair by pair."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.overlap.matrices import CodesDoNotFit, co_memberships, coded

Row = tuple[str, str, str, str]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2015", "2016", "2024"]),
        st.sampled_from(["KAZ", "KGZ", "TJK", "TKM", "UZB", "AZE"]),
        st.sampled_from(["ots", "sco", "cis", "eco", "csto", "eaeu", "oic", "un", "wto"]),
        st.sampled_from(["member", "observer"]),
    ),
    max_size=60,
)


def by_hand(rows: list[Row], snapshots: list[str], states: list[str]) -> list[list[list[int]]]:
    """Return the counts by looking at every two states in every snapshot."""
    there = {
        (snapshot, state): {row[2] for row in rows if row[:2] == (snapshot, state)}
        for snapshot, state in product(snapshots, states)
    }
    return [
        [[len(there[snapshot, one] & there[snapshot, other]) for other in states] for one in states]
        for snapshot in snapshots
    ]


@settings(derandomize=True, deadline=None)
@given(ROWS)
def test_each_two_states_share_as_many_organizations_as_counting_by_hand_finds(rows: list[Row]) -> None:
    table = coded(rows)
    expected = by_hand(rows, list(table.snapshot_words), list(table.state_words))
    assert co_memberships(table).tolist() == expected


@settings(derandomize=True, deadline=None)
@given(ROWS.filter(lambda rows: any(row[3] == "member" for row in rows)))
def test_only_the_rows_of_the_statuses_asked_for_count(rows: list[Row]) -> None:
    table = coded(rows)
    members = [row for row in rows if row[3] == "member"]
    found = co_memberships(table.of_statuses(["member"])).tolist()
    assert found == by_hand(members, list(table.snapshot_words), list(table.state_words))


def test_a_table_whose_rows_are_in_no_order_counts_the_same() -> None:
    rows = [
        (year, state, body, "member")
        for year in ("2015", "2024")
        for state in ("KAZ", "UZB")
        for body in ("cis", "sco")
    ]
    assert (co_memberships(coded(rows[::-1])) == co_memberships(coded(rows))).all()
    assert co_memberships(coded(rows))[0].tolist() == [[2, 2], [2, 2]]


def test_more_organizations_than_a_byte_can_count_are_counted_exactly() -> None:
    rows = [
        ("2024", state, f"body-{number:04}", "member") for state in ("KAZ", "UZB") for number in range(700)
    ]
    assert co_memberships(coded(rows)).tolist() == [[[700, 700], [700, 700]]]


def test_a_table_without_rows_has_no_matrix() -> None:
    assert co_memberships(coded([])).shape == (0, 0, 0)


def test_codes_that_do_not_fit_their_words_are_refused() -> None:
    table = coded([("2024", "KAZ", "ots", "member"), ("2024", "TKM", "ots", "observer")])
    for wrong in (
        replace(table, states=np.array([0, 2], np.int32)),
        replace(table, organizations=np.array([-1, 0], np.int32)),
        replace(table, snapshots=np.array([0], np.int32)),
    ):
        with pytest.raises(CodesDoNotFit, match="one for each row"):
            co_memberships(wrong)


def test_a_status_that_the_table_does_not_have_is_refused_with_those_that_it_has() -> None:
    table = coded([("2024", "KAZ", "ots", "member"), ("2024", "TKM", "ots", "observer")])
    with pytest.raises(CodesDoNotFit, match="no status partner; it has: member, observer"):
        table.of_statuses(["member", "partner"])
    with pytest.raises(CodesDoNotFit):
        replace(table, statuses=None).of_statuses(["member"])


def test_rows_of_three_columns_are_refused() -> None:
    with pytest.raises(CodesDoNotFit, match="four columns"):
        coded([("2024", "KAZ", "ots")])


def test_neither_the_package_nor_what_if_loads_numpy() -> None:
    code = "import kengesh, kengesh.cli, kengesh.cli.what_if, kengesh.cli.members, sys; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
