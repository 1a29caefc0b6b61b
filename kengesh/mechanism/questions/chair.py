"""Who chairs a body."""

from __future__ import annotations

from collections.abc import Hashable

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, row
from kengesh.mechanism.disputes import Settled, key_of, settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.telling import end_told
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, When, any_of, begun, parse_when, sort_key


def chair(view: View, body: str) -> Answer:
    """Answer who chairs `body` on the view's day; ``history`` has every term that had begun by then, in order.

    A term lasts until its own end where a source gives one, else until the next one begins.
    """
    terms: dict[Hashable, list[LiveAct]] = {}
    for act in view.acts("chair", body):
        if act.act.kind == "assume-chair" and not act.is_rejected:
            terms.setdefault(key_of(act), []).append(act)
    starts = [(settle(acts, "on"), acts) for acts in terms.values()]
    starts.sort(key=lambda term: min(sort_key(when) for when in _dates(term[0], "on")))
    history = [
        _term(view, start, acts, starts[place + 1 :])
        for place, (start, acts) in enumerate(starts)
        if any(may_be_told(view, act) for act in acts)
    ]
    now = [one for one in history if one["truth"] != "no"]
    truth = any_of([Truth(one["truth"]) for one in now]) if now else Truth.NOT_KNOWN
    rules = [act for act in view.acts("charter", body) if act.act.kind == "set-chair-rule"]
    rule = [
        row(act.id, [act], rule=act.get("rule"), order=act.get("order"), what=act.get("what"))
        for act in rules
    ]
    return answer(now, truth=truth.value, history=history, rule=rule)


def _term(view: View, start: Settled, acts: list[LiveAct], later: list[tuple[Settled, list[LiveAct]]]) -> Row:
    until = settle(acts, "until")
    next_ = [when for one, _acts in later[:1] for when in _dates(one, "on")]
    ends = _dates(until, "until") if until.acts else next_
    begun_by_now = {begun(when, view.on) for when in _dates(start, "on")}
    over = {begun(when, view.on) for when in ends} or {Truth.NO}
    answers = {one.and_(other.not_()) for one in begun_by_now for other in over}
    truth = answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN
    first = acts[0]
    return row(
        f"{first.get('party')}/{first.get('term')}",
        acts,
        disputed=start.disputed or until.disputed,
        party=first.get("party"),
        body=first.get("body"),
        term=first.get("term"),
        person=next((act.get("person") for act in acts if act.get("person")), None),
        meeting=next((act.get("meeting") for act in acts if act.get("meeting")), None),
        since=start.value,
        until=end_told(view, ends[0].text, acts) if len(ends) == 1 else None,
        sides=sorted({act.get("on") for act in acts if may_be_told(view, act)}) if start.open else [],
        truth=truth.value,
    )


def _dates(settled: Settled, name: str) -> list[When]:
    values = {settled.value} if settled.value is not None else {act.get(name) for act in settled.acts}
    return sorted(map(parse_when, values), key=sort_key)
