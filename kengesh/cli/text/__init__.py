"""``kengesh text``: read, compare and compile the texts that delegations negotiate, and decide on them.

No record is needed, and no network. One module per sub-command, named as it is.
"""

from __future__ import annotations

import typer

from kengesh.cli.text import compile as compiling
from kengesh.cli.text import concord, convert, diff, keep, positions, resolve, show
from kengesh.terms.messages import _

command = typer.Typer(
    no_args_is_help=True,
    help=_("Compile one rolling text from the files of all delegations, read it, and decide on it."),
)
command.command("show")(show.command)
command.command("diff")(diff.command)
command.command("compile")(compiling.command)
command.command("positions")(positions.command)
command.command("resolve")(resolve.command)
command.command("concord")(concord.command)
command.command("convert")(convert.command)
command.command("keep")(keep.command)
