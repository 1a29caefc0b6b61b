"""Reading acts fast: from the bytes of an entry to what the state's indexes need, and no more.

For every kind there is a struct with the fields that name things or point at acts, made from the kind's own definition;
msgspec decodes an act into it and skips the rest. The bytes of an act inside an entry are its canonical JSON, so its id
is their SHA-256. An act of an unknown kind, or with a field of another type than ours, is read the slow way and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec

from kengesh.acts import Kind, Registry
from kengesh.acts.shapes import ActId, Field, ListOf, Part, Shape, Thing
from kengesh.terms.messages import _

ENVELOPE = b"kengesh/entry/v1\n"


class UnknownEnvelope(ValueError):
    """An entry whose first line this version does not know: the one thing that reading refuses."""


class Envelope(msgspec.Struct, gc=False):
    """The parts of an entry that the state reads; the acts are left as bytes."""

    acts: list[msgspec.Raw]
    at: str


class WholeEnvelope(msgspec.Struct, gc=False):
    """The parts of an entry that one sees when it is shown."""

    acts: list[msgspec.Raw]
    at: str
    signers: list[dict[str, str]]


class Citation(msgspec.Struct, gc=False, frozen=True):
    """A cited source."""

    source: str


@dataclass(frozen=True, slots=True)
class ActReader:
    """How the acts of one kind are indexed: the things that they name and the acts that they point at."""

    kind: Kind
    code: int
    group: int
    things: Collector
    targets: Collector
    judges: bool


class Readers:
    """The readers of every kind of a registry, in one decoder."""

    def __init__(self, kinds: Registry) -> None:
        known = [kinds[name] for name in kinds]
        self.registry = kinds
        self.kinds = known
        self.groups = sorted({kind.group for kind in known})
        structs = {_struct(kind): kind for kind in known}
        self.by_struct = {
            struct: self._reader(kind, code) for code, (struct, kind) in enumerate(structs.items())
        }
        union: Any = None
        for struct in structs:
            union = struct if union is None else union | struct
        self._decode = msgspec.json.Decoder(union).decode
        self._envelope = msgspec.json.Decoder(Envelope).decode
        self._whole = msgspec.json.Decoder(WholeEnvelope).decode

    def _reader(self, kind: Kind, code: int) -> ActReader:
        group = self.groups.index(kind.group)
        judges = kind.group == "judgement" or kind.name.startswith("derive/")
        fields = tuple(kind.shapes.values())
        return ActReader(kind, code, group, Collector(fields, Thing), Collector(fields, ActId), judges)

    def open(self, note: bytes) -> Envelope:
        """Return the parts of an entry that the state reads. Raises UnknownEnvelope."""
        return self._envelope(_line(note))

    def open_whole(self, note: bytes) -> WholeEnvelope:
        """Return the parts of an entry, its signers too. Raises UnknownEnvelope."""
        return self._whole(_line(note))

    def read(self, act: msgspec.Raw) -> Any | None:
        """Return the struct of an act, None where it is not understood."""
        try:
            return self._decode(act)
        except msgspec.ValidationError:
            return None


def _line(note: bytes) -> memoryview:
    """Return the line of JSON of an entry's note."""
    if not note.startswith(ENVELOPE):
        first = note.split(b"\n", 1)[0][:60].decode(errors="replace")
        says = _(
            "the envelope {first!r} is not known to this version of the program; it reads kengesh/entry/v1."
        )
        raise UnknownEnvelope(says.format(first=first))
    return memoryview(note)[len(ENVELOPE) : note.index(b"\n", len(ENVELOPE))]


def _struct(kind: Kind) -> type[msgspec.Struct]:
    """Return the struct of a kind: its fields that name things or acts, and its sources."""
    fields = [
        (name, _type(field.shape), None) for name, field in kind.shapes.items() if _matters(field.shape)
    ]
    fields = [(name, type_, default) for name, type_, default in fields if name != "sources"]
    cited = ("sources", tuple[Citation, ...], ())
    name = "Act_" + kind.name.replace("-", "_").replace("/", "_")
    return msgspec.defstruct(name, [*fields, cited], tag_field="kind", tag=kind.name, gc=False, rename=None)


def _matters(shape: Shape) -> bool:
    match shape:
        case Thing() | ActId():
            return True
        case ListOf(of=of):
            return _matters(of)
        case Part(fields=fields):
            return any(_matters(field.shape) for field in fields)
        case _:
            return False


def _type(shape: Shape) -> Any:
    match shape:
        case ListOf(of=of):
            return tuple[_type(of), ...] | None  # type: ignore[misc]
        case Part(fields=fields):
            inner = [(field.name, _type(field.shape), None) for field in fields if _matters(field.shape)]
            return msgspec.defstruct("Part", inner, gc=False) | None
        case _:
            return str | None


class Collector:
    """Gathers the ids of one shape (things, or acts) from a struct: single fields, lists, and lists of parts."""

    def __init__(self, fields: Iterable[Field], wanted: type[Thing] | type[ActId]) -> None:
        fields = [field for field in fields if field.name != "sources"]
        self._single = _getter(field.name for field in fields if isinstance(field.shape, wanted))
        self._lists = _getter(
            field.name
            for field in fields
            if isinstance(field.shape, ListOf) and isinstance(field.shape.of, wanted)
        )
        parts = [(field.name, _inner(field.shape, wanted)) for field in fields]
        self._parts = [(attrgetter(name), inner) for name, inner in parts if inner is not None]

    def __call__(self, act: Any) -> list[str]:
        """Return the ids in an act, in the order of its fields."""
        found = [one for one in self._single(act) if one is not None]
        for many in self._lists(act):
            if many:
                found += many
        for get, inner in self._parts:
            value = get(act)
            for part in value if isinstance(value, tuple) else () if value is None else (value,):
                found += inner(part)
        return found


def _getter(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the values of some attributes as a tuple, however many they are."""
    wanted = tuple(names)
    if not wanted:
        return lambda act: ()
    if len(wanted) == 1:
        (name,) = wanted
        get = attrgetter(name)
        return lambda act: (get(act),)
    return attrgetter(*wanted)


def _inner(shape: Shape, wanted: type[Thing] | type[ActId]) -> Collector | None:
    part = shape.of if isinstance(shape, ListOf) else shape
    if isinstance(part, Part) and any(isinstance(field.shape, wanted) for field in part.fields):
        return Collector(part.fields, wanted)
    return None
