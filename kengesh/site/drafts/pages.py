"""What the form, the result and the page in their place show."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from kengesh.formats.drafts.languages import LANGUAGES
from kengesh.formats.drafts.reading.whole import READERS
from kengesh.formats.drafts.values import Checked
from kengesh.formats.drafts.values import Form as SentenceForm
from kengesh.site.drafts.form import MOST_PASTED, Faults, Form
from kengesh.site.drafts.telling import MOST_SENTENCES, agreeing_of, of_the_whole, places_of
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.site.texts.limits import MEGABYTE, MOST_OF_A_FILE
from kengesh.terms.languages import NATIVE_NAMES
from kengesh.terms.messages import _

NO_FACTS = (SentenceForm.JUDGEMENT, SentenceForm.POSSIBILITY)


class Choice(NamedTuple):
    """One value of a list."""

    value: str
    words: str


def form_page(form: Form, faults: Faults | None = None, says: str = "") -> Page:
    """Show the form as it is filled in; `faults` by field, `says` of the whole."""
    found = {
        "form": form,
        "faults": faults or {},
        "described": partial(_described, faults or {}),
        "labels": {"file": _("The file"), "text": _("The text"), "language": _("The language of the draft")},
        "says": says,
        "tongues": [Choice(code, NATIVE_NAMES[code]) for code in LANGUAGES],
        "endings": ",".join(READERS),
        "most_of_a_file": MOST_OF_A_FILE // MEGABYTE,
        "most_pasted": MOST_PASTED,
    }
    return Page("drafts/form.html", _("Check a draft against the record"), found)


def result_page(reading: Reading, checked: Checked) -> Page:
    """Show what was found, sentence by sentence, what agrees, and what could not be checked."""
    draft = checked.draft
    places, agreeing = places_of(reading, checked), agreeing_of(reading, checked)
    found = {
        "draft": draft,
        "tongue": NATIVE_NAMES[draft.language],
        "places": places[:MOST_SENTENCES],
        "more_places": max(len(places) - MOST_SENTENCES, 0),
        "of_the_whole": of_the_whole(reading, checked),
        "agreeing": agreeing[:MOST_SENTENCES],
        "more_agreeing": max(len(agreeing) - MOST_SENTENCES, 0),
        "not_checked": checked.not_checked[:MOST_SENTENCES],
        "more_not_checked": max(len(checked.not_checked) - MOST_SENTENCES, 0),
        "opinions": sum(one.form in NO_FACTS for one in draft.sentences),
    }
    return Page("drafts/result.html", _("What was found in the draft"), found)


def off_page() -> Page:
    """Show that drafts are not checked here, and how they are on one's own machine."""
    return Page("drafts/off.html", _("Check a draft against the record"))


def _described(faults: Faults, field: str) -> Markup:
    """Return the attributes by which a field at fault leads to its sentence; nothing for another."""
    if field not in faults:
        return Markup("")
    return Markup(' aria-invalid="true" aria-describedby="fault-{}"').format(field)
