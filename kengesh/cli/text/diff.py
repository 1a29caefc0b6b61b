"""``kengesh text diff A B``: what one text changes in another, paragraph by paragraph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from kengesh.cli.output import DOES_NOT_HOLD, for_programs, harmless, line, warn
from kengesh.cli.text.opening import Opened, opened_text
from kengesh.cli.text.options import OF_THE_FILE, AsJson, Lang, Profile, told
from kengesh.cli.text.summary import changed_nodes
from kengesh.terms.messages import _
from kengesh.texts.code_points import code_points
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.labels import labels_of
from kengesh.texts.reading.filed import Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.writing.plain import note_words, unit_lines

OTHER = "+"  # whose the words of the second text are


@told
def command(
    first: Annotated[Path, typer.Argument(metavar="A", help=_("The text as it was."))],
    second: Annotated[Path, typer.Argument(metavar="B", help=_("The text as it is wanted."))],
    profile: Profile = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show what B changes in A: the changed paragraphs, A's words first and B's after a plus, moved and new ones marked.

    Of a Word file with tracked changes it is the text with the changes made. Leaves with 1 where the texts differ.
    """
    before = opened_text(first, lang)
    after = opened_text(second, lang or before.text.language)
    for one in (before, after):
        if one.rolling is not None:
            warn(_("{file} is a rolling text; its base is compared.").format(file=one.path))
    found = compared(before, after, profile or OF_THE_FILE)
    if as_json:
        print(json.dumps(_answer(before, after, found), ensure_ascii=False, indent=2), file=for_programs())
    else:
        _show(found)
    if found.amendments:
        raise typer.Exit(DOES_NOT_HOLD)


def compared(before: Opened, after: Opened, profile: str) -> RollingText:
    """Return what the second text changes in the first, as one delegation's proposals."""
    filed = Filed(text=after.text, file_name=after.path.name)
    return compile_text(before.text, [Submission(delegation=OTHER, filed=filed)], profile=profile)


def lines_of(found: RollingText) -> Iterator[str]:
    """Yield the lines of the units that differ, and of the notes on them."""
    for node in changed_nodes(found):
        yield from unit_lines(node)
    yield from (f"{note.number} {note_words(note)}" for note in found.notes)


def _show(found: RollingText) -> None:
    if not found.amendments and not found.editorial:
        line(_("The same, unit by unit and word by word."))
        return
    if found.amendments:
        print("\n\n".join(map(harmless, lines_of(found))))
    if found.editorial:
        if found.amendments:
            print()
        line(
            _("Differences of letters alone, which change nothing: {count}").format(
                count=len(found.editorial)
            )
        )
        for one in _editorial(found):
            line(f"  {one}")


def _editorial(found: RollingText) -> Iterator[str]:
    """Yield a line for each difference of letters: both forms often look the same, so that the letters are named too."""
    names = labels_of(found.base, found.profile)
    for one in found.editorial:
        yield f"{names[one.unit].name}: {one.base} → {one.filed} ({code_points(one.base, one.filed)})"


def _answer(before: Opened, after: Opened, found: RollingText) -> Any:
    names, place = labels_of(found.base, found.profile), found.base.places
    return {
        "first": {"file": before.path.name, "hash": before.text.hash},
        "second": {"file": after.path.name, "hash": after.text.hash},
        "same": not found.amendments,
        "changes": [
            {
                "act": str(one.act),
                "unit": one.unit,
                "label": names[one.unit].name if one.unit in names else "",
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "after": one.after,
            }
            for one in sorted(found.amendments, key=lambda one: (place.get(one.unit, -1), one.start, one.id))
        ],
        "lines": list(lines_of(found)),
        "editorial": [
            {"unit": one.unit, "label": names[one.unit].name, "first": one.base, "second": one.filed}
            for one in found.editorial
        ],
    }
