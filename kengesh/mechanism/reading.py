"""Reading acts fast: from the bytes of an entry to what the state's indexes need, and no more.

For every kind there is a struct with the fields that name things or point at acts, made from the kind's own definition;
msgspec decodes an act into it and skips the rest. The bytes of an act inside an entry are its canonical JSON, so its id
is their SHA-256. An act of an unknown kind, or with a field of another type than ours, is not understood, and counted.

Most entries hold one act that is understood: it is cut out by the keys around it, and nothing else of the entry is decoded.
`acts` is the first key of an entry and `at`, a moment of 20 characters, the next; inside a JSON string the quotes of
``],"at":"`` would be escaped, and what follows `at` holds no such list, so its last occurrence ends the acts. All others are
decoded in two steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec

from kengesh.acts import Kind, Registry
from kengesh.acts.shapes import ActId, ListOf, Part, Shape, Thing
from kengesh.record.envelope import ENVELOPE, check_envelope
from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

FIRST_KEY = ENVELOPE + b'{"acts":['
NEXT_KEY = b'],"at":"'
LIST_START = len(FIRST_KEY) - 1
MOMENT = len(b"2026-12-01T00:00:00Z")

Read = tuple[bytes | msgspec.Raw, Any]  # the bytes of an act, and its struct: None where it is not understood


class DamagedEntry(RecordError):
    """Bytes that say they are an entry and are none: the file they come from is damaged."""


class Envelope(msgspec.Struct, gc=False):
    """The parts of an entry that one sees when it is shown; the acts are left as bytes."""

    acts: list[msgspec.Raw]
    at: str
    signers: list[dict[str, str]]


class Citation(msgspec.Struct, gc=False, frozen=True):
    """A cited source."""

    source: str


@dataclass(frozen=True, slots=True)
class ActReader:
    """How the acts of one kind are indexed: what gives the fields that name things, and those that point at acts.

    A value that they give is an id, a tuple of ids, a tuple of structs of such values, or None: see :func:`ids_in`.
    `matter` gives the things that tell what an act speaks of, for a kind of which two acts can differ (its `single`); None for
    others.
    """

    kind: Kind
    code: int
    group: int
    things: Callable[[Any], tuple[Any, ...]]
    targets: Callable[[Any], tuple[Any, ...]] | None
    matter: Callable[[Any], tuple[Any, ...]] | None


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
        self._acts = msgspec.json.Decoder(list[union]).decode
        self._act = msgspec.json.Decoder(union).decode
        self._envelope = msgspec.json.Decoder(Envelope).decode

    def _reader(self, kind: Kind, code: int) -> ActReader:
        group = self.groups.index(kind.group)
        targets, things = _fields(kind, ActId), _fields(kind, Thing)
        telling = matter_fields(kind)
        return ActReader(
            kind,
            code,
            group,
            _getter(things),
            _getter(targets) if targets else None,
            _getter(telling) if telling else None,
        )

    def read(self, note: bytes) -> tuple[bytes, Sequence[Read]]:
        """Return when an entry was signed, and its acts. Raises UnknownEnvelope, DamagedEntry."""
        if note.startswith(FIRST_KEY):
            end = note.rfind(NEXT_KEY)
            try:
                acts = self._acts(note[LIST_START : end + 1])
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                pass  # an act that is not understood; or an entry damaged or nested too deep, which opening it says
            else:
                if len(acts) == 1:
                    at = end + len(NEXT_KEY)
                    return note[at : at + MOMENT], ((note[LIST_START + 1 : end], acts[0]),)
        envelope = self.open(note)
        return envelope.at.encode(), [(raw, self._understood(raw)) for raw in envelope.acts]

    def open(self, note: bytes) -> Envelope:
        """Return the parts of an entry. Raises UnknownEnvelope, DamagedEntry."""
        check_envelope(note)
        try:
            note.decode()  # an act that is left as bytes may hold anything
            return self._envelope(note.split(b"\n", 2)[1])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            says = _("it cannot be read ({why}); run kengesh verify to see what is damaged.")
            raise DamagedEntry(says.format(why=error)) from None

    def _understood(self, act: msgspec.Raw) -> Any | None:
        try:
            return self._act(act)
        except msgspec.ValidationError:
            return None


def matter_fields(kind: Kind) -> tuple[str, ...]:
    """Return the fields of a kind's key that hold things, of which none is inside a part; none for a kind without `single`."""
    if not kind.single:
        return ()
    shapes = {name: kind.shapes[name].shape for name in kind.key}
    return tuple(
        name
        for name, shape in shapes.items()
        if isinstance(shape, Thing) or (isinstance(shape, ListOf) and isinstance(shape.of, Thing))
    )


def ids_in(values: Iterable[Any]) -> Iterator[str]:
    """Yield the ids in the values of fields, in their order."""
    for value in values:
        if type(value) is str:
            yield value
        elif value is not None:
            yield from ids_in(value if type(value) is tuple else msgspec.structs.astuple(value))


def _struct(kind: Kind) -> type[msgspec.Struct]:
    """Return the struct of a kind: its fields that name things or acts, and its sources."""
    fields = [(name, _type(field.shape), None) for name, field in kind.shapes.items() if _held(field.shape)]
    fields = [(name, type_, default) for name, type_, default in fields if name != "sources"]
    cited = ("sources", tuple[Citation, ...], ())
    name = "Act_" + kind.name.replace("-", "_").replace("/", "_")
    return msgspec.defstruct(name, [*fields, cited], tag_field="kind", tag=kind.name, gc=False, rename=None)


def _fields(kind: Kind, wanted: type[Thing] | type[ActId]) -> list[str]:
    """Return the fields of a kind that hold ids of that shape. Raises ValueError where parts of one field hold both."""
    holding = {name: _held(field.shape) for name, field in kind.shapes.items() if name != "sources"}
    mixed = [name for name, held in holding.items() if len(held) > 1]
    if mixed:
        raise ValueError(
            f"{kind.name}: the parts of {mixed[0]} name things and point at acts; use two fields."
        )
    return [name for name, held in holding.items() if wanted in held]


def _held(shape: Shape) -> set[type[Shape]]:
    match shape:
        case Thing() | ActId():
            return {type(shape)}
        case ListOf(of=of):
            return _held(of)
        case Part(fields=fields):
            return {one for field in fields for one in _held(field.shape)}
        case _:
            return set()


def _type(shape: Shape) -> Any:
    match shape:
        case ListOf(of=of):
            return tuple[_type(of), ...] | None  # type: ignore[misc]
        case Part(fields=fields):  # always inside a list: see _held
            inner = [(field.name, _type(field.shape), None) for field in fields if _held(field.shape)]
            return msgspec.defstruct("Part", inner, gc=False) | None
        case _:
            return str | None


def _getter(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the values of some attributes as a tuple, however many they are."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda act: tuple(getattr(act, name) for name in wanted)
