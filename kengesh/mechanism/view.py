"""A view of the state: as known at one size of the log, by the sources published up to one day, asked of one day.

A view never sees what was entered later. In it an act is *live* unless a later act withdrew it or put another in its place,
or unless its sources had not been published by the day asked for. What is live may still be rejected by a preference, or
be one of several that differ: the act itself says so (:class:`LiveAct`), and :mod:`kengesh.mechanism.disputes` settles it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from kengesh.acts import Kind
from kengesh.mechanism.acts import Act, ActStore
from kengesh.mechanism.live import LiveAct, is_performed
from kengesh.mechanism.state import State, act_key, upto
from kengesh.terms.citations import Source, source_from_act
from kengesh.terms.dates import Truth, begun, parse_when

T = TypeVar("T")
DAYS_KEPT = 3  # of each size and `reported_by`: the day that most readers ask of, and two others
MOST_OF_A_DAY = 20_000  # rows and answers; then a day begins anew
MOST_WORKED_OUT = 1_000_000  # of some 250 bytes
MOST_READ = 150_000  # acts, of some 3 KB: a view that has read more begins anew, so that a server does not keep a huge log

# Groups of kinds that tell of the record itself, and count whatever sources are asked for.
ALWAYS_COUNTING = {"name", "source", "record", "charter", "log", "join"}

# Whose sources count, and the kinds of source that do. By `preferred` and `any` all do; `any` sets the record's preferences
# aside, so that where sources differ nothing decides.
COUNTING: Mapping[str, frozenset[str] | None] = {
    "preferred": None,
    "any": None,
    "official": frozenset({"depositary", "official", "party-official"}),
    "depositary": frozenset({"depositary"}),
}

# The field in which an act of such a kind points at the acts that it rests on, and how many of them it needs (None: all).
RESTING = {"derive": ("from", None), "contradict": ("acts", 2), "prefer": ("acts", 1)}


class _Read:
    """What was read for one size of the log and one `reported_by`; every day is asked of the same."""

    def __init__(self) -> None:
        self.live: dict[int, LiveAct | None] = {}
        self.undated: set[int] = set()
        self.worked_out: dict[Hashable, Any] = {}
        self.of_days: dict[date, dict[Hashable, Any]] = {}

    def of_day(self, on: date) -> dict[Hashable, Any]:
        """Return what was worked out for a day; only the days asked of last are kept."""
        kept = self.of_days.pop(on, {})
        if len(kept) > MOST_OF_A_DAY:
            kept = {}
        self.of_days[on] = kept
        if len(self.of_days) > DAYS_KEPT:
            del self.of_days[next(iter(self.of_days))]
        return kept


class View:
    """What one question may see. `size` in entries; `on` and `reported_by` are days; `counting` is a word of `COUNTING`."""

    def __init__(
        self,
        state: State,
        store: ActStore,
        size: int,
        on: date,
        reported_by: date | None = None,
        counting: str = "preferred",
    ) -> None:
        self.state = state
        self.store = store
        self.size = size
        self.on = on
        self.reported_by = reported_by
        self.counting = counting
        self._kinds_that_count = COUNTING[counting]
        self.limit = state.acts_at(size)
        self._read = _Read()

    def asked_of(self, on: date) -> View:
        """Return this view as asked of a day; what was read is shared, since no act is live or not by the day asked of."""
        asked = View(self.state, self.store, self.size, on, self.reported_by, self.counting)
        if len(self._read.live) > MOST_READ:
            self._read = _Read()
        asked._read = self._read
        return asked

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return what `work` gives, working it out once for all days; it must not depend on the day asked of."""
        known = self._read.worked_out
        if len(known) > MOST_WORKED_OUT:
            known.clear()
        if key not in known:
            known[key] = work()
        found: T = known[key]
        return found

    def once_a_day(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return what `work` gives for the day asked of, working it out once while that day is kept; who gets it leaves it as it is."""
        known = self._read.of_day(self.on)
        if key not in known:
            known[key] = work()
        found: T = known[key]
        return found

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

    def last_of_kind(self, kind: str, *, without: str | None = None) -> LiveAct | None:
        """Return the last live act of a kind, given with its version; `without` asks for one that leaves a field out."""
        for number in reversed(self.state.of_kind(kind, self.limit)):
            live = self.live(number)
            if live is not None and (without is None or without not in live.fields):
                return live
        return None

    def describing(self) -> LiveAct | None:
        """Return the last live act that says what this record is; None where none does."""
        found = self.of_kind("describe-record")
        return found[-1] if found else None

    def citing(self, source: str) -> list[LiveAct]:
        """Return the live acts that cite a source."""
        return self._lives(self.state.citing(source, self.limit))

    def in_matter(self, kind: Kind, values: Sequence[Any]) -> list[LiveAct]:
        """Return the live acts of a kind whose key holds these things, under whatever id a thing has; and perhaps a few others.

        `values` are those of the fields that :func:`kengesh.mechanism.reading.matter_fields` gives: ids, lists of ids, None.
        """
        things = [one for value in values for one in (value if isinstance(value, list) else [value]) if one]
        if all(len(self.joined(one)) == 1 for one in things):
            return self._lives(self.state.in_matter(kind, values, self.limit))
        # joined ids: of the things that every such act names, the one that the fewest acts name
        rarest = min(things, key=lambda one: self.state.count(kind.group, one, self.limit))
        return self.acts(kind.group, rarest)

    def shared_matters(self) -> Iterator[Sequence[int]]:
        """Yield the numbers of acts that may speak of one matter, wherever there are several; every matter with joined ids too."""
        yield from self.state.shared_matters(self.limit)
        for join in self.of_kind("join-ids"):
            for thing in join.get("things"):
                for index in self.state.by_thing:
                    numbers = upto(index.get(thing), self.limit)
                    if numbers:
                        yield numbers

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
            correction = self._last_word(act_id)
            if correction is None or correction.kind != "correct":
                return None
            act_id = correction.fields["by"]
        return None

    def live(self, number: int) -> LiveAct | None:
        """Return the act of that number if it is live and understood."""
        known = self._read.live
        if number not in known:
            known[number] = None  # what it rests on may lead back to it, by a confirmation that it corrects
            known[number] = self._look(number)
        return known[number]

    def _look(self, number: int) -> LiveAct | None:
        kind = self.state.kind_of(number)
        if kind is None:
            return None
        act = self.store.act(number)
        if not kind.fits(act.fields):
            return None
        if self._is_taken_back(act.id) or not self._counts(act, kind):
            return None
        return LiveAct(act, kind, self)

    def _lives(self, numbers: Iterable[int]) -> list[LiveAct]:
        found = (self.live(number) for number in numbers)
        return [one for one in found if one is not None]

    def _pointing(self, act_id: str) -> list[Act]:
        return [self.store.act(number) for number in self.state.pointing_at(act_key(act_id), self.limit)]

    def _last_word(self, act_id: str) -> Act | None:
        """Return the last act that took an act back (withdraw, correct) or put it in its place again (correct).

        An act that is itself taken back has no say. Ids are hashes, so this cannot go round in a circle.
        """
        last = None
        for one in self._pointing(act_id):
            corrects = one.kind == "correct" and act_id in (one.fields["act"], one.fields["by"])
            if (
                one.kind == "withdraw" or (corrects and self._correction_counts(one))
            ) and not self._is_taken_back(one.id):
                last = one
        return last

    def _is_taken_back(self, act_id: str) -> bool:
        last = self._last_word(act_id)
        return last is not None and last.fields["act"] == act_id

    def _correction_counts(self, correct: Act) -> bool:
        """Whether the act that takes the place of another is there, and its sources too by `reported_by`."""
        number = self.store.number(correct.fields["by"])
        kind = None if number is None or number >= self.limit else self.state.kind_of(number)
        return kind is not None and number is not None and self._counts(self.store.act(number), kind)

    def _counts(self, act: Act, kind: Kind, asking: frozenset[str] = frozenset()) -> bool:
        """Whether an act could be known by `reported_by` from sources that count; `asking` are the acts for whose sake it is asked."""
        every_source_counts = self.reported_by is None and self._kinds_that_count is None
        if every_source_counts or kind.group in ALWAYS_COUNTING:
            return True
        if is_performed(act, kind):
            return self.reported_by is None or act.at[:10] <= self.reported_by.isoformat()
        if not self._rests_on_enough(act, asking):
            return False
        confirming = self._confirming(act)
        if any(LiveAct(act, kind, self).is_own_confirmation(one.act) for one in confirming):
            return True
        every = [act.fields, *(one.fields for one in confirming)]
        cited = [cite["source"] for one in every for cite in one.get("sources", ())]
        if not cited:
            on = act.fields.get("until") if act.kind == "seek" else act.fields.get("on")
            return (
                self.reported_by is None
                or on is None
                or begun(parse_when(on), self.reported_by) is not Truth.NO
            )
        answers = [self.source_counts(source) for source in cited]
        if True in answers:
            return True
        if all(answer is None for answer in answers):
            self._read.undated.add(act.number)
        return False

    def _rests_on_enough(self, act: Act, asking: frozenset[str]) -> bool:
        """Whether of the acts that an act rests on so many could be known: what follows needs all, a dispute two, a choice one."""
        field, enough = RESTING.get(act.kind, ("", 0))
        resting = act.fields.get(field, ())
        known = sum(self._could_be_known(one, asking | {act.id}) for one in resting)
        return known >= (len(resting) if enough is None else enough)

    def _could_be_known(self, act_id: str, asking: frozenset[str]) -> bool:
        """Whether an act that others rest on, or an act that took its place, could be known by `reported_by`.

        Not asked is whether it is live: an act may take the place of one that it rests on.
        """
        ids = [act_id]
        for one in ids:
            number = self.store.number(one)
            kind = None if number is None or number >= self.limit else self.state.kind_of(number)
            if kind is None or number is None or one in asking:
                continue
            if self._counts(self.store.act(number), kind, asking):
                return True
            ids += [
                judge.fields["by"]
                for judge in self._pointing(one)
                if judge.kind == "correct" and judge.fields["act"] == one and judge.fields["by"] not in ids
            ]
        return False

    def _confirming(self, act: Act) -> list[LiveAct]:
        """Return the live acts that confirm an act or one whose place it took."""
        numbers = {
            one for id_ in self.lineage(act) for one in self.state.pointing_at(act_key(id_), self.limit)
        }
        confirms = [one for one in sorted(numbers) if self._kind_name(one) == "confirm"]
        found = (self.live(one) for one in confirms)
        return [one for one in found if one is not None]

    def _kind_name(self, number: int) -> str:
        kind = self.state.kind_of(number)
        return "" if kind is None else kind.name.partition("/")[0]

    def left_out_undated(self) -> int:
        """Return how many acts of the record are left out since no day of publication of their sources is recorded."""
        if self.reported_by is None:
            return 0
        return self.once(("left out",), self._left_out_undated)

    def _left_out_undated(self) -> int:
        citing: dict[bool, set[int]] = {True: set(), False: set()}
        for source, numbers in self.state.by_source.items():
            citing[self.source_counts(source) is None].update(upto(numbers, self.limit))
        for number in citing[True] - citing[False]:
            self.live(number)
        return len(self._read.undated)

    def source_counts(self, source_id: str) -> bool | None:
        """Say whether a source is of a kind that counts and was published by `reported_by`; None where its day is not recorded
        or may be earlier or later. Always, when not asked.
        """
        if self.reported_by is None and self._kinds_that_count is None:
            return True
        source = self.source(source_id)
        if self._kinds_that_count is not None and (
            source is None or source.source_kind not in self._kinds_that_count
        ):
            return False
        if self.reported_by is None:
            return True
        if source is None or source.published is None:
            return None
        return {Truth.YES: True, Truth.NO: False}.get(begun(source.published, self.reported_by))

    def source(self, source_id: str) -> Source | None:
        """Return a registered source, None if it is not in the record at this size."""
        return self.once(("source", source_id), lambda: self._source(source_id))

    def _source(self, source_id: str) -> Source | None:
        found = [one for one in self.acts("source", source_id) if one.get("source") in self.joined(source_id)]
        return source_from_act(found[-1].fields) if found else None

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
        judging = ("confirm", "contradict") if self.counting == "any" else ("confirm", "contradict", "prefer")
        for number in sorted(numbers):
            if self._kind_name(number) in judging:
                live = self.live(number)
                if live is not None:
                    yield live

    def joined(self, thing: str) -> Sequence[str]:
        """Return the ids that name the same thing, directly or through others, the one to show first."""
        if not self.state.numbers("join", thing, self.limit):
            return (thing,)
        return self.once(("joined", thing), lambda: self._joined(thing))

    def _joined(self, thing: str) -> Sequence[str]:
        ids: list[str] = [thing]
        joins: dict[int, LiveAct] = {}
        for one in ids:
            found = self._lives(self.state.numbers("join", one, self.limit))
            joins |= {join.act.number: join for join in found}
            ids += [id_ for join in found for id_ in dict.fromkeys(join.fields["things"]) if id_ not in ids]
        groups = {one: [one] for one in ids}
        for _number, join in sorted(joins.items()):
            first, *others = join.fields["things"]
            together = [first] if first in groups[others[0]] else []
            for one in (first, *others):
                together += [id_ for id_ in groups[one] if id_ not in together]
            groups |= dict.fromkeys(together, together)
        return groups[thing]

    def shown(self, thing: str) -> str:
        """Return the id under which a thing is shown."""
        return self.joined(thing)[0]

    def is_known(self, thing: str) -> bool:
        """Say whether any act at this size of the record names a thing."""
        return any(self.state.numbers(group, thing, self.limit) for group in self.state.readers.groups)
