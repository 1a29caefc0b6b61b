"""The invariants of the rolling text on generated negotiations: those that one compilation is enough to see.

Hundreds of each in the usual run, 20,000 of each with ``-m long``.
"""

import pytest
from hypothesis import given

from tests.texts.laws import ALONE, many, no_bracket_stands_in_an_agreed_unit, usual
from tests.texts.negotiations import negotiations


@pytest.mark.parametrize("law", ALONE, ids=lambda law: law.__name__)
@usual
@given(case=negotiations())
def test_a_law_of_one_compilation(law, case):
    law(case)


@usual
@given(case=negotiations(statuses=True))
def test_no_bracket_stands_in_an_agreed_unit(case):
    no_bracket_stands_in_an_agreed_unit(case)


@pytest.mark.long
@pytest.mark.parametrize("law", ALONE, ids=lambda law: law.__name__)
@many
@given(case=negotiations(most=6))
def test_a_law_of_one_compilation_on_many(law, case):
    law(case)


@pytest.mark.long
@many
@given(case=negotiations(statuses=True, most=6))
def test_no_bracket_stands_in_an_agreed_unit_on_many(case):
    no_bracket_stands_in_an_agreed_unit(case)
