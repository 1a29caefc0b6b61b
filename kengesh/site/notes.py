"""The notes of a page: one for each source and passage, numbered in the order in which the page first rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kengesh.mechanism.view import View


@dataclass(frozen=True, slots=True)
class Note:
    """One note: the source, the passage in it, and the places in the log (``12.0``) of the acts that cite it here."""

    number: int
    source: str
    passage: str | None
    places: tuple[str, ...]


class Notes:
    """The notes of one page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._places: dict[tuple[str, str | None], dict[str, None]] = {}
        self._numbers: dict[tuple[str, str | None], int] = {}

    def of(self, row: Mapping[str, Any]) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the numbers of the notes of a row, and the places in the log of its acts, (entry, place), both in order."""
        numbers, places = set(), set()
        for act_id in row.get("acts", ()):
            act = self._view.find(act_id)
            if act is None:
                continue
            at = (act.act.entry, act.act.place)
            places.add(at)
            for cited in act.citations:
                key = (cited["source"], cited.get("passage"))
                numbers.add(self._numbers.setdefault(key, len(self._numbers) + 1))
                self._places.setdefault(key, {})[f"{at[0]}.{at[1]}"] = None
        return sorted(numbers), sorted(places)

    def listed(self) -> Iterable[Note]:
        """Yield the notes in order."""
        for (source, passage), number in self._numbers.items():
            yield Note(number, source, passage, tuple(self._places[source, passage]))
