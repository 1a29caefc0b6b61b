"""What was looked for and not found, and what follows from other acts, as parts of other answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kengesh.cli.asking import Asking
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.terms.messages import _


def show_follows(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print what follows from other acts."""
    if rows:
        paragraph(_("Concluded from this record"), BOLD)
        table(
            (_("what"), _("rests on")),
            [(asking.reader.words(row["what"]), asking.rests_on(row)) for row in rows],
        )


def show_sought(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print what was looked for and not found."""
    if rows:
        paragraph(_("Looked for and not found"), BOLD)
        table(
            (_("what"), _("until")),
            [(asking.reader.words(row["what"]), asking.reader.day(row["until"])) for row in rows],
        )
