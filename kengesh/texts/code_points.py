"""Letters by their numbers in Unicode: what an editorial difference is, where both forms look the same on paper."""

from __future__ import annotations

NONE = "—"


def code_points(base: str, filed: str) -> str:
    """Return the letters that differ by their numbers in Unicode, since they often look the same.

    >>> code_points("a", "\N{CYRILLIC SMALL LETTER A}")
    'U+0061 → U+0430'
    """
    if len(base) == len(filed):
        pairs = [(old, new) for old, new in zip(base, filed, strict=True) if old != new]
    elif set(base) == set(filed):  # two blanks where there was one
        pairs = [(base, filed)]
    else:
        pairs = [("".join(sorted(set(base) - set(filed))), "".join(sorted(set(filed) - set(base))))]
    return "; ".join(dict.fromkeys(f"{_points(old)} → {_points(new)}" for old, new in pairs))


def _points(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters) or NONE
