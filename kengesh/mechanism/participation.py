"""What a party is in a body on a day, from the acts that say when a status began, changed, ended, was seen or denied.

In one body a party has one status at a time. A status lasts from its beginning until an act ends it, changes it, or begins
another, or the body ceases; a beginning denies the same status before it. A status that was only seen on a day has begun by
then. A denial,
and a list declared complete that does not name the party, say no for their own day or period and for no other. What is
both held and denied on one day is decided by a preference, else it is not known. A day inside imprecise bounds is not
known. No act at all: not known. Attending a meeting in whatever capacity is no status.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kengesh.charter import StatusRule, ranks
from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.spells import Spell, Turn, spells_of, turns
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, When, begun, held, parse_when, sort_key

CHANGING = ("begin-participation", "change-participation", "end-participation")


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said of one status of a party in a body on a day. `status` is None for "any status".

    `until`, and who says it, are left out where that day had not come. A `since` that had not come stays: it is why the
    answer is no.
    """

    party: str
    body: str
    status: str | None
    truth: Truth
    since: str | None
    until: str | None
    last_attested: str | None
    disputed: bool
    acts: tuple[LiveAct, ...]
    begun_by: tuple[LiveAct, ...] = ()
    ended_by: tuple[LiveAct, ...] = ()


class Participation:
    """The acts about one party in one body, in a view; every day can be asked of it."""

    def __init__(self, view: View, party: str, body: str, acts: Sequence[LiveAct]) -> None:
        self.view, self.party, self.body = view, party, body
        dissolved = view.once(("dissolved", body), lambda: _dissolved(view, body))
        self.rules = rules_of(view, body)
        standing = [act for act in acts if not act.is_rejected]
        self.denials = [act for act in standing if act.act.kind == "deny-participation"]
        lists = [act for act in standing if act.act.kind == "declare-complete"]
        self.naming = [act for act in lists if self._is_named(act)]
        self.closing = [act for act in lists if not self._is_named(act) and self._closes_for(act)]
        self.seen = [act for act in standing if act.act.kind == "attest-participation"]
        changing = [act for act in standing if act.act.kind in CHANGING]
        self.spells = spells_of(changing, self.seen, self.naming, dissolved)

    def standings(self, on: date) -> list[Standing]:
        """Return what may be said on a day of every status that the party is known to have had, or that is denied that day."""
        spoken = {spell.status for spell in self.spells}
        for act in self._denying_on(on):
            spoken |= {act.get("status")} if act in self.denials else set(act.get("statuses"))
        ranked = sorted((status for status in spoken if status is not None), key=self._place)
        found = [self._standing(status, self._best_spell(status, on), on) for status in ranked]
        if None in spoken and not any(one.truth is not Truth.NO for one in found):
            denying = list(self._denying(None, on))
            if denying:
                found.append(self._row(None, Truth.NO, None, denying, on))
        return self._excluding(found)

    def last_denied(self, on: date) -> Standing | None:
        """Return the last denial of any status up to a day, None where there is none: what was last known of who has no status."""
        past = [
            act for act in self.denials + self.closing if begun(parse_when(act.get("on")), on) is Truth.YES
        ]
        if not past:
            return None
        last = max(past, key=lambda act: sort_key(parse_when(act.get("on"))))
        status = last.get("status") if last in self.denials else last.get("statuses")[-1]
        return replace(self._row(status, Truth.NO, None, [last], on), last_attested=_period(last).text)

    def history(self, on: date) -> list[Standing]:
        """Return every spell in order, each as a row with its truth on a day."""
        spells = sorted(self.spells, key=lambda spell: sort_key(spell.start.first))
        return [self._row(spell.status, spell.holds(on), spell, spell.start.acts, on) for spell in spells]

    def _standing(self, status: str, spell: Spell | None, on: date) -> Standing:
        truth = Truth.NOT_KNOWN if spell is None else spell.holds(on)
        if truth is Truth.NOT_KNOWN and self._is_seen(status, on):
            truth = Truth.YES
        denying = self._denying(status, on)
        if not denying:
            return self._row(status, truth, spell, spell.start.acts if spell else (), on)
        if spell is None or truth is not Truth.YES:
            return self._row(status, Truth.NO, spell, denying, on)
        if any(act.is_taken for act in spell.start.acts) or not any(act.is_taken for act in denying):
            decided = any(act.is_taken for act in spell.start.acts)
            truth = Truth.YES if decided else Truth.NOT_KNOWN
            return self._row(status, truth, spell, [*spell.start.acts, *denying], on, disputed=True)
        return self._row(status, Truth.NO, spell, [*denying, *spell.start.acts], on, disputed=True)

    def _excluding(self, found: list[Standing]) -> list[Standing]:
        """Where one status is held, the others are not; two that seem held at once are a dispute, unless both are of one sort."""
        held_now = [one for one in found if one.truth is Truth.YES]
        if not held_now:
            return found
        taken = [one for one in held_now if any(act.is_taken for act in one.acts)] or held_now
        taken.sort(key=lambda one: self._place(one.status or ""))
        if len({self._standing_of(one) for one in taken}) > 1:
            return [replace(one, truth=Truth.NOT_KNOWN, disputed=True) for one in taken]
        return [taken[0], *(one for one in found if one.truth is not Truth.YES and one.disputed)]

    def _place(self, status: str) -> tuple[int, str]:
        """Order statuses by their rank, those without one last."""
        rule = self.rules.get(status)
        return (len(self.rules) if rule is None else rule.rank, status)

    def _standing_of(self, one: Standing) -> object:
        rule = self.rules.get(one.status or "")
        return one.status if rule is None else rule.standing

    def _best_spell(self, status: str, on: date) -> Spell | None:
        """Return the spell of a status that tells most of a day: one that held, else the nearest one that had begun."""
        order = {Truth.YES: 0, Truth.NOT_KNOWN: 1, Truth.NO: 2}
        spells = [spell for spell in self.spells if spell.status == status]
        spells.sort(key=lambda spell: sort_key(spell.start.first), reverse=True)
        return min(spells, key=lambda spell: order[spell.holds(on)], default=None)

    def _denying(self, status: str | None, on: date) -> list[LiveAct]:
        """Return the denials of a status that hold on a day."""
        denying = self._denying_on(on)
        denials = [act for act in denying if act in self.denials and act.get("status") in (None, status)]
        return denials + [act for act in denying if act in self.closing and status in act.get("statuses")]

    def _denying_on(self, on: date) -> list[LiveAct]:
        """Return the denials and complete lists of a day that speak against some status of the party."""
        return [
            act for act in self.denials + self.closing if held(parse_when(act.get("on")), on) is Truth.YES
        ]

    def _row(
        self,
        status: str | None,
        truth: Truth,
        spell: Spell | None,
        acts: Iterable[LiveAct],
        on: date,
        *,
        disputed: bool = False,
    ) -> Standing:
        telling = tuple(acts)
        disputed = disputed or any(is_disputed(act) for act in telling) or bool(spell and spell.is_open)
        ends = spell.ends[:1] if spell else ()
        over = any(begun(when, on) is not Truth.NO for end in ends for when in end.sides)
        since = None if spell is None else spell.since
        until = spell.until if spell and over else None
        last = self._last_attested(status, spell, on) if truth is Truth.YES else None
        also = [act for act in self._attesting(status) if begun(parse_when(act.get("on")), on) is Truth.YES]
        if truth is Truth.YES:
            telling += tuple(act for act in also if act not in telling)
        begun_by = spell.start.acts if spell else ()
        ended_by = spell.ended_by if spell and over else ()
        return Standing(
            self.party, self.body, status, truth, since, until, last, disputed, telling, begun_by, ended_by
        )

    def _is_seen(self, status: str, on: date) -> bool:
        """Whether the status was seen on this very day, within bounds that otherwise leave it not known."""
        days = [parse_when(act.get("on")) for act in self.seen if act.get("status") == status]
        return any(when.earliest == when.latest and held(when, on) is Truth.YES for when in days)

    def _attesting(self, status: str | None) -> list[LiveAct]:
        seen = [act for act in self.seen if act.get("status") == status]
        return seen + [act for act in self.naming if status in act.get("statuses")]

    def _last_attested(self, status: str | None, spell: Spell | None, on: date) -> str | None:
        """Return the latest day up to `on` on which an act, a list or a confirmation shows the status."""
        shown = [act.get("on") for act in self._attesting(status)]
        acts = [*self._attesting(status), *(spell.start.acts if spell else ())]
        shown += [day for act in acts for day in act.attested]
        shown += [start.text for start in spell.start.sides if start.earliest is not None] if spell else []
        whens = [parse_when(text) for text in shown]
        past = [when for when in whens if when.latest is not None and begun(when, on) is Truth.YES]
        return max(past, key=lambda when: (when.latest, when.text)).text if past else None

    def _is_named(self, act: LiveAct) -> bool:
        return self.party in (self.view.shown(party) for party in act.get("parties"))

    def _closes_for(self, act: LiveAct) -> bool:
        among = act.get("among")
        return among is None or self.party in map(self.view.shown, among)


