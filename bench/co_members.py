"""Co-membership matrices: ours beside bare packed bits in numpy, pandas, polars, DuckDB and scipy, all from the same codes in memory.

Each peer gets the rows in its own form before the clock starts, every row once, and gives its result in its own form; that all
results are the same is checked afterwards. A peer that is not installed is named and left out, and so is one that would have to
lay out more rows in memory than this machine may have room for.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from bench.machine import median_seconds, show, show_goal
from kengesh.formats.overlap.matrices import Coded, co_memberships, coded

PEERS = ("pandas", "polars", "duckdb", "scipy")
BARE_GOAL = 2.0  # times bare packed bits
PANDAS_GOAL = 50.0  # times ours
MOST_JOINED = 40_000_000  # rows that a join may lay out in memory: some 1 GB
SLOW_RUNS = 3
FACTBOOK = (10, 244, 247, 107_131)  # snapshots, states, organizations, rows
COW = (199, 217, 534, 1_000_000)
COW_NAMED = ("ccode", "year", "state")  # the columns of its state-year table that are no organization
MEMBER_IN_COW = "1"

Peer = tuple[
    str, Callable[[], Any], Callable[[Any], Any]
]  # its name, the run, and how its result becomes a matrix


def missing_peers() -> list[str]:
    """Return the peers that are not installed."""
    return [name for name in PEERS if find_spec(name) is None]


def factbook(file: Path | None) -> tuple[str, Coded]:
    """Return a table from a CSV of snapshot, file, country, organization, status; without a file, one made up of the same shape."""
    if file is None:
        return "made up, of the size and shape of ten editions of the World Factbook", made_up(*FACTBOOK)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [
            (row["snapshot"], row["country"], row["organization"], row["status"])
            for row in csv.DictReader(lines)
        ]
    return f"from {file.name}", coded(rows)


def cow(file: Path | None) -> tuple[str, Coded]:
    """Return the full memberships of a COW IGO v3 state-year file; without a file, a table made up of that shape."""
    if file is None:
        return "made up, of the shape of COW IGO v3 (no --cow FILE was given)", made_up(*COW)
    return f"from {file.name}, full members", coded(_cow_rows(file))


def _cow_rows(file: Path) -> Iterator[tuple[str, str, str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        names = [name.lower() for name in next(reader)]
        year, state = names.index("year"), names.index("ccode")
        for row in reader:
            for name, cell in zip(names, row, strict=True):
                if cell == MEMBER_IN_COW and name not in COW_NAMED:
                    yield row[year], row[state], name, "member"


def made_up(snapshots: int, states: int, organizations: int, rows: int) -> Coded:
    """Return a table in which a few organizations hold nearly all states and most hold a few, much the same in each snapshot."""
    chance = np.random.default_rng(7)
    each = np.diff(np.linspace(0, rows, snapshots + 1).astype(int))
    wide = np.tile(1 / np.arange(3, organizations + 3), states)
    drawn = chance.choice(states * organizations, max(each), replace=False, p=wide / wide.sum())
    cells = np.concatenate([np.sort(drawn[:size]) for size in each])
    return Coded(
        np.repeat(np.arange(snapshots), each).astype(np.int32),
        (cells // organizations).astype(np.int32),
        (cells % organizations).astype(np.int32),
        [f"{number:03}" for number in range(snapshots)],
        [f"s{number:03}" for number in range(states)],
        [f"o{number:03}" for number in range(organizations)],
    )


def beside_peers(title: str, table: Coded, runs: int) -> float:
    """Measure one table in every way there is, and return the seconds that ours takes."""
    shape = (len(table.snapshot_words), len(table.state_words), len(table.organization_words))
    print(f"\nYearly co-membership matrices, {title}")
    print(f"  {len(table.states):,} rows, {shape[0]} snapshots, {shape[1]} states, {shape[2]} organizations")
    expected = co_memberships(table)
    ours = median_seconds(lambda: co_memberships(table), runs)
    show("kengesh, co_memberships", f"{ours * 1000:,.2f} ms")
    bare = median_seconds(lambda: packed(table), runs)
    _same("packed bits", expected, packed(table))
    show("numpy alone: bits packed into words, and, count", f"{bare * 1000:,.2f} ms")
    show_goal("kengesh, times bare packed bits", ours / bare, BARE_GOAL, "x", at_most=True)
    once = _distinct(table)
    for name, run, dense in peers(*once, shape):
        _same(name, expected, dense(run()))
        taken = median_seconds(run, min(runs, SLOW_RUNS))
        show(f"{name}, times kengesh {taken / ours:,.1f}", f"{taken * 1000:,.1f} ms")
        if name.startswith("pandas"):
            show_goal("pandas, times kengesh", taken / ours, PANDAS_GOAL, "x")
    return ours


def packed(table: Coded) -> Any:
    """Return the same with nothing but numpy: a bit for every state and organization, 64 to a word."""
    snapshots, states, words = (
        len(table.snapshot_words),
        len(table.state_words),
        -(-len(table.organization_words) // 64),
    )
    there = np.zeros((snapshots, states, words * 64), np.bool_)
    there[table.snapshots, table.states, table.organizations] = True
    bits = np.packbits(there, axis=2).view(np.uint64)
    counts = np.zeros((snapshots, states, states), np.uint16)  # half the width of ours, and so faster
    for place in range(snapshots):
        for word in np.ascontiguousarray(bits[place].T):
            counts[place] += np.bitwise_count(word[:, None] & word[None, :])
    return counts


def peers(snapshots: Any, states: Any, organizations: Any, shape: tuple[int, int, int]) -> Iterator[Peer]:
    """Yield the peers that are installed."""
    columns = {"t": snapshots, "s": states, "o": organizations}
    pairs = np.unique(snapshots.astype(np.int64) * shape[2] + organizations, return_counts=True)[1]
    joined = int((pairs**2).sum())
    making = {"pandas": _pandas, "polars": _polars, "duckdb": _duckdb, "scipy": _scipy}
    for name in PEERS:
        if find_spec(name) is None:
            show(f"{name} is not installed: left out", "")
        elif name in ("pandas", "polars") and joined > MOST_JOINED:
            show(f"{name}: its join would lay out {joined:,} rows: left out", "")
        else:
            yield making[name](columns, shape)


def _pandas(columns: dict[str, Any], shape: tuple[int, int, int]) -> Peer:
    import pandas  # noqa: PLC0415 - a peer, which may not be there

    frame = pandas.DataFrame(columns)

    def run() -> Any:
        return frame.merge(frame, on=["t", "o"]).groupby(["t", "s_x", "s_y"]).size()

    def dense(found: Any) -> Any:
        index = [found.index.get_level_values(level).to_numpy() for level in range(3)]
        return _filled(shape, *index, found.to_numpy())

    return "pandas, a self-join and a count", run, dense


def _polars(columns: dict[str, Any], shape: tuple[int, int, int]) -> Peer:
    import polars  # noqa: PLC0415 - a peer, which may not be there

    frame = polars.DataFrame(columns)

    def run() -> Any:
        return frame.join(frame, on=["t", "o"]).group_by(["t", "s", "s_right"]).len()

    return "polars, a self-join and a count", run, lambda found: _filled(shape, *found.to_numpy().T)


def _duckdb(columns: dict[str, Any], shape: tuple[int, int, int]) -> Peer:
    import duckdb  # noqa: PLC0415 - a peer, which may not be there

    base = duckdb.connect()
    base.register("given", columns)
    base.execute("create table rows_ as select * from given")
    query = "select t, a.s as s, b.s as other, count(*) as shared from rows_ a join rows_ b using (t, o) group by all"

    def run() -> Any:
        return base.execute(query).fetchnumpy()

    def dense(found: Any) -> Any:
        return _filled(shape, found["t"], found["s"], found["other"], found["shared"])

    return "DuckDB, a self-join and a count", run, dense


def _scipy(columns: dict[str, Any], shape: tuple[int, int, int]) -> Peer:
    from scipy.sparse import csr_array  # noqa: PLC0415 - a peer, which may not be there

    ends = np.searchsorted(columns["t"], np.arange(shape[0] + 1))
    slices = [slice(start, end) for start, end in pairwise(ends)]

    def run() -> Any:
        found = []
        for part in slices:
            ones = np.ones(part.stop - part.start, np.int32)
            there = csr_array((ones, (columns["s"][part], columns["o"][part])), shape=shape[1:])
            found.append(there @ there.T)
        return found

    return "scipy, a sparse product", run, lambda found: np.stack([one.toarray() for one in found])


def _filled(shape: tuple[int, int, int], snapshots: Any, states: Any, others: Any, shared: Any) -> Any:
    counts = np.zeros((shape[0], shape[1], shape[1]), np.int32)
    counts[snapshots, states, others] = shared
    return counts


def _distinct(table: Coded) -> tuple[Any, Any, Any]:
    """Return the columns of a table, each row once, in order."""
    rows = np.unique(np.stack([table.snapshots, table.states, table.organizations]), axis=1)
    snapshots, states, organizations = (np.ascontiguousarray(column) for column in rows)
    return snapshots, states, organizations


def _same(name: str, expected: Any, found: Any) -> None:
    if not np.array_equal(expected, found):
        raise SystemExit(f"{name} counts otherwise than kengesh: one of the two is wrong.")
