"""Who was what, when, in which body: a lane for each body of a state, or for each party of a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kengesh.mechanism.participation import participation, participations
from kengesh.mechanism.reader import Reader
from kengesh.pictures.bands import (
    Band,
    Denial,
    Lane,
    columns,
    denied_words,
    earliest_of,
    in_rows,
    lane,
    table_rows,
)
from kengesh.pictures.marks import Drawn, Sort, cross, disputed_entry, disputed_mark, key, sort_words
from kengesh.pictures.picture import Link, Picture, Table, foreign
from kengesh.pictures.scale import Scale
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, circle, group, hatching, line, path, rect, words
from kengesh.pictures.writing import SMALL, text_width, wrap
from kengesh.terms.dates import parse_when
from kengesh.terms.languages import sort_key
from kengesh.terms.messages import _, ngettext

WIDTH, LEFT, RIGHT, NAMES = 960.0, 236.0, 936.0, 222.0
HEAD, ROW, BAND = 30.0, 22.0, 17.0
LEAST = 2.5  # how wide a band is at least
FILLED = (Sort.MEMBERSHIP, Sort.OTHER, Sort.NONE)


def statuses_of_state(reader: Reader, party: str, link: Link | None = None) -> Picture:
    """Draw what a party was in every body that the record speaks of it in, a lane a body."""
    view = reader.view
    acts = view.acts("participation", party)
    bodies = list(dict.fromkeys(view.shown(act.get("body")) for act in acts))
    lanes = [lane(body, participation(view, party, body), view.on) for body in bodies]
    lanes = _in_order(reader, [one for one in lanes if one.bands or one.denials])
    title = _("Statuses over time: {party}").format(party=reader.name(party))
    belonging = sum(any(_is_membership(band) for band in one.bands) for one in lanes)
    says = ngettext("{day}: member of {count} body.", "{day}: member of {count} bodies.", belonging)
    told = [says.format(day=_today(reader), count=belonging)]
    others = sum(any(band.lasts and band.sort is not Sort.MEMBERSHIP for band in one.bands) for one in lanes)
    if others:
        says = ngettext("Another status in {count} body.", "Another status in {count} bodies.", others)
        told.append(says.format(count=others))
    return _picture(reader, lanes, link, title, " ".join([*told, *_disputes(lanes)]), _("Body"))


def statuses_in_body(reader: Reader, body: str, link: Link | None = None) -> Picture:
    """Draw what every party was in a body, a lane a party."""
    view = reader.view
    lanes = [lane(party, found, view.on) for party, found in participations(view, body).items()]
    lanes = _in_order(reader, [one for one in lanes if one.bands or one.denials])
    title = _("Statuses over time: {body}").format(body=reader.name(body))
    belonging = sum(any(_is_membership(band) for band in one.bands) for one in lanes)
    says = ngettext(
        "{day}: {count} party belongs to the body.", "{day}: {count} parties belong to the body.", belonging
    )
    told = [says.format(day=_today(reader), count=belonging)]
    others = sum(any(band.lasts and band.sort is not Sort.MEMBERSHIP for band in one.bands) for one in lanes)
    if others:
        says = ngettext("{count} has another status.", "{count} have another status.", others)
        told.append(says.format(count=others))
    return _picture(reader, lanes, link, title, " ".join([*told, *_disputes(lanes)]), _("Party"))


def _is_membership(band: Band) -> bool:
    return band.lasts and band.sort is Sort.MEMBERSHIP


def _today(reader: Reader) -> str:
    return reader.day(reader.view.on.isoformat())


def _disputes(lanes: Sequence[Lane]) -> list[str]:
    count = sum(band.disputed for one in lanes for band in one.bands)
    if not count:
        return []
    says = ngettext("Sources differ on {count} status.", "Sources differ on {count} statuses.", count)
    return [says.format(count=count)]


def _in_order(reader: Reader, lanes: Sequence[Lane]) -> list[Lane]:
    """Order lanes by the first day that a status is sure, those without any status last, then by the reader's alphabet."""

    def first(one: Lane) -> date:
        return min((band.begun or date.max for band in one.bands), default=date.max)

    return sorted(lanes, key=lambda one: (first(one), sort_key(reader.name(one.thing), reader.language)))


