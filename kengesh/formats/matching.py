"""Which body of one record is which of another, and which party which party.

Bodies are matched as the person tells, by the same id, by an abbreviation, or by a name in any language, spellings folded;
where a name would match several, none is matched by it, and they are told. States are matched by their codes, other parties by id
or by name. The same id or abbreviation can mean two bodies: so it is always shown by what two were matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kengesh.mechanism.names import name_acts
from kengesh.mechanism.participation import Participation
from kengesh.mechanism.view import View
from kengesh.terms.folding import fold
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _

TOLD, BY_ID, BY_ABBREVIATION, BY_NAME = "told", "id", "abbreviation", "name"
TAKING_PART = "participation"


class NotComparable(ValueError):
    """Bodies that cannot be compared as told; the sentence names the one that is not there."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A body in both records, and by what the two were matched."""

    first: str
    second: str
    by: str


@dataclass(frozen=True, slots=True)
class Matching:
    """The bodies of two records that tell of parties: matched, of one record alone, and those whose match is not sure."""

    pairs: Sequence[Pair]
    only_first: Sequence[str]
    only_second: Sequence[str]
    unsure: Sequence[tuple[str, Sequence[str]]]


def match_bodies(first: View, second: View, told: Mapping[str, str] | None = None) -> Matching:
    """Match the bodies of two records. Raises NotComparable where a body that was told is not in its record."""
    left, right = bodies_of(first), bodies_of(second)
    pairs = [_told(first, second, one, other) for one, other in (told or {}).items()]
    taken = ({pair.first for pair in pairs}, {pair.second for pair in pairs})
    unsure: dict[str, tuple[str, ...]] = {}
    for by in (BY_ID, BY_ABBREVIATION, BY_NAME):
        theirs = _keyed(second, (one for one in right if one not in taken[1]), by)
        ours = _keyed(first, (one for one in left if one not in taken[0]), by)
        for key, bodies in ours.items():
            found = theirs.get(key, [])
            if len(bodies) == len(found) == 1:
                if bodies[0] not in taken[0] and found[0] not in taken[1]:
                    pairs.append(Pair(bodies[0], found[0], by))
                    taken[0].add(bodies[0])
                    taken[1].add(found[0])
            elif bodies and found:
                unsure |= {body: tuple(found) for body in bodies}
    return Matching(
        pairs,
        [one for one in left if one not in taken[0]],
        [one for one in right if one not in taken[1]],
        [(body, found) for body, found in unsure.items() if body not in taken[0]],
    )


def bodies_of(view: View) -> list[str]:
    """Return the bodies of whose parties a record tells, in the order in which it names them."""
    named = dict.fromkeys(
        view.shown(act.get("thing")) for act in view.of_kind("name") if act.get("type") == "body"
    )
    return [
        one
        for one in named
        if any(view.state.count(TAKING_PART, id_, view.limit) for id_ in view.joined(one))
    ]


def _told(first: View, second: View, one: str, other: str) -> Pair:
    if not first.is_known(one):
        raise NotComparable(_("there is no body {body} in the first record.").format(body=one))
    if not second.is_known(other):
        raise NotComparable(_("there is no body {body} in the second record.").format(body=other))
    return Pair(first.shown(one), second.shown(other), TOLD)


def _keyed(view: View, bodies: Iterable[str], by: str) -> dict[str, list[str]]:
    """Return bodies by what they are matched by."""
    keyed: dict[str, list[str]] = {}
    for body in bodies:
        for key in _keys(view, body, by):
            keyed.setdefault(key, []).append(body)
    return keyed


def _keys(view: View, body: str, by: str) -> set[str]:
    if by == BY_ID:
        return set(view.joined(body))
    fields = ("short",) if by == BY_ABBREVIATION else ("names", "short")
    texts = [act.get(name) for act in name_acts(view, body) for name in fields]
    return {folded for text in texts if text for one in text.values() if (folded := _folded(one["text"]))}


def _folded(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def partners_of(
    first: View, second: View, ours: Mapping[str, Participation], theirs: Mapping[str, Participation]
) -> dict[str, tuple[str, str]]:
    """Return the parties of both sides under the id of the first, else of the second: (id there, id here)."""
    partners = {party: (party, party) for party in ours}
    names = {
        name: party for party in ours if not is_state_code(party) for name in _keys(first, party, BY_NAME)
    }
    for party in theirs:
        by_name = (
            [names[name] for name in _keys(second, party, BY_NAME) if name in names]
            if not is_state_code(party)
            else []
        )
        one = party if party in ours else next(iter(sorted(by_name)), party)
        partners[one] = (one, party)
    return partners
