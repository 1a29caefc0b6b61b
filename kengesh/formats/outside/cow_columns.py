"""Which columns of the IGO-year format are states, and which state a column or a number of the Correlates of War stands for.

The codebook calls these columns "Afghanistan-Zimbabwe": they stand side by side in the order of the alphabet, named by
abbreviated state names without spaces (``usa``, ``wgermany``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kengesh.formats.outside.states import WITHOUT_CODE, squeezed, state_named, state_of_cow
from kengesh.formats.outside.tables import Table, place_of
from kengesh.formats.outside.values import BadFile
from kengesh.terms.messages import _

FIRST, LAST = "afghanistan", "zimbabwe"
SHORT_NAMES: Mapping[str, int] = MappingProxyType(
    {
        "wgermany": 260,
        "westgermany": 260,
        "egermany": 265,
        "eastgermany": 265,
        "austriahungary": 300,
        "czechoslovakia": 315,
        "yugoslavia": 345,
        "nyemen": 678,
        "northyemen": 678,
        "yemenarabrepublic": 678,
        "syemen": 680,
        "southyemen": 680,
        "yemenpeoplesrepublic": 680,
        "korea": 730,
        "svietnam": 817,
        "southvietnam": 817,
        "republicofvietnam": 817,
        "nvietnam": 816,
        "northvietnam": 816,
        "skorea": 732,
        "southkorea": 732,
        "nkorea": 731,
        "northkorea": 731,
        "ussr": 365,
        "sovietunion": 365,
    }
)


@dataclass(frozen=True, slots=True)
class State:
    """A state that a file speaks of: its code where it has one, and its name."""

    code: str | None
    name: str


def party_of_number(number: str, name: str) -> State:
    """Return the state that a number stands for; `name` is what the file calls it."""
    plain = int(number) if number.isascii() and number.isdecimal() else -1
    return State(state_of_cow(plain), WITHOUT_CODE.get(plain) or name or f"COW {number}")


def party_of_column(column: str) -> State:
    """Return the state that a column stands for."""
    plain = squeezed(column)
    if plain in SHORT_NAMES:
        return party_of_number(str(SHORT_NAMES[plain]), column)
    by_name = {squeezed(name): number for number, name in WITHOUT_CODE.items()}
    if plain in by_name:
        return party_of_number(str(by_name[plain]), column)
    return State(state_named(column), column)


def state_columns(table: Table) -> list[int]:
    """Return the places of the columns of states. Raises BadFile where there are none."""
    first, last = place_of(table, FIRST), place_of(table, LAST)
    if first is not None and last is not None and first < last:
        return list(range(first, last + 1))
    found = [place for place, name in enumerate(table.columns) if _is_state(name)]
    if not found:
        says = _("expected columns named after states, from {first} to {last}.")
        raise BadFile(says.format(first=FIRST, last=LAST), table.file, 1)
    return found


def _is_state(column: str) -> bool:
    state = party_of_column(column)
    return state.code is not None or state.name in WITHOUT_CODE.values()
