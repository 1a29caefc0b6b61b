"""On what the numbers of a page rest: a note for each source and method, numbered in the order in which the page first names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from kengesh.site.corridors.words import BASIS_WORDS, said
from kengesh.terms.messages import _

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """One note: where it is published, how it was derived or why it is assumed, of which day."""

    addresses: tuple[str, ...]
    method: str
    day: str


class SaysWho:
    """The notes on numbers of one page."""

    def __init__(self) -> None:
        self._numbers: dict[Ground, int] = {}

    def __call__(self, number: Told | None) -> Markup:
        """Return what a number rests on: its basis, the number of its note, and what other sources tell."""
        if number is None:
            return Markup("")
        parts = [self.of(number)]
        for other in number.get("others", ()):
            value = f"{other['value']:g} {other['unit']}"
            parts.append(escape(_("another source: {value}").format(value=value)) + " " + self.of(other))
        return Markup("; ").join(parts)

    def of(self, number: Told) -> Markup:
        """Return the basis of a number, and the number of its note as a link."""
        basis = number["basis"]
        words = Markup('<span class="rests__sure corridors__basis--{}">{}</span>').format(
            basis, said(BASIS_WORDS, basis)
        )
        link = self.note(number["source"], number["method"] or "", number["day"] or "")
        return Markup('<span class="rests">{} {}</span>').format(words, link) if link else words

    def note(self, addresses: tuple[str, ...] | list[str], method: str = "", day: str = "") -> Markup:
        """Return the number of a note as a link; nothing where there is nothing to say."""
        if not addresses and not method:
            return Markup("")
        key = Ground(tuple(addresses), method, day)
        place = self._numbers.setdefault(key, len(self._numbers) + 1)
        says = _("note {number} on numbers").format(number=place)
        return Markup(
            '<span class="rests__notes"><a href="#number-{0}" aria-label="{1}">{0}</a></span>'
        ).format(place, says)

    def listed(self) -> list[tuple[int, Ground]]:
        """Return the notes that the page has named so far, in order."""
        return [(place, key) for key, place in self._numbers.items()]
