"""Overlap in the one shape of every answer, before its envelope (``kengesh.mechanism.record.Mechanism.envelope``).

Beside its rows each answer has ``definitions`` (a sentence for each measure), ``counted`` (the parties and bodies counted, the
bodies left out since they are not there on the day, the reading) and ``notes`` on what is not known.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from kengesh.formats.overlap.counted import Counted, NothingToCompare, counted, counted_of_bodies
from kengesh.formats.overlap.cover import MOST_COVERS, smallest_covers
from kengesh.formats.overlap.definitions import THROUGH_TIME, definitions
from kengesh.formats.overlap.grid import Grid, grid_of
from kengesh.formats.overlap.groups import groups_of
from kengesh.formats.overlap.measures import belonging, jaccard, joint
from kengesh.formats.overlap.moves import moves_of
from kengesh.formats.overlap.pairs import pair_of_bodies, pair_of_states
from kengesh.formats.overlap.ranges import plain
from kengesh.formats.overlap.rows import cell_row, cover_row, group_row, move_row, pair_row, resting_on
from kengesh.mechanism.answers import Answer, answer
from kengesh.mechanism.view import View
from kengesh.terms.messages import _, ngettext

Ids = Sequence[str] | None


def who_is_in_what(view: View, states: Ids = None, bodies: Ids = None, *, wide: bool = False) -> Answer:
    """Answer what parties are in bodies: a row for every pair, body by body. Raises NothingToCompare, as all here do."""
    what = counted(view, states, bodies)
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    rows = [cell_row(cell) for body in grid.bodies for cell in grid.of_body(body)]
    return _answer(rows, what, grid, definitions(wide=wide))


def two_states(view: View, first: str, second: str, bodies: Ids = None, *, wide: bool = False) -> Answer:
    """Answer what two parties share: one row with every measure; ``cells`` are theirs, body by body."""
    _must_differ(view, first, second)
    what = counted(view, (first, second), bodies)
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    told = definitions("joint", "either", "jaccard", "containment", "similarity", wide=wide)
    pair = pair_of_states(grid, *grid.states)
    return _answer([pair_row(pair)], what, grid, told, cells=_cells(grid))


def two_bodies(view: View, first: str, second: str, states: Ids = None, *, wide: bool = False) -> Answer:
    """Answer what two bodies share: one row with every measure; ``cells`` are those of the parties in both."""
    _must_differ(view, first, second)
    what = counted_of_bodies(view, (first, second), states)
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    told = definitions("joint", "either", "jaccard", "containment", "similarity", wide=wide, of_bodies=True)
    pair = pair_of_bodies(grid, *grid.bodies)
    return _answer([pair_row(pair)], what, grid, told, cells=_cells(grid))


def exclusive_groups(view: View, states: Ids = None, bodies: Ids = None, *, wide: bool = False) -> Answer:
    """Answer which parties, and no others, share which bodies: a row for every group that has a body."""
    what = counted(view, states, bodies)
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    rows = [group_row(grid, group) for group in groups_of(grid)]
    return _answer(rows, what, grid, definitions("groups", wide=wide))


def how_similar(view: View, states: Ids = None, bodies: Ids = None, *, wide: bool = False) -> Answer:
    """Answer how alike parties are, two by two, the most alike first; ``together`` is what all of them share."""
    what = counted(view, states, bodies)
    if len(what.states) < 2:
        raise NothingToCompare(_("Name at least two states to compare."))
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    pairs = [pair_of_states(grid, *two) for two in combinations(grid.states, 2)]
    pairs.sort(key=lambda pair: (-(pair.similarity.lowest or 0), -(pair.similarity.highest or 0)))
    rows = grid.belonging(grid.states)
    together = resting_on(
        "together",
        grid.cells.values(),
        states=list(grid.states),
        joint=plain(joint(rows)),
        either=plain(belonging(rows)),
        jaccard=plain(jaccard(rows)),
    )
    told = definitions("joint", "either", "jaccard", "containment", "similarity", wide=wide)
    return _answer([pair_row(pair) for pair in pairs], what, grid, told, together=together)


def smallest_cover(
    view: View,
    states: Ids = None,
    bodies: Ids = None,
    *,
    without: Collection[str] = (),
    most: int = MOST_COVERS,
    wide: bool = False,
) -> Answer:
    """Answer the fewest bodies to which all of some parties belong: a row for every smallest set, up to `most`.

    ``size`` is how many bodies that takes, ``least`` how many it would if every membership that is not known held; ``uncovered``
    are the parties that no body covers for sure, ``open`` the memberships that are not known.
    """
    what = counted(view, states, bodies)
    grid = grid_of(view, what.states, what.bodies, wide=wide)
    barred = sorted({view.shown(body) for body in without})
    found = smallest_covers(grid, without=barred, most=most)
    rows = [cover_row(grid, place, one) for place, one in enumerate(found.covers, 1)]
    return _answer(
        rows,
        what,
        grid,
        definitions("cover", wide=wide),
        _more(found.more, len(rows)),
        size=found.size,
        least=found.least,
        more=found.more,
        uncovered=list(found.uncovered),
        open=[{"body": body, "party": party} for body, party in found.open],
        without=barred,
    )


def over_time(
    view: View,
    first: str,
    second: str,
    bodies: Ids = None,
    *,
    start: date | None = None,
    end: date | None = None,
    wide: bool = False,
) -> Answer:
    """Answer how what two parties share moved: a row for the first day, and for each on which either's place changed."""
    _must_differ(view, first, second)
    what = counted(view, (first, second), bodies, through_time=True)
    last = view.on if end is None else end
    if start is not None and start > last:
        says = _("{start} is later than {end}; give the earlier day first.")
        raise NothingToCompare(says.format(start=start.isoformat(), end=last.isoformat()))
    moves = moves_of(view, first, second, what.bodies, start=start, end=end, wide=wide)
    grid = grid_of(view, what.states, what.bodies, wide=wide, on=last)
    told = definitions("joint", "either", "jaccard", "containment", "similarity", wide=wide)
    rows = [move_row(move) for move in moves]
    return _answer(rows, what, grid, {**told, "through_time": _(THROUGH_TIME)}, until=last.isoformat())


