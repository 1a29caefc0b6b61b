"""What passing a row takes, piece by piece: hours and money, each with the number on which it rests.

A link takes its running or sailing time, and the wait for a vessel where the network has its headway; a transfer or crossing its
dwell, the queue and the wait for opening where they are told apart; a rule adds hours or money. A piece that the network has no number
for is *not known*: it counts as nothing in a sum, and the sum is then told as a lower bound, with what is lacking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import comb, prod

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.numbers import Chosen, Numbers, Slot
from kengesh.corridors.network.tables import Crossing, Link, Row, Rule, Transfer
from kengesh.corridors.solve.waits import mean_gate_wait, mean_headway_wait

HOURS_A_DAY = 24.0
MONEY = ("cost", "fee")
OF_TIME = {"time": "running", "dwell": "dwell", "queue": "queue", "delay": "rule"}


@dataclass(frozen=True, slots=True)
class Variable:
    """A triangular random number by its ends and its mode, known by its key: the same key is the same number in a draw."""

    key: str
    low: float
    mode: float
    high: float

    def moment(self, power: int) -> float:
        """The mean of a power of it: twice the sum of all products of so many of its ends and mode, by (power + 1) (power + 2)."""
        a, b, c = self.low, self.mode, self.high
        products = (
            a**i * b**j * c ** (power - i - j) for i in range(power + 1) for j in range(power + 1 - i)
        )
        return 2 * sum(products) / ((power + 1) * (power + 2))


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what passing a row takes: hours (`sort` is running, dwell, queue, wait, opening, rule) or USD/TEU (cost, fee).

    It is the product of its factors; for ``wait`` these are the headway and its variation, for ``opening`` the hours of the day
    at which it opens and closes.
    """

    sort: str
    slot: Slot
    factors: tuple[Variable, ...]
    basis: str
    number: Chosen | None = None

    @property
    def is_money(self) -> bool:
        """Whether it is money rather than time."""
        return self.sort in MONEY

    @property
    def value(self) -> float:
        """Hours or USD/TEU: as the sources tell it; the mean for a wait."""
        modes = [one.mode for one in self.factors]
        if self.sort == "wait":
            return float(mean_headway_wait(*modes))
        if self.sort == "opening":
            return float(mean_gate_wait(HOURS_A_DAY - closed_hours(*modes)))
        return prod(modes)

    @property
    def variance(self) -> float:
        """The variance, in hours squared."""
        if self.sort == "wait":
            first, second = _moments_of_wait(*self.factors)
        elif self.sort == "opening":
            first, second = _moments_of_opening(*self.factors)
        else:
            first, second = (prod(one.moment(power) for one in self.factors) for power in (1, 2))
        return max(second - first**2, 0.0)

    @property
    def has_spread(self) -> bool:
        """Whether anything is known of how it varies."""
        return self.sort in ("wait", "opening") or any(one.low < one.high for one in self.factors)


def _moments_of_wait(headway: Variable, variation: Variable) -> tuple[float, float]:
    """Return the mean of a wait and of its square, both numbers varying too: see :mod:`~kengesh.corridors.solve.waits`."""
    c2, c4 = variation.moment(2), variation.moment(4)
    return headway.moment(1) * (1 + c2) / 2, headway.moment(2) * (1 + 3 * c2 + 2 * c4) / 3


def _moments_of_opening(opens: Variable, closes: Variable) -> tuple[float, float]:
    """Return the mean of a wait and of its square; whether it is open over midnight is as their modes have it."""
    shift = closed_hours(opens.mode, closes.mode) - (opens.mode - closes.mode)
    shut = Variable("", closes.low - shift, closes.mode - shift, closes.high - shift)
    square, cube = (
        sum(comb(n, k) * opens.moment(k) * (-1) ** (n - k) * shut.moment(n - k) for k in range(n + 1))
        for n in (2, 3)
    )
    return square / (2 * HOURS_A_DAY), cube / (3 * HOURS_A_DAY)


@dataclass(frozen=True, slots=True)
class Passing:
    """What passing one row in one direction takes, and the numbers that are lacking to say all of its hours and all of its money."""

    pieces: tuple[Piece, ...]
    lacking_hours: tuple[Slot, ...]
    lacking_usd: tuple[Slot, ...]


def closed_hours(opens: float, closes: float) -> float:
    """Return for how many hours of a day it is closed; the same hour twice is open all day, a later opening is open over midnight."""
    return 0.0 if opens == closes else (opens - closes) % HOURS_A_DAY


@dataclass(frozen=True, slots=True)
class Shipper:
    """What is carried, and the state of the vehicle that carries it; empty for any."""

    commodity: str = ""
    nationality: str = ""


