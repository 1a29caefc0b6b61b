"""Open brackets: listed with their ids, counted by unit, and followed from version to version."""

from __future__ import annotations

from kengesh.texts.tables.brackets import brackets_in, brackets_over, open_brackets
from kengesh.texts.units import Status
from tests.texts.compiling_cases import FIVE, FOUR, SIX, agreed, files, rolled, text
from tests.texts.tables.negotiation import first_version, series


def test_regions_and_brackets_around_units_are_listed_in_the_order_of_the_text() -> None:
    rolling = first_version()
    table = open_brackets(rolling)
    assert [(row[0], row[2], row[3], row[4]) for row in table.rows if row[0] != "5"] == [
        ("4", "[4. Agree to meet again in 2027. / TKM: —]", "TKM", "1"),
        ("5 alt 1", "[5 alt 1 TJK: Agree to study options for a regional transport union;]", "TJK", "6"),
        ("6", "[6. Member States shall report annually.]^1 ^2", "AZE", "2"),
        ("7 bis", "[7 bis KAZ, UZB: Further decide to create a Secretariat;]", "KAZ, UZB", "1"),
        ("7 ter", "[7 ter (ex 6) AZE: text of 6 moves here]", "AZE", "2"),
    ]
    assert [(row[2], row[3]) for row in table.rows if row[0] == "5"][1:] == [
        ("[joint (retain TKM) / KAZ: common / UZB: unified]", "KAZ; UZB"),
        ("[KGZ: and customs]", "KGZ"),
        ("[by 2028 / UZB: —]", "UZB"),
        ("[¶ / KGZ: —]", "KGZ"),
    ]
    assert table.footnotes == ("10 brackets are open; units with brackets: 4.",)


def test_the_id_of_a_bracket_is_the_one_that_a_decision_names() -> None:
    rolling = first_version()
    ids = {row[1] for row in open_brackets(rolling).rows}
    assert {region.id for _, region in rolling.regions()} <= ids


def test_a_text_without_proposals_has_no_bracket() -> None:
    table = open_brackets(rolled(text(FOUR, FIVE)))
    assert (table.rows, table.footnotes) == ((), ("No bracket is open.",))


def test_brackets_that_the_base_came_with_are_open_until_their_unit_is_agreed() -> None:
    base = text(FOUR, FIVE.replace("2028", "[2028]"), SIX)
    assert [one.words for one in brackets_in(rolled(base))] == ["[2028]"]
    assert not list(brackets_in(rolled(agreed(base, "Decide"))))
    assert list(brackets_in(rolled(agreed(base, "Decide", Status.REOPENED))))


def test_a_request_to_reopen_is_no_bracket() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    assert not list(brackets_in(rolled(base, files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX))))


def test_the_counts_go_down_from_version_to_version_as_decisions_are_taken() -> None:
    versions, _decisions = series()
    table = brackets_over(versions)
    assert table.columns[2:] == ("Brackets open", "Units open", "Units agreed", "Proposals", "Notes")
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert [row[2:] for row in table.rows] == [
        ("10", "4", "0", "10", "2"),
        ("8", "3", "0", "6", "2"),
        ("5", "2", "0", "4", "2"),
        ("3", "1", "0", "3", "1"),
    ]
    assert [row[1] for row in table.rows] == [version.base.hash[:12] for version in versions]
