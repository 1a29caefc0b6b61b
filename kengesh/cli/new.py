"""``kengesh new DIR``: make a record, empty or with a founding pack in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.output import counting, fail, why
from kengesh.desk.enter import check_place, is_begun, new_record
from kengesh.desk.packs import NoSuchPack
from kengesh.desk.rows import RowProblems
from kengesh.record.errors import RecordError
from kengesh.record.keyfile import key_path, load_key, make_key, make_log_key
from kengesh.record.note import Signer
from kengesh.terms.messages import _


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("Where the record is to be; it must not exist yet."))
    ],
    pack: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help=_("The founding pack to enter, such as central_asia, or a folder of your own."),
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=_("The log's private key; without one it is made at DIR.key.")),
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=_("The log's name for good; otherwise made from the key.")),
    ] = None,
    official: Annotated[
        bool,
        typer.Option("--official", help=_("A log of the mechanism itself, which also holds performed acts.")),
    ] = False,
) -> None:
    """Make a new record. It only observes, that is, it holds what sources report, unless it is --official."""
    made = False
    try:
        check_place(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        signer, key_file, made = _signer(folder, pack, key, origin)
        entered = new_record(
            folder, signer, pack, "official" if official else "observed", counting(_("entered"))
        )
    except (RecordError, NoSuchPack, RowProblems, OSError) as error:
        if made and not is_begun(folder):
            key_path(folder).unlink(missing_ok=True)  # no entry was signed with it
        fail(why(error))
    print(
        _("A new record is in {folder}: {entries} entries, {acts} acts.").format(
            folder=folder, entries=entered.entries + 1, acts=entered.acts + 1
        )
    )
    print(_("Its origin is {origin}.").format(origin=signer.name))
    print(_("Its key for others to verify with: {key}").format(key=signer.verifier.vkey))
    print(_("Its private key is in {file}. Keep it, and show it to nobody.").format(file=key_file))


def _signer(
    folder: Path, pack: str | None, key: Path | None, origin: str | None
) -> tuple[Signer, Path, bool]:
    """Return the log's key, where it is kept, and whether it was made now: the one given, the one at DIR.key, or a new one."""
    path = key or key_path(folder)
    if key is None and not path.exists():
        name = Path(pack or "record").name
        return (make_log_key(path, name) if origin is None else make_key(path, origin)), path, True
    signer = load_key(path)
    return (signer if origin is None else Signer(origin, signer.seed)), path, False
