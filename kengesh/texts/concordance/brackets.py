"""Do texts that carry brackets have the same ones in two versions, with the same delegations?

A unit's square brackets are read as a tree, and the attributions in each (``KAZ, UZB: common``, ``(retain TKM)``) with it,
as a set: each language lists delegations in the order of its own alphabet. Brackets escaped with a backslash are words.
A bracket that is not closed, or not opened, is reported for its version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kengesh.terms.messages import _
from kengesh.texts.concordance.findings import Pair, differs, finding
from kengesh.texts.concordance.values import Check, Divergence, Severity
from kengesh.texts.concordance.versions import Prepared, Version
from kengesh.texts.concordance.wording import name_of, place_of

_CODE = re.compile(r"[A-Z][A-Z0-9]{2,}")


def check_brackets(version: Version, unit: Prepared) -> Iterable[Divergence]:
    """Yield a finding if the brackets of a unit do not pair."""
    depth, lowest = 0, 0
    for sign in re.findall(r"\\.|[\[\]]", unit.shown):
        depth += {"[": 1, "]": -1}.get(sign, 0)
        lowest = min(lowest, depth)
    if depth or lowest:
        says = _("{place}, {version}: the square brackets do not pair. Find the one that is missing.")
        sentence = says.format(place=place_of(unit.unit, version.language), version=name_of(version))
        yield finding(
            version, unit, Check.BRACKETS, Severity.DIVERGENCE, sentence, [(version, (unit.shown,))]
        )


def compare_brackets(pair: Pair) -> Iterable[Divergence]:
    """Yield a finding if the brackets of a pair of units, or the delegations in them, are not the same."""
    one, other = _tree(pair.first.shown), _tree(pair.second.shown)
    if one == other:
        return
    if [part for part in one if part in "[]"] != [part for part in other if part in "[]"]:
        says = _(
            "{place}: the square brackets are not the same. {first}: {words}. {second}: {other_words}. "
            "Put the same words in brackets in both versions."
        )
        shown = _shape(one), _shape(other)
    else:
        says = _(
            "{place}: the delegations named in brackets are not the same. {first}: {words}. {second}: {other_words}. "
            "Attribute the same proposals to the same delegations."
        )
        shown = [part for part in one if part not in "[]"], [part for part in other if part not in "[]"]
    yield differs(pair, Check.BRACKETS, Severity.DIVERGENCE, says, *shown)


def _shape(tree: list[str]) -> list[str]:
    shape = "".join(part for part in tree if part in "[]")
    return [shape] if shape else []


def _tree(shown: str) -> list[str]:
    """Return brackets and attributions in their order; outside all brackets there is none."""
    depth, tree = 0, []
    for match in re.finditer(
        r"\\.|[\[\]]|(?:\(retain )?[A-Z][A-Z0-9]{2,}(?:, [A-Z][A-Z0-9]{2,})*(?=[:)])", shown
    ):
        sign = match[0]
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if sign in ("[", "]"):
            tree.append(sign)
        elif depth > 0 and not sign.startswith("\\"):
            retained = "retain " if sign.startswith("(") else ""
            tree.append(retained + ", ".join(sorted(_CODE.findall(sign))))
    return tree
