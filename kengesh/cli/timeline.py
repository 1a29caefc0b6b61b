"""``kengesh timeline``: what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import table
from kengesh.cli.words import KIND_WORDS, VERB_WORDS, shown
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

# The order in which a line names what an act names; all else follows, and the words last.
FIRST = (
    "meeting",
    "party",
    "parties",
    "by",
    "from",
    "to",
    "person",
    "office",
    "instrument",
    "status",
    "body",
    "host",
    "place",
)
WORDS = ("item", "names", "what")
OF_A_MEETING = ("convene", "hold", "postpone", "cancel", "deny-meeting", "attend", "deny-attendance")


@question
def command(
    asking: Asking,
    thing: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=_("Only what names this thing: a state, a body, a meeting ...")),
    ] = None,
) -> None:
    """List what happened up to the day, in order."""
    if thing is not None:
        asking.must_know(thing)
    asking.answer("timeline", show_events, thing=thing)


def show_events(asking: Asking, answer: Mapping[str, Any]) -> None:
    """Print events in order of day."""
    things = list(answer["arguments"].values())
    title(asking, answer, asking.name(things[0]) if things else _("What happened"))
    event_table(asking, answer["answer"])


def event_table(asking: Asking, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print events as a table."""
    columns = (_("on"), _("what"), _("rests on"))
    cells = [(asking.day(row["on"]), event_words(asking, row), asking.rests_on(row)) for row in rows]
    table(columns, cells, nothing=_("Nothing in this record happened up to that day."))


def event_words(asking: Asking, row: Mapping[str, Any]) -> str:
    """Say in a line what an act says: what happened, the things that it names, its words."""
    says: Mapping[str, Any] = row["says"]
    words = [shown(KIND_WORDS, row["kind"]), shown(VERB_WORDS, says.get("event"))]
    for name in sorted(says, key=_place):
        words.append(_told(asking, row, name, says[name]))
    return " · ".join(dict.fromkeys(filter(None, words)))


def _told(asking: Asking, row: Mapping[str, Any], name: str, value: Any) -> str:
    if name in WORDS:
        return asking.words(value)
    if name == "items":
        return "; ".join(map(asking.words, value))
    if name == "attendances":
        return asking.names(
            dict.fromkeys(one.get("party") or one.get("organization") or one["person"] for one in value)
        )
    if name == "meeting" and row["kind"] not in OF_A_MEETING:
        return ""
    if isinstance(value, list):
        return asking.names(one for one in value if _is_thing(asking, one))
    if not _is_thing(asking, value):
        return ""
    shown_name = asking.name(value)
    return "" if shown_name == value and "what" in row["says"] else shown_name


def _place(field: str) -> tuple[int, str]:
    return FIRST.index(field) if field in FIRST else len(FIRST) + (field in WORDS), field


def _is_thing(asking: Asking, value: Any) -> bool:
    return isinstance(value, str) and (is_state_code(value) or asking.view.is_known(value))
