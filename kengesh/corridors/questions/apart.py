"""Why no route leads from one place to another: which rows that are closed, or not there, keep them apart."""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.corridors.compiled.layers import layers_of
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked, barred
from kengesh.corridors.solve.flows import cut_between
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Apart:
    """`cut`: the rows on the way that may not be travelled, each with why (its status, or that it is avoided).

    `opening`: the fewest rows that would have to open for a route; None where none would make one, since no row leads there.
    """

    cut: tuple[tuple[str, str], ...]
    opening: tuple[tuple[str, str], ...] | None


class Unreachable(LookupError):
    """There is no route; it carries what keeps the places apart."""

    def __init__(self, asked: Asked, apart: Apart) -> None:
        self.asked, self.apart = asked, apart
        says = _("No route leads from {origin} to {destination}.").format(
            origin=asked.origin, destination=asked.destination
        )
        if apart.opening is None:
            why = _(
                "No row of the network leads there on modes and gauges that meet; opening rows that are closed would not help."
            )
        else:
            why = _("These would have to open: {rows}.").format(
                rows="; ".join(f"{row} ({status})" for row, status in apart.opening)
            )
        super().__init__(f"{says} {why}")


def kept_apart(model: Model, asked: Asked) -> Apart:
    """Say what keeps two places apart between which no route leads."""
    layers = layers_of(model.compiled, asked.origin, asked.destination, asked.via)
    hours = model.weights(asked.shipper).hours.copy()
    avoided = set(barred(model, asked))
    hours[list(avoided)] = CLOSED
    found = cut_between(layers.graph, layers.start, layers.end, layers.spread(hours) < CLOSED)
    if found is None:
        return Apart((), ())
    opening = None if found.opening is None else _rows(model, avoided, layers.arcs(found.opening))
    return Apart(_rows(model, avoided, layers.arcs(found.cut)), opening)


def _rows(model: Model, avoided: set[int], arcs: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
    """Return the rows of arcs, each once, with why it may not be travelled."""
    told: dict[str, str] = {}
    for at in arcs:
        subject = model.compiled.arcs[at].subject
        row = model.network.rows.get(subject)
        if row is not None:
            told[subject] = (
                _("avoided") if at in avoided and subject in model.open_rows else getattr(row, "status", "")
            )
    return tuple(told.items())
