"""The smallest cover against trying every set of bodies; exclusive groups worked out by hand."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kengesh.formats.overlap.cover import smallest_covers
from kengesh.formats.overlap.grid import Grid
from kengesh.formats.overlap.groups import Group, groups_of
from kengesh.terms.dates import Truth
from tests.formats.overlap.small_grids import grid

STATES = "AZE KAZ KGZ TJK UZB"


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    count = draw(st.integers(0, 7))
    letters = st.text("yn?", min_size=5, max_size=5)
    return grid(STATES, **{f"body-{place}": draw(letters) for place in range(count)})


def covered(of: Grid, bodies: tuple[str, ...], truths: set[Truth]) -> set[str]:
    return {state for state in of.states for body in bodies if of.cells[state, body].belongs in truths}


def least(of: Grid, wanted: set[str], truths: set[Truth]) -> set[frozenset[str]]:
    """Return the smallest covers by trying every set of bodies, the small ones first."""
    for size in range(len(of.bodies) + 1):
        found = {
            frozenset(one) for one in combinations(of.bodies, size) if wanted <= covered(of, one, truths)
        }
        if found:
            return found
    raise AssertionError("all bodies together cover what any of them does")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(grids())
def test_the_smallest_covers_are_those_that_trying_every_set_finds(of: Grid) -> None:
    found = smallest_covers(of, most=1000)
    coverable = covered(of, of.bodies, {Truth.YES})
    expected = least(of, coverable, {Truth.YES})
    assert set(found.uncovered) == set(of.states) - coverable
    assert found.size == min(map(len, expected))
    assert {frozenset(one) for one in found.covers} == (expected if coverable else set())
    assert len(found.covers) == len({frozenset(one) for one in found.covers}) and not found.more
    hoped = least(of, coverable, {Truth.YES, Truth.NOT_KNOWN})
    assert found.least == min(map(len, hoped))


def test_a_body_that_is_barred_is_not_used_and_the_next_smallest_set_takes_its_place() -> None:
    of = grid("KAZ TJK TKM", cis="yyn", ots="ynn", eco="yyy", ifas="nny")
    assert smallest_covers(of).covers == (("eco",),)
    without = smallest_covers(of, without=["eco"])
    assert without.size == 2 and without.covers == (("cis", "ifas"),)
    nobody = smallest_covers(of, without=["eco", "ifas"])
    assert nobody.uncovered == ("TKM",) and nobody.covers == (("cis",),)


def test_a_membership_that_is_not_known_covers_nobody_and_is_named() -> None:
    found = smallest_covers(grid("KAZ TJK", sco="y?", csto="ny"))
    assert found.covers == (("sco", "csto"),) and (found.size, found.least) == (2, 1)
    assert found.open == (("sco", "TJK"),)


def test_only_so_many_covers_are_shown_and_that_there_are_more_is_said() -> None:
    of = grid("KAZ", a="y", b="y", c="y")
    assert smallest_covers(of, most=2).more and len(smallest_covers(of, most=2).covers) == 2
    assert not smallest_covers(of, most=3).more


def test_every_body_stands_in_the_group_of_exactly_its_members_the_open_ones_last() -> None:
    of = grid("KAZ TJK TKM", cis="yyn", ots="ynn", cst="yyn", sco="yy?", gatt="nnn")
    assert groups_of(of) == [
        Group(("KAZ", "TJK"), (), ("cis", "cst")),
        Group(("KAZ",), (), ("ots",)),
        Group((), (), ("gatt",)),
        Group(("KAZ", "TJK"), ("TKM",), ("sco",)),
    ]


@given(grids())
def test_every_body_stands_in_one_group(of: Grid) -> None:
    assert sorted(body for group in groups_of(of) for body in group.bodies) == sorted(of.bodies)
