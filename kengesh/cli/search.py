"""``kengesh search WORDS``: find the words of the record, whatever the spelling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import fail, table
from kengesh.mechanism.words import KIND_WORDS, shown
from kengesh.search.asking import CannotIndex, search
from kengesh.search.index import QueryRefused
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help=_("All of them are to be found; the last may be unfinished.")),
    ],
) -> None:
    """Search names, titles, statements and notes, with spellings folded: Şavkat, Шавкат and şavkat alike."""
    asked = " ".join(words)
    try:
        found = search(asking.mechanism, asking.view, asked)
    except (QueryRefused, CannotIndex) as error:
        fail(str(error))
    asking.leave_with(asking.mechanism.envelope("search", {"words": asked}, asking.view, found), _show)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Found: {count}").format(count=len(answer["answer"])))
    columns = (_("id"), _("what"), _("words"), _("rests on"))
    cells = [
        (row["thing"] or "", shown(KIND_WORDS, row["kind"]), row["words"], asking.rests_on(row))
        for row in answer["answer"]
    ]
    table(columns, cells, nothing=_("Nothing in this record holds all these words."))
