"""Years from promise to act: each commitment from the day of the promise to the day it is due and the last report on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from kengesh.mechanism.questions.commitments import commitments
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import shown
from kengesh.pictures.marks import Drawn, Sort, cross, disputed_entry, disputed_mark, key, sort_mark
from kengesh.pictures.picture import Cell, Link, Picture, Row, Table, foreign, spoken
from kengesh.pictures.scale import Scale
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, line, path, rect, words
from kengesh.pictures.writing import NOTE, wrap
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import N_, _, ngettext

WIDTH, LEFT, RIGHT, NAMES = 960.0, 330.0, 780.0, 316.0
HEAD = 30.0
DAYS_A_YEAR = 365.25
AHEAD = 6  # years after the view's day; what is due later is written at the edge

# How a report's outcome is drawn: as what is done, done in part, over, or not known.
OUTCOMES = {
    "done": Sort.MEMBERSHIP,
    "done-in-part": Sort.OTHER,
    "running": Sort.OTHER,
    "replaced": Sort.NONE,
    "not-done": Sort.NO,
    "not-found": Sort.NOT_KNOWN,
    "not-known": Sort.NOT_KNOWN,
}
SORT_WORDS = {
    Sort.MEMBERSHIP: N_("done"),
    Sort.OTHER: N_("running, or done in part"),
    Sort.NONE: N_("replaced by another"),
    Sort.NO: N_("not done"),
    Sort.NOT_KNOWN: N_("not found, or not known"),
}


@dataclass(frozen=True, slots=True)
class Course:
    """A commitment on the line: its row, and the days of the promise, of what is due, of the last report."""

    row: dict[str, Any]
    promised: date | None
    due: date | None
    reported: date | None

    @property
    def sort(self) -> Sort:
        """How its last report is drawn."""
        return OUTCOMES.get(self.row["outcome"], Sort.NOT_KNOWN)

    @property
    def years(self) -> float | None:
        """How many years it took until it was reported done; None where it was not."""
        if self.row["outcome"] != "done" or self.promised is None or self.reported is None:
            return None
        return (self.reported - self.promised).days / DAYS_A_YEAR


def years_of_commitments(reader: Reader, link: Link | None = None) -> Picture:
    """Draw every commitment made by the view's day, in the order of the promises."""
    rows = commitments(reader.view)["answer"]
    courses = [Course(row, _day(row["on"]), _day(row["due"]), _day(row["reported_on"])) for row in rows]
    title = _("Commitments: from promise to act")
    sheet = Sheet(link)
    if courses:
        height = _draw(sheet, reader, courses)
    else:
        sheet.add(words(14, 24, [_("The record holds no commitment up to this day.")], "picture__note"))
        height = 40.0
    return sheet.picture(title, _description(courses), _table(reader, title, courses), WIDTH, height)


def _day(text: str | None) -> date | None:
    """Return the last possible day of a date: a promise for 2024 may be kept through all of it."""
    if text is None:
        return None
    when = parse_when(text)
    return when.latest or when.earliest


def _draw(sheet: Sheet, reader: Reader, courses: Sequence[Course]) -> float:
    on = reader.view.on
    limit = date(on.year + AHEAD, 12, 31)
    days = [day for one in courses for day in (one.promised, one.due, one.reported) if day is not None]
    scale = Scale.of(min([*days, on]), min(max([*days, on]), limit), LEFT, RIGHT)
    labels = [_label(reader, one) for one in courses]
    heights: list[float] = [max(len(label.lines) * 15, 15) + 9 for label, _language in labels]
    foot = HEAD + sum(heights)
    top = HEAD
    for place, high in enumerate(heights):
        if place % 2 == 0:
            sheet.add(rect(0, top, WIDTH, high, "picture__lane"))
        top += high
    sheet.add(*scale.grid(HEAD - 6, foot), *scale.written(HEAD - 12))
    sheet.add(line(scale.at(on), HEAD - 6, scale.at(on), foot, "picture__day"))
    top = HEAD
    for one, high, (label, language) in zip(courses, heights, labels, strict=True):
        y = top + high / 2
        foot_of_first = y + 4 - (len(label.lines) - 1) * 7.5
        text = words(14, foot_of_first, label.lines, "picture__note", language=language, whole=label.whole)
        sheet.add(sheet.linked(one.row["id"], text), group(*_course(scale, one, y, limit)))
        word = shown({}, one.row["outcome"])
        outcome = wrap(word, WIDTH - RIGHT - 58, NOTE, most=1)
        sheet.add(words(RIGHT + 52, y + 4, outcome.lines, "picture__note", whole=outcome.whole))
        top += high
    drawn, high = key(_key(reader, courses), 14, foot + 10, WIDTH - 28)
    sheet.add(drawn)
    return foot + high + 14


