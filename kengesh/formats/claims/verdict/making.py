"""Instruments and proposals: signed, adopted, approved, by whom and where; in force; proposed.

Something happens once: a dated act denies every earlier day, and an act at one meeting denies another. That an instrument was
signed, where no source says by whom, says nothing of any one party.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kengesh.formats.claims.verdict.dating import on_day, settled_day
from kengesh.formats.claims.verdict.found import Found, found
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.instruments import VERBS, happened
from kengesh.mechanism.telling import thing_told_from, told_by
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth

KIND_OF = {"signed": "sign", "adopted": "adopt", "approved": "approve", "ratified": "ratify"}
MADE = ("signed", "adopted", "approved")
BINDING = ("enter-into-force", "ratify")


def made(view: View, instrument: str, verb: str, meeting: str | None, on: str | None, *, wide: bool) -> Found:
    """Say whether an instrument was adopted, signed or approved, perhaps at a meeting, perhaps on a day.

    In the wide reading any of the three verbs will do: sources use them for one another.
    """
    told = [act for act in of_instrument(view, instrument) if act.act.kind in VERBS and told_by(view, act)]
    wanted = [act for act in told if wide or act.act.kind == KIND_OF[verb]]
    rejected = [act for act in wanted if act.is_rejected]
    wanted = [act for act in wanted if not act.is_rejected]
    there = [act for act in wanted if _is_at(view, act, meeting)]
    has = _has([act for act in told if not act.is_rejected])
    if there:
        return found(instrument, _made_on(view, there, on), there, rejected, **has)
    verbs = tuple(KIND_OF[one] for one in MADE) if wide else (KIND_OF[verb],)
    denied = [_denied(view, instrument, one, wanted, meeting) for one in verbs]
    if all(denied):
        return found(instrument, Truth.NO, [act for acts in denied for act in acts], rejected, **has)
    return found(instrument, Truth.NOT_KNOWN, wanted or told, rejected, **has)


def _made_on(view: View, acts: Sequence[LiveAct], on: str | None) -> Truth:
    """Say whether an instrument was made on a day; where parties signed one after another, the day of any of them will do."""
    by_parties: dict[frozenset[str], list[LiveAct]] = {}
    for act in acts:
        by_parties.setdefault(frozenset(_parties(view, act)), []).append(act)
    apart = sum(map(len, by_parties)) == len(frozenset().union(*by_parties))
    each = [on_day(own, on) for parties, own in by_parties.items() if parties and apart]
    return Truth.YES if Truth.YES in each else on_day(acts, on)


def _denied(
    view: View, instrument: str, kind: str, told: Sequence[LiveAct], meeting: str | None
) -> list[LiveAct]:
    """Return the acts by which an instrument was not made so: it was at another meeting, or had not been by the day; else none."""
    own = [act for act in told if act.act.kind == kind]
    if own:
        elsewhere = meeting is not None and all(act.get("meeting") for act in own)
        return own if elsewhere else []
    truth, denying = happened(view, _standing(view, instrument), kind)
    return denying if truth is Truth.NO else []


def signed(view: View, party: str, instrument: str, verb: str, on: str | None) -> Found:
    """Say whether a party signed or ratified an instrument, perhaps on a day."""
    acts = _standing(view, instrument)
    kind = KIND_OF[verb]
    own = [
        act for act in acts if act.act.kind == kind and party in _parties(view, act) and told_by(view, act)
    ]
    of_others = [act for act in acts if act.act.kind == kind and act.get("parties") and act not in own]
    speaking = [
        act for act in acts if act.act.kind == "deny-event" or act in own or _is_later(act, kind, party, view)
    ]
    truth, behind = happened(view, speaking, kind, party)
    if truth is Truth.YES and own:
        return found(party, on_day(own, on), own, on=settled_day(own))
    if truth is Truth.NO:
        return found(party, Truth.NO, behind)
    return found(party, Truth.NOT_KNOWN, behind or of_others)


def is_party(view: View, party: str, instrument: str, *, wide: bool) -> Found:
    """Say whether an instrument binds a party: in force for it, or ratified by it; in the wide reading, or signed."""
    acts = _standing(view, instrument)
    answers = [
        happened(view, [act for act in acts if _concerns(view, act, party)], event, party)
        for event in BINDING
    ]
    for truth, behind in answers:
        if truth is Truth.YES:
            return found(
                party, Truth.YES, behind, on=settled_day([act for act in behind if act.act.kind in BINDING])
            )
    behind = [act for _truth, acts_ in answers for act in acts_]
    truth = Truth.NO if all(one is Truth.NO for one, _behind in answers) else Truth.NOT_KNOWN
    if wide:
        own = signed(view, party, instrument, "signed", None)
        return replace(own, truth=truth.or_(own.truth), acts=(*behind, *own.acts))
    return found(party, truth, behind)


def proposed(view: View, thing: str, by: str, meeting: str | None, on: str | None) -> Found:
    """Say whether a proposal, or what a proposal would bring about, was proposed by somebody, perhaps at a meeting, on a day."""
    acts = [act for act in view.acts("proposal", thing) if act.act.kind == "propose" and told_by(view, act)]
    acts = [act for act in acts if view.shown(act.get("proposal")) == thing or _would_be(view, act, thing)]
    standing = [act for act in acts if not act.is_rejected]
    rejected = [act for act in acts if act.is_rejected]
    own = [
        act for act in standing if by in map(view.shown, [*act.get("by"), *filter(None, [act.get("person")])])
    ]
    there = [act for act in own if _is_at(view, act, meeting)]
    has = {"by": standing[0].get("by")[0], "on": settled_day(standing[:1])} if standing else {}
    truth = on_day(there, on) if there else Truth.NOT_KNOWN
    is_once = all(view.shown(act.get("proposal")) == thing for act in there)
    if truth is Truth.NO and not is_once:
        truth = (
            Truth.NOT_KNOWN
        )  # what several proposals would bring about may have been proposed on another day too
    return found(thing, truth, there or standing, rejected, **has)


def of_instrument(view: View, instrument: str) -> list[LiveAct]:
    """Return the live acts about an instrument, those that a preference rejects too."""
    ids = view.joined(instrument)
    return [act for act in view.acts("instrument", instrument) if act.get("instrument") in ids]


def out_of(view: View, meeting: str) -> dict[str, list[LiveAct]]:
    """Return the instruments that came out of a meeting, each with the acts that say so."""
    ids = set(view.joined(meeting))
    acts = [act for act in view.acts("instrument", meeting) if act.act.kind in VERBS and not act.is_rejected]
    came: dict[str, list[LiveAct]] = {}
    for act in acts:
        if act.get("meeting") in ids and told_by(view, act):
            came.setdefault(view.shown(act.get("instrument")), []).append(act)
    return came


def named_signers(view: View, instrument: str) -> dict[str, list[LiveAct]]:
    """Return the parties that are named as signers, ratifiers or bound, each with the acts that name them."""
    named: dict[str, list[LiveAct]] = {}
    for act in _standing(view, instrument):
        if act.act.kind in ("sign", *BINDING) and told_by(view, act):
            for party in _parties(view, act):
                named.setdefault(party, []).append(act)
    return named


def _standing(view: View, instrument: str) -> list[LiveAct]:
    return [act for act in of_instrument(view, instrument) if not act.is_rejected]


def _parties(view: View, act: LiveAct) -> list[str]:
    return [view.shown(one) for one in act.get("parties") or ()]


def _is_later(act: LiveAct, kind: str, party: str, view: View) -> bool:
    """Whether an act of the party is of a later day: it denies the days before it."""
    return act.act.kind == kind and party in _parties(view, act)


def _concerns(view: View, act: LiveAct, party: str) -> bool:
    """Whether an act speaks of a party, or of the instrument as a whole, which binds only those that are told to have signed it."""
    parties = _parties(view, act)
    if parties or act.act.kind == "deny-event":
        return not parties or party in parties
    signers = [one for other in _standing(view, act.get("instrument")) for one in _parties(view, other)]
    return party in signers


def _is_at(view: View, act: LiveAct, meeting: str | None) -> bool:
    return meeting is None or (bool(act.get("meeting")) and view.shown(act.get("meeting")) == meeting)


def _would_be(view: View, act: LiveAct, thing: str) -> bool:
    """Whether a proposal is about bringing something about: it concerns it, and it was not there by then."""
    concerned = thing in map(view.shown, act.get("concerns") or ())
    established = [one for one in view.acts("body", thing) if one.act.kind == "establish" and one.get("on")]
    adopted = [one for one in of_instrument(view, thing) if one.act.kind in VERBS]
    if not concerned:
        return False
    there = thing_told_from(view, thing) if established or adopted else None
    day = settled_day([act])
    return there is None or day is None or there.isoformat() > day


def _has(acts: Sequence[LiveAct]) -> dict[str, str | None]:
    if not acts:
        return {}
    verbs: Iterable[str] = dict.fromkeys(act.act.kind for act in acts)
    return {
        "verb": ",".join(verbs),
        "on": settled_day(acts),
        "meeting": next((act.get("meeting") for act in acts if act.get("meeting")), None),
    }
