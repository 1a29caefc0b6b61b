"""Instruments: how and by whom each was adopted or signed, where its text is, whether it is in force."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, may_be_told, order_of, row
from kengesh.mechanism.disputes import key_of, settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.sought import follows, sought
from kengesh.mechanism.telling import published_from, thing_told_from
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, When, begun, held, parse_when, sort_key

VERBS = ("adopt", "sign", "approve")
TEXT_FIRST = ("published", "held", "not-public", "not-found")


def instruments(view: View, meeting: str | None = None) -> Answer:
    """Answer which instruments the record has, with their verbs; `meeting` leaves those that came out of one meeting.

    With `meeting`, a row rests on what was done there alone, and ``how`` has nothing else.
    """
    named = [act.get("thing") for act in view.of_kind("name") if act.get("type") == "instrument"]
    acted = [act.get("instrument") for kind in (*VERBS, "describe-instrument") for act in view.of_kind(kind)]
    things = list(dict.fromkeys(view.shown(thing) for thing in [*named, *acted]))
    rows = [instrument_row(view, thing, meeting) for thing in things if _is_spoken_of(view, thing)]
    return answer(sorted((one for one in rows if meeting is None or one["how"]), key=_first_day))


def instrument(view: View, instrument: str) -> Answer:
    """Answer what is known of one instrument: its verbs, its life in order, and its table of signatures by party."""
    every = _of(view, instrument)
    life = [act for act in every if not act.is_rejected]
    if not life and not view.is_known(instrument):
        return answer(
            [], truth="not-known", signatures=[], life=[], texts=[], statements=[], follows=[], sought=[]
        )
    dated = [
        act for act in every if act.get("on") and act.act.kind != "locate-text" and may_be_told(view, act)
    ]
    dated.sort(key=lambda act: sort_key(parse_when(act.get("on"))))
    texts = [act for act in life if act.act.kind == "locate-text" and may_be_told(view, act)]
    return answer(
        [instrument_row(view, view.shown(instrument))],
        signatures=[_signature_row(view, life, party) for party in _parties(view, life)],
        life=[_life_row(act) for act in dated],
        texts=[_text_row(act) for act in texts],
        statements=[_statement_row(act) for act in _statements(view, instrument)],
        follows=follows(view, instrument),
        sought=sought(view, instrument),
    )


def instrument_row(view: View, thing: str, meeting: str | None = None) -> Row:
    """Return the row of one instrument on the view's day; with `meeting`, of what was done at that meeting."""
    acts = [act for act in _of(view, thing) if not act.is_rejected]
    names = [act for act in view.acts("name", thing) if act.get("thing") == thing]
    done = [act for act in acts if act.act.kind in VERBS and may_be_told(view, act)]
    if meeting is not None:
        done = [act for act in done if act.get("meeting") in view.joined(meeting)]
    how = [_how(group) for group in _matters(done)]
    there = acts if _is_there(view, thing) else []
    describing = [act for act in there if act.act.kind == "describe-instrument"]
    return row(
        thing,
        done or describing or [act for act in acts if may_be_told(view, act)] or names,
        form=next((act.get("form") for act in names if act.get("form")), None),
        how=sorted(how, key=lambda one: order_of(one["on"])),
        in_force=_in_force(view, acts).value,
        text=_text(there),
        depositary=settle([act for act in there if act.act.kind == "designate-depositary"], "party").value,
        between=next((act.get("between") for act in describing if act.get("between")), None),
        period=settle(describing, "period").value,
        articles=settle(describing, "articles").value,
        follows=next((act.get("follows") for act in describing if act.get("follows")), None),
        # words, unlike a number of articles, may tell of later days: they are no older than their source
        what=[
            act.get("what") for act in describing if act.get("what") and published_from(view, act) <= view.on
        ],
    )


def happened(
    view: View, acts: Sequence[LiveAct], event: str, party: str | None = None
) -> tuple[Truth, list[LiveAct]]:
    """Say whether a once-only event has happened by the view's day, for a party or for the whole, and which acts say so.

    A dated event denies every earlier day; a denial on a day denies every day up to it; otherwise it is not known, and so
    it is where both speak of one day and no preference decides.
    """
    telling = [act for act in acts if act.act.kind == event and _concerns(act, party)]
    dates = [when for group in _matters(telling) for when in _dates(group)]
    answers = {begun(when, view.on) for when in dates}
    denials = [act for act in acts if act.act.kind == "deny-event" and act.get("event") == event]
    denials = [act for act in denials if _concerns(act, party) and _denies(parse_when(act.get("on")), view)]
    if denials:
        return (Truth.NO, denials) if Truth.YES not in answers else (Truth.NOT_KNOWN, [*telling, *denials])
    return (answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN), telling


def _of(view: View, thing: str) -> list[LiveAct]:
    ids = view.joined(thing)
    return [act for act in view.acts("instrument", thing) if act.get("instrument") in ids]


