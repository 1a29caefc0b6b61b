"""``kengesh overlap show``: who is in what and how, bodies by states."""

from __future__ import annotations

from typing import Any

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, fields, paragraph, table
from kengesh.cli.overlap.options import Bodies, States, Wide, bodies_of, parties_of, tell
from kengesh.cli.overlap.shown import Row, code_name, show_counted, status_words
from kengesh.formats.overlap.answers import who_is_in_what
from kengesh.formats.overlap.codes import ORDER, Code
from kengesh.pictures.abbreviations import abbreviations
from kengesh.terms.messages import _

SIGNS = {Code.NONE.value: "-", Code.NOT_KNOWN.value: "?"}
DISPUTED = "!"


@question
def command(asking: Asking, states: States = None, bodies: Bodies = None, wide: Wide = False) -> None:
    """Say who is in what and how, by codes that are the same for all bodies; with --notes one by one, and who says so."""
    parties, places = parties_of(asking, states), bodies_of(asking, bodies)
    given: dict[str, Any] = {"states": parties, "bodies": places, "wide": wide or None}
    tell(
        asking,
        "overlap-show",
        given,
        lambda view: who_is_in_what(view, parties, places, wide=wide),
        _show,
    )


def _show(asking: Asking, answer: Row) -> None:
    title(asking, answer, _("Who is in what"))
    if asking.notes:
        _one_by_one(asking, answer)
    else:
        _matrix(asking, answer)
    show_counted(asking, answer, named_above=True)


def _matrix(asking: Asking, answer: Row) -> None:
    states = asking.reader.sorted(answer["counted"]["states"])
    cells = {(one["body"], one["party"]): one for one in answer["answer"]}
    found = {one["code"] for one in answer["answer"]}
    letters = abbreviations({code: code_name(asking, code) for code in found - SIGNS.keys()}) | SIGNS
    rows = [
        (asking.reader.name(body), *(_letters(letters, cells[body, state]) for state in states))
        for body in asking.reader.sorted(answer["counted"]["bodies"])
    ]
    table((_("body"), *states), rows, _("Nothing in this record says who belonged to what on that day."))
    paragraph(_("What the letters mean"), BOLD)
    told = [(letters[code], code_name(asking, code)) for code in sorted(found, key=_place)]
    if any(one["disputed"] for one in answer["answer"]):
        told.append((DISPUTED, _("sources differ")))
    fields([*told, *((state, asking.reader.name(state)) for state in states)])


def _letters(letters: Row, cell: Row) -> str:
    return f"{letters[cell['code']]}{DISPUTED if cell['disputed'] else ''}"


def _place(code: str) -> tuple[int, str]:
    """Put codes in their order, a status that keeps its own after those that are a status."""
    known = {one.value: place for one, place in ORDER.items()}
    return known.get(code, ORDER[Code.SUSPENDED]), code


def _one_by_one(asking: Asking, answer: Row) -> None:
    columns = (_("body"), _("party"), _("status"), _("since"), _("until"), _("rests on"))
    cells = [
        (
            asking.reader.name(one["body"]),
            asking.reader.name(one["party"]),
            status_words(asking, one),
            asking.reader.day(one["since"]),
            asking.reader.day(one["until"]),
            asking.rests_on(one),
        )
        for body in asking.reader.sorted(answer["counted"]["bodies"])
        for one in asking.reader.in_alphabet(
            [cell for cell in answer["answer"] if cell["body"] == body], "party"
        )
    ]
    table(columns, cells)