def _answer(
    rows: list[dict[str, Any]],
    what: Counted,
    grid: Grid,
    told: dict[str, str],
    notes: Sequence[str] = (),
    **more: Any,
) -> Answer:
    return answer(
        rows,
        **more,
        definitions=told,
        counted={
            "states": list(grid.states),
            "bodies": list(grid.bodies),
            "left_out": list(what.left_out),
            "reading": "wide" if grid.wide else "narrow",
        },
        notes=[*notes, *_unknown(grid)],
    )


def _cells(grid: Grid) -> list[dict[str, Any]]:
    return [cell_row(cell) for body in grid.bodies for cell in grid.of_body(body)]


def _unknown(grid: Grid) -> list[str]:
    count, of = len(grid.not_known()), len(grid.cells)
    if not count:
        return []
    says = ngettext(
        "Of {of} pairs of party and body, it is not known of {count} whether the party belongs.",
        "Of {of} pairs of party and body, it is not known of {count} whether the party belongs.",
        count,
    )
    return [says.format(count=count, of=of)]


def _more(more: bool, shown: int) -> list[str]:
    if not more:
        return []
    says = ngettext(
        "There are other sets as small; {count} is shown.",
        "There are other sets as small; {count} are shown.",
        shown,
    )
    return [says.format(count=shown)]


def _must_differ(view: View, first: str, second: str) -> None:
    if view.shown(first) == view.shown(second):
        says = _("{first} and {second} are the same; name two to compare.")
        raise NothingToCompare(says.format(first=first, second=second))
