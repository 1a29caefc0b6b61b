"""What a consistency check finds in a network that hangs together: not what is refused, but what a planner should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from kengesh.corridors.network.problems import Where
from kengesh.corridors.network.tables import Row
from kengesh.terms.messages import _

Weight = Literal["error", "remark"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: where it stands, the row, which check found it, a sentence, and how grave it is.

    An ``error`` cannot be so in the world, or keeps goods from going on; a ``remark`` may well be as it is.
    """

    where: Where
    row: str
    check: str
    says: str
    weight: Weight

    def __str__(self) -> str:
        return _("{where}, row {row}: {says}").format(where=self.where, row=self.row, says=self.says)


def found(check: str, row: Row, says: str, weight: Weight = "remark", **named: Any) -> Finding:
    """Return a finding about a row, its sentence filled in."""
    return Finding(row.where, str(getattr(row, "id", "")), check, says.format(**named), weight)
