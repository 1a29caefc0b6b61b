"""The measures that a network itself suggests, each a small value: which rows it is about, and what it changes.

The list is made from the rows, and each sort of measure states what it assumes:

* every row under construction or planned, opened: and, since a part of a line helps nobody, all such rows that hang together;
* every crossing whose dwell is longer than the shortest that anybody has published of a crossing of its mode, with or without a change
  of gauge as it has one itself, brought down to that one;
* every dwell at a crossing or in a transfer, halved;
* one vessel more on every sea link whose vessels and headway are known: the headway becomes n / (n + 1) times as long;
* every crossing or transfer with opening hours, open round the clock;
* every rule in force, dropped: its delay and its fee are nothing.

What a measure costs is told where a source has published it: a row of the table ``check`` with `at` naming a row of the measure, and a
sum of money for its unit ("billion USD").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.network.tables import NOWHERE, Check, Crossing, Joining, Link, Number, Row, Transfer
from kengesh.corridors.questions.changed import opening, putting, scaling, slots_of
from kengesh.corridors.questions.rooms import scaled
from kengesh.terms.messages import _

MONEY = ("billion USD", "million USD", "billion EUR", "million EUR", "USD", "EUR")
TO_OPEN = ("under construction", "planned")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure: its sort (row, line, dwell, half dwell, vessel, hours, rule), its rows, what it changes, and what that assumes.

    `opened` rows are opened, `factors` multiply numbers, `put` take the place of numbers. `costs` are what sources say it costs.
    """

    name: str
    sort: str
    rows: tuple[str, ...]
    assumes: str
    opened: tuple[str, ...] = ()
    factors: tuple[tuple[Slot, float], ...] = ()
    put: tuple[tuple[Slot, Number], ...] = ()
    costs: tuple[Check, ...] = ()

    def applied(self, model: Model) -> Model:
        """Return the model with the measure taken."""
        if self.opened:
            model = opening(model, self.opened)
        if self.factors:
            model = scaling(model, dict(self.factors), self.name)
        return putting(model, dict(self.put)) if self.put else model


def candidates(model: Model) -> tuple[Candidate, ...]:
    """Return the measures that a network suggests, in the order of their sorts and of the rows."""
    found = (
        *_openings(model),
        *_to_the_best(model),
        *_halved(model),
        *_vessels(model),
        *_hours(model),
        *_rules(model),
    )
    return tuple(found)


def _openings(model: Model) -> Iterator[Candidate]:
    closed = {
        key: row
        for key, row in model.network.rows.items()
        if isinstance(row, Joining) and row.status in TO_OPEN and key not in model.open_rows
    }
    says = _("Opened as the network has it: what nobody has told of it counts as nothing and is named.")
    for key, row in closed.items():
        name = _("{row} opened: {start}-{end}").format(row=key, start=row.from_place, end=row.to_place)
        yield Candidate(name, "row", (key,), says, (key,), costs=_costs(model, [key]))
    for line in _hanging_together(closed):
        if len(line) > 1:
            name = _("opened together: {rows}").format(rows=", ".join(line))
            yield Candidate(name, "line", line, says, line, costs=_costs(model, line))


