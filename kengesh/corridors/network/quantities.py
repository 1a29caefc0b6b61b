"""The quantities that a number of a network may be about, and their units.

Every quantity is kept in one unit; a number may be given in another that fits it, and is converted when it is read. Some
conversions rest on another number (how many TEU a train carries, how many tonnes a TEU): without it the quantity is not known,
and the answer says which number would settle it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.terms.messages import N_, _

HOURS_A_DAY, DAYS_A_YEAR = 24.0, 365.0
TONNES_PER_MT = 1e6


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number says of a row: its unit, the tables whose rows may have it, and its meaning.

    `one_way`: whether it may be told for one direction alone.
    """

    name: str
    unit: str
    tables: tuple[str, ...]
    says: str
    signed: bool = False
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written, what it makes of a value, and the quantity on which that rests, if it does."""

    factor: float
    needs: str = ""
    divides: bool = False


CARRIED = ("link", "transfer", "crossing", "service")

QUANTITIES = {
    one.name: one
    for one in (
        Quantity("distance", "km", ("link", "crossing", "service"), N_("length")),
        Quantity(
            "time",
            "h",
            ("link", "service"),
            N_("running or sailing time, without stops at borders and in ports"),
            one_way=True,
        ),
        Quantity(
            "dwell",
            "h",
            ("transfer", "crossing"),
            N_("time from arrival to departure at a border, a port or a change of gauge"),
            one_way=True,
        ),
        Quantity(
            "queue",
            "h",
            ("crossing",),
            N_("waiting before the border's own procedures begin, where it is told apart"),
            one_way=True,
        ),
        Quantity("cost", "USD/TEU", (*CARRIED, "rule"), N_("what a loaded container pays"), one_way=True),
        Quantity(
            "capacity", "TEU/day", ("link", "transfer", "crossing"), N_("what can pass both ways together")
        ),
        Quantity(
            "throughput",
            "TEU/day",
            ("link", "transfer", "crossing", "place"),
            N_("what did pass, which is no capacity"),
        ),
        Quantity(
            "forecast",
            "TEU/day",
            ("link", "transfer", "crossing", "place"),
            N_("what is forecast to pass, which is no capacity"),
        ),
        Quantity(
            "headway", "h", ("link",), N_("time between two departures of a vessel or a train"), one_way=True
        ),
        Quantity(
            "headway_variation",
            "1",
            ("link",),
            N_("standard deviation of the headway, divided by the headway"),
            one_way=True,
        ),
        Quantity(
            "first_departure",
            "h",
            ("link",),
            N_("hour, counted from Monday midnight, of one departure; the others are a headway apart"),
            one_way=True,
        ),
        Quantity("vessels", "vessels", ("link",), N_("vessels in service")),
        Quantity(
            "opens",
            "hour of day",
            ("crossing", "transfer"),
            N_("hour of the day at which it opens"),
            one_way=True,
        ),
        Quantity(
            "closes",
            "hour of day",
            ("crossing", "transfer"),
            N_("hour of the day at which it closes"),
            one_way=True,
        ),
        Quantity(
            "delay",
            "h",
            ("rule",),
            N_("hours that a rule adds (or, below zero, takes away)"),
            signed=True,
            one_way=True,
        ),
        Quantity("volume", "TEU/day", ("demand",), N_("what is to be carried")),
        Quantity(
            "value_of_time", "USD/(TEU h)", ("commodity",), N_("what an hour less is worth to a shipper")
        ),
        Quantity(
            "value_of_reliability",
            "USD/(TEU h)",
            ("commodity",),
            N_("what an hour less of standard deviation is worth"),
        ),
        Quantity("choice_scale", "1/USD", ("commodity",), N_("scale of the logit of route choice")),
        Quantity("payload", "t/TEU", ("commodity",), N_("tonnes of goods in a loaded container")),
        Quantity("train_load", "TEU/train", ("mode",), N_("containers on a train")),
        Quantity(
            "emissions",
            "g/(t km)",
            ("mode", "link"),
            N_("greenhouse gases as CO2e from well to wheel, of a tonne carried a kilometre"),
        ),
    )
}

UNITS: dict[str, dict[str, Unit]] = {
    "km": {"km": Unit(1), "m": Unit(1e-3), "mi": Unit(1.609344)},
    "h": {"h": Unit(1), "min": Unit(1 / 60), "d": Unit(HOURS_A_DAY)},
    "USD/TEU": {"USD/TEU": Unit(1), "USD/FEU": Unit(0.5)},
    "TEU/day": {
        "TEU/day": Unit(1),
        "TEU/year": Unit(1 / DAYS_A_YEAR),
        "trains/day": Unit(1, needs="train_load"),
        "t/day": Unit(1, needs="payload", divides=True),
        "t/year": Unit(1 / DAYS_A_YEAR, needs="payload", divides=True),
        "Mt/year": Unit(TONNES_PER_MT / DAYS_A_YEAR, needs="payload", divides=True),
    },
    "hour of day": {"hour of day": Unit(1)},
    "g/(t km)": {"g/(t km)": Unit(1), "kg/(t km)": Unit(1000)},
    "USD/(TEU h)": {"USD/(TEU h)": Unit(1), "USD/(TEU d)": Unit(1 / HOURS_A_DAY)},
}


class UnitError(ValueError):
    """A unit that does not fit the quantity."""


def unit_of(quantity: str, written: str) -> Unit:
    """Return the unit in which a number of a quantity is written. Raises UnitError with those that fit."""
    own = QUANTITIES[quantity].unit
    fitting = UNITS.get(own, {own: Unit(1)})
    if written not in fitting:
        says = _("the unit “{unit}” does not fit {quantity}: expected {units}.")
        raise UnitError(says.format(unit=written, quantity=quantity, units=", ".join(fitting)))
    return fitting[written]
