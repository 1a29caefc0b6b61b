"""``kengesh name ID``: what a thing is called, in nine languages and over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import BOLD, paragraph, table
from kengesh.mechanism.words import shown
from kengesh.terms.languages import NATIVE_NAMES
from kengesh.terms.messages import _


@question
def command(
    asking: Asking,
    thing: Annotated[
        str, typer.Argument(metavar="ID", help=_("A state, place, body, person, instrument, status ..."))
    ],
) -> None:
    """Say what a thing is called on a day, in every language, and what it was called before."""
    asking.must_know(thing)
    asking.answer("name", _show, thing=thing, notes=True)


def _show(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, asking.reader.name_and_id(answer["arguments"]["thing"]))
    for row in answer["answer"]:
        cells = [
            (
                NATIVE_NAMES[language],
                name["text"],
                shown({}, name["by"])
                if name["language"] == language
                else _("not known; shown as in {language}").format(language=name["language"]),
            )
            for language, name in row["names"].items()
        ]
        table((_("language"), _("name"), _("whose word")), cells)
    if len(answer["history"]) > 1:
        paragraph(_("Over time"), BOLD)
        cells = [
            (
                asking.reader.day(row["start"]),
                asking.reader.day(row["end"]),
                asking.reader.words(row["names"]),
            )
            for row in answer["history"]
        ]
        table((_("from"), _("until"), _("name")), cells)
