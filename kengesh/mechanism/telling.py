"""From which day on an act may be told: a page asked of a day must not speak of what came later.

====================================  ================================================================================
an act with a day                     from that day, or the first that it may be (``[..B]``, ``../B``: when B has come)
a meeting announced or put off        from the day of the announcement, not from that of the meeting
a judgement of the sources' authors   as what has no day: from the publication of its sources
what else was done at a meeting       from the meeting's day
what is told of an instrument, and    from the day on which it was adopted, signed, approved or opened for signature;
where its text is                     where none is told, from the first day in its life
what follows (``derive``)             when the last of the acts that it follows from may be told
a dispute, a choice (``prefer``)      when two sides may be told, one of them by its own day if any has one; when all may
what was looked for (``seek``)        when all that it is about was there, whenever it was looked for; what is about
                                      parties, bodies and persons alone is of no day: from the day that the sources reach
names and rules of the record itself  always
anything else                         from the day on which the first of its sources was surely published
====================================  ================================================================================

Where no day of publication is recorded, it is the last day that the sources of the record reach, which is also the latest for any
publication; in a record that does not say how far they reach, the day on which the act was entered. The day from which
an act may be told does not depend on the day asked of, so it is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_acts, type_of
from kengesh.mechanism.view import View
from kengesh.terms.bounds import Edge
from kengesh.terms.dates import Truth, When, begun, parse_when

# The field that says when something was said or came to be; None where the day that an act gives is another one.
DAY_OF_KIND = {
    "convene": "announced",
    "postpone": "announced",
    "state-rule": "since",
    "locate-text": None,  # its day is that of the search
    "confirm": None,  # still so on that day, as its sources say
}
OF_THE_RECORD = {"name", "record", "charter", "log", "join"}
BROUGHT_BY_ACTS = ("proposal", "commitment", "statement")
WITH_A_DAY = (*BROUGHT_BY_ACTS, "instrument", "meeting", "dispute")
BRINGING_ABOUT = ("adopt", "sign", "approve", "open-for-signature")  # an instrument
COMING = (*WITH_A_DAY, "body", "source")
"""The types of things that were not always there."""


def told_by(view: View, act: LiveAct) -> bool:
    """Say whether an act may be told on the view's day."""
    return told_from(view, act) <= view.on


def told_from(view: View, act: LiveAct) -> date:
    """Return the first day on which an act may be told; ``date.max`` where there is none."""
    day = day_said(act)
    if day is not None:
        return _first_possible(parse_when(day))
    return view.once(("told from", act.id), lambda: _undated(view, act))


def day_said(act: LiveAct) -> str | None:
    """Return the day that an act itself gives for what it tells, None where it gives none."""
    name = DAY_OF_KIND.get(act.act.kind, "on")
    day: str | None = None if name is None else act.get(name)
    return day


def thing_told_from(view: View, thing: str, *, announced: bool = False) -> date:
    """Return the first day on which a thing that acts bring into the world was there; any other thing always was.

    A meeting is there from its day, an instrument from the day on which it was made; if `announced`, or where that is not told, a
    meeting from the day on which it was announced, an instrument from the first that is told of it, such as a draft.
    """
    return view.once(("thing told from", thing, announced), lambda: _thing(view, thing, announced))


def told_together(view: View, sides: Sequence[LiveAct]) -> date:
    """Return the first day on which sides may be told as a dispute."""
    days = sorted(told_from(view, side) for side in sides)
    dated = [told_from(view, side) for side in sides if day_said(side) is not None]
    return max(days[1], min(dated, default=days[1])) if len(days) > 1 else date.max


def published_from(view: View, act: LiveAct) -> date:
    """Return the day on which the first source of an act was surely published, as far as sources reach at all."""
    sources = [view.source(one["source"]) for one in act.citations]
    if act.act.kind == "register-source":
        sources = [view.source(act.get("source"))]
    published = [one.published for one in sources if one is not None and one.published is not None]
    days = [when.latest for when in published if when.latest is not None]
    if act.is_performed:
        days.append(date.fromisoformat(act.act.at[:10]))
    last = _reach(view) or date.fromisoformat(act.act.at[:10])
    return min([*days, last])


def not_later(view: View, day: str | None) -> str | None:
    """Return a day as an act gives it, None where it surely comes after the view's day."""
    return None if day is None or begun(parse_when(day), view.on) is Truth.NO else day


def end_told(view: View, until: str | None, acts: Iterable[LiveAct]) -> str | None:
    """Return the end of a term as acts give it; one that is still to come only where a source had said so by the view's day."""
    saying = (act for act in acts if act.get("until") == until)
    if until is not None and any(published_from(view, act) <= view.on for act in saying):
        return until
    return not_later(view, until)


def _first_possible(when: When) -> date:
    if when.change.edge is Edge.ALWAYS:
        return when.end.latest or date.min
    return when.earliest or when.latest or date.max


def _undated(view: View, act: LiveAct) -> date:
    kind = act.act.kind
    if kind == "contradict":
        sides = [one for one in _live(view, act.get("acts")) if act.id not in _reached(view, one)]
        return told_together(view, sides)
    if _resting(view, act):
        reached = _reached(view, act, through_contradictions=False)
        grounds = [one for one in reached.values() if not _rests(view, one)]
        return max((told_from(view, one) for one in grounds), default=published_from(view, act))
    if kind == "seek":
        return _sought(view, act)
    if act.kind.group in OF_THE_RECORD and kind != "state-rule":
        return date.min
    day = _day_of_what_it_is_of(view, act)
    return published_from(view, act) if day is None else day


