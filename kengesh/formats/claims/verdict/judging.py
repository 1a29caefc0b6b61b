"""Judging a claim: yes, no or not known, in the narrow reading of its words and in the wide one, with all that it rests on.

The headline is ``holds`` where the narrow reading does, ``holds-in-the-wide-reading`` where the wide one alone does,
``not-as-worded`` where neither does, ``not-known`` where the record cannot say of one and the other does not hold.

``except`` makes two claims, and both are judged: that it holds of the others, and that it holds of none of these. The sentence holds
where both do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from kengesh.formats.claims.language.values import Claim, IsStatus, Minus, Quantifier, Quantity
from kengesh.formats.claims.verdict.at_once import answer_at_once
from kengesh.formats.claims.verdict.belonging import is_closed
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.predicates import says_of, two_readings
from kengesh.formats.claims.verdict.sets import InSet, in_set
from kengesh.formats.claims.verdict.universe import where_it_holds
from kengesh.formats.claims.verdict.whole import Element, whole
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import View
from kengesh.terms.dates import Truth

HEADLINES = ("holds", "holds-in-the-wide-reading", "not-as-worded", "not-known")
NARROW, WIDE, ONE = "narrow", "wide", "one"


class Judged:
    """One claim without exceptions in one reading: its answer, and what was found of every thing of its set.

    `open` says that things may be missing from the set; `outside` are the things outside it that decide on ``only``. What was found
    of each thing is looked up when it is asked for: the answer may be known without.
    """

    def __init__(self, claim: Claim, view: View, *, wide: bool) -> None:
        self.claim, self.view, self.wide = claim, view, wide
        self.quantifier = claim.quantifier

    @cached_property
    def truth(self) -> Truth:
        """The answer."""
        at_once = answer_at_once(self.claim, self.view, wide=self.wide)
        if at_once is not None:
            return at_once
        if self.quantifier.quantity is Quantity.ONLY:
            return self._only()
        return whole(self.quantifier, self.elements, closed=self._inside.closed)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every thing that is in the set or may be, and what was found of it."""
        return tuple(Element(one, self._says(thing)) for thing, one in self._inside.things.items())

    @cached_property
    def outside(self) -> tuple[Found, ...]:
        """The things outside the set of which it is so, or may be; asked for ``only`` alone."""
        if self.quantifier.quantity is not Quantity.ONLY:
            return ()
        sure = {thing for thing, one in self._inside.things.items() if one.truth is Truth.YES}
        candidates = [one for one in where_it_holds(self.view, self.claim.predicate) if one not in sure]
        asked = [(self._says(thing), self._inside.contains(thing).truth.not_()) for thing in candidates]
        return tuple(
            replace(says, truth=says.truth.and_(out)) for says, out in asked if says.truth is not Truth.NO
        )

    @property
    def open(self) -> bool:
        """Whether things may be missing from the set; for ``only``, from those of which it is so."""
        return not (
            self._closed_outside() if self.quantifier.quantity is Quantity.ONLY else self._inside.closed
        )

    @cached_property
    def _inside(self) -> InSet:
        return in_set(self.view, self.claim.subjects)

    def _says(self, thing: str) -> Found:
        return says_of(self.view, thing, self.claim.predicate, self.claim.on, wide=self.wide)

    def _only(self) -> Truth:
        """Judge ``only``: it is so of something in the set, and of nothing outside; that needs a list that is declared complete."""
        counted = [one.truth for one in self.outside]
        within = whole(Quantifier(Quantity.SOME), self.elements, closed=self._inside.closed)
        if Truth.YES in counted:
            return Truth.NO
        nothing_else = self._closed_outside() and not counted
        return within.and_(Truth.YES if nothing_else else Truth.NOT_KNOWN)

    def _closed_outside(self) -> bool:
        said = self.claim.predicate
        return isinstance(said, IsStatus) and is_closed(self.view, said.body, said.status, wide=self.wide)

    @property
    def disputed(self) -> bool:
        """Whether sources differ on anything that it rests on."""
        return any(one.found.disputed for one in self.elements) or any(one.disputed for one in self.outside)

    def exceptions(self) -> list[Found]:
        """Return what stands against it: for ``no`` and ``only`` those of which it holds, else those of which it does not."""
        if self.quantifier.quantity is Quantity.ONLY:
            return [one for one in self.outside if one.truth is Truth.YES]
        contrary = Truth.YES if self.quantifier.quantity is Quantity.NO else Truth.NO
        return [
            one.found
            for one in self.elements
            if one.inside.truth is Truth.YES and one.found.truth is contrary
        ]

    def unknown(self) -> list[Found]:
        """Return those of which it is not known whether they are in the set, or whether what is said holds."""
        return [one.found for one in self.elements if Truth.NOT_KNOWN in (one.inside.truth, one.found.truth)]


