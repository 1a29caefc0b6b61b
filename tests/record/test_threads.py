"""Work shared among threads comes back in order, and its first error is the one that is raised."""

from __future__ import annotations

import pytest

from kengesh.record.threads import FEWEST, each


@pytest.mark.parametrize("count", [0, 1, FEWEST, 2 * FEWEST, 10 * FEWEST + 7])
def test_results_come_in_the_order_of_the_things(count: int) -> None:
    assert each(lambda number: number * number, range(count)) == [number * number for number in range(count)]


def test_of_several_errors_that_of_the_first_thing_is_raised() -> None:
    def refuse(number: int) -> int:
        if number in (3, 100, 300):
            raise ValueError(number)
        return number

    with pytest.raises(ValueError, match="^3$"):
        each(refuse, range(10 * FEWEST))
