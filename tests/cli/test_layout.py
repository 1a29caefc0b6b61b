"""Text fits the width, words stay whole while there is room, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.cli.layout import cells, table_lines, wrap

WORDS = st.text(st.sampled_from("ab-/ қʻ漢\u0301"), max_size=40)


@pytest.mark.parametrize(
    ("text", "taken"), [("abc", 3), ("oʻzbekcha", 9), ("漢字", 4), ("e\u0301", 1), ("", 0)]
)
def test_a_text_takes_as_many_cells_as_a_terminal_gives_it(text: str, taken: int) -> None:
    assert cells(text) == taken


@given(WORDS, st.integers(2, 30))
def test_lines_fit_and_hold_all_letters_in_order(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(10, 60))
def test_a_table_fits_its_width(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = list(table_lines(("x", "y", "z"), rows, width))
    assert all(cells(line) <= width for line in lines)
    letters = sorted("".join(lines).replace(" ", ""))
    told = "".join("".join(row) for row in rows).replace(" ", "")
    assert [letter for letter in letters if letter not in "xyz"] == sorted(told)


def test_a_long_address_is_broken_after_a_slash() -> None:
    assert wrap("https://example.test/one/two", 22) == ["https://example.test/", "one/two"]


def test_an_id_keeps_to_one_line_and_the_long_text_beside_it_wraps() -> None:
    rows = [("women-leaders-dialogue/2023-09", "a long text " * 10, "15 March 2018")]
    lines = list(table_lines(("id", "what", "on"), rows, 80))
    assert lines[1].startswith("women-leaders-dialogue/2023-09  a long text")
    assert lines[1].endswith("15 March 2018")


def test_where_columns_do_not_fit_the_rows_stand_one_under_the_other() -> None:
    rows = [("consultative-meeting/1", "Cholpon-Ata"), ("consultative-meeting/2", "")]
    assert list(table_lines(("id", "place"), rows, 30)) == [
        "id     consultative-meeting/1",
        "place  Cholpon-Ata",
        "",
        "id     consultative-meeting/2",
    ]


def test_a_table_without_rows_has_no_lines() -> None:
    assert list(table_lines(("id",), [], 80)) == []


def test_a_day_stays_on_its_line_beside_a_long_text() -> None:
    rows = [("16 November 2025", "a long text " * 20, "several sources")]
    lines = list(table_lines(("on", "what", "rests on"), rows, 80))
    assert lines[1].startswith("16 November 2025  a long text") and lines[1].endswith("several sources")