@dataclass(frozen=True, slots=True)
class Reading:
    """The verdict on a claim in one reading; `except_` is that on those excepted."""

    name: str
    truth: Truth
    main: Judged
    except_: Judged | None = None

    @property
    def disputed(self) -> bool:
        """Whether sources differ on anything that it rests on."""
        return self.main.disputed or (self.except_ is not None and self.except_.disputed)

    def parts(self) -> tuple[Judged, ...]:
        """Return the claims that it is made of: one, or two where something is excepted."""
        return (self.main,) if self.except_ is None else (self.main, self.except_)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a claim as of a view: one reading, or the narrow and the wide one."""

    claim: Claim
    view: View
    readings: tuple[Reading, ...]

    @property
    def narrow(self) -> Reading:
        """The narrow reading, or the only one."""
        return self.readings[0]

    @property
    def truth(self) -> Truth:
        """The answer in the narrow reading."""
        return self.narrow.truth

    @property
    def disputed(self) -> bool:
        """Whether sources differ on anything that the narrow reading rests on."""
        return self.narrow.disputed

    @property
    def headline(self) -> str:
        """The verdict in one word of :data:`HEADLINES`."""
        truths = [one.truth for one in self.readings]
        if truths[0] is Truth.YES:
            return "holds"
        if Truth.YES in truths:
            return "holds-in-the-wide-reading"
        return "not-known" if Truth.NOT_KNOWN in truths else "not-as-worded"


def judge(
    claim: Claim,
    record: Mechanism,
    *,
    on: str | None = None,
    known_at: str | int | None = None,
    reported_by: str | None = None,
) -> Verdict:
    """Judge a claim by a record. The clocks are for what the claim itself leaves open. Raises QuestionRefused."""
    return judge_in(claim, view_of(claim, record, on=on, known_at=known_at, reported_by=reported_by))


def view_of(
    claim: Claim,
    record: Mechanism,
    *,
    on: str | None = None,
    known_at: str | int | None = None,
    reported_by: str | None = None,
) -> View:
    """Return the view by which a claim is judged: its own clocks first, then those given. Raises QuestionRefused."""
    own_day = claim.as_of if claim.is_dated else (claim.on or claim.as_of)
    return record.view(
        own_day or on, claim.known_at or known_at, claim.reported_by or reported_by, claim.counting
    )


def judge_in(claim: Claim, view: View) -> Verdict:
    """Judge a claim by a view that has its clocks."""
    names = (NARROW, WIDE) if two_readings(claim.predicate) else (ONE,)
    return Verdict(claim, view, tuple(_reading(claim, view, name) for name in names))


def _reading(claim: Claim, view: View, name: str) -> Reading:
    wide = name == WIDE
    if claim.except_ is None:
        main = Judged(claim, view, wide=wide)
        return Reading(name, main.truth, main)
    others = replace(claim, subjects=Minus(claim.subjects, claim.except_), except_=None)
    excepted = replace(claim, subjects=claim.except_, quantifier=_contrary(claim.quantifier), except_=None)
    main, except_ = Judged(others, view, wide=wide), Judged(excepted, view, wide=wide)
    return Reading(name, main.truth.and_(except_.truth), main, except_)


def _contrary(quantifier: Quantifier) -> Quantifier:
    """Return what is said of those excepted: of nobody ... except these, that it holds of every one of them."""
    if quantifier.quantity is Quantity.NO:
        return Quantifier(Quantity.EVERY)
    return Quantifier(Quantity.NO)
