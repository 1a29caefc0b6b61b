"""Which parties and bodies are counted where nobody says: the members of the record's own mechanism, and where they are told of.

A body that had not been established by the day, or had ceased, is left out of the bodies counted by default, and named as left
out. Who names bodies gets them as named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kengesh.mechanism.participation import participations
from kengesh.mechanism.questions.body import body_row
from kengesh.mechanism.questions.members import members
from kengesh.mechanism.questions.party import mechanism_of, parties_in
from kengesh.mechanism.view import View
from kengesh.terms.messages import _


class NothingToCompare(ValueError):
    """No parties, or no bodies, to compare."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The parties and bodies that count, and the bodies left out since they are not there on the day."""

    states: tuple[str, ...]
    bodies: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def counted(
    view: View,
    states: Sequence[str] | None = None,
    bodies: Sequence[str] | None = None,
    *,
    through_time: bool = False,
) -> Counted:
    """Return what counts; `through_time` keeps the bodies that are not there on the view's day. Raises NothingToCompare."""
    parties = _shown(view, states) if states is not None else _members(view)
    if bodies is not None:
        return Counted(parties, _shown(view, bodies))
    told = dict.fromkeys(body for party in parties for body in _told_in(view, party))
    if not told:
        says = _(
            "This record tells of no body to which any of these belongs or not; name the bodies to compare."
        )
        raise NothingToCompare(says)
    gone = () if through_time else tuple(one for one in told if body_row(view, one)["exists"] == "no")
    return Counted(parties, tuple(one for one in told if one not in gone), gone)


def counted_of_bodies(view: View, bodies: Sequence[str], states: Sequence[str] | None = None) -> Counted:
    """Return what counts when bodies are compared: by default every party of which the record tells in any of them."""
    places = _shown(view, bodies)
    if states is not None:
        return Counted(_shown(view, states), places)
    parties = dict.fromkeys(party for body in places for party in participations(view, body))
    return Counted(tuple(party for party in parties if party not in places), places)


def _shown(view: View, things: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(view.shown, things)))


def _members(view: View) -> tuple[str, ...]:
    own = mechanism_of(view)
    found = [] if own is None else [one["party"] for one in members(view, own)["answer"]]
    if not found:
        raise NothingToCompare(
            _("This record has no members of its own on that day; name the states to compare.")
        )
    return tuple(dict.fromkeys(found))


def _told_in(view: View, party: str) -> list[str]:
    """Return the bodies in which an act speaks of a party by name."""
    ids = set(view.joined(party))
    acts = [act for act in view.acts("participation", party) if not act.is_rejected]
    named = [view.shown(act.get("body")) for act in acts if not ids.isdisjoint(parties_in(act))]
    return [body for body in named if body not in ids]
