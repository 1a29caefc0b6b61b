"""The table by paragraph: a row for each variant, alternative, proposed unit and note, with the status of the unit."""

from __future__ import annotations

from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import Deciding, Decision
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.tables.by_paragraph import by_paragraph
from tests.texts.compiling_cases import FIVE, FOUR, SIX, agreed, asks, files, rolled, text
from tests.texts.tables.negotiation import SECRETARIAT, UNION, first_version


def test_every_variant_has_its_row_with_its_holders() -> None:
    assert by_paragraph(first_version()).rows == (
        ("4", "Agree to meet again in 2027.", "—", "TKM", "", "open"),
        ("5", "joint (retain TKM)", "common", "KAZ", "", "open"),
        ("5", "joint (retain TKM)", "unified", "UZB", "", "open"),
        ("5", "(after “logistics”)", "and customs", "KGZ", "", "open"),
        ("5", "by 2028", "—", "UZB", "", "open"),
        ("5", "¶", "—", "KGZ", "", "open"),
        ("5 alt 1", FIVE[3:], UNION[3:], "TJK", "", "open"),
        ("6", SIX[3:], "", "", "KAZ (comment): Depends on 9. AZE: reserves (pending capital).", "open"),
        ("6", SIX[3:], "moves elsewhere", "AZE", "", "open"),
        ("7 bis", "", SECRETARIAT, "KAZ, UZB", "", "proposed"),
        ("7 ter", "", "text of 6 moves here", "AZE", "", "proposed"),
    )


def test_a_parked_paragraph_is_told_even_where_nothing_is_proposed() -> None:
    rolling = resolve(rolled(text(FOUR, FIVE)), [Decision(decides=Deciding.PARK, place="4")])
    assert by_paragraph(rolling).rows == (("4", "Agree to meet again in 2027.", "", "", "", "open, parked"),)


def test_an_agreed_paragraph_has_its_status_and_the_requests_to_reopen_it() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX)
    assert by_paragraph(rolled(base, kaz)).rows == (
        ("5", "joint", "common", "KAZ", "request to reopen", "agreed"),
    )


def test_brackets_without_a_text_have_their_note() -> None:
    uzb = files("UZB", FOUR, FIVE, SIX.replace("annually", "[annually]"))
    assert by_paragraph(rolled(text(FOUR, FIVE, SIX), uzb)).rows == (
        ("6", "annually", "", "", "UZB: asks for brackets.", "open"),
    )


def test_a_reservation_on_the_whole_text_comes_last() -> None:
    rolling = rolled(FIVE, asks("KAZ", Explicit("reserve", "")))
    assert by_paragraph(rolling).rows == (("the text", "", "", "KAZ", "KAZ: reserves.", ""),)
