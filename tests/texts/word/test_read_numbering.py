"""The numbers that Word prints before paragraphs."""

from __future__ import annotations

import pytest

from kengesh.texts.word.figures import letter, ordinal, roman
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import cell, change, dele, docx, ins, level, listed, p, pattern, row, table

THREE = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%1.%2.%3"))
PLAIN = pattern(0, *THREE) + listed(1, 0)


def labels(*body: str, numbering: str = PLAIN, styles: str = "", view: str = "accepted") -> list[str]:
    filed = read_word(docx(*body, numbering=numbering, styles=styles), "a.docx", "en")
    text = filed.text if view == "accepted" else filed.rejected
    assert text is not None
    return [unit.number for unit in text.units]


def items(*levels: int, num: int = 1) -> list[str]:
    return [p("words,", num=num, level=at) for at in levels]


def test_levels_count_and_begin_anew_under_a_higher_one() -> None:
    assert labels(*items(0, 1, 1, 2, 2, 1, 2, 0, 1)) == [
        "1.",
        "(a)",
        "(b)",
        "1.b.i",
        "1.b.ii",
        "(c)",
        "1.c.i",
        "2.",
        "(a)",
    ]


def test_a_level_below_one_without_paragraph_stands_below_its_first_number() -> None:
    assert labels(*items(2, 0)) == ["1.a.i", "2."]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("russianLower", ["а", "б", "в"]),
        ("russianUpper", ["А", "Б", "В"]),
        ("ordinal", ["1st", "2nd", "3rd"]),
        ("none", ["", "", ""]),
        ("chicago", ["1", "2", "3"]),
    ],
)
def test_forms_of_numbers(form: str, expected: list[str]) -> None:
    assert labels(*items(0, 0, 0), numbering=pattern(0, level(0, form, "%1")) + listed(1, 0)) == expected


def test_figures_beyond_the_first_row() -> None:
    assert [roman(number) for number in (4, 9, 14, 40, 90, 400, 1999)] == [
        "iv",
        "ix",
        "xiv",
        "xl",
        "xc",
        "cd",
        "mcmxcix",
    ]
    assert [ordinal(number) for number in (11, 12, 13, 21, 22, 23, 111)] == [
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "111th",
    ]
    assert [letter(number, "abc") for number in range(8)] == ["", "a", "b", "c", "aa", "bb", "cc", "aaa"]


def test_bullets_of_private_fonts_are_bullets() -> None:
    numbering = pattern(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "–")) + listed(1, 0)
    assert labels(*items(0, 1), numbering=numbering) == ["•", "–"]


def test_lists_of_one_pattern_count_on_together_until_one_states_a_start() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = pattern(0, *THREE) + listed(1, 0) + listed(2, 0) + listed(3, 0, again)
    body = items(0, 0, num=1) + items(0, num=2) + items(0, 0, num=3)
    assert labels(*body, numbering=numbering) == ["1.", "2.", "3.", "7.", "8."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
    assert labels(*items(0, 0), numbering=pattern(0, *THREE) + listed(1, 0, own)) == ["C)", "D)"]


def test_a_level_may_never_begin_anew_or_only_under_a_certain_one() -> None:
    never = pattern(
        0, level(0, "decimal", "%1."), level(1, "decimal", "Article %2", more='<w:lvlRestart w:val="0"/>')
    ) + listed(1, 0)
    assert labels(*items(0, 1, 1, 0, 1), numbering=never) == [
        "1.",
        "Article 1",
        "Article 2",
        "2.",
        "Article 3",
    ]
    third = level(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>')
    first_only = pattern(0, level(0, "decimal", "%1."), level(1, "decimal", "%2"), third) + listed(1, 0)
    assert labels(*items(0, 1, 2, 1, 2, 0, 1, 2), numbering=first_only)[2::2] == ["1", "2", "1"]


def test_a_legal_level_writes_all_levels_in_figures() -> None:
    legal = pattern(
        0, level(0, "upperRoman", "Chapter %1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    ) + listed(1, 0)
    assert labels(*items(0, 0, 1), numbering=legal) == ["Chapter I", "Chapter II", "2.1"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Article"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Part"/><w:basedOn w:val="A"/></w:style>'
    )
    numbering = (
        pattern(0, level(0, "decimal", "%1.", more='<w:pStyle w:val="A"/>'), level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="B"/>'))
        + listed(1, 0)
    )  # fmt: skip
    body = p("a,", style="A"), p("b,", style="B"), p("c,", style="A"), p("d,", style="A", num=0)
    assert labels(*body, numbering=numbering, styles=styles) == ["1.", "(a)", "2.", ""]


def test_a_pattern_may_be_named_by_a_style_of_lists() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="List"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = linked + pattern(0, *THREE) + listed(1, 5) + listed(2, 0)
    assert labels(*items(0, 1), numbering=numbering, styles=styles) == ["1.", "(a)"]


def test_each_view_counts_its_own_paragraphs() -> None:
    body = (
        p("one,", num=1),
        p(ins("two,"), num=1, mark="ins"),
        p(dele("three,"), num=1, mark="del"),
        p(dele("four,"), num=1, mark="del"),
        p("five,", num=1),
    )
    assert labels(*body) == ["1.", "2.", "3."]
    assert labels(*body, view="rejected") == ["1.", "2.", "3.", "4."]


def test_an_empty_numbered_paragraph_counts_and_rows_that_are_gone_do_not() -> None:
    body = (
        p("one,", num=1),
        p(num=1),
        table(row(cell(p("two,", num=1)), cell("x"), changed="del")),
        p("three,", num=1),
    )
    assert labels(*body) == ["1.", "3."]
    assert labels(*body, view="rejected") == ["1.", "3.", "", "4."]


def test_a_number_that_was_added_is_not_in_the_rejected_view() -> None:
    added = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{change("ins", "A", "", "")}</w:numPr></w:pPr><w:r><w:t>a,</w:t></w:r></w:p>'
    body = added, p("b,", num=1)
    assert labels(*body) == ["1.", "2."]
    assert labels(*body, view="rejected") == ["", "1."]


def test_the_second_numbered_paragraph_of_a_cell_keeps_its_number_as_words() -> None:
    filed = read_word(
        docx(table(row(cell(p("a", num=1), p("b", num=1)), cell("c"))), numbering=PLAIN), "a.docx", "en"
    )
    assert (filed.text.units[0].number, filed.text.units[0].text) == ("1.", "a¶2. b")


def test_a_list_that_the_file_does_not_have_numbers_nothing() -> None:
    assert labels(*items(0, num=9)) == [""]
