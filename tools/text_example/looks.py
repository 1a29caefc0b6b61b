"""How the files of different capitals look: the same paragraphs from six offices with six habits.

as-circulated   the secretariat's own file, its numbers typed, a tab after them; Word has cut the runs while people typed
localized       the same after a Word in Russian: the ids of the styles are that program's own
retyped         no styles at all: fonts and indents set by hand, empty paragraphs for distance, ``1)`` for ``1.``
numbered        styles, and the numbers are Word's automatic ones
with-controls   a form: content controls, links, fields around the words; lines numbered in the margin
as-received     an old file carried along: smart tags, marks of the spelling checker, runs cut at every few words
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

STYLES = {
    "title": "Title",
    "heading": "Heading1",
    "opening": "Opening",
    "preambular": "PreambularParagraph",
    "operative": "OperativeParagraph",
    "letter": "SubParagraph",
    "roman": "SubSubParagraph",
    "cell": "TableText",
    "note": "FootnoteText",
    "header": "Header",
    "footer": "Footer",
}
# What Word in Russian calls its styles: the ids are its own, the names within are the English ones.
LOCAL_STYLES = {
    **STYLES,
    "title": "a3",
    "heading": "1",
    "opening": "a5",
    "preambular": "a6",
    "operative": "a7",
    "letter": "20",
    "roman": "30",
    "cell": "a8",
    "note": "a9",
    "header": "ab",
    "footer": "ad",
}


@dataclass(frozen=True)
class Look:
    """How a file is made. `wrapped` are (paragraph, words, what stands around them), in a file of that habit."""

    font: str = "Times New Roman"
    size: int = 24  # half points
    styles: Mapping[str, str] = field(default_factory=lambda: STYLES)
    automatic: bool = False
    closing: bool = False  # 1) and a) for 1. and (a)
    blank_lines: bool = False
    cut_after: int = 0  # words after which Word has begun a new run; 0: it has not
    noise: bool = False  # marks of the spelling checker, rsids
    controls: bool = False  # block controls around the last preambular paragraph and the table
    line_numbers: bool = False
    spacing: int = 240  # between lines, in 240ths
    wrapped: tuple[tuple[str, str, str], ...] = ()


LOOKS = {
    "as-circulated": Look(cut_after=9, noise=True, wrapped=(("PP1", "EX/2025/L.4", "link"),)),
    "localized": Look(styles=LOCAL_STYLES, cut_after=14),
    "retyped": Look(font="Arial", size=22, styles={}, closing=True, blank_lines=True, spacing=276),
    "numbered": Look(font="Calibri", size=23, automatic=True),
    "with-controls": Look(
        controls=True,
        line_numbers=True,
        spacing=360,
        wrapped=(
            ("opening", "5 October 2026", "control"),
            ("PP1", "EX/2025/L.4", "link"),
            ("1", "2028", "control"),
            ("1 (a)", "the table below", "field"),
            ("14", "working group", "linked control"),
            ("22", "2029", "simple field"),
        ),
    ),
    "as-received": Look(
        cut_after=4,
        noise=True,
        wrapped=(("PP1", "16 November 2025", "smart tag"), ("9", "1 March 2027", "smart tag")),
    ),
}
BASE_LOOK = Look()
