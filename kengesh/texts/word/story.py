"""Which element of a text is read by what; and the paragraph, on whose mark the views depend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.terms.messages import _
from kengesh.texts.word import runs
from kengesh.texts.word.markup import MC, Element, W, child, text_of
from kengesh.texts.word.notes import reference
from kengesh.texts.word.revisions import INSERTS, Fate, changes_in, mark_properties
from kengesh.texts.word.state import Handler, Reading, shortened
from kengesh.texts.word.styles import Properties
from kengesh.texts.word.tables import table

_PPR = f"{W}pPr"


def paragraph(reading: Reading, element: Element, fate: Fate) -> None:
    """Read a paragraph and its mark."""
    reading.paragraph += 1
    stated = child(element, _PPR)
    mark = fate
    for revision in changes_in(mark_properties(stated)):
        mark = mark.under(reading.count(revision))
    reading.walk(element, fate)
    passed = reading.fields.cut()
    if passed is not None:
        says = _("A field has no result in its paragraph; its instruction was left out: “{words}”.")
        reading.report("field", says.format(words=shortened(passed.strip())))
    now = reading.styles.properties(stated)
    reading.end_paragraph(now, _before(reading, stated, now), fate, mark)


def _before(reading: Reading, stated: Element | None, now: Properties) -> Properties:
    """What the paragraph was before changes of its properties, which the rejected view undoes."""
    change = child(stated, f"{W}pPrChange")
    if change is not None:
        return reading.styles.properties(child(change, _PPR))
    if child(child(stated, f"{W}numPr"), f"{W}ins") is not None:
        return Properties(now.title, now.heading, "", None, now.style)
    return now


def _named(handler: Handler, *names: str) -> dict[str, Handler]:
    return {f"{W}{name}": handler for name in names}


HANDLERS: Mapping[Any, Handler] = {
    **_named(paragraph, "p"),
    **_named(runs.run, "r"),
    **_named(runs.text, "t", "delText"),
    **_named(table, "tbl"),
    **dict.fromkeys(INSERTS, runs.change),
    **dict.fromkeys(runs.LETTERS, runs.letter),
    **_named(runs.symbol, "sym"),
    **_named(runs.field_character, "fldChar"),
    **_named(reference, "footnoteReference", "endnoteReference"),
    **_named(runs.comment_begins, "commentRangeStart"),
    **_named(runs.comment_ends, "commentRangeEnd", "commentReference"),
    **_named(runs.drawing, "drawing", "pict", "object"),
    **_named(runs.text_box, "txbxContent"),
    **_named(runs.content_control, "sdt"),
    **_named(runs.ruby, "ruby"),
    **_named(runs.refused, "altChunk", "subDoc"),
    **runs.MATH,
    f"{MC}AlternateContent": runs.alternates,
    **_named(
        runs.ignored,
        *(
            "pPr",
            "rPr",
            "tcPr",
            "trPr",
            "tblPr",
            "tblGrid",
            "sectPr",
            "sdtPr",
            "sdtEndPr",
            "smartTagPr",
            "customXmlPr",
        ),
        *(
            "instrText",
            "delInstrText",
            "fldData",
            "footnoteRef",
            "endnoteRef",
            "annotationRef",
            "pgNum",
            "rt",
            "rubyPr",
        ),
        *(
            "separator",
            "continuationSeparator",
            "lastRenderedPageBreak",
            "proofErr",
            "bookmarkStart",
            "bookmarkEnd",
        ),
    ),
}


def words_of(element: Element) -> str:
    """Return the words of a header or footer, without fields' instructions; empty if it has none but figures."""
    words = text_of((element,)).strip()
    return words if any(letter.isalpha() for letter in words) else ""
