"""Do two versions of a unit end in the same sign, and have as many quotations? Both are for a linguist to look at.

Signs are compared by their kind: stop, comma, semicolon, colon, question, none. A conjunction after the last comma or
semicolon (``; and``) does not count, nor do quotation marks and brackets that close after the sign, nor what kind of quotation
marks a version has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kengesh.terms.messages import N_, _
from kengesh.texts.concordance.findings import Pair, differs
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared

_KINDS = {
    ".": N_("a stop"),
    "…": N_("a stop"),
    "!": N_("a stop"),
    ",": N_("a comma"),
    ";": N_("a semicolon"),
    ":": N_("a colon"),
    "?": N_("a question mark"),
    "،": N_("a comma"),
    "؛": N_("a semicolon"),
    "؟": N_("a question mark"),
}
_CONJUNCTION = re.compile(
    r"([,;])\s*(?:and|or|ve|veya|и|или|və|və ya|және|немесе|жана|же|ва|ё|we|ýa-da|va|yoki)(?:/\w+)?$"
)
_CLOSING = "”»“\"’')]} "
_ABBREVIATED_YEAR = re.compile(r"\d\s(?:г|гг)\.$")  # its stop may be the sentence's as well, or not
_QUOTES = re.compile('[“”„‟«»″"]')


def compare_punctuation(pair: Pair) -> Iterable[Divergence]:
    """Yield what is different in the last sign and the quotation marks of a pair of units."""
    one, other = _last(pair.first), _last(pair.second)
    if one != other and not any(_ABBREVIATED_YEAR.search(unit.shown) for unit in (pair.first, pair.second)):
        says = _(
            "{place}: the versions end differently. {first}: {words}. {second}: {other_words}. "
            "Look whether both go on, or stop, at the same place."
        )
        yield differs(pair, Check.PUNCTUATION, Severity.LOOK, says, _named(one), _named(other))
    marks, others = _QUOTES.findall(pair.first.shown), _QUOTES.findall(pair.second.shown)
    if len(marks) != len(others):
        says = _(
            "{place}: the quotation marks are not as many. {first}: {words}. {second}: {other_words}. "
            "Look whether the same words are quoted, and whether every mark is closed."
        )
        yield differs(pair, Check.QUOTATION_MARKS, Severity.LOOK, says, _run(marks), _run(others))


def _run(marks: list[str]) -> list[str]:
    return [" ".join(marks)] if marks else []


def _last(unit: Prepared) -> str:
    ending = unit.small.rstrip(_CLOSING)
    match = _CONJUNCTION.search(ending)
    return _KINDS.get(match[1] if match else ending[-1:], "")


def _named(kind: str) -> list[str]:
    return [_(kind)] if kind else []
