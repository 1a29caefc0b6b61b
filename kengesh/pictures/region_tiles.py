"""The region by status on the view's day, as a grid of tiles: every state as large as any other, near its neighbours."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator
from functools import cache

from kengesh.mechanism.reader import Reader
from kengesh.pictures.marks import Drawn, Sort, disputed_entry, disputed_mark, key, sort_words
from kengesh.pictures.picture import Link, Picture, foreign
from kengesh.pictures.region import Region, region_description, region_of, region_table, region_title
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.standings import Stand, stand_words
from kengesh.pictures.svg import Markup, group, hatching, rect, words
from kengesh.pictures.writing import LABEL, SMALL, wrap
from kengesh.terms.messages import _

TILE_WIDTH, TILE_HEIGHT, GAP = 114.0, 82.0, 6.0
LEFT, TOP = 14.0, 8.0
NAME_LINE, STATUS_LINE = 14.0, 12.0

Place = tuple[int, int]


def region_tiles(reader: Reader, body: str, link: Link | None = None) -> Picture:
    """Draw the states of the region, and all parties of which the record speaks in a body, by what they are in it."""
    region = region_of(reader, body)
    title = region_title(reader, region)
    sheet = Sheet(link)
    places, beside = _places(region)
    columns = max([at[0] for at in places.values()], default=0) + 1
    columns = max(columns, min(len(beside), 4), 4)
    width = 2 * LEFT + columns * (TILE_WIDTH + GAP) - GAP
    rows = max([at[1] for at in places.values()], default=-1) + 1
    for party, (column, row) in places.items():
        sheet.add(_tile(sheet, reader, region, party, column, row, TOP))
    foot = TOP + rows * (TILE_HEIGHT + GAP)
    if beside:
        sheet.add(words(LEFT, foot + 20, [_("Not on the grid:")], "picture__lane-name"))
        for place, party in enumerate(beside):
            column, row = place % columns, place // columns
            sheet.add(_tile(sheet, reader, region, party, column, row, foot + 28))
        foot += 28 + ((len(beside) - 1) // columns + 1) * (TILE_HEIGHT + GAP)
    drawn, high = key(_key(region), LEFT, foot + 6, width - 2 * LEFT)
    sheet.add(drawn)
    table = region_table(reader, region, title)
    return sheet.picture(title, region_description(reader, region), table, width, foot + high + 12)


def _places(region: Region) -> tuple[dict[str, Place], list[str]]:
    """Return where parties stand in the part of the grid that is needed, and those that are not on it."""
    grid = tile_grid()
    there = {party: grid[party] for party in region.stands if party in grid}
    left = min((at[0] for at in there.values()), default=0)
    top = min((at[1] for at in there.values()), default=0)
    beside = [party for party in region.stands if party not in grid]
    return {party: (at[0] - left, at[1] - top) for party, at in there.items()}, beside


@cache
def tile_grid() -> dict[str, Place]:
    """Return the column and row of every state of the grid."""
    read = json.loads(pkgutil.get_data("kengesh.pictures", "data/tile_grid.json") or b"")
    return {state: (column, row) for state, (column, row) in read["tiles"].items()}


def _tile(
    sheet: Sheet, reader: Reader, region: Region, party: str, column: int, row: int, top: float
) -> Markup:
    stand = region.stands[party]
    x, y = LEFT + column * (TILE_WIDTH + GAP), top + row * (TILE_HEIGHT + GAP)
    sort = stand.sort.value
    parts = [rect(x, y, TILE_WIDTH, TILE_HEIGHT, f"picture__tile--{sort}")]
    if stand.sort is Sort.NOT_KNOWN:
        parts.append(hatching(x + 1, y + TILE_HEIGHT - 11, TILE_WIDTH - 2, 10, "picture__hatch"))
    parts += _words(reader, party, stand, x, y)
    if stand.disputed:
        parts.append(disputed_mark(x + TILE_WIDTH - 11, y + 11))
    tip = f"{reader.name(party)} · {stand_words(reader, stand)}"
    return sheet.linked(party, group(*parts, title=tip))


def _words(reader: Reader, party: str, stand: Stand, x: float, y: float) -> Iterator[Markup]:
    """Write the name of a party and of its status, one under the other, in the middle of a tile."""
    name = reader.named(party)
    status = reader.named(stand.status) if stand.status else None
    told = status.text if status else stand_words(reader, Stand(stand.sort, None, False))
    middle, room = x + TILE_WIDTH / 2, TILE_WIDTH - 10
    names = wrap(name.text, room, LABEL, most=3, even=True)
    lines = wrap(told, room, SMALL, most=3 if len(names.lines) == 1 else 2, even=True)
    high = len(names.lines) * NAME_LINE + 4 + len(lines.lines) * STATUS_LINE
    top = y + (TILE_HEIGHT - high) / 2 + NAME_LINE - 3
    class_ = f"picture__in--tile-{stand.sort.value}"
    yield words(
        middle, top, names.lines, class_,
        language=foreign(reader, name.language), whole=names.whole, leading=NAME_LINE,
    )  # fmt: skip
    yield words(
        middle, top + len(names.lines) * NAME_LINE + 2, lines.lines, f"picture__tile-status {class_}",
        language=foreign(reader, status.language) if status else "", whole=lines.whole, leading=STATUS_LINE,
    )  # fmt: skip


def _key(region: Region) -> list[tuple[Drawn, str]]:
    sorts = {stand.sort for stand in region.stands.values()}
    entries = [(_swatch(sort), sort_words(sort)) for sort in Sort if sort in sorts]
    if any(stand.disputed for stand in region.stands.values()):
        entries.append(disputed_entry())
    return entries


def _swatch(sort: Sort) -> Drawn:
    def drawn(x: float, y: float) -> Markup:
        parts = [rect(x - 8, y - 7, 18, 14, f"picture__tile--{sort.value}")]
        if sort is Sort.NOT_KNOWN:
            parts.append(hatching(x - 7, y + 1, 16, 5, "picture__hatch", gap=4))
        return group(*parts)

    return drawn
