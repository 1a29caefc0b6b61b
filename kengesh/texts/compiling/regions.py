"""Regions: where in a unit delegations differ, and what each would have there (compiling rules 3 to 5).

Spans that overlap by a token are one region; insertions at one point are one region; an insertion at the edge of a span
stays by itself, one inside it belongs to it. A region is no wider than that. Its variants are what each delegation would
have in the whole of it, equal ones under one attribution.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple

from kengesh.texts.comparing.words import Edit, applied
from kengesh.texts.rolling import Act, Amendment, Content, Holders, Region, Variant
from kengesh.texts.tokens import PARAGRAPH_MARK, keys, tokens

OPENING_MARKS = "([{“„«"

Rank = Callable[[Sequence[Amendment]], tuple[object, ...]]


class Order(NamedTuple):
    """How delegations and proposals are put in order: names by the alphabet, proposals by when the earliest was filed."""

    holders: Callable[[Sequence[str]], Holders]
    earliest: Rank


class Place(NamedTuple):
    """A span in which amendments meet."""

    start: int
    end: int
    amendments: list[Amendment]


def content_of(base: Sequence[str], amendments: Sequence[Amendment], order: Order) -> Content:
    """Return the words and regions of a unit; joined, the words and the bases are the unit's text."""
    parts: list[str | Region] = []
    at = 0
    marked = [*base, PARAGRAPH_MARK]
    retained = [one for one in amendments if one.act is Act.RETAIN]
    for place in places_of(amendments):
        if place.start > at:
            parts.append("".join(base[at : place.start]))
        parts.append(_region(marked, place, retained, order))
        at = max(at, place.end)
    rest = "".join(base[at:])
    return (*parts, rest) if rest or not parts else tuple(parts)


def places_of(amendments: Sequence[Amendment]) -> list[Place]:
    """Return the spans at which amendments meet, in order."""
    spans = sorted(
        (one for one in amendments if one.act in (Act.REPLACE, Act.BRACKET)),
        key=lambda one: (one.start, one.end, one.id),
    )
    wide: list[Place] = []
    for one in spans:
        if one.start == one.end:
            continue
        if wide and one.start < wide[-1].end:
            last = wide.pop()
            wide.append(Place(last.start, max(last.end, one.end), [*last.amendments, one]))
        else:
            wide.append(Place(one.start, one.end, [one]))
    return _with_insertions(wide, [one for one in spans if one.start == one.end])


def _with_insertions(wide: list[Place], insertions: list[Amendment]) -> list[Place]:
    points: dict[int, Place] = {}
    at = 0
    for one in insertions:
        while at < len(wide) and wide[at].end <= one.start:
            at += 1
        if at < len(wide) and wide[at].start < one.start:
            wide[at].amendments.append(one)
        else:
            points.setdefault(one.start, Place(one.start, one.start, [])).amendments.append(one)
    # At one place: the span that ends there, the insertion, the span that begins there.
    return sorted([*wide, *points.values()], key=lambda place: (place.start, place.end))


def _region(base: Sequence[str], place: Place, retained: Sequence[Amendment], order: Order) -> Region:
    by_delegation: dict[str, list[Amendment]] = {}
    for one in place.amendments:
        if one.act is Act.REPLACE:
            by_delegation.setdefault(one.delegation, []).append(one)
    ids = sorted(one.id for one in place.amendments)
    return Region(
        id="r" + sha256("\n".join(ids).encode()).hexdigest()[:11],
        start=place.start,
        end=place.end,
        base="".join(base[place.start : place.end]),
        variants=_variants(base, place, by_delegation, order),
        retain=order.holders(
            [one.delegation for one in retained if one.start < place.end and place.start < one.end]
        ),
    )


def _variants(
    base: Sequence[str], place: Place, by_delegation: dict[str, list[Amendment]], order: Order
) -> tuple[Variant, ...]:
    """Return the variants in the order of filing; texts that differ editorially alone are one."""
    groups: dict[tuple[str, ...], list[tuple[str, list[Amendment]]]] = {}
    for amendments in by_delegation.values():
        edits = [
            Edit(one.start, one.end, (one.text,))
            for one in sorted(amendments, key=lambda one: (one.start, one.end))
        ]
        text = "".join(applied(base, edits, place.start, place.end))
        groups.setdefault(tuple(keys(tokens(text))), []).append((text, amendments))
    ranked = []
    for group in groups.values():
        group.sort(key=lambda one: order.earliest(one[1]))
        every = [one for _, amendments in group for one in amendments]
        variant = Variant(
            holders=order.holders([one.delegation for one in every]),
            text=group[0][0],
            amendments=tuple(sorted(one.id for one in every)),
        )
        ranked.append((order.earliest(every), variant))
    return tuple(variant for _, variant in sorted(ranked, key=lambda one: one[0]))


def may_be_cumulative(region: Region) -> bool:
    """Say whether several insertions stand at one point, so that the chair may take them together."""
    return region.start == region.end and len(region.variants) > 1


def outer_blanks(texts: Sequence[str], before: str) -> tuple[str, str]:
    """Return the blanks that all of these texts (none of them empty) begin with, or end with; they stay outside.

    A blank behind them does only where a region begins its unit or follows an opening mark (`before` is what stands before
    it): elsewhere it could not be told from the blank of the words that follow.
    """
    if not texts or not all(text.strip() for text in texts):
        return "", ""
    lead = _shared([text[: len(text) - len(text.lstrip())] for text in texts])
    if lead or (before and before[-1] not in OPENING_MARKS):
        return lead, ""
    return "", _shared([text[len(text.rstrip()) :][::-1] for text in texts])[::-1]


def _shared(blanks: Sequence[str]) -> str:
    """Return the letters with which all of these begin."""
    shared = min(blanks, key=len)
    while not all(one.startswith(shared) for one in blanks):
        shared = shared[:-1]
    return shared
