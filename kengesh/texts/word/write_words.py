"""The words of a Word file that come from tables: what became of an amendment, the names of delegations."""

from __future__ import annotations

from kengesh.terms.messages import N_
from kengesh.terms.states import state_codes, state_name

STEP_SAYS = {
    "already-in-text": N_("The base has these words already."),
    "words-changed": N_("The words amended have changed."),
    "unit-gone": N_("The unit is gone."),
    "unit-agreed": N_("The unit has been agreed."),
}


def name_of(code: str, language: str) -> str:
    """Return the name of a delegation: of a state in a language, of a group the code by which it was declared."""
    return state_name(code, language) if code in state_codes() else code
