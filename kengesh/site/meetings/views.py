"""What the pages of meetings show."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.statements import statements_of
from kengesh.pictures.meetings_chronology import meetings_chronology
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

NOT_KNOWN = {"came_to": "not-known", "came_to_on": None}


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
    said = {one["id"] for one in answer["statements"]}
    found = {
        "row": row,
        "answer": answer,
        "proposals": _come_to(reading, answer["proposals"], "proposals", "fate", "decided_on"),
        "decisions": _come_to(reading, answer["decisions"], "proposals", "fate", "decided_on"),
        "commitments": _come_to(reading, answer["commitments"], "commitments", "outcome", "reported_on"),
        "statements": [one for one in statements_of(reading.view, thing) if one["id"] in said],
    }
    return Page("meetings/meeting.html", reading.reader.name(thing), found, thing=thing)


def _come_to(reading: Reading, rows: Sequence[Row], question: str, state: str, day: str) -> list[Row]:
    """Return what was proposed, decided or promised at a meeting with what it has come to by the day, and when it did."""
    told = {one["id"]: one for one in reading.ask(question)["answer"]}
    shown = []
    for one in rows:
        found = told.get(reading.view.shown(one["id"]))
        come_to = {"came_to": found[state], "came_to_on": found[day]} if found else NOT_KNOWN
        shown.append({**one, **come_to})
    return shown
