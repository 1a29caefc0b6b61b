"""What the pages of disputes show."""

from __future__ import annotations

from kengesh.mechanism.answers import Row
from kengesh.mechanism.lines import dispute_words
from kengesh.mechanism.names import type_of
from kengesh.mechanism.words import FIELD_WORDS, field_word
from kengesh.site.narrowing import Field, narrowed
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import NotInRecord, Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import N_, _

ON_A_PAGE = 100
STATES = {"settled": N_("settled"), "open": N_("open")}


def disputes(reading: Reading) -> Page:
    """Show where sources differ: what was stated as a dispute first, then what arose by itself."""
    rows = reading.ask("disputes")["answer"]
    fields = [
        Field(
            "state",
            _("State"),
            lambda row: ["settled" if row["settled"] else "open"],
            allowed=tuple(STATES),
            word=lambda state: _(STATES[state]),
        ),
        Field("about", _("About"), lambda row: row["about"]),
    ]
    found, filters = narrowed(reading, rows, fields)
    pages: Pages[Row] = paged(reading, found, ON_A_PAGE)
    return Page(
        "disputes/disputes.html",
        _("Where sources differ"),
        {
            "stated": [one for one in pages.rows if one["question"]],
            "arisen": [one for one in pages.rows if not one["question"]],
            "pages": pages,
            "filters": filters,
            "all": len(rows),
        },
    )


def dispute(reading: Reading, thing: str) -> Page:
    """Show one dispute: its question, every side with what it rests on, which is preferred and why."""
    row = _found(reading.ask("disputes", about=thing)["answer"], thing)
    whole = row or _found(reading.mechanism.ask("disputes", about=thing)["answer"], thing)
    if whole is None and type_of(reading.mechanism.view(), thing) != "dispute":
        raise NotInRecord(thing, _near(reading, thing))
    found = {
        "row": row,
        "sides": [{**one, "said_by": _said_by(one)} for one in row["sides"]] if row else [],
        "state": _state(row) if row else None,
        "turns_on": _turns_on(row) if row else [],
        "others": _others(reading, row) if row else [],
    }
    title = dispute_words(reading.reader, whole) if whole else thing
    return Page("disputes/dispute.html", title, found, thing=thing)


def _found(rows: list[Row], id_: str) -> Row | None:
    return next((one for one in rows if one["id"] == id_), None)


def _near(reading: Reading, thing: str) -> list[str]:
    """Return the things that a dispute asked for by the id of a thing may be about: the thing itself, if the record knows it."""
    return [thing] if reading.mechanism.view().is_known(thing) else []


def _state(row: Row) -> str:
    """Return ``open``, ``chosen`` where a side is preferred over another, ``together`` where all that are taken stand together."""
    if not row["settled"]:
        return "open"
    return "chosen" if any(one["preferred"] is False for one in row["sides"]) else "together"


def _said_by(side: Row) -> list[str]:
    """Return who said what a side asserts, where it is a statement; of any other act the line names its parties."""
    says = side["says"]
    return (
        [*says.get("by", ()), *filter(None, [says.get("person")])] if side["kind"] == "make-statement" else []
    )


def _turns_on(row: Row) -> list[str]:
    """Return what the fields are called in which the sides differ, where they are fields that have one true value."""
    names = dict.fromkeys(name for side in row["sides"] for name in side["differing"])
    return [field_word(name) for name in names if name in FIELD_WORDS]


def _others(reading: Reading, row: Row) -> list[Row]:
    """Return the other disputes about the same things."""
    about = set(row["about"])
    return [
        one
        for one in reading.ask("disputes")["answer"]
        if one["id"] != row["id"] and len(about.intersection(one["about"])) == len(about)
    ]
