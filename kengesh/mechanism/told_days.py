"""What a row of standings or of terms leaves out: every day that sources give where they differ, and the last word against a status.

A row says since when a status is held where sources agree or a preference decides, and nothing otherwise. A reader is told more
by all the days that are given. A day that had not come by the view's day is not told, and then none of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import participation
from kengesh.mechanism.questions.chair import chair
from kengesh.mechanism.spells import Spell
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, begun, parse_when, sort_key

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LastDenial:
    """The last act that speaks against any status of a party in a body, and the last day for which it does.

    `is_list` where it is a list declared complete that does not name the party: nobody denied anything of it in so many words.
    """

    day: str
    act: LiveAct
    is_list: bool


def began_on(view: View, row: Row) -> list[str]:
    """Return the days on which a status began, as sources give them: one where they agree, none where no day is known."""
    if row["since"] is not None:
        return [row["since"]]
    spell = _spell(view, row)
    return [] if spell is None else _come(view, (when.text for when in spell.start.sides))


def ended_on(view: View, row: Row) -> list[str]:
    """Return the days on which a status ended, as sources give them; none where nothing had ended it."""
    if row["until"] is not None:
        return [row["until"]]
    spell = _spell(view, row)
    if spell is None or not spell.ends:
        return []
    return _come(view, (when.text for when in spell.ends[0].sides))


def term_began_on(view: View, term: Row) -> list[str]:
    """Return the days on which a term in the chair began, as sources give them."""
    return [term["since"]] if term["since"] is not None else _come(view, term["sides"])


def term_ended_on(view: View, term: Row) -> list[str]:
    """Return the days on which a term in the chair ended, as sources give them: its own, else those of the next one's beginning."""
    if term["until"] is not None:
        return [term["until"]]
    own = {act.get("until") for act in map(view.find, term["acts"]) if act is not None and act.get("until")}
    if len(own) > 1:
        return _come(view, own)
    history = chair(view, term["body"])["history"]
    places = [(one["party"], one["term"]) for one in history]
    next_ = history[places.index((term["party"], term["term"])) + 1 :]
    return term_began_on(view, next_[0]) if next_ else []


def last_denial(view: View, party: str, body: str) -> LastDenial | None:
    """Return the last word against any status of a party in a body up to the view's day; None where there is none.

    Of what is denied through a period the last day of it counts, as far as it had come.
    """
    found = participation(view, party, body)
    past = [act for act in [*found.denials, *found.closing] if _has_come(view, act.get("on"))]
    if not past:
        return None
    last = max(past, key=lambda act: sort_key(parse_when(_last_day(view, act.get("on")))))
    return LastDenial(_last_day(view, last.get("on")), last, last in found.closing)


def _spell(view: View, row: Row) -> Spell | None:
    """Return the spell that a row of standings tells of: the one of its status whose beginning is among its acts."""
    if row["status"] is None:
        return None
    told = set(row["acts"])
    spells = participation(view, row["party"], row["body"]).spells
    own = (one for one in spells if one.status == row["status"])
    return next((one for one in own if told.issuperset(act.id for act in one.start.acts)), None)


def _come(view: View, days: Iterable[str]) -> list[str]:
    """Return days in order; none of them where one had surely not come."""
    told = sorted(dict.fromkeys(days), key=lambda day: sort_key(parse_when(day)))
    return told if all(_has_come(view, day, perhaps=True) for day in told) else []


def _has_come(view: View, day: str, *, perhaps: bool = False) -> bool:
    truth = begun(parse_when(day), view.on)
    return truth is Truth.YES or (perhaps and truth is Truth.NOT_KNOWN)


def _last_day(view: View, on: str) -> str:
    """Return the last day of a period, but none after the view's day; any other date as it is."""
    end = parse_when(on).last
    if "/" not in on or end is None:
        return on
    stop = None if end.earliest is None else end.earliest - timedelta(days=1)
    return min(filter(None, (stop, view.on))).isoformat()