def _hanging_together(rows: dict[str, Joining]) -> list[tuple[str, ...]]:
    """Return rows in groups of those that meet at a place."""
    group = {key: key for key in rows}

    def first(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    at: dict[str, str] = {}
    for key, row in rows.items():
        for place in (row.from_place, row.to_place):
            group[first(key)] = first(at.setdefault(place, key))
    lines: dict[str, list[str]] = {}
    for key in rows:
        lines.setdefault(first(key), []).append(key)
    return [tuple(line) for line in lines.values()]


def _costs(model: Model, rows: Iterable[str]) -> tuple[Check, ...]:
    wanted = frozenset(rows)
    return tuple(one for one in model.network.checks.values() if one.at in wanted and one.unit in MONEY)


def _to_the_best(model: Model) -> Iterator[Candidate]:
    best: dict[tuple[str, bool], tuple[float, str]] = {}
    open_ = [row for row in model.open_rows.values() if isinstance(row, Crossing)]
    for row in open_:
        for slot in slots_of(model, row.id, "dwell"):
            found = model.numbers.at(slot)
            if found is not None and found.basis == "published":
                kind = _kind(row)
                best[kind] = min(best.get(kind, (scaled(found), row.id)), (scaled(found), row.id))
    for row in open_:
        least, where = best.get(_kind(row), (0.0, ""))
        factors = tuple(_down_to(model, row, least)) if where else ()
        if factors:
            says = _("Dwell as short as the shortest published of its kind: {hours:g} h at {row}.")
            name = _("{row}: dwell as at {other}").format(row=row.id, other=where)
            yield Candidate(name, "dwell", (row.id,), says.format(hours=least, row=where), factors=factors)


def _kind(row: Crossing) -> tuple[str, bool]:
    return row.mode, row.from_gauge_mm != row.to_gauge_mm


def _down_to(model: Model, row: Crossing, least: float) -> Iterator[tuple[Slot, float]]:
    for slot in slots_of(model, row.id, "dwell"):
        found = model.numbers.at(slot)
        if found is not None and scaled(found) > least:
            yield slot, least / scaled(found)


def _halved(model: Model) -> Iterator[Candidate]:
    for key in _of(model, Crossing, Transfer):
        slots = slots_of(model, key, "dwell")
        if slots:
            name = _("{row}: dwell halved").format(row=key)
            factors = tuple((slot, 0.5) for slot in slots)
            says = _("Half the dwell, and half its spread; nobody has said how.")
            yield Candidate(name, "half dwell", (key,), says, factors=factors, costs=_costs(model, [key]))


def _vessels(model: Model) -> Iterator[Candidate]:
    for key in _of(model, Link):
        vessels = model.numbers.of(key, "vessels")
        slots = slots_of(model, key, "headway")
        if vessels is not None and slots and (count := scaled(vessels)) > 0:
            name = _("{row}: one vessel more").format(row=key)
            says = _("{count:g} vessels become one more, and sail that much more often.").format(count=count)
            factors = tuple((slot, count / (count + 1)) for slot in slots)
            yield Candidate(name, "vessel", (key,), says, factors=factors, costs=_costs(model, [key]))


def _hours(model: Model) -> Iterator[Candidate]:
    for key in _of(model, Crossing, Transfer):
        slots = [*slots_of(model, key, "opens"), *slots_of(model, key, "closes")]
        if slots:
            name = _("{row}: open round the clock").format(row=key)
            says = _("Open at every hour, with everything else as it is.")
            put = tuple((slot, _midnight(slot, says)) for slot in slots)
            yield Candidate(name, "hours", (key,), says, put=put, costs=_costs(model, [key]))


def _midnight(slot: Slot, why: str) -> Number:
    return Number(
        subject=slot.subject,
        quantity=slot.quantity,
        value=0.0,
        unit="hour of day",
        basis="assumed",
        method=why,
        direction=slot.direction,
        nationality=slot.nationality,
        commodity=slot.commodity,
        where=NOWHERE,
    )


def _rules(model: Model) -> Iterator[Candidate]:
    for rule in model.network.rules.values():
        slots = [*slots_of(model, rule.id, "delay"), *slots_of(model, rule.id, "cost")]
        if rule.status == "in force" and slots:
            name = _("{rule} dropped: {name}").format(rule=rule.id, name=rule.name)
            says = _("Its delay and its fee are nothing; nothing takes its place.")
            factors = tuple((slot, 0.0) for slot in slots)
            yield Candidate(name, "rule", (rule.id,), says, factors=factors, costs=_costs(model, rule.at))


def _of(model: Model, *kinds: type[Row]) -> list[str]:
    return [key for key, row in model.open_rows.items() if isinstance(row, kinds)]
