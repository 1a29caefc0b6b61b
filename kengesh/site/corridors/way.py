"""Which way is asked for: from where to where, by what measure, for which goods, along which corridor or by which places."""

from __future__ import annotations

from collections.abc import Mapping

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.network.tables import MODES, Corridor
from kengesh.corridors.questions.asking import BY, Asked
from kengesh.site.corridors.asked import chosen, several
from kengesh.site.corridors.ground import Ground
from kengesh.site.reading import AskedWrongly
from kengesh.terms.messages import _


def along(ground: Ground, corridor: Corridor) -> Asked:
    """Return the way along a named corridor, between its own ends or those that the address names. Raises AskedWrongly."""
    origin, destination = ends(ground, corridor.from_place, corridor.to_place)
    return Asked(
        origin,
        destination,
        "time",
        shipper_of(ground),
        between(corridor.via, origin, destination),
        corridor.avoid,
        corridor.modes,
    )


def by_choice(ground: Ground) -> Asked | None:
    """Return the way that the address asks for; None where it does not name both ends. Raises AskedWrongly."""
    origin, destination = ends(ground)
    if not (origin and destination):
        return None
    reading = ground.reading
    by = chosen(reading, "by", BY, "time")
    key = chosen(reading, "corridor", tuple(ground.network.corridors))
    if key:
        one = ground.network.corridors[key]
        via = between(one.via, origin, destination)
        return Asked(origin, destination, by, shipper_of(ground), via, one.avoid, one.modes)
    states = {place.country for place in ground.network.places.values()}
    return Asked(
        origin,
        destination,
        by,
        shipper_of(ground),
        between(several(reading, "via", tuple(ground.network.places)), origin, destination),
        several(reading, "avoid", sorted(states)),
        several(reading, "modes", MODES),
    )


def ends(ground: Ground, origin: str = "", destination: str = "") -> tuple[str, str]:
    """Return the places that the address names as ends, or else these. Raises AskedWrongly where both are one."""
    places = tuple(ground.network.places)
    first = chosen(ground.reading, "from", places, origin)
    last = chosen(ground.reading, "to", places, destination)
    if first and first == last:
        raise AskedWrongly(_("from and to are the same place: choose two."))
    return first, last


def shipper_of(ground: Ground) -> Shipper:
    """Return for whom the address asks: goods of a sort, or any. Raises AskedWrongly."""
    return Shipper(chosen(ground.reading, "commodity", tuple(ground.network.commodities)))


def query_of(ground: Ground, asked: Asked | None, corridor: str = "") -> Mapping[str, str]:
    """Return what the one address of a way asks for."""
    if asked is None:
        reading = ground.reading
        ends_ = {name: value for name in ("from", "to") if (value := reading.query.get(name, "").strip())}
        return {**ends_, **ground.kept}
    free = {
        "via": ",".join(asked.via),
        "avoid": ",".join(asked.avoid),
        "modes": ",".join(asked.modes),
    }
    return {
        "from": asked.origin,
        "to": asked.destination,
        "by": "" if asked.by == "time" else asked.by,
        "commodity": asked.shipper.commodity,
        **({"corridor": corridor} if corridor else free),
        **ground.kept,
    }


def between(via: tuple[str, ...], origin: str, destination: str) -> tuple[str, ...]:
    """Leave out of the places on the way those at which it begins or ends."""
    return tuple(one for one in via if one not in (origin, destination))
