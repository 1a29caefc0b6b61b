"""What a reader is told by the person who has the file, what it gives back, and how it refuses a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kengesh.terms.messages import _

Act = dict[str, Any]
Progress = Callable[[int, int], None]
"""Told from time to time how much is done, and how much there is."""
MOST_EXAMPLES = 5  # of what was left aside, shown by name; the rest is counted


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says of the file: nothing of it is guessed. Days are plain days."""

    accessed: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Left:
    """Something that was read and not made into an act, or made with a doubt: why, how often, and the first few of it."""

    why: str
    count: int = 0
    examples: list[str] = field(default_factory=list)


class Aside:
    """What is left aside while reading, gathered by reason."""

    def __init__(self) -> None:
        self._by_reason: dict[str, Left] = {}

    def note(self, why: str, example: str, count: int = 1) -> None:
        """Count one more thing left aside for a reason, a whole sentence."""
        left = self._by_reason.setdefault(why, Left(why))
        left.count += count
        if example not in left.examples and len(left.examples) < MOST_EXAMPLES:
            left.examples.append(example)

    def all(self) -> Sequence[Left]:
        """Return everything that was left aside, in the order in which each reason was first met."""
        return tuple(self._by_reason.values())


@dataclass(frozen=True, slots=True)
class Outside:
    """What files come to: acts in the order in which they are to be entered, and what is told of the reading.

    `acts` begins anew each time that it is called, and reads the files again; it yields the same acts each time. `most` is
    about how many, for progress. `read` are pairs of words and a number. `aside` is whole once the acts were gone through.
    """

    reader: str
    acts: Callable[[], Iterator[Act]]
    most: int
    read: Sequence[tuple[str, int]]
    aside: Aside


class BadFile(ValueError):
    """A file that cannot be read as what it was said to be; the sentence names file, line and column, and what was expected."""

    def __init__(self, says: str, file: object, line: int | None = None, column: str | None = None) -> None:
        place = str(file)
        if line is not None:
            place = _("{file}, line {line}").format(file=place, line=line)
        if column is not None:
            place = _("{place}, column {column}").format(place=place, column=column)
        super().__init__(f"{place}: {says}")
