"""The changes that one decision makes, gathered and then made: to the base, to proposals, to the live amendments.

Whatever is taken out of sight goes through :meth:`Changes.close` or :meth:`Changes.drop_words`, which write down by which
decision.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from kengesh.texts.comparing.words import Edit
from kengesh.texts.compiling.compile import assemble
from kengesh.texts.compiling.drafting import proposal_id
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.deciding.reflow import Reflowed, reflow
from kengesh.texts.rolling import Act, Amendment, RollingText, Settled
from kengesh.texts.table_cells import numbered_tables
from kengesh.texts.tokens import tokens
from kengesh.texts.units import Text, Unit


class Changes:
    """What a decision changes in a rolling text."""

    def __init__(self, rolling: RollingText, decision: str) -> None:
        self.rolling, self.decision = rolling, decision
        self.units: list[Unit] = list(rolling.base.units)
        self.live: dict[str, Amendment] = {one.id: one for one in rolling.amendments}
        self.settled: list[Settled] = []
        self.edits: dict[str, list[Edit]] = {}

    def close(self, one: Amendment) -> None:
        """Take an amendment out of the text, and those that support it or amend what only it proposes."""
        if self.live.pop(one.id, None) is None:
            return
        self._settle(one.unit, (one.delegation,), one.text, one.id)
        for other in list(self.live.values()):
            if other.act is Act.SUPPORT and other.target == one.id:
                self.close(other)
        if one.act in (Act.NEW, Act.ALTERNATIVE):
            proposed = proposal_id(one.unit, one.kind, one.text)
            if not any(proposal_id(it.unit, it.kind, it.text) == proposed for it in self._proposals()):
                self.close_on(proposed)

    def close_on(self, unit: str) -> None:
        """Close every amendment on a unit."""
        for one in list(self.live.values()):
            if one.unit == unit and one.act is not Act.NEW:
                self.close(one)

    def close_all(self, ids: Iterable[str]) -> None:
        """Close amendments by their ids."""
        for id in sorted(ids):
            if id in self.live:
                self.close(self.live[id])

    def drop_words(self, unit: str, holders: tuple[str, ...], text: str) -> None:
        """Write down that words of the base (no holders) or of a proposal are shown no more."""
        if text:
            self._settle(unit, holders, text, "")

    def edit(self, unit: str, edit: Edit) -> None:
        """Change words of a unit of the base."""
        self.edits.setdefault(unit, []).append(edit)

    def place_of(self, unit: str) -> int:
        """Return where a unit of the base stands."""
        return next(at for at, one in enumerate(self.units) if one.id == unit)

    def remove(self, unit: str) -> None:
        """Take a unit out of the base; what comes after it comes after the unit before."""
        at = self.place_of(unit)
        before = self.units[at - 1].id if at else ""
        self.drop_words(unit, (), self.units[at].text)
        del self.units[at]
        for one in self.live.values():
            if one.act is Act.NEW and one.unit == unit:
                self.live[one.id] = structs.replace(one, unit=before)
            elif one.act is Act.MOVE and one.after == unit:
                self.live[one.id] = structs.replace(one, after=before)

    def reword_proposal(self, unit: str, edit: Edit, text: str) -> None:
        """Change words of a proposed unit; it is another proposal then, and what others amend in it goes along."""
        makers = [one for one in self._proposals() if proposal_id(one.unit, one.kind, one.text) == unit]
        for one in makers:
            self.live[one.id] = structs.replace(one, text=text)
        renamed = proposal_id(makers[0].unit, makers[0].kind, text)
        for one in list(self.live.values()):
            if one.unit == unit and one.act is not Act.NEW:
                moved = _shifted(one, [edit])
                self.live[one.id] = structs.replace(moved, unit=renamed)
            elif one.unit == unit:
                self.live[one.id] = structs.replace(one, unit=renamed)

    def applied(self) -> RollingText:
        """Return the rolling text with the changes made."""
        live = list(self.live.values())
        if self.edits:
            reflowed = reflow(self.units, self.edits)
            self.units = reflowed.units
            live = [self._on_reflowed(one, reflowed) for one in live]
        units = numbered_tables(self.units, self.rolling.base.places)
        base = Text(self.rolling.base.language, tuple(units))
        return assemble(
            LaidOut(base),
            live,
            profile=self.rolling.profile,
            filings=self.rolling.filings,
            editorial=[one for one in self.rolling.editorial if one.unit in base.places],
            rebased=self.rolling.rebased,
            settled=(*self.rolling.settled, *self.settled),
            parked=tuple(unit for unit in self.rolling.parked if unit in base.places),
        )

    def _on_reflowed(self, one: Amendment, reflowed: Reflowed) -> Amendment:
        if one.act is Act.NEW:
            return structs.replace(one, unit=reflowed.last_piece(one.unit))
        if one.act is Act.MOVE:
            one = structs.replace(one, after=reflowed.last_piece(one.after))
        if one.unit in self.edits:
            one = _shifted(one, self.edits[one.unit])
        unit, start, end = reflowed.landed(one.unit, one.start, one.end)
        return structs.replace(one, unit=unit, start=start, end=end)

    def _proposals(self) -> list[Amendment]:
        return [one for one in self.live.values() if one.act in (Act.NEW, Act.ALTERNATIVE)]

    def _settle(self, unit: str, holders: tuple[str, ...], text: str, amendment: str) -> None:
        self.settled.append(
            Settled(decision=self.decision, unit=unit, holders=holders, text=text, amendment=amendment)
        )


def _shifted(one: Amendment, edits: Iterable[Edit]) -> Amendment:
    """Return an amendment whose span lies where its words are after edits that do not touch it, or lie inside it."""
    before = inside = 0
    for edit in edits:
        growth = len(tokens("".join(edit.words))) - (edit.end - edit.start)
        if edit.end <= one.start and (edit.start < one.start or edit.start == edit.end):
            before += growth
        elif one.start <= edit.start and edit.end <= one.end and edit.start < one.end:
            inside += growth
    return structs.replace(one, start=one.start + before, end=one.end + before + inside)
