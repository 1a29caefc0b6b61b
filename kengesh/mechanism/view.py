"""A view of the state: as known at one size of the log, by the sources published up to one day, asked of one day.

A view never sees what was entered later. In it an act is *live* unless a later act withdrew it or put another in its place,
or unless its sources had not been published by the day asked for. What is live may still be rejected by a preference, or
be one of several that differ: the act itself says so (:class:`LiveAct`), and :mod:`kengesh.mechanism.disputes` settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kengesh.acts import Kind
from kengesh.mechanism.acts import Act, ActStore
from kengesh.mechanism.state import State, act_key
from kengesh.terms.citations import Source, source_from_act
from kengesh.terms.dates import Truth, begun, parse_when

# Groups of kinds that tell of the record itself, and count whatever sources are asked for.
ALWAYS_COUNTING = {"name", "source", "record", "charter", "log", "join"}


@dataclass(frozen=True, eq=False)
class LiveAct:
    """A live act in a view."""

    act: Act
    kind: Kind
    view: View

    @property
    def id(self) -> str:
        """The id of the act."""
        return self.act.id

    @property
    def fields(self) -> dict[str, Any]:
        """Its fields, as they stand in the log."""
        return self.act.fields

    def get(self, name: str) -> Any:
        """Return a field, None where the act leaves it out."""
        return self.act.fields.get(name)

    @property
    def basis(self) -> str:
        """How it rests on its sources: plain, derived or weak."""
        return str(self.act.fields.get("basis", "plain"))

    @cached_property
    def lineage(self) -> tuple[str, ...]:
        """Its id and the ids of the acts whose place it took: what was judged of them holds of it."""
        return tuple(self.view.lineage(self.act))

    @cached_property
    def judgements(self) -> tuple[LiveAct, ...]:
        """The live judgements that point at it, in the order of the log: confirm, contradict, prefer."""
        return tuple(self.view.judgements(self.lineage))

    @cached_property
    def is_taken(self) -> bool:
        """Whether a preference takes it."""
        return any(
            set(one.get("acts")) & set(self.lineage) for one in self._judged("prefer") if one.get("over")
        )

    @cached_property
    def is_rejected(self) -> bool:
        """Whether a preference takes another act over it."""
        return any(set(one.get("over")) & set(self.lineage) for one in self._judged("prefer"))

    @cached_property
    def citations(self) -> tuple[dict[str, str], ...]:
        """Its own citations that count in this view, and after them those of the acts that confirm it."""
        own = list(self.act.fields.get("sources", ()))
        confirming = [cited for one in self._judged("confirm") for cited in one.get("sources") or ()]
        return tuple(
            one for one in [*own, *confirming] if self.view.source_counts(one["source"]) is not False
        )

    @cached_property
    def attested(self) -> tuple[str, ...]:
        """The days on which a confirmation says that it was still so."""
        return tuple(one.get("on") for one in self._judged("confirm") if one.get("on"))

    @cached_property
    def is_confirmed_by_party(self) -> bool:
        """Whether a party's own signed confirmation lifts it."""
        return any(one.get("voice") == "performed" for one in self._judged("confirm"))

    def _judged(self, kind: str) -> Iterator[LiveAct]:
        return (one for one in self.judgements if one.act.kind == kind)


