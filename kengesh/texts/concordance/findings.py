"""Two units that stand for each other, and how a difference between them becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version
from kengesh.texts.concordance.wording import in_order, name_of, place_of, quotes


class Pair(Struct, frozen=True):
    """A unit of the version compared with, and the unit of another version that stands for it."""

    versions: tuple[Version, Version]
    first: Prepared
    second: Prepared


def differs(
    pair: Pair,
    check: Check,
    severity: Severity,
    says: str,
    words: Sequence[str],
    other_words: Sequence[str],
    **more: object,
) -> Divergence:
    """Return the finding that a pair differs.

    `says` is translated already; its {place}, {first}, {second}, {words} and {other_words} are filled in here, and `more`.
    """
    one, other = in_order(words), in_order(other_words)
    return finding(
        pair.versions[0],
        pair.first,
        check,
        severity,
        says.format(
            place=place_of(pair.first.unit, pair.versions[0].language),
            first=name_of(pair.versions[0]),
            second=name_of(pair.versions[1]),
            words=quotes(one),
            other_words=quotes(other),
            **more,
        ),
        ((pair.versions[0], one), (pair.versions[1], other)),
    )


def finding(
    version: Version,
    unit: Prepared | None,
    check: Check,
    severity: Severity,
    says: str,
    words: Sequence[tuple[Version, tuple[str, ...]]] = (),
) -> Divergence:
    """Return a finding about a unit of a version, or about the whole version."""
    named = words or ((version, ()),)
    return Divergence(
        check=check,
        severity=severity,
        unit=unit.unit.id if unit else "",
        label=unit.unit.number if unit else "",
        versions=tuple(one.name for one, _words in named),
        words=tuple(quoted for _one, quoted in named),
        says=says,
    )
