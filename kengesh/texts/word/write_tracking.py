"""One unit as tracked changes: which words each delegation inserts and deletes, and in which order of precedence.

A run of Word can be deleted by one author only. Where several delegations would delete the same words, the deletion is
the first holder's, and the others are named (:attr:`Edit.late`), to be told in a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from kengesh.texts.rolling import Content, Holders, Region, Variant
from kengesh.texts.tokens import PARAGRAPH_MARK, tokens


class Edit(Struct, frozen=True, omit_defaults=True):
    """Words of a unit: of the base where `inserted` is empty, and then deleted by `deleted`; or inserted by somebody.

    `late` are those who would delete them as well.
    """

    text: str
    inserted: Holders = ()
    deleted: Holders = ()
    late: Holders = ()
    amendments: tuple[str, ...] = ()
    region: Region | None = None

    def without_mark(self) -> Edit:
        """Return the words of the end of a unit without the mark of its paragraph, which is no word."""
        return structs.replace(self, text=self.text.removesuffix(PARAGRAPH_MARK))


class _Cut(Struct, frozen=True):
    """What a variant does to the tokens of a region's base: it takes out `start` to `end`, and puts words there."""

    variant: Variant
    start: int
    end: int
    text: str


def edits(content: Content) -> Iterator[Edit]:
    """Yield the words of a unit in order, with what each delegation does to them."""
    for part in content:
        if isinstance(part, Region):
            yield from _region(part)
        else:
            yield Edit(part)


def base_of(listed: Sequence[Edit]) -> str:
    """Return the words of the base among some edits."""
    return "".join(edit.text for edit in listed if not edit.inserted)


def wanted_by(content: Content, code: str) -> str:
    """Return the words of a unit as one delegation wants them: its own where it has some, of the base elsewhere."""
    return "".join(part if isinstance(part, str) else _wanted(part, code) for part in content)


def _wanted(region: Region, code: str) -> str:
    return next((one.text for one in region.variants if code in one.holders), region.base)


def _region(region: Region) -> Iterator[Edit]:
    base = tokens(region.base)
    cuts = [_cut(base, variant) for variant in region.variants]
    places = sorted({0, len(base), *(cut.start for cut in cuts), *(cut.end for cut in cuts)})
    yield from _inserted(cuts, 0, region)
    for start, end in pairwise(places):
        yield _kept_or_deleted("".join(base[start:end]), cuts, start, end, region)
        yield from _inserted(cuts, end, region)


def _cut(base: Sequence[str], variant: Variant) -> _Cut:
    """Return what a variant changes, without the tokens that it begins and ends with as the base does.

    A region is as wide as all that overlaps in it; each delegation answers for its own words alone.
    """
    words = tokens(variant.text)
    most = min(len(base), len(words))
    start = 0
    while start < most and base[start] == words[start]:
        start += 1
    tail = 0
    while tail < most - start and base[-1 - tail] == words[-1 - tail]:
        tail += 1
    return _Cut(variant, start, len(base) - tail, "".join(words[start : len(words) - tail]))


def _kept_or_deleted(text: str, cuts: Sequence[_Cut], start: int, end: int, region: Region) -> Edit:
    deleting = [cut.variant for cut in cuts if cut.start <= start and end <= cut.end]
    if not deleting:
        return Edit(text, region=region)
    late = tuple(code for variant in deleting[1:] for code in variant.holders)
    first = deleting[0]
    return Edit(text, deleted=first.holders, late=late, amendments=first.amendments, region=region)


def _inserted(cuts: Sequence[_Cut], at: int, region: Region) -> Iterator[Edit]:
    for cut in cuts:
        if cut.end == at and cut.text:
            yield Edit(
                cut.text, inserted=cut.variant.holders, amendments=cut.variant.amendments, region=region
            )
