"""What a check hears in a clause of a draft: otherwise than the record tells, in agreement with it, or not to be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kengesh.formats.drafts.values import Finding, Sentence, Sort
from kengesh.mechanism.live import LiveAct


class Outcome(Enum):
    """What comes of a statement."""

    OTHERWISE = "otherwise"
    AGREES = "agrees"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement that was recognised, and what comes of it."""

    outcome: Outcome
    finding: Finding


def heard(
    outcome: Outcome,
    sentence: Sentence,
    says: str,
    *,
    what: str,
    words: str = "",
    acts: Iterable[LiveAct] = (),
    sources: Iterable[str] = (),
) -> Heard:
    """Return what was heard, with the acts that it rests on and their sources."""
    telling = list(dict.fromkeys(acts))
    cited = dict.fromkeys(cite["source"] for act in telling for cite in act.citations)
    cited |= dict.fromkeys(sources)
    finding = Finding(
        Sort.TOLD_OTHERWISE,
        says,
        sentence,
        sentence.notes,
        words,
        what,
        tuple(act.id for act in telling),
        tuple(cited),
    )
    return Heard(outcome, finding)
