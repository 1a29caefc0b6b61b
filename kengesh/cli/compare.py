"""``kengesh compare A B``: do two copies of a log tell the same story?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside, must_be_record
from kengesh.cli.output import DOES_NOT_HOLD, fail, why
from kengesh.record.compare import Relation, compare, write_evidence
from kengesh.record.errors import RecordError
from kengesh.terms.messages import _


def command(
    first: Annotated[Path, typer.Argument(metavar="A", help=_("One copy."))],
    second: Annotated[Path, typer.Argument(metavar="B", help=_("The other copy."))],
    evidence: Annotated[
        Path | None, typer.Option(metavar="FILE", help=_("Where to write the evidence of a fork."))
    ] = None,
) -> None:
    """Compare two copies of a log. Leaves with 1 when they tell different stories, and says where they part."""
    must_be_record(first)
    must_be_record(second)
    if evidence is not None:
        must_be_outside(evidence)
    try:
        found = compare(first, second)
        if found.relation is Relation.FORK and evidence is not None:
            write_evidence(evidence, found)
    except (RecordError, OSError) as error:
        fail(why(error), DOES_NOT_HOLD)
    sizes = {
        "first": first,
        "second": second,
        "a": found.first_size,
        "b": found.second_size,
        "at": found.fork_at,
    }
    if found.relation is Relation.FORK:
        says = _(
            "They tell different stories from entry {at} on ({first}: {a} entries, {second}: {b} entries)."
        )
        also = (
            _("The evidence is in {file}.").format(file=evidence)
            if evidence
            else _("Write the evidence with --evidence FILE.")
        )
        fail(f"{says.format(**sizes)} {also}", DOES_NOT_HOLD)
    says = {
        Relation.SAME: _("The same: {a} entries in both."),
        Relation.FIRST_AHEAD: _("{first} continues {second}: {a} entries, and {b}."),
        Relation.SECOND_AHEAD: _("{second} continues {first}: {b} entries, and {a}."),
    }[found.relation]
    print(says.format(**sizes))
