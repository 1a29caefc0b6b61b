"""``kengesh corridor export FILE --as FORMAT``: a network for other tools."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_outside
from kengesh.cli.corridor.asking import leave, on_network
from kengesh.cli.corridor.exchange import WRITTEN, write_as
from kengesh.cli.corridor.typed import one_of
from kengesh.cli.output import line
from kengesh.corridors.network.network import Network, table_of
from kengesh.corridors.told.head import credits_of, exercise_words, network_told
from kengesh.corridors.told.values import Told
from kengesh.terms.messages import _

To = Annotated[
    str,
    typer.Argument(metavar="FILE", help=_("Where to write it: a file, for gmns a folder. It has to be new.")),
]
As = Annotated[str, typer.Option("--as", metavar="|".join(WRITTEN), help=_("The format."))]


@on_network()
def command(network: Network, as_json: bool, file: To, format: As) -> None:
    """Write a network for other tools, with the credits that its data asks for; read back by import it is the same, digit for digit."""
    one_of("--as", format, WRITTEN)
    must_be_outside(Path(file))
    left_out = write_as(network, format, Path(file))
    counts = Counter(table_of(row) for row in network.rows.values())
    told: Told = {
        "truth": None,
        "file": file,
        "format": format,
        "rows": {**counts, "number": len(network.figures)},
        "left_out": list(left_out),
        "network": network_told(network),
        "exercise": network.exercise,
        "notes": [*([exercise_words()] if network.exercise else []), *credits_of(network)],
    }
    leave(told, _show, as_json=as_json)


def _show(told: Told) -> None:
    says = _("{file}: written as {format}; rows: {rows}.")
    rows = ", ".join(f"{table} {count}" for table, count in told["rows"].items())
    line(says.format(file=told["file"], format=told["format"], rows=rows))
    for sentence in told["left_out"]:
        line(sentence)
