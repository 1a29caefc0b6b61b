"""Statuses in rank: which of a body's statuses are membership, and which come before which.

In one body a party has one status at a time, so any status that is not membership excludes membership while it holds.
A status that the charter does not rank comes last and is not membership.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Standing(Enum):
    """What a status comes to."""

    MEMBERSHIP = "membership"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One status in its rank, 0 the highest."""

    status: str
    rank: int
    standing: Standing

    @property
    def is_membership(self) -> bool:
        """Whether a party of this status belongs to the body."""
        return self.standing is Standing.MEMBERSHIP


def ranks(acts: Iterable[Mapping[str, Any]], body: str) -> dict[str, StatusRule]:
    """Return the status rules for a body from `rank-statuses` acts: its own list first, then the general one.

    The last act wins among those for the same body; the general list fills in what the body's own does not name.
    """
    own: dict[str, StatusRule] = {}
    general: dict[str, StatusRule] = {}
    for act in acts:
        rules = {
            one["status"]: StatusRule(one["status"], rank, Standing(one["standing"]))
            for rank, one in enumerate(act["statuses"])
        }
        if act.get("body") == body:
            own = rules
        elif "body" not in act:
            general = rules
    return {**general, **own}
