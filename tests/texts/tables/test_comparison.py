"""Side by side: the units that differ, in the words of the base and of each delegation asked for."""

from __future__ import annotations

import pytest

from kengesh.texts.tables.comparison import comparison
from tests.texts.compiling_cases import FIVE, SIX, files, rolled, text
from tests.texts.tables.negotiation import SECRETARIAT, first_version

FOUR_WORDS = "Agree to meet again in 2027."
NETWORK = "Decide to establish a joint logistics network by 2028;"
REPORT = "Member States shall report annually."


def test_the_units_that_differ_stand_side_by_side_in_the_order_asked_for() -> None:
    table = comparison(first_version(), ["UZB", "KAZ"])
    assert table.columns == ("Unit", "Base text", "UZB", "KAZ")
    assert table.rows == (
        (
            "5",
            NETWORK,
            "Decide to establish a unified logistics network;",
            NETWORK.replace("joint", "common"),
        ),
        ("7 bis", "—", SECRETARIAT, SECRETARIAT),
    )


def test_a_deletion_an_alternative_a_move_and_a_merger_are_told() -> None:
    table = comparison(first_version(), ["TKM", "TJK", "AZE", "KGZ"])
    merged = "Decide to establish a joint logistics and customs network by 2028; (joined with the next)"
    assert table.rows == (
        ("4", FOUR_WORDS, "—", FOUR_WORDS, FOUR_WORDS, FOUR_WORDS),
        ("5", NETWORK, NETWORK, "Agree to study options for a regional transport union;", NETWORK, merged),
        ("6", REPORT, REPORT, REPORT, f"{REPORT} (moved)", REPORT),
        ("7 ter", "—", "—", "—", "(text of 6 moves here)", "—"),
    )


def test_a_split_paragraph_shows_its_mark() -> None:
    base = "5. One two three four; five six seven eight; nine ten eleven twelve."
    kaz = files("KAZ", "5. One two three four;", "6. five six seven eight; nine ten eleven twelve.")
    (row,) = comparison(rolled(base, kaz), ["KAZ"]).rows
    assert row[2] == "One two three four;¶ five six seven eight; nine ten eleven twelve."


def test_nothing_differs_where_a_delegation_filed_the_base() -> None:
    assert comparison(rolled(text(FIVE, SIX), files("KAZ", FIVE, SIX)), ["KAZ"]).rows == ()


def test_a_delegation_that_filed_nothing_is_refused_with_those_that_did() -> None:
    with pytest.raises(ValueError, match="TKM filed nothing here; choose among KAZ"):
        comparison(rolled(FIVE, files("KAZ", FIVE)), ["TKM"])
