"""``kengesh prove N``: a proof to send to somebody else that an entry is in the log."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import Record, must_be_outside, record_folder
from kengesh.cli.output import fail, why
from kengesh.record.errors import RecordError
from kengesh.record.log import Log
from kengesh.record.proving import prove
from kengesh.terms.messages import _


def command(
    entry: Annotated[int, typer.Argument(metavar="N", min=0, help=_("The number of the entry."))],
    record: Record = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help=_("Write the proof here, and the entry beside it as FILE.entry.")
        ),
    ] = None,
) -> None:
    """Print a proof (c2sp.org/tlog-proof@v1) that entry N is in the log; with --out, write it and the entry to files."""
    if out is not None:
        must_be_outside(out)
    try:
        log = Log.open(record_folder(record))
        proof = prove(log, entry)
        note = log.entry(entry)
    except RecordError as error:
        fail(str(error))
    if out is None:
        if not isinstance(sys.stdout, TextIOWrapper):  # it was closed by who called us
            fail(_("there is no output to print the proof to; write it to a file with --out."))
        sys.stdout.buffer.write(proof)
        return
    beside = out.with_name(out.name + ".entry")
    try:
        out.write_bytes(proof)
        beside.write_bytes(note)
    except OSError as error:
        fail(why(error))
    print(_("The proof is in {proof}, the entry in {entry}.").format(proof=out, entry=beside))
