"""The invariants of the rolling text on generated negotiations: those that need several compilations, or several versions.

Every law (``laws``) is tried on each of 1,500 negotiations in the usual run, of 20,000 with ``-m long``.
"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.laws import WITH_CHANCE, many, usual
from tests.texts.negotiations import Negotiation, negotiations


def hold(case: Negotiation, seed: int) -> None:
    for law in WITH_CHANCE:
        law(case, random.Random(seed))


@usual
@given(case=negotiations(), seed=st.integers(0, 2**32))
def test_versions_and_other_orders_keep_every_law(case, seed):
    hold(case, seed)


@pytest.mark.long
@many
@given(case=negotiations(most=6), seed=st.integers(0, 2**32))
def test_versions_and_other_orders_keep_every_law_on_many(case, seed):
    hold(case, seed)