class View:
    """What one question may see. `size` in entries; `on` and `reported_by` are days."""

    def __init__(
        self, state: State, store: ActStore, size: int, on: date, reported_by: date | None = None
    ) -> None:
        self.state = state
        self.store = store
        self.size = size
        self.on = on
        self.reported_by = reported_by
        self.limit = state.acts_at(size)
        self.left_out_undated: set[int] = set()
        self._undated: set[int] = set()
        self._live: dict[int, LiveAct | None] = {}
        self._sources: dict[str, Source | None] = {}

    def asked_of(self, on: date) -> View:
        """Return this view as asked of a day; what was read is shared, since no act is live or not by the day asked of."""
        asked = View(self.state, self.store, self.size, on, self.reported_by)
        asked._live, asked._sources, asked._undated = self._live, self._sources, self._undated
        return asked

    def acts(self, group: str, thing: str) -> list[LiveAct]:
        """Return the live acts of a group of kinds that name a thing, under any id joined to it, in the order of the log."""
        ids = self.joined(thing)
        if len(ids) == 1:
            return self._lives(self.state.numbers(group, thing, self.limit))
        return self._lives(sorted({one for id_ in ids for one in self.state.numbers(group, id_, self.limit)}))

    def of_kind(self, kind: str) -> list[LiveAct]:
        """Return the live acts of a kind, given without its version (all versions that are understood)."""
        named = [one.name for one in self.state.readers.kinds if one.name.partition("/")[0] == kind]
        return self._lives(
            sorted(number for name in named for number in self.state.of_kind(name, self.limit))
        )

    def citing(self, source: str) -> list[LiveAct]:
        """Return the live acts that cite a source."""
        return self._lives(self.state.citing(source, self.limit))

    def find(self, act_id: str) -> LiveAct | None:
        """Return a live act by its id, or the one that took its place; None where neither is live."""
        seen: set[str] = set()
        while act_id not in seen:
            seen.add(act_id)
            number = self.state.number_of.get(act_key(act_id))
            if number is None or number >= self.limit:
                return None
            live = self.live(number)
            if live is not None:
                return live
            corrections = [
                one for one in self._pointing(act_id) if one.kind == "correct" and one.fields["act"] == act_id
            ]
            if not corrections:
                return None
            act_id = corrections[-1].fields["by"]
        return None

    def live(self, number: int) -> LiveAct | None:
        """Return the act of that number if it is live and understood."""
        if number not in self._live:
            self._live[number] = self._look(number)
        if number in self._undated:
            self.left_out_undated.add(number)
        return self._live[number]

    def _look(self, number: int) -> LiveAct | None:
        kind = self.state.kind_of(number)
        if kind is None:
            return None
        act = self.store.act(number)
        if self._is_taken_back(act) or not self._counts(act, kind):
            return None
        return LiveAct(act, kind, self)

    def _lives(self, numbers: Iterable[int]) -> list[LiveAct]:
        found = (self.live(number) for number in numbers)
        return [one for one in found if one is not None]

    def _pointing(self, act_id: str) -> list[Act]:
        return [self.store.act(number) for number in self.state.pointing_at(act_key(act_id), self.limit)]

    def _is_taken_back(self, act: Act) -> bool:
        """Whether the last word on an act is that it was withdrawn, or that another took its place."""
        last = None
        for one in self._pointing(act.id):
            corrects = one.kind == "correct" and act.id in (one.fields["act"], one.fields["by"])
            if one.kind == "withdraw" or (corrects and self._correction_counts(one)):
                last = one
        return last is not None and last.fields["act"] == act.id

    def _correction_counts(self, correct: Act) -> bool:
        if self.reported_by is None:
            return True
        number = self.store.number(correct.fields["by"])
        kind = None if number is None else self.state.kind_of(number)
        return kind is not None and number is not None and self._counts(self.store.act(number), kind)

    def _counts(self, act: Act, kind: Kind) -> bool:
        """Whether an act could be known by `reported_by`."""
        if self.reported_by is None or kind.group in ALWAYS_COUNTING:
            return True
        if act.fields.get("voice") == "performed":
            return act.at[:10] <= self.reported_by.isoformat()
        pointed = [*act.fields.get("from", ()), *act.fields.get("acts", ())]
        if pointed and act.kind != "confirm" and not all(self.find(one) for one in pointed):
            return False
        cited = [one["source"] for one in act.fields.get("sources", ())]
        for one in self._pointing(act.id):
            if one.kind == "confirm":
                cited += [cite["source"] for cite in one.fields.get("sources", ())]
        if not cited:
            on = act.fields.get("on")
            return on is None or begun(parse_when(on), self.reported_by) is not Truth.NO
        answers = [self.source_counts(source) for source in cited]
        if True in answers:
            return True
        if all(answer is None for answer in answers):
            self._undated.add(act.number)
        return False

    def source_counts(self, source_id: str) -> bool | None:
        """Say whether a source was published by `reported_by`; None where its day is not recorded. Always, when not asked."""
        if self.reported_by is None:
            return True
        source = self.source(source_id)
        if source is None or source.published is None:
            return None
        return begun(source.published, self.reported_by) is Truth.YES

    def source(self, source_id: str) -> Source | None:
        """Return a registered source, None if it is not in the record at this size."""
        if source_id not in self._sources:
            found = self.acts("source", source_id)
            self._sources[source_id] = source_from_act(found[-1].fields) if found else None
        return self._sources[source_id]

    def lineage(self, act: Act) -> list[str]:
        """Return the id of an act and those of the acts that it replaced, directly or through others."""
        ids = [act.id]
        for one in ids:
            for judge in self._pointing(one):
                if judge.kind == "correct" and judge.fields["by"] == one and judge.fields["act"] not in ids:
                    ids.append(judge.fields["act"])
        return ids

    def judgements(self, ids: Iterable[str]) -> Iterator[LiveAct]:
        """Yield the live judgements that point at any of these acts, in the order of the log."""
        numbers = {one for act in ids for one in self.state.pointing_at(act_key(act), self.limit)}
        for number in sorted(numbers):
            kind = self.state.kind_of(number)
            if kind is not None and kind.name.partition("/")[0] in ("confirm", "contradict", "prefer"):
                live = self.live(number)
                if live is not None:
                    yield live

    def joined(self, thing: str) -> Sequence[str]:
        """Return the ids that name the same thing, the one to show first."""
        found = self.state.numbers("join", thing, self.limit)
        joins = self._lives(found) if found else []
        return joins[-1].fields["things"] if joins else (thing,)

    def shown(self, thing: str) -> str:
        """Return the id under which a thing is shown."""
        return self.joined(thing)[0]

    def is_known(self, thing: str) -> bool:
        """Say whether any act at this size of the record names a thing."""
        return any(self.state.numbers(group, thing, self.limit) for group in self.state.readers.groups)
