"""Where each proposal ever made is now: in the text, in the annex, taken, withdrawn, superseded, fallen away.

A version keeps by which decision words went, not what the decision was. With the decisions at hand the answer is exact.
Without them a proposal counts as taken where the next version has its words in its place; where the words beside it
changed as well it is told as settled. In a text that says the same words again and again this can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import N_, _
from kengesh.texts.decisions import BOTH, Deciding, Decision
from kengesh.texts.rolling import Act, RollingText, Settled
from kengesh.texts.tables.origins import Step, taken_in
from kengesh.texts.tables.shown import Shown

FILED_AGAIN, REBASED = (
    "filed-again:",
    "rebase:",
)  # what stands in the place of a decision's id (``compiling.compile``)
PROPOSING = (Act.REPLACE, Act.NEW, Act.DELETE, Act.ALTERNATIVE, Act.MOVE, Act.SUPPORT)
_REBASED = {
    "already-in-text": N_("Fallen away: the newer base has it already."),
    "unit-gone": N_("Fallen away: the newer base no longer has the unit."),
}


class Outcomes:
    """Answers for the proposals of a series. With the decisions at hand it can tell a withdrawal from a choice."""

    def __init__(
        self, series: Sequence[RollingText], steps: Sequence[Step], decisions: Iterable[Decision]
    ) -> None:
        self._last, self._shown = series[-1], Shown(series[-1])
        self._decisions = {one.id: one for one in decisions}
        self._notes = {id: note.number for note in self._last.notes for id in note.amendments}
        self._settled = {one.amendment: one for rolling in series for one in rolling.settled if one.amendment}
        self._rebased = {one.amendment: one for rolling in series for one in rolling.rebased}
        self._proposals = {one.id for rolling in series for one in rolling.amendments if one.act in PROPOSING}
        self.taken = self._taken(series, steps)
        """The amendments whose words became the text's."""

    def _taken(self, series: Sequence[RollingText], steps: Sequence[Step]) -> frozenset[str]:
        """Return the proposals that were taken: by the decision where it is at hand, else by what the text became."""
        inferred = taken_in(steps)
        found: set[str] = set()
        for shown in map(Shown, series):
            for one in shown.rolling.amendments:
                settled = self._settled.get(one.id)
                decision = self._decisions.get(settled.decision) if settled else None
                if decision is None:
                    found.update(inferred & {one.id})
                elif decision.decides is Deciding.CHOOSE and decision.take in (BOTH, *shown.holders(one)):
                    found.add(one.id)
        return frozenset(found & self._proposals)

    def of(self, amendment: str) -> str:
        """Return a sentence that says where an amendment is now."""
        live = self._shown.amendments.get(amendment)
        if live is not None and amendment in self._shown.requested:
            return _("In the annex, as a request to reopen.")
        if live is not None and amendment in self._notes:
            return _("In note {number}.").format(number=self._notes[amendment])
        if live is not None:
            return _("In the text, at {label}.").format(label=self._shown.name(self._shown.unit_of(live)))
        if amendment in self._settled:
            return self.of_settled(self._settled[amendment])
        if amendment in self._rebased:
            return _(_REBASED.get(self._rebased[amendment].what, _REBASED["unit-gone"]))
        return _("Shown no more, and no recorded act says why.")

    def of_settled(self, one: Settled) -> str:
        """Return a sentence that says by what words are shown no more."""
        if one.decision.startswith(FILED_AGAIN):
            delegation = one.decision.removeprefix(FILED_AGAIN).partition(":")[0]
            return _("Superseded by a later submission of {delegation}.").format(delegation=delegation)
        if one.decision.startswith(REBASED):
            return _(_REBASED.get(one.decision.removeprefix(REBASED), _REBASED["unit-gone"]))
        return self._decided(one).format(decision=one.decision)

    def _decided(self, one: Settled) -> str:
        decision = self._decisions.get(one.decision)
        if decision is not None and decision.decides is Deciding.WITHDRAW:
            return _("Withdrawn, by decision {decision}.")
        if one.amendment in self.taken:
            return _("Taken into the text, by decision {decision}.")
        if decision is not None and one.amendment in self._proposals:
            return _("Not taken, by decision {decision}.")
        return _("Settled by decision {decision}.")
