"""Are the numbers, dates, percentages and symbols of a unit the same in two versions?

Each is compared as a multiset: order makes no difference, since word order differs between languages. So two numbers
that have changed places within a unit are not found. What is left on both sides is tried again, loosely, before it is
reported: a number against a number word or a Roman numeral, a number by the decimal sign of the other language (then a
linguist should look), and dates that are put together differently, such as a range, by their figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from msgspec import Struct

from kengesh.terms.messages import _
from kengesh.texts.concordance.dates import Day, dates
from kengesh.texts.concordance.findings import Pair, differs
from kengesh.texts.concordance.number_words import number_words
from kengesh.texts.concordance.numerals import Number, numbers, percentages
from kengesh.texts.concordance.symbols import symbols
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared

T = TypeVar("T")


class Figures(Struct, frozen=True):
    """All figures of a unit."""

    symbols: list[tuple[str, str]]
    dates: list[Day]
    percentages: list[Number]
    numbers: list[Number]
    words: list[Number]


def figures(unit: Prepared) -> Figures:
    """Return all figures of a unit, none of them twice."""
    found_symbols, small = symbols(unit.small, unit.shown)
    found_dates, small = dates(small, unit.shown, unit.language)
    found_percentages, small = percentages(small, unit.shown, unit.language)
    found_numbers, small = numbers(small, unit.shown, unit.language)
    words = number_words(small, unit.shown, unit.language)
    return Figures(found_symbols, found_dates, found_percentages, found_numbers, words)


def compare_figures(pair: Pair) -> Iterable[Divergence]:
    """Yield what is different in the figures of a pair of units."""
    one, other = figures(pair.first), figures(pair.second)
    yield from _compare_symbols(pair, one, other)
    days, other_days = without_common(one.dates, other.dates, lambda day: day.value)
    shares, other_shares = without_common(one.percentages, other.percentages, lambda share: share.value)
    left, other_left = without_common(one.numbers, other.numbers, lambda number: number.value)
    if (days or other_days) and _put_together_differently(one, other, bool(left and other_left)):
        days, left, other_days, other_left = [], [], [], []
    yield from _compare_dates(pair, days, other_days)
    if _is_a_range(shares, left, other_shares, other_left):
        shares, left, other_shares, other_left = [], [], [], []
    yield from _compare_percentages(pair, shares, other_shares)
    yield from _compare_numbers(pair, (left, one.words), (other_left, other.words))


def without_common(
    first: Iterable[T], second: Iterable[T], value: Callable[[T], Hashable]
) -> tuple[list[T], list[T]]:
    """Return what each has that the other has not, counting how often."""
    first, second = list(first), list(second)
    return _less(first, second, value), _less(second, first, value)


def _less(these: list[T], those: list[T], value: Callable[[T], Hashable]) -> list[T]:
    taken = Counter(map(value, those))
    rest = []
    for one in these:
        if taken[value(one)]:
            taken[value(one)] -= 1
        else:
            rest.append(one)
    return rest


def _compare_symbols(pair: Pair, one: Figures, other: Figures) -> Iterable[Divergence]:
    left, other_left = without_common(one.symbols, other.symbols, lambda symbol: symbol[0])
    if left or other_left:
        says = _(
            "{place}: the symbols of documents are not the same. {first}: {words}. {second}: {other_words}. "
            "Correct the version that cites the wrong document."
        )
        words = [symbol[1] for symbol in left], [symbol[1] for symbol in other_left]
        yield differs(pair, Check.SYMBOLS, Severity.DIVERGENCE, says, *words)


def _put_together_differently(one: Figures, other: Figures, numbers_left: bool) -> bool:
    """Say whether the same figures make other dates in the other version.

    Such are a range, of which one version writes only the last day with its month (from 9 to 11 February), and a year that
    stands once for two dates, with the first or with the last.
    """
    if _pieces(one) != _pieces(other):
        return False
    if len(one.dates) != len(other.dates) or numbers_left:
        return True
    days, others = (Counter((day.month, day.day) for day in found.dates) for found in (one, other))
    return days == others and not all(day.whole for day in (*one.dates, *other.dates))


def _pieces(found: Figures) -> set[str]:
    return {part for day in found.dates for part in day.parts} | {number.value for number in found.numbers}


def _compare_dates(pair: Pair, days: list[Day], other_days: list[Day]) -> Iterable[Divergence]:
    if days or other_days:
        says = _(
            "{place}: the dates are not the same. {first}: {words}. {second}: {other_words}. "
            "Find out which day is meant and correct the version that is wrong."
        )
        words = [day.words for day in days], [day.words for day in other_days]
        yield differs(pair, Check.DATES, Severity.DIVERGENCE, says, *words)


def _is_a_range(
    shares: list[Number], numbers: list[Number], other_shares: list[Number], other_numbers: list[Number]
) -> bool:
    """Say whether the sign for per cent stands at the other end of the same range: %5 to 10, 5 to 10 %."""
    here = Counter(one.value for one in (*shares, *numbers))
    there = Counter(one.value for one in (*other_shares, *other_numbers))
    return bool(shares) and len(shares) == len(other_shares) and here == there


def _compare_percentages(
    pair: Pair, shares: list[Number], other_shares: list[Number]
) -> Iterable[Divergence]:
    if shares or other_shares:
        says = _(
            "{place}: the percentages are not the same. {first}: {words}. {second}: {other_words}. "
            "Correct the version that is wrong."
        )
        words = [share.words for share in shares], [share.words for share in other_shares]
        severity = _severity(shares, other_shares)
        yield differs(pair, Check.PERCENTAGES, severity, says, *words)


def _compare_numbers(
    pair: Pair, one: tuple[list[Number], list[Number]], other: tuple[list[Number], list[Number]]
) -> Iterable[Divergence]:
    """Compare numbers with numbers, words with words, and what is left of each with what is left of the other."""
    words, other_words = without_common(one[1], other[1], lambda number: number.value)
    left, other_words = without_common(one[0], other_words, lambda number: number.value)
    other_left, words = without_common(other[0], words, lambda number: number.value)
    if left or other_left:
        says = _(
            "{place}: the numbers are not the same. {first}: {words}. {second}: {other_words}. "
            "Correct the version that is wrong."
        )
        quoted = [number.words for number in left], [number.words for number in other_left]
        yield differs(pair, Check.NUMBERS, _severity(left, other_left), says, *quoted)
    elif words or other_words:
        says = _(
            "{place}: a number is written in words in one version and does not stand in the other. {first}: {words}. "
            "{second}: {other_words}. Look whether the same number is meant; the word may have another sense."
        )
        quoted = [number.words for number in words], [number.words for number in other_words]
        yield differs(pair, Check.NUMBER_WORDS, Severity.LOOK, says, *quoted)


def _severity(these: list[Number], those: list[Number]) -> Severity:
    """Look, where each number is the other by the decimal sign of the other language; else a divergence."""
    values = Counter(number.value for number in these)
    by_value = Counter(number.loosely for number in those) == values
    loosely = Counter(number.loosely for number in these) == Counter(number.value for number in those)
    return Severity.LOOK if by_value or loosely else Severity.DIVERGENCE