def _is_there(view: View, thing: str) -> bool:
    """Whether an instrument was there on the view's day, as far as acts tell: by its verbs, else by the first that is told of it."""
    return thing_told_from(view, thing) <= view.on


def _is_spoken_of(view: View, thing: str) -> bool:
    """Whether an instrument was there on the view's day, or a draft of it or something else in its life was."""
    acts = [act for act in _of(view, thing) if not act.is_rejected]
    return _is_there(view, thing) or any(act.get("on") and may_be_told(view, act) for act in acts)


def _statements(view: View, thing: str) -> list[LiveAct]:
    ids = set(view.joined(thing))
    acts = [act for act in view.acts("statement", thing) if ids & set(act.get("about") or ())]
    return [act for act in acts if may_be_told(view, act)]


def _statement_row(act: LiveAct) -> Row:
    fields = ("on", "by", "form", "what")
    told = {name: act.get(name) for name in fields}
    return row(act.get("statement"), [act], **told, rejected=act.is_rejected)


def _denies(denied: When, view: View) -> bool:
    """Whether a denial speaks of the view's day: it does of every day before its own, and of its own as far as that is sure."""
    return held(denied, view.on) is Truth.YES or (denied.earliest is not None and view.on < denied.earliest)


def _concerns(act: LiveAct, party: str | None) -> bool:
    parties = act.get("parties")
    if party is None:
        return parties is None
    return parties is None or party in parties


def _in_force(view: View, acts: Sequence[LiveAct]) -> Truth:
    truth, _acts = happened(view, acts, "enter-into-force")
    return truth


def _text(acts: Iterable[LiveAct]) -> str:
    where = {act.get("where") for act in acts if act.act.kind == "locate-text"}
    return next((one for one in TEXT_FIRST if one in where), "not-known")


def _matters(acts: Iterable[LiveAct]) -> list[list[LiveAct]]:
    """Return acts in groups that speak of the same matter."""
    groups: dict[Hashable, list[LiveAct]] = {}
    for act in acts:
        groups.setdefault((act.act.kind, key_of(act), act.get("within")), []).append(act)
    return list(groups.values())


def _dates(acts: Sequence[LiveAct]) -> list[When]:
    settled = settle(acts, "on")
    if settled.value is not None:
        return [parse_when(settled.value)]
    return [parse_when(act.get("on")) for act in settled.acts]


def _how(acts: Sequence[LiveAct]) -> Row:
    settled = settle(acts, "on")
    first = acts[0]

    def told(name: str) -> Any:
        return next((act.get(name) for act in acts if act.get(name) is not None), None)

    return row(
        first.id,
        acts,
        disputed=settled.disputed or None,
        verb=first.act.kind,
        on=settled.value,
        meeting=told("meeting"),
        body=told("body"),
        within=told("within"),
        by=told("parties"),
        place=told("place"),
    )


def _parties(view: View, acts: Sequence[LiveAct]) -> list[str]:
    """Return the parties of the signature table: those that the instrument names, else those that acts name."""
    named = [party for act in acts for party in act.get("between") or ()]
    acting = [
        party
        for act in acts
        if act.act.kind in ("sign", "ratify", "enter-into-force", "deny-event")
        for party in act.get("parties") or ()
    ]
    return list(dict.fromkeys(view.shown(party) for party in [*named, *acting]))


def _signature_row(view: View, acts: Sequence[LiveAct], party: str) -> Row:
    told: dict[str, Any] = {}
    telling: list[LiveAct] = []
    clash = False
    for name, event in (("signed", "sign"), ("ratified", "ratify"), ("in_force", "enter-into-force")):
        truth, behind = happened(view, acts, event, party)
        whole, also = happened(view, acts, event) if truth is Truth.NOT_KNOWN else (truth, [])
        told[name] = whole.value
        telling += behind or also
        clash |= truth is Truth.NOT_KNOWN and {event, "deny-event"} <= {act.act.kind for act in behind}
        happening = [act for act in behind if act.act.kind == event]
        told[f"{name}_on"] = settle(happening, "on").value if whole is Truth.YES and happening else None
    return row(party, telling, disputed=clash or None, party=party, **told)


def _life_row(act: LiveAct) -> Row:
    fields = ("on", "parties", "meeting", "body", "within", "place", "stage", "event", "note")
    told = {name: act.get(name) for name in fields}
    return row(act.id, [act], verb=act.act.kind, **told, rejected=act.is_rejected)


def _text_row(act: LiveAct) -> Row:
    return row(
        act.id, [act], **{name: act.get(name) for name in ("where", "address", "language", "by", "on")}
    )


def _first_day(one: Row) -> tuple[Any, ...]:
    days = [how["on"] for how in one["how"] if how["on"]]
    return (*order_of(days[0] if days else None), one["id"])
