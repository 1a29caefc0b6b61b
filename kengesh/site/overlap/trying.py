"""What if: an act that somebody thinks of, tried on a copy of the state, and what would change. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kengesh.formats.overlap.proposed_change import Change, ChangeRefused
from kengesh.formats.overlap.what_if import what_if
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.trying import CannotBeTried
from kengesh.mechanism.words import TRUTH_WORDS, shown
from kengesh.site.overlap.asked import PARTY_TYPES, elsewhere, thing_asked
from kengesh.site.overlap.offering import bodies_offered, parties_offered, statuses_offered
from kengesh.site.overlap.telling import Row
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import N_, _

LEAVES = "leaves"  # in the place of a status: the party leaves
FIELDS = ("party", "body", "status")
COUNT_WORDS = {"members": N_("members"), "others": N_("in another capacity"), "not_known": N_("not known")}
DATED_WORDS = {"by-then": N_("by then"), "later": N_("later than the day"), "not-known": N_("not known")}


def what_if_page(reading: Reading) -> Page | Elsewhere:
    """Show what a change would take and bring, on the day of the page; where it makes no sense by then, why not."""
    party = thing_asked(reading, "party", *PARTY_TYPES)
    body = thing_asked(reading, "body", "body")
    leaves = reading.query.get("status", "").strip() == LEAVES
    status = LEAVES if leaves else thing_asked(reading, "status", "status")
    query = {name: said for name, said in zip(FIELDS, (party, body, status), strict=True) if said}
    other = elsewhere(reading, query)
    if other is not None:
        return other
    found: dict[str, Any] = {
        "parties_offered": parties_offered(reading, _one(party)),
        "bodies_offered": bodies_offered(reading, _one(body), ()),
        "statuses_offered": statuses_offered(reading, status),
        "leaves": leaves,
        "says": "",
        "row": None,
        "DATED_WORDS": DATED_WORDS,
    }
    if party is None or body is None or status is None:
        return Page("overlap/what_if.html", _("What if a party joined, left, or changed its status?"), found)
    try:
        answer = what_if(reading.view, Change(party, body, None if leaves else status, reading.view.on))
    except (ChangeRefused, CannotBeTried) as error:
        title = _("What if a party joined, left, or changed its status?")
        return Page("overlap/what_if.html", title, {**found, "says": _sentence(error)})
    return Page(
        "overlap/what_if.html", _title(reading, answer["answer"][0]), {**found, **_shown(reading, answer)}
    )


def _sentence(error: Exception) -> str:
    says = str(error)  # on the command line it follows a colon
    return says[:1].upper() + says[1:]


def _title(reading: Reading, row: Row) -> str:
    says = {
        "join": _("What if {party} joined {body} as {status}?"),
        "change": _("What if {party} became {status} in {body}?"),
        "leave": _("What if {party} left {body}?"),
    }[row["sort"]]
    return says.format(**{name: reading.reader.name(row[name]) for name in ("party", "body", "status")})


def _shown(reading: Reading, answer: Answer) -> dict[str, Any]:
    members, eve = answer["members"], answer["eve"]
    return {
        "row": answer["answer"][0],
        "changes": [
            (_("What it is on the day before"), _told(reading, eve["before"]), _told(reading, eve["after"])),
            (_("What it is on the day"), _told(reading, answer["before"]), _told(reading, answer["after"])),
        ],
        "counts": [
            (_(words), members["before"][name], members["after"][name]) for name, words in COUNT_WORDS.items()
        ],
        "joint": reading.reader.in_alphabet(answer["joint"], "party"),
        "known": answer["known"],
        "announced": answer["announced"],
        "precedents": answer["precedents"],
        "rules": answer["rules"],
        "definitions": answer["definitions"],
        "remarks": answer["notes"],
    }


def _told(reading: Reading, standings: Sequence[Row]) -> list[tuple[str | None, str]]:
    """Return each status with whether it has it; where nothing is told, that it is not known."""
    if not standings:
        return [(None, shown(TRUTH_WORDS, "not-known"))]
    return [(one["status"], shown(TRUTH_WORDS, one["truth"])) for one in standings]


def _one(thing: str | None) -> tuple[str, ...]:
    return () if thing is None else (thing,)
