"""``kengesh corridor``: routes, capacities and scenarios of a transport network, with what every number rests on.

No record is needed. One module per sub-command, named as it is (``importing`` for the one whose name is a word of Python).
"""

from __future__ import annotations

import typer

from kengesh.cli import HEAVY
from kengesh.cli.corridor import (
    assign,
    capacity,
    check,
    compare,
    critical,
    diagram,
    export,
    importing,
    isochrone,
    measures,
    route,
    routes,
    simulate,
)
from kengesh.terms.messages import _

command = typer.Typer(
    no_args_is_help=True,
    help=_(HEAVY["corridor"]),
)
command.command("route")(route.command)
command.command("routes")(routes.command)
command.command("isochrone")(isochrone.command)
command.command("capacity")(capacity.command)
command.command("assign")(assign.command)
command.command("critical")(critical.command)
command.command("measures")(measures.command)
command.command("simulate")(simulate.command)
command.command("compare")(compare.command)
command.command("diagram")(diagram.command)
command.command("check")(check.command)
command.command("import")(importing.command)
command.command("export")(export.command)
