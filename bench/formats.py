"""Formats and claims: co-membership matrices, a what-if on a copy, a quantified claim, and how each grows.

    python -m bench.formats [--runs 7] [--factbook FILE] [--cow FILE]

`--factbook` takes a CSV with the columns snapshot, file, country, organization and status; without it rows are made up, of the
same size and shape, and the output says so. `--cow` takes the state-year table of Correlates of War IGO v3 as a user has it.
The peers of the matrices are pandas, polars, DuckDB and scipy (``pip install 'kengesh[bench]'``). Each figure is the
median of several runs in this one process.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from bench.co_members import PEERS, beside_peers, cow, factbook, made_up, missing_peers
from bench.machine import describe_machine, median_seconds, seconds, show, show_goal
from bench.repeated import patterns_of, repeated, write_record
from kengesh.desk.kinds import every_kind
from kengesh.formats.claims.language.reading import read_by_ids
from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.verdict.judging import judge_in
from kengesh.formats.overlap.matrices import co_memberships
from kengesh.formats.overlap.proposed_change import Change, ChangeRefused, proposed
from kengesh.formats.overlap.what_if import what_if
from kengesh.mechanism.acts import ActStore
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.state import State
from kengesh.mechanism.trying import tried
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth
from kengesh.terms.states import states

PACK = "central_asia"
COPIES = (1, 10, 30)  # of the founding record in one log
WHAT_IF_GOAL = 5.0  # milliseconds
ASKED = 60  # changes at each size, each of another body
CLAIM = "every member of body-0 is member of body-1"
CLAIM_GOAL = 0.1  # milliseconds
CLAIM_STATES, CLAIM_BODIES = 200, 100  # 20,000 intervals
DAY = date(2026, 6, 4)
AT = "2026-06-05T00:00:00Z"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=7)
    asked.add_argument("--factbook", type=Path, help="a CSV of snapshot, file, country, organization, status")
    asked.add_argument("--cow", type=Path, help="the state-year table of COW IGO v3")
    given = asked.parse_args()
    there = [name for name in ("numpy", *PEERS) if find_spec(name) is not None]
    print(f"Formats, medians of {given.runs} runs")
    print(f"  {describe_machine(*there)}", flush=True)
    if missing_peers():
        print(f"  not installed, and left out: {', '.join(missing_peers())}")
    beside_peers(*factbook(given.factbook), given.runs)
    beside_peers(*cow(given.cow), given.runs)
    what_ifs()
    claim(given.runs)
    growth(given.runs)


def what_ifs() -> None:
    """Ask what would change, on the founding record and on logs that hold it many times."""
    patterns = patterns_of(PACK)
    acts = sum(len(group) for group in patterns)
    print(f"\nWhat if, on a copy: the pack {PACK} ({acts:,} acts), and logs that hold it many times")
    with tempfile.TemporaryDirectory() as name:
        for copies in COPIES:
            folder = Path(name) / f"record-{copies}"
            checkpoints = write_record(folder, repeated(patterns, copies * acts), lambda size: False)
            (folder / "checkpoint").write_bytes(checkpoints[-1])
            _what_ifs_of(f"{copies} x", folder)


def _what_ifs_of(size: str, folder: Path) -> None:
    changes = _changes(
        Mechanism.open(folder, every_kind()).view(DAY)
    )  # of a record of its own, so that nothing is read before
    record = Mechanism.open(folder, every_kind())
    first, others = changes[0], changes[1:]
    taken = seconds(lambda: what_if(record.view(DAY), first))
    show(f"{size}: the first of all, which reads what its parties belong to", f"{taken * 1000:,.1f} ms")
    for party in {one.party for one in others}:  # the first of each party counts its joint memberships
        what_if(record.view(DAY), next(one for one in others if one.party == party))
    each = [1000 * seconds(lambda one=one: what_if(record.view(DAY), one)) for one in others]  # type: ignore[misc]
    at = f"{size}: a what-if of another body ({len(each)} asked)"
    show_goal(at, statistics.median(each), WHAT_IF_GOAL, " ms", at_most=True)
    days = [date(2026, 5, day) for day in range(1, 31)]
    moved = [Change(first.party, first.body, first.status, day) for day in days]
    each = [1000 * seconds(lambda one=one: what_if(record.view(one.on), one)) for one in moved]  # type: ignore[misc]
    show_goal(f"{size}: a what-if on another day", statistics.median(each), WHAT_IF_GOAL, " ms", at_most=True)
    view = record.view(DAY)
    act = proposed(view, first).act
    trying = median_seconds(lambda: tried(view, [act]), 50)
    show(f"{size}: trying the act alone", f"{trying * 1000:,.3f} ms")


def _changes(view: View) -> list[Change]:
    """Return changes that make sense: parties of one body leave it, or states of another come to its status; each body once."""
    begun = view.of_kind("begin-participation")
    bodies = dict.fromkeys(act.get("body") for act in begun)
    wanted = set(list(bodies)[:: max(1, len(bodies) // ASKED)])
    parties = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    found: dict[str, Change] = {}
    for number, act in enumerate(begun):
        change = Change(parties[number % len(parties)], act.get("body"), act.get("status"), DAY)
        if act.get("body") in wanted and act.get("body") not in found and _makes_sense(view, change):
            found[act.get("body")] = change
    return list(found.values())


def _makes_sense(view: View, change: Change) -> bool:
    try:
        proposed(view, change)
    except ChangeRefused:
        return False
    return True


def claim(runs: int) -> None:
    """Judge a claim about all members of one body, in a record of some 20,000 intervals."""
    print(f"\nA quantified claim: {CLAIM_STATES} states in {CLAIM_BODIES} bodies, one interval each")
    view, days = intervals(CLAIM_STATES, CLAIM_BODIES), every_day()
    asked = read_by_ids(CLAIM)
    first = seconds(lambda: judged(view, asked, next(days)))
    show("the first of these two bodies, which reads their acts", f"{first * 1000:,.1f} ms")
    again = 1000 * median_seconds(lambda: judged(view, asked, next(days)), max(runs, 50))
    show_goal("judged, each time on another day", again, CLAIM_GOAL, " ms", at_most=True)
    reading = 1000 * median_seconds(lambda: read_by_ids(CLAIM), max(runs, 50))
    show("read from its text", f"{reading:,.2f} ms")
    told = 1000 * median_seconds(lambda: explained(view, asked, next(days)), max(runs, 5))
    show("with what was found of every member", f"{told:,.2f} ms")


def judged(view: View, asked: Claim, day: date) -> Truth:
    """Judge a claim in both readings of its words on a day."""
    verdict = judge_in(asked, view.asked_of(day))
    return verdict.readings[-1].truth.and_(verdict.truth)


def explained(view: View, asked: Claim, day: date) -> int:
    """Judge a claim on a day, and look up what was found of every thing of its set, in both readings."""
    verdict = judge_in(asked, view.asked_of(day))
    return sum(len(reading.main.elements) for reading in verdict.readings)


def every_day() -> Iterator[date]:
    """Yield days, each another one, over the years in which the made-up states join."""
    return (date(1990, 1, 1) + timedelta(days=step * 37 % 12_000) for step in count())


class Memory:
    """Entries in memory, which nobody signed."""

    def __init__(self, notes: Sequence[bytes]) -> None:
        self.notes = notes

    def entry(self, index: int) -> bytes:
        """Return the note of an entry."""
        return self.notes[index]


def intervals(many_states: int, bodies: int) -> View:
    """Return a view of a record in which every state joined every body, each on another day; nobody has left."""
    notes = [_note(acts) for acts in _participation_acts(many_states, bodies)]
    state = State(every_kind())
    state.fold(notes)
    return View(state, ActStore(state, Memory(notes)), state.size, DAY)


def _participation_acts(many_states: int, bodies: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the acts of an entry: first the ranks of statuses, then for each body who joined it."""
    ranks = [{"status": "member", "standing": "membership"}, {"status": "observer", "standing": "other"}]
    yield [{"kind": "rank-statuses/1", "voice": "reported", "statuses": ranks}]
    for body in range(bodies):
        yield [
            {
                "kind": "begin-participation/1",
                "voice": "reported",
                "party": party,
                "body": f"body-{body}",
                "status": "member",
                "on": f"{1990 + (place + body) % 30}-{1 + place % 12:02}-{1 + body % 28:02}",
                "sources": [{"source": "gazette"}],
            }
            for place, party in enumerate(states()[:many_states])
        ]