def _resting(view: View, act: LiveAct) -> list[LiveAct]:
    """Return the acts on which a derivation or a preference rests, as they stand."""
    if act.act.kind == "derive":
        return list(_premises(act))
    return list(_live(view, [*act.get("acts"), *act.get("over")])) if act.act.kind == "prefer" else []


def _rests(view: View, act: LiveAct) -> bool:
    """Whether an act has no day of its own, but that of what it rests on."""
    return day_said(act) is None and bool(_resting(view, act))


def _reached(view: View, act: LiveAct, through_contradictions: bool = True) -> dict[str, LiveAct]:
    """Return an act and all on which it rests, by id; corrections can lead in a circle, and each is taken once."""
    reached: dict[str, LiveAct] = {}
    ahead = [act]
    while ahead:
        one = ahead.pop()
        if one.id not in reached:
            reached[one.id] = one
            differs = through_contradictions and one.act.kind == "contradict"
            ahead += _live(view, one.get("acts")) if differs else _resting(view, one)
    return reached


def _day_of_what_it_is_of(view: View, act: LiveAct) -> date | None:
    if act.kind.group == "instrument":
        return _first_of_instrument(view, view.shown(act.get("instrument")))
    by_the_source = act.kind.group == "statement" and not act.get("by") and not act.get("person")
    planned = act.act.kind in ("convene", "postpone", "cancel")
    if act.get("meeting") is None or by_the_source or planned:
        return None
    return _day_held(view, view.shown(act.get("meeting")))


def _sought(view: View, seek: LiveAct) -> date:
    about = [view.shown(one) for one in seek.get("about")]
    days = [thing_told_from(view, one) for one in about if _sort(view, one) in WITH_A_DAY]
    if days:
        return max(days)
    until = seek.get("until")
    return published_from(view, seek) if until is None else _first_possible(parse_when(until))


def _premises(act: LiveAct) -> list[LiveAct]:
    """Return the acts from which something follows in the end; an act that corrects a premise may lead back to what follows."""
    found = {act.id: act}
    for one in (waiting := [act]):
        further = [each for each in one.follows_from if each.id not in found]
        found |= {each.id: each for each in further}
        waiting += further
    return [one for one in found.values() if one.act.kind != "derive"]


def _live(view: View, ids: Iterable[str]) -> list[LiveAct]:
    return [act for act in map(view.find, ids) if act is not None]


def _thing(view: View, thing: str, announced: bool) -> date:
    ids, sort = view.joined(thing), _sort(view, thing)
    days: list[date] = []
    if sort == "instrument":
        return _instrument(view, thing, announced)
    if sort == "meeting":
        held = _day_held(view, thing)
        if held is not None and not announced:
            return held
        days = [told_from(view, act) for act in view.acts("meeting", thing) if act.get("meeting") in ids]
    elif sort in BROUGHT_BY_ACTS:
        days = [told_from(view, act) for act in view.acts(sort, thing) if act.get(sort) in ids]
    elif sort == "dispute":
        days = [told_from(view, act) for act in view.acts("judgement", thing) if act.act.kind == "contradict"]
    elif sort == "body":
        made = [act for act in view.acts("body", thing) if act.act.kind == "establish"]
        days = [told_from(view, act) for act in made if act.get("body") in ids]
    elif sort == "source":
        days = [told_from(view, act) for act in view.acts("source", thing) if act.get("source") in ids]
    return min(days, default=date.min)


def _sort(view: View, thing: str) -> str | None:
    """Return of what type a thing is; an instrument that no act names is one by what is told of it."""
    told = type_of(view, thing)
    if told is None and any(act.get("instrument") == thing for act in view.acts("instrument", thing)):
        return "instrument"
    return told


def _day_held(view: View, meeting: str) -> date | None:
    """Return the first day on which a meeting may have been held, None where no act says that it was."""
    return view.once(("held from", meeting), lambda: _first_held(view, meeting))


def _first_held(view: View, meeting: str) -> date | None:
    ids = view.joined(meeting)
    held = [act for act in view.acts("meeting", meeting) if act.act.kind == "hold"]
    days = [told_from(view, act) for act in held if act.get("meeting") in ids and not act.is_rejected]
    return min(days, default=None)


def _first_of_instrument(view: View, instrument: str, announced: bool = False) -> date | None:
    """Return the day on which an instrument came about, or first was a draft; None where no act about it has a day."""
    return view.once(("first of", instrument, announced), lambda: _first_dated(view, instrument, announced))


def _first_dated(view: View, instrument: str, announced: bool) -> date | None:
    acts = [act for act in _of_instrument(view, instrument) if day_said(act) is not None]
    made = [] if announced else [act for act in acts if act.act.kind in BRINGING_ABOUT]
    return min((told_from(view, act) for act in made or acts), default=None)


def _of_instrument(view: View, instrument: str) -> list[LiveAct]:
    ids = view.joined(instrument)
    acts = [act for act in view.acts("instrument", instrument) if act.get("instrument") in ids]
    return [act for act in acts if not act.is_rejected]


def _instrument(view: View, thing: str, announced: bool) -> date:
    """Return the first day of an instrument; of one with no dated act, that of the first source that speaks of it."""
    first = _first_of_instrument(view, thing, announced)
    if first is not None:
        return first
    ids = set(view.joined(thing))
    said = [act for act in view.acts("statement", thing) if ids & set(act.get("about") or ())]
    days = [told_from(view, act) for act in [*_of_instrument(view, thing), *said]]
    days += [published_from(view, act) for act in name_acts(view, thing) if act.citations]
    return min(days, default=_reach(view) or date.min)


def _reach(view: View) -> date | None:
    return view.once(("reach",), lambda: _look_for_reach(view))


def _look_for_reach(view: View) -> date | None:
    described = view.describing()
    text = described.get("reaches") if described else None
    return parse_when(text).latest if text else None
