"""Which amendments stand: a delegation's later act in place of an earlier one on the same words, and nothing on what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.rolling import Act, Amendment, RebaseStep

WHOLE = (Act.DELETE, Act.ALTERNATIVE)
WORDING = (Act.REPLACE, *WHOLE)


def standing(
    base: LaidOut, amendments: Sequence[Amendment], adding: Iterable[str]
) -> tuple[list[Amendment], list[Amendment]]:
    """Return the amendments that stand, and those that fell.

    The amendments are in the order in which they came. Of delegations that are `adding` acts to what they had, a later one
    takes the place of those on the same words. What amends a proposal that nobody makes any more, or supports what is not
    there any more, falls with it.
    """
    live = _latest(amendments, set(adding))
    ids = {one.id for one in live}
    fell = [one for one in amendments if one.id not in ids]
    while True:
        known = {"", *base.text.places}
        known |= {proposal_id(one) for one in live if one.act in (Act.NEW, Act.ALTERNATIVE)}
        ids = {one.id for one in live}
        loose = {one.id for one in live if not _holds(one, known, ids)}
        if not loose:
            return live, fell
        fell += [one for one in live if one.id in loose]
        live = [one for one in live if one.id not in loose]


def dropped_step(one: Amendment) -> RebaseStep:
    """Return the step that tells of an amendment which fell."""
    return RebaseStep(
        delegation=one.delegation,
        amendment=one.id,
        unit=one.unit,
        what="proposal-gone",
        before="",
        after=one.text,
    )


def _latest(amendments: Sequence[Amendment], adding: set[str]) -> list[Amendment]:
    live: dict[str, Amendment] = {}
    for one in amendments:
        if one.delegation in adding:
            live = {id: other for id, other in live.items() if not _replaces(one, other)}
        live[one.id] = one
    return list(live.values())


def _replaces(later: Amendment, earlier: Amendment) -> bool:
    """Whether a delegation's later amendment is about the same words as its earlier one."""
    if later.delegation != earlier.delegation or later.unit != earlier.unit or later.id == earlier.id:
        return False
    if later.act is Act.MOVE and earlier.act is Act.MOVE:
        return True
    if later.act not in WORDING or earlier.act not in WORDING:
        return False
    if later.act in WHOLE or earlier.act in WHOLE:
        return True
    if later.start == later.end or earlier.start == earlier.end:
        return earlier.start <= later.start <= earlier.end and later.start <= earlier.end <= later.end
    return later.start < earlier.end and earlier.start < later.end


def _holds(one: Amendment, known: set[str], ids: set[str]) -> bool:
    if one.act is Act.SUPPORT:
        return one.target in ids
    return one.unit in known or one.unit.partition(".")[0] in known  # the same words twice have a number more
