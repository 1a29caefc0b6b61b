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
    """Return the name borne on a day: one that surely was, else one that may have been, else the nearest before it.

    Among several the one that began last is taken, among equals the one that stands last; before the first of all
    names, the first. Raises ValueError for no names at all.
    """
    if not names:
        raise ValueError(_("there is no name to choose from."))
    answers = [borne(name, on) for name in names]
    for wanted in (Truth.YES, Truth.NOT_KNOWN):
        fitting = [name for name, answer in zip(names, answers, strict=True) if answer is wanted]
        if fitting:
            return max(reversed(fitting), key=_beginning)
    past = [name for name in names if name.start is None or begun(name.start, on) is not Truth.NO]
    return max(reversed(past), key=_beginning) if past else min(names, key=_beginning)


def _beginning(name: Name) -> tuple[date, date, date, str]:
    """Order names by their beginning, those without one first."""
    return (date.min, date.min, date.min, "") if name.start is None else sort_key(name.start)
