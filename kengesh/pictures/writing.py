"""How wide text will be, so that it can be wrapped, or shortened with its whole left as a tip.

A server does not know which font a reader has: widths are those of a wide sans serif, by kinds of letter, so that what is said
to fit does fit in others too. Tested against the width that a browser measures.
"""

from __future__ import annotations

from dataclasses import dataclass

LABEL = 13.0  # the sizes of text, in the units of a picture; the style sheet has the same
NOTE = 12.0
SMALL = 11.0

# Widths in ems, of the letters that differ from the rest.
_NARROW = "iıjlІіíI.,:;'ʻ’‘!|[]·İJ "
_SLIM = 'frt-/()"гszşž'
_BROAD = "&дцмӘƏОOQGDHNНПЛЦДӨÖU"
_WIDE = "wmМфыюъщш"
_WIDEST = "MWЖШЩЮФЫж@%—…"
_BODY, _CAPITAL = 0.65, 0.71


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text in lines; `whole` is the text where it had to be shortened, else None."""

    lines: tuple[str, ...]
    whole: str | None
    width: float


def text_width(text: str, size: float = LABEL) -> float:
    """Return about how wide text is, in units of a picture: rather more than less."""
    return size * sum(map(_ems, text))


def wrap(text: str, width: float, size: float = LABEL, most: int = 2, *, even: bool = False) -> Wrapped:
    """Break text between words into at most so many lines of a width; what is left over is cut, with an ellipsis.

    `even` makes the lines about equally long, as a label around a middle wants it.
    """
    lines = _broken(text, width, size)
    longest = max((text_width(word, size) for word in text.split()), default=0)
    while even and width - size >= longest and len(_broken(text, width - size, size)) == len(lines) <= most:
        width -= size
        lines = _broken(text, width, size)
    return _kept(text, lines, width, size, most)


def _broken(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _kept(text: str, lines: list[str], width: float, size: float, most: int) -> Wrapped:
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} {lines[most]}"
    cut = [shorten(line, width, size) for line in kept]
    whole = text if len(lines) > most or cut != kept else None
    if len(lines) > most and not cut[-1].endswith("…"):
        cut[-1] = shorten(cut[-1] + "…", width, size)
    return Wrapped(tuple(cut), whole, max((text_width(line, size) for line in cut), default=0))


def shorten(text: str, width: float, size: float = LABEL) -> str:
    """Return text, or as much of it as fits with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip(" ,;:-–") + "…"


def _ems(letter: str) -> float:
    for letters, ems in ((_NARROW, 0.33), (_SLIM, 0.5), (_BROAD, 0.79), (_WIDE, 0.92), (_WIDEST, 1.09)):
        if letter in letters:
            return ems
    if ord(letter) > 0x2E80:  # scripts of full-width letters
        return 1.1
    return _CAPITAL if letter.isupper() else _BODY
