"""The changes that one decision makes, gathered and then made: to the base, to proposals, to the live amendments.

Whatever is taken out of sight goes through :meth:`Changes.close` or :meth:`Changes.drop_words`, which write down by which
decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import structs

from kengesh.texts.comparing.words import Edit
from kengesh.texts.compiling.compile import assemble
from kengesh.texts.compiling.joined import at_the_beginning
from kengesh.texts.compiling.laid_out import LaidOut, marks_in
from kengesh.texts.compiling.proposals import proposal_id
from kengesh.texts.deciding.reflow import Reflowed, reflow
from kengesh.texts.rolling import Act, Amendment, BaseNode, NewNode, RollingText, Settled, words_of
from kengesh.texts.table_cells import numbered_tables
from kengesh.texts.tokens import tokens
from kengesh.texts.units import Text, Unit, UnitKind


class Changes:
    """What decisions change in a rolling text."""

    def __init__(self, rolling: RollingText) -> None:
        self.rolling = rolling
        self.decision = ""
        """The decision by which what is closed from here on is closed."""
        self.units: list[Unit] = list(rolling.base.units)
        self.live: dict[str, Amendment] = {one.id: one for one in rolling.amendments}
        self.settled: list[Settled] = []
        self.edits: dict[str, list[Edit]] = {}
        self.all = dict(self.live)
        self.proposes = dict(_proposed_units(rolling))
        self.makers = Counter(proposed for id, proposed in self.proposes.items() if id in self.live)
        self.supporters: dict[str, list[Amendment]] = {}
        for one in rolling.amendments:
            if one.act is Act.SUPPORT:
                self.supporters.setdefault(one.target, []).append(one)

    def close(self, one: Amendment) -> None:
        """Take an amendment out of the text, and those that support it or amend what only it proposes."""
        if self.live.pop(one.id, None) is None:
            return
        self._settle(one.unit, (one.delegation,), words_of(one, self.all), one.id)
        for other in self.supporters.get(one.id, ()):
            self.close(other)
        proposed = self.proposes.get(one.id)
        if proposed is None:
            return
        self.makers[proposed] -= 1
        if not self.makers[proposed]:
            self._close_proposal(proposed, one.unit)

    def withdraw(self, one: Amendment) -> None:
        """Close what its delegation takes back; where others support it, the first of them keeps it up, and the rest support that."""
        heirs = [other for other in self.supporters.get(one.id, ()) if other.id in self.live]
        heirs.sort(key=lambda other: (not other.filed_at, other.filed_at, other.order, other.delegation))
        self.supporters[one.id] = []
        for heir in heirs[:1]:
            stamp = {
                "id": heir.id,
                "delegation": heir.delegation,
                "filed_at": heir.filed_at,
                "order": heir.order,
            }
            self.live[heir.id] = structs.replace(one, **stamp)
            self.supporters[heir.id] = heirs[1:]
            if one.id in self.proposes and heir.id not in self.proposes:
                self.proposes[heir.id] = self.proposes[one.id]
                self.makers[self.proposes[one.id]] += 1
        for other in heirs[1:]:
            self.live[other.id] = structs.replace(other, target=heirs[0].id)
        self.close(one)

    def _close_proposal(self, proposed: str, anchor: str) -> None:
        """Close what is on a proposal that nobody makes any more; a paragraph after it comes after what is before it."""
        self.close_on(proposed)
        for one in list(self.live.values()):
            if one.act is Act.NEW and one.unit == proposed:
                if one.kind is UnitKind.FOOTNOTE:
                    self.close(one)
                else:
                    self.live[one.id] = structs.replace(one, unit=anchor)

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
        """Take a unit out of the base, with the footnotes that it alone refers to; what comes after it comes after the one before."""
        at = self.place_of(unit)
        before = self.units[at - 1].id if at else ""
        gone = self.units.pop(at)
        self.drop_words(unit, (), gone.text)
        for one in self.live.values():
            if one.act is Act.NEW and one.unit == unit:
                self.live[one.id] = structs.replace(one, unit=before)
            elif one.act is Act.MOVE and one.after == unit:
                self.live[one.id] = structs.replace(one, after=before)
        others = {mark for one in self.units for mark in marks_in(one.text)}
        for mark in marks_in(gone.text):
            if mark not in others and any(one.id == mark for one in self.units):
                self.close_on(mark)
                self.remove(mark)

    def reword_proposal(self, unit: str, edit: Edit) -> None:
        """Change words of a proposed unit; it is another proposal then, and what others amend in it goes along."""
        makers = [id for id, proposed in self.proposes.items() if proposed == unit and id in self.live]
        for id in makers:
            own = tokens(self.live[id].text)
            words = (*own[: edit.start], *edit.words, *own[edit.end :])
            self.live[id] = structs.replace(self.live[id], text="".join(words).strip())
        renamed = proposal_id(self.live[makers[0]])
        if renamed in self.rolling.base.places:
            renamed += ".2"  # as the node of it will be called
        for one in list(self.live.values()):
            if one.unit == unit and one.act is not Act.NEW:
                self.live[one.id] = structs.replace(_shifted(one, [edit]), unit=renamed)
            elif one.unit == unit:
                self.live[one.id] = structs.replace(one, unit=renamed)

    def applied(self) -> RollingText:
        """Return the rolling text with the changes made."""
        live = list(self.live.values())
        if self.edits:
            reflowed = reflow(self.units, self.edits)
            self.units = reflowed.units
            live = [self._on_reflowed(one, reflowed) for one in live]
        live = self._following(live)
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

    def _following(self, live: list[Amendment]) -> list[Amendment]:
        """Return the amendments, those on a proposal with the id that it has now: its words or its anchor may have changed."""
        now = {one.id: proposal_id(one) for one in live if one.act in (Act.NEW, Act.ALTERNATIVE)}
        renamed = {
            old.partition(".")[0]: now[id]
            for id, old in self.proposes.items()
            if id in now and old != now[id]
        }
        here = {unit.id for unit in self.units}
        return [
            structs.replace(one, unit=renamed[one.unit])
            if one.unit in renamed and one.unit not in here and one.act is not Act.SUPPORT
            else one
            for one in live
        ]

    def _on_reflowed(self, one: Amendment, reflowed: Reflowed) -> Amendment:
        if one.act is Act.NEW:
            return structs.replace(one, unit=reflowed.last_piece(one.unit))
        if one.act is Act.MOVE:
            one = structs.replace(one, after=reflowed.last_piece(one.after))
        if one.unit in self.edits:
            one = _shifted(one, self.edits[one.unit])
        unit, start, end = reflowed.landed(one.unit, one.start, one.end)
        if one.act is not Act.REPLACE or not one.start:
            return structs.replace(one, unit=unit, start=max(0, start), end=max(0, end))
        # of a paragraph that was parted here
        part = at_the_beginning(Edit(start, end, tuple(tokens(one.text))))
        return structs.replace(one, unit=unit, start=part.start, end=part.end, text="".join(part.words))

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


def _proposed_units(rolling: RollingText) -> Iterator[tuple[str, str]]:
    """Yield (amendment, the proposed unit that it makes)."""
    for node in rolling.nodes:
        if isinstance(node, NewNode):
            yield from ((id, node.unit.id) for id in node.amendments)
        elif isinstance(node, BaseNode):
            yield from ((id, other.unit.id) for other in node.alternatives for id in other.amendments)
