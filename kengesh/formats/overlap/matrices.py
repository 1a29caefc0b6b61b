"""Co-memberships of all states with all others, snapshot by snapshot (a year, an edition), from a table of a hundred thousand rows.

A row says that in one snapshot one state is in one organization, perhaps with a status. For each snapshot the answer is a square table:
in row a and column b stands in how many organizations both a and b are, and on the diagonal in how many a is. A row that is
not there is not counted; that this means "no" is for who made the table to say, not for this module.

    >>> table = coded([("2024", "KAZ", "ots", "member"), ("2024", "KGZ", "ots", "member"), ("2025", "KGZ", "ots", "member")])
    >>> co_memberships(table).tolist()
    [[[1, 1], [1, 1]], [[0, 0], [0, 1]]]

Method: of each snapshot a table of 0 and 1, states by organizations, times itself turned over, in float32 by the BLAS that numpy
brings, which sees that the product is symmetric and computes half of it. A float32 holds whole numbers up to 2^24 exactly, and no
world has so many organizations. Bits packed into words with a population count were measured beside it (``bench/formats.py``), and
took longer at every size that there is. A snapshot is worked on at a time, so memory is that of the answer and of one table.

This is the one module here that needs numpy; it is imported by who asks for it and by nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kengesh.terms.messages import _

Codes = NDArray[np.int32]
Counts = NDArray[np.int32]
MOST_ORGANIZATIONS = 1 << 24  # beyond it a float32 no longer counts by ones


class CodesDoNotFit(ValueError):
    """Codes of a table that are of different lengths, or outside the words that they stand for."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A table of memberships as numbers: row i says that `states[i]` is in `organizations[i]` in `snapshots[i]`.

    The numbers are places in the lists of words beside them. `statuses` may be left out.
    """

    snapshots: Codes
    states: Codes
    organizations: Codes
    snapshot_words: Sequence[str]
    state_words: Sequence[str]
    organization_words: Sequence[str]
    statuses: Codes | None = None
    status_words: Sequence[str] = ()

    def of_statuses(self, words: Iterable[str]) -> Coded:
        """Return the rows of these statuses alone. Raises CodesDoNotFit for a table without statuses, or without such a one."""
        wanted = list(words)
        unknown = [word for word in wanted if word not in self.status_words]
        if self.statuses is None or unknown:
            says = _("the table has no status {words}; it has: {statuses}.")
            raise CodesDoNotFit(says.format(words=", ".join(unknown), statuses=", ".join(self.status_words)))
        kept = np.isin(self.statuses, [self.status_words.index(word) for word in wanted])
        return Coded(
            self.snapshots[kept],
            self.states[kept],
            self.organizations[kept],
            self.snapshot_words,
            self.state_words,
            self.organization_words,
            self.statuses[kept],
            self.status_words,
        )


def coded(rows: Iterable[Sequence[str]]) -> Coded:
    """Return a table from rows of snapshot, state, organization and status; words get their codes in alphabetical order."""
    columns = [list(column) for column in zip(*(row[:4] for row in rows), strict=True)] or [[], [], [], []]
    if len(columns) != 4:
        raise CodesDoNotFit(_("expected four columns: snapshot, state, organization, status."))
    (snapshots, years), (states, who), (organizations, what), (statuses, how) = map(_encoded, columns)
    return Coded(snapshots, states, organizations, years, who, what, statuses, how)


def co_memberships(table: Coded) -> Counts:
    """Return of every snapshot in how many organizations each two states are: an array of snapshots by states by states.

    Two rows of one state in one organization (two statuses) count once. Raises CodesDoNotFit.
    """
    _check(table)
    shape = (len(table.state_words), len(table.organization_words))
    snapshots, cells = _in_order(table.snapshots, table.states * np.int32(shape[1]) + table.organizations)
    ends = np.searchsorted(snapshots, np.arange(len(table.snapshot_words) + 1))
    counts = np.empty((len(table.snapshot_words), shape[0], shape[0]), np.int32)
    there = np.zeros(shape, np.float32)
    product = np.empty((shape[0], shape[0]), np.float32)
    flat = there.reshape(-1)
    for place in range(len(counts)):
        flat.fill(0)
        flat[cells[ends[place] : ends[place + 1]]] = 1
        np.matmul(there, there.T, out=product)
        counts[place] = product
    return counts


def _encoded(column: Sequence[str]) -> tuple[Codes, list[str]]:
    words = sorted(set(column))
    place = {word: number for number, word in enumerate(words)}
    return np.fromiter((place[word] for word in column), np.int32, len(column)), words


def _in_order(snapshots: Codes, cells: Codes) -> tuple[Codes, Codes]:
    """Return the rows in the order of their snapshots, in which most tables already are."""
    if bool(np.all(snapshots[:-1] <= snapshots[1:])):
        return snapshots, cells
    order = np.argsort(snapshots, kind="stable")
    return snapshots[order], cells[order]


def _check(table: Coded) -> None:
    rows = len(table.snapshots)
    for name, codes, words in (
        ("snapshots", table.snapshots, table.snapshot_words),
        ("states", table.states, table.state_words),
        ("organizations", table.organizations, table.organization_words),
    ):
        if len(codes) != rows or (rows and not 0 <= int(codes.min()) <= int(codes.max()) < len(words)):
            says = _("{name}: expected {rows} numbers from 0 to {last}, one for each row.")
            raise CodesDoNotFit(says.format(name=name, rows=rows, last=len(words) - 1))
    cells = len(table.state_words) * len(table.organization_words)
    if len(table.organization_words) > MOST_ORGANIZATIONS or cells >= np.iinfo(np.int32).max:
        says = _("{states} states by {organizations} organizations are more than can be counted at once.")
        raise CodesDoNotFit(
            says.format(states=len(table.state_words), organizations=len(table.organization_words))
        )
