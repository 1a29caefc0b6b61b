"""Two records side by side: who is what in which body, as each of them answers on one day.

Bodies and parties are matched by :mod:`kengesh.formats.matching`.

``same``          both know the status, and it is one status or both are membership; or both know that it has none
``differ``        one knows a status that the other knows it does not have, or another sort of status
``only-first``    the first alone knows; the second neither affirms nor denies it
``only-second``   the second alone knows
``neither``       neither knows

What a record does not say is no contradiction, and nor is a listing that was not kept up: each side comes with the last day on
which its sources show what it says. A difference is marked ``stale`` where one side was last seen before a change that the other
can date, or is a mere listing against such a change: the Factbook lists members of the Eurasian Economic Community years after it
ceased. Each record answers by its own clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kengesh.formats.matching import Pair, partners_of
from kengesh.formats.readings import MEMBER, holds, sort_of
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import Participation, Standing, participations, rules_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, parse_when

SAME, DIFFER, ONLY_FIRST, ONLY_SECOND, NEITHER = "same", "differ", "only-first", "only-second", "neither"
VERDICTS = (DIFFER, SAME, ONLY_FIRST, ONLY_SECOND, NEITHER)
LISTING = "attest-participation"


@dataclass(frozen=True, slots=True)
class Side:
    """What one record answers. `status` is what it has, `truth` no where it is known to have none."""

    truth: Truth
    status: str | None
    since: str | None
    until: str | None
    last_attested: str | None
    disputed: bool
    acts: tuple[LiveAct, ...]
    standings: tuple[Standing, ...] = field(repr=False, default=())

    @property
    def sources(self) -> list[tuple[str, str | None]]:
        """The sources of the answer, each once, with the first passage cited of it."""
        found: dict[str, str | None] = {}
        for act in self.acts:
            for cited in act.citations:
                found.setdefault(cited["source"], cited.get("passage"))
        return list(found.items())


@dataclass(frozen=True, slots=True)
class Compared:
    """One party in one body: both answers, what they come to, and whether a difference may be staleness alone."""

    party: str
    pair: Pair
    verdict: str
    first: Side
    second: Side
    stale: bool


def compare_records(
    first: View, second: View, pairs: Iterable[Pair], states: Sequence[str] | None = None
) -> Iterator[Compared]:
    """Yield every party of the bodies in both records, or of `states` alone, on the day of each view."""
    for pair in pairs:
        ours, theirs = participations(first, pair.first), participations(second, pair.second)
        partners = partners_of(first, second, ours, theirs)
        wanted = sorted(partners) if states is None else states
        for party in wanted:
            one, other = partners.get(party, (party, party))
            yield _compared(
                party,
                pair,
                _side(first, pair.first, ours.get(one)),
                _side(second, pair.second, theirs.get(other)),
                first,
                second,
            )


def _side(view: View, body: str, own: Participation | None) -> Side:
    """Return what a record answers of a party in a body."""
    standings = tuple(own.standings(view.on)) if own is not None else ()
    held = next((one for one in standings if one.truth is Truth.YES), None)
    if held is not None:
        return _side_of(held, Truth.YES, standings)
    member = holds(standings, sort_of(view, body, MEMBER))
    telling = next((one for one in standings if one.truth is member), standings[0] if standings else None)
    if telling is None:
        return Side(Truth.NOT_KNOWN, None, None, None, None, False, ())
    return _side_of(telling, member, standings)


def _side_of(one: Standing, truth: Truth, standings: tuple[Standing, ...]) -> Side:
    status = one.status if truth is Truth.YES else None
    acts = one.acts + tuple(act for act in one.ended_by if act not in one.acts)
    return Side(truth, status, one.since, one.until, one.last_attested, one.disputed, acts, standings)


def _compared(party: str, pair: Pair, one: Side, other: Side, first: View, second: View) -> Compared:
    verdict = _verdict(one, other, _Body(first, pair.first), _Body(second, pair.second))
    stale = verdict == DIFFER and (_is_stale(one, other) or _is_stale(other, one))
    return Compared(party, pair, verdict, one, other, stale)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body in one record."""

    view: View
    id: str

    def is_membership(self, status: str | None) -> bool:
        """Say whether a status is membership here."""
        rule = rules_of(self.view, self.id).get(status or "")
        return rule.is_membership if rule is not None else status == MEMBER

    def denies(self, side: Side, status: str | None, is_membership: bool) -> bool:
        """Say whether a side is known not to have such a status."""
        word = MEMBER if is_membership else status or MEMBER
        return holds(side.standings, sort_of(self.view, self.id, word)) is Truth.NO


def _verdict(one: Side, other: Side, here: _Body, there: _Body) -> str:
    if Truth.YES is one.truth is other.truth:
        both_members = here.is_membership(one.status) and there.is_membership(other.status)
        return SAME if one.status == other.status or both_members else DIFFER
    if one.truth is Truth.YES:
        denied = there.denies(other, one.status, here.is_membership(one.status))
        return DIFFER if denied else ONLY_FIRST
    if other.truth is Truth.YES:
        denied = here.denies(one, other.status, there.is_membership(other.status))
        return DIFFER if denied else ONLY_SECOND
    known = (one.truth is Truth.NO, other.truth is Truth.NO)
    return {(True, True): SAME, (True, False): ONLY_FIRST, (False, True): ONLY_SECOND}.get(known, NEITHER)


def _is_stale(one: Side, other: Side) -> bool:
    """Whether one side may say what is no longer so: it was last seen before the day on which it changed, as the other knows it;
    or it is a listing alone, without a beginning, against a change that the other can date.
    """
    turned = _last_day(other.until if other.truth is not Truth.YES else other.since)
    if one.truth is not Truth.YES or turned is None:
        return False
    seen = _last_day(one.last_attested)
    is_listing = all(act.act.kind == LISTING for act in one.acts)
    return is_listing or (seen is not None and seen < turned)


def _last_day(text: str | None) -> date | None:
    return None if text is None else parse_when(text).latest
