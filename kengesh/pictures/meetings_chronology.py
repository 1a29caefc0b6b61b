"""The meetings of a body on a line of years: held, planned, and not held.

The body's own meetings stand on the upper line, those that prepare them on the lower one. A year of which a source says that
there was no meeting is a gap with its words: nothing is told by a mere blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kengesh.mechanism.answers import has_begun
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.meetings import meetings
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import STATE_WORDS, shown
from kengesh.pictures.labels import Label, put
from kengesh.pictures.marks import Drawn, cross, disputed_entry, disputed_mark, key
from kengesh.pictures.picture import Cell, Link, Picture, Row, Table, foreign, named
from kengesh.pictures.scale import Scale
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, hatching, line, rect, words
from kengesh.pictures.writing import NOTE, wrap
from kengesh.terms.dates import Truth, parse_when
from kengesh.terms.messages import _, ngettext

WIDTH, LEFT, RIGHT = 960.0, 14.0, 946.0
LABEL_WIDTH = 108.0
RADIUS = 10.0
OFF = ("postponed", "cancelled", "not-held")


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting on the line: its row, and the days between which it was or is to be."""

    row: dict[str, Any]
    first: date
    last: date

    @property
    def lasted(self) -> bool:
        """Whether it was through all these days, not on one of them."""
        return "/" in (self.row["on"] or "")

    @property
    def state(self) -> str:
        """How it is drawn: held, planned, or off."""
        state = self.row["state"]
        return "off" if state in OFF else "planned" if state == "planned" else "held"


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which a source says that there was no meeting; `lost` are the meetings that were planned for it."""

    act: LiveAct
    first: date
    last: date
    lost: tuple[dict[str, Any], ...]


def meetings_chronology(reader: Reader, body: str, link: Link | None = None) -> Picture:
    """Draw the meetings of a body up to the view's day, and those planned ahead."""
    rows = _rows(reader, body)
    gaps = _gaps(reader, body, rows)
    lost = {one["id"] for gap in gaps for one in gap.lost}
    events = [event for row in rows if row["id"] not in lost and (event := _event(row)) is not None]
    own = [event for event in events if not _prepares(event.row)]
    other = [event for event in events if _prepares(event.row)]
    sheet = Sheet(link)
    title = _("Chronology of meetings: {body}").format(body=reader.name(body))
    height = _draw(sheet, reader, own, other, gaps) if events or gaps else _draw_nothing(sheet)
    return sheet.picture(
        title, _description(reader, rows, gaps), _table(reader, title, rows, gaps), WIDTH, height
    )


def _rows(reader: Reader, body: str) -> list[dict[str, Any]]:
    """Return the meetings of a body, and those of others that prepared them, in order of day."""
    own = {row["id"] for row in meetings(reader.view, body)["answer"]}
    every = meetings(reader.view)["answer"]
    ids = {one for id_ in own for one in reader.view.joined(id_)}
    return [row for row in every if row["id"] in own or row["prepares"] in ids]


def _gaps(reader: Reader, body: str, rows: Sequence[dict[str, Any]]) -> list[Gap]:
    view = reader.view
    ids = view.joined(body)
    found = []
    for act in view.acts("meeting", body):
        denies = act.act.kind == "deny-meeting" and act.get("meeting") is None and act.get("series") in ids
        if denies and not act.is_rejected and has_begun(view, act) is Truth.YES:
            first, last = _days(act.get("on"))
            lost = [one for one in rows if one["state"] in OFF and _was_planned_in(one, first, last)]
            found.append(Gap(act, first, last, tuple(lost)))
    return found


def _was_planned_in(row: dict[str, Any], first: date, last: date) -> bool:
    days = [_days(plan["on"]) for plan in row["planned"] if plan["on"] and plan["verb"] != "deny-meeting"]
    return any(first <= earliest and latest <= last for earliest, latest in days)


def _event(row: dict[str, Any]) -> Event | None:
    """Return a meeting as it stands on the line; None where no day at all is known of it."""
    plans = [plan["on"] for plan in row["planned"] if plan["on"]]
    on = row["on"] or (plans[-1] if plans else None)
    return None if on is None else Event(row, *_days(on))


def _days(on: str) -> tuple[date, date]:
    """Return the first and the last day that a date may mean; of what lasted, the days that it lasted."""
    when = parse_when(on)
    last = when.last.earliest if when.last is not None and "/" in on else when.latest
    first = when.earliest or last or date.max
    return first, max(first, last or first)


def _prepares(row: dict[str, Any]) -> bool:
    return row["prepares"] is not None or row["character"] == "preparatory"


