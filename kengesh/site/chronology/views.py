"""What the chronology shows: the events of a year, of everything or of one thing."""

from __future__ import annotations

from kengesh.mechanism.answers import Row
from kengesh.mechanism.near import near
from kengesh.pictures.meetings_chronology import meetings_chronology
from kengesh.pictures.picture import Picture
from kengesh.site.paging import paged
from kengesh.site.reading import AskedWrongly, NotInRecord, Reading
from kengesh.site.shows import Page
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _

ON_A_PAGE = 100


def chronology(reading: Reading) -> Page:
    """Show what happened up to the day; ``of`` leaves what names one thing, ``year`` one year (by default the last one)."""
    thing = reading.query.get("of") or None
    if thing is not None and not reading.mechanism.view().is_known(thing):
        raise NotInRecord(thing, near(reading.mechanism.view(), thing, ()))
    rows = reading.ask("timeline", thing=thing)["answer"]
    years = _years(rows)
    year = reading.query.get("year") or (max(years) if years and thing is None else None)
    if year is not None and year not in years:
        says = _("year: nothing is dated {year} here; there are: {years}.")
        raise AskedWrongly(says.format(year=year, years=", ".join(sorted(years)) or _("none")))
    chosen = in_order([one for one in rows if year in (None, _year(one))])
    found = {
        "pages": paged(reading, chosen, ON_A_PAGE),
        "years": [(one, years[one]) for one in sorted(years, reverse=True)],
        "year": year,
        "of": thing,
        "picture": _picture(reading) if thing is None else None,
        "of_query": {} if thing is None else {"of": thing},
    }
    title = (
        _("Chronology")
        if thing is None
        else _("Chronology: {thing}").format(thing=reading.reader.name(thing))
    )
    return Page("chronology/chronology.html", title, found, thing=thing)


def in_order(rows: list[Row]) -> list[Row]:
    """Return events in order of day, those of several possible months after the surer ones of their first year, no year last."""
    return sorted(rows, key=lambda one: (not _year(one), _year(one), _is_open(one)))


def _picture(reading: Reading) -> Picture | None:
    return meetings_chronology(reading.reader, reading.body, reading.href_of) if reading.body else None


def _years(rows: list[Row]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[_year(row)] = counted.get(_year(row), 0) + 1
    return counted


def _is_open(row: Row) -> bool:
    """Say whether an event could be on days of several months: it stands after those of its year that are surer."""
    when = parse_when(row["on"])
    first, last = when.earliest, when.latest
    if "/" in row["on"] and first is not None:
        return False
    return first is None or last is None or (first.year, first.month) != (last.year, last.month)


def _year(row: Row) -> str:
    """Return the first possible year of an event, its last where there is no first."""
    when = parse_when(row["on"])
    day = when.earliest or when.latest
    return "" if day is None else f"{day.year:04}"
