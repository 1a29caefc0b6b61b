"""The words of a claim, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kengesh.formats.claims.language.errors import ClaimError
from kengesh.terms.messages import _

TOKEN = re.compile(
    r'\s*(?:"(?P<straight>[^"]*)"|“(?P<curly>[^”]*)”|«(?P<angled>[^»]*)»|(?P<mark>[{}(),])|(?P<word>[^\s{}(),"“”«»]+))'
)
LONGEST = 2_000  # characters of a claim
CLOSING_SIGN = "."


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a quoted name or a mark, and where it stands. `quoted` is a name in quotation marks, without them."""

    text: str
    start: int
    end: int
    quoted: bool = False

    @property
    def low(self) -> str:
        """The word in small letters; of a quoted name nothing, since it is no word of the language."""
        return "" if self.quoted else self.text.casefold()


def tokens_of(text: str) -> list[Token]:
    """Return the words of a claim. A full stop at its end is left away. Raises ClaimError where quotation marks do not close."""
    if len(text) > LONGEST:
        says = _("a claim has at most {most} characters; this has {count}.")
        raise ClaimError(says.format(most=LONGEST, count=len(text)), text, 0, len(text))
    found: list[Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            says = _("the quotation mark {mark} is not closed.").format(mark=text[start])
            raise ClaimError(says, text, start, start + 1)
        kind = match.lastgroup or ""
        found.append(
            Token(match[kind], match.start(kind), match.end(kind), kind in ("straight", "curly", "angled"))
        )
        at = match.end()
    return _without_full_stop(found)


def _without_full_stop(found: list[Token]) -> list[Token]:
    if (
        not found
        or found[-1].quoted
        or not found[-1].text.endswith(CLOSING_SIGN)
        or found[-1].text.endswith("..")
    ):
        return found
    last = found[-1]
    shorter = Token(last.text[:-1], last.start, last.end - 1)
    return [*found[:-1], shorter] if shorter.text else found[:-1]
