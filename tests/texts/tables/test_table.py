"""The form of a table: CSV that a spreadsheet opens right and does not run, Markdown that is read as it stands."""

from __future__ import annotations

import csv
from io import StringIO

from kengesh.terms.messages import in_language
from kengesh.texts.tables.by_delegation import by_delegation
from kengesh.texts.tables.table import Table, heading, table_csv, tables_markdown
from tests.texts.tables.negotiation import first_version


def table(*cells: str) -> Table:
    return Table(name="some", title="Some", columns=("Unit", "Words"), rows=(("5", *cells),))


def test_csv_has_a_byte_order_mark_and_lines_that_end_in_cr_lf() -> None:
    assert table_csv(table("сеть")) == b"\xef\xbb\xbfUnit,Words\r\n5,\xd1\x81\xd0\xb5\xd1\x82\xd1\x8c\r\n"


def test_a_cell_with_commas_quotes_and_line_breaks_comes_back_whole() -> None:
    words = 'joint, "open"\nand more'
    (_, row) = csv.reader(StringIO(table_csv(table(words)).decode("utf-8-sig"), newline=""))
    assert row == ["5", words]


def test_a_cell_that_a_spreadsheet_would_run_has_an_apostrophe_before_it() -> None:
    for words in ("=HYPERLINK(1)", "+1", "-1", "@sum", "\tx"):
        (_, row) = csv.reader(StringIO(table_csv(table(words)).decode("utf-8-sig"), newline=""))
        assert row == ["5", f"'{words}"]


def test_a_dash_for_nothing_is_no_formula() -> None:
    assert "5,—" in table_csv(table("—")).decode("utf-8-sig")


def test_markdown_keeps_bars_stars_and_links_from_being_signs() -> None:
    assert tables_markdown([table("a | b *c* [d](e) <f> 5 \\ [joint / KAZ: common]")]).splitlines() == [
        "## Some",
        "",
        "| Unit | Words |",
        "| --- | --- |",
        r"| 5 | a \| b \*c\* [d]\(e) \<f\> 5 \\ [joint / KAZ: common] |",
    ]


def test_tables_follow_each_other_with_their_footnotes() -> None:
    noted = Table(name="n", title="Noted", columns=("A",), rows=(("b",),), footnotes=("One.", "Two."))
    assert tables_markdown([noted, table("c")]).splitlines() == [
        *("## Noted", "", "| A |", "| --- |", "| b |", "", "One.", "", "Two.", ""),
        *("## Some", "", "| Unit | Words |", "| --- | --- |", "| 5 | c |"),
    ]


def test_headings_are_the_words_of_the_glossary_in_the_language_in_use() -> None:
    for language, word in (("en", "Delegation"), ("ru", "Делегация"), ("tr", "Heyet"), ("uz", "Delegatsiya")):
        with in_language(language):
            assert heading("delegation") == word
            assert by_delegation(first_version()).columns[0] == word
