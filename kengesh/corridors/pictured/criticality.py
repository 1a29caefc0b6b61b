"""What the closing of rows costs pairs of places, as the values that the dot plot is drawn from.

A loss that is a lower bound is drawn as not known: a dot would say more than is known. A pair whose best route a closed row is not on
loses nothing.
"""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.criticality import Critical, Criticality, Loss
from kengesh.corridors.told.head import notes_on, rests_on_exercise
from kengesh.corridors.told.places import row_told
from kengesh.pictures.criticality_rows import Closed, Without
from kengesh.pictures.criticality_rows import Criticality as Drawn
from kengesh.pictures.quantity import Spread, Unit


def dots_of(model: Model, found: Criticality, title: str, most: int) -> Drawn:
    """Return the worst closings, no more than `most`, as the picture takes them."""
    by_time = all(one.by == "time" for one in found.pairs)
    return Drawn(
        title,
        Unit.HOURS if by_time else Unit.USD_PER_TEU,
        tuple(_name(model, one) for one in found.pairs),
        tuple(_closed(model, one, found.pairs) for one in found.closings[:most]),
        rests_on_exercise(model),
        tuple(notes_on(model)),
    )


def _closed(model: Model, one: Critical, pairs: tuple[Asked, ...]) -> Closed:
    of_pair = {loss.asked: _loss(loss) for loss in one.losses}
    name = f"{one.closing.row} ({row_told(model.network, one.closing.row)['name']})"
    return Closed(name, tuple(of_pair.get(pair, Spread(0.0)) for pair in pairs))


def _loss(loss: Loss) -> Spread | Without:
    if loss.after is None:
        return Without.NO_WAY_ROUND
    return Spread(loss.amount or 0.0) if loss.standing == "exact" else Without.NOT_KNOWN


def _name(model: Model, asked: Asked) -> str:
    return " – ".join(model.network.places[one].name for one in (asked.origin, asked.destination))
