"""The table by delegation: each delegation's proposals in the order of the text, the delegations by the alphabet."""

from __future__ import annotations

from kengesh.texts.reading.filed import Explicit
from kengesh.texts.rolling import NewNode
from kengesh.texts.tables.by_delegation import by_delegation
from tests.texts.compiling_cases import FIVE, FOUR, SIX, agreed, asks, files, footnote, rolled, text
from tests.texts.tables.negotiation import SECRETARIAT, UNION, first_version


def test_every_proposal_has_its_row_with_the_words_before_and_after_and_with_whom() -> None:
    assert by_delegation(first_version()).rows == (
        ("AZE", "6", "move", "Member States shall report annually.", "as 7 ter", ""),
        ("AZE", "6", "reservation (pending capital)", "Member States shall report annually.", "", ""),
        ("KAZ", "5", "replacement", "joint", "common", ""),
        ("KAZ", "6", "comment", "Member States shall report annually.", "Depends on 9.", ""),
        ("KAZ", "7 bis", "new paragraph", "", SECRETARIAT, "UZB"),
        ("KGZ", "5", "insertion", "(after “logistics”)", "and customs", ""),
        ("KGZ", "5", "merging of paragraphs", "¶", "—", ""),
        ("TJK", "5 alt 1", "alternative", FIVE[3:], UNION[3:], ""),
        ("TKM", "4", "deletion of the paragraph", "Agree to meet again in 2027.", "—", ""),
        ("TKM", "5", "retention of the text", "joint", "", ""),
        ("UZB", "5", "replacement", "joint", "unified", ""),
        ("UZB", "5", "deletion", "by 2028", "—", ""),
        ("UZB", "7 bis", "new paragraph", "", SECRETARIAT, "KAZ"),
    )


def test_delegations_stand_by_the_alphabet_of_the_language_of_the_version() -> None:
    base = "5. 2028-yilgacha qoʻshma logistika tarmogʻini tashkil etishga qaror qiladilar;"
    filed = base.replace("qoʻshma", "umumiy")
    table = by_delegation(
        rolled(base, *(files(code, filed, language="uz") for code in ("KAZ", "KGZ", "UZB")), language="uz")
    )
    assert [row[0] for row in table.rows] == ["KGZ", "KAZ", "UZB"]  # Qirgʻiziston, Qozogʻiston, Oʻzbekiston
    assert "Qirgʻiziston" in table.footnotes[0]


def test_a_support_shows_what_is_supported_and_with_whom() -> None:
    kaz = files("KAZ", FIVE.replace("joint", "common"))
    uzb = asks("UZB", Explicit("support", "5", "joint", delegation="KAZ"), order=1)
    assert by_delegation(rolled(FIVE, kaz, uzb)).rows == (
        ("KAZ", "5", "replacement", "joint", "common", "UZB"),
        ("UZB", "5", "support", "joint", "common", "KAZ"),
    )


def test_an_amendment_to_an_agreed_paragraph_is_told_as_a_request() -> None:
    base = agreed(text(FOUR, FIVE, SIX), "Decide")
    kaz = files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX)
    assert by_delegation(rolled(base, kaz)).rows == (
        ("KAZ", "5", "replacement (request to reopen)", "joint", "common", ""),
    )


def test_a_delegation_that_filed_the_base_unchanged_is_named() -> None:
    table = by_delegation(rolled(FIVE, files("KAZ", FIVE)))
    assert table.rows == ()
    assert table.footnotes == ("Delegations: KAZ – Kazakhstan.", "Without proposals: KAZ.")


def test_the_mark_of_a_footnote_has_its_label_and_not_its_id() -> None:
    marked = FIVE.replace("network", "network⁅f1⁆")
    kaz = files("KAZ", marked, footnote("f1", "As shown in the annex."))
    rolling = rolled(FIVE, kaz)
    (label,) = [node.label for node in rolling.nodes if isinstance(node, NewNode)]
    assert by_delegation(rolling).rows == (
        ("KAZ", "5", "insertion", "(after “network”)", f"⁅{label}⁆", ""),
        ("KAZ", label, "new footnote", "", "As shown in the annex.", ""),
    )
