"""Isolated positions: what one delegation alone holds, by the alphabet and never by how many."""

from __future__ import annotations

from kengesh.texts.tables.isolated import isolated
from tests.texts.compiling_cases import FIVE, files, rolled
from tests.texts.tables.negotiation import first_version


def test_what_one_delegation_alone_holds_is_listed_by_the_alphabet_and_counted() -> None:
    table = isolated(first_version())
    assert [row[:3] for row in table.rows] == [
        ("AZE", "6", "move"),
        ("KAZ", "5", "replacement"),
        ("KGZ", "5", "insertion"),
        ("KGZ", "5", "merging of paragraphs"),
        ("TJK", "5 alt 1", "alternative"),
        ("TKM", "4", "deletion of the paragraph"),
        ("UZB", "5", "replacement"),
        ("UZB", "5", "deletion"),
    ]
    assert table.footnotes[:6] == (
        "AZE: 1 isolated position.",
        "KAZ: 1 isolated position.",
        "KGZ: 2 isolated positions.",
        "TJK: 1 isolated position.",
        "TKM: 1 isolated position.",
        "UZB: 2 isolated positions.",
    )


def test_what_two_hold_is_not_isolated() -> None:
    common = FIVE.replace("joint", "common")
    table = isolated(rolled(FIVE, files("KAZ", common), files("UZB", common)))
    assert table.rows == ()
    assert table.footnotes[:2] == ("KAZ: 0 isolated positions.", "UZB: 0 isolated positions.")


def test_what_a_group_holds_is_not_isolated() -> None:
    table = isolated(rolled(FIVE, files("C5", FIVE.replace("joint", "common"))))
    assert table.rows == ()
    assert table.footnotes == ("What a group holds is not isolated: C5.",)
