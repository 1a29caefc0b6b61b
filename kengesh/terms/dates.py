"""Days as sources give them: exact, imprecise, doubtful, lasting; and what they allow us to say of a given day.

This is the specification of our subset of EDTF (ISO 8601-2). Digits are ASCII, there are no spaces, and a text has one
spelling only.

====================  ==========================================================================================
``2025-11-16``        a day; years from 0001 to 9998, Gregorian calendar (9999 often stands for "for ever": write ``..``)
``2025-11``, ``2025`` a month, a year: a change on one day in it, or a state on the whole of it
``2025-11~``          approximate: a day may be 7 days off on either side, a month one month, a year one year
``2025-11?``          uncertain: the source, or its reader, doubts it; same bounds, but inside them nothing is known
``A/B``               lasted from A **until before B**: [A, B). A and B are any of the above
``../B``, ``A/..``    open: it was always so before B; it still lasts
``/B``, ``A/``        unknown: it began, or ended, on a day that is not known
``[A..B]``            **one day** within, the last day of B included; A and B plain
``[..B]``, ``[A..]``  one day, B at the latest; A at the earliest
====================  ==========================================================================================

Not in the subset, and refused with a sentence: ``%``, ``~?``, seasons, sets ``{}``, ``X`` digits, times of day, a ``~`` or ``?``
inside brackets, ``/`` alone, ``[..]``.

**Two questions.** :func:`begun` asks of a *change* dated so whether it has taken place by a day; :func:`held` asks of a
*state* dated so whether it was so on a day. A change dated D holds for all of D. The answers are yes, no, not known.

``begun``, where E is the earliest possible day and L the latest (a plain day is both):

====================  ========  ===============  =========  =======
                      before E  E to the eve of  on L       after L
                                L
====================  ========  ===============  =========  =======
plain, ``[A..B]``     no        not known        yes        yes
``~`` (E, L as moved) no        not known        yes        yes
``?``                 no        not known        not known  yes
``[A..]``             no        not known        there is no L
``[..B]``             no E      not known        yes        yes
``A/B``               as for A; ``../B`` always yes; ``/B`` not known, then yes from the eve of L of B
====================  ========  ===============  =========  =======

``held`` is ``begun`` of the start and not ``begun`` of the end. The period of a plain day, month or year is the whole of
it. What lasted began at least one day before it ended: the two bounds of an interval narrow each other, so that
``2024/2024-03-15`` began by 14 March. By example:

====================  ============================================================================================
``2025-11``           yes on each day of November, else no
``2025-11~``          not known from 1 October to 31 December (no day lies in all three months), else no
``2025-11-16?``       not known on that day, else no
``2024-03/2025``      no before March 2024; not known in March up to the 30th; yes from the 31st to 31 December 2024;
                      not known in 2025 up to 30 December; no from the 31st
``2024-03-01/``       no before; yes on 1 March; not known after
``2024-03-01/..``     no before; yes from 1 March on
``/2024-03-01``       not known before 29 February; yes on it; no from 1 March on
``[2024..2025]``      not known in these years (one day only), else no
====================  ============================================================================================

    >>> from datetime import date
    >>> nur_sultan = parse_when("2019-03-23/2022-09-17")
    >>> [held(nur_sultan, on).value for on in (date(2019, 3, 22), date(2019, 3, 23), date(2022, 9, 17))]
    ['no', 'yes', 'no']

Answers combine by Kleene's strong logic (``kengesh.terms.truth``). As days go by, ``begun`` only ever moves from no to
not known to yes, and ``held`` of an interval from no through yes to no, with not known at the joints.
"""

from __future__ import annotations

from datetime import date

from kengesh.terms.bounds import Bound, Edge, Kind, When
from kengesh.terms.edtf import DateError, day_before, parse_day, parse_when, when_day
from kengesh.terms.truth import Truth, all_of, any_of

__all__ = [
    "Bound",
    "DateError",
    "Edge",
    "Kind",
    "Truth",
    "When",
    "all_of",
    "any_of",
    "begun",
    "compatible",
    "contains",
    "ended",
    "held",
    "parse_day",
    "parse_when",
    "sort_key",
    "when_day",
]


def begun(when: When, on: date) -> Truth:
    """Say whether a change dated `when` has taken place by the day `on`, that day included."""
    return when.change.reached(on)


def ended(when: When, on: date) -> Truth:
    """Say whether the period of a state dated `when` was over on the day `on`."""
    return when.end.reached(on)


def held(when: When, on: date) -> Truth:
    """Say whether a state dated `when` was so on the day `on`."""
    return when.start.reached(on).and_(ended(when, on).not_())


def contains(a: When, b: When) -> bool:
    """Say whether `a` tells the same as `b`, only less precisely: every day that `b` allows, `a` allows too.

    Doubt (``?``) is left aside. A month, a year or ``[A..B]`` contains an interval whose days all lie in it; an interval
    contains a day, month or year when its two bounds contain the bounds of that period.
    """
    if Kind.INTERVAL not in (a.kind, b.kind):
        return _bound_contains(a.change, b.change)
    if a.kind is not Kind.INTERVAL and _covers(a.change, b):
        return True
    return _bound_contains(a.start, b.start) and _bound_contains(a.end, b.end)


def compatible(a: When, b: When) -> bool:
    """Say whether two dates can stand side by side: they are equal, or one is only less precise than the other."""
    return contains(a, b) or contains(b, a)


def sort_key(when: When) -> tuple[date, date, date, str]:
    """Return a key that puts dates in order of their first possible day, the more precise first.

    Where there is no first possible day, the last one stands for it (``[..B]``, ``/B``); what was always so comes first.
    """
    first = when.earliest or (date.min if when.change.edge is Edge.ALWAYS else when.latest) or date.max
    return first, when.latest or first, when.end.latest or date.max, when.text


def _bound_contains(a: Bound, b: Bound) -> bool:
    if a.edge is not Edge.GIVEN or b.edge is not Edge.GIVEN:
        return a.edge is Edge.UNKNOWN or a.edge is b.edge
    from_a = a.earliest is None or (b.earliest is not None and a.earliest <= b.earliest)
    return from_a and (a.latest is None or (b.latest is not None and b.latest <= a.latest))


def _covers(change: Bound, period: When) -> bool:
    """Whether every day of a given period lies within the bounds of a change."""
    if Edge.GIVEN is not period.start.edge or Edge.GIVEN is not period.end.edge:
        return False
    last = day_before(period.end.latest)
    days = Bound(period.start.earliest, last)
    return _bound_contains(change, days)
