"""Is a Word file the rolling text that we wrote? Its brackets are words there, and read as a text they would become its words.

Told by the styles that ``write_rolling`` gives: one for the words of each delegation, and one for brackets, which some run
has still. A delegation that made its own text of such a file, and took all brackets out, has filed a text.
"""

from __future__ import annotations

import re

from kengesh.texts.word.markup import W, children_of, tree
from kengesh.texts.word.package import Package, open_package
from kengesh.texts.word.relations import parts_of

_BODY, _BRACKET = f"{W}body", "Bracket"
_OF_DELEGATION = re.compile(r"Delegation [A-Z][A-Z0-9-]+")


def is_rolling_document(data: bytes, name: str) -> bool:
    """Say whether a Word file has the brackets of a rolling text. Raises CannotRead as reading it does."""
    package = open_package(data, name)
    parts = parts_of(package)[0]
    bracket = _bracket_style(package, parts.styles) if parts.styles else ""
    if not bracket:
        return False
    runs = (run for block in children_of(package, parts.document, _BODY) for run in block.iter(f"{W}rStyle"))
    return any(run.get(f"{W}val") == bracket for run in runs)


def _bracket_style(package: Package, part: str) -> str:
    """Return the id of the style of brackets, where there is one of a delegation beside it; another program may rename it."""
    ids = {
        one.get(f"{W}val", ""): style.get(f"{W}styleId", "")
        for style in tree(package, part).iter(f"{W}style")
        for one in style.iterchildren(f"{W}name")
    }
    return ids.get(_BRACKET, "") if any(map(_OF_DELEGATION.fullmatch, ids)) else ""
