"""``kengesh resume-writer DIR --against MIRROR``: write again when ``DIR.writer`` was lost or is old."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_record, record_folder
from kengesh.cli.output import DOES_NOT_HOLD, counting, fail, why
from kengesh.record.errors import RecordError
from kengesh.record.resume import resume_writer
from kengesh.terms.messages import _


def command(
    against: Annotated[
        list[Path],
        typer.Option(metavar="MIRROR", help=_("Another copy of the log; may be given more than once.")),
    ],
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help=_("The record; otherwise $KENGESH_RECORD, else var/record.")),
    ] = None,
) -> None:
    """Make the private side of a record anew, once no copy of it is found to be ahead."""
    path = record_folder(folder)
    for copy in against:
        must_be_record(copy)
    try:
        log = resume_writer(path, against, counting(_("entries checked")))
    except (RecordError, OSError, sqlite3.Error) as error:
        fail(why(error), DOES_NOT_HOLD)
    print(_("{folder} can be written to again, from {size} entries on.").format(folder=path, size=log.size))
