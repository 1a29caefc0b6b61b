"""Markdown and plain text: what is written is read again as the same text, whatever signs stand in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.by_ending import read_bytes
from kengesh.texts.reading.filed import Filed
from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.writing.clean_plain import version_plain
from kengesh.texts.writing.markdown import rolling_markdown, version_markdown

SIGNS = [
    *"\\`*_[]<>&~|#+=!(){}^$",
    "- ",
    "> ",
    "# ",
    "5. ",
    "<b>",
    "&amp;",
    "](x)",
    "**",
    "__",
    "~~",
    "http://x.y",
]
words = st.lists(st.sampled_from(["networks", "сеть", "joint", *SIGNS]), min_size=1, max_size=8)
sentences = words.map(lambda found: re.sub(r"\s+", " ", f"Decide {' '.join(found)}").strip() + ";")


def text_of(*units: Unit) -> Text:
    return Text("en", units)


@given(st.lists(sentences, min_size=1, max_size=4))
def test_signs_of_markdown_are_words_like_others(found: list[str]) -> None:
    units = [Unit(f"u{at}", UnitKind.OPERATIVE, sentence, f"{at}.") for at, sentence in enumerate(found, 1)]
    data = version_markdown(text_of(*units)).encode()
    assert [unit.text for unit in read_bytes(data, "a.md", "en").text.units] == found


def test_a_table_a_footnote_and_sub_paragraphs_are_read_again_as_they_were() -> None:
    text = text_of(
        Unit("u1", UnitKind.TITLE, "Declaration⁅f1⁆"),
        Unit("f1", UnitKind.FOOTNOTE, "An exercise.¶Of two paragraphs."),
        Unit("u3", UnitKind.HEADING, "Purpose", level=1),
        Unit("u4", UnitKind.OPERATIVE, "Decide:", "5."),
        Unit("u5", UnitKind.SUBPARAGRAPH, "to meet;", "(a)", level=1),
        Unit("u6", UnitKind.CELL, "Length | km", place=Place("t1", 1, 1)),
        Unit("u7", UnitKind.CELL, "Year", place=Place("t1", 1, 2)),
        Unit("u8", UnitKind.CELL, "", place=Place("t1", 2, 1)),
        Unit("u9", UnitKind.CELL, "2028", place=Place("t1", 2, 2)),
    )
    assert read_bytes(version_markdown(text).encode(), "a.md", "en").text.units == text.units


def test_a_merged_cell_stands_in_the_first_of_its_places() -> None:
    text = text_of(
        Unit("u1", UnitKind.CELL, "Sections", place=Place("t1", 1, 1, columns=2)),
        Unit("u2", UnitKind.CELL, "North", place=Place("t1", 2, 1)),
        Unit("u3", UnitKind.CELL, "South", place=Place("t1", 2, 2)),
    )
    assert version_markdown(text) == "| Sections |  |\n|---|---|\n| North | South |\n"


def test_a_rolling_text_has_its_brackets_in_the_cells_of_its_table() -> None:
    base = text_of(
        Unit("u1", UnitKind.OPERATIVE, "Decide to build the section:", "5."),
        Unit("u2", UnitKind.CELL, "Length", place=Place("t1", 1, 1)),
        Unit("u3", UnitKind.CELL, "900", place=Place("t1", 1, 2)),
    )
    wanted = base.with_units([*base.units[:2], Unit("u3", UnitKind.CELL, "950", place=Place("t1", 1, 2))])
    rolling = compile_text(base, [Submission(delegation="KAZ", filed=Filed(text=wanted))])
    assert rolling_markdown(rolling) == (
        "5\\. Decide to build the section:\n\n| Length | \\[900 / KAZ: 950\\] |\n|---|---|\n"
    )


@pytest.mark.parametrize("text", ["An exercise.", "See [1]."])
def test_plain_text_has_its_footnotes_at_its_end(text: str) -> None:
    units = (
        Unit("u1", UnitKind.OPERATIVE, "Decide⁅f1⁆ to meet;", "1."),
        Unit("f1", UnitKind.FOOTNOTE, text),
    )
    plain = version_plain(text_of(*units))
    assert plain == f"1. Decide[^1] to meet;\n\n[^1]: {text}\n"
    assert read_bytes(plain.encode(), "a.txt", "en").text.units == units
