"""In what order delegations and proposals are named (compiling rule 5): never by weight or size.

Within a list by the name of the state in the language of the version, by its alphabet; a declared group stands by its
code. Proposals by when the earliest of their submissions was filed: those with a time first, then by the order of filing;
ties by the alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kengesh.terms.languages import sort_key
from kengesh.terms.states import state_codes, state_name
from kengesh.texts.compiling.regions import Order
from kengesh.texts.rolling import Amendment, Holders


def order_in(language: str) -> Order:
    """Return the order for a version in this language."""

    @cache
    def place(delegation: str) -> tuple[object, ...]:
        name = state_name(delegation, language) if delegation in state_codes() else delegation
        return (*sort_key(name, language), delegation)

    def holders(delegations: Iterable[str]) -> Holders:
        return tuple(sorted(set(delegations), key=place))

    def earliest(amendments: Sequence[Amendment]) -> tuple[object, ...]:
        return min((not one.filed_at, one.filed_at, one.order, place(one.delegation)) for one in amendments)

    return Order(holders, earliest)
