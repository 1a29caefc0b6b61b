"""``kengesh key new FILE``: a private key, readable by its owner alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside
from kengesh.cli.output import fail, why
from kengesh.record.errors import RecordError
from kengesh.record.keyfile import load_key, make_key, make_log_key
from kengesh.terms.messages import _

command = typer.Typer(no_args_is_help=True, help=_("Make a private key, or show the public half of one."))

File = Annotated[Path, typer.Argument(metavar="FILE", help=_("The file of the private key."))]


@command.command("new")
def new(
    file: File,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help=_("The key's name: the log's origin; otherwise made from the key.")
        ),
    ] = None,
) -> None:
    """Make a new private key. The file is for its owner only; what is printed is the public half."""
    must_be_outside(file)
    try:
        signer = make_key(file, name) if name is not None else make_log_key(file, "record")
    except (RecordError, OSError) as error:
        fail(why(error))
    print(signer.verifier.vkey)


@command.command("show")
def show(file: File) -> None:
    """Print the public half of a key, for others to verify with."""
    try:
        print(load_key(file).verifier.vkey)
    except (RecordError, OSError) as error:
        fail(why(error))
