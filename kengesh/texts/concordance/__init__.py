"""Do the language versions of a text say the same? A deterministic comparison, without a model, for nine languages.

    >>> from kengesh.texts.units import Text, Unit, UnitKind
    >>> english = Text("en", (Unit("u1", UnitKind.OPERATIVE, "Decide to meet by 2028.", "1."),))
    >>> russian = Text("ru", (Unit("u1", UnitKind.OPERATIVE, "Постановляют встретиться до 2027 года.", "1."),))
    >>> print(*(one.says for one in check({"en": english, "ru": russian})), sep="\\n")
    Operative paragraph 1: the numbers are not the same. English: “2028”. Russian: “2027”. Correct the version that is wrong.

Every other version is compared with one, the version of the negotiations. Compared are the units and their labels; numbers,
dates, percentages, symbols of documents; names of States and their order; terms of the glossary; the strength of modal
words; letters and scripts; brackets; the signs at the ends of units. Each check is a module, whose head says how far it goes
in each language. What it reports is a *divergence*, to be resolved before silence or adoption, or something that a
linguist should *look* at. That there is no finding does not say that the versions mean the same: meaning is not compared.

The words by which versions are read, and the patterns for their inflected forms, are our own (``tables``). Somebody who writes
in the language for a living should read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kengesh.terms.messages import _
from kengesh.texts.concordance.brackets import check_brackets, compare_brackets
from kengesh.texts.concordance.defined_terms import compare_terms
from kengesh.texts.concordance.figures import compare_figures
from kengesh.texts.concordance.findings import Pair
from kengesh.texts.concordance.letters import check_letters, words_of
from kengesh.texts.concordance.modals import compare_modals
from kengesh.texts.concordance.pairing import Paired, pair_units
from kengesh.texts.concordance.punctuation import compare_punctuation
from kengesh.texts.concordance.rolling_trees import compare_trees
from kengesh.texts.concordance.scripts import check_script, is_foreign
from kengesh.texts.concordance.state_names import check_order, compare_order, compare_states
from kengesh.texts.concordance.structure import compare_kinds, compare_labels, without_counterpart
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text

__all__ = ["Check", "Divergence", "NotToCompare", "Severity", "check", "check_rolling", "concordant"]

# Those that read signs alone, and those that must know the words.
_OF_SIGNS: tuple[Callable[[Pair], Iterable[Divergence]], ...] = (
    compare_kinds,
    compare_brackets,
    compare_punctuation,
)
_OF_WORDS: tuple[Callable[[Pair], Iterable[Divergence]], ...] = (
    compare_figures,
    compare_states,
    compare_order,
    compare_terms,
    compare_modals,
)


class NotToCompare(ValueError):
    """Versions that cannot be compared: fewer than two, or no version of the name given."""


def check(texts: Mapping[str, Text], negotiating: str = "") -> tuple[Divergence, ...]:
    """Return all places at which versions part, in the order of the text.

    `texts` has the versions by name, usually the code of their language. `negotiating` names the one that the others are
    compared with; it is the first where nothing is said. Raises NotToCompare.
    """
    first, others = _versions(texts, negotiating)
    found: list[tuple[int, Divergence]] = [*_alone(first, ())]
    for other in others:
        paired = pair_units(first, other)
        found += _together(first, other, paired)
        found += _alone(other, paired, words_of(first))
    return _sorted(found)


def concordant(texts: Mapping[str, Text], negotiating: str = "") -> bool:
    """Say whether no divergence was found between versions; places to look at may remain. Raises NotToCompare."""
    return not any(one.severity is Severity.DIVERGENCE for one in check(texts, negotiating))


def check_rolling(rolling: Mapping[str, RollingText], negotiating: str = "") -> tuple[Divergence, ...]:
    """Return the places at which the brackets, attributions and notes of rolling texts part, unit by unit.

    The words of the bases are the subject of :func:`check`. Raises NotToCompare.
    """
    first, others = _versions({name: one.base for name, one in rolling.items()}, negotiating)
    found: list[tuple[int, Divergence]] = []
    for other in others:
        paired = pair_units(first, other)
        found += _lone_units(first, other, paired)
        pairs = _pairs(first, other, paired)
        places = {pair.first.unit.id: at for at, pair in pairs}
        trees = compare_trees(rolling[first.name], rolling[other.name], [pair for _at, pair in pairs])
        found += [(places[one.unit], one) for one in trees]
    return _sorted(found)


def _versions(texts: Mapping[str, Text], negotiating: str) -> tuple[Version, list[Version]]:
    if len(texts) < 2:
        raise NotToCompare(_("two versions are needed at least, and one was given; name another file."))
    chosen = negotiating or next(iter(texts))
    if chosen not in texts:
        says = _("there is no version {name} to compare with; there are {names}.")
        raise NotToCompare(says.format(name=chosen, names=", ".join(texts)))
    others = [_prepared(name, text) for name, text in texts.items() if name != chosen]
    return _prepared(chosen, texts[chosen]), others


def _prepared(name: str, text: Text) -> Version:
    units = (Prepared(unit, text.language, is_foreign(unit.text, text.language)) for unit in text.units)
    return Version(name, text, tuple(units))


def _alone(
    version: Version, paired: Sequence[Paired], known: frozenset[str] = frozenset()
) -> Iterable[tuple[int, Divergence]]:
    """Yield what is wrong in one version whatever the others say, at the places of the version compared with."""
    places = _places(paired) or list(range(len(version.units)))
    at = {unit.unit.id: place for unit, place in zip(version.units, places, strict=True)}
    yield from ((at[one.unit], one) for one in check_script(version))
    for unit in version.units:
        findings = [*check_brackets(version, unit)]
        if not unit.foreign:
            findings += check_letters(version, unit, known)
            findings += () if paired else check_order(version, unit)
        yield from ((at[unit.unit.id], one) for one in findings)


def _together(first: Version, other: Version, paired: Sequence[Paired]) -> Iterable[tuple[int, Divergence]]:
    """Yield where two versions part."""
    yield from _lone_units(first, other, paired)
    pairs = _pairs(first, other, paired)
    places = {pair.first.unit.id: at for at, pair in pairs}
    yield from ((places[one.unit], one) for one in compare_labels([pair for _at, pair in pairs]))
    for at, pair in pairs:
        checks = _OF_SIGNS if pair.first.foreign or pair.second.foreign else (*_OF_SIGNS, *_OF_WORDS)
        yield from ((at, one) for compare in checks for one in compare(pair))


def _pairs(first: Version, other: Version, paired: Sequence[Paired]) -> list[tuple[int, Pair]]:
    return [
        (one, Pair((first, other), first.units[one], other.units[two]))
        for one, two in paired
        if one is not None and two is not None
    ]


def _lone_units(first: Version, other: Version, paired: Sequence[Paired]) -> Iterable[tuple[int, Divergence]]:
    before = 0
    for one, two in paired:
        if one is None and two is not None:
            yield before, without_counterpart(other, other.units[two], first)
        elif one is not None:
            before = one
            if two is None:
                yield one, without_counterpart(first, first.units[one], other)


def _places(paired: Sequence[Paired]) -> list[int]:
    """Return, for each unit of the other version, the place of its counterpart or of the last one before it."""
    places, before = [], 0
    for one, two in paired:
        before = before if one is None else one
        if two is not None:
            places.append(before)
    return places


def _sorted(found: Iterable[tuple[int, Divergence]]) -> tuple[Divergence, ...]:
    """Return findings in the order of the text; at one place, divergences first and then in the order of the checks."""
    order = {one: at for at, one in enumerate(Check)}
    weight = {one: at for at, one in enumerate(Severity)}
    return tuple(
        one
        for _at, one in sorted(
            found, key=lambda each: (each[0], weight[each[1].severity], order[each[1].check])
        )
    )
