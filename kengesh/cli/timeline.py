"""``kengesh timeline``: what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import console, table
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    thing: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=_("Only what names this thing: a state, a body, a meeting ...")),
    ] = None,
) -> None:
    """List what happened up to the day, in order."""
    asking.answer("timeline", show_events, thing=thing)


def show_events(asking: Asking, answer: Mapping[str, Any]) -> None:
    """Print events in order of day."""
    things = list(answer["arguments"].values())
    title(asking, answer, asking.name(things[0]) if things else _("What happened"))
    columns = (_("on"), _("what"), _("rests on"))
    cells = [
        (asking.day(row["on"]), event_words(asking, row), asking.rests_on(row)) for row in answer["answer"]
    ]
    table(console(), columns, cells)


def event_words(asking: Asking, row: Mapping[str, Any]) -> str:
    """Say in a line what an act says: its kind, the things that it names, its words."""
    says: Mapping[str, Any] = row["says"]
    words = [row["kind"].replace("-", " ")]
    for name, value in says.items():
        if name in ("what", "names", "item"):
            words.append(asking.words(value))
        elif isinstance(value, str) and name not in ("on", "meeting") and _is_thing(asking, value):
            words.append(asking.name(value))
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            words.append(asking.names(one for one in value if _is_thing(asking, one)))
    return " · ".join(dict.fromkeys(filter(None, words)))


def _is_thing(asking: Asking, value: str) -> bool:
    return is_state_code(value) or asking.view.is_known(value)
