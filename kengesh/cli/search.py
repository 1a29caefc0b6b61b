"""``kengesh search WORDS``: find the words of the record, whatever the spelling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import fail, line, table
from kengesh.mechanism.words import KIND_WORDS, shown
from kengesh.search.asking import CannotIndex, search
from kengesh.search.query import QueryRefused
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help=_("All of them are to be found; the last may be unfinished.")),
    ],
) -> None:
    """Search names, ids, titles, statements and notes in any of nine languages, whatever the spelling or the ending.

    Şavkat, Шавкат and şavkat are alike; Ташкенте finds Ташкент. Things that are so called come first.
    """
    asked = " ".join(words)
    try:
        found = search(asking.mechanism, asking.view, asked, asking.language)
    except (QueryRefused, CannotIndex) as error:
        fail(str(error))
    asking.leave_with(asking.mechanism.envelope("search", {"words": asked}, asking.view, found), _show)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Found: {count}").format(count=len(answer["answer"])))
    columns = (_("id"), _("what"), _("words"), _("rests on"))
    cells = [(row["thing"] or "", _what(row), row["words"], asking.rests_on(row)) for row in answer["answer"]]
    table(columns, cells, nothing=_("Nothing in this record holds all these words."))
    if answer["near"]:
        near = ", ".join(answer["near"])
        line(_("Did you mean: {near}?").format(near=near))


def _what(row: Mapping[str, Any]) -> str:
    """Return what the words are: what an act does, or, where they are an id or the name of a state, the type of the thing."""
    return shown(KIND_WORDS, row["kind"]) if row["kind"] else shown({}, row["type"])
