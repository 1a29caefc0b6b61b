"""What the commands of ``kengesh overlap`` have in common: their options, and the asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, Show
from kengesh.cli.output import fail
from kengesh.formats.overlap.counted import NothingToCompare
from kengesh.mechanism.answers import Answer
from kengesh.mechanism.view import View
from kengesh.terms.messages import _

PARTY_TYPES = ("party", "body")  # a body takes part in others too
STATES = "--states"
BODIES = "--bodies"

States = Annotated[
    str | None,
    typer.Option(
        STATES,
        metavar="STATES",
        help=_(
            "Only these states or other parties (KAZ,UZB); otherwise the members of the record's mechanism."
        ),
    ),
]
Bodies = Annotated[
    str | None,
    typer.Option(
        BODIES,
        metavar="BODIES",
        help=_("Only these bodies (ots,sco); otherwise all in which the record tells of the states."),
    ),
]
Wide = Annotated[
    bool,
    typer.Option("--wide", help=_("Count observers and associates as members too (the wide reading).")),
]


def parties_of(asking: Asking, text: str | None) -> list[str] | None:
    """Return the parties of a list with commas; None where none is given. Leaves with a sentence where the record knows one not."""
    return _known(asking, STATES, text, PARTY_TYPES)


def bodies_of(asking: Asking, text: str | None, option: str = BODIES) -> list[str] | None:
    """Return the bodies of a list with commas, as above."""
    return _known(asking, option, text, ("body",))


def listed(words: Sequence[str] | None) -> list[str] | None:
    """Return parties given as arguments, one by one or with commas; None where none is given."""
    things = [one.strip() for text in words or () for one in text.split(",")]
    return [one for one in things if one] or None


def must_know_parties(asking: Asking, parties: Sequence[str]) -> None:
    """Leave with a sentence unless the record speaks of all these parties."""
    for party in parties:
        asking.must_know(party, *PARTY_TYPES)


def tell(
    asking: Asking,
    question: str,
    given: dict[str, Any],
    find: Callable[[View], Answer],
    show: Show,
    *,
    notes: bool = False,
) -> None:
    """Ask, show the answer, and leave; what cannot be compared ends with a sentence."""
    try:
        found = find(asking.view)
    except NothingToCompare as error:
        fail(str(error))
    said = {name: value for name, value in given.items() if value is not None}
    asking.leave_with(asking.mechanism.envelope(question, said, asking.view, found), show, notes=notes)


def _known(asking: Asking, option: str, text: str | None, types: tuple[str, ...]) -> list[str] | None:
    if text is None:
        return None
    things = [one.strip() for one in text.split(",") if one.strip()]
    if not things:
        fail(_("{option} names nothing; give ids with commas.").format(option=option))
    for thing in things:
        asking.must_know(thing, *types)
    return things
