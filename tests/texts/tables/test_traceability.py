"""Traceability: where every paragraph comes from, and where every proposal ever made is now."""

from __future__ import annotations

import pytest

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import Deciding, Decision
from kengesh.texts.rolling import RollingText
from kengesh.texts.tables.traceability import traceability
from tests.texts.compiling_cases import FIVE, FOUR, SIX, agreed, files, rolled, text
from tests.texts.tables.negotiation import AT, first_version, series


def where(
    versions: list[RollingText], *, with_decisions: bool = True
) -> dict[tuple[str, str, str, str], str]:
    """The last column by unit, what, delegations, and words proposed."""
    _versions, decisions = series()
    table = traceability(versions, decisions if with_decisions else ())
    return {(row[0], row[1], row[4], row[3]): row[-1] for row in table.rows}


def test_a_paragraph_of_the_text_is_traced_to_the_base_or_to_who_proposed_it() -> None:
    versions, decisions = series()
    table = traceability(versions, decisions)
    first, second = decisions[0].id, decisions[1].id
    rows = {row[0]: row for row in table.rows if row[1] == "unit of the text"}
    assert list(rows) == ["5", "6", "7", "7 bis"]
    assert (
        rows["5"][-1]
        == f"In the base of version 1, as 5. Changed in version 2, by {first}, to the words of UZB."
    )
    assert rows["6"][-1] == "In the base of version 1, as 6."
    assert rows["7 bis"][4:] == (
        "KAZ, UZB",
        f"kaz.docx, {AT}; uzb.docx",
        "1",
        "Proposed in version 1, as 7 bis.",
    )
    taken = [row for row in table.rows if row[0] == "7 bis" and row[1] == "new paragraph"]
    assert [row[-1] for row in taken] == [f"Taken into the text, by decision {second}."] * 2


def test_every_proposal_is_told_where_it_is_now() -> None:
    versions, decisions = series()
    ids = [one.id for one in decisions]
    now = where(versions)
    assert now["5", "replacement", "UZB", "unified"] == f"Taken into the text, by decision {ids[0]}."
    assert now["5", "replacement", "KAZ", "common"] == f"Not taken, by decision {ids[0]}."
    assert now["5", "insertion", "KGZ", "and customs"] == "In the text, at 5."
    assert now["4", "deletion of the paragraph", "TKM", "—"] == f"Taken into the text, by decision {ids[2]}."
    union = "Agree to study options for a regional transport union;"
    assert now["5 alt 1", "alternative", "TJK", union] == f"Withdrawn, by decision {ids[3]}."
    assert now["6", "move", "AZE", "as 7 ter"] == "Superseded by a later submission of AZE."
    assert now["6", "comment", "KAZ", "Depends on 9."] == "In note 1."
    assert (
        now["5", "words of the text", "", ""] == f"Settled by decision {ids[0]}. Shown no more in version 2."
    )


def test_without_the_decisions_a_withdrawal_is_told_as_settled() -> None:
    versions, decisions = series()
    union = "Agree to study options for a regional transport union;"
    now = where(versions, with_decisions=False)
    assert now["5 alt 1", "alternative", "TJK", union] == f"Settled by decision {decisions[3].id}."


def test_nothing_that_was_ever_shown_is_without_a_row() -> None:
    versions, decisions = series()
    table = traceability(versions, decisions)
    ever = {(one.delegation, one.id) for version in versions for one in version.amendments}
    proposals = [
        row for row in table.rows if row[-2] and row[1] != "unit of the text" and "Proposed in" not in row[-1]
    ]
    assert sorted(row[4] for row in proposals) == sorted(delegation for delegation, _id in ever)
    dropped = [row[2] for row in table.rows if row[1] == "words of the text"]
    assert dropped == ["joint", "Agree to meet again in 2027."]


def test_a_proposal_that_vanished_without_an_act_is_told_as_such() -> None:
    first = first_version()
    table = traceability([first, rolled(first.base)])
    assert {row[-1] for row in table.rows if row[4] == "KAZ"} == {
        "Shown no more, and no recorded act says why."
    }


def test_identical_proposals_are_told_as_merged() -> None:
    rows = traceability([first_version()]).rows
    (row,) = [row for row in rows if row[0] == "7 bis" and "Proposed in" in row[-1]]
    assert row[-1] == "Proposed in version 1. Identical proposals of KAZ, UZB, merged."


def test_merged_paragraphs_are_traced_to_both() -> None:
    kgz = files("KGZ", FOUR, f"{FIVE} Member States shall report annually.")
    first = rolled(text(FOUR, FIVE, SIX), kgz)
    ((_unit, region),) = first.regions()
    decision = Decision(decides=Deciding.CHOOSE, place=region.id, take="KGZ")
    table = traceability([first, resolve(first, [decision])], [decision])
    (row,) = [row for row in table.rows if row[0] == "5" and row[1] == "unit of the text"]
    assert row[-1] == (
        f"In the base of version 1, as 5. Merged with 6 in version 2. Changed in version 2, by {decision.id},"
        " to the words of KGZ."
    )


def test_an_amendment_to_an_agreed_paragraph_is_in_the_annex() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    table = traceability([rolled(base, files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX))])
    assert [row[-1] for row in table.rows if row[4] == "KAZ"] == ["In the annex, as a request to reopen."]


def test_what_a_newer_base_has_already_is_told_for_who_filed_on_the_older_one() -> None:
    older, newer = text(FOUR, FIVE), text(FOUR, FIVE.replace("joint", "common"))
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), base=older)
    (row,) = [row for row in traceability([rolled(newer, kaz)]).rows if row[4] == "KAZ"]
    assert row == (
        *("5", "replacement", "joint", "common", "KAZ", "kaz.docx", "1"),
        "Fallen away: the newer base has it already.",
    )


def test_paragraphs_are_found_again_in_a_file_that_numbers_its_units_anew() -> None:
    first = rolled(text(FOUR, FIVE, SIX), files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX))
    newer = text("Recalling the meeting of 2025,", FOUR, FIVE.replace("joint", "shared"), SIX)
    second = compile_text(newer, [], earlier=first)
    rows = [row for row in traceability([first, second]).rows if row[1] == "unit of the text"]
    assert [(row[0], row[-1]) for row in rows] == [
        ("PP1", "In the base of version 2, as PP1."),
        ("4", "In the base of version 1, as 4."),
        ("5", "In the base of version 1, as 5. Changed by the base of version 2."),
        ("6", "In the base of version 1, as 6."),
    ]


def test_an_empty_series_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one version"):
        traceability([])
