"""What an act of the log says: the line of words that other pages have of it, what it names, what it points at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.disputes import statement_of
from kengesh.mechanism.view import View

MOST_POINTED = 20  # of the acts that an act points at


@dataclass(frozen=True, slots=True)
class Told:
    """What an act says: the row of its line, the things that it names, and the ids of acts that it points at."""

    line: Mapping[str, Any]
    things: tuple[str, ...]
    pointed: tuple[str, ...]


def told(view: View, act_id: str) -> Told | None:
    """Return what an act says, whether it counts or not; None where its kind is not understood, or it is not in the log by then."""
    number = view.store.number(act_id)
    kind = None if number is None or number >= view.limit else view.state.kind_of(number)
    if number is None or kind is None or not kind.fits(view.store.act(number).fields):
        return None
    act = LiveAct(view.store.act(number), kind, view)
    things = tuple(dict.fromkeys(one for one in kind.things(act.fields) if view.is_known(one)))
    pointed = tuple(dict.fromkeys(one for _field, one in kind.pointed_acts(act.fields)))
    return Told({"kind": act.act.kind, "says": statement_of(act)}, things, pointed[:MOST_POINTED])
