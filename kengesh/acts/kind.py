"""A kind of act as data, and the registry of kinds.

A :class:`Kind` says everything about one kind of act: its name and version (``adopt/1``), the fields it takes, which
fields together say what the act is about (`key`), which of them can have only one true value (`single`, where two
sources that differ make a dispute by themselves), under which heading the state files it (`group`), and one example.
From it an act is validated, indexed by the state, and described on its reference page.

A version is never changed once published: a field more is a new version, and both stay readable. Packages to the left
add their kinds by giving them to :class:`Registry`; there is no registration by importing a module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from kengesh.acts.fitting import Fits, fitting_fields
from kengesh.acts.shapes import Choice, Field, Line, ListOf, Part, Problem, Shape, Thing, Words, check_fields
from kengesh.terms.messages import _

MOST_NEAR = 3  # kinds named where one was misspelt

CITATION = Part(
    (
        Field("source", Thing(), "the id of a registered source", required=True),
        Field("passage", Line(), "where in it: a page, a paragraph, a row, or the words themselves"),
    )
)

COMMON = (
    Field("kind", Line(), "the kind of act and its version", required=True),
    Field(
        "voice",
        Choice(("performed", "reported")),
        "who speaks: the actor, or a compiler with sources",
        required=True,
    ),
    Field("row", Line(), "the permanent name of the row of a pack from which the act comes"),
    Field("sources", ListOf(CITATION), "what says so, each with its passage"),
    Field("basis", Choice(("derived", "weak")), "left out when the act rests plainly on its sources"),
    Field("note", Words(), "a remark of the compiler"),
    Field("subjects", ListOf(Thing()), "subjects from the vocabulary of the pack"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of act.

    ``sourced`` says whether a reported act of this kind must cite sources: acts about the record itself (a correction,
    a search without result) rest on other acts.
    """

    name: str
    group: str
    says: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    example: Mapping[str, Any]
    single: tuple[str, ...] = ()
    sourced: bool = True
    law: str = ""
    shapes: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    fits: Fits = field(init=False, repr=False, compare=False)
    """Says whether an act that was read can be worked with; writing asks :meth:`problems`."""

    def __post_init__(self) -> None:
        every = {one.name: one for one in (*COMMON, *self.fields)}
        object.__setattr__(self, "shapes", every)
        object.__setattr__(self, "fits", fitting_fields(tuple(every.values())))

    def problems(self, act: Mapping[str, Any]) -> Iterator[Problem]:
        """Yield everything wrong with an act of this kind, field by field."""
        yield from check_fields(tuple(self.shapes.values()), dict(act), "")
        if self.sourced and act.get("voice") == "reported" and not act.get("sources"):
            yield Problem("sources", _("a reported act needs at least one source."))

    def things(self, act: Mapping[str, Any]) -> Iterator[str]:
        """Yield the id of every thing that the act names, its sources left aside."""
        for name, shape, value in self._known_fields(act):
            if name != "sources":
                yield from shape.things(value)

    def known_things(self, act: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield (field, thing) for the things that must be known before this act."""
        for name, shape, value in self._known_fields(act):
            if name != "sources" and not (isinstance(shape, Thing) and shape.new):
                yield from ((name, thing) for thing in shape.things(value))

    def new_things(self, act: Mapping[str, Any]) -> Iterator[str]:
        """Yield the things that this act may be the first to name."""
        for _name, shape, value in self._known_fields(act):
            if isinstance(shape, Thing) and shape.new:
                yield value

    def types_told(self, act: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield (thing, type) for the things that the act is the first to name: `name` says of what type, others by their field."""
        for name, shape, value in self._known_fields(act):
            if isinstance(shape, Thing) and shape.new:
                yield value, str(act.get("type", name)) if name == "thing" else name

    def pointed_acts(self, act: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield (field, act id) for the acts that this act points at."""
        for name, shape, value in self._known_fields(act):
            yield from ((name, one) for one in shape.acts(value))

    def _known_fields(self, act: Mapping[str, Any]) -> Iterator[tuple[str, Shape, Any]]:
        """Yield the fields that this kind knows; an act that another version wrote may have more."""
        for name, value in act.items():
            if name in self.shapes:
                yield name, self.shapes[name].shape, value


class UnknownKind(ValueError):
    """An act of a kind that this version does not know; only writing refuses it."""


class Registry:
    """The kinds that can be written."""

    def __init__(self, kinds: Iterable[Kind] = ()) -> None:
        self._kinds: dict[str, Kind] = {}
        for kind in kinds:
            self.add(kind)

    def add(self, kind: Kind) -> None:
        """Add a kind. Raises ValueError if its name is taken, or if its own example does not fit it."""
        if kind.name in self._kinds:
            raise ValueError(_("the kind {name} is already registered.").format(name=kind.name))
        wrong = list(kind.problems(kind.example))
        if wrong:
            raise ValueError(
                _("the example of {name} does not fit: {wrong}").format(name=kind.name, wrong=wrong[0])
            )
        self._kinds[kind.name] = kind

    def __getitem__(self, name: str) -> Kind:
        try:
            return self._kinds[name]
        except KeyError:
            raise UnknownKind(self._unknown(name)) from None

    def _unknown(self, name: str) -> str:
        by_stem = {kind.partition("/")[0]: kind for kind in self}
        near = get_close_matches(name.partition("/")[0], by_stem, MOST_NEAR)
        if near:
            says = _("{name} is not a kind of act that can be written; did you mean {near}?")
            return says.format(name=name, near=", ".join(by_stem[stem] for stem in near))
        says = _("{name} is not a kind of act that can be written; there are {kinds}.")
        return says.format(name=name, kinds=", ".join(by_stem))

    def get(self, name: str) -> Kind | None:
        """Return the kind of that name, None where it is not known (reading never fails on it)."""
        return self._kinds.get(name)

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._kinds))

    def __len__(self) -> int:
        return len(self._kinds)
