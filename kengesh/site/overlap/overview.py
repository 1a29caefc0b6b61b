"""The overview of overlap: who is in what and how, what each two share, which share what alone, and the smallest cover."""

from __future__ import annotations

from typing import Any

from kengesh.formats.overlap.answers import exclusive_groups, how_similar, smallest_cover, who_is_in_what
from kengesh.formats.overlap.counted import Counted, NothingToCompare, counted
from kengesh.mechanism.answers import Answer
from kengesh.pictures.picture import Picture
from kengesh.pictures.upset import upset
from kengesh.pictures.upset_table import Column
from kengesh.site.overlap.asked import MOST_PARTIES, Asked, asked_of, elsewhere
from kengesh.site.overlap.offering import bodies_offered, parties_offered
from kengesh.site.overlap.telling import CODES, Row, definitions_of, notes_of, range_words
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _

MEASURES = ("joint", "either", "jaccard", "first_in_second", "second_in_first", "similarity")
MOST_COVERS = 6
LEFT_OUT: dict[str, Any] = {
    "cells": {},
    "pairs": [],
    "together": None,
    "picture": None,
    "cover": None,
    "counted": None,
}


def overlap(reading: Reading) -> Page | Elsewhere:
    """Show all of it for the parties and bodies that the address names, or else for those that count by themselves."""
    asked = asked_of(reading)
    other = elsewhere(reading, asked.query)
    if other is not None:
        return other
    what, says = _what_counts(reading, asked)
    chosen = what.states if what else asked.states or ()
    by_default = (*what.bodies, *what.left_out) if what and asked.bodies is None else ()
    found = {
        "parties_offered": parties_offered(reading, chosen),
        "bodies_offered": bodies_offered(
            reading, asked.bodies or (), by_default or _by_default(reading, asked)
        ),
        "wide": asked.wide,
        "says": says,
        "CODES": CODES,
        **(LEFT_OUT if what is None else _shown(reading, asked)),
    }
    return Page("overlap/overlap.html", _("Who is in what, and what they share"), found)


def _what_counts(reading: Reading, asked: Asked) -> tuple[Counted | None, str]:
    """Return what counts; where nothing does, or too much, the sentence that says so."""
    try:
        what = counted(reading.view, asked.states, asked.bodies)
    except NothingToCompare as error:
        return None, str(error)
    if len(what.states) > MOST_PARTIES:
        says = _("There are more parties here than can be compared on one page; choose up to {most}.")
        return None, says.format(most=MOST_PARTIES)
    return what, ""


def _by_default(reading: Reading, asked: Asked) -> tuple[str, ...]:
    """Return the bodies that would count if the address named none."""
    try:
        what = counted(reading.view, asked.states)
    except NothingToCompare:
        return ()
    return (*what.bodies, *what.left_out)


def _shown(reading: Reading, asked: Asked) -> dict[str, Any]:
    view, given = reading.view, (asked.states, asked.bodies)
    table = who_is_in_what(view, *given, wide=asked.wide)
    groups = exclusive_groups(view, *given, wide=asked.wide)
    cover = smallest_cover(view, *given, most=MOST_COVERS, wide=asked.wide)
    pairs = how_similar(view, *given, wide=asked.wide) if len(table["counted"]["states"]) > 1 else None
    every = [table, *([pairs] if pairs else []), groups, cover]
    return {
        "cells": {(one["body"], one["party"]): one for one in table["answer"]},
        "bodies": _mechanism_first(reading, table["counted"]["bodies"]),
        "states": reading.reader.sorted(table["counted"]["states"]),
        "pairs": [_pair(reading, asked, one) for one in pairs["answer"]] if pairs else [],
        "together": _together(pairs) if pairs and len(table["counted"]["states"]) > 2 else None,
        "picture": _picture(reading, groups),
        "cover": cover,
        "counted": table["counted"],
        "definitions": definitions_of(*every),
        "remarks": notes_of(*every),
    }


def _mechanism_first(reading: Reading, bodies: list[str]) -> list[str]:
    return sorted(reading.reader.sorted(bodies), key=lambda one: one != reading.body)


def _pair(reading: Reading, asked: Asked, row: Row) -> dict[str, Any]:
    query = {name: value for name, value in asked.query.items() if name != "states"}
    return {
        "first": row["first"],
        "second": row["second"],
        "href": reading.href("overlap/pair", first=row["first"], second=row["second"], **query),
        "measures": [range_words(row[name]) for name in MEASURES],
    }


def _together(pairs: Answer) -> list[tuple[str, str]]:
    row = pairs["together"]
    return [
        (_("Joint memberships"), range_words(row["joint"])),
        (_("Memberships of any"), range_words(row["either"])),
        (_("Jaccard's index"), range_words(row["jaccard"])),
    ]


def _picture(reading: Reading, groups: Answer) -> Picture | None:
    columns = [
        Column(tuple(one["states"]), tuple(one["open"]), tuple(one["bodies"])) for one in groups["answer"]
    ]
    if not columns:
        return None
    parties = reading.reader.sorted(groups["counted"]["states"])
    return upset(reading.reader, _("Which parties share which bodies"), parties, columns, reading.href_of)
