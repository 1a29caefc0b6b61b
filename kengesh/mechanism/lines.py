"""What an act says, in one line for readers: what happened, the things that it names, its words.

A line is made of parts, so that a page can link each thing that it names, and nothing is ever inflected: ``signed · Kyrgyzstan,
Uzbekistan · Treaty on Friendship``. The verb is the source's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import KIND_WORDS, VERB_WORDS, field_word, shown
from kengesh.terms.messages import _

# The order in which a line names what an act names; all else follows, and the words last.
FIRST = (
    "meeting",
    "party",
    "parties",
    "by",
    "from",
    "to",
    "person",
    "office",
    "instrument",
    "status",
    "body",
    "host",
    "place",
)
WORDS = ("item", "names", "what")
OF_A_MEETING = (
    "convene",
    "hold",
    "postpone",
    "cancel",
    "deny-meeting",
    "attend",
    "deny-attendance",
    "invite",
)
DATES = ("on", "until", "due", "period", "announced", "start", "end")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a line: its words, the language that they are in, and the thing that they name, if they do."""

    text: str
    language: str = ""
    thing: str | None = None


Part = tuple[Piece, ...]
"""What one field says: the pieces of a list stand with commas between them, the parts of a line with a dot."""


def event_words(reader: Reader, row: Mapping[str, Any]) -> str:
    """Say in a line what an act says."""
    return line(event_parts(reader, row))


def event_parts(reader: Reader, row: Mapping[str, Any]) -> list[Part]:
    """Return the parts of the line that says what an act says; `row` has its ``kind`` (without version) and what it ``says``."""
    says: Mapping[str, Any] = row["says"]
    words = [shown(KIND_WORDS, row["kind"]), shown(VERB_WORDS, says.get("event"))]
    parts: list[Part] = [(Piece(word),) for word in words if word]
    for name in sorted(says, key=_place):
        parts.append(tuple(_told(reader, row, name, says[name])))
    return list(dict.fromkeys(filter(None, parts)))


def side_parts(reader: Reader, side: Mapping[str, Any]) -> list[Part]:
    """Return what a side of a dispute asserts: a statement in its own words, any other act with the values in which it differs."""
    if side["says"].get("what") and side["kind"] == "make-statement":
        return [(_spoken(reader, side["says"]["what"]),)]
    parts = event_parts(reader, side)
    told = {"on": side["says"].get("on"), **side["differing"]}
    known = line(parts)
    for name, value in told.items():
        word = _value(reader, name, value)
        if word and word not in known:
            parts.append((Piece(word),))
    return list(dict.fromkeys(parts))


def line(parts: Sequence[Part]) -> str:
    """Write parts as one line of plain text."""
    return " · ".join(dict.fromkeys(", ".join(piece.text for piece in part) for part in parts))


def how_words(reader: Reader, row: Mapping[str, Any], meeting: str | None = None) -> str:
    """Say by what verbs an instrument came to be, and when; `meeting` leaves what happened at one meeting."""
    how = [one for one in row["how"] if meeting is None or one["meeting"] == meeting]
    words = []
    for one in how:
        parts = [shown(VERB_WORDS, one["verb"]), "" if meeting else reader.day(one["on"])]
        if one["by"]:
            parts.append(_("by {parties}").format(parties=reader.names(one["by"])))
        if one["within"]:
            parts.append(_("in {instrument}").format(instrument=reader.name(one["within"])))
        words.append(" ".join(filter(None, parts)))
    return "; ".join(words)


def dispute_words(reader: Reader, row: Mapping[str, Any]) -> str:
    """Return the question of a dispute; of one that arose by itself, on which fields its sides differ, and about what."""
    if row["question"]:
        return reader.words(row["question"])
    names = dict.fromkeys(field_word(name) for side in row["sides"] for name in side["differing"])
    about = ", ".join(reader.name(thing) for thing in row["about"][:2])
    return _("{about}: sources differ on: {fields}").format(about=about, fields=", ".join(names))


def _told(reader: Reader, row: Mapping[str, Any], name: str, value: Any) -> Iterator[Piece]:
    if name in WORDS:
        yield _spoken(reader, value)
    elif name == "items":
        yield from (_spoken(reader, one) for one in value)
    elif name == "attendances":
        came = dict.fromkeys(one.get("party") or one.get("organization") or one["person"] for one in value)
        yield from (_named(reader, one) for one in reader.sorted(came))
    elif isinstance(value, list):
        yield from (_named(reader, one) for one in reader.sorted(filter(reader.is_thing, value)))
    elif reader.is_thing(value) and not (name == "meeting" and row["kind"] not in OF_A_MEETING):
        piece = _named(reader, value)
        if piece.text != value or "what" not in row["says"]:
            yield piece


def _named(reader: Reader, thing: str) -> Piece:
    name = reader.named(thing)
    return Piece(name.text, name.language, thing)


def _spoken(reader: Reader, text: Mapping[str, Any]) -> Piece:
    spoken = reader.spoken(text)
    return Piece(spoken.text, spoken.language)


def _value(reader: Reader, name: str, value: Any) -> str:
    if name in DATES and isinstance(value, str):
        return reader.day(value)
    # things are named in the line already
    return shown({}, value) if isinstance(value, str) and not reader.view.is_known(value) else ""


def _place(field: str) -> tuple[int, str]:
    return FIRST.index(field) if field in FIRST else len(FIRST) + (field in WORDS), field