ANYBODY = Shipper()


def passing(
    numbers: Numbers, rules: Mapping[str, list[Rule]], row: Row, direction: str, shipper: Shipper
) -> Passing:
    """Say what passing a row in one direction takes a shipper; `rules` are those of :func:`rules_at`."""
    return _Asked(numbers, direction, shipper, rules).passing(row)


def rules_at(network: Network) -> Mapping[str, list[Rule]]:
    """Return the rules in force, by the rows at which they are paid."""
    found: dict[str, list[Rule]] = {}
    for rule in network.rules.values():
        if rule.status == "in force":
            for one in rule.at:
                found.setdefault(one, []).append(rule)
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    numbers: Numbers
    direction: str
    shipper: Shipper
    rules: Mapping[str, list[Rule]]

    def passing(self, row: Row) -> Passing:
        pieces: list[Piece] = []
        lacking: tuple[list[Slot], list[Slot]] = ([], [])
        for sort, slot, found in self._asked_of(row):
            if found is None:
                lacking[sort in MONEY].extend(self.numbers.lacking(slot, self.shipper.commodity))
            else:
                pieces.append(Piece(sort, found.slot, _factors(found), found.basis, found))
        if isinstance(row, Link):
            self._wait(row, pieces, lacking[0])
        if isinstance(row, Crossing | Transfer):
            self._opening(row.id, pieces)
        return Passing(tuple(pieces), tuple(lacking[0]), tuple(lacking[1]))

    def _asked_of(self, row: Row) -> Iterator[tuple[str, Slot, Chosen | None]]:
        """Yield the numbers that make up the passing of a row; those that it has to have also where they are not known."""
        subject = str(getattr(row, "id", ""))
        main = "time" if isinstance(row, Link) else "dwell"
        for quantity, sort in ((main, OF_TIME[main]), ("cost", "cost")):
            yield sort, Slot(subject, quantity), self._of(subject, quantity)
        if isinstance(row, Crossing) and (queue := self._of(subject, "queue")) is not None:
            yield "queue", queue.slot, queue
        for rule in self.rules.get(subject, ()):
            if self._concerns(rule):
                yield from self._of_rule(rule)

    def _of_rule(self, rule: Rule) -> Iterator[tuple[str, Slot, Chosen | None]]:
        found = [("rule", self._of(rule.id, "delay")), ("fee", self._of(rule.id, "cost"))]
        for sort, one in found:
            if one is not None:
                yield sort, one.slot, one
        if all(one is None for _sort, one in found):
            yield "fee", Slot(rule.id, "cost"), None

    def _concerns(self, rule: Rule) -> bool:
        return (
            rule.direction in ("both", self.direction)
            and (not rule.nationality or self.shipper.nationality in rule.nationality)
            and (not rule.commodity or self.shipper.commodity in rule.commodity)
        )

    def _of(self, subject: str, quantity: str) -> Chosen | None:
        return self.numbers.of(
            subject, quantity, self.direction, self.shipper.nationality, self.shipper.commodity
        )

    def _wait(self, row: Link, pieces: list[Piece], lacking: list[Slot]) -> None:
        headway, variation = self._of(row.id, "headway"), self._of(row.id, "headway_variation")
        if headway is None:
            if row.mode == "sea":
                lacking.append(Slot(row.id, "headway"))
            return
        regular = Variable(str(Slot(row.id, "headway_variation")), 0.0, 0.0, 0.0)
        factors = (_variable(headway), regular if variation is None else _variable(variation))
        pieces.append(Piece("wait", headway.slot, factors, headway.basis, headway))

    def _opening(self, subject: str, pieces: list[Piece]) -> None:
        opens, closes = self._of(subject, "opens"), self._of(subject, "closes")
        if opens is not None and closes is not None:
            factors = (_variable(opens), _variable(closes))
            pieces.append(Piece("opening", opens.slot, factors, opens.basis, opens))


def _factors(found: Chosen) -> tuple[Variable, ...]:
    """Return a number as a product: itself, and what a scenario multiplies it by."""
    scales = (Variable(one.key, one.low, one.mode, one.high) for one in found.scales)
    return (_unscaled(found), *scales)


def _variable(found: Chosen) -> Variable:
    """Return a number as one variable; ends go with ends where a scenario multiplies it, as if both varied together."""
    one = _unscaled(found)
    for scale in found.scales:
        one = Variable(one.key, one.low * scale.low, one.mode * scale.mode, one.high * scale.high)
    return one


def _unscaled(found: Chosen) -> Variable:
    low = found.value if found.low is None else found.low
    high = found.value if found.high is None else found.high
    return Variable(str(found.slot), low, found.value, high)
