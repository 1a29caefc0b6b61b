"""How much longer goods take when a link, a crossing or a transfer is closed, or a vessel is lost.

Only what lies on the best route of a pair can make it worse: while that route stays open it stays the best. So a pair is asked again
for every row of its best route, and for no other (the tests set this beside closing every row of a network).

One vessel fewer of n on a sea link makes its headway n / (n - 1) times as long, if the others go on as before; the last one lost closes
the link. Where vessels or headway are not known, nothing is computed for the vessel, and the answer names them.

A way round is sought as every route is. Where it lacks numbers that the best route did not, the loss
is a lower bound; where the best route lacked others than the way round, the difference of the two is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from kengesh.corridors.compiled.layers import layers_of
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import Link
from kengesh.corridors.questions.apart import Apart, Unreachable
from kengesh.corridors.questions.asking import Asked, barred
from kengesh.corridors.questions.changed import closing, scaling, slots_of
from kengesh.corridors.questions.pairs import pairs_of_demand
from kengesh.corridors.questions.rooms import scaled
from kengesh.corridors.questions.route import Best, Step, best_route
from kengesh.corridors.solve.shortest import shortest_path
from kengesh.terms.messages import N_, _

VESSEL = "vessel"
STANDINGS = (N_("exact"), N_("at least"), N_("not known"), N_("no way round"))


@dataclass(frozen=True, slots=True, order=True)
class Closing:
    """What is taken away: a row, or one vessel of it. `kind` is link, transfer, crossing or vessel."""

    row: str
    kind: str


@dataclass(frozen=True, slots=True)
class Loss:
    """What a pair loses: its best route before and after; None after where there is no way round.

    `opening`: the fewest other rows that would have to open for one, each with its status; None where none would make one.
    """

    asked: Asked
    before: Best
    after: Best | None
    opening: tuple[tuple[str, str], ...] | None = ()

    @property
    def amount(self) -> float | None:
        """By how much the measure asked for grows, of what is known; None where there is no way round.

        Never less than nothing where it is a lower bound: a closing makes nobody's way shorter.
        """
        if self.after is None:
            return None
        grown = self.after.value - self.before.value
        return max(grown, 0.0) if self.standing == "at least" else grown

    @property
    def lacking(self) -> tuple[Slot, ...]:
        """The numbers that would settle the loss."""
        if self.after is None:
            return ()
        before, after = (_lacking(one) for one in (self.before, self.after))
        return tuple(sorted(before ^ after))

    @property
    def standing(self) -> str:
        """One of STANDINGS: what the amount is worth."""
        if self.after is None:
            return "no way round"
        if _lacking(self.before) - _lacking(self.after):
            return "not known"
        return "at least" if self.lacking else "exact"

    def __str__(self) -> str:
        names = {"origin": self.asked.origin, "destination": self.asked.destination}
        if self.after is None:
            return self._no_way_round()
        unit = "h" if self.asked.by == "time" else "USD/TEU"
        says = {
            "exact": _("{origin}-{destination}: {amount:+.1f} {unit}."),
            "at least": _("{origin}-{destination}: at least {amount:+.1f} {unit}. It would take: {numbers}."),
            "not known": _(
                "{origin}-{destination}: not known; {amount:+.1f} {unit} of what is. It would take: {numbers}."
            ),
        }[self.standing]
        numbers = ", ".join(map(str, self.lacking))
        return says.format(**names, amount=self.amount, unit=unit, numbers=numbers)

    def _no_way_round(self) -> str:
        names = {"origin": self.asked.origin, "destination": self.asked.destination}
        if self.opening is None:
            return _("{origin}-{destination}: no way round; no other row leads there.").format(**names)
        rows = "; ".join(f"{row} ({status})" for row, status in self.opening)
        says = _("{origin}-{destination}: no way round. These would have to open: {rows}.")
        return says.format(**names, rows=rows)


@dataclass(frozen=True, slots=True)
class Critical:
    """A closing, and what it costs the pairs whose best route it is on; all others lose nothing."""

    closing: Closing
    losses: tuple[Loss, ...]

    @property
    def cut_off(self) -> int:
        """How many pairs have no way round."""
        return sum(one.after is None for one in self.losses)

    @property
    def amount(self) -> float:
        """The sum of what is known of the losses of those that have a way round."""
        return sum(one.amount or 0.0 for one in self.losses)


@dataclass(frozen=True, slots=True)
class Criticality:
    """The closings, the worst first: those that cut off most pairs, then those by which most is lost.

    `apart`: pairs between which there is no route as it is. `lacking`: numbers without which no loss of a vessel could be computed.
    """

    pairs: tuple[Asked, ...]
    closings: tuple[Critical, ...]
    apart: tuple[tuple[Asked, Apart], ...]
    lacking: tuple[Slot, ...]


def criticality(
    model: Model,
    pairs: Iterable[Asked] | None = None,
    by: str = "time",
    progress: Callable[[int, int], None] | None = None,
) -> Criticality:
    """Say what each closing costs the pairs, or those of the demand table. Raises NotKnown, LookupError.

    `progress` is called with the pairs done and all pairs.
    """
    asked = pairs_of_demand(model, by) if pairs is None else tuple(pairs)
    found: dict[Closing, list[Loss]] = {}
    apart: list[tuple[Asked, Apart]] = []
    lacking: list[Slot] = []
    for at, one in enumerate(asked):
        if progress is not None:
            progress(at, len(asked))
        try:
            before = best_route(model, one)
        except Unreachable as error:
            apart.append((one, error.apart))
            continue
        for step in before.route.steps:
            for closed in _closings(model, step, lacking):
                found.setdefault(closed, []).append(loss_of(model, before, closed))
    closings = (Critical(key, tuple(losses)) for key, losses in found.items())
    ranked = sorted(closings, key=lambda one: (-one.cut_off, -one.amount, one.closing))
    return Criticality(asked, tuple(ranked), tuple(apart), tuple(dict.fromkeys(lacking)))


def loss_of(model: Model, before: Best, closed: Closing) -> Loss:
    """Return what a pair loses by one closing. Raises NotKnown."""
    after = without(model, closed)
    try:
        return Loss(before.asked, before, best_route(after, before.asked))
    except Unreachable:
        return Loss(before.asked, before, None, _opening(after, before.asked, closed.row))


def without(model: Model, closed: Closing) -> Model:
    """Return the model without a row, or with one vessel fewer on it."""
    if closed.kind != VESSEL:
        return closing(model, [closed.row])
    vessels = model.numbers.of(closed.row, "vessels")
    count = 0.0 if vessels is None else scaled(vessels)
    if count <= 1:
        return closing(model, [closed.row])
    factor = count / (count - 1)
    slots = slots_of(model, closed.row, "headway")
    return scaling(model, dict.fromkeys(slots, factor), f"one vessel fewer on {closed.row}")


def _closings(model: Model, step: Step, lacking: list[Slot]) -> Iterator[Closing]:
    """Yield what of a step can be taken away; what is lacking to know its vessels is added to `lacking`."""
    yield Closing(step.id, step.kind)
    if not isinstance(step.row, Link) or step.row.mode != "sea":
        return
    missing = [Slot(step.id, one) for one in ("vessels", "headway") if model.numbers.of(step.id, one) is None]
    lacking += missing
    if not missing:
        yield Closing(step.id, VESSEL)


def _opening(model: Model, asked: Asked, closed: str) -> tuple[tuple[str, str], ...] | None:
    """Return the fewest rows that would have to open for a way round, the one that was closed not among them."""
    layers = layers_of(model.compiled, asked.origin, asked.destination, asked.via)
    usable = model.weights(asked.shipper).hours < CLOSED
    count = np.where(usable, 0.0, 1.0)
    count[[*barred(model, asked), *model.compiled.of_subject[closed]]] = np.inf
    found = shortest_path(layers.graph, layers.spread(count), layers.start, layers.end)
    if found is None:
        return None
    subjects = [model.compiled.arcs[at].subject for at in layers.arcs(found.arcs) if count[at] > 0]
    return tuple(
        (one, str(getattr(model.network.rows[one], "status", ""))) for one in dict.fromkeys(subjects)
    )


def _lacking(best: Best) -> set[Slot]:
    """Return the numbers without which the measure asked for is a lower bound."""
    route = best.route
    if best.asked.by == "generalised":
        return set(route.lacking)
    return set(route.lacking_hours if best.asked.by == "time" else route.lacking_usd)
