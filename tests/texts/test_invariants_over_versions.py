"""The invariants of the rolling text on generated negotiations: those that need several compilations, or several versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.laws import WITH_CHANCE, many, usual
from tests.texts.negotiations import negotiations


@pytest.mark.parametrize("law", WITH_CHANCE, ids=lambda law: law.__name__)
@usual
@given(case=negotiations(), rnd=st.randoms(use_true_random=False))
def test_a_law_of_several_compilations(law, case, rnd):
    law(case, rnd)


@pytest.mark.long
@pytest.mark.parametrize("law", WITH_CHANCE, ids=lambda law: law.__name__)
@many
@given(case=negotiations(most=6), rnd=st.randoms(use_true_random=False))
def test_a_law_of_several_compilations_on_many(law, case, rnd):
    law(case, rnd)