def _label(reader: Reader, one: Course) -> Any:
    said = reader.spoken(one.row["what"])
    return wrap(said.text, NAMES - 20, NOTE, most=2), foreign(reader, said.language)


def _course(scale: Scale, one: Course, y: float, limit: date) -> Iterator[Markup]:
    known = [day for day in (one.promised, one.due, one.reported) if day is not None]
    if len(known) > 1:
        yield line(scale.at(min(known)), y, scale.at(max(known)), y, "picture__leader")
    if one.promised is not None:
        yield _promise(scale.at(one.promised), y)
    if one.due is not None and one.due <= limit:
        yield _due(scale.at(one.due), y)
    elif one.due is not None:
        yield words(scale.right + 4, y + 4, [f"→ {one.due.year}"], "picture__small")
    if one.reported is not None:
        yield sort_mark(one.sort, scale.at(one.reported), y, 5.5)
    if one.row["disputed"]:
        yield disputed_mark(scale.left - 8, y, 6)


def _promise(x: float, y: float) -> Markup:
    return line(x, y - 7, x, y + 7, "picture__axis")


def _due(x: float, y: float) -> Markup:
    steps = [("M", x, y - 7), ("L", x + 7, y), ("L", x, y + 7), ("L", x - 7, y), ("Z",)]
    return path(steps, "picture__event--planned")


def _key(reader: Reader, courses: Sequence[Course]) -> Iterator[tuple[Drawn, str]]:
    yield _promise, _("promised")
    yield _due, _("due")
    reported = {one.sort for one in courses if one.reported is not None}
    for sort in Sort:
        if sort in reported:
            yield _of(sort), _("last report: {outcome}").format(outcome=_(SORT_WORDS[sort]))
    if any(one.row["disputed"] for one in courses):
        yield disputed_entry()
    day = reader.day(reader.view.on.isoformat())
    yield lambda x, y: line(x, y - 8, x, y + 8, "picture__day"), day


def _of(sort: Sort) -> Drawn:
    return cross if sort is Sort.NO else lambda x, y: sort_mark(sort, x, y, 5.5)


def _description(courses: Sequence[Course]) -> str:
    count = len(courses)
    told = [
        ngettext(
            "{count} commitment is in the record.", "{count} commitments are in the record.", count
        ).format(count=count)
    ]
    done = sum(one.row["outcome"] == "done" for one in courses)
    told.append(ngettext("{count} is reported done.", "{count} are reported done.", done).format(count=done))
    years = [one.years for one in courses if one.years is not None]
    if years:
        says = _("From promise to the report that it was done: {years} years (the middle value).")
        told.append(says.format(years=f"{median(years):.1f}"))
    silent = sum(one.reported is None for one in courses)
    if silent:
        says = ngettext(
            "No report on {count} is in the record.", "No report on {count} is in the record.", silent
        )
        told.append(says.format(count=silent))
    return " ".join(told)


def _table(reader: Reader, title: str, courses: Sequence[Course]) -> Table:
    columns = (
        _("Commitment"),
        _("By"),
        _("Promised on"),
        _("Due"),
        _("Last report"),
        _("Outcome"),
        _("Years until it was done"),
        _("Sources"),
    )
    return Table(title, columns, tuple(_row(reader, one) for one in courses))


def _row(reader: Reader, one: Course) -> Row:
    row = one.row
    due = Cell(reader.day(row["due"]))
    if row["due"] is None and row["due_words"]:
        due = spoken(reader, reader.spoken(row["due_words"]))
    return (
        spoken(reader, reader.spoken(row["what"]), row["id"]),
        Cell(reader.names(row["by"] or ())),
        Cell(reader.day(row["on"])),
        due,
        Cell(reader.day(row["reported_on"])),
        Cell(shown({}, row["outcome"])),
        Cell("" if one.years is None else f"{one.years:.1f}"),
        Cell(_("sources differ") if row["disputed"] else ""),
    )
