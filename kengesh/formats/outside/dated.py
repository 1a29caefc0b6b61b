"""From statements with a beginning and an end to acts: one party in one body, as a source with dates tells it.

A statement may lack either date. Without a beginning it had begun by its end, or by the day on which it was seen; without an end
nothing ends it, and it was so on the day on which the source was last seen to say so. Statements of one status that begin on the
same date are one spell, and where their ends differ the record shows a dispute; others are the first, the second spell and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kengesh.formats.outside.acts import about
from kengesh.formats.outside.values import Act
from kengesh.terms.dates import DateError, parse_when, sort_key


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `seen` is a day on which it was so; dates are written as in ``kengesh.terms.dates``."""

    party: str
    body: str
    status: str
    start: str | None
    end: str | None
    seen: str | None
    source: str
    passage: str
    basis: str | None = None


def is_dated(statement: Statement) -> bool:
    """Say whether a statement has any day at all: without one it cannot be entered."""
    return any((statement.start, statement.end, statement.seen))


def goes_back(statement: Statement) -> bool:
    """Say whether a statement ends before it begins, or on the very day."""
    plain = [one for one in (statement.start, statement.end) if one is not None and not one.startswith("[")]
    if len(plain) < 2:
        return False
    try:
        parse_when("/".join(plain))
    except DateError:
        return True
    return False


def acts_of(statements: Iterable[Statement]) -> Iterator[Act]:
    """Yield what statements of one party in one body come to; each of them is dated and does not go back."""
    spells: dict[str, list[str]] = {}
    for one in sorted(statements, key=_order):
        if one.start is None and one.end is None:
            yield _act("attest-participation", one, one.seen or "", None)
            continue
        begun = one.start or f"[..{_latest(one.end or '')}]"
        known = spells.setdefault(one.status, [])
        if begun not in known:
            known.append(begun)
        number = known.index(begun) + 1
        spell = number if number > 1 else None
        yield _act("begin-participation", one, begun, spell)
        if one.end is not None:
            yield _act("end-participation", one, one.end, spell)
        elif one.seen is not None and _is_later(one.seen, begun):
            yield _act("attest-participation", one, one.seen, None)


def _act(kind: str, one: Statement, on: str, spell: int | None) -> Act:
    fields = {"status": one.status, "spell": spell, "basis": one.basis}
    return about(kind, one.party, one.body, on, one.source, one.passage, **fields)


def _order(one: Statement) -> tuple[object, ...]:
    first = one.start or one.end or one.seen or "9998"
    return (*sort_key(parse_when(first)), one.passage)


def _latest(on: str) -> str:
    latest = parse_when(on).latest
    return on if latest is None else latest.isoformat()


def _is_later(seen: str, begun: str) -> bool:
    first, last = parse_when(seen).earliest, parse_when(begun).latest
    return first is not None and (last is None or first > last)
