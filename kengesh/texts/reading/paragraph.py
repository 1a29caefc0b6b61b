"""A paragraph as a reader of any format finds it, before it is known what it is in the text."""

from __future__ import annotations

from msgspec import Struct

from kengesh.texts.units import Place


class Paragraph(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A paragraph, a cell, or a footnote of a file.

    `text` is cleaned (``tokens.cleaned``) and may begin with a number that somebody typed; `number` is one that the
    format keeps apart from the text, as it would be printed. Readers leave empty paragraphs out (not empty cells).
    """

    text: str
    number: str = ""
    title: bool = False  # the format says that it is the title
    heading: int = 0  # the level of a heading, from 1; 0 where the format says nothing
    level: int = 0  # of a list, from 0
    place: Place | None = None  # of a cell
    footnote: str = ""  # the id by which a mark in another text refers to it