def _draw(sheet: Sheet, reader: Reader, own: list[Event], other: list[Event], gaps: list[Gap]) -> float:
    every = [*own, *other]
    first = min([one.first for one in every] + [gap.first for gap in gaps])
    last = max([one.last for one in every] + [gap.last for gap in gaps] + [reader.view.on])
    scale = Scale.of(first, last, LEFT, RIGHT)
    up = put(
        [_label(reader, scale, one) for one in own],
        LEFT,
        RIGHT,
        first=[_gap_label(reader, scale, gap) for gap in gaps],
    )
    axis = up.height + 46
    lower = axis + 62
    down = put([_label(reader, scale, one) for one in other], LEFT, RIGHT)
    foot = lower + (down.height + 22 if other else -26)
    today = scale.at(reader.view.on)
    sheet.add(*scale.grid(axis, foot), line(today, axis - 20, today, foot, "picture__day"))
    sheet.add(*scale.written(axis + 28, inside=True))
    for gap in gaps:
        sheet.add(*_gap(scale, gap, axis))
    sheet.add(line(LEFT, axis, RIGHT, axis, "picture__axis"))
    sheet.add(*up.drawn(sheet, axis, -1, RADIUS + 3), *_marks(sheet, reader, scale, own, axis))
    if other:
        sheet.add(line(LEFT, lower, RIGHT, lower, "picture__axis"))
        sheet.add(words(LEFT, lower - 8, [_("Preparatory meetings")], "picture__lane-name"))
        sheet.add(*down.drawn(sheet, lower, +1, 7), *_marks(sheet, reader, scale, other, lower, small=True))
    drawn, high = key(_key(reader, scale, every, gaps), LEFT, foot + 12, WIDTH - 2 * LEFT)
    sheet.add(drawn)
    return foot + 12 + high + 4


def _draw_nothing(sheet: Sheet) -> float:
    sheet.add(
        words(LEFT, 24, [_("The record names no meeting of this body up to this day.")], "picture__note")
    )
    return 40


def _label(reader: Reader, scale: Scale, event: Event) -> Label:
    row = event.row
    place = reader.named(row["place"], row["on"]) if row["place"] else None
    lines = list(wrap(place.text, LABEL_WIDTH, most=2, even=True).lines) if place else []
    day = _day(reader, row)
    lines += wrap(day, LABEL_WIDTH, most=6, even=True).lines
    if event.state == "off":
        lines += wrap(shown(STATE_WORDS, row["state"]), LABEL_WIDTH, NOTE).lines
    whole = " · ".join(filter(None, (reader.name(row["id"]), place.text if place else "", day)))
    language = foreign(reader, place.language) if place else ""
    return Label(_middle(scale, event), tuple(lines), whole, row["id"], language)


def _middle(scale: Scale, event: Event) -> float:
    return (scale.at(event.first) + scale.at(event.last)) / 2


def _marks(
    sheet: Sheet, reader: Reader, scale: Scale, events: list[Event], y: float, small: bool = False
) -> Iterator[Markup]:
    radius = 5.0 if small else RADIUS
    for event in events:
        x, state = _middle(scale, event), event.state
        parts: list[Markup] = []
        left, right = scale.at(event.first), scale.at(event.last)
        if _is_wide(scale, event, radius):
            parts += _span(left, right, y, state, event.lasted)
        parts.append(circle(x, y, radius, f"picture__event--{state}"))
        number = event.row["number"]
        if state == "off":
            parts.append(cross(x, y, radius * 0.5))
        elif number and not small:
            class_ = "picture__in--number" if state == "held" else "picture__in--planned"
            parts.append(words(x, y + 4.2, [str(number)], class_))
        if event.row["disputed"]:
            parts.append(disputed_mark(x + radius, y + radius, 6 if small else 7))
        tip = f"{reader.name(event.row['id'])} · {_day(reader, event.row)}"
        yield group(*parts, title=tip)


def _is_wide(scale: Scale, event: Event, radius: float) -> bool:
    """Whether the time of a meeting can be seen beside its mark."""
    return scale.at(event.last) - scale.at(event.first) > 2 * radius


def _span(left: float, right: float, y: float, state: str, lasted: bool) -> Iterator[Markup]:
    """Draw the time of a meeting: full where it lasted, hatched where it was on one day within."""
    if state != "held":
        yield rect(left, y - 3, right - left, 6, "picture__span--planned")
    elif lasted:
        yield rect(left, y - 3, right - left, 6, "picture__span--held")
    else:
        yield rect(left, y - 4, right - left, 8, "picture__span--planned")
        yield hatching(left, y - 4, right - left, 8, "picture__unsure--membership", gap=6)


def _gap(scale: Scale, gap: Gap, axis: float) -> Iterator[Markup]:
    left, right = scale.at(gap.first), scale.at(gap.last)
    yield rect(left, axis - RADIUS, right - left, 2 * RADIUS, "picture__gap")
    yield hatching(left, axis - RADIUS, right - left, 2 * RADIUS, "picture__hatch", gap=6)


