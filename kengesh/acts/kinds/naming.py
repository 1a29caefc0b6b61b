"""Naming things and registering sources: how a thing gets its id, and what may be cited."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import Address, Choice, Day, Field, Flag, Language, Line, ListOf, Thing, Words

THING_TYPES = (
    "party",
    "person",
    "office",
    "place",
    "body",
    "meeting",
    "instrument",
    "status",
    "capacity",
    "subject",
    "proposal",
    "commitment",
    "dispute",
    "rule",
    "statement",
    "term",
)

NAME = Kind(
    name="name/1",
    group="name",
    says="Gives a thing a name, for good or for a period. The first name of a thing brings it into the record.",
    fields=(
        Field("thing", Thing(new=True), "the thing named", required=True),
        Field("type", Choice(THING_TYPES), "what sort of thing it is", required=True),
        Field("form", Line(), "a narrower sort: organization, treaty, joint-statement, city ..."),
        Field("names", Words(), "the name in each language", required=True),
        Field("short", Words(), "the short name or abbreviation"),
        Field("start", Day(), "the day from which the name holds, if not from the beginning"),
        Field("end", Day(), "the day from which it no longer holds"),
        Field(
            "of",
            Thing(),
            "what it belongs to: the state of an office, the body of a series, the state of a place",
        ),
        Field("glossary", Line(), "the row of the glossary from which the names come"),
    ),
    key=("thing",),
    single=(),
    sourced=False,
    example={
        "kind": "name/1",
        "voice": "reported",
        "thing": "nur-sultan",
        "type": "place",
        "form": "city",
        "names": {"en": {"text": "Nur-Sultan", "by": "source"}, "kk": {"text": "Нұр-Сұлтан", "by": "source"}},
        "start": "2019-03-23",
        "end": "2022-09-17",
        "of": "KAZ",
    },
)

REGISTER_SOURCE = Kind(
    name="register-source/1",
    group="source",
    says="Registers a source once, so that acts cite it by its id. What the source does not give is left out.",
    fields=(
        Field("source", Thing(new=True), "the id by which it is cited", required=True),
        Field("author", ListOf(Line()), "its authors as it prints them"),
        Field("title", Line(), "its title in its own language"),
        Field("container", Line(), "the journal, agency, site or register that holds it"),
        Field("published", Day(), "the day of publication that the source itself shows"),
        Field("language", Language(), "the language of the text"),
        Field("address", Address(), "where it is"),
        Field("accessed", Day(), "the day it was looked at"),
        Field(
            "source_kind",
            Choice(("depositary", "official", "party-official", "press", "research")),
            "who speaks in it: a depositary, the body itself, a party's authorities, the press, research",
            required=True,
        ),
        Field("of", Thing(), "the party or body whose voice it is"),
        Field(
            "seen",
            Choice(("whole", "opening", "title-only", "not-opened")),
            "how much was read",
            required=True,
        ),
        Field("licence", Line(), "the licence of the source, if it states one"),
        Field("weak", Line(), "why it is a weak source"),
        Field("copy_of", Thing(), "the source of which it is a copy: the two count as one"),
        Field("founding", Flag(), "true for the founding source of the record"),
    ),
    key=("source",),
    sourced=False,
    example={
        "kind": "register-source/1",
        "voice": "reported",
        "source": "avim-2025-109",
        "author": ["Seyda Nur Osmanlı"],
        "title": "Orta Asya Cumhuriyetleri ile Azerbaycan'ın Derinleşen İş Birliği: Taşkent Zirvesi",
        "container": "AVİM Yorum 2025/109",
        "published": "2025-12-16",
        "language": "tr",
        "source_kind": "research",
        "seen": "whole",
        "founding": True,
    },
)

KINDS = (NAME, REGISTER_SOURCE)
