"""Bodies by states on the view's day: who belongs to what, who has another status, who none, and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kengesh.mechanism.participation import participation
from kengesh.mechanism.reader import Reader
from kengesh.pictures.abbreviations import abbreviations
from kengesh.pictures.marks import Drawn, Sort, disputed_entry, disputed_mark, key, sort_entries, sort_mark
from kengesh.pictures.picture import Cell, Link, Picture, Row, Table, foreign, named
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.standings import Stand, stand_of, stand_words
from kengesh.pictures.svg import Markup, element, group, line, rect, words
from kengesh.pictures.writing import LABEL, text_width, wrap
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.languages import sort_key
from kengesh.terms.messages import _, ngettext

LEFT, NAMES = 14.0, 250.0
MOST_WIDTH = 960.0
LEAST_COLUMN = 46.0
LINE = 15.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Bodies, states, and what each state is in each body."""

    bodies: tuple[str, ...]
    states: tuple[str, ...]
    stands: dict[tuple[str, str], Stand]

    def of_body(self, body: str) -> list[Stand]:
        """Return what the states are in a body."""
        return [self.stands[body, state] for state in self.states]


def matrix(
    reader: Reader,
    link: Link | None = None,
    bodies: Sequence[str] | None = None,
    states: Sequence[str] | None = None,
) -> Picture:
    """Draw what states are in bodies; by default in all of the record, those states of which it speaks in more than a third."""
    grid = _grid(reader, bodies, states)
    title = _("Bodies and states")
    sheet = Sheet(link)
    width, height = _draw(sheet, reader, grid)
    return sheet.picture(title, _description(reader, grid), _table(reader, title, grid), width, height)


def parties_by_body(reader: Reader) -> dict[str, set[str]]:
    """Return the bodies that the record speaks of anyone's status in, and of whom by name."""
    view = reader.view
    found: dict[str, set[str]] = {}
    for kind in ("begin", "change", "attest", "end", "deny"):
        for act in view.of_kind(f"{kind}-participation"):
            found.setdefault(view.shown(act.get("body")), set()).add(view.shown(act.get("party")))
    return found


