"""What the record holds of bodies, of who belongs to them, and of who holds what office: for the vocabularies that have a place for it.

Only what had come by the day asked of is given, and never a status that is only possible: that goes with the answers of the record
itself, which can say that it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kengesh.mechanism.answers import Row, may_be_told, row
from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import name_acts, name_of, type_of
from kengesh.mechanism.participation import participations
from kengesh.mechanism.questions.members import standing_row
from kengesh.site.reading import Reading
from kengesh.terms.bounds import Kind
from kengesh.terms.dates import parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.languages import LANGUAGES


@dataclass(frozen=True)
class Membership:
    """A party in a body with one status. `id` is unique among all; `number` counts the times that it had this status."""

    id: str
    party: str
    body: str
    status: str
    since: str | None
    until: str | None
    row: Mapping[str, Any]


@dataclass(frozen=True)
class Holding:
    """A person in an office, which belongs to a state or a body."""

    id: str
    person: str
    office: str
    of: str | None
    since: str | None
    until: str | None
    row: Mapping[str, Any]


class Holdings:
    """The bodies, parties, memberships, offices and persons of a reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._view = reading.view

    @cached_property
    def bodies(self) -> list[Row]:
        """The bodies that were there by the day, or are."""
        rows: list[Row] = self._reading.ask("bodies")["answer"]
        return rows

    @cached_property
    def memberships(self) -> list[Membership]:
        """Every status that a party had in a body, in order of bodies and parties."""
        return [one for body in self.bodies for one in self._of_body(body["id"])]

    @cached_property
    def holdings(self) -> list[Holding]:
        """Who held which office."""
        view = self._view
        acts: dict[tuple[str, str], list[LiveAct]] = {}
        for kind in ("hold-office", "leave-office"):
            for act in view.of_kind(kind):
                if not act.is_rejected and may_be_told(view, act):
                    key = (view.shown(act.get("office")), view.shown(act.get("person")))
                    acts.setdefault(key, []).append(act)
        return [self._holding(office, person, own) for (office, person), own in acts.items()]

    @cached_property
    def parties(self) -> list[str]:
        """What takes part in a body or has an office, and is no body itself."""
        own = {one["id"] for one in self.bodies}
        named = [one.party for one in self.memberships] + [one.of for one in self.holdings if one.of]
        return [one for one in dict.fromkeys(named) if one not in own]

    @cached_property
    def statuses(self) -> list[str]:
        """The statuses that anybody had."""
        return list(dict.fromkeys(one.status for one in self.memberships))

    def names(self, thing: str) -> dict[str, str]:
        """Return the names of a thing by language, only those languages in which the record or our list of states has one."""
        found = {language: name_of(self._view, thing, language) for language in LANGUAGES}
        return {language: name.text for language, name in found.items() if name.language == language}

    def form(self, thing: str) -> str | None:
        """Return what sort of party or body a thing is."""
        if is_state_code(thing):
            return "state"
        forms = (act.get("form") for act in name_acts(self._view, thing))
        return next((one for one in forms if one), None)

    def type(self, thing: str) -> str | None:
        """Return of what type a thing is."""
        return type_of(self._view, thing)

    def sources(self, found: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return the sources of a row that have an address, each with its citation."""
        cited = []
        for id_ in found["sources"]:
            source = self._view.source(id_)
            if source is not None and source.address:
                cited.append((source.address, self._reading.reader.cite(id_)))
        return cited

    def _of_body(self, body: str) -> Iterator[Membership]:
        view = self._view
        for party in participations(view, body).values():
            told = [
                one for one in party.history(view.on) if any(may_be_told(view, act) for act in one.begun_by)
            ]
            for number, one in enumerate(told, start=1):
                if one.status is not None:
                    id_ = f"{body}/{party.party}/{one.status}/{number}"
                    found = standing_row(one)
                    yield Membership(
                        id_, party.party, body, one.status, found["since"], found["until"], found
                    )

    def _holding(self, office: str, person: str, acts: list[LiveAct]) -> Holding:
        held = [act for act in acts if act.act.kind == "hold-office"]
        left = [act for act in acts if act.act.kind == "leave-office"]
        since, until = settle(held, "on").value, settle(left, "on").value or settle(held, "until").value
        naming = [act for act in name_acts(self._view, office) if act.get("of")]
        of = self._view.shown(naming[0].get("of")) if naming else None
        return Holding(
            f"{office}/{person}", person, office, of, since, until, row(f"{office}/{person}", acts)
        )


def plain_day(text: str | None) -> str | None:
    """Return a date that is a plain day, month or year, as other vocabularies have it; None for any other."""
    if text is None:
        return None
    when = parse_when(text)
    exact = when.kind in (Kind.DAY, Kind.MONTH, Kind.YEAR) and not when.approximate and not when.uncertain
    return text if exact else None
