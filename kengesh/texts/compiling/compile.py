"""Compile: one rolling text from the submissions of all delegations.

    base = read_file(Path("base.docx")).text
    rolling = compile_text(base, [Submission(delegation="KAZ", filed=read_file(Path("kaz.docx")))])

The same submissions, with their times, give the same rolling text in whatever order they are handed over (invariant I3).
Nothing that was shown is dropped: a second submission of a delegation stands in the place of its first, and the rolling
text says so (``settled``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from kengesh.texts.compiling.deferring import place_deferred, withdrawn
from kengesh.texts.compiling.drafting import draft
from kengesh.texts.compiling.explicit import Deferred
from kengesh.texts.compiling.laid_out import LaidOut
from kengesh.texts.compiling.nodes import nodes_of
from kengesh.texts.compiling.notes import with_notes
from kengesh.texts.compiling.ordering import order_in
from kengesh.texts.compiling.proposals import Proposals
from kengesh.texts.compiling.rebase import Rebased, Rebasing, settled_by_rebase
from kengesh.texts.compiling.reopening import parted_from_locked
from kengesh.texts.compiling.standing import dropped_step, standing
from kengesh.texts.compiling.submission import FiledTwice, Submission
from kengesh.texts.rolling import (
    Act,
    Amendment,
    Editorial,
    Filing,
    RebaseStep,
    RollingText,
    Settled,
    words_of,
)
from kengesh.texts.units import Text

ONE_WORD = 1  # between two edits of a delegation, which are then one proposal (compiling rule 2: 0 to 2)


def compile_text(
    base: Text,
    submissions: Iterable[Submission],
    *,
    profile: str = "mea",
    gap: int = ONE_WORD,
    earlier: RollingText | None = None,
) -> RollingText:
    """Return the rolling text of a base and the submissions on it.

    `earlier` is the rolling text to which these submissions come: what it has of other delegations stays live. Raises
    FiledTwice where a delegation has two submissions, NoSuchPlace where an act names what the text does not have.
    """
    laid = LaidOut(base)
    gathered = _Gathered(laid, gap, profile)
    for submission in submissions:
        gathered.take(submission)
    kept, settled, parked = _earlier(earlier, laid, gathered.replaced)
    live, gone = _standing(laid, gathered, kept, profile)
    before = _ids(earlier)
    return assemble(
        laid,
        live,
        profile=profile,
        filings=[*_still_live(earlier, gathered.filings), *gathered.filings.values()],
        editorial=gathered.editorial,
        rebased=[*gathered.steps, *(dropped_step(one) for one in gone if one.id not in before)],
        settled=[
            *(earlier.settled if earlier else ()),
            *_no_longer_live(earlier, live, gathered.filings, settled),
        ],
        parked=parked,
    )


class _Gathered:
    """What submissions propose, on the base that is compiled."""

    def __init__(self, base: LaidOut, gap: int, profile: str) -> None:
        self.base, self.gap, self.profile = base, gap, profile
        self.rebasings: dict[str, Rebasing] = {}
        self.amendments: list[Amendment] = []
        self.editorial: list[Editorial] = []
        self.steps: list[RebaseStep] = []
        self.filings: dict[str, Filing] = {}
        self.deferred: list[tuple[Submission, Deferred]] = []
        self.replaced: set[str] = set()
        """Delegations whose text stands in the place of what they had."""
        self.adding: set[str] = set()
        """Delegations with acts in words, which are added to what they had."""

    def take(self, submission: Submission) -> None:
        """Compare a submission with its own base, and bring over what it proposes. Raises FiledTwice."""
        if submission.delegation in self.filings:
            raise FiledTwice(submission.delegation)
        self.filings[submission.delegation] = _filing(self.base.text, submission)
        rebasing = self._rebasing(submission.base)
        drafted = draft(rebasing.original if rebasing else self.base, submission, self.gap, self.profile)
        rebased = rebasing.rebase(drafted.amendments) if rebasing else Rebased(drafted.amendments, ())
        self.amendments += rebased.amendments
        self.steps += rebased.steps
        self.editorial += drafted.editorial
        self.deferred += [(submission, _on_base(one, rebasing)) for one in drafted.deferred]
        if submission.filed.text.units:
            self.replaced.add(submission.delegation)
        if submission.filed.explicit:
            self.adding.add(submission.delegation)

    def _rebasing(self, own: Text | None) -> Rebasing | None:
        if own is None or own.hash == self.base.text.hash:
            return None
        if own.hash not in self.rebasings:
            self.rebasings[own.hash] = Rebasing(LaidOut(own), self.base)
        return self.rebasings[own.hash]


def _standing(
    base: LaidOut, gathered: _Gathered, kept: list[Amendment], profile: str
) -> tuple[list[Amendment], list[Amendment]]:
    """Return the amendments that stand, those on proposals placed, and those that fell."""
    order = order_in(base.text.language)
    every = [*kept, *gathered.amendments]
    proposals = Proposals(nodes_of(base, every, order, profile) if gathered.deferred else ())
    taken_back = withdrawn(base, gathered.deferred, kept, proposals)
    known = [one for one in every if one.id not in taken_back]
    placed = place_deferred(base, gathered.deferred, known, proposals, gathered.gap)
    return standing(base, [*known, *placed], gathered.adding)


def assemble(
    base: LaidOut,
    amendments: Iterable[Amendment],
    *,
    profile: str,
    filings: Iterable[Filing] = (),
    editorial: Iterable[Editorial] = (),
    rebased: Iterable[RebaseStep] = (),
    settled: Iterable[Settled] = (),
    parked: tuple[str, ...] = (),
) -> RollingText:
    """Return the rolling text of live amendments on a base."""
    order = order_in(base.text.language)
    live = sorted(set(amendments), key=lambda one: (one.delegation, one.id))
    supported = [*(one for one in live if one.act is not Act.SUPPORT), *_supports(live)]
    shown, requests = parted_from_locked(base, supported, order, profile)
    nodes, notes = with_notes(nodes_of(base, shown, order, profile), shown, order)
    return RollingText(
        base=base.text,
        profile=profile,
        nodes=nodes,
        notes=notes,
        requests=requests,
        editorial=tuple(
            sorted(editorial, key=lambda one: (one.delegation, base.text.places.get(one.unit, 0)))
        ),
        rebased=tuple(sorted(rebased, key=lambda one: (one.delegation, one.amendment))),
        filings=tuple(
            sorted(filings, key=lambda one: (not one.filed_at, one.filed_at, one.order, one.delegation))
        ),
        amendments=tuple(live),
        settled=tuple(settled),
        parked=parked,
    )


def _supports(live: Sequence[Amendment]) -> list[Amendment]:
    """Return what is supported as the supporter's own proposal: its name stands beside the first one's."""
    by_id = {one.id: one for one in live}
    return [
        structs.replace(
            by_id[one.target], id=one.id, delegation=one.delegation, filed_at=one.filed_at, order=one.order
        )
        for one in live
        if one.act is Act.SUPPORT and one.target in by_id
    ]


def _filing(base: Text, submission: Submission) -> Filing:
    filed = submission.filed
    return Filing(
        delegation=submission.delegation,
        base=(submission.base or base).hash,
        filed_at=submission.filed_at or filed.filed_at,
        order=submission.order,
        source=filed.digest,
        file_name=filed.file_name,
        authors=tuple(author for author, _ in filed.authors),
    )


def _on_base(deferred: Deferred, rebasing: Rebasing | None) -> Deferred:
    """Return what is deferred with the unit that it names on the base of now."""
    unit = deferred.named.unit
    found = rebasing.units.get(unit, ()) if rebasing else (unit,)
    return deferred._replace(named=deferred.named._replace(unit=found[0] if found else unit))


def _earlier(
    earlier: RollingText | None, laid: LaidOut, replaced: set[str]
) -> tuple[list[Amendment], tuple[Settled, ...], tuple[str, ...]]:
    """Return what was live before and still is, on the base of now, what fell away with the base, and what is set aside."""
    if earlier is None:
        return [], (), ()
    others = [one for one in earlier.amendments if one.delegation not in replaced]
    if earlier.base.hash == laid.text.hash:
        return others, (), earlier.parked
    rebasing = Rebasing(LaidOut(earlier.base), laid)
    rebased = rebasing.rebase(others)
    parked = tuple(unit for old in earlier.parked for unit in rebasing.units.get(old, ()))
    return list(rebased.amendments), settled_by_rebase(others, rebased), parked


def _still_live(earlier: RollingText | None, filings: dict[str, Filing]) -> list[Filing]:
    return [one for one in earlier.filings if one.delegation not in filings] if earlier else []


def _no_longer_live(
    earlier: RollingText | None,
    live: Sequence[Amendment],
    filings: dict[str, Filing],
    settled: Sequence[Settled],
) -> list[Settled]:
    """Say of everything that was live before and is no more why: another submission, another base, or its proposal is gone."""
    if earlier is None:
        return []
    ids = {one.id for one in live}
    told = {one.amendment: one for one in settled}
    gone = [one for one in earlier.amendments if one.id not in ids]
    every = {one.id: one for one in earlier.amendments}
    return [told.get(one.id) or _settled(one, words_of(one, every), filings) for one in gone]


def _settled(one: Amendment, words: str, filings: dict[str, Filing]) -> Settled:
    filing = filings.get(one.delegation)
    again = filing and f"filed-again:{one.delegation}:{filing.source or filing.filed_at or filing.order}"
    return Settled(
        decision=again or "proposal-gone",
        unit=one.unit,
        holders=(one.delegation,),
        text=words,
        amendment=one.id,
    )


def _ids(earlier: RollingText | None) -> set[str]:
    return {one.id for one in earlier.amendments} if earlier else set()
