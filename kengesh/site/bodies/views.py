"""What the pages of bodies show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.party import has_come
from kengesh.pictures.matrix import matrix as matrix_picture
from kengesh.pictures.picture import Picture
from kengesh.pictures.statuses import statuses_in_body
from kengesh.site.long_lists import cut
from kengesh.site.paging import paged
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.site.standings import told, told_term
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

ON_A_PAGE = 100
YEARS_OF_CHANGES = 5  # before the year of the day asked of, where the address asks for none


def bodies(reading: Reading) -> Page:
    """Show the bodies and formats there that day, those of which the record tells the parties first."""
    rows = reading.reader.in_alphabet(reading.ask("bodies")["answer"], "id")
    rows.sort(key=lambda one: (one["id"] != reading.body, not _is_filled(one)))
    return Page("bodies/bodies.html", _("Bodies"), {"pages": paged(reading, rows, ON_A_PAGE)})


def body(reading: Reading, thing: str) -> Page:
    """Show one body: its life, its parties by rank, its chair, its rules, its meetings, what changed in it, what it adopted."""
    reading.must_know(thing, "body")
    answer = reading.ask("body", body=thing)
    members = reading.ask("members", body=thing)
    chair = reading.ask("chair", body=thing)
    rules = reading.ask("rules", body=thing)
    start, end = _period(reading)
    meetings = reading.ask("meetings", body=thing)["answer"]
    own_words = {one["id"] for one in answer["said"]}  # not told again as said of it
    found = {
        "row": answer["answer"][0] if answer["answer"] else None,
        "answer": answer,
        "names": reading.ask("name", thing=thing),
        "members": _ranked(reading, members["answer"], answer["ranks"]),
        "others": _ranked(reading, members["others"], answer["ranks"]),
        "unsure": _ranked(reading, members["not_known"], answer["ranks"]),
        "chair": chair,
        "terms": [
            told_term(reading.view, one)
            for one in chair["history"]
            if has_come(reading.view, one["since"], *one["sides"])
        ],
        "rules": rules["answer"],
        "start": start,
        "end": end,
        "takes_part": _takes_part(reading, thing),
        "lists": cut(
            reading,
            {
                "meetings": meetings[::-1],
                "changes": reading.ask("changes", body=thing, start=start, end=end)["answer"][::-1],
                "instruments": answer["instruments"][::-1],
                "said": answer["said"][::-1],
                "statements": [one for one in answer["statements"][::-1] if one["id"] not in own_words],
            },
        ),
        "picture": _picture(reading, thing)
        if any(members[one] for one in ("answer", "others", "not_known"))
        else None,
        "is_alone": "list" in reading.query,
    }
    return Page("bodies/body.html", reading.reader.name(thing), found, thing=thing)


def matrix(reading: Reading) -> Page:
    """Show who is what in which body that day: the bodies down, the parties across, those of the mechanism apart."""
    answer = reading.ask("matrix")
    cells: dict[tuple[str, str], list[Row]] = {}
    for one in answer["answer"]:
        cells.setdefault((one["body"], one["party"]), []).append(told(reading.view, one))
    own = [
        party
        for party in answer["parties"]
        if any(one["truth"] == "yes" for one in cells.get((reading.body or "", party), ()))
    ]
    states = [party for party in answer["parties"] if party not in own and is_state_code(party)]
    others = [party for party in answer["parties"] if party not in own and party not in states]
    in_order = reading.reader.sorted
    rows = sorted(in_order(answer["bodies"]), key=lambda one: one != reading.body)
    found = {
        "bodies": rows,
        "cells": cells,
        "parts": [
            (heading, in_order(parties))
            for heading, parties in (
                (_("The participants"), own),
                (_("Other states"), states),
                (_("Organizations and other parties"), others),
            )
            if parties
        ],
        "picture": matrix_picture(reading.reader, reading.href_of) if cells else None,
        "picture_alone": True,
    }
    return Page("bodies/matrix.html", _("Who is what in which body"), found)


def _picture(reading: Reading, thing: str) -> Picture:
    return statuses_in_body(reading.reader, thing, reading.href_of)


def _is_filled(one: Mapping[str, Any]) -> bool:
    return bool(one["members"] or one["others"] or one["not_known"])


def _ranked(reading: Reading, rows: Iterable[Row], ranks: list[str]) -> list[Any]:
    """Return rows by the rank of their status, those of one status in the reader's alphabet."""
    place = {status: number for number, status in enumerate(ranks)}
    named = reading.reader.in_alphabet((told(reading.view, one) for one in rows), "party")
    return sorted(named, key=lambda one: place.get(one["status"], len(place)))


def _period(reading: Reading) -> tuple[str, str]:
    """Return between which days changes are shown: those of the address, else the last years up to the day asked of."""
    on = reading.view.on
    start = f"{max(1, on.year - YEARS_OF_CHANGES):04}-01-01"
    return reading.query.get("from") or start, reading.query.get("to") or on.isoformat()


def _takes_part(reading: Reading, thing: str) -> list[Row]:
    """Return the statuses that a body itself has, or had, in others."""
    rows = reading.ask("party", party=thing)["answer"]
    return [told(reading.view, one) for one in rows if one["status"] is not None]
