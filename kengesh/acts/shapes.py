"""The shapes that a field of an act can have: what it may hold, and the sentence that refuses anything else.

A shape is data. The same object checks a value (:meth:`Shape.problems`), finds the things and acts that the value
names (:meth:`Shape.things`, :meth:`Shape.acts`), and says of itself what it accepts (:meth:`Shape.describe`), from
which the reference pages are written. Nothing here knows a kind of act; nothing here reads a record.

Values are JSON values of the canonical subset (no floats): a date is a string in our EDTF subset, an amount is a
decimal string, text is multilingual: ``{"en": {"text": "...", "by": "ours"}}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from unicodedata import is_normalized

from kengesh.terms import identifiers
from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.identifiers import is_act_id, is_slug, is_state_code
from kengesh.terms.messages import N_, _
from kengesh.terms.texts import TextError, check_text, control_character

AMOUNT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
LANGUAGE = re.compile(r"[a-z]{2,3}")
LONGEST_LINE = 2000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an act: the field's path (``attendances[2].capacity``) and a whole sentence."""

    field: str
    says: str

    def __str__(self) -> str:
        return f"{self.field}: {self.says}"


class Shape(Protocol):
    """What a field may hold. Each shape below has these four methods, which do what is said of them here."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Yield what is wrong with `value`, nothing if it fits."""

    def things(self, value: Any) -> Iterator[str]:
        """Yield the ids of the things that a fitting `value` names."""

    def acts(self, value: Any) -> Iterator[str]:
        """Yield the ids of the acts that a fitting `value` points at."""

    def describe(self) -> str:
        """Say in a few words what the shape accepts."""


class Plain:
    """A shape that names nothing: the base of those that hold only words and numbers."""

    def things(self, value: Any) -> Iterator[str]:
        """Return nothing: words and numbers name no thing."""
        return iter(())

    def acts(self, value: Any) -> Iterator[str]:
        """Return nothing: words and numbers point at no act."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Line(Plain):
    """One line of text in one language, as a source prints it."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not value.strip():
            yield Problem(path, _("expected one line of text, found {value!r}.").format(value=value))
        elif "\n" in value or len(value) > LONGEST_LINE:
            says = _("expected one line of at most {most} characters.")
            yield Problem(path, says.format(most=LONGEST_LINE))
        elif (place := control_character(value)) is not None:
            says = _("character {place} is a control character (U+{code:04X}); take it out.")
            yield Problem(path, says.format(place=place, code=ord(value[place - 1])))
        elif not is_normalized("NFC", value):
            yield Problem(path, _("is not in Unicode normal form C; save the text composed (NFC)."))

    def describe(self) -> str:
        return _("a line of text")


@dataclass(frozen=True, slots=True)
class Words(Plain):
    """Text in one or more languages, each value marked official, from a source, or ours."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        try:
            check_text(value)
        except TextError as error:
            yield Problem(path, str(error))

    def describe(self) -> str:
        return _("text by language, each value marked `official`, `source` or `ours`")


@dataclass(frozen=True, slots=True)
class Day(Plain):
    """A date in our EDTF subset, of any precision."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(path, _("expected a date such as 2025-11-16, found {value!r}.").format(value=value))
            return
        try:
            when = parse_when(value)
        except DateError as error:
            yield Problem(path, str(error))
            return
        if when.text != value:
            says = _("write this date as {right}, not {wrong}.")
            yield Problem(path, says.format(right=when.text, wrong=value))

    def describe(self) -> str:
        return _("a date: day, month or year, `~` approximate, `?` uncertain, `A/B`, `[A..B]`")


@dataclass(frozen=True, slots=True)
class Choice(Plain):
    """One of a few words."""

    of: tuple[str, ...]

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if value not in self.of:
            says = _("expected one of {words}, found {value!r}.")
            yield Problem(path, says.format(words=", ".join(self.of), value=value))

    def describe(self) -> str:
        return _("one of {words}").format(words=", ".join(f"`{word}`" for word in self.of))


@dataclass(frozen=True, slots=True)
class Whole(Plain):
    """A whole number, zero or more."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            yield Problem(path, _("expected a whole number, found {value!r}.").format(value=value))

    def describe(self) -> str:
        return _("a whole number")


@dataclass(frozen=True, slots=True)
class Amount(Plain):
    """A decimal number written as a string, since a log holds no floats."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not AMOUNT.fullmatch(value):
            yield Problem(
                path, _('expected a number in quotes such as "11.5", found {value!r}.').format(value=value)
            )

    def describe(self) -> str:
        return _("a decimal number as a string")


@dataclass(frozen=True, slots=True)
class Flag(Plain):
    """True or false."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, bool):
            yield Problem(path, _("expected true or false, found {value!r}.").format(value=value))

    def describe(self) -> str:
        return _("true or false")


@dataclass(frozen=True, slots=True)
class Language(Plain):
    """A language code of ISO 639, two letters or three."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
            yield Problem(
                path, _("expected a language code such as tr, found {value!r}.").format(value=value)
            )

    def describe(self) -> str:
        return _("a language code (ISO 639)")


