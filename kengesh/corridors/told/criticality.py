"""What each closing costs, as plain values: the worst first."""

from __future__ import annotations

from kengesh.corridors.model import Model
from kengesh.corridors.questions.criticality import Critical, Criticality, Loss
from kengesh.corridors.questions.route import shares
from kengesh.corridors.told.asked import UNITS, asked_told
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.lacking import lacking_told
from kengesh.corridors.told.places import row_told
from kengesh.corridors.told.values import Told, plain, shares_told
from kengesh.terms.messages import _


def criticality_told(model: Model, found: Criticality) -> Told:
    """Tell the closings; what is on no best route costs nobody anything, and is not listed."""
    return {
        "asked": [asked_told(model.network, one) for one in found.pairs],
        "truth": None,
        "unit": UNITS[found.pairs[0].by] if found.pairs else "h",
        "rests_on": shares_told(_rests_on(found)),
        "closings": [_critical(model, one) for one in found.closings],
        "without_route": [
            {"asked": asked_told(model.network, asked), "opening": _opening(model, apart.opening)}
            for asked, apart in found.apart
        ],
        "lacking": lacking_told(model.network, found.lacking),
        **head_told(model),
    }


def _rests_on(found: Criticality) -> dict[str, float]:
    """Return on what the hours, or the money, of the best routes as they are rest."""
    before = {loss.asked: loss.before.route for one in found.closings for loss in one.losses}
    return shares(
        (piece.basis, piece.value)
        for asked, route in before.items()
        for piece in route.pieces
        if asked.by == "generalised" or piece.is_money == (asked.by == "cost")
    )


def _critical(model: Model, one: Critical) -> Told:
    return {
        **row_told(model.network, one.closing.row),
        "kind": one.closing.kind,
        "pairs_cut_off": one.cut_off,
        "amount": plain(one.amount),
        "losses": [_loss(model, loss) for loss in one.losses],
    }


def _loss(model: Model, loss: Loss) -> Told:
    return {
        "from": loss.asked.origin,
        "to": loss.asked.destination,
        "before": plain(loss.before.value),
        "after": None if loss.after is None else plain(loss.after.value),
        "amount": plain(loss.amount),
        "standing": loss.standing,
        "standing_words": _(loss.standing),
        "opening": _opening(model, loss.opening) if loss.after is None else None,
        "lacking": lacking_told(model.network, loss.lacking),
        "says": str(loss),
    }


def _opening(model: Model, rows: tuple[tuple[str, str], ...] | None) -> list[Told] | None:
    return None if rows is None else [{**row_told(model.network, row), "why": why} for row, why in rows]
