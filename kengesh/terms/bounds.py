"""The values of a date: bounds of the day of a change, and the date itself. ``kengesh.terms.dates`` says what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kengesh.terms.truth import Truth


class Kind(Enum):
    """How a date is written."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    WITHIN = "within"


class Edge(Enum):
    """Whether a bound is given, unknown (nothing written), or open (``..``): it was always so, it never ended."""

    GIVEN = "given"
    UNKNOWN = "unknown"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Bound:
    """The day of one change, as far as it is known: not before `earliest`, not after `latest`.

    None is no such limit, for the reason that `edge` gives. Where `doubtful` (``?``), the change is sure only after
    `latest`.
    """

    earliest: date | None
    latest: date | None
    doubtful: bool = False
    edge: Edge = Edge.GIVEN

    def reached(self, on: date) -> Truth:
        """Return whether the change has taken place by a day, that day included."""
        if self.edge in (Edge.ALWAYS, Edge.NEVER):
            return Truth.of(self.edge is Edge.ALWAYS)
        if self.earliest is not None and on < self.earliest:
            return Truth.NO
        if self.latest is not None and (on > self.latest or (on == self.latest and not self.doubtful)):
            return Truth.YES
        return Truth.NOT_KNOWN


@dataclass(frozen=True, slots=True)
class When:
    """A date of the subset.

    `text` is its one spelling. `change` bounds the day of a change dated so (of an interval: its beginning); `start`
    and `end` bound the period of a state dated so: `end` is the first day on which it no longer is. Of ``A/B``,
    ``[A..B]`` the two sides are `first` and `last`, None where nothing is written or ``..``.
    """

    text: str
    kind: Kind
    change: Bound
    start: Bound
    end: Bound
    approximate: bool = False
    uncertain: bool = False
    first: When | None = None
    last: When | None = None

    @property
    def earliest(self) -> date | None:
        """The first day possible for a change dated so; None where there is no such limit."""
        return self.change.earliest

    @property
    def latest(self) -> date | None:
        """The last day possible for a change dated so; None where there is no such limit."""
        return self.change.latest

    def __str__(self) -> str:
        return self.text
