"""The one spelling of a claim: whatever claim is written is read back as the same one."""

from __future__ import annotations

from hypothesis import given, settings

from kengesh.formats.claims.language.reading import read_by_ids
from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.language.writing import write_claim
from tests.formats.claims.any_claim import claims


@settings(derandomize=True, deadline=None, max_examples=300)
@given(claims())
def test_every_claim_is_read_back_from_its_one_spelling(claim: Claim) -> None:
    assert read_by_ids(write_claim(claim)) == claim
