"""``kengesh overlap``: who is in what and how, what parties and bodies share, and how that moved.

One module per sub-command, named as it is. Each takes the options of every question.
"""

from __future__ import annotations

import typer

from kengesh.cli.overlap import cover, groups, over_time, pair, show, similar
from kengesh.terms.messages import _

command = typer.Typer(
    no_args_is_help=True,
    help=_("Say who is in what and how, what parties and bodies share, and how that moved."),
)
command.command("show")(show.command)
command.command("pair")(pair.command)
command.command("groups")(groups.command)
command.command("similar")(similar.command)
command.command("cover")(cover.command)
command.command("over-time")(over_time.command)
