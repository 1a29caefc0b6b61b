"""The one shape of every answer, here, on the command line and on the web: plain values that are JSON as they stand.

``question``, ``arguments``   what was asked
``on``, ``known_at``, ``reported_by``   the three clocks: a day, a size of the log, a day or null
``truth``       ``yes``, ``no``, ``not-known``, or null for a question that is answered by a table
``answer``      rows, each with a stable ``id``, its fields, and ``certainty``, ``basis``, ``disputed``, ``acts``, ``sources``
``record``      origin, size and root of the log, and the last day that its sources reach
``notes``       sentences that qualify the answer
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kengesh.mechanism.certainty import certainty_of
from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import told_by
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, begun, parse_when, sort_key

Row = dict[str, Any]
Answer = dict[str, Any]
BASES = ("plain", "derived", "weak")


def row(id_: str, acts: Iterable[LiveAct], *, disputed: bool | None = None, **fields: Any) -> Row:
    """Return a row: its fields, and what it rests on. `disputed` is worked out from the acts unless it is given."""
    telling = _unique(acts)
    return {
        "id": id_,
        **fields,
        "certainty": certainty_of(telling),
        "basis": basis_of(telling),
        "disputed": any(is_disputed(act) for act in telling) if disputed is None else disputed,
        "acts": [act.id for act in telling],
        "sources": list(dict.fromkeys(cite["source"] for act in telling for cite in act.citations)),
    }


def basis_of(acts: Iterable[LiveAct]) -> str:
    """Return how acts rest on their sources together: as the best of them does."""
    return min((act.basis for act in acts), key=BASES.index, default="plain")


def answer(rows: Sequence[Row], *, truth: str | None = None, **more: Any) -> Answer:
    """Return the part of an answer that a question gives; the rest is filled in by who asks (``record.Mechanism``)."""
    return {"truth": truth, "answer": list(rows), **more}


def has_begun(view: View, act: LiveAct) -> Truth:
    """Say whether what an act tells of had begun on the view's day; what has no day counts as begun."""
    on = act.get("on")
    return Truth.YES if on is None else begun(parse_when(on), view.on)


def may_be_told(view: View, act: LiveAct) -> bool:
    """Say whether an act is told of on the view's day, by the rule of :mod:`kengesh.mechanism.telling`."""
    return told_by(view, act)


def order_of(day: str | None) -> tuple[date, date, date, str]:
    """Return a key that puts dates as acts write them in order; what has no date comes last."""
    return (date.max, date.max, date.max, "") if day is None else sort_key(parse_when(day))


def _unique(acts: Iterable[LiveAct]) -> list[LiveAct]:
    return list({act.id: act for act in acts}.values())