def _note(acts: Iterable[dict[str, Any]]) -> bytes:
    signers = [{"key": "bench", "party": "log"}]
    value = {
        "acts": list(acts),
        "at": AT,
        "log": "bench",
        "seen": {"root": "", "size": 0},
        "signers": signers,
    }
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"kengesh/entry/v1\n{text}\n\n— bench AAAA\n".encode()


def growth(runs: int) -> None:
    """Show how the time grows when one size is doubled."""
    print("\nGrowth: the time when one of these is doubled, times before (linear: 2)")
    small = (20, 200, 250, 100_000)
    before = _median_matrices(runs, *small)
    for name, sizes in (
        ("snapshots, and the rows with them", (40, 200, 250, 200_000)),
        ("states, and the rows with them", (20, 400, 250, 200_000)),
        ("organizations, and the rows with them", (20, 200, 500, 200_000)),
        ("rows alone", (20, 200, 250, 200_000)),
    ):
        show(f"matrices, twice the {name}", f"{_median_matrices(runs, *sizes) / before:,.2f}x")
    claims = [_median_claim(runs, many, bodies) for many, bodies in ((100, 50), (200, 50), (100, 100))]
    show("a claim, twice the states", f"{claims[1] / claims[0]:,.2f}x")
    show("a claim, twice the bodies", f"{claims[2] / claims[0]:,.2f}x")


def _median_matrices(runs: int, *sizes: int) -> float:
    table = made_up(*sizes)
    co_memberships(table)
    return median_seconds(lambda: co_memberships(table), runs)


def _median_claim(runs: int, many_states: int, bodies: int) -> float:
    view, days = intervals(many_states, bodies), every_day()
    asked = read_by_ids(CLAIM)
    judged(view, asked, next(days))
    return median_seconds(lambda: judged(view, asked, next(days)), max(runs, 50))


if __name__ == "__main__":
    main()
