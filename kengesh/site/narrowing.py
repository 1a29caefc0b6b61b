"""Lists narrowed by what the address asks for: ``?fate=adopted&by=KAZ``; each choice with how many rows it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kengesh.mechanism.answers import Row
from kengesh.site.clocks import NAMES
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to narrow by: its words, how many rows it leaves, its address.

    `language` is that of the words where it is not the reader's own, else empty.
    """

    value: str
    words: str
    language: str
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list. `href_of_all` is the address without it; `chosen` is None where it is not used."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    chosen: str | None
    href_of_all: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field to narrow by: its name in the address, what a reader calls it, and the values of it that a row has.

    `allowed` are its values in their order; left out, they are things of the record, in the reader's alphabet.
    """

    name: str
    label: str
    values: Callable[[Row], Iterable[str]]
    allowed: tuple[str, ...] = ()
    word: Callable[[str], str] | None = None


def narrowed(
    reading: Reading, rows: Sequence[Row], fields: Sequence[Field]
) -> tuple[list[Row], list[Filter]]:
    """Return the rows that the address asks for, and the filters. Raises AskedWrongly for a value that there cannot be."""
    asked = {field.name: _asked(reading, field) for field in fields}
    found = _left(rows, fields, asked)
    filters = []
    for field in fields:
        others = _left(rows, fields, {**asked, field.name: None})
        filters.append(_filter(reading, field, others, asked))
    return found, filters


def _asked(reading: Reading, field: Field) -> str | None:
    """Return the value that the address asks for; a form that left it blank asks for none."""
    value = reading.query.get(field.name, "").strip()
    if not value:
        return None
    if field.allowed and value not in field.allowed:
        says = _("{name}: {value} is not one of: {allowed}.")
        raise AskedWrongly(says.format(name=field.name, value=value, allowed=", ".join(field.allowed)))
    if not field.allowed and not reading.mechanism.view().is_known(value):
        says = _("{name}: this record does not speak of {value}; choose from the list.")
        raise AskedWrongly(says.format(name=field.name, value=value))
    return value


def _left(rows: Iterable[Row], fields: Iterable[Field], asked: dict[str, str | None]) -> list[Row]:
    used = [(field, value) for field in fields if (value := asked[field.name]) is not None]
    return [row for row in rows if all(value in field.values(row) for field, value in used)]


def _filter(reading: Reading, field: Field, rows: Sequence[Row], asked: dict[str, str | None]) -> Filter:
    counts: dict[str, int] = {}
    for row in rows:
        for value in dict.fromkeys(field.values(row)):
            counts[value] = counts.get(value, 0) + 1
    chosen = asked[field.name]
    if chosen is not None:
        counts.setdefault(chosen, 0)
    order = [one for one in field.allowed if one in counts] or reading.reader.sorted(counts)
    return Filter(
        field.name,
        field.label,
        tuple(
            Choice(
                one,
                *_word(reading, field, one),
                counts[one],
                _href(reading, field.name, one),
                one == chosen,
            )
            for one in order
        ),
        chosen,
        _href(reading, field.name, None),
    )


def _word(reading: Reading, field: Field, value: str) -> tuple[str, str]:
    if field.word is not None:
        return field.word(value), ""
    name = reading.reader.named(value)
    return name.text, "" if name.language == reading.language else name.language


def _href(reading: Reading, name: str, value: str | None) -> str:
    """Return the address of this list narrowed by another value, from its first page."""
    left_out = (name, "page", *NAMES)
    kept = {one: said for one, said in reading.query.items() if one not in left_out and said.strip()}
    return reading.href(reading.page, **kept, **({} if value is None else {name: value}))
