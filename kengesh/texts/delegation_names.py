"""What a delegation is called in a text that is read: a state by its name, a declared group by its code."""

from __future__ import annotations

from kengesh.terms.states import state_codes, state_name


def delegation_name(code: str, language: str) -> str:
    """Return the name of a state in a language; of a group, the code by which it was declared."""
    return state_name(code, language) if code in state_codes() else code
