"""Do two versions have the same units, of the same kinds, with the same labels and as many footnotes?

A unit without a counterpart is named; those after it are compared with their own counterparts (``pairing``). Of labels
that do not count the same, the first is reported with the number of those that follow, since one slip moves all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kengesh.terms.messages import _, ngettext
from kengesh.texts.concordance.findings import Pair, differs, finding
from kengesh.texts.concordance.labels import agree, ranks
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version
from kengesh.texts.concordance.wording import kind_of, name_of, place_of


def without_counterpart(version: Version, unit: Prepared, missing_in: Version) -> Divergence:
    """Return the finding that a unit of one version stands for nothing in another."""
    says = _(
        "{place} ({version}) has no counterpart in the other version ({other}). "
        "Add it there, or take it out here; the units after it were compared with their own counterparts."
    )
    sentence = says.format(
        place=place_of(unit.unit, version.language), version=name_of(version), other=name_of(missing_in)
    )
    words = ((version, (unit.shown,)), (missing_in, ()))
    return finding(version, unit, Check.UNITS, Severity.DIVERGENCE, sentence, words)


def compare_kinds(pair: Pair) -> Iterable[Divergence]:
    """Yield the findings that a pair of units is not of one kind, or not of as many footnotes, if so."""
    one, other = pair.first, pair.second
    if one.unit.kind is not other.unit.kind:
        says = _(
            "{place}: the unit is not of the same kind in both versions. {first}: {words}. {second}: {other_words}. "
            "Give it the same kind, or look whether these are the same unit."
        )
        yield differs(
            pair, Check.UNITS, Severity.DIVERGENCE, says, [kind_of(one.unit)], [kind_of(other.unit)]
        )
    if one.footnotes != other.footnotes:
        says = _(
            "{place}: the versions do not refer to as many footnotes. {first}: {words}. {second}: {other_words}. "
            "Put the marks of the footnotes at the same words."
        )
        yield differs(
            pair, Check.UNITS, Severity.DIVERGENCE, says, [str(one.footnotes)], [str(other.footnotes)]
        )


def compare_labels(pairs: Sequence[Pair]) -> Iterable[Divergence]:
    """Yield one finding, at the first pair of units whose labels do not count the same."""
    wrong = [pair for pair in pairs if not _labels_agree(pair)]
    if not wrong:
        return
    pair, more = wrong[0], len(wrong) - 1
    says = _(
        "{place}: the unit is not numbered alike in both versions. {first}: {words}. {second}: {other_words}. "
        "Number both in the same way."
    )
    if more:
        says = ngettext(
            "{place}: the unit is not numbered alike in both versions. {first}: {words}. {second}: {other_words}. "
            "Number both in the same way; {more} unit after it is concerned as well.",
            "{place}: the unit is not numbered alike in both versions. {first}: {words}. {second}: {other_words}. "
            "Number both in the same way; {more} units after it are concerned as well.",
            more,
        )
    numbers = [unit.unit.number for unit in (pair.first, pair.second)]
    yield differs(
        pair, Check.LABELS, Severity.DIVERGENCE, says, *[[one] if one else [] for one in numbers], more=more
    )


def _labels_agree(pair: Pair) -> bool:
    one, other = (ranks(unit.unit.number, unit.language) for unit in (pair.first, pair.second))
    return agree(one, other)
