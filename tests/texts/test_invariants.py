"""The invariants of the rolling text on generated negotiations: those that one compilation is enough to see.

Every law (``laws``) is tried on each of 1,500 negotiations in the usual run, of 20,000 with ``-m long``.
"""

import pytest
from hypothesis import given

from tests.texts.laws import ALONE, many, no_bracket_stands_in_an_agreed_unit, usual
from tests.texts.negotiations import Negotiation, negotiations


def hold(case: Negotiation) -> None:
    for law in ALONE:
        law(case)


@usual
@given(case=negotiations())
def test_a_compiled_text_keeps_every_law(case):
    hold(case)


@usual
@given(case=negotiations(statuses=True))
def test_no_bracket_stands_in_an_agreed_unit(case):
    no_bracket_stands_in_an_agreed_unit(case)


@pytest.mark.long
@many
@given(case=negotiations(most=6))
def test_a_compiled_text_keeps_every_law_on_many(case):
    hold(case)


@pytest.mark.long
@many
@given(case=negotiations(statuses=True, most=6))
def test_no_bracket_stands_in_an_agreed_unit_on_many(case):
    no_bracket_stands_in_an_agreed_unit(case)
