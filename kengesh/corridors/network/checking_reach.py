"""Whether every place is reached, and whether what is there is there on the edition's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kengesh.corridors.network.findings import Finding, found
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Joining
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _

MOST_NAMED = 8
NOT_YET = ("planned", "under construction")


def unreached(network: Network) -> Iterator[Finding]:
    """Yield the places from which no link, transfer or crossing leads."""
    reached = {place for row in _joinings(network) for place in (row.from_place, row.to_place)}
    for key, place in network.places.items():
        if key not in reached:
            yield found("unreached", place, _("nothing leads to this place: no link, transfer or crossing."))


def islands(network: Network) -> Iterator[Finding]:
    """Yield the parts that existing rows join within, and not to the largest part; at the first place of each."""
    reached = {place for row in _joinings(network) for place in (row.from_place, row.to_place)}
    parts = _parts(network, [row for row in _joinings(network) if row.status == "existing"])
    parts = [part for part in parts if part[0] in reached or len(part) > 1]
    for part in sorted(parts, key=len, reverse=True)[1:]:
        named = ", ".join(part[:MOST_NAMED]) + (" …" if len(part) > MOST_NAMED else "")
        says = _("an island: existing rows do not join these places to the rest: {places}.")
        yield found("island", network.places[part[0]], says, places=named)


def openings(network: Network) -> Iterator[Finding]:
    """Yield existing rows that are to open after the edition's day, and others that were to be open before it."""
    for edition in network.editions:
        today = parse_when(edition.day)
        for table in ("link", "transfer", "crossing"):
            for row in edition.tables.get(table, ()):
                if not isinstance(row, Joining) or not row.opening:
                    continue
                opening = parse_when(row.opening)
                if row.status == "existing" and _before(today.latest, opening.earliest):
                    says = _(
                        "it is told to be there, and to open in {opening}, after the edition's day, {day}."
                    )
                    yield found("opening", row, says, "error", opening=row.opening, day=edition.day)
                if row.status in NOT_YET and _before(opening.latest, today.earliest):
                    says = _("it was to open in {opening}, before the edition's day, {day}. Is it open?")
                    yield found("opening", row, says, opening=row.opening, day=edition.day)


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _parts(network: Network, rows: list[Joining]) -> list[list[str]]:
    """Return the places in groups that rows join, each in the order of the files."""
    group: dict[str, str] = {key: key for key in network.places}

    def root(key: str) -> str:
        while group[key] != key:
            group[key] = group[group[key]]
            key = group[key]
        return key

    for row in rows:
        group[root(row.to_place)] = root(row.from_place)
    parts: dict[str, list[str]] = {}
    for key in network.places:
        parts.setdefault(root(key), []).append(key)
    return list(parts.values())


def _joinings(network: Network) -> list[Joining]:
    return [*network.links.values(), *network.transfers.values(), *network.crossings.values()]
