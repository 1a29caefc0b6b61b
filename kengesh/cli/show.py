"""``kengesh show``: the mechanism on a day, at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kengesh.cli.asking import Asking, question
from kengesh.cli.output import BOLD, DIM, fail, heading, paragraph, table
from kengesh.mechanism.answers import answer, row
from kengesh.mechanism.questions.proposals import OPEN
from kengesh.mechanism.words import STATE_WORDS, shown
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

LATEST = 5


@question
def command(asking: Asking) -> None:
    """Show the mechanism at a glance, on the last day that its sources reach or on another: who belongs, who chairs, what is next."""
    described = asking.view.of_kind("describe-record")
    if not described and asking.mechanism.view().of_kind("describe-record"):
        fail(_("this record did not say what it is by then; ask of a later --known-at."))
    if not described:
        fail(_("this record does not say yet what it is; enter a describe-record act."))
    body = described[-1].get("mechanism")
    found = answer(
        [
            row(
                body,
                described[-1:],
                title=described[-1].get("title"),
                method=described[-1].get("method"),
                licence=described[-1].get("licence"),
            )
        ],
        members=asking.ask("members", body=body)["answer"],
        chair=asking.ask("chair", body=body)["answer"],
        meetings=asking.ask("meetings", body=body)["answer"],
        proposals=[one for one in asking.ask("proposals")["answer"] if one["fate"] in OPEN],
        disputes=asking.ask("disputes")["answer"],
    )
    asking.leave_with(asking.mechanism.envelope("show", {}, asking.view, found), _show)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    about = answer["answer"][0]
    heading(asking.reader.words(about["title"]), _("On {day}").format(day=asking.reader.day(answer["on"])))
    paragraph(asking.reader.words(about["method"]), DIM)
    paragraph(asking.reader.name(about["id"]), BOLD)
    columns = (_("party"), _("status"), _("since"), _("rests on"))
    cells = [
        (
            asking.reader.name(one["party"]),
            asking.reader.name(one["status"]),
            asking.reader.day(one["since"]),
            asking.rests_on(one),
        )
        for one in asking.reader.in_alphabet(answer["members"], "party")
    ]
    table(columns, cells)
    chairs = [
        f"{asking.reader.name(one['party'])} ({_('not known')})"
        if one["truth"] == "not-known"
        else asking.reader.name(one["party"])
        for one in answer["chair"]
    ]
    paragraph(_("In the chair: {parties}").format(parties=", ".join(chairs) or _("not known")))
    _meetings(asking, answer)
    paragraph(
        _("Proposals still open: {count}; where sources differ: {disputes}; entries: {size}").format(
            count=len(answer["proposals"]), disputes=len(answer["disputes"]), size=answer["known_at"]
        ),
    )


def _meetings(asking: Asking, answer: Mapping[str, Any]) -> None:
    held = [one for one in answer["meetings"] if one["state"] == "held"]
    ahead = [one for one in answer["meetings"] if one["state"] == "planned" and not _is_over(asking, one)]
    for words, rows in ((_("Last meetings"), held[-LATEST:]), (_("Next"), ahead)):
        if rows:
            paragraph(words, BOLD)
            cells = [
                (
                    asking.reader.name(one["id"]),
                    asking.reader.day(one["on"]),
                    asking.reader.name(one["place"] or one["host"], one["on"]),
                    shown(STATE_WORDS, one["state"]),
                )
                for one in rows
            ]
            table((_("meeting"), _("on"), _("where"), _("state")), cells)


def _is_over(asking: Asking, meeting: Mapping[str, Any]) -> bool:
    return meeting["on"] is not None and begun(parse_when(meeting["on"]), asking.view.on) is Truth.YES
