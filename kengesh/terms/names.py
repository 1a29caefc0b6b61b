"""Names that change: which name a thing bore on a day.

Kazakhstan's capital was Astana until 23 March 2019, Nur-Sultan until 17 September 2022, and Astana again since::

    names = [
        Name({"en": {"text": "Astana", "by": "source"}}, end=parse_when("2019-03-23")),
        Name({"en": {"text": "Nur-Sultan", "by": "source"}}, parse_when("2019-03-23"), parse_when("2022-09-17")),
        Name({"en": {"text": "Astana", "by": "source"}}, start=parse_when("2022-09-17")),
    ]
    name_on(names, date(2020, 1, 1))        # Nur-Sultan

A name holds from the day of its `start` until the day before its `end`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.terms.dates import Truth, When, begun, sort_key
from kengesh.terms.messages import _

_CERTAINTY = {Truth.YES: 2, Truth.NOT_KNOWN: 1, Truth.NO: 0}


@dataclass(frozen=True, slots=True)
class Name:
    """A multilingual name and its period; None is from the beginning, for good."""

    text: Mapping[str, Mapping[str, str]]
    start: When | None = None
    end: When | None = None


def borne(name: Name, on: date) -> Truth:
    """Say whether a name was borne on a day."""
    start = Truth.YES if name.start is None else begun(name.start, on)
    over = Truth.NO if name.end is None else begun(name.end, on)
    return start.and_(over.not_())


def name_on(names: Sequence[Name], on: date) -> Name:
    """Return the name borne on a day: one that surely was, else one that may have been, else the nearest in time.

    Among several the one that began last is taken, among equals the one that stands last. Raises ValueError for no
    names at all.
    """
    if not names:
        raise ValueError(_("there is no name to choose from."))
    return max(enumerate(names), key=lambda item: (*_fitness(item[1], on), item[0]))[1]


def _fitness(name: Name, on: date) -> tuple[int, int, tuple[date, date, date, str]]:
    """How well a name fits a day: how surely borne; past names before coming ones; then the later (nearer) beginning."""
    sure = _CERTAINTY[borne(name, on)]
    earliest = (date.min, date.min, date.min, "")
    start = earliest if name.start is None else sort_key(name.start)
    coming = sure == 0 and name.start is not None and begun(name.start, on) is Truth.NO
    if coming:
        start = (date.min + (date.max - start[0]), date.min, date.min, "")
    return sure, 0 if coming else 1, start
