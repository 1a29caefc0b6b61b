"""What the form of the page asks for: a file or pasted text, and perhaps its language. Read into memory, and judged here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from kengesh.formats.drafts.languages import LANGUAGES
from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.formats.drafts.reading.whole import read_draft_bytes
from kengesh.formats.drafts.values import Draft
from kengesh.site.texts.form import Upload
from kengesh.site.texts.limits import MEGABYTE, MOST_OF_A_FILE
from kengesh.terms.messages import _

LONGEST = 100  # characters of a choice; a code has two
MOST_PASTED = 1_000_000  # characters: below what Django takes as one field, of letters of two bytes too

Faults = Mapping[str, str]


class FormRefused(Exception):
    """A form that cannot be worked on; `faults` are sentences by field."""

    def __init__(self, faults: Faults) -> None:
        super().__init__("; ".join(faults.values()))
        self.faults = faults


class Form(Struct, frozen=True):
    """The form as it was filled in; an empty language is guessed."""

    file: Upload | None = None
    text: str = ""
    language: str = ""


def form_of(fields: Mapping[str, str], files: Mapping[str, Any]) -> Form:
    """Return what was sent. The file is taken out of the request; nothing else keeps it."""
    file = files.get("file")
    return Form(
        None if file is None else Upload(str(file.name), file.read()),
        fields.get("text", ""),
        fields.get("language", "").strip()[:LONGEST],
    )


def draft_of(form: Form, too_large: set[str]) -> Draft:
    """Return the draft that a form brings. Raises FormRefused with every fault of it."""
    faults = _faults(form, too_large)
    if faults:
        raise FormRefused(faults)
    name, data = (form.file.name, form.file.data) if form.file else (pasted_name(), form.text.encode())
    try:
        return read_draft_bytes(name, data, form.language or None)
    except CannotRead as error:
        raise FormRefused({"file" if form.file else "text": str(error)}) from None


def pasted_name() -> str:
    """Return the name of a text that has none of its own."""
    return _("pasted text") + ".txt"


def _faults(form: Form, too_large: set[str]) -> dict[str, str]:
    faults = {}
    has_text = bool(form.text.strip())
    if "file" in too_large:
        says = _("The file has more than {most} MB. Leave pictures out of it.")
        faults["file"] = says.format(most=MOST_OF_A_FILE // MEGABYTE)
    elif form.file is None and not has_text:
        faults["file"] = _("Choose a file, or paste the text below.")
    elif form.file is not None and has_text:
        faults["text"] = _("There is a file and a pasted text; send one of them.")
    if len(form.text) > MOST_PASTED:
        says = _("The pasted text has {count} characters; paste no more than {most}, or send it as a file.")
        faults["text"] = says.format(count=len(form.text), most=MOST_PASTED)
    if form.language and form.language not in LANGUAGES:
        says = _("{code}: drafts are read in Turkish (tr), English (en) and Russian (ru).")
        faults["language"] = says.format(code=form.language)
    return faults
