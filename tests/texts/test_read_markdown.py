"""Markdown: blocks, numbers of lists, tables, footnotes, HTML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.reading.markdown import read_markdown
from kengesh.texts.units import Place, UnitKind, read_version, written

EXAMPLE = Path(__file__).parents[2] / "kengesh/texts/example"


def units(source: str, language: str = "en") -> list[tuple[str, str, int, str]]:
    found = read_markdown(source.encode(), "base.md", language).text.units
    return [(unit.kind.value, unit.number, unit.level, unit.text) for unit in found]


def test_a_declaration():
    source = """# Declaration on a joint logistics network[^1]

The Heads of State,

*Recalling* the [meeting](https://example.org) of **2025**,

## Purpose

5. *Decide* to establish
   a network of `2.5 %`:

   (a) roads;

      (i) bridges;

6) Agree &amp; sign.

[^1]: Exercise *text*.

    Second paragraph.
"""
    assert units(source) == [
        ("title", "", 0, "Declaration on a joint logistics network⁅f1⁆"),
        ("footnote", "", 0, "Exercise text.¶Second paragraph."),
        ("paragraph", "", 0, "The Heads of State,"),
        ("preambular", "", 0, "Recalling the meeting of 2025,"),
        ("heading", "", 1, "Purpose"),
        ("operative", "5.", 0, "Decide to establish a network of 2.5 %:"),
        ("sub-paragraph", "(a)", 1, "roads;"),
        ("sub-paragraph", "(i)", 2, "bridges;"),
        ("operative", "6)", 0, "Agree & sign."),
    ]


@pytest.mark.parametrize("language", ["en", "ru", "tr"])
def test_the_example_has_the_same_units_in_its_three_languages(language):
    english = read_markdown((EXAMPLE / "base.en.md").read_bytes(), "base.en.md")
    other = read_markdown((EXAMPLE / f"base.{language}.md").read_bytes(), "base.md")
    shape = [(unit.id, unit.kind, unit.level, unit.number, unit.place) for unit in english.text.units]
    assert [(unit.id, unit.kind, unit.level, unit.number, unit.place) for unit in other.text.units] == shape
    assert (other.text.language, other.findings) == (language, ())


def test_lists_in_lists_are_subparagraphs():
    source = "5. Decide:\n   1. roads:\n      - bridges;\n      - tunnels;\n   2. ports;\n6. Agree.\n\n- (a) first;\n- (b) second;\n"
    assert units(source) == [
        ("operative", "5.", 0, "Decide:"),
        ("sub-paragraph", "1.", 1, "roads:"),
        ("sub-paragraph", "•", 2, "bridges;"),
        ("sub-paragraph", "•", 2, "tunnels;"),
        ("sub-paragraph", "2.", 1, "ports;"),
        ("operative", "6.", 0, "Agree."),
        ("sub-paragraph", "(a)", 1, "first;"),
        ("sub-paragraph", "(b)", 1, "second;"),
    ]


def test_the_numbers_of_a_list_are_its_own_and_not_counted():
    assert [number for _kind, number, _level, _text in units("5. a;\n5. b;\n9. c;\n")] == ["5.", "5.", "9."]


def test_labels_of_proposals_begin_paragraphs_even_without_a_blank_line():
    source = "5. Decide to meet;\n5 bis. Invite others;\n5 alt 1 UZB: Agree to study\na union;\n"
    assert [(number, text) for _kind, number, _level, text in units(source)] == [
        ("5.", "Decide to meet;"),
        ("5 bis.", "Invite others;"),
        ("5 alt 1 UZB:", "Agree to study a union;"),
    ]


def test_every_cell_of_a_table_is_a_unit_and_empty_ones_too():
    source = "| Section | Length, km |\n|---|---|\n| Northern | 1200 |\n| Central | |\n\n| One |\n|---|\n| a \\| b |\n"
    found = read_markdown(source.encode(), "a.md", "en").text.units
    assert {unit.kind for unit in found} == {UnitKind.CELL}
    assert [(unit.place, unit.text) for unit in found] == [
        (Place("t1", 1, 1), "Section"),
        (Place("t1", 1, 2), "Length, km"),
        (Place("t1", 2, 1), "Northern"),
        (Place("t1", 2, 2), "1200"),
        (Place("t1", 3, 1), "Central"),
        (Place("t1", 3, 2), ""),
        (Place("t2", 1, 1), "One"),
        (Place("t2", 2, 1), "a | b"),
    ]


def test_a_row_that_would_lose_cells_is_refused_with_its_line():
    with pytest.raises(CannotRead, match=r"a\.md: line 5: the row has 3 cells and the head of its table 2"):
        read_markdown(b"Text\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", "a.md", "en")


def test_only_the_first_heading_of_the_first_level_is_the_title():
    assert units("# Declaration\n\n## Purpose\n\n# Annex of routes\n\n### Deep\n") == [
        ("title", "", 0, "Declaration"),
        ("heading", "", 1, "Purpose"),
        ("heading", "", 1, "Annex of routes"),
        ("heading", "", 2, "Deep"),
    ]


def test_without_a_title_the_levels_of_headings_are_their_own():
    assert units("## II. Corridors\n") == [("heading", "II.", 2, "Corridors")]


def test_hard_breaks_are_blanks_and_code_and_quotes_are_text():
    assert [
        text
        for _kind, _number, _level, text in units(
            "One  \ntwo<br>three\\\nfour,\n\n> Five,\n\n```\nsix,\n\nseven,\n```\n"
        )
    ] == [
        "One two three four,",
        "Five,",
        "six,",
        "seven,",
    ]


def test_html_is_kept_as_text_and_comments_are_left_out_and_both_are_told():
    filed = read_markdown(
        b"One <b>two</b>,\n\n<script>\nalert(1)\n</script>\n\nThree<!-- secret -->,\n", "a.md", "en"
    )
    assert [unit.text for unit in filed.text.units] == [
        "One <b>two</b>,",
        "<script> alert(1) </script>",
        "Three,",
    ]
    assert [(finding.where, finding.says.split()[0]) for finding in filed.findings] == [
        ("line 1", "HTML"),
        ("line 3", "HTML"),
        ("line 7", "a"),
    ]


def test_what_looks_like_the_definition_of_a_link_stays_in_the_text():
    assert [text for _kind, _number, _level, text in units("Decide,\n\n[Note]: see,\n")] == [
        "Decide,",
        "[Note]: see,",
    ]


def test_a_footnote_stands_after_the_unit_that_refers_to_it_even_a_cell():
    found = read_markdown(b"| a[^n] | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: Note.\n", "a.md", "en").text.units
    assert [unit.id for unit in found] == ["u1", "f1", "u3", "u4", "u5"]
    assert found[0].text == "a⁅f1⁆"


def test_a_definition_in_code_is_code():
    filed = read_markdown(b"1. Decide.[^1]\n\n```\n[^1]: code,\n```\n", "a.md", "en")
    assert [unit.text for unit in filed.text.units] == ["Decide.[^1]", "[^1]: code,"]
    assert len(filed.findings) == 2


def test_the_signs_that_mean_something_to_us_are_read_as_others_even_as_entities():
    filed = read_markdown("1. See &para; 5 and ⁅u1⁆.\n".encode(), "a.md", "en")
    assert filed.text.units[0].text == "See ❡ 5 and [u1]."
    assert len(filed.findings) == 1


def test_a_file_without_words_is_refused():
    for data in (b"", b"\n\n---\n", b"<!-- nothing -->\n"):
        with pytest.raises(CannotRead, match="no words"):
            read_markdown(data, "a.md")


def test_the_language_is_guessed_where_it_is_not_said():
    assert read_markdown("Главы государств постановляют создать сеть.".encode(), "a.md").text.language == "ru"


_PIECES = st.sampled_from(
    [
        "5. ",
        "* ",
        "# ",
        "\n",
        "\n\n",
        "[^1]",
        "[^1]: ",
        "| a | b |\n",
        "|---|---|\n",
        "<b>",
        "<!--",
        "-->",
        "```\n",
        "    ",
        "&amp;",
        "(a) ",
        "> ",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6)).map("".join))
def test_whatever_is_in_a_file_it_is_read_or_refused(source):
    try:
        filed = read_markdown(source.encode("utf-8", "replace"), "a.md")
    except CannotRead:
        return
    assert read_version(written(filed.text)) == filed.text


@given(st.lists(st.text(st.sampled_from("abc де"), min_size=1, max_size=20)).map("\n\n".join))
def test_no_word_of_a_plain_file_is_lost(source):
    if source.split():
        found = read_markdown(source.encode(), "a.md", "en").text.units
        assert " ".join(unit.text for unit in found).split() == source.split()


def test_a_hostile_file_takes_no_more_time_than_its_length():
    unclosed = "<!--" * 50_000  # a pattern would compare each opening with all that follows
    assert read_markdown(unclosed.encode(), "a.md", "en").text.units[0].text == unclosed
    assert len(read_markdown(b"aaa bbb\n" * 20_000, "a.md", "en").text.units) == 1
