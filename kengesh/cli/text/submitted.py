"""A Word file as it was submitted: its words, and who inserted and deleted which, as lines to read.

    Decide to establish a [-A. Bekov: joint-] {+A. Bekov: common+} network;

Words moved are a deletion and an insertion, each with ``moved`` after the author's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import Span, SubmittedUnit

MARKS = {"insert": ("{+", "+}"), "delete": ("[-", "-]")}


def submitted_lines(units: Sequence[SubmittedUnit]) -> Iterator[str]:
    """Yield the lines of the units, a blank line between two."""
    for at, unit in enumerate(units):
        if at:
            yield ""
        yield "".join(_marked(span) for span in unit.spans)


def _marked(span: Span) -> str:
    if span.change not in MARKS:
        return span.text
    opens, closes = MARKS[span.change]
    author = _("{author}, moved").format(author=span.author) if span.moved else span.author
    return f"{opens}{author}: {span.text}{closes}" if author else f"{opens}{span.text}{closes}"
