"""Which words of an act can be searched for, and under which thing they are found.

The definitions of the kinds say it: text in languages, lines of text, and the ids of things, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kengesh.acts import Kind
from kengesh.acts.shapes import Field, Line, ListOf, Part, Shape, Thing, Words

NOT_SEARCHED = {"kind", "voice", "row", "glossary", "licence"}
KEPT_FOR_PROGRAMS = {"load-rows"}
TITLES = {"names", "short", "title"}
PRESENTING = {"name", "source"}  # groups of kinds of which an act says what a thing is, and no more


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an act in one language ("" where the act does not say which); `is_title` for a name or a title."""

    words: str
    language: str
    is_title: bool


def has_words(kind: Kind) -> bool:
    """Say whether acts of a kind hold words for readers: those by which the log and its packs are kept do not."""
    return kind.group != "log" and kind.name.partition("/")[0] not in KEPT_FOR_PROGRAMS


def passages(act: Mapping[str, Any], kind: Kind) -> Iterator[Passage]:
    """Yield the words of an act. The id that it gives to its thing is left out where the act has words for the thing."""
    has_own = "what" in act or kind.group in PRESENTING
    for name, value in act.items():
        field = kind.shapes.get(name)
        if field is not None and name not in NOT_SEARCHED and not (_is_own_id(field) and has_own):
            for words, language in _words(value, field.shape):
                yield Passage(words, language, name in TITLES)
    for citation in act.get("sources", ()):
        if "passage" in citation:
            yield Passage(citation["passage"], "", False)


def subject(act: Mapping[str, Any], kind: Kind) -> str | None:
    """Return the thing under which an act is found: the first that its kind says it is about, None if it names none."""
    ordered = [kind.shapes[name] for name in kind.key] + list(kind.fields)
    return next((thing for field in ordered for thing in _things(act, field)), None)


def _is_own_id(field: Field) -> bool:
    """Whether a field holds the id that an act gives to what it tells of."""
    return isinstance(field.shape, Thing) and field.shape.new


def _things(act: Mapping[str, Any], field: Field) -> Iterator[str]:
    if field.name in act:
        yield from field.shape.things(act[field.name])


def _words(value: Any, shape: Shape) -> Iterator[tuple[str, str]]:
    match shape:
        case Words():
            yield from ((one["text"], language) for language, one in value.items())
        case Line():
            yield value, ""
        case Thing():
            yield value.replace("-", " ").replace("/", " "), ""
        case ListOf(of=of):
            for item in value:
                yield from _words(item, of)
        case Part(fields=fields):
            for field in fields:
                if field.name in value:
                    yield from _words(value[field.name], field.shape)
