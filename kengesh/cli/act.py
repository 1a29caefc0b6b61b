"""``kengesh act ID``: one act, and every later act that points at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question
from kengesh.cli.entry import show_act
from kengesh.cli.output import BOLD, paragraph
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    act: Annotated[
        str,
        typer.Argument(metavar="ID", help=_("Its id or the beginning of it, its place #12.3, or its row.")),
    ],
) -> None:
    """Show one act in full, and what corrects, confirms, contradicts or prefers it."""
    asking.answer("act", _show, act=act, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    for row in answer["answer"]:
        show_act(asking, row)
    if answer["pointing"]:
        paragraph(_("What points at it"), BOLD)
        for row in answer["pointing"]:
            show_act(asking, row)
