"""A scenario and its edits, as plain values.

An edit says why it is made (`because`), where that is told (`source`), and how good the ground is (`grade`):

====  ==========================================================================================
A     measured elsewhere, and carried over to here
B     an agreed text, or a decision that was published
C     an assumption
====  ==========================================================================================

What an edit tells a number is a number like those of the network, and its basis follows the grade: derived for A, published for B,
assumed for C.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kengesh.corridors.network.numbers import Scale
from kengesh.corridors.network.tables import Number, Row
from kengesh.corridors.scenarios.mistakes import UNWRITTEN, Written

BASE = "base"
GRADES = ("A", "B", "C")
BASIS_OF = {"A": "derived", "B": "published", "C": "assumed"}
SEED, DRAWS = 1, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What every edit has. `about` names what of the record it follows from; where it is empty, that of the scenario counts."""

    key: str
    because: str
    grade: str
    source: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    written: Written = field(default=UNWRITTEN, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Edit):
    """A row that is not in the network, with its numbers."""

    row: Row
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove(Edit):
    """Rows that may not be travelled, rules that do not count, places through which nothing goes."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus(Edit):
    """Rows with another status."""

    ids: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNumber(Edit):
    """A number in the place of all that the network has about the same thing."""

    number: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleBy(Edit):
    """Numbers of one quantity multiplied by one factor: a triangular distribution by its ends and its mode."""

    ids: tuple[str, ...]
    quantity: str
    low: float
    mode: float
    high: float
    direction: str = ""
    nationality: str = ""
    commodity: str = ""

    def scale(self, scenario: str) -> Scale:
        """Return the factor, known by the scenario and the edit: rows that one edit scales vary together."""
        return Scale(f"{scenario}/{self.key}", self.low, self.mode, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Edits to an edition of a network, in order; `parent` is the scenario on which they are laid, None the network itself."""

    id: str
    title: str
    network: str
    day: str
    says: str
    layers: tuple[str, ...] = ()
    parent: Scenario | None = None
    about: tuple[str, ...] = ()
    seed: int = SEED
    draws: int = DRAWS
    edits: tuple[Edit, ...] = ()
    written: Written = field(default=UNWRITTEN, compare=False, repr=False)

    @property
    def line(self) -> tuple[Scenario, ...]:
        """The scenarios on which it rests, the first first, and itself."""
        return (*(self.parent.line if self.parent else ()), self)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its own edits, in order."""
        return tuple(one.key for one in self.edits)

    def all_edits(self) -> Iterator[tuple[Scenario, Edit]]:
        """Yield the edits of its parents and its own, in the order in which they are made, each with its scenario."""
        for one in self.line:
            for edit in one.edits:
                yield one, edit

    def tied_to(self, about: str) -> tuple[str, ...]:
        """Return the keys of its own edits that follow from an act, an instrument or a proposal of the record."""
        return tuple(one.key for one in self.edits if about in (one.about or self.about))