def _gap_label(reader: Reader, scale: Scale, gap: Gap) -> Label:
    told = list(wrap(_("no meeting"), LABEL_WIDTH).lines)
    for one in gap.lost:
        place = reader.name(one["place"] or one["id"])
        told += wrap(_("planned: {place}").format(place=place), LABEL_WIDTH, most=3, even=True).lines
    middle = (scale.at(gap.first) + scale.at(gap.last)) / 2
    return Label(middle, tuple(told), _told_of(reader, gap), gap.lost[0]["id"] if gap.lost else "")


def _told_of(reader: Reader, gap: Gap) -> str:
    note = reader.spoken(gap.act.get("note")).text if gap.act.get("note") else ""
    return " · ".join(filter(None, (reader.day(gap.act.get("on")), note)))


def _key(reader: Reader, scale: Scale, events: list[Event], gaps: list[Gap]) -> Iterator[tuple[Drawn, str]]:
    states = {event.state for event in events}
    if "held" in states:
        yield lambda x, y: circle(x, y, 6.5, "picture__event--held"), _("held")
    if "planned" in states:
        yield lambda x, y: circle(x, y, 6.5, "picture__event--planned"), _("planned")
    if "off" in states:
        yield (
            lambda x, y: group(circle(x, y, 6.5, "picture__event--off"), cross(x, y, 3)),
            _("postponed, cancelled or not held"),
        )
    if any(one.state == "held" and not one.lasted and _is_wide(scale, one, RADIUS) for one in events):
        yield (
            lambda x, y: group(*_span(x - 8, x + 10, y, "held", False)),
            _("held on a day within this time"),
        )
    if gaps:
        yield (
            lambda x, y: group(
                rect(x - 7, y - 6, 14, 12, "picture__gap"), hatching(x - 7, y - 6, 14, 12, "picture__hatch")
            ),
            _("no meeting, as sources say"),
        )
    if any(event.row["disputed"] for event in events):
        yield disputed_entry()
    yield lambda x, y: line(x, y - 8, x, y + 8, "picture__day"), reader.day(reader.view.on.isoformat())


def _day(reader: Reader, row: dict[str, Any]) -> str:
    if row["on"]:
        return reader.day(row["on"])
    plans = [plan["on"] for plan in row["planned"] if plan["on"]]
    return reader.day(plans[-1]) if plans else _("day not known")


def _description(reader: Reader, rows: Sequence[dict[str, Any]], gaps: Sequence[Gap]) -> str:
    own = [row for row in rows if not _prepares(row)]
    held = sum(row["state"] == "held" for row in own)
    ahead = sum(row["state"] == "planned" for row in own)
    told = [ngettext("{count} meeting was held.", "{count} meetings were held.", held).format(count=held)]
    if ahead:
        says = ngettext("{count} is planned.", "{count} are planned.", ahead)
        told.append(says.format(count=ahead))
    prepared = sum(_prepares(row) and row["state"] == "held" for row in rows)
    if prepared:
        says = ngettext("{count} meeting prepared them.", "{count} meetings prepared them.", prepared)
        told.append(says.format(count=prepared))
    for gap in gaps:
        told.append(_("{period}: a gap, with no meeting.").format(period=reader.day(gap.act.get("on"))))
    return " ".join(told)


def _table(reader: Reader, title: str, rows: Sequence[dict[str, Any]], gaps: Sequence[Gap]) -> Table:
    columns = (_("Meeting"), _("Day"), _("Place"), _("State"), _("Prepares"), _("Sources"))
    made = [(_days(row["on"])[0] if row["on"] else date.max, _row(reader, row)) for row in rows]
    for gap in gaps:
        note = reader.spoken(gap.act.get("note"))
        made.append((gap.first, (
            Cell(_("no meeting")),
            Cell(reader.day(gap.act.get("on"))),
            Cell(""),
            Cell(note.text or shown(STATE_WORDS, "not-held"), foreign(reader, note.language) if note.text else ""),
            Cell(""),
            Cell(""),
        )))  # fmt: skip
    return Table(title, columns, tuple(row for _first, row in sorted(made, key=lambda one: one[0])))


def _place(reader: Reader, row: dict[str, Any]) -> Cell:
    """Return a cell with the name that the place bore on the day of the meeting."""
    if row["place"] is None:
        return Cell("")
    place = reader.named(row["place"], row["on"])
    return Cell(place.text, foreign(reader, place.language), row["place"])


def _row(reader: Reader, row: dict[str, Any]) -> Row:
    state = shown(STATE_WORDS, row["state"])
    plans = dict.fromkeys(
        reader.day(plan["on"]) for plan in row["planned"] if plan["on"] and plan["verb"] != "deny-meeting"
    )
    if row["state"] in OFF and plans:
        state = _("{state}; planned for: {days}").format(state=state, days="; ".join(plans))
    return (
        named(reader, row["id"]),
        Cell(_day(reader, row)),
        _place(reader, row),
        Cell(state),
        named(reader, row["prepares"]),
        Cell(_("sources differ") if row["disputed"] else ""),
    )
