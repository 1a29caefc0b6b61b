"""The pairs of places that a question is asked of: one typed as FROM TO, several as --pair, else those of the demand table."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.corridor.asking import Planning
from kengesh.cli.output import fail
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.pairs import pairs_of_demand
from kengesh.terms.messages import _

BETWEEN = "->"

Pairs = Annotated[
    list[str] | None,
    typer.Option(
        "--pair",
        metavar="FROM->TO",
        help=_(
            "Between these places: “Tashkent->Mersin”; may be given several times. Otherwise the demand table's."
        ),
    ),
]


def pairs_typed(
    plan: Planning, origin: str | None, destination: str | None, pairs: list[str] | None
) -> tuple[Asked, ...]:
    """Return what is asked of each pair. Raises NotKnown where none was named and there is no demand table."""
    if pairs:
        if origin is not None:
            fail(_("give FROM and TO, or --pair, and not both."))
        return tuple(plan.asked(*_split(one)) for one in pairs)
    if origin is not None or plan.way.corridor:
        return (plan.asked(origin, destination),)
    return pairs_of_demand(plan.model, plan.way.by)


def pair_words(asked: dict[str, dict[str, str]]) -> str:
    """Write a pair by the ids of its places."""
    return f"{asked['from']['id']} → {asked['to']['id']}"


def _split(text: str) -> tuple[str, str]:
    origin, sign, destination = text.partition(BETWEEN)
    if not sign or not origin.strip() or not destination.strip():
        fail(
            _(
                "--pair: {text} is no pair: expected two places with -> between them, in quotation marks."
            ).format(text=text)
        )
    return origin.strip(), destination.strip()
