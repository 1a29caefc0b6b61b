"""``kengesh entry N``: one entry of the log in full."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question
from kengesh.cli.output import BOLD, fields, heading, paragraph
from kengesh.mechanism.words import shown
from kengesh.terms.messages import _


@question
def command(
    asking: Asking, entry: Annotated[int, typer.Argument(metavar="N", min=0, help=_("Its number."))]
) -> None:
    """Show one entry: its acts in full, when it was signed and by whom."""
    asking.answer("entry", _show, entry=entry, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    about = answer["entry"]
    heading(
        _("Entry {entry}").format(entry=about["entry"]),
        _("signed at {at} by {signers}").format(at=about["at"], signers=", ".join(about["signers"])),
    )
    for row in answer["answer"]:
        show_act(asking, row)


def show_act(asking: Asking, row: Mapping[str, Any]) -> None:
    """Print an act as it stands in the log, with its id and what is known of it."""
    paragraph(f"{row['place']}  {row['id']}", BOLD)
    live = (
        _("yes")
        if row["live"]
        else _("no: corrected, withdrawn, not understood, or its sources do not count here")
    )
    fields(
        [(_("counts"), live), (_("basis"), shown({}, row["basis"])), (_("rests on"), asking.rests_on(row))],
    )
    print(json.dumps(row["act"], ensure_ascii=False, indent=2))
