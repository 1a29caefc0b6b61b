"""``kengesh add FILE...``: enter rows, correct them, or withdraw them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import Record, record_folder
from kengesh.cli.output import counting, fail, why
from kengesh.desk.enter import add_files
from kengesh.desk.packs import NoSuchPack, files_of
from kengesh.desk.rows import RowProblems
from kengesh.record.errors import RecordError
from kengesh.record.keyfile import key_path, load_key
from kengesh.terms.messages import _, ngettext


def command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=_("Files of rows (YAML), or folders of them."))
    ],
    record: Record = None,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help=_("The log's private key; otherwise DIR.key."))
    ] = None,
) -> None:
    """Enter files of rows in the record. Rows that are there already are skipped; if any row is wrong, nothing is entered."""
    folder = record_folder(record)
    try:
        signer = load_key(key or key_path(folder))
        entered = add_files(folder, signer, files_of(files), counting(_("entered")))
    except RowProblems as problems:
        for one in problems.problems:
            typer.echo(str(one), err=True)
        count = len(problems.problems)
        fail(
            ngettext(
                "{count} mistake; nothing was entered.", "{count} mistakes; nothing was entered.", count
            ).format(count=count)
        )
    except (RecordError, NoSuchPack, OSError) as error:
        fail(why(error))
    print(
        _(
            "Acts entered: {acts}; entries: {entries}. Rows there already: {skipped}; corrected: {corrected}; withdrawn: {withdrawn}."
        ).format(
            acts=entered.acts,
            entries=entered.entries,
            skipped=entered.skipped,
            corrected=len(entered.corrected),
            withdrawn=len(entered.withdrawn),
        )
    )
