"""Statuses through time as bands: what a band is, what it is made from, and what its table says.

A band is full where the status surely held, and hatched where it may have: between the first and the last possible day of its
beginning, and of its end. It is read from the spells that ``kengesh.mechanism.participation`` finds, so that a picture and an
answer go by the same days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kengesh.charter import Standing as Rank
from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.participation import Participation
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.spells import Spell, Turn
from kengesh.pictures.marks import Sort, sort_words
from kengesh.pictures.picture import Cell, Row, named
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

SORT_OF_RANK = {Rank.MEMBERSHIP: Sort.MEMBERSHIP, Rank.OTHER: Sort.OTHER, Rank.NONE: Sort.NONE}


@dataclass(frozen=True, slots=True)
class Band:
    """A status of one party in one body: it began between `earliest` and `begun`, and ended between `ending` and `ended`.

    None is no such limit: it may have begun at any time before, it lasts, or it may have ended at any time since.
    """

    spell: Spell
    sort: Sort
    earliest: date | None
    begun: date | None
    ending: date | None
    ended: date | None
    lasts: bool
    attested: str | None
    disputed: bool

    @property
    def status(self) -> str:
        """The status."""
        return self.spell.status


@dataclass(frozen=True, slots=True)
class Denial:
    """A day or a time of which it is said that the party had no status, or none of these."""

    act: LiveAct
    statuses: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """What is known of one party in one body; `thing` is the one of the two that the lane is named by."""

    thing: str
    found: Participation
    bands: tuple[Band, ...]
    denials: tuple[Denial, ...]

    @property
    def drawn_denials(self) -> list[Denial]:
        """The denials that are drawn: where no band says what the party was instead."""
        return [one for one in self.denials if not any(_covers(band, one) for band in self.bands)]


def lane(thing: str, found: Participation, on: date) -> Lane:
    """Return the lane of a party in a body, up to a day."""
    standings = {one.status: one for one in found.standings(on)}
    bands = []
    for spell in found.spells:
        if spell.start.reached(on) is Truth.NO:
            continue
        band = _band(found, spell, on)
        holding = standings.get(spell.status)
        if holding is not None and spell.holds(on) is not Truth.NO:
            band = _seen(band, holding.last_attested, holding.disputed)
        bands.append(band)
    bands.sort(key=lambda one: (one.earliest or one.begun or date.max, one.begun or date.max, one.status))
    denials = [_denial(act) for act in [*found.denials, *found.closing]]
    told = [one for one in denials if begun(parse_when(one.act.get("on")), on) is Truth.YES]
    told.sort(key=lambda one: (one.last or date.max, one.act.id))
    return Lane(thing, found, tuple(bands), tuple(told))


def sort_of(found: Participation, status: str | None) -> Sort:
    """Return what a status comes to in a body; one that the charter does not rank is another status."""
    rule = found.rules.get(status or "")
    return Sort.OTHER if rule is None else SORT_OF_RANK[rule.standing]


def earliest_of(lanes: Iterable[Lane]) -> list[date]:
    """Return the first days that lanes speak of."""
    days = [band.earliest or band.begun for one in lanes for band in one.bands]
    days += [denial.first or denial.last for one in lanes for denial in one.drawn_denials]
    return [day for day in days if day is not None]


def in_rows(bands: Sequence[Band]) -> list[list[Band]]:
    """Return bands in rows, so that where one surely held no other is drawn; what may have been may lie over each other."""
    rows: list[list[Band]] = []
    for band in bands:
        free = (row for row in rows if not any(_overlap(band, one) for one in row))
        row = next(free, None)
        if row is None:
            rows.append([band])
        else:
            row.append(band)
    return rows


def table_rows(reader: Reader, lanes: Sequence[Lane]) -> list[Row]:
    """Return a row for every band and every denial."""
    rows = []
    for one in lanes:
        for band in one.bands:
            rows.append(_band_row(reader, one, band))
        for denial in one.denials:
            rows.append(_denial_row(reader, one, denial))
        if not one.bands and not one.denials:
            rows.append((named(reader, one.thing), Cell(_("not known")), *[Cell("")] * 5))
    return rows


def denied_words(reader: Reader, denial: Denial) -> str:
    """Say what is denied: any status, or those that are named."""
    names = reader.names(denial.statuses)
    return _("not: {statuses}").format(statuses=names) if names else _("no status")


def columns(first: str) -> tuple[str, ...]:
    """Return the columns of those rows."""
    return (
        first,
        _("Status"),
        _("What it comes to"),
        _("From"),
        _("Until"),
        _("Last attested"),
        _("Sources"),
    )


def _band(found: Participation, spell: Spell, on: date) -> Band:
    earliest, begun_by = _bounds([spell.start])
    ending, ended = _bounds(spell.ends) if spell.ends else (None, None)
    if spell.ends and ending is None:
        ending = begun_by  # an end without a first possible day: at any time since
    disputed = spell.is_open or any(is_disputed(act) for act in (*spell.start.acts, *spell.ended_by))
    return Band(
        spell,
        sort_of(found, spell.status),
        earliest,
        begun_by,
        ending,
        ended,
        spell.holds(on) is Truth.YES,
        None,
        disputed,
    )


def _seen(band: Band, attested: str | None, disputed: bool) -> Band:
    return Band(
        band.spell,
        band.sort,
        band.earliest,
        band.begun,
        band.ending,
        band.ended,
        band.lasts,
        attested,
        band.disputed or disputed,
    )


def _bounds(turns: Sequence[Turn]) -> tuple[date | None, date | None]:
    """Return the first and the last possible day of the first of some turns."""
    first = [[when.earliest for when in one.sides] for one in turns]
    last = [[when.latest for when in one.sides] for one in turns]
    lows = [None if None in days else min(filter(None, days)) for days in first]
    highs = [max(known) for days in last if (known := [day for day in days if day is not None]) == days]
    return (None if None in lows else min(filter(None, lows))), min(highs, default=None)


def _denial(act: LiveAct) -> Denial:
    when = parse_when(act.get("on"))
    statuses = act.get("statuses") or ((act.get("status"),) if act.get("status") else ())
    single = "/" not in when.text
    last = when.latest if single else when.last.earliest if when.last else None
    return Denial(act, tuple(statuses), when.earliest, last)


def _covers(band: Band, denial: Denial) -> bool:
    """Whether a band says what the party was when something was denied."""
    if denial.first is None or denial.last is None:
        return False
    begins = band.earliest or band.begun
    return (begins is None or begins <= denial.last) and (band.ended is None or band.ended > denial.first)


def _overlap(one: Band, other: Band) -> bool:
    """Whether one of two bands surely held while the other may have."""
    return _sure_meets(one, other) or _sure_meets(other, one)


def _sure_meets(sure: Band, other: Band) -> bool:
    start, stop = sure.begun or date.max, sure.ending or date.max
    return start < stop and start < (other.ended or date.max) and (other.earliest or date.min) < stop


def _band_row(reader: Reader, one: Lane, band: Band) -> Row:
    start, ends = band.spell.start, band.spell.ends
    until = [_sides(reader, ends[0])] if ends else []
    return (
        named(reader, one.thing),
        named(reader, band.status),
        Cell(sort_words(band.sort)),
        Cell(_sides(reader, start)),
        Cell(until[0] if until else _("lasts")),
        Cell(reader.day(band.attested)),
        Cell(_("sources differ") if band.disputed else ""),
    )


def _denial_row(reader: Reader, one: Lane, denial: Denial) -> Row:
    told = denied_words(reader, denial)
    differ = _("sources differ") if is_disputed(denial.act) else ""
    day = reader.day(denial.act.get("on"))
    return (
        named(reader, one.thing),
        Cell(told),
        Cell(_("denied")),
        Cell(day),
        Cell(""),
        Cell(""),
        Cell(differ),
    )


def _sides(reader: Reader, turn: Turn) -> str:
    days = [reader.day(when.text) for when in turn.sides]
    return days[0] if len(days) == 1 else _("sources differ: {days}").format(days="; ".join(days))