def states_of_the_region(spoken: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the states of which the record speaks in more than a third of these bodies; all where there are none such."""
    counted = Counter(party for parties in spoken.values() for party in parties if is_state_code(party))
    return [party for party, count in counted.items() if count * 3 > len(spoken)] or list(counted)


def _grid(reader: Reader, bodies: Sequence[str] | None, states: Sequence[str] | None) -> Grid:
    spoken = parties_by_body(reader)
    rows = list(spoken) if bodies is None else list(bodies)
    if states is None:
        states = states_of_the_region({body: spoken.get(body, ()) for body in rows})
    columns = reader.sorted(states)
    if bodies is None:
        rows = [body for body in rows if not spoken[body].isdisjoint(columns)]
    view = reader.view
    stands = {
        (body, state): stand_of(participation(view, state, body), view.on)
        for body in rows
        for state in columns
    }

    def place(body: str) -> tuple[int, object]:
        belonging = sum(stands[body, state].sort is Sort.MEMBERSHIP for state in columns)
        return -belonging, sort_key(reader.name(body), reader.language)

    return Grid(tuple(sorted(rows, key=place)), tuple(columns), stands)


def _draw(sheet: Sheet, reader: Reader, grid: Grid) -> tuple[float, float]:
    names = [reader.name(state) for state in grid.states]
    widest = max((text_width(name) for name in names), default=0)
    room = (MOST_WIDTH - NAMES - 2 * LEFT) / max(len(names), 1)
    slanted = widest + 10 > room
    column = LEAST_COLUMN if slanted else max(widest + 12, LEAST_COLUMN + 14)
    head = widest + 18 if slanted else 34
    left = LEFT + NAMES
    width = max(left + column * len(names) + LEFT, 480)
    short = abbreviations({status: reader.name(status) for status in _other_statuses(grid)})
    for place, (state, name) in enumerate(zip(grid.states, names, strict=True)):
        x = left + column * (place + 0.5)
        sheet.add(
            sheet.linked(
                state, _heading(x, head, name, foreign(reader, reader.named(state).language), slanted)
            )
        )
    top = head
    for place, body in enumerate(grid.bodies):
        shown = reader.named(body)
        wrapped = wrap(shown.text, NAMES - 16, most=3)
        high = max(len(wrapped.lines) * LINE, 22) + 10
        if place % 2 == 0:
            sheet.add(rect(0, top, width, high, "picture__lane"))
        y = top + high / 2
        text = words(
            LEFT, y + 4.5 - (len(wrapped.lines) - 1) * LINE / 2, wrapped.lines, "picture__label",
            language=foreign(reader, shown.language), whole=wrapped.whole,
        )  # fmt: skip
        sheet.add(sheet.linked(body, text))
        for at, state in enumerate(grid.states):
            stand = grid.stands[body, state]
            tip = f"{names[at]} · {shown.text} · {stand_words(reader, stand)}"
            sheet.add(group(*_cell(left + column * (at + 0.5), y, stand, short), title=tip))
        top += high
    sheet.add(line(0, head, width, head, "picture__axis"), line(0, top, width, top, "picture__axis"))
    stands = grid.stands.values()
    entries = sort_entries(stand.sort for stand in stands)
    entries += [disputed_entry()] if any(stand.disputed for stand in stands) else []
    entries += [
        (_letters(letters), reader.name(status))
        for status, letters in sorted(short.items(), key=lambda one: one[1])
    ]
    drawn, high = key(entries, LEFT, top + 10, width - 2 * LEFT)
    sheet.add(drawn)
    return width, top + high + 14


def _other_statuses(grid: Grid) -> set[str]:
    """Return the statuses that have to be told apart: those that are not membership."""
    others = [stand for stand in grid.stands.values() if stand.sort is not Sort.MEMBERSHIP]
    return {stand.status for stand in others if stand.status is not None}


def _heading(x: float, head: float, name: str, language: str, slanted: bool) -> Markup:
    if not slanted:
        return words(x, head - 12, [name], "picture__label--middle", language=language)
    text = words(0, 0, [name], "picture__label", language=language)
    return element("g", text, transform=f"translate({x + LABEL / 2 - 2:.1f} {head - 8:.1f}) rotate(-90)")


def _cell(x: float, y: float, stand: Stand, short: dict[str, str]) -> Iterator[Markup]:
    letters = short.get(stand.status or "")
    move = -10 if letters else 0
    yield sort_mark(stand.sort, x + move, y)
    if letters:
        yield words(x + move + 10, y + 4, [letters], "picture__small")
    if stand.disputed:
        yield disputed_mark(x + move - 15, y, 6)


def _letters(letters: str) -> Drawn:
    def drawn(x: float, y: float) -> Markup:
        return words(x, y + 4, [letters], "picture__small--middle")

    return drawn


def _description(reader: Reader, grid: Grid) -> str:
    day = reader.day(reader.view.on.isoformat())
    told = [_("{day}: what states are in bodies.").format(day=day)]
    belonging = Counter(
        state for (_body, state), stand in grid.stands.items() if stand.sort is Sort.MEMBERSHIP
    )
    if belonging:
        most = max(belonging.values())
        who = reader.names(state for state, count in belonging.items() if count == most)
        told.append(_("Most memberships: {states} ({count}).").format(states=who, count=most))
    unknown = sum(stand.sort is Sort.NOT_KNOWN for stand in grid.stands.values())
    if unknown:
        says = ngettext("Of {count} pair it is not known.", "Of {count} pairs it is not known.", unknown)
        told.append(says.format(count=unknown))
    return " ".join(told)


def _table(reader: Reader, title: str, grid: Grid) -> Table:
    columns = (_("Body"), *(reader.name(state) for state in grid.states))
    rows: list[Row] = []
    for body in grid.bodies:
        cells = [
            Cell(
                stand_words(reader, stand),
                foreign(reader, reader.named(stand.status).language) if stand.status else "",
            )
            for stand in grid.of_body(body)
        ]
        rows.append((named(reader, body), *cells))
    return Table(title, columns, tuple(rows))
