"""Whether what meets at a place is joined there: gauges, modes, the two sides of a border."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from kengesh.corridors.network.findings import Finding, Weight, found
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Crossing, Joining, Link, Transfer
from kengesh.terms.messages import _

EXISTING = "existing"


class End(NamedTuple):
    """An end of a row: the place, the mode, and the gauge; None for any gauge, or off the rails."""

    place: str
    mode: str
    gauge: float | None


def gauge_breaks(network: Network) -> Iterator[Finding]:
    """Yield the places at which two gauges meet that nothing joins; a remark where one of them is not there yet."""
    meeting: dict[str, dict[float, list[Link]]] = {}
    for link in network.links.values():
        if link.mode == "rail" and link.gauge_mm is not None:
            for place in {link.from_place, link.to_place}:
                meeting.setdefault(place, {}).setdefault(link.gauge_mm, []).append(link)
    joined = _joined(network)
    for place, gauges in meeting.items():
        for one, other in combinations(sorted(gauges), 2):
            if _is_joined(joined.get(place, []), End(place, "rail", one), End(place, "rail", other)):
                continue
            there = all(any(link.status == EXISTING for link in gauges[gauge]) for gauge in (one, other))
            says = _(
                "a break of gauge without a transfer: {one:g} mm ({first}) and {other:g} mm ({second}) meet here, and no "
                "transfer or crossing leads from the one to the other. Add a row for it, or no train goes on."
            )
            yield found(
                "gauge break",
                network.places[place],
                says,
                "error" if there else "remark",
                one=one,
                other=other,
                first=_some(gauges[one]),
                second=_some(gauges[other]),
            )


def modes_apart(network: Network) -> Iterator[Finding]:
    """Yield the places at which two modes meet that no transfer joins."""
    meeting: dict[str, dict[str, list[Link]]] = {}
    for link in network.links.values():
        for place in {link.from_place, link.to_place}:
            meeting.setdefault(place, {}).setdefault(link.mode, []).append(link)
    joined = _joined(network)
    for place, modes in meeting.items():
        for one, other in combinations(sorted(modes), 2):
            if not _is_joined(joined.get(place, []), End(place, one, None), End(place, other, None)):
                says = _(
                    "{one} ({first}) and {other} ({second}) meet here, and no transfer leads from the one to the other. "
                    "If goods change here, add a row for it."
                )
                yield found(
                    "modes apart",
                    network.places[place],
                    says,
                    one=one,
                    other=other,
                    first=_some(modes[one]),
                    second=_some(modes[other]),
                )


def no_way_on(network: Network) -> Iterator[Finding]:
    """Yield transfers and crossings with an end at which nothing else comes or goes on its mode and gauge."""
    ends: dict[str, list[tuple[str, End]]] = {}
    for one in _joinings(network):
        for end in ends_of(one):
            ends.setdefault(end.place, []).append((one.id, end))
    passed: list[Transfer | Crossing] = [*network.transfers.values(), *network.crossings.values()]
    for row in passed:
        for end in dict.fromkeys(ends_of(row)):
            others = [other for key, other in ends[end.place] if key != row.id]
            if not any(_fits(end, other) for other in others):
                says = _("nothing comes to {place} by {mode}{gauge} beside this row: it leads nowhere there.")
                gauge = "" if end.gauge is None else _(" on {gauge:g} mm").format(gauge=end.gauge)
                line_ends = isinstance(row, Crossing) and all(other.mode != end.mode for other in others)
                weight: Weight = "error" if row.status == EXISTING and not line_ends else "remark"
                yield found("no way on", row, says, weight, place=end.place, mode=end.mode, gauge=gauge)


def borders(network: Network) -> Iterator[Finding]:
    """Yield links by rail and road to another state at neither end of which a crossing is passed."""
    at: dict[str, list[Crossing]] = {}
    for crossing in network.crossings.values():
        if crossing.from_place == crossing.to_place:
            at.setdefault(crossing.from_place, []).append(crossing)
    for link in network.links.values():
        states = [network.places[place].country for place in (link.from_place, link.to_place)]
        if link.mode == "sea" or states[0] == states[1]:
            continue
        there = [one for place in (link.from_place, link.to_place) for one in at.get(place, ())]
        if not any(one.mode == link.mode and (not one.beyond or link.id in one.beyond) for one in there):
            says = _(
                "it leads from {one} to {other}, and no crossing is passed: the border costs no hours here. "
                "End it at the border, and add a crossing."
            )
            yield found("border", link, says, one=states[0], other=states[1])


def ends_of(row: Joining) -> tuple[End, End]:
    """Return both ends of what joins places."""
    if isinstance(row, Link):
        modes, gauges = (row.mode, row.mode), (row.gauge_mm, row.gauge_mm)
    elif isinstance(row, Crossing):
        modes, gauges = (row.mode, row.mode), (row.from_gauge_mm, row.to_gauge_mm)
    else:
        assert isinstance(row, Transfer)
        modes, gauges = (row.from_mode, row.to_mode), (row.from_gauge_mm, row.to_gauge_mm)
    return End(row.from_place, modes[0], gauges[0]), End(row.to_place, modes[1], gauges[1])


def _joinings(network: Network) -> Iterator[Link | Transfer | Crossing]:
    yield from network.links.values()
    yield from network.transfers.values()
    yield from network.crossings.values()


def _joined(network: Network) -> Mapping[str, list[tuple[End, End]]]:
    """Return the transfers and crossings by their places, as pairs of ends."""
    by_place: dict[str, list[tuple[End, End]]] = {}
    for row in (*network.transfers.values(), *network.crossings.values()):
        pair = ends_of(row)
        for place in {pair[0].place, pair[1].place}:
            by_place.setdefault(place, []).append(pair)
    return by_place


def _is_joined(pairs: list[tuple[End, End]], one: End, other: End) -> bool:
    """Whether one of these leads from the one to the other, or to a like state of a place nearby."""
    return any(
        (_alike(first, one) and _alike(second, other)) or (_alike(first, other) and _alike(second, one))
        for first, second in pairs
    )


def _alike(end: End, wanted: End) -> bool:
    return end.mode == wanted.mode and (
        end.gauge is None or wanted.gauge is None or end.gauge == wanted.gauge
    )


def _fits(end: End, other: End) -> bool:
    return end.place == other.place and _alike(end, other)


def _some(links: list[Link], most: int = 3) -> str:
    told = ", ".join(link.id for link in links[:most])
    return told + (" …" if len(links) > most else "")
