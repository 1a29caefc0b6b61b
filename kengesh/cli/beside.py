"""Two records side by side as they leave: as text with its notes, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kengesh.cli.output import DIM, heading, line, numbered, paragraph, table
from kengesh.formats.comparing import (
    DIFFER,
    NEITHER,
    ONLY_FIRST,
    ONLY_SECOND,
    SAME,
    VERDICTS,
    Compared,
    Side,
)
from kengesh.formats.matching import Matching, Pair
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.terms.messages import N_, _

VERDICT_WORDS = {
    SAME: N_("the same"),
    DIFFER: N_("they differ"),
    ONLY_FIRST: N_("the first alone knows"),
    ONLY_SECOND: N_("the second alone knows"),
    NEITHER: N_("neither knows"),
}
MATCH_WORDS = {
    "told": N_("as told"),
    "id": N_("by id"),
    "abbreviation": N_("by abbreviation"),
    "name": N_("by name"),
}
MOST_UNMATCHED = 12  # named one by one; the rest is counted, and --json has them all
MOST_NOTES = 3  # of one answer; of more the first and the last are shown
Source = tuple[str, str | None]


def as_json(
    records: Sequence[Mechanism],
    views: tuple[View, View],
    matching: Matching,
    pairs: Sequence[Pair],
    found: Sequence[Compared],
) -> dict[str, Any]:
    return {
        "records": [
            {**record.describe(view), "on": view.on.isoformat()}
            for record, view in zip(records, views, strict=True)
        ],
        "bodies": [{"first": pair.first, "second": pair.second, "matched_by": pair.by} for pair in pairs],
        "unmatched": {"first": list(matching.only_first), "second": list(matching.only_second)},
        "unsure": [{"first": body, "second": list(others)} for body, others in matching.unsure],
        "counts": _counts(found),
        "answer": [
            {
                "party": one.party,
                "body": one.pair.first,
                "body_in_second": one.pair.second,
                "verdict": one.verdict,
                "stale": one.stale,
                "first": _side_as_json(one.first, views[0]),
                "second": _side_as_json(one.second, views[1]),
            }
            for one in found
        ],
    }


def _side_as_json(side: Side, view: View) -> dict[str, Any]:
    return {
        "truth": side.truth.value,
        "status": side.status,
        "since": side.since,
        "until": side.until,
        "last_attested": side.last_attested,
        "disputed": side.disputed,
        "acts": [act.id for act in side.acts],
        "sources": [{"source": source, "passage": passage} for source, passage in side.sources],
    }


def _counts(found: Iterable[Compared]) -> dict[str, int]:
    counted = Counter(one.verdict for one in found)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def _first_and_last(sources: Sequence[Source]) -> Sequence[Source]:
    """Return what is worth a note of sources in the order of their acts: how it began, and when it was last seen."""
    return sources if len(sources) < MOST_NOTES else (sources[0], sources[-1])


class Shown:
    """The comparison as text, in one language."""

    def __init__(self, folders: tuple[Path, Path], views: tuple[View, View], lang: str, notes: bool) -> None:
        self.folders, self.views, self.notes = folders, views, notes
        self.readers = (Reader(views[0], lang), Reader(views[1], lang))
        self._numbers: dict[tuple[int, str, str | None], int] = {}

    def show(self, matching: Matching, pairs: Sequence[Pair], found: Sequence[Compared], every: bool) -> None:
        """Print the title, the rows, the counts, and what could not be matched."""
        heading(
            _("Who is what in which body: {first} and {second}").format(
                first=self.folders[0], second=self.folders[1]
            ),
            _("On {day}").format(day=self.readers[0].day(self.views[0].on.isoformat())),
        )
        shown = [one for one in found if every or one.verdict == DIFFER]
        paragraph(_("A is the first record, B the second.") if shown else "")
        columns = (
            _("body"),
            _("party"),
            _("finding"),
            "A",
            _("last attested in A"),
            "B",
            _("last attested in B"),
        )
        nothing = _("They differ on nothing.") if found else _("Nothing of the two could be compared.")
        table(columns, map(self._row, shown), nothing)
        self._counts(_counts(found))
        self._stale(found)
        self._matched(pairs)
        self._unmatched(matching)
        if self._numbers:
            numbered([self.readers[at].cite(source, passage) for at, source, passage in self._numbers])

    def _row(self, one: Compared) -> tuple[str, ...]:
        finding = _(VERDICT_WORDS[one.verdict])
        return (
            self.readers[0].name(one.pair.first),
            self._party(one.party),
            _("{finding}, perhaps stale").format(finding=finding) if one.stale else finding,
            self._side(0, one.first),
            self.readers[0].day(one.first.last_attested),
            self._side(1, one.second),
            self.readers[1].day(one.second.last_attested),
        )

    def _party(self, party: str) -> str:
        name = self.readers[0].name(party)
        return self.readers[1].name(party) if name == party else name

    def _side(self, at: int, side: Side) -> str:
        reader = self.readers[at]
        if side.status is not None:
            words = reader.name(side.status)
        elif side.truth.value == "no" and side.until is not None:
            words = _("no, since {day}").format(day=reader.day(side.until))
        else:
            words = {"no": _("no"), "not-known": _("not known")}[side.truth.value]
        if side.disputed:
            words = _("{words}, disputed").format(words=words)
        numbers = (
            [self._number(at, source, passage) for source, passage in _first_and_last(side.sources)]
            if self.notes
            else []
        )
        return f"{words} [{', '.join(map(str, numbers))}]" if numbers else words

    def _number(self, at: int, source: str, passage: str | None) -> int:
        return self._numbers.setdefault((at, source, passage), len(self._numbers) + 1)

    def _counts(self, counts: Mapping[str, int]) -> None:
        told = ", ".join(f"{_(VERDICT_WORDS[verdict])}: {count}" for verdict, count in counts.items())
        paragraph(_("Answers compared: {total} ({told}).").format(total=sum(counts.values()), told=told))

    def _stale(self, found: Sequence[Compared]) -> None:
        if any(one.verdict == DIFFER for one in found):
            says = _(
                "A listing that was not kept up is no contradiction: look at the day on which each side was last attested."
            )
            paragraph(says, DIM)

    def _matched(self, pairs: Sequence[Pair]) -> None:
        words = [f"{pair.first} = {pair.second} ({_(MATCH_WORDS[pair.by])})" for pair in pairs]
        paragraph(_("Bodies matched: {bodies}.").format(bodies=", ".join(words) or _("none")))

    def _unmatched(self, matching: Matching) -> None:
        for folder, bodies in zip(self.folders, (matching.only_first, matching.only_second), strict=True):
            if bodies:
                more = ", ..." if len(bodies) > MOST_UNMATCHED else ""
                says = _("Only in {folder}, {count}: {bodies}.")
                named = ", ".join(bodies[:MOST_UNMATCHED]) + more
                line(says.format(folder=folder, count=len(bodies), bodies=named))
        for body, others in matching.unsure:
            says = _("{body} could be any of {others}; say which with --same {body}=...")
            line(says.format(body=body, others=", ".join(others)))
