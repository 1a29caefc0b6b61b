"""The picture of a pair of models drawn together: for pairs of places under three ideas of what shippers do, and for states."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import Comparison, Difference
from kengesh.corridors.questions.simulation import STRUCTURES
from kengesh.corridors.told.draws import STRUCTURE_WORDS
from kengesh.mechanism.reader import Reader
from kengesh.pictures.paired_difference import paired_difference
from kengesh.pictures.paired_difference_rows import Comparison as Compared
from kengesh.pictures.paired_difference_rows import Difference as Shown
from kengesh.pictures.paired_difference_rows import Group, Signs
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import Spread, Unit
from kengesh.terms.messages import _

OF_STATES = (
    "rerouting"  # the idea of shippers by which states are shown in the picture; the table has all three
)


def difference_picture(
    title: str,
    network: Network,
    found: Comparison,
    reader: Reader,
    link: Link,
    *,
    assumed: bool,
    exercise: bool,
    notes: Sequence[str] = (),
) -> Picture:
    """Draw what changes; losers are rows like all others."""
    groups = [
        Group(
            _(STRUCTURE_WORDS[structure]),
            tuple(_shown(pair_name(network, one.asked), one.difference[structure]) for one in found.pairs),
        )
        for structure in STRUCTURES
    ]
    states = tuple(
        _shown(reader.name(one.state), one.difference[OF_STATES], one.state)
        for one in found.states
        if OF_STATES in one.difference
    )
    heading = _("States: pairs that begin or end there, goods free to re-route")
    every = (*groups, Group(heading, states))
    return paired_difference(Compared(title, Unit.HOURS, True, every, assumed, exercise, tuple(notes)), link)


def pair_name(network: Network, asked: Asked) -> str:
    """Return a pair by the names of its places."""
    return f"{network.places[asked.origin].name} – {network.places[asked.destination].name}"


def _shown(name: str, one: Difference | None, thing: str | None = None) -> Shown:
    if one is None:
        return Shown(name, None, None, thing)
    spread = one.spread
    change = Spread(spread.p50, (spread.p10, spread.p90))
    return Shown(name, change, Signs(one.less, one.same, one.more), thing)
