"""Lengths and speeds of others' links as distances and times, in the units that they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kengesh.corridors.network.columns import CellError, Real
from kengesh.corridors.network.files import Record, written
from kengesh.corridors.network.problems import Problem
from kengesh.terms.messages import _

KM = {
    "km": ("kilometer", "kilometers", "kilometre", "kilometres"),
    "m": ("meter", "meters", "metre", "metres"),
    "mi": ("mile", "miles"),
    "ft": ("foot", "feet"),
}
SPEEDS = {
    "km/h": ("kph", "kmh", "kmph", "kilometers per hour"),
    "mph": ("mi/h", "mile/h", "miles per hour"),
    "m/s": ("mps", "meters per second"),
    "ft/s": ("fps", "feet per second"),
}
IN_KM = {"km": 1.0, "m": 1e-3, "mi": 1.609344, "ft": 0.0003048}
IN_KM_PER_HOUR = {"km/h": 1.0, "mph": 1.609344, "m/s": 3.6, "ft/s": 1.09728}


@dataclass(frozen=True, slots=True)
class Measures:
    """The units of lengths and of speeds; "" where they are not told, with the word that was not understood."""

    length: str
    speed: str
    said: tuple[str, str] = ("", "")


def measures_of(length: str, speed: str) -> Measures:
    """Return the units that words stand for."""
    return Measures(_unit(length, KM), _unit(speed, SPEEDS), (length, speed))


def figures_of(record: Record, measures: Measures, problems: list[Problem]) -> Iterator[dict[str, str]]:
    """Yield the numbers of a link: its length, and the running time by length and free speed where both are known."""
    length = _figure(record, "length", problems)
    speed = _figure(record, "free_speed", problems)
    if length is None:
        return
    if not measures.length:
        _tell(record, "length", measures.said[0], ", ".join(KM), problems)
        return
    if measures.length == "ft":
        how = _("length {length} ft × 0.3048").format(length=written(length))
        yield {"quantity": "distance", "value": written(length * 0.3048), "unit": "m", "method": how}
    else:
        yield {
            "quantity": "distance",
            "value": written(length),
            "unit": measures.length,
            "method": "length",
        }
    if not speed:  # at no speed nothing arrives, and the time is not known
        return
    if not measures.speed:
        _tell(record, "free_speed", measures.said[1], ", ".join(SPEEDS), problems)
        return
    hours = length * IN_KM[measures.length] / (speed * IN_KM_PER_HOUR[measures.speed])
    yield {"quantity": "time", "value": written(hours), "unit": "h", "method": "length by free_speed"}


def _figure(record: Record, name: str, problems: list[Problem]) -> float | None:
    text = record.cells.get(name, "")
    if text in ("", "NaN", "nan"):
        return None
    try:
        return Real(0).read(text)
    except CellError as error:
        problems.append(Problem(record.where, record.cells.get("link_id", ""), name, str(error)))
        return None


def _tell(record: Record, name: str, said: str, expected: str, problems: list[Problem]) -> None:
    """Tell once a file that a unit is not known."""
    says = _("the unit is not known: config.csv says “{said}”; the caller may say one of {expected}.")
    told = says.format(said=said, expected=expected)
    if not any(one.says == told and one.column == name for one in problems):
        problems.append(Problem(record.where, "", name, told))


def _unit(text: str, known: dict[str, tuple[str, ...]]) -> str:
    word = text.strip().lower()
    return next((unit for unit, words in known.items() if word == unit or word in words), "")
