"""The notes of a brief: one for each source and passage, numbered in the order of first use.

A statement may rest on a dozen sources, and a brief is read in minutes: of each statement so many are cited as `most` says,
one passage of each source, the strongest first. The founding source and official ones come before others, weak ones and copies
last; among equals goes what has a note already. That some were left out is remembered, for the colophon to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kengesh.briefs.document import Note, Run, Words
from kengesh.mechanism.reader import Reader
from kengesh.terms.citations import Source

MOST_CITED = 2  # so that "several sources" can be seen to be several
OFFICIAL = ("depositary", "official")

Place = tuple[str, str | None]
"""A source and the passage of it that is meant."""


class Notes:
    """The notes of one brief, as they come to be."""

    def __init__(self, reader: Reader, most: int = MOST_CITED) -> None:
        self.reader = reader
        self.most = most
        self.left_out = 0
        self._numbers: dict[Place, int] = {}

    def of_row(self, row: Mapping[str, Any]) -> tuple[int, ...]:
        """Return the numbers of the notes that a row of an answer has, numbering on where they are new."""
        return self._numbered(row["acts"])

    def all(self) -> tuple[Note, ...]:
        """Return the notes so far, in order."""
        return tuple(
            Note(number, source, passage, self._citation(source, passage))
            for (source, passage), number in self._numbers.items()
        )

    def _numbered(self, acts: Sequence[str]) -> tuple[int, ...]:
        places: dict[str, str | None] = {}
        for act_id in acts:
            act = self.reader.view.find(act_id)
            for cited in () if act is None else act.citations:
                places[cited["source"]] = places.get(cited["source"]) or cited.get("passage")
        ranked = sorted(places.items(), key=self._rank)  # stable: the order of the acts among equals
        self.left_out += max(0, len(ranked) - self.most)
        numbers = [self._numbers.setdefault(place, len(self._numbers) + 1) for place in ranked[: self.most]]
        return tuple(sorted(numbers))

    def _rank(self, place: Place) -> tuple[int, bool]:
        source = self.reader.view.source(place[0])
        if source is None or source.weak or source.copy_of:
            strength = 3
        elif source.founding:
            strength = 0
        else:
            strength = 1 if source.source_kind in OFFICIAL else 2
        return strength, place not in self._numbers

    def _citation(self, source_id: str, passage: str | None) -> Words:
        """Return a citation with its title in the language of the source, and its address as a link."""
        text = self.reader.cite(source_id, passage)
        source = self.reader.view.source(source_id)
        own = self.reader.language
        if source is None:
            return (Run(text, own),)
        marks = [(source.title, source.language or "", None), *_link(source)]
        runs = [Run(text, own)]
        for words, language, address in marks:
            if words:
                before, found, after = runs[-1].text.partition(words)
                told = [Run(before, own), Run(found, language, address=address), Run(after, own)]
                runs[-1:] = [run for run in told if run.text] if found else [runs[-1]]
        return tuple(runs)


def _link(source: Source) -> Iterator[tuple[str, str, str]]:
    if source.address and source.address.startswith(("http://", "https://")):
        yield source.address, "", source.address
