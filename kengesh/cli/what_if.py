"""``kengesh what-if PARTY BODY --status STATUS | --leaves``: what would change, which act that takes, and whether one is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.members import Body
from kengesh.cli.output import BOLD, DIM, fail, fields, paragraph, table
from kengesh.cli.status import Party
from kengesh.formats.overlap.proposed_change import Change, ChangeRefused
from kengesh.formats.overlap.what_if import what_if
from kengesh.mechanism.trying import CannotBeTried
from kengesh.mechanism.words import KIND_WORDS, TRUTH_WORDS, shown
from kengesh.terms.messages import N_, _

Row = Mapping[str, Any]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help=_("It joins with this status, or comes to it: member.")),
]
Leaves = Annotated[bool, typer.Option("--leaves", help=_("It leaves the body."))]

DATED_WORDS = {"by-then": N_("by then"), "later": N_("later than the day"), "not-known": N_("not known")}
COUNT_WORDS = {
    "members": N_("members"),
    "others": N_("in another capacity"),
    "not_known": N_("not known"),
}


@question
def command(asking: Asking, party: Party, body: Body, status: Status = None, leaves: Leaves = False) -> None:
    """Say what would change if a party joined a body, left it or changed its status there. Nothing is written."""
    if leaves == (status is not None):
        fail(_("say what would happen: give either --status STATUS or --leaves."))
    asking.must_know(party, "party", "body")
    asking.must_know(body, "body")
    given = {"party": party, "body": body, "status": status}
    try:
        found = what_if(asking.view, Change(party, body, status, asking.view.on))
    except (ChangeRefused, CannotBeTried) as error:
        fail(str(error))
    found["notes"] += [_("Nothing was written: the act was tried on a copy of the state.")]
    asking.leave_with(asking.mechanism.envelope("what-if", given, asking.view, found), _show, notes=True)


def _show(asking: Asking, answer: Row) -> None:
    row = answer["answer"][0]
    words = {"party": asking.reader.name(row["party"]), "body": asking.reader.name(row["body"])}
    says = {
        "join": _("What if {party} joined {body} as {status}?"),
        "change": _("What if {party} became {status} in {body}?"),
        "leave": _("What if {party} left {body}?"),
    }[row["sort"]]
    title(asking, answer, says.format(status=asking.reader.name(row["status"]), **words))
    _act(asking, row)
    _changes(asking, answer)
    _section(_("Is such an act known?"), asking, answer["known"], _act_cells, _act_columns(),
             _("This record knows no such act."))  # fmt: skip
    _section(_("Announced or proposed, which is not done"), asking, answer["announced"], _announced_cells,
             (_("on"), _("by"), _("what"), _("rests on")))  # fmt: skip
    others = _("How others left") if row["sort"] == "leave" else _("How others came to it")
    _section(others, asking, answer["precedents"], _act_cells, _act_columns(),
             _("This record tells of no other party that did."))  # fmt: skip
    _section(
        _("Rules of the body"), asking, answer["rules"], _rule_cells, (_("since"), _("rule"), _("rests on"))
    )
    for definition in answer["definitions"]:
        paragraph(definition, DIM)


def _section(
    heading: str,
    asking: Asking,
    rows: Sequence[Row],
    cells: Callable[[Asking, Row], tuple[str, ...]],
    columns: Sequence[str],
    nothing: str = "",
) -> None:
    """Print rows under a heading; where there are none, the sentence `nothing` under it, or nothing at all."""
    if rows or nothing:
        paragraph(heading, BOLD)
        if rows:
            table(columns, [cells(asking, one) for one in rows])
        else:
            paragraph(nothing)


def _act(asking: Asking, row: Row) -> None:
    """Print the act that it would take."""
    act = row["act"]
    paragraph(_("The act that it takes, of {body}").format(body=asking.reader.name(act["body"])), BOLD)
    named = {name: asking.reader.name(act.get(name)) for name in ("party", "body", "status", "was")}
    fields(
        [
            (_("kind"), act["kind"]),
            (_("party"), named["party"]),
            (_("body"), named["body"]),
            (_("status"), named["status"]),
            (_("status before"), named["was"]),
            (_("on"), asking.reader.day(act["on"])),
            (_("which time"), str(act.get("spell", ""))),
        ]
    )


def _changes(asking: Asking, answer: Row) -> None:
    paragraph(_("What changes"), BOLD)
    eve, members = answer["eve"], answer["members"]
    cells = [
        (_("the day before"), _standings(asking, eve["before"]), _standings(asking, eve["after"])),
        (_("on the day"), _standings(asking, answer["before"]), _standings(asking, answer["after"])),
    ]
    cells += [
        (_(words), str(members["before"][name]), str(members["after"][name]))
        for name, words in COUNT_WORDS.items()
    ]
    table((_("what"), _("as recorded"), _("with the act")), cells)
    if answer["joint"]:
        paragraph(_("Joint memberships with"), BOLD)
        rows = asking.reader.in_alphabet(answer["joint"], "party")
        joint = [(asking.reader.name(one["party"]), str(one["before"]), str(one["after"])) for one in rows]
        table((_("party"), _("as recorded"), _("with the act")), joint)


def _standings(asking: Asking, rows: Sequence[Row]) -> str:
    if not rows:
        return shown(TRUTH_WORDS, "not-known")
    return "; ".join(
        f"{asking.reader.name(one['status']) or _('none')}: {shown(TRUTH_WORDS, one['truth'])}"
        for one in rows
    )


def _act_columns() -> tuple[str, ...]:
    return (_("on"), _("party"), _("what"), _("by"), _("dated"), _("rests on"))


def _act_cells(asking: Asking, row: Row) -> tuple[str, ...]:
    return (
        asking.reader.day(row["on"]),
        asking.reader.name(row["party"]),
        shown(KIND_WORDS, row["kind"]),
        asking.reader.name(row["by"]),
        shown(DATED_WORDS, row["dated"]),
        asking.rests_on(row),
    )


def _announced_cells(asking: Asking, row: Row) -> tuple[str, ...]:
    by = asking.reader.names(row["by"] or ())
    return asking.reader.day(row["on"]), by, asking.reader.words(row["what"]), asking.rests_on(row)


def _rule_cells(asking: Asking, row: Row) -> tuple[str, ...]:
    return asking.reader.day(row["since"]), asking.reader.words(row["what"]), asking.rests_on(row)