@dataclass(frozen=True, slots=True)
class Address(Plain):
    """A public address of a page."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        good = isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value)
        if not good:
            yield Problem(
                path, _("expected an address that begins with https://, found {value!r}.").format(value=value)
            )

    def describe(self) -> str:
        return _("an http or https address")


@dataclass(frozen=True, slots=True)
class Matching(Plain):
    """A string of one written form; `says` is marked for translation with N_."""

    form: re.Pattern[str]
    says: str

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not self.form.fullmatch(value):
            yield Problem(path, _("expected {what}, found {value!r}.").format(what=_(self.says), value=value))

    def describe(self) -> str:
        return _(self.says)


DIGEST = Matching(identifiers.SHA256, N_("a SHA-256 as 64 hexadecimal digits"))
ROOT = Matching(re.compile(r"[A-Za-z0-9+/]{43}="), N_("the root of a log in base64"))
VERIFIER_KEY = Matching(identifiers.VERIFIER_KEY, N_("a verifier key: name+id+base64, as key new prints it"))


@dataclass(frozen=True, slots=True)
class Thing:
    """The id of a thing: a state by its ISO 3166 alpha-3 code, all else by slug.

    `new` marks the field by which an act may bring a thing into the record; everywhere else the thing must be known.
    """

    new: bool = False

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not (is_state_code(value) or is_slug(value)):
            says = _("expected an id such as KAZ or consultative-meeting/7, found {value!r}.")
            yield Problem(path, says.format(value=value))

    def things(self, value: Any) -> Iterator[str]:
        yield value

    def acts(self, value: Any) -> Iterator[str]:
        return iter(())

    def describe(self) -> str:
        return (
            _("the id of a thing, which this act may be the first to name")
            if self.new
            else _("the id of a thing")
        )


@dataclass(frozen=True, slots=True)
class ActId:
    """The id of an act: 64 hexadecimal digits. In a file of rows, the name of a row stands for its act."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not is_act_id(value):
            says = _("expected the id of an act (64 hexadecimal digits), found {value!r}.")
            yield Problem(path, says.format(value=value))

    def things(self, value: Any) -> Iterator[str]:
        return iter(())

    def acts(self, value: Any) -> Iterator[str]:
        yield value

    def describe(self) -> str:
        return _("the id of an act (in a pack: the name of its row)")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape, without repetition."""

    of: Shape
    least: int = 1

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, list) or len(value) < self.least:
            says = _("expected a list of at least {least}, found {value!r}.")
            yield Problem(path, says.format(least=self.least, value=value))
            return
        for place, item in enumerate(value):
            yield from self.of.problems(item, f"{path}[{place}]")
            if item in value[:place]:
                yield Problem(f"{path}[{place}]", _("{item!r} is already in the list.").format(item=item))

    def things(self, value: Any) -> Iterator[str]:
        for item in value:
            yield from self.of.things(item)

    def acts(self, value: Any) -> Iterator[str]:
        for item in value:
            yield from self.of.acts(item)

    def describe(self) -> str:
        return _("a list: {of}").format(of=self.of.describe())


@dataclass(frozen=True, slots=True)
class Field:
    """A named field of an act or of a part of one."""

    name: str
    shape: Shape
    says: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A small object inside an act, with named fields."""

    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            says = _("expected the fields {names}, found {value!r}.")
            yield Problem(
                path, says.format(names=", ".join(field.name for field in self.fields), value=value)
            )
            return
        yield from check_fields(self.fields, value, f"{path}.")
        if self.one_of and not any(name in value for name in self.one_of):
            says = _("give at least one of {names}.")
            yield Problem(path, says.format(names=", ".join(self.one_of)))

    def things(self, value: Any) -> Iterator[str]:
        for field in self.fields:
            if field.name in value:
                yield from field.shape.things(value[field.name])

    def acts(self, value: Any) -> Iterator[str]:
        for field in self.fields:
            if field.name in value:
                yield from field.shape.acts(value[field.name])

    def describe(self) -> str:
        return _("an object with {names}").format(names=", ".join(f"`{field.name}`" for field in self.fields))


def check_fields(fields: Sequence[Field], value: dict[str, Any], prefix: str) -> Iterator[Problem]:
    """Yield what is wrong with the named fields of an object: missing, unknown, or of another shape."""
    known = {field.name for field in fields}
    for name in value:
        if name not in known:
            says = _("is not a field here; the fields are {names}.")
            yield Problem(f"{prefix}{name}", says.format(names=", ".join(sorted(known))))
    for field in fields:
        if field.name in value:
            yield from field.shape.problems(value[field.name], f"{prefix}{field.name}")
        elif field.required:
            yield Problem(f"{prefix}{field.name}", _("is missing: {says}").format(says=field.says))
