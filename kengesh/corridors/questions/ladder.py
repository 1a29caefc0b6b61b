"""The room along one route, step by step, and the step that has the least of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Chosen, Slot
from kengesh.corridors.questions.rooms import Room, room_of
from kengesh.corridors.questions.route import Route, Step


@dataclass(frozen=True, slots=True)
class Rung:
    """A step with its room, what did pass there where that is told, and the flow that an answer sends over it.

    `is_least` where no step whose capacity is known has less.
    """

    step: Step
    room: Room
    throughput: Chosen | None
    flow: float | None
    is_least: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in the order of travel."""

    rungs: tuple[Rung, ...]

    @property
    def most(self) -> float | None:
        """What can pass along the route in TEU a day; an upper bound where :attr:`lacking` is not empty, None if nothing is known."""
        return min((room for rung in self.rungs if (room := rung.room.teu_per_day) is not None), default=None)

    @property
    def lacking(self) -> tuple[Slot, ...]:
        """The numbers without which the capacity of a step is not known."""
        return tuple(dict.fromkeys(slot for rung in self.rungs for slot in rung.room.lacking))


def ladder_of(
    model: Model, route: Route, shipper: Shipper, flows: Mapping[tuple[str, str], float] | None = None
) -> Ladder:
    """Return the ladder of a route, with the flow over each step from an answer by row and direction where it is given."""
    rooms = [room_of(model, step.id, shipper) for step in route.steps]
    least = min((one.teu_per_day for one in rooms if one.teu_per_day is not None), default=None)
    rungs = [
        Rung(
            step,
            room,
            model.numbers.of(step.id, "throughput", commodity=shipper.commodity),
            None if flows is None else _both_ways(flows, step.id),
            room.teu_per_day is not None and room.teu_per_day == least,
        )
        for step, room in zip(route.steps, rooms, strict=True)
    ]
    return Ladder(tuple(rungs))


def _both_ways(flows: Mapping[tuple[str, str], float], row: str) -> float:
    return sum(flow for (subject, _direction), flow in flows.items() if subject == row)
