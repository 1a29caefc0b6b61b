"""Is an obligation an obligation, and a permission a permission, in both versions of a unit?

The expressions stand in ``modals.csv`` with their strength: obligation, recommendation, permission, intention,
prohibition. Those with two strengths may be either: Turkish -malıdır and gerekir, Kazakh тиіс and керек, Tajik бояд, Uzbek
lozim and their like stand for *shall* and for *should*. Rows without a strength are expressions that only look
modal (``sürdürülebilir``, ``as may be necessary``). A row that is not *told* apart from other uses of its words (will, can,
the future in -acaktır, the negative present) may answer an expression of the other version, and is not reported itself.

What is reported: an expression on each side that the other does not answer is a divergence (shall, следует); so is a
permission or recommendation of which the other version has none at all, since all nine languages mark them. Another that
nothing answers is to be looked at: a duty may be stated in the present tense, and one modal word may serve two verbs.

Not seen: modality in participles and nouns (``обязательный``, ``a right``), in verbs of decision (agrees to, decides),
in the present tense of treaties, and shall put for should where a language has one expression for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from kengesh.terms.messages import N_, _
from kengesh.terms.quotation import quoted
from kengesh.texts.concordance.findings import Pair, finding
from kengesh.texts.concordance.tables import rows
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, blotted
from kengesh.texts.concordance.wording import in_order, name_of, place_of

_MARKED_EVERYWHERE = frozenset({"permission", "recommendation"})
_STRENGTHS = {
    "obligation": N_("obligation"),
    "recommendation": N_("recommendation"),
    "permission": N_("permission"),
    "intention": N_("intention"),
    "prohibition": N_("prohibition"),
}


class Modal(Struct, frozen=True):
    """A modal expression where a version has it; `told`: it is surely one."""

    strengths: tuple[str, ...]
    words: str
    told: bool
    start: int


def modals(unit: Prepared) -> list[Modal]:
    """Return the modal expressions of a unit, in its order."""
    small, found = unit.small, []
    for strengths, told, pattern in _patterns(unit.language):
        for match in pattern.finditer(small):
            month = unit.language == "en" and unit.shown[match.start() : match.end()] == "May"
            if strengths and not month:
                found.append(Modal(strengths, unit.shown[match.start() : match.end()], told, match.start()))
            small = blotted(small, match)
    return sorted(found, key=lambda modal: modal.start)


def compare_modals(pair: Pair) -> Iterable[Divergence]:
    """Yield the finding that the strengths of a pair of units part, if they do."""
    here, there = modals(pair.first), modals(pair.second)
    left, other_left = _unanswered(here, there)
    left, other_left = [one for one in left if one.told], [one for one in other_left if one.told]
    if left and other_left:
        says = _(
            "{place}: the words that bind are not of one strength. {first}: {words}. {second}: {other_words}. "
            "Decide which is meant and bring the other version into line."
        )
        yield _finding(pair, Severity.DIVERGENCE, says, left, other_left)
    elif left or other_left:
        lost = _is_lost(left, there) or _is_lost(other_left, here)
        says = _(
            "{place}: one version has words that bind, and the other has none that answers. {first}: {words}. "
            "{second}: {other_words}. Look whether the other version says it in another way, or leaves it out."
        )
        yield _finding(pair, Severity.DIVERGENCE if lost else Severity.LOOK, says, left, other_left)


def _is_lost(left: Sequence[Modal], there: Sequence[Modal]) -> bool:
    """Say whether a strength that every language marks is nowhere on the other side. Once there may stand for two verbs."""
    known = {strength for other in there for strength in other.strengths}
    return any(
        _MARKED_EVERYWHERE.issuperset(one.strengths) and known.isdisjoint(one.strengths) for one in left
    )


def _unanswered(these: Sequence[Modal], those: Sequence[Modal]) -> tuple[list[Modal], list[Modal]]:
    """Return the expressions of each side that find no partner of the same strength on the other.

    Those that are surely modal choose first. Pairs of one strength are made before others, so that an expression that may
    be of two strengths is left for one that has no better partner.
    """
    left, right = sorted(these, key=lambda one: not one.told), list(those)
    for most in (2, 3, 4):
        for one in list(left):
            fitting = [
                other for other in right if _sum(one, other) <= most and {*one.strengths} & {*other.strengths}
            ]
            if fitting:
                left.remove(one)
                right.remove(max(fitting, key=lambda other: other.told))
    return left, right


def _sum(one: Modal, other: Modal) -> int:
    return len(one.strengths) + len(other.strengths)


def _finding(
    pair: Pair, severity: Severity, says: str, left: Sequence[Modal], other_left: Sequence[Modal]
) -> Divergence:
    sentence = says.format(
        place=place_of(pair.first.unit, pair.versions[0].language),
        first=name_of(pair.versions[0]),
        second=name_of(pair.versions[1]),
        words=_with_strengths(left, pair.first.language),
        other_words=_with_strengths(other_left, pair.second.language),
    )
    words = tuple(
        (version, in_order([modal.words for modal in found]))
        for version, found in zip(pair.versions, (left, other_left), strict=True)
    )
    return finding(pair.versions[0], pair.first, Check.MODALS, severity, sentence, words)


def _with_strengths(found: Sequence[Modal], language: str) -> str:
    says = _("{words} ({strength})")
    return ", ".join(
        says.format(
            words=quoted(modal.words, language),
            strength=" / ".join(_(_STRENGTHS[one]) for one in modal.strengths),
        )
        for modal in found
    ) or _("nothing")


@cache
def _patterns(language: str) -> tuple[tuple[tuple[str, ...], bool, re.Pattern[str]], ...]:
    """The expressions of a language in the order of the table: what forbids and what only looks modal come first."""
    return tuple(
        (
            tuple(row["strength"].split()),
            row["told"] == "yes",
            re.compile(rf"(?<![\w'-])(?:{row['pattern']})(?![\w'])".replace(r"\w+", r"[\w']+")),
        )
        for row in rows("modals")
        if row["language"] == language
    )
