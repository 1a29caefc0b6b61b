"""Short forms of names for places where a name has no room: the fewest first letters that keep them apart."""

from __future__ import annotations

from collections.abc import Mapping

LEAST, MOST = 2, 3


def abbreviations(names: Mapping[str, str]) -> dict[str, str]:
    """Return a short form for every name, by the same keys; names that begin alike get a number after it.

    >>> abbreviations({"observer": "observer", "partner": "partner", "party": "party"})
    {'observer': 'ob', 'partner': 'pa1', 'party': 'pa2'}
    """
    return {key: _short(key, names) for key in names}


def _short(key: str, names: Mapping[str, str]) -> str:
    name = _letters(names[key])
    others = [_letters(other) for one, other in names.items() if one != key]
    for length in range(LEAST, MOST + 1):
        if not any(other.startswith(name[:length]) for other in others):
            return name[:length]
    alike = sorted(one for one, other in names.items() if _letters(other)[:LEAST] == name[:LEAST])
    return f"{name[:LEAST]}{alike.index(key) + 1}"


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
