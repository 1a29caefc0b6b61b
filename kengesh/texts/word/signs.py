"""Signs that a file writes by the place of a glyph in a font (``w:sym``), as letters.

The fonts Symbol and Wingdings number their glyphs as they like, in a private range. What texts use of them is in these
tables, which are those of the Unicode Consortium's ``SYMBOL.TXT`` and of Wingdings' published chart; the rest stays as it is.
"""

from __future__ import annotations

_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)
_SURROGATES = range(0xD800, 0xE000)


def sign(font: str, code: str) -> str | None:
    """Return the letter of a glyph; None where no letter is known for it."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    table = _FONTS.get(font.casefold())
    if table is not None:
        return table.get(number & 0xFF) or (
            chr(number) if 0x20 <= number < 0x7F and font.casefold() == "symbol" else None
        )
    if number in _PRIVATE or number in _SURROGATES or not 0x20 <= number <= 0xFFFF:
        return None
    return chr(number)
