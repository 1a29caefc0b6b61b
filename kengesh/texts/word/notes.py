"""Footnotes and endnotes: the mark in the text, and the note as a paragraph after the one that has the mark.

They are named f1, f2 and so on in the order in which the file refers to them, endnotes with footnotes: in a text both are
footnotes. A note has the views of its own changes, and is in a view only where its mark is.
"""

from __future__ import annotations

from typing import Any

from kengesh.terms.messages import _
from kengesh.texts.tokens import footnote_mark
from kengesh.texts.word.markup import Element, W, tree
from kengesh.texts.word.package import Package
from kengesh.texts.word.revisions import KEPT, Fate
from kengesh.texts.word.state import Reading
from kengesh.texts.word.views import View, joined

KINDS: dict[Any, str] = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_ID = f"{W}id"


def notes_of(package: Package, part: str, kind: str) -> dict[tuple[str, str], Element]:
    """Return the notes of a part by their kind and their id."""
    if not part:
        return {}
    return {(kind, one.get(_ID, "")): one for one in tree(package, part).iterchildren(f"{W}{kind}")}


def reference(reading: Reading, element: Element, fate: Fate) -> None:
    """Read the mark of a note, and the note where its view does not have it yet."""
    if reading.fields.in_instruction:
        return
    which = KINDS[element.tag], element.get(_ID, "")
    note = reading.notes.get(which)
    if note is None:
        reading.report("note", _("A footnote's mark is here, but the file has no such footnote."))
        return
    name = reading.note_names.setdefault(which, f"f{len(reading.note_names) + 1}")
    reading.say(footnote_mark(name), fate, ours=True)
    lacking = [view for view in reading.views(fate) if name not in view.noted]
    if lacking:
        for view in lacking:
            view.noted.add(name)
        _read(reading, note, name, lacking)


def _read(reading: Reading, note: Element, name: str, lacking: list[View]) -> None:
    reading.enter()
    outer, reading.fields = reading.fields, type(reading.fields)()
    paragraph = reading.paragraph
    reading.walk(note, KEPT)
    reading.fields, reading.paragraph = outer, paragraph
    for view in (reading.accepted, reading.rejected):
        draft, inner = joined(view.leave())
        draft.footnote = name
        if view in lacking:
            view.frame.notes.extend((draft, *inner))
    reading.submitted.leave_note()
