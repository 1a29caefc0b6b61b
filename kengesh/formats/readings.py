"""What it comes to when somebody is said to have a status: in the narrow reading of the word, and in the wide one.

Member
    Narrow: a status that the charter ranks as membership. Wide: observers and associates too, as in "observer member", a
    usage of the Organization of Turkic States' own English page and of Turkish ("gözlemci üye").
Any other status
    One reading: that status; a founding member is a member, a founding participant a participant.

**No** needs more than silence: a denial of every status, another status that excludes it (a party has one status in a body at a
time), a status known to have begun later or to have ended, or a list declared complete for every status of the sort that this
body uses. What is only announced is no status.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kengesh.mechanism.participation import Standing, rules_of
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth, any_of

MEMBER = "member"
CALLED_MEMBERS = ("observer", "associate")
"""Statuses whose bearers are called members with a word before it: observer member, associate member.

Counted are those that the acts of a body use; where they use neither, there may be observers all the same.
"""

INCLUDED = {"participant": ("founding-participant", "full-participant", "participant")}


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of status in one body: the statuses that count, by classes, and those of them that the acts of the body use.

    Membership is one class, whatever it is called: who became a member in 2019 was no founding member before. Any other status is
    a class by itself: who became an observer in 2020 may have been a member before.
    """

    classes: tuple[frozenset[str], ...]
    used: frozenset[str]
    ranked: frozenset[str] | None = None
    """The statuses of which the charter says whether they are membership; None where the sort does not turn on that."""

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses of all classes."""
        return frozenset().union(*self.classes)


def sort_of(view: View, body: str, word: str, *, wide: bool = False) -> Sort:
    """Return the statuses that a word comes to in a body. ``member`` is membership by the charter, in the wide reading more."""
    body = view.shown(body)
    return view.once(("sort", body, word, wide), lambda: _sort_of(view, body, word, wide))


def has_two_readings(word: str) -> bool:
    """Say whether a word for a status is used in a narrow and in a wide sense."""
    return word == MEMBER


def holds(standings: Sequence[Standing], sort: Sort) -> Truth:
    """Say whether a party of these standings has a status of this sort; the module says what a no needs."""
    held = [one for one in standings if one.truth is Truth.YES]
    if held and all(_is_one_of_several(one, sort) or _is_unranked(one, sort) for one in held):
        return Truth.NOT_KNOWN
    if held:
        return Truth.of(any(one.status in sort.statuses for one in held))
    return any_of(_of_class(standings, each, sort.used) for each in sort.classes)


def deciding(standings: Sequence[Standing], sort: Sort) -> tuple[Standing, ...]:
    """Return the standings by which a party has or has not a status of this sort."""
    held = tuple(one for one in standings if one.truth is Truth.YES)
    return held or tuple(one for one in standings if one.status is None or one.status in sort.statuses)


def _is_one_of_several(one: Standing, sort: Sort) -> bool:
    """Whether all that shows a status are lists of several, of which some are of the sort and some are not: it may be any of them."""
    lists = [act for act in one.begun_by or one.acts if act.act.kind == "declare-complete"]
    mixed = [
        act
        for act in lists
        if 0 < len(sort.statuses.intersection(act.get("statuses"))) < len(act.get("statuses"))
    ]
    return bool(mixed) and len(mixed) == len(one.begun_by or one.acts)


def _is_unranked(one: Standing, sort: Sort) -> bool:
    """Whether nothing says what a status comes to, so that it may be membership."""
    return sort.ranked is not None and one.status not in sort.ranked | sort.statuses


def _of_class(standings: Sequence[Standing], statuses: frozenset[str], used: frozenset[str]) -> Truth:
    """Say whether a party that is known to have no status has one of a class: no, or not known."""
    spoken = [one for one in standings if one.status is None or one.status in statuses]
    if not spoken or any(one.truth is Truth.NOT_KNOWN for one in spoken):
        return Truth.NOT_KNOWN
    if any(one.status is None or one.begun_by for one in spoken):
        return Truth.NO
    named = {one.status for one in spoken}
    return Truth.NO if (used & statuses or statuses) <= named else Truth.NOT_KNOWN


def _sort_of(view: View, body: str, word: str, wide: bool) -> Sort:
    rules = rules_of(view, body)
    statuses = frozenset(INCLUDED.get(word, (word,)))
    if word == MEMBER:
        statuses |= {rule.status for rule in rules.values() if rule.is_membership}
    used = frozenset(_used(view, body))
    called = [status for status in CALLED_MEMBERS if status in used] or CALLED_MEMBERS[:1]
    others = [frozenset({status}) for status in called] if wide and word == MEMBER else []
    return Sort((statuses, *others), used, frozenset(rules) if word == MEMBER else None)


def _used(view: View, body: str) -> Iterable[str]:
    """Yield the statuses that acts of a body speak of."""
    for act in view.acts("participation", body):
        if view.shown(act.get("body")) == body:
            yield from filter(None, (act.get("status"), *(act.get("statuses") or ())))
