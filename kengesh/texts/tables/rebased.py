"""What became of an amendment that was filed against an older base, as the annexes of a rolling text say it."""

from __future__ import annotations

from kengesh.terms.messages import N_, _
from kengesh.texts.rolling import RebaseStep

SAYS = {
    "already-in-text": N_("The base has these words already."),
    "words-changed": N_("The words amended have changed."),
    "unit-gone": N_("The unit is gone."),
    "anchor-gone": N_("The unit is gone."),  # the one after which a new unit came
    "proposal-gone": N_("The unit is gone."),  # another's, which was amended
    "unit-agreed": N_("The unit has been agreed."),
}


def step_says(step: RebaseStep) -> str:
    """Return the sentence of a step."""
    return _(SAYS.get(step.what, step.what))
