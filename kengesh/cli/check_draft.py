"""``kengesh check-draft FILE``: what in a draft its author will want to look at, by the draft itself and by the record."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, check_one_of, question
from kengesh.cli.output import BOLD, DIM, DOES_NOT_HOLD, HOLDS, fail, heading, paragraph
from kengesh.formats.drafts.against.answering import checked_answer, sort_words, what_word
from kengesh.formats.drafts.against.checking import check_draft
from kengesh.formats.drafts.languages import LANGUAGES
from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.formats.drafts.reading.whole import read_draft
from kengesh.formats.drafts.values import Draft
from kengesh.terms.messages import _, ngettext

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help=_("The draft: a .docx, .md, .txt or .html file; nothing is fetched.")
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="LANGUAGE",
        help=_("The language of the draft: {languages}; otherwise it is guessed.").format(
            languages=" ".join(LANGUAGES)
        ),
    ),
]
Whole = Annotated[bool, typer.Option("--all", help=_("List what agrees with the record as well."))]


@question
def command(asking: Asking, file: File, language: Language = None, whole: Whole = False) -> None:
    """List what in a draft is told otherwise by the record, or does not fit together. Leaves with 0 if nothing was found, else 1."""
    check_one_of("--language", language, LANGUAGES)
    checked = check_draft(_draft(file, language), asking.view, asking.reader)
    found = checked_answer(checked, asking.view)
    arguments = {"file": file.name, "language": checked.draft.language}
    answer = asking.mechanism.envelope("check-draft", arguments, asking.view, found)
    with suppress(typer.Exit):  # a table leaves with 0; a check that found something does not
        asking.leave_with(answer, lambda one, told: _show(one, told, whole=whole))
    raise typer.Exit(DOES_NOT_HOLD if checked.findings else HOLDS)


def _draft(file: Path, language: str | None) -> Draft:
    try:
        return read_draft(file, language)
    except CannotRead as error:
        fail(str(error))


def _show(asking: Asking, answer: Mapping[str, Any], *, whole: bool) -> None:
    count = len(answer["answer"])
    says = ngettext("{count} finding", "{count} findings", count)
    heading(answer["title"] or answer["arguments"]["file"], says.format(count=count))
    text = None
    for one in answer["answer"]:
        if one["text"] is not None and one["text"] != text:
            paragraph(_("{number}. {sentence}").format(number=one["sentence"], sentence=one["text"]), DIM)
        text = one["text"]
        paragraph(_line(asking, one, sort_words(one)))
    agreeing = len(answer["agreeing"])
    says = ngettext(
        "{count} statement agrees with the record.", "{count} statements agree with the record.", agreeing
    )
    paragraph(says.format(count=agreeing), BOLD)
    for one in answer["agreeing"] if whole else ():
        words = _("{number}. {what}").format(number=one["sentence"], what=what_word(one))
        paragraph(_line(asking, one, words))
    paragraph(_("What could not be checked") if answer["not_checked"] else "", BOLD)
    for sentence in answer["not_checked"]:
        paragraph(sentence)
    paragraph(
        _(
            "A statement that was not recognised is not said to be right. A single statement can be put to the record as a claim."
        )
    )


def _line(asking: Asking, one: Mapping[str, Any], words: str) -> str:
    """Return a finding in a line: what it is, what it says, and how sure the record is."""
    rests_on = asking.rests_on(one)
    says = _("{words}: {says} ({rests_on})") if rests_on else _("{words}: {says}")
    return says.format(words=words, says=one["says"], rests_on=rests_on)
