"""Agreed units are locked (rolling-text rule 7): an amendment to one is a request to reopen it, in the annex."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.compiling.regions import Order
from kengesh.texts.labels import labels_of
from kengesh.texts.rolling import Act, Amendment, Request
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens
from kengesh.texts.units import UnitKind

AMENDING = (Act.REPLACE, Act.DELETE, Act.ALTERNATIVE, Act.MOVE, Act.BRACKET)


def parted_from_locked(
    base: LaidOut, amendments: Sequence[Amendment], order: Order, profile: str
) -> tuple[list[Amendment], tuple[Request, ...]]:
    """Return the amendments that the text shows, and the requests that the others come to.

    What is asked of an alternative to an agreed unit, or as a footnote of it, goes with it.
    """
    locked = {unit.id: unit.id for unit in base.text.units if unit.status.locks}
    if not locked:
        return list(amendments), ()
    locked |= {
        proposal_id(one): one.unit for one in amendments if one.act is Act.ALTERNATIVE and one.unit in locked
    }
    asked = [one for one in amendments if one.unit in locked and _amends(one)]
    refused = {one.id for one in asked}
    shown = [one for one in amendments if one.id not in refused]
    return shown, _requests(base, asked, locked, order, profile)


def _amends(one: Amendment) -> bool:
    return one.act in AMENDING or (one.act is Act.NEW and one.kind is UnitKind.FOOTNOTE)


def _requests(
    base: LaidOut, asked: Sequence[Amendment], locked: dict[str, str], order: Order, profile: str
) -> tuple[Request, ...]:
    labels = labels_of(base.text, profile)
    words = {unit: base.text.unit(unit).text for unit in locked.values()}
    words |= {proposal_id(one): one.text for one in asked if one.act is Act.ALTERNATIVE}
    alike: dict[tuple[object, ...], list[Amendment]] = {}
    for one in sorted(
        asked, key=lambda one: (base.text.places[locked[one.unit]], one.start, one.end, order.earliest([one]))
    ):
        alike.setdefault((one.unit, one.act, one.start, one.end, one.text, one.after), []).append(one)
    return tuple(
        Request(
            unit=locked[first.unit],
            label=labels[locked[first.unit]].name,
            holders=order.holders([one.delegation for one in group]),
            act=first.act,
            base=_amended(words[first.unit], first),
            text=first.text,
            after=labels[first.after].name if first.after in labels else "",
            amendments=tuple(sorted(one.id for one in group)),
        )
        for group in alike.values()
        for first in group[:1]
    )


def _amended(words: str, one: Amendment) -> str:
    if one.act is Act.NEW:
        return ""
    if one.act in (Act.REPLACE, Act.BRACKET):
        return "".join([*tokens(words), PARAGRAPH_MARK][one.start : one.end])
    return words
