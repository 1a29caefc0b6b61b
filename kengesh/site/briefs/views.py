"""What the page of a brief shows, and its Word file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kengesh.briefs.asked import NotInThisRecord
from kengesh.briefs.document import Brief, plain
from kengesh.briefs.instrument import instrument_brief
from kengesh.briefs.meeting import meeting_brief
from kengesh.briefs.state import state_brief
from kengesh.briefs.word import write_docx
from kengesh.mechanism.names import type_of
from kengesh.mechanism.near import near
from kengesh.site.reading import NotInRecord, Reading
from kengesh.site.shows import File, Page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OF_TYPE: dict[str, Callable[..., Brief]] = {
    "meeting": meeting_brief,
    "party": state_brief,
    "instrument": instrument_brief,
}
ALL = 1_000  # sources of a statement: on the page there is room for every one


def brief(reading: Reading, thing: str) -> Page:
    """Show a brief, with every source of each statement."""
    found = _brief(reading, thing, most_cited=ALL)
    return Page("briefs/brief.html", plain(found.title), {"brief": found}, thing=thing)


def brief_docx(reading: Reading, thing: str) -> File:
    """Give a brief as a Word file; it says as its time when the last entry that it rests on was signed."""
    found = _brief(reading, thing)
    entries = reading.view.store.entry(max(0, reading.view.size - 1))
    created = datetime.fromisoformat(entries[0].at)
    name = f"{thing.replace('/', '-')}-{reading.view.on.isoformat()}-{reading.language}.docx"
    return File(write_docx(found, created), DOCX, name)


def _brief(reading: Reading, thing: str, **how: int) -> Brief:
    reading.must_know(thing, *OF_TYPE)
    whole = reading.mechanism.view()
    type_ = type_of(whole, thing)
    try:
        return OF_TYPE[type_ or "party"](reading.mechanism, reading.view, thing, reading.language, **how)
    except NotInThisRecord as error:
        raise NotInRecord(thing, near(whole, thing, tuple(OF_TYPE))) from error
