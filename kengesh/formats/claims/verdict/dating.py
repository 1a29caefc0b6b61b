"""Whether something happened on the day that a claim gives, by the days that acts give for it."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.mechanism.disputes import settle
from kengesh.mechanism.live import LiveAct
from kengesh.terms.dates import Truth, When, contains, parse_when


def on_day(acts: Sequence[LiveAct], on: str | None) -> Truth:
    """Say whether what acts tell of happened on a day; yes where the claim gives none.

    Acts that differ on the day, with nothing to decide, have to agree on the answer.
    """
    if on is None:
        return Truth.YES
    answers = {same_day(parse_when(on), parse_when(text)) for text in _days(acts)}
    return answers.pop() if len(answers) == 1 else Truth.NOT_KNOWN


def same_day(claimed: When, told: When) -> Truth:
    """Say whether a day lies in the day, month or year that a claim gives: yes, no, or not known where bounds overlap."""
    if contains(claimed, told):
        return Truth.YES
    apart = _is_before(claimed, told) or _is_before(told, claimed)
    return Truth.NO if apart else Truth.NOT_KNOWN


def settled_day(acts: Sequence[LiveAct]) -> str | None:
    """Return the day on which acts agree, None where they differ or give none."""
    if not any(act.get("on") for act in acts):
        return None
    value: str | None = settle([act for act in acts if act.get("on")], "on").value
    return value


def _days(acts: Sequence[LiveAct]) -> set[str]:
    dated = [act for act in acts if act.get("on")]
    kinds = {act.act.kind for act in dated}
    if len(kinds) == 1:
        settled = settle(dated, "on")
        if settled.value is not None:
            return {settled.value}
    return {act.get("on") for act in dated}


def _is_before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
