"""The marks of the delegations: for each a style of characters, with a colour and with a sign that prints in black.

The colours are dark enough to read on white: each has a contrast of at least 4.5 to 1 (WCAG 2.2, success criterion
1.4.3). No delegation is known by its colour alone: its words are also underlined in a way of their own, and its code
stands before them in any case. The first delegations in the order of the codes have the signs that are easiest to tell
apart; after sixteen the underlines come again with slanted letters, then with heavy ones, then with both.
"""

from __future__ import annotations

from collections.abc import Sequence

from kengesh.texts.word.write_xml import escaped, style

# Easy to tell apart with the usual colour blindness too, as they differ in lightness and not in hue alone.
COLOURS = (
    "0B5394",
    "A61C00",
    "38761D",
    "741B47",
    "7F4F00",
    "1F1F8F",
    "00626B",
    "B0006D",
    "4A4A4A",
    "5B3A8C",
    "8A2C0D",
)
UNDERLINES = (
    "single",
    "double",
    "dotted",
    "wave",
    "dash",
    "thick",
    "dotDash",
    "dottedHeavy",
    "wavyDouble",
    "dashLong",
    "dotDotDash",
    "dashedHeavy",
    "wavyHeavy",
    "dashDotHeavy",
    "dashLongHeavy",
    "dashDotDotHeavy",
)
SLANTS = ("", "<w:i/><w:iCs/>", "<w:b/><w:bCs/>", "<w:b/><w:bCs/><w:i/><w:iCs/>")


class Marks:
    """Which style each delegation has in one document."""

    def __init__(self, delegations: Sequence[str]) -> None:
        self._styles = {code: style(_style_id(at)) for at, code in enumerate(delegations)}

    def looks(self, code: str) -> str:
        """Return the property of a run that shows a delegation; nothing for one that the document does not know."""
        return self._styles.get(code, "")


def delegation_styles(delegations: Sequence[str]) -> str:
    """Return the styles of characters of the delegations of a document, in the order of their codes."""
    return "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{_style_id(at)}">'
        f'<w:name w:val="Delegation {escaped(code)}"/><w:rPr>{looks_of(at)}</w:rPr></w:style>'
        for at, code in enumerate(delegations)
    )


def looks_of(at: int) -> str:
    """Return the properties of the runs of the delegation at a place in the order of the codes."""
    slant = SLANTS[at // len(UNDERLINES) % len(SLANTS)]
    colour = COLOURS[at % len(COLOURS)]
    return f'{slant}<w:color w:val="{colour}"/><w:u w:val="{UNDERLINES[at % len(UNDERLINES)]}"/>'


def _style_id(at: int) -> str:
    return f"Delegation{at + 1}"
