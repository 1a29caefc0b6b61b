"""What is wrong with a claim, and where: the word, and what could stand there."""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.terms.messages import _


class ClaimError(ValueError):
    """A text that is no claim. `start` and `end` are where the word stands that it is about; `offers` what could stand there."""

    def __init__(self, says: str, text: str, start: int, end: int, offers: Sequence[str] = ()) -> None:
        super().__init__(says)
        self.says = says
        self.text = text
        self.start = start
        self.end = max(end, start + 1)
        self.offers = tuple(dict.fromkeys(offers))

    def __str__(self) -> str:
        if not self.offers:
            return self.says
        return _("{says} Here could stand: {offers}.").format(
            says=self.says, offers=", ".join(map(_shown, self.offers))
        )

    @property
    def word(self) -> str:
        """The word that it is about; nothing at the end of the text."""
        return self.text[self.start : self.end]

    def pointed(self) -> str:
        """Return the text with the word marked beneath it."""
        line = "".join(" " if sign.isspace() else sign for sign in self.text)
        return f"{line}\n{' ' * self.start}{'^' * (self.end - self.start)}"


def _shown(offer: str) -> str:
    """Return what could stand there; a mark in quotation marks, so that it is seen."""
    return offer if any(map(str.isalnum, offer)) else f"“{offer}”"


class AmbiguousName(ClaimError):
    """A name that several things bear on the day; `offers` are their ids."""