def _picture(
    reader: Reader, lanes: Sequence[Lane], link: Link | None, title: str, description: str, head: str
) -> Picture:
    sheet = Sheet(link)
    on = reader.view.on
    table = Table(title, columns(head), tuple(table_rows(reader, lanes)))
    if not lanes:
        sheet.add(words(14, 24, [_("The record says nothing of this up to this day.")], "picture__note"))
        return sheet.picture(title, description, table, WIDTH, 40)
    # what may have begun at any time before its first known day needs room before it
    earliest = min([*earliest_of(lanes), on])
    first = earliest - timedelta(days=min(200, (earliest - date.min).days))
    scale = Scale.of(first, on, LEFT, RIGHT)
    heights = [_height(reader, one) for one in lanes]
    foot = HEAD + sum(heights)
    today = scale.at(on)
    top = HEAD
    for place, high in enumerate(heights):
        if place % 2 == 0:
            sheet.add(rect(0, top, WIDTH, high, "picture__lane"))
        top += high
    sheet.add(*scale.grid(HEAD - 6, foot), *scale.written(HEAD - 12))
    top = HEAD
    for one, high in zip(lanes, heights, strict=True):
        sheet.add(_name(sheet, reader, one, top, high), *_lane(reader, scale, one, top, high, today))
        top += high
    sheet.add(line(today, HEAD - 6, today, foot, "picture__day"))
    drawn, high = key(_key(reader, lanes), 14, foot + 10, WIDTH - 28)
    sheet.add(drawn)
    return sheet.picture(title, description, table, WIDTH, foot + 14 + high)


def _height(reader: Reader, one: Lane) -> float:
    rows = max(len(in_rows(one.bands)), 1)
    lines = len(wrap(reader.name(one.thing), NAMES - 14, most=3).lines)
    return max(rows * ROW, lines * 15) + 8


def _name(sheet: Sheet, reader: Reader, one: Lane, top: float, high: float) -> Markup:
    name = reader.named(one.thing)
    wrapped = wrap(name.text, NAMES - 14, most=3)
    y = top + high / 2 + 4.5 - (len(wrapped.lines) - 1) * 7.5
    language = foreign(reader, name.language)
    text = words(14, y, wrapped.lines, "picture__label", language=language, whole=wrapped.whole)
    return sheet.linked(one.thing, text)


def _lane(reader: Reader, scale: Scale, one: Lane, top: float, high: float, today: float) -> Iterator[Markup]:
    rows = in_rows(one.bands)
    upper = top + (high - max(len(rows), 1) * ROW) / 2 + (ROW - BAND) / 2
    for denial in one.drawn_denials:
        yield _denied(reader, scale, denial, upper + BAND / 2, today)
    for place, row in enumerate(rows):
        y = upper + place * ROW
        starts = sorted(_reach(scale, band, today)[0] for band in row)
        for band in row:
            yield from _band(reader, scale, band, y, today)
        for band in row:
            begins, _ends = _reach(scale, band, today)
            room = min([start for start in starts if start > begins], default=today)
            yield from _told(reader, scale, band, y, room, today)


def _reach(scale: Scale, band: Band, today: float) -> tuple[float, float]:
    """Return where a band may begin and end, in the picture."""
    start = scale.left if band.earliest is None else scale.at(band.earliest)
    stop = today if band.ended is None else min(scale.at(band.ended), today)
    return start, max(stop, start + LEAST)


def _sure(scale: Scale, band: Band, today: float) -> tuple[float, float]:
    """Return between which places a band is full."""
    start = today if band.begun is None else min(scale.at(band.begun), today)
    stop = today if band.ending is None else min(scale.at(band.ending), today)
    return start, stop


