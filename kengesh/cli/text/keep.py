"""``kengesh text keep FOLDER FILE``: add a version to the folder of a text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside
from kengesh.cli.output import fail, warn
from kengesh.cli.text.filing import instant
from kengesh.cli.text.opening import Opened, opened_text
from kengesh.cli.text.options import OF_THE_FILE, Lang, Profile, told
from kengesh.cli.text.summary import findings_of, left_behind
from kengesh.terms.messages import _
from kengesh.texts.continuing import continued
from kengesh.texts.folder import TextFolder, add_version, create_folder, open_folder, version
from kengesh.texts.folder_description import Description, Version
from kengesh.texts.tokens import FOOTNOTE_CLOSES, FOOTNOTE_OPENS
from kengesh.texts.translation import with_ids_of
from kengesh.texts.units import Text, UnitKind

NOT_IN_ID = re.compile(r"[^a-z0-9.-]+")
FOOTNOTE = re.compile(f"{FOOTNOTE_OPENS}[^{FOOTNOTE_CLOSES}]*{FOOTNOTE_CLOSES}")
SAYS_ITS_IDS = (".text", ".json")


@told
def command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=_("The folder of the text."))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The version: any file with a text."))],
    new: Annotated[bool, typer.Option("--new", help=_("Make the folder; it must not exist yet."))] = False,
    title: Annotated[
        str, typer.Option("--title", metavar="WORDS", help=_("With --new: the text's title, if not its own."))
    ] = "",
    number: Annotated[
        int | None,
        typer.Option(
            "--number",
            min=1,
            help=_("Of a translation: the version that it translates. Otherwise the next one."),
        ),
    ] = None,
    at: Annotated[
        str, typer.Option("--at", metavar="INSTANT", help=_("Since when it is the text; otherwise now."))
    ] = "",
    remark: Annotated[
        str, typer.Option("--remark", metavar="WORDS", help=_("What to remember: zero draft, say."))
    ] = "",
    profile: Profile = None,
    lang: Lang = None,
) -> None:
    """Add a version to the folder of a text. A version is never changed; the same words are not added twice.

    Its units keep the ids that they have in the version before, and those of a translation are the original's. A file
    that states ids itself (.text, .json) keeps its own.
    """
    since = (
        instant(at, "--at")
        if at
        else f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    )
    must_be_outside(folder.resolve() / "text.toml")
    found = opened_text(file, lang)
    if not new and (title or profile):
        fail(_("--title and --profile are said when the folder is made, with --new."))
    if new and number:
        fail(_("--number is for a folder that is there already; with --new it is version 1."))
    if not new and not folder.exists():
        fail(_("{folder}: there is no such folder; make it with --new.").format(folder=folder))
    opened = None if new else open_folder(folder)
    text, parent = (found.text, "") if opened is None else _placed(opened, found, number or 0)
    if opened is None:
        opened = create_folder(folder, _described(folder, found.text, title, profile or OF_THE_FILE))
    added = add_version(opened, text, at=since, number=number or 0, parent=parent, remark=remark)
    says = (
        _("Version {number} in {language} is in {file}; its hash is {hash}.")
        if added.new
        else _("These words are in the folder already: version {number} in {language}, {file}, {hash}.")
    )
    for sentence in (*left_behind(found.filed, str(file)), *findings_of(found.filed, str(file))):
        warn(sentence)
    one = added.version
    print(says.format(number=one.number, language=one.language, file=one.file_name, hash=one.hash))


def _placed(folder: TextFolder, found: Opened, number: int) -> tuple[Text, str]:
    """Return a version with the ids that its units have in this folder, and the hash of the version before it."""
    text, about = found.text, folder.about
    own = [
        one for one in about.versions if one.language == text.language and (not number or one.number < number)
    ]
    parent = own[-1].hash if own else ""
    if found.path.suffix.lower() in SAYS_ITS_IDS:
        return text, parent
    original = _original(folder, text.language, number)
    if original is not None:
        return with_ids_of(text, version(folder, original.number, original.language)), parent
    if not own:
        return text, parent
    return continued(text, version(folder, own[-1].number, own[-1].language), _ids(folder)), parent


def _original(folder: TextFolder, language: str, number: int) -> Version | None:
    """Return the version of this number in the language of the negotiations, where this one is a translation of it."""
    negotiated = folder.about.negotiating_language
    if language == negotiated:
        return None
    return next(
        (one for one in folder.about.versions if (one.number, one.language) == (number, negotiated)), None
    )


def _ids(folder: TextFolder) -> set[str]:
    """Return every id that a version of the folder has: none of them is given again."""
    return {id for one in folder.about.versions for id in version(folder, one.number, one.language).places}


def _described(folder: Path, text: Text, title: str, profile: str) -> Description:
    id = NOT_IN_ID.sub("-", folder.resolve().name.lower()).strip("-.") or "text"
    own = FOOTNOTE.sub("", next((unit.text for unit in text.units if unit.kind is UnitKind.TITLE), ""))
    return Description(
        id=id,
        title=title or own or folder.name,
        profile=profile,  # type: ignore[arg-type]  # one of the three, or the command would have left
        negotiating_language=text.language,  # type: ignore[arg-type]
        authentic_languages=(text.language,),  # type: ignore[arg-type]
    )
