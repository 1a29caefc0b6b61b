"""The statuses of a row: which there are, and the row with another one."""

from __future__ import annotations

from dataclasses import replace

from kengesh.corridors.network.columns import OneOf
from kengesh.corridors.network.tables import Joining, Row, Rule, columns_of

CLOSED, ENDED = "closed", "ended"


def statuses_of(row: Row) -> tuple[str, ...]:
    """Return the statuses that a row may have; none where its table has no such column."""
    table = "rule" if isinstance(row, Rule) else "link"
    sort = dict(columns_of(table))["status"].sort
    return sort.words if isinstance(sort, OneOf) and isinstance(row, Joining | Rule) else ()


def with_status(row: Row, status: str) -> Row:
    """Return a row with another status."""
    return replace(row, status=status) if isinstance(row, Joining | Rule) else row


def without(row: Row) -> Row:
    """Return a row that is closed, a rule that has ended; any other row as it is."""
    if isinstance(row, Rule):
        return replace(row, status=ENDED)
    return replace(row, status=CLOSED) if isinstance(row, Joining) else row
