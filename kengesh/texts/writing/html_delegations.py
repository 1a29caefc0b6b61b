"""Who proposes, on a page: codes with their names, and for each delegation a colour and a line of its own.

A delegation's class is ``by--1`` to ``by--12``, by its place in the order of codes; with more than twelve the colours begin
again. Colour is never alone: the line under its words differs as well, and its code stands before them. What
several propose together has one neutral style, ``by--joint``, so that nobody's colour stands for others.
"""

from __future__ import annotations

from html import escape

from kengesh.terms.messages import _, language_in_use
from kengesh.texts.delegation_names import delegation_name
from kengesh.texts.rolling import BaseNode, Holders, RollingText

STYLES = 12
JOINT = "by--joint"


class Delegations:
    """The delegations of one rolling text, by code."""

    def __init__(self, codes: Holders) -> None:
        self.codes = tuple(sorted(codes))
        self._places = {code: at % STYLES + 1 for at, code in enumerate(self.codes)}

    def style(self, holders: Holders) -> str:
        """Return the class of what these delegations propose."""
        if len(holders) == 1 and holders[0] in self._places:
            return f"by--{self._places[holders[0]]}"
        return JOINT

    def codes_html(self, holders: Holders) -> str:
        """Return a list of codes, each with its name for who asks, or listens."""
        return ", ".join(self._code(code) for code in holders)

    def _code(self, code: str) -> str:
        style = self.style((code,))
        name = name_of(code)
        if name == code:
            return f'<span class="code {style}">{escape(code)}</span>'
        return f'<abbr class="code {style}" title="{escape(name)}">{escape(code)}</abbr>'


def name_of(code: str) -> str:
    """Return the name of a state in the reader's language; of a declared group, its code."""
    return delegation_name(code, language_in_use())


def proposed_by(holders: Holders, *, deletes: bool = False) -> str:
    """Return the words by which a screen reader introduces a proposal."""
    names = ", ".join(map(name_of, holders))
    if deletes:
        return _("Deletion proposed by: {names}").format(names=names)
    return _("Proposed by: {names}").format(names=names)


def everybody(rolling: RollingText) -> Holders:
    """Return all whom the rolling text names, by code."""
    named = set(rolling.delegations)
    for node in rolling.nodes:
        if isinstance(node, BaseNode):
            named.update(node.deleted_by, node.moved_by, *(other.holders for other in node.alternatives))
        else:
            named.update(node.holders)
    for _unit, region in rolling.regions():
        named.update(region.retain, *(variant.holders for variant in region.variants))
    named.update(*(note.holders for note in rolling.notes))
    named.update(*(request.holders for request in rolling.requests))
    named.update(*(words.holders for words in rolling.settled))
    return tuple(sorted(named))
