"""``kengesh overlap over-time A B``: how what two states share moved, on every day on which anything changed."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, check_day, question, title
from kengesh.cli.output import table
from kengesh.cli.overlap.options import Bodies, Wide, bodies_of, must_know_parties, tell
from kengesh.cli.overlap.shown import Row, code_name, range_words, show_counted
from kengesh.formats.overlap.answers import over_time
from kengesh.terms.dates import parse_day
from kengesh.terms.messages import _

One = Annotated[str, typer.Argument(metavar="A", help=_("A state or another party."))]
Other = Annotated[str, typer.Argument(metavar="B", help=_("Another one."))]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DAY", help=_("The first day; otherwise the first of which the record tells.")
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help=_("The last day; otherwise the day that is asked of.")),
]


@question
def command(
    asking: Asking,
    first: One,
    second: Other,
    start: From = None,
    end: To = None,
    bodies: Bodies = None,
    wide: Wide = False,
) -> None:
    """Say how what two states share moved: a row for every day on which the status of either in a body changed."""
    check_day("--from", start)
    check_day("--to", end)
    must_know_parties(asking, (first, second))
    places = bodies_of(asking, bodies)
    given: dict[str, Any] = {"first": first, "second": second, "from": start, "to": end, "bodies": places}
    given["wide"] = wide or None
    tell(
        asking,
        "overlap-over-time",
        given,
        lambda view: over_time(
            view,
            first,
            second,
            places,
            start=None if start is None else parse_day(start),
            end=None if end is None else parse_day(end),
            wide=wide,
        ),
        _show,
    )


def _show(asking: Asking, answer: Row) -> None:
    first, second = answer["counted"]["states"]
    says = _("{first} · {second}: how what they share moved up to {day}")
    day = asking.reader.day(answer["until"])
    title(
        asking,
        answer,
        says.format(first=asking.reader.name(first), second=asking.reader.name(second), day=day),
    )
    columns = (_("from"), _("what changed"), _("joint"), _("Jaccard"), _("similarity"), _("rests on"))
    cells = [
        (
            asking.reader.day(one["day"]),
            "\n".join(_change(asking, change) for change in one["changed"]),
            range_words(one["joint"]),
            range_words(one["jaccard"]),
            range_words(one["similarity"]),
            asking.rests_on(one),
        )
        for one in answer["answer"]
    ]
    table(columns, cells, _("The record tells of neither of them up to that day."))
    show_counted(asking, answer)


def _change(asking: Asking, change: Row) -> str:
    return _("{party}, {body}: {before} → {after}").format(
        party=asking.reader.name(change["party"]),
        body=asking.reader.name(change["body"]),
        before=_status(asking, change["before"]),
        after=_status(asking, change["after"]),
    )


def _status(asking: Asking, told: Row) -> str:
    """Return the body's own word for a status, or the word for having none."""
    own = told["status"] if told["code"] not in ("withdrawn", "none", "not-known") else None
    return asking.reader.name(own) if own is not None else code_name(asking, told["code"])
