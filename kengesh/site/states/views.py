"""What the pages of states and other parties show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kengesh.mechanism.answers import Answer, Row, order_of
from kengesh.pictures.statuses import statuses_of_state
from kengesh.site.long_lists import cut
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.site.standings import told, told_party, told_term
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

NEWEST_FIRST = (
    "meetings",
    "proposed",
    "supported",
    "concerned",
    "commitments",
    "said",
    "statements",
    "instruments",
)


def states(reading: Reading) -> Page:
    """Show the parties of the mechanism with their status that day, then every other party with the bodies that it shares."""
    rows = [_party_told(reading, one) for one in reading.ask("parties")["answer"]]
    own = [one for one in rows if one["status"] is not None]
    others = [one for one in rows if one["status"] is None and one["party"] != reading.body]
    found = {
        "own": [
            (heading, part)
            for heading, part in (
                (_("In the mechanism"), [one for one in own if _belongs(one)]),
                (
                    _("With another status"),
                    [one for one in own if one["truth"] == "yes" and not _belongs(one)],
                ),
                (_("Not known whether they belong"), [one for one in own if one["truth"] == "not-known"]),
                (_("No longer"), [one for one in own if one["truth"] == "no"]),
            )
            if part
        ],
        "states": [one for one in others if is_state_code(one["party"])],
        "others": [one for one in others if not is_state_code(one["party"])],
    }
    return Page("states/states.html", _("Participants"), found)


def state(reading: Reading, thing: str) -> Page:
    """Show one party: what it belongs to, what it chaired, proposed, signed, promised, said, and which meetings it came to."""
    reading.must_know(thing, "party")
    answer = reading.ask("party", party=thing)
    rows = [told(reading.view, one) for one in answer["answer"]]
    past = [told(reading.view, one) for one in answer["history"]]
    found = {
        "answer": answer,
        "terms": [told_term(reading.view, one) for one in answer["chair"]],
        "characters": {one["id"]: one["character"] for one in reading.ask("meetings")["answer"]},
        "names": reading.ask("name", thing=thing),
        "now": _in_alphabet(reading, filter(_belongs, rows)),
        "besides": _in_alphabet(
            reading, [one for one in rows if one["truth"] == "yes" and not _belongs(one)]
        ),
        "unsure": _in_alphabet(reading, [one for one in rows if one["truth"] != "yes"]),
        "past": sorted(past, key=lambda one: order_of(one["since"])),
        "fates": sorted(Counter(one["fate"] for one in answer["proposed"]).items()),
        "lists": cut(reading, _lists(answer)),
        "is_alone": "list" in reading.query,
        "picture": statuses_of_state(reading.reader, thing, reading.href_of) if rows or past else None,
    }
    return Page("states/state.html", reading.reader.name(thing), found, thing=thing)


def _party_told(reading: Reading, one: Row) -> Row:
    """Return the row of a party as the list shows it.

    That a list of states names no company and no organization says nothing of them.
    """
    row = told_party(reading.view, one)
    row["standings"] = [told(reading.view, standing) for standing in one["standings"]]
    is_state = is_state_code(one["party"]) or one["form"] == "state"
    return row if is_state or not row["off_list"] else row | {"denied": None, "off_list": False}


def _belongs(one: Row) -> bool:
    return one["truth"] == "yes" and bool(one["is_membership"])


def _in_alphabet(reading: Reading, rows: Iterable[Row]) -> list[Any]:
    """Return rows by the names of their bodies, the mechanism first."""
    named = reading.reader.in_alphabet(rows, "body")
    return sorted(named, key=lambda one: one["body"] != reading.body)


def _lists(answer: Answer) -> dict[str, list[Row]]:
    """Return the lists that may be long, the newest rows first; what the party said itself is not told as said of it again."""
    lists = {name: answer[name][::-1] for name in NEWEST_FIRST}
    own = {one["id"] for one in answer["said"]}
    return lists | {"statements": [one for one in lists["statements"] if one["id"] not in own]}
