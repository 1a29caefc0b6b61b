"""A title that announces a plan, in a note to a sentence that says the thing was done."""

from __future__ import annotations

from kengesh.formats.drafts.forms import acts_completed, plan_announced
from kengesh.formats.drafts.values import Draft, Finding, Form, Sort
from kengesh.terms.messages import _


def plans_as_done(draft: Draft) -> list[Finding]:
    """Return a finding for each note whose title announces what its sentence says was done."""
    found = []
    for sentence in draft.sentences:
        if sentence.form in (Form.PLAN, Form.POSSIBILITY):
            continue
        done = acts_completed(sentence.text, draft.language)
        for number in dict.fromkeys(sentence.notes):
            note = draft.note(number)
            announced = plan_announced(note.title) if note and note.title else None
            if not done or note is None or announced is None:
                continue
            says = _(
                "The sentence says “{done}”, while the title of note {note} announces a plan: “{announced}”. "
                "The note does not prove that it was done."
            )
            says = says.format(done=done[0], note=number, announced=announced)
            found.append(Finding(Sort.PLAN_AS_DONE, says, sentence, (number,), done[0], "verb"))
    return found
