"""Two parties side by side, or two bodies: every measure with what it means, what each is where, and how it moved over time."""

from __future__ import annotations

from typing import Any

from kengesh.formats.overlap.answers import over_time, two_bodies, two_states
from kengesh.formats.overlap.counted import NothingToCompare
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.near import types_of
from kengesh.site.overlap.asked import PARTY_TYPES, Asked, asked_of, elsewhere, thing_asked
from kengesh.site.overlap.offering import either_offered
from kengesh.site.overlap.telling import CODES, Row, definitions_of, notes_of, range_words
from kengesh.site.paging import paged
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

ON_A_PAGE = 40  # days on which something changed; the last ones first
NOTHING: dict[str, Any] = {"row": None, "measures": [], "moves": None, "counted": None}


def pair(reading: Reading) -> Page | Elsewhere:
    """Show two side by side; where the address does not name both, the form alone."""
    asked = asked_of(reading)
    first, second = (thing_asked(reading, name, *PARTY_TYPES) for name in ("first", "second"))
    query = {name: value for name, value in (("first", first), ("second", second)) if value} | asked.query
    other = elsewhere(reading, query)
    if other is not None:
        return other
    found: dict[str, Any] = {
        "firsts": either_offered(reading, first),
        "seconds": either_offered(reading, second),
        "asked": asked.query,
        "wide": asked.wide,
        "says": "",
        "CODES": CODES,
        **NOTHING,
    }
    if first is None or second is None:
        return Page("overlap/pair.html", _("What two of them share"), found)
    try:
        found |= _shown(reading, asked, first, second)
    except NothingToCompare as error:
        found["says"] = str(error)
    title = _("{first} and {second}: what they share")
    names = {"first": reading.reader.name(first), "second": reading.reader.name(second)}
    return Page("overlap/pair.html", title.format(**names), found)


def _shown(reading: Reading, asked: Asked, first: str, second: str) -> dict[str, Any]:
    of_bodies = _are_bodies(reading, first, second)
    if of_bodies:
        answer = two_bodies(reading.view, first, second, asked.states, wide=asked.wide)
        moved = None
    else:
        answer = two_states(reading.view, first, second, asked.bodies, wide=asked.wide)
        moved = over_time(reading.view, first, second, asked.bodies, wide=asked.wide)
    row = answer["answer"][0]
    down = "party" if of_bodies else "body"
    across = "body" if of_bodies else "party"
    return {
        "row": row,
        "of_bodies": of_bodies,
        "measures": _measures(reading, answer, row, of_bodies=of_bodies),
        "cells": {(one[across], one[down]): one for one in answer["cells"]},
        "down": reading.reader.sorted({one[down] for one in answer["cells"]}),
        "moves": None
        if moved is None
        else paged(reading, [_move(one) for one in moved["answer"][::-1]], ON_A_PAGE),
        "counted": answer["counted"],
        "definitions": _besides(answer, moved),
        "remarks": notes_of(answer),
    }


def _are_bodies(reading: Reading, first: str, second: str) -> bool:
    whole = reading.mechanism.view()
    kinds = ["body" in types_of(whole, thing) for thing in (first, second)]
    if kinds[0] != kinds[1]:
        says = _("{first} and {second} are not of one sort; give two states, or two bodies.")
        raise AskedWrongly(says.format(first=first, second=second))
    return kinds[0]


def _measures(reading: Reading, answer: Answer, row: Row, *, of_bodies: bool) -> list[tuple[str, str, str]]:
    """Return each measure: what it is called, its value in words, and what it means."""
    told = answer["definitions"]
    first, second = reading.reader.name(row["first"]), reading.reader.name(row["second"])
    within = _("{first} within {second}")
    parts = (
        ("joint", _("Shared parties") if of_bodies else _("Joint memberships"), "joint"),
        ("either", _("Parties of either") if of_bodies else _("Memberships of either"), "either"),
        ("jaccard", _("Jaccard's index"), "jaccard"),
        ("first_in_second", within.format(first=first, second=second), "containment"),
        ("second_in_first", within.format(first=second, second=first), "containment"),
        ("similarity", _("Similarity"), "similarity"),
    )
    return [(words, range_words(row[name]), told[meaning]) for name, words, meaning in parts]


def _besides(answer: Answer, moved: Answer | None) -> list[str]:
    """Return the definitions that do not stand beside a measure."""
    named = ("belongs", "range", "through_time")
    every = [answer, *([moved] if moved else [])]
    left = [
        {"definitions": {name: says for name, says in one["definitions"].items() if name in named}}
        for one in every
    ]
    return definitions_of(*left)


def _move(row: Row) -> dict[str, Any]:
    return {**row, **{name: range_words(row[name]) for name in ("joint", "jaccard", "similarity")}}
