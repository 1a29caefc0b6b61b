"""What a record has on one thing that a claim speaks of: whether what is said of it holds, and by which acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth


@dataclass(frozen=True, slots=True)
class Found:
    """Whether something holds of a thing.

    `acts` say so, or are all that the record has beside it; `against` are the other side where sources differ. `has` is what the
    record has of the thing, for a sentence: ``status``, ``since``, ``capacity``, ``on``, ``place``, ``by``, ``count``, ``verb``.
    `parts` are what was found for each thing that the verb is about, where there are several.
    """

    thing: str
    truth: Truth
    acts: tuple[LiveAct, ...] = ()
    against: tuple[LiveAct, ...] = ()
    disputed: bool = False
    has: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Found, ...] = ()


def found(
    thing: str,
    truth: Truth,
    acts: Iterable[LiveAct] = (),
    against: Iterable[LiveAct] = (),
    **has: str | None,
) -> Found:
    """Return what was found of a thing; it is disputed where an act behind it is one side of a dispute, or another side is there."""
    telling, other = tuple(dict.fromkeys(acts)), tuple(dict.fromkeys(against))
    disputed = bool(other) or any(is_disputed(act) for act in telling)
    return Found(
        thing, truth, telling, other, disputed, {name: value for name, value in has.items() if value}
    )
