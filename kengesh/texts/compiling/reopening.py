"""Agreed units are locked (compiling rule 7): an amendment to one is a request to reopen it, in the annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    locked = {unit.id for unit in base.text.units if unit.status.locks}
    if not locked:
        return list(amendments), ()
    following = _following(base)
    inside = {proposal_id(one): one.unit for one in amendments if _proposes(one) and one.unit in locked}
    asked: dict[str, list[Amendment]] = {}
    shown: list[Amendment] = []
    for one in amendments:
        unit = inside.get(one.unit, one.unit)
        if _amends(one) and one.act is Act.REPLACE and _joins_next(one, base):
            unit = unit if unit in locked else following.get(unit, "")
        if _amends(one) and unit in locked:
            asked.setdefault(unit, []).append(one)
        else:
            shown.append(one)
    requests = [
        request
        for unit in sorted(asked, key=base.text.places.__getitem__)
        for request in _requests(base, unit, asked[unit], order, profile)
    ]
    return shown, tuple(requests)


def _amends(one: Amendment) -> bool:
    return one.act in AMENDING or _proposes(one)


def _proposes(one: Amendment) -> bool:
    """Whether an amendment of a unit proposes a unit of its own: another text, or a footnote."""
    return one.act is Act.ALTERNATIVE or (one.act is Act.NEW and one.kind is UnitKind.FOOTNOTE)


def _joins_next(one: Amendment, base: LaidOut) -> bool:
    """Whether an amendment takes a paragraph's mark away, so that the next paragraph is part of it."""
    return one.unit in base.text.places and one.end > len(base.tokens(base.text.unit(one.unit)))


def _following(base: LaidOut) -> dict[str, str]:
    """Return, for each paragraph, the next one."""
    bodies = [unit.id for unit in base.text.units if unit.kind is not UnitKind.FOOTNOTE]
    return dict(pairwise(bodies))


def _requests(
    base: LaidOut, unit: str, asked: Sequence[Amendment], order: Order, profile: str
) -> Iterator[Request]:
    labels = labels_of(base.text, profile)
    alternatives = {proposal_id(one): one.text for one in asked if _proposes(one)}
    alike: dict[tuple[object, ...], list[Amendment]] = {}
    for one in sorted(asked, key=lambda one: (one.start, one.end, order.earliest([one]))):
        alike.setdefault((one.unit, one.act, one.start, one.end, one.text, one.after), []).append(one)
    for group in alike.values():
        first = group[0]
        words = alternatives[first.unit] if first.unit in alternatives else base.text.unit(first.unit).text
        yield Request(
            unit=unit,
            label=labels[unit].name,
            holders=order.holders([one.delegation for one in group]),
            act=first.act,
            base=_amended(words, first),
            text=first.text,
            after=labels[first.after].name if first.after in labels else "",
            amendments=tuple(sorted(one.id for one in group)),
        )


def _amended(words: str, one: Amendment) -> str:
    if one.act is Act.NEW:
        return ""
    if one.act in (Act.REPLACE, Act.BRACKET):
        return "".join([*tokens(words), PARAGRAPH_MARK][one.start : one.end])
    return words
