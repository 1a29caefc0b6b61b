"""The options that commands on corridors share: the network and what of it counts, whose goods they are, and the way they take."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kengesh.corridors.network.tables import BASES, MODES, STATUSES
from kengesh.corridors.questions.asking import BY
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _

NetworkName = Annotated[
    str | None,
    typer.Option(
        "--network",
        metavar="NAME|DIR",
        help=_(
            "The network: the id of an edition that comes with a pack, or its folder; otherwise the latest."
        ),
    ),
]
Layers = Annotated[
    list[str] | None,
    typer.Option(
        "--layer", metavar="NAME|DIR", help=_("A layer laid on the network; may be given several times.")
    ),
]
Exercise = Annotated[
    bool, typer.Option("--exercise", help=_("Lay the made-up numbers for exercises on the network."))
]
ScenarioName = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="NAME|FILE",
        help=_("With a scenario's edits: one that comes with a pack, or a file."),
    ),
]
UpTo = Annotated[
    str,
    typer.Option(
        "--up-to",
        metavar="|".join(BASES),
        help=_("Which numbers count: those of this basis and of better ones."),
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=_(
            "Which rows may be travelled: {statuses}; otherwise those that are existing. May be given several times."
        ).format(statuses=", ".join(STATUSES)),
    ),
]
Commodity = Annotated[
    str, typer.Option("--commodity", metavar="ID", help=_("What is carried: a sort of goods of the network."))
]
Nationality = Annotated[
    str, typer.Option("--nationality", metavar="STATE", help=_("The state of the vehicle: KAZ, TUR ..."))
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="|".join(BY),
        help=_(
            "What is to be least: hours, USD, or both with the spread, at what they are worth for the goods."
        ),
    ),
]
Corridor = Annotated[
    str | None,
    typer.Option(
        "--corridor",
        metavar="ID",
        help=_("By a named corridor of the network: its places, its modes, and not the states it avoids."),
    ),
]
Corridors = Annotated[
    list[str] | None,
    typer.Option(
        "--corridor",
        metavar="ID",
        help=_("By a named corridor of the network; given several times, one route by each."),
    ),
]
Via = Annotated[
    list[str] | None,
    typer.Option("--via", metavar="PLACE", help=_("By this place; may be given several times, in order.")),
]
Avoid = Annotated[
    list[str] | None,
    typer.Option("--avoid", metavar="STATE", help=_("Not through this state; may be given several times.")),
]
Modes = Annotated[
    list[str] | None,
    typer.Option(
        "--mode",
        metavar="|".join(MODES),
        help=_("By this mode, and no other; may be given several times."),
    ),
]
Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="LANGUAGE",
        help=_("The language of what is printed: {languages}.").format(languages=" ".join(LANGUAGES)),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print the answer as JSON."))]

From = Annotated[
    str | None,
    typer.Argument(metavar="FROM", help=_("Where the goods are: a place by its id, UN/LOCODE or name.")),
]
To = Annotated[str | None, typer.Argument(metavar="TO", help=_("Where they are to go."))]
Origin = Annotated[
    str, typer.Argument(metavar="FROM", help=_("Where the goods are: a place by its id, UN/LOCODE or name."))
]

Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        metavar="N",
        min=0,
        max=2**53 - 1,
        help=_("The seed of the draws; otherwise the scenario's, else 1."),
    ),
]
Draws = Annotated[
    int | None,
    typer.Option(
        "--draws", metavar="N", min=1, help=_("How many draws; otherwise the scenario's, else 1,000.")
    ),
]
Scheduler = Annotated[
    str,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help=_("Draw on the workers of a Dask scheduler, at tcp://HOST:PORT."),
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help=_("Draw in so many processes of this machine.")),
]
Keep = Annotated[
    str,
    typer.Option(
        "--keep",
        metavar="DIR",
        help=_("Keep the draws there as Parquet, part by part: a run that was stopped goes on from them."),
    ),
]

Shared = tuple[tuple[str, Any, Any], ...]

LANGUAGE: Shared = (("lang", Lang, "en"), ("as_json", AsJson, False))
NETWORK: Shared = (
    ("network", NetworkName, None),
    ("layer", Layers, None),
    ("exercise", Exercise, False),
)
MODEL: Shared = (
    *NETWORK,
    ("scenario", ScenarioName, None),
    ("up_to", UpTo, BASES[-1]),
    ("status", Statuses, None),
    ("commodity", Commodity, ""),
    ("nationality", Nationality, ""),
)
BY_CORRIDORS: Shared = (("corridor", Corridors, None),)
WAY: Shared = (
    ("by", By, "time"),
    ("corridor", Corridor, None),
    ("via", Via, None),
    ("avoid", Avoid, None),
    ("mode", Modes, None),
)
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help=_("Write the picture there, as SVG."))]
