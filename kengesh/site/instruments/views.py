"""What the pages of instruments show."""

from __future__ import annotations

from collections import Counter

from kengesh.mechanism.answers import Answer, Row
from kengesh.mechanism.questions.statements import statements_of
from kengesh.site.long_lists import cut
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Page
from kengesh.terms.languages import NATIVE_NAMES
from kengesh.terms.messages import _

ON_A_PAGE = 100


def instruments(reading: Reading) -> Page:
    """Show the instruments, the newest first, the merely mentioned last; ``meeting`` and ``form`` leave those of one of them."""
    meeting, form = reading.query.get("meeting") or None, reading.query.get("form") or None
    if meeting is not None:
        reading.must_know(meeting, "meeting")
    every = reading.ask("instruments")["answer"]
    rows = reading.ask("instruments", meeting=meeting)["answer"] if meeting else every
    forms = Counter(one["form"] for one in every if one["form"])
    if form is not None and form not in forms and form not in _forms_of_the_record(reading):
        says = _("form: no instrument here has the form {form}; the forms are: {forms}.")
        raise AskedWrongly(says.format(form=form, forms=", ".join(sorted(forms)) or _("none")))
    rows = [one for one in rows[::-1] if form in (None, one["form"])]
    pages: Pages[Row] = paged(reading, sorted(rows, key=_has_no_day), ON_A_PAGE)
    at = dict.fromkeys(how["meeting"] for one in every for how in one["how"] if how["meeting"])
    found = {
        "pages": pages,
        "made": [one for one in pages.rows if one["how"]],
        "mentioned": [one for one in pages.rows if not one["how"]],
        "forms": sorted(forms.items()),
        "form": form,
        "meeting": meeting,
        "meetings": list(at)[::-1],
        "kept": {"meeting": meeting} if meeting else {},
    }
    return Page("instruments/instruments.html", _("Instruments"), found)


def _has_no_day(row: Row) -> tuple[bool, bool]:
    """Return whether no source in the record says how an instrument came to be, and whether none agrees with others on when."""
    return not row["how"], not any(how["on"] for how in row["how"])


def _forms_of_the_record(reading: Reading) -> set[str]:
    """Return the forms of all instruments, whatever the clocks: a list of a day before them is empty, and not refused."""
    names = [act for act in reading.mechanism.view().of_kind("name") if act.get("type") == "instrument"]
    return {act.get("form") for act in names}


def instrument(reading: Reading, thing: str) -> Page:
    """Show one instrument: its names, how it came to be, who signed it, its life, where its text is."""
    reading.must_know(thing, "instrument")
    answer = reading.ask("instrument", instrument=thing)
    row = answer["answer"][0] if answer["answer"] else None
    shown = reading.view.shown(thing)
    found = {
        "row": row,
        "answer": answer,
        "names": reading.ask("name", thing=thing),
        "successors": [one["id"] for one in reading.ask("instruments")["answer"] if one["follows"] == shown],
        "disputes": reading.ask("disputes", about=shown)["answer"],
        "language_names": NATIVE_NAMES,
        "notes_of": {act: one["note"] for one in answer["life"] for act in one["acts"] if one["note"]},
        "lists": cut(
            reading,
            {
                "life": _life(answer),
                "promised": [
                    one for one in reading.ask("commitments")["answer"] if one["instrument"] == shown
                ],
                "proposed": [one for one in reading.ask("proposals")["answer"] if one["instrument"] == shown],
                "statements": statements_of(reading.view, shown)[::-1],
            },
        ),
        "is_alone": "list" in reading.query,
    }
    return Page("instruments/instrument.html", reading.reader.name(thing), found, thing=thing)


def _life(answer: Answer) -> list[Row]:
    """Return the events in the life of an instrument that are not told already by how it came to be."""
    told = {act for one in answer["answer"] for how in one["how"] for act in how["acts"]}
    return [one for one in answer["life"] if told.isdisjoint(one["acts"])]
