"""What the pages of subjects show, and the page of indicators."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kengesh.mechanism.answers import Row, order_of
from kengesh.mechanism.questions.indicators import MISSED
from kengesh.mechanism.words import INDICATOR_WORDS
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _
from kengesh.terms.years import years_written

ON_A_PAGE = 300  # acts under one subject
LISTED = 100  # of what an indicator counted; the whole list has its own page
WHOLE = ("meetings", "proposals", "commitments")


@dataclass
class Stretch:
    """A meeting of the series with what was done there under a subject, and what was done apart from it until the next.

    `meeting` is None for the time before the first one.
    """

    meeting: Row | None
    at: list[Row] = field(default_factory=list)
    apart: list[Row] = field(default_factory=list)


def subjects(reading: Reading) -> Page:
    """Show the subjects of the record, each with how much is recorded under it and at which meetings it came up."""
    named = [act.get("thing") for act in reading.view.of_kind("name") if act.get("type") == "subject"]
    things = reading.reader.sorted(dict.fromkeys(reading.view.shown(one) for one in named))
    own = [one["id"] for one in _sessions(reading)]
    rows = []
    for thing in things:
        acts = reading.ask("subject", subject=thing)["answer"]
        met = {one["meeting"] for one in acts}
        rows.append({"id": thing, "count": len(acts), "meetings": [one for one in own if one in met]})
    return Page("subjects/subjects.html", _("Subjects"), {"rows": rows})


def subject(reading: Reading, thing: str) -> Page:
    """Show one subject meeting by meeting, what sources judge of it, and the indicators that can be counted under it."""
    reading.must_know(thing, "subject")
    answer = reading.ask("subject", subject=thing)
    pages: Pages[Row] = paged(reading, answer["answer"], ON_A_PAGE)
    counted = reading.ask("indicators", subject=thing)
    found = {
        "stretches": _stretches(_sessions(reading), pages),
        "pages": pages,
        "indicators": [_shown(reading, one) for one in counted["answer"]],
        "statements": counted["judgements"],
        "notes_of_answer": answer["notes"],
    }
    return Page("subjects/subject.html", reading.reader.name(thing), found, thing=thing)


def indicators(reading: Reading) -> Page:
    """Show what can be counted of the whole mechanism, beside what sources judge of it."""
    counted = reading.ask("indicators")
    found = {
        "indicators": [_shown(reading, one) for one in counted["answer"]],
        "statements": counted["judgements"],
    }
    return Page("subjects/indicators.html", _("Indicators"), found)


def _sessions(reading: Reading) -> list[Row]:
    """Return the meetings of the mechanism's own series that were held, in order of day."""
    if reading.body is None:
        return []
    rows = reading.ask("meetings", body=reading.body)["answer"]
    return [one for one in rows if one["series"] == reading.body and one["state"] in ("held", "not-known")]


def _stretches(sessions: list[Row], pages: Pages[Row]) -> list[Stretch]:
    """Return what is recorded, meeting by meeting: each act under its own meeting, or under the last one before its day.

    Of a list in several pages each shows only the meetings of which it has something.
    """
    stretches = [Stretch(None), *(Stretch(one) for one in sessions)]
    by_id = {one.meeting["id"]: one for one in stretches if one.meeting}
    for row in pages.rows:
        if row["meeting"] in by_id:
            by_id[row["meeting"]].at.append(row)
        else:
            _last_before(stretches, row).apart.append(row)
    return [one for one in stretches if one.at or one.apart or (pages.is_whole and one.meeting)]


def _last_before(stretches: list[Stretch], row: Row) -> Stretch:
    day = order_of(row["on"])[:2]
    begun = [one for one in stretches if one.meeting is None or order_of(one.meeting["on"])[:2] <= day]
    return begun[-1]


def _shown(reading: Reading, row: Row) -> dict[str, Any]:
    """Return an indicator as it is set out: its name, its definition, and what it counted, each sort under its own word."""
    sorts = {
        _("Counted"): row["counted"],
        _("Still running, with the years so far"): row.get("running", []),
        _("Not known"): row["not_known"],
    }
    return {
        **row,
        "name": _(INDICATOR_WORDS[row["id"]]),
        "lists": [_list(reading, heading, rows) for heading, rows in sorts.items() if rows],
        "is_years": "median" in row,
        "median": _years(reading, row["median"]) if row.get("median") else None,
        "href": reading.href(row["id"].partition("-")[0]) if row["id"].partition("-")[0] in WHOLE else None,
    }


def _list(reading: Reading, heading: str, rows: list[Row]) -> dict[str, Any]:
    return {
        "heading": heading,
        "rows": [_listed(reading, one) for one in rows[:LISTED]],
        "more": max(0, len(rows) - LISTED),
    }


def _listed(reading: Reading, one: Row) -> Row:
    state = next((one[name] for name in ("state", "fate", "outcome") if one.get(name)), None)
    told = {name: one.get(name) for name in ("what", "on", "due", "due_words", "done_on")}
    return {**one, **told, "state": state, "was_planned": state in MISSED, "years": _years(reading, one)}


def _years(reading: Reading, found: Row) -> str | None:
    """Return years in figures, None where they are not known."""
    least = found.get("years_least")
    return None if least is None else years_written(least, found["years_most"], reading.language)
