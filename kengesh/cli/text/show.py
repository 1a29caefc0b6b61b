"""``kengesh text show FILE``: what a file holds, unit by unit, with labels, kinds and ids."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from kengesh.cli.output import BOLD, fail, for_programs, harmless, heading, line, paragraph, table
from kengesh.cli.text.opening import Opened, opened
from kengesh.cli.text.options import OF_THE_FILE, AsJson, Lang, Profile, told
from kengesh.cli.text.submitted import MARKS, submitted_lines
from kengesh.terms.messages import N_, _
from kengesh.texts.labels import labels_of
from kengesh.texts.reading.filed import Explicit, Filed, SubmittedUnit
from kengesh.texts.units import Text, UnitKind
from kengesh.texts.writing.plain import plain_text

VIEWS = ("accepted", "rejected", "submitted")
KINDS = {
    UnitKind.TITLE: N_("title"),
    UnitKind.HEADING: N_("heading"),
    UnitKind.PREAMBULAR: N_("preambular"),
    UnitKind.OPERATIVE: N_("operative"),
    UnitKind.SUBPARAGRAPH: N_("sub-paragraph"),
    UnitKind.PARAGRAPH: N_("paragraph"),
    UnitKind.CELL: N_("cell"),
    UnitKind.FOOTNOTE: N_("footnote"),
    UnitKind.ROW: N_("row"),
    UnitKind.COLUMN: N_("column"),
}


@told
def command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=_("A file, a rolling text (.json), or the folder of a text.")),
    ],
    view: Annotated[
        str,
        typer.Option(
            "--view",
            metavar="|".join(VIEWS),
            help=_("Of a Word file: with its tracked changes made, without them, or with both and by whom."),
        ),
    ] = "accepted",
    profile: Profile = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show a text unit by unit, and what its file says beside it: comments, authors, what could not be read."""
    if view not in VIEWS:
        fail(_("--view: {word} is not one of: {words}.").format(word=view, words=", ".join(VIEWS)))
    found = opened(file, lang)
    if view != "accepted" and found.filed.rejected is None:
        says = _("--view {view}: {file} has no tracked changes; only a Word file can have them.")
        fail(says.format(view=view, file=file))
    if as_json:
        answer = _answer(found, view, profile or OF_THE_FILE)
        print(json.dumps(answer, ensure_ascii=False, indent=2), file=for_programs())
    elif found.rolling is not None:
        for one in plain_text(found.rolling).rstrip("\n").split("\n"):
            print(harmless(one))
    elif found.folder is not None:
        _show_folder(found)
    elif view == "submitted":
        _show_submitted(found.filed)
    else:
        _show_text(found, _viewed(found.filed, view), profile or OF_THE_FILE)


def _viewed(filed: Filed, view: str) -> Text:
    return filed.rejected if view == "rejected" and filed.rejected is not None else filed.text


def _show_text(found: Opened, text: Text, profile: str) -> None:
    says = _("Version {hash}; language: {language}; units: {count}")
    heading(found.path.name, says.format(hash=text.hash, language=text.language, count=len(text.units)))
    print()
    labels = labels_of(text, profile)
    columns = (_("label"), _("kind"), _("id"), _("status"), _("text"))
    rows = [
        (
            labels[unit.id].name,
            _(KINDS[unit.kind]),
            unit.id,
            "" if unit.status == "open" else str(unit.status),
            unit.text,
        )
        for unit in text.units
    ]
    table(columns, rows, _("There is no text in it."))
    _show_beside(found.filed, {id: label.name for id, label in labels.items()})


def _show_beside(filed: Filed, names: dict[str, str]) -> None:
    """Show what a file says beside its text."""
    if filed.explicit:
        paragraph(_("Acts"), BOLD)
        for act in filed.explicit:
            line(_act(act))
    if filed.remarks:
        paragraph(_("Comments"), BOLD)
        says = _("{unit}, on “{words}”, {author}: {text}")
        for one in filed.remarks:
            where, author = names.get(one.unit, one.unit), one.author or "—"
            line(says.format(unit=where, words=one.words, author=author, text=one.text))
    if filed.authors:
        paragraph(_("Authors of tracked changes, which is evidence and no attribution"), BOLD)
        line(", ".join(f"{author} ({count})" for author, count in filed.authors))
    if filed.findings:
        paragraph(_("What a person should know"), BOLD)
        for finding in filed.findings:
            line(_("{where}: {says}").format(where=finding.where, says=finding.says))
    if filed.filed_at:
        paragraph(_("Filed, as the file says: {at}").format(at=filed.filed_at))


def _act(act: Explicit) -> str:
    said = [act.words and f"“{act.words}”", act.reservation, act.text, act.after, act.delegation]
    return f"{act.act} {act.unit}: {'; '.join(one for one in said if one)}".removesuffix(": ")


def _show_submitted(filed: Filed) -> None:
    says = _(
        "Inserted words stand in {inserted}, deleted ones in {deleted}, with the author that the file names."
    )
    line(says.format(inserted=" ".join(MARKS["insert"]), deleted=" ".join(MARKS["delete"])))
    print()
    for one in submitted_lines(filed.submitted):
        print(harmless(one))
    _show_beside(filed, {id: label.name for id, label in labels_of(filed.text).items()})


def _show_folder(found: Opened) -> None:
    assert found.folder is not None
    about = found.folder.about
    heading(about.title, _("Negotiated in: {language}").format(language=about.negotiating_language))
    print()
    columns = (_("version"), _("language"), _("since"), _("file"), _("remark"))
    rows = [(str(one.number), one.language, one.at, one.file_name, one.remark) for one in about.versions]
    table(columns, rows, _("There is no version in it."))
    for name in found.folder.unknown:
        line(_("{file}: the folder's description does not know this file.").format(file=name))


def _answer(found: Opened, view: str, profile: str) -> Any:
    """Return what the file holds, for programs."""
    if found.rolling is not None:
        return msgspec.to_builtins(found.rolling)
    if found.folder is not None:
        return msgspec.to_builtins(found.folder.about)
    filed, text = found.filed, _viewed(found.filed, view)
    labels = labels_of(text, profile)
    answer: dict[str, Any] = {
        "file": found.path.name,
        "digest": filed.digest,
        "view": view,
        "language": text.language,
        "hash": text.hash,
        "filed_at": filed.filed_at,
        "units": [
            {**msgspec.to_builtins(unit), "label": labels[unit.id].printed, "name": labels[unit.id].name}
            for unit in text.units
        ],
        "acts": msgspec.to_builtins(filed.explicit),
        "remarks": msgspec.to_builtins(filed.remarks),
        "authors": [{"author": author, "changes": count} for author, count in filed.authors],
        "findings": msgspec.to_builtins(filed.findings),
    }
    return {**answer, "submitted": _spans(filed.submitted)} if view == "submitted" else answer


def _spans(units: tuple[SubmittedUnit, ...]) -> Any:
    return [msgspec.to_builtins(unit.spans) for unit in units]
