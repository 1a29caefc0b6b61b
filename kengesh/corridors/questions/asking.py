"""What is asked of a model, and how a search weighs what it finds.

A route is sought by its hours, by its money, or by its generalised cost: money, and time and reliability at what they are worth to a
shipper of the goods (value of time x hours + value of reliability x standard deviation).

Where numbers are lacking a search needs to be told what to think of them, or it would take every way that nobody timed. In
choosing, a lacking number of hours counts for a day (:data:`LACKING_HOURS`), an assumption of ours; a lacking number of money for
more than any route, since one lacking price can be most of the sum. **No sum holds these**: hours and money are told as the
sources have them, a lower bound where numbers are lacking, and the answer says which would settle it
(see :mod:`~kengesh.corridors.questions.route`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.layers import Layers, arcs_in, layers_of
from kengesh.corridors.compiled.pieces import ANYBODY, Shipper
from kengesh.corridors.compiled.weights import CLOSED, Weights
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import MODES
from kengesh.corridors.solve.graph import Floats
from kengesh.terms.messages import _

BY = ("time", "cost", "generalised")
LACKING_HOURS = 24.0
"""What a lacking number of hours counts for in choosing a way, and nowhere else: about a border or a port. No source; graded C."""
LACKING_USD = 1e7  # more than any route: of ways with lacking prices that with the fewest is chosen


@dataclass(frozen=True, slots=True)
class Asked:
    """From where to where, by what measure, for whom; by which places in order, not through which states, on which modes."""

    origin: str
    destination: str
    by: str = "time"
    shipper: Shipper = ANYBODY
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for a measure or a mode that there is none of."""
        wrong = [one for one in (self.by,) if one not in BY] + [one for one in self.modes if one not in MODES]
        if wrong:
            says = _("“{word}” is not known here: expected {words}.")
            raise ValueError(
                says.format(word=wrong[0], words=", ".join(BY if self.by == wrong[0] else MODES))
            )


@dataclass(frozen=True, slots=True)
class Worth:
    """What an hour, and an hour of standard deviation, is worth to a shipper of the goods, in USD per TEU."""

    of_time: float
    of_reliability: float


class NotKnown(ValueError):
    """A question that cannot be answered, and the numbers that would settle it."""

    def __init__(self, sentence: str, lacking: tuple[Slot, ...]) -> None:
        self.lacking = lacking
        super().__init__(sentence)


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """The graph in layers, and its weights for what is asked: `mean`, `variance` in the same unit squared.

    `unknown` counts the lacking numbers of an arc, `presumed` is what they count for in choosing. The measure of a path is the sum
    of the means and the square root of the sum of the variances.
    """

    layers: Layers
    mean: Floats
    variance: Floats
    unknown: Floats
    presumed: Floats

    @property
    def choosing(self) -> Floats:
        """The weights by which a way is chosen."""
        return self.mean + self.presumed


def search_for(model: Model, asked: Asked) -> Search:
    """Return what a route is sought in. Raises NotKnown where the goods have no worth of time, LookupError."""
    for place in (asked.origin, asked.destination, *asked.via):
        if place not in model.network.places:
            model.network.place(place)
    layers = layers_of(model.compiled, asked.origin, asked.destination, asked.via)
    weights = model.weights(asked.shipper)
    mean, variance, unknown, presumed = _measured(model, asked, weights)
    mean = np.where(weights.hours == CLOSED, CLOSED, mean)
    mean[barred(model, asked)] = CLOSED
    return Search(layers, *map(layers.spread, (mean, variance, unknown, presumed)))


def barred(model: Model, asked: Asked) -> list[int]:
    """Return the arcs that what is asked keeps out of: those in states to avoid, and links of other modes."""
    other = {key for key, row in model.network.links.items() if asked.modes and row.mode not in asked.modes}
    arcs = [at for subject in other for at in model.compiled.of_subject.get(subject, ())]
    return [*arcs, *(arcs_in(model.network, model.compiled, asked.avoid) if asked.avoid else ())]


def worth_of(model: Model, shipper: Shipper) -> Worth:
    """Return what time and reliability are worth to a shipper. Raises NotKnown."""
    slots = [Slot(shipper.commodity, one) for one in ("value_of_time", "value_of_reliability")]
    found = [model.numbers.of(shipper.commodity, slot.quantity) for slot in slots]
    time, reliability = found
    if time is None or reliability is None:
        lacking = tuple(slot for slot, one in zip(slots, found, strict=True) if one is None)
        says = _(
            "Not known: the network does not say what time and reliability are worth for these goods. It would take: {numbers}."
        )
        raise NotKnown(says.format(numbers=", ".join(map(str, lacking))), lacking)
    return Worth(time.likely, reliability.likely)


def _measured(model: Model, asked: Asked, weights: Weights) -> tuple[Floats, Floats, Floats, Floats]:
    certain = np.zeros_like(weights.hours)
    hours, usd = weights.unknown_hours, weights.unknown_usd
    if asked.by == "time":
        return weights.hours, certain, hours, LACKING_HOURS * hours
    if asked.by == "cost":
        return weights.usd, certain, usd, LACKING_USD * usd
    worth = worth_of(model, asked.shipper)
    mean = weights.usd + worth.of_time * weights.hours
    presumed = worth.of_time * LACKING_HOURS * hours + LACKING_USD * usd
    return mean, worth.of_reliability**2 * weights.variance, usd + hours, presumed
