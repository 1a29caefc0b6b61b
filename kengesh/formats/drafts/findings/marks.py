"""Marks without their note, notes without their mark, numbers given twice, and parts of notes that cannot be read."""

from __future__ import annotations

from collections import Counter

from kengesh.formats.drafts.values import Draft, Finding, Sort
from kengesh.terms.messages import _


def lost_marks(draft: Draft) -> list[Finding]:
    """Return a finding for each mark that leads to no note, and each note to which nothing leads."""
    marked = {number for sentence in draft.sentences for number in sentence.notes}
    found = []
    for sentence in draft.sentences:
        for number in dict.fromkeys(sentence.notes):
            if draft.note(number) is None:
                says = _("The text marks note {note}, and there is no such note.").format(note=number)
                found.append(
                    Finding(Sort.NOTE_WITHOUT_PLACE, says, sentence, (number,), f"[{number}]", "mark")
                )
    for number, times in Counter(note.number for note in draft.notes).items():
        if number not in marked:
            says = _("There is a note {note}, and nothing in the text leads to it.").format(note=number)
            found.append(Finding(Sort.NOTE_WITHOUT_PLACE, says, None, (number,), f"[{number}]", "note"))
        if times > 1:
            says = _("Several notes have the number {note}.").format(note=number)
            found.append(Finding(Sort.NOTE_WITHOUT_PLACE, says, None, (number,), f"[{number}]", "number"))
    return found


def unreadable_notes(draft: Draft) -> list[Finding]:
    """Return a finding for each note that has parts which no reader can make out."""
    says = _("Note {note} has a part that cannot be read: {words}.")
    return [
        Finding(
            Sort.NOTE_UNREADABLE,
            says.format(note=note.number, words=", ".join(note.unreadable)),
            None,
            (note.number,),
            ", ".join(note.unreadable),
            "note",
        )
        for note in draft.notes
        if note.unreadable
    ]
