"""Whether the figures of a network can be so: lengths beside the globe, speeds beside vehicles, units beside what converts them.

Bounds are wide: they find a slip of the decimal point or of the unit, and leave slow trains alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from kengesh.corridors.network.findings import Finding, found
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Numbers
from kengesh.corridors.network.quantities import unit_of
from kengesh.corridors.network.tables import Place
from kengesh.terms.messages import _

EARTH_KM = 6371.0088  # mean radius of the GRS 80 ellipsoid; the sphere errs by half a percent
UNDER = 0.98  # of the great circle: what the sphere and a rounded position may be wrong by
POSITION_KM = 5.0  # a town's position for its station's: shorter links are not judged by it
ROUGH_KM = 15.0  # by which a position may be wrong that calls itself approximate
FAR_UNDER = 0.8  # of the great circle: beyond what a source or a position may be wrong by
SPEEDS = {
    # km/h over a whole link, without stops: lowest and highest that a planner should not wonder about
    "rail": (8.0, 120.0),  # container trains: 120 km/h is the limit of most wagons
    "road": (10.0, 95.0),  # lorries are limited to 90 km/h in most states
    "sea": (8.0, 50.0),  # 4 to 27 knots
}


def too_short(network: Network) -> Iterator[Finding]:
    """Yield links that are shorter than the great circle between their ends."""
    numbers = network.numbers()
    for link in network.links.values():
        length = numbers.of(link.id, "distance")
        ends = (network.places[link.from_place], network.places[link.to_place])
        straight = great_circle_km(*ends)
        if length is None or straight is None:
            continue
        if length.value < UNDER * straight and straight - length.value > POSITION_KM:
            says = _(
                "{km:g} km is shorter than the great circle between its ends, {straight:.0f} km. "
                "Look at the length, its unit, and both positions."
            )
            rough = sum(ROUGH_KM for place in ends if place.position_basis.startswith("approximate"))
            far = length.value < FAR_UNDER * straight and straight - length.value > POSITION_KM + rough
            yield found(
                "too short", link, says, "error" if far else "remark", km=length.value, straight=straight
            )


def speeds(network: Network) -> Iterator[Finding]:
    """Yield links whose length and hours make a speed out of reason for their mode."""
    numbers = network.numbers()
    for link in network.links.values():
        length, hours = numbers.of(link.id, "distance"), numbers.of(link.id, "time")
        if length is None or hours is None or not hours.value or not length.value:
            continue
        speed, (least, most) = length.value / hours.value, SPEEDS[link.mode]
        if not least <= speed <= most:
            says = _(
                "{km:g} km in {hours:g} h is {speed:.0f} km/h; by {mode} expected are {least:g} to {most:g}."
            )
            yield found(
                "speed",
                link,
                says,
                km=length.value,
                hours=hours.value,
                speed=speed,
                mode=link.mode,
                least=least,
                most=most,
            )


def capacities_without_load(network: Network) -> Iterator[Finding]:
    """Yield the numbers in trains or tonnes that nothing converts, at the row of their file."""
    numbers = network.numbers()
    for figure in network.figures:
        needs = unit_of(figure.quantity, figure.unit).needs
        if needs and not _is_told(network, numbers, needs):
            says = _(
                "{quantity} in {unit}, which is not known in TEU a day before a number says {needs}: {of}."
            )
            of = _("of rail") if needs == "train_load" else _("of a sort of goods")
            finding = found(
                "unit", figure, says, quantity=figure.quantity, unit=figure.unit, needs=needs, of=of
            )
            yield Finding(finding.where, figure.subject, finding.check, finding.says, finding.weight)


def great_circle_km(one: Place, other: Place) -> float | None:
    """Return the length of the great circle between two places on a sphere; None where a position is not known.

    By the haversine, which keeps its digits at small distances (R. W. Sinnott, "Virtues of the Haversine", 1984).
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = radians(one.lat), radians(other.lat)
    up, across = north - south, radians(one.lon - other.lon)
    chord = sin(up / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _is_told(network: Network, numbers: Numbers, needs: str) -> bool:
    subjects = ["rail"] if needs == "train_load" else list(network.commodities)
    return any(numbers.of(subject, needs) is not None for subject in subjects)