def rules_of(view: View, body: str) -> dict[str, StatusRule]:
    """Return the statuses of a body in rank, from the charter's acts."""
    return view.once(("rules", view.shown(body)), lambda: _rules_of(view, view.shown(body)))


def _rules_of(view: View, body: str) -> dict[str, StatusRule]:
    general = view.last_of_kind("rank-statuses/1", without="body")
    own = [act for act in view.acts("charter", body) if act.act.kind == "rank-statuses"]
    own = [act for act in own if view.shown(act.get("body")) == body]
    acts = [{**act.fields, "body": body} for act in own] + ([general.fields] if general else [])
    return ranks(acts, body)


def participations(view: View, body: str) -> dict[str, Participation]:
    """Return the participation of every party that an act speaks of in a body."""
    return view.once(("participations", body), lambda: _participations(view, body))


def participation(view: View, party: str, body: str) -> Participation:
    """Return the participation of one party in a body."""
    return view.once(("participation", party, body), lambda: _participation(view, party, body))


def _participations(view: View, body: str) -> dict[str, Participation]:
    acts = _acts(view, body)
    lists = [act for act in acts if act.act.kind == "declare-complete"]
    own: dict[str, list[LiveAct]] = {}
    for act in acts:
        for party in _parties(act):
            named = own.setdefault(view.shown(party), [])
            if act.act.kind != "declare-complete":
                named.append(act)
    whole = {
        party: sorted([*named, *lists], key=lambda act: act.act.number) if lists else named
        for party, named in own.items()
    }
    return {party: Participation(view, party, view.shown(body), told) for party, told in whole.items()}


def _participation(view: View, party: str, body: str) -> Participation:
    party = view.shown(party)
    own = [act for act in _acts(view, body) if _speaks_of(view, act, party)]
    return Participation(view, party, view.shown(body), own)


def _acts(view: View, body: str) -> list[LiveAct]:
    bodies = view.joined(body)
    return [act for act in view.acts("participation", body) if act.get("body") in bodies]


def _parties(act: LiveAct) -> list[str]:
    return [act.get("party")] if "party" in act.fields else [*act.get("parties"), *(act.get("among") or ())]


def _speaks_of(view: View, act: LiveAct, party: str) -> bool:
    """Whether an act says anything of a party: a complete list does of everyone."""
    return act.act.kind == "declare-complete" or view.shown(act.get("party")) == party


def _dissolved(view: View, body: str) -> list[Turn]:
    """Return when a body ceased, which ends every status in it."""
    acts = [act for act in view.acts("body", body) if act.act.kind == "dissolve" and not act.is_rejected]
    return turns(act for act in acts if view.shown(act.get("body")) == body)


def _period(act: LiveAct) -> When:
    """Return the day of a denial; of one that holds through a period, its last day."""
    when = parse_when(act.get("on"))
    return when if when.latest is None else parse_when(when.latest.isoformat())
