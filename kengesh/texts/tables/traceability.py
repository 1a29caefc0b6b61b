"""The traceability table, in the style of the climate convention's working group on long-term cooperative action (AWG-LCA).

First every paragraph of the last version and where it comes from; then every proposal ever made and where it is now; then
the words of the base, and of proposals, that are shown no more, and by what. Nothing that any version of the series showed
is without a row.

A series should have every version that was circulated. What was proposed and settled between two of them is told as far as
the later one's account (``settled``) tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kengesh.terms.messages import _
from kengesh.texts.decisions import Decision
from kengesh.texts.rolling import Alternative, BaseNode, Holders, NewNode, RebaseStep, RollingText, Settled
from kengesh.texts.tables.by_delegation import proposed
from kengesh.texts.tables.origins import Crossing, Step, origin_of, steps_of
from kengesh.texts.tables.outcomes import Outcomes
from kengesh.texts.tables.shown import Shown
from kengesh.texts.tables.table import Row, Table
from kengesh.texts.tables.wording import what_changes, what_is_new, what_it_does
from kengesh.texts.units import Unit
from kengesh.texts.writing.plain import NOTHING, listed


def traceability(series: Sequence[RollingText], decisions: Iterable[Decision] = ()) -> Table:
    """Return the table of a series of versions, the oldest first. With `decisions` it says which of them were withdrawals.

    Raises ValueError for an empty series.
    """
    if not series:
        raise ValueError(_("a traceability table needs at least one version of the text."))
    traced = _Traced(series, decisions)
    return Table(
        name="traceability",
        title=_("Traceability"),
        columns=(
            _("Unit"),
            _("What"),
            _("Words of the text"),
            _("Words proposed"),
            _("Delegations"),
            _("Submissions"),
            _("Since version"),
            _("From where, or where now"),
        ),
        rows=traced.rows(),
        footnotes=(_("Versions are counted from the oldest, which is 1."),),
    )


class _Traced:
    """The rows of the table."""

    def __init__(self, series: Sequence[RollingText], decisions: Iterable[Decision]) -> None:
        self.series, self.last = series, series[-1]
        self.shown = [Shown(rolling) for rolling in series]
        self.steps: list[Step] = steps_of(series)
        self.outcomes = Outcomes(series, self.steps, decisions)
        self.ever = {one.id for rolling in series for one in rolling.amendments}

    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all parts of the table."""
        parts = (self.paragraphs(), self.proposals(), self.fallen_away(), self.words_dropped())
        return self.shown[-1].readable(row for part in parts for row in part)

    def paragraphs(self) -> Iterator[Row]:
        """Yield the units of the last version, those of the base and those that are proposed."""
        for node in self.last.nodes:
            if isinstance(node, BaseNode):
                yield self._of_base(node.unit)
                for other in node.alternatives:
                    yield self._of_proposed(other, _("alternative"))
            elif isinstance(node, NewNode):
                yield self._of_proposed(node, what_is_new(node.unit.kind))

    def proposals(self) -> Iterator[Row]:
        """Yield every amendment of any version, in the order in which they first appeared."""
        since: dict[str, int] = {}
        latest: dict[str, Row] = {}
        for version, shown in enumerate(self.shown, 1):
            for one in sorted(shown.rolling.amendments, key=shown.place):
                since.setdefault(one.id, version)
                told = shown.amendments.get(one.target, one)
                words = shown.words(told)
                latest[one.id] = (
                    shown.name(shown.unit_of(one)),
                    what_it_does(one, words),
                    words.strip(),
                    proposed(shown, told),
                    one.delegation,
                    self._submissions((one.delegation,), since[one.id]),
                )
        for id, row in latest.items():
            yield (*row, str(since[id]), self.outcomes.of(id))

    def fallen_away(self) -> Iterator[Row]:
        """Yield the amendments that were filed on an older base and had nothing to change in the newer one."""
        told: set[str] = set()
        for version, shown in enumerate(self.shown, 1):
            for step in shown.rolling.rebased:
                if step.amendment not in self.ever and step.amendment not in told:
                    told.add(step.amendment)
                    yield self._fallen_away(step, shown, version)

    def words_dropped(self) -> Iterator[Row]:
        """Yield what the accounts of the versions settle beyond the amendments above, each entry once."""
        told: set[Settled] = set()
        for version, shown in enumerate(self.shown, 1):
            for one in shown.rolling.settled:
                if one not in told and one.amendment not in self.ever:
                    told.add(one)
                    yield self._dropped(one, version)

    def _of_base(self, unit: Unit) -> Row:
        origin, crossings = origin_of(self.steps, unit.id)
        holders: Holders = origin.proposed.holders if origin.proposed else ()
        label = self.shown[origin.version - 1].name(origin.unit)
        says = _("In the base of version {version}, as {label}.")
        if origin.proposed is not None:
            says = _("Proposed in version {version}, as {label}.")
        return (
            self.shown[-1].name(unit.id),
            _("unit of the text"),
            unit.text,
            "",
            listed(holders),
            self._submissions(holders, origin.version),
            str(origin.version),
            " ".join(
                [says.format(version=origin.version, label=label), *map(self._crossed, crossings[::-1])]
            ),
        )

    def _crossed(self, crossing: Crossing) -> str:
        """Say what a paragraph was merged with, and by what it changed, on the way to the next version."""
        shown, version = self.shown[crossing.version - 1], crossing.version + 1
        merged = [shown.name(unit) for unit in crossing.before[1:]]
        decisions = list(dict.fromkeys(one.decision for one in crossing.settled))
        says = []
        if merged:
            merges = _("Merged with {labels} in version {version}.")
            says.append(merges.format(labels=", ".join(merged), version=version))
        if decisions:
            holders = self._taken_from(crossing)
            changes = _("Changed in version {version}, by {decisions}.")
            if holders:
                changes = _("Changed in version {version}, by {decisions}, to the words of {delegations}.")
            says.append(
                changes.format(version=version, decisions=", ".join(decisions), delegations=listed(holders))
            )
        elif not merged:
            says.append(_("Changed by the base of version {version}.").format(version=version))
        return " ".join(says)

    def _taken_from(self, crossing: Crossing) -> Holders:
        taken = self.outcomes.taken
        return tuple(
            dict.fromkeys(
                holder for one in crossing.settled if one.amendment in taken for holder in one.holders
            )
        )

    def _of_proposed(self, node: NewNode | Alternative, what: str) -> Row:
        since = min(self._since(id) for id in node.amendments)
        says = _("Proposed in version {version}.").format(version=since)
        if len(node.holders) > 1:
            merges = _("Identical proposals of {delegations}, merged.")
            says = f"{says} {merges.format(delegations=listed(node.holders))}"
        submissions = self._submissions(node.holders, len(self.series))
        return node.label, what, "", node.unit.text, listed(node.holders), submissions, str(since), says

    def _since(self, amendment: str) -> int:
        return next(at for at, shown in enumerate(self.shown, 1) if amendment in shown.amendments)

    def _fallen_away(self, step: RebaseStep, shown: Shown, version: int) -> Row:
        return (
            shown.name(step.unit),
            what_changes(step.before, step.after),
            step.before,
            step.after or NOTHING,
            step.delegation,
            self._submissions((step.delegation,), version),
            str(version),
            self.outcomes.of(step.amendment),
        )

    def _dropped(self, one: Settled, version: int) -> Row:
        shown = next(
            (it for it in reversed(self.shown[:version]) if one.unit in it.names), self.shown[version - 1]
        )
        what = _("words of a proposal") if one.holders else _("words of the text")
        words = ("", one.text) if one.holders else (one.text, "")
        gone = _("{how} Shown no more in version {version}.")
        how = gone.format(how=self.outcomes.of_settled(one), version=version)
        submissions = self._submissions(one.holders, version)
        return shown.name(one.unit), what, *words, listed(one.holders), submissions, "", how

    def _submissions(self, holders: Holders, version: int) -> str:
        """Return the files that delegations had filed by a version, with their times."""
        filings = {one.delegation: one for one in self.series[version - 1].filings}
        found = [filings[code] for code in holders if code in filings]
        return "; ".join(
            ", ".join(part for part in (one.file_name or one.delegation, one.filed_at) if part)
            for one in found
        )
