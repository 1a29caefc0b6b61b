"""What the pages of meetings show."""

from __future__ import annotations

from kengesh.pictures.meetings_chronology import meetings_chronology
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _


def meetings(reading: Reading) -> Page:
    """Show all meetings in order of day, those of the mechanism's own series first."""
    rows = reading.ask("meetings")["answer"]
    own = [one for one in rows if one["series"] == reading.body]
    return Page(
        "meetings/meetings.html",
        _("Meetings"),
        {
            "own": own,
            "others": [one for one in rows if one not in own],
            "picture": meetings_chronology(reading.reader, reading.body, reading.href_of)
            if own and reading.body
            else None,
        },
    )


def meeting(reading: Reading, thing: str) -> Page:
    """Show one meeting: who came, what was on the agenda, what came out, what prepared it, where sources differ."""
    reading.must_know(thing, "meeting")
    answer = reading.ask("meeting", meeting=thing)
    row = answer["answer"][0] if answer["answer"] else None
    return Page(
        "meetings/meeting.html", reading.reader.name(thing), {"row": row, "answer": answer}, thing=thing
    )