def _band(reader: Reader, scale: Scale, band: Band, y: float, today: float) -> Iterator[Markup]:
    sort = band.sort.value
    (start, stop), (full, faded) = _reach(scale, band, today), _sure(scale, band, today)
    parts = []
    if full - start > 0.5:
        parts += _unsure(start, y, min(full, stop) - start, sort, rising=True)
    if stop - max(faded, start) > 0.5 and (band.ending is not None):
        left = max(faded, full) if faded >= full else start
        parts += _unsure(left, y, stop - left, sort, rising=False)
    if faded > full or not parts:
        parts.append(rect(full, y, max(faded - full, LEAST), BAND, f"picture__band--{sort}"))
    if band.lasts:
        point = [("M", today, y), ("L", today + 6, y + BAND / 2), ("L", today, y + BAND), ("Z",)]
        parts.append(path(point, f"picture__lasts--{sort}"))
    if band.attested:
        seen = parse_when(band.attested).latest
        if seen is not None and start < scale.at(seen) < today + 1:
            parts.append(_attested(scale.at(seen), y + BAND))
    yield group(*parts, title=reader.name(band.status))


def _attested(x: float, y: float) -> Markup:
    return circle(x, y, 3, "picture__attested")


def _unsure(x: float, y: float, width: float, sort: str, *, rising: bool) -> list[Markup]:
    return [
        rect(x, y, width, BAND, f"picture__unsure-edge--{sort}"),
        hatching(x, y, width, BAND, f"picture__unsure--{sort}", rising=rising),
    ]


def _told(reader: Reader, scale: Scale, band: Band, y: float, room: float, today: float) -> Iterator[Markup]:
    """Write the name of a status into its band, or after it, where it fits; and mark what sources differ on."""
    name = reader.named(band.status)
    language = foreign(reader, name.language)
    full, faded = _sure(scale, band, today)
    begins, ends = _reach(scale, band, today)
    wide = text_width(name.text, SMALL)
    mark = 18 if band.disputed else 0
    baseline = y + BAND / 2 + 4
    if wide + 16 + mark <= faded - full:
        class_ = f"picture__in--{band.sort.value}"
        yield words(full + 8 + mark, baseline, [name.text], class_, language=language)
    elif ends < room and wide + 8 <= room - ends:
        yield words(ends + 5, baseline, [name.text], "picture__small picture__halo", language=language)
    elif wide + 12 + mark <= min(full, ends, room) - begins:
        left = begins + 6 + (mark if full >= ends else 0)
        yield words(left, baseline, [name.text], "picture__small picture__halo", language=language)
    if band.disputed:
        yield disputed_mark((full if full < ends else begins) + 9, y + BAND / 2)


def _denied(reader: Reader, scale: Scale, denial: Denial, y: float, today: float) -> Markup:
    stop = today if denial.last is None else min(scale.at(denial.last), today)
    start = scale.left if denial.first is None else scale.at(denial.first)
    parts = []
    if stop - start > 8:
        parts.append(line(start, y, stop, y, "picture__band--denied"))
    parts.append(cross(stop, y))
    return group(*parts, title=denied_words(reader, denial))


def _key(reader: Reader, lanes: Sequence[Lane]) -> Iterator[tuple[Drawn, str]]:
    bands = [band for one in lanes for band in one.bands]
    sorts = {band.sort for band in bands}
    for sort in FILLED:
        if sort in sorts:
            yield _swatch(sort), sort_words(sort)
    if any(band.earliest != band.begun or band.ending != band.ended for band in bands):
        first = next(sort for sort in FILLED if sort in sorts)
        yield (
            lambda x, y: group(*_unsure(x - 8, y - BAND / 2, 18, first.value, rising=True)),
            _("may have held: the day is not known"),
        )
    if any(band.attested for band in bands):
        yield (
            lambda x, y: group(
                rect(x - 8, y - 7, 18, 14, "picture__band--membership"),
                _attested(x + 1, y + 7),
            ),
            _("last attested"),
        )
    if any(one.drawn_denials for one in lanes):
        yield cross, _("a status is denied: the table says which")
    if any(band.disputed for band in bands):
        yield disputed_entry()
    yield lambda x, y: line(x, y - 8, x, y + 8, "picture__day"), _today(reader)


def _swatch(sort: Sort) -> Drawn:
    return lambda x, y: rect(x - 8, y - 7, 18, 14, f"picture__band--{sort.value}")
