"""Write ``kengesh/terms/data/states.json``: the codes of ISO 3166-1 alpha-3 with their names in nine languages.

    python tools/make_states.py

Names are the short names of Unicode CLDR, taken through Babel, which only this tool needs. Codes are found through
CLDR's aliases of territories (``KAZ`` for ``KZ``), less those that ISO 3166-1 does not assign: withdrawn codes (two or
more successors, or listed here), exceptional reservations and CLDR's own private codes. There are 249 left.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import babel
from babel.core import Locale, get_cldr_version, get_global

from kengesh.terms.languages import LANGUAGES

ASSIGNED = 249
RESERVED = [
    "ASC",
    "CPT",
    "DGA",
    "QUU",
    "TAA",
    "XAA",
    "XBB",
    "XKK",
    "ZZZ",
]  # exceptionally, or private to CLDR
WITHDRAWN = ["BUR", "CSK", "DDR", "FXX", "TMP", "VDR", "YMD", "ZAR"]
NOT_ASSIGNED = frozenset([*RESERVED, *WITHDRAWN])
TARGET = Path(__file__).parent.parent / "kengesh" / "terms" / "data" / "states.json"


def main() -> int:
    """Write the file and say how many states it has."""
    TARGET.write_text(states_file(), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {ASSIGNED} states in {len(LANGUAGES)} languages, {source()}")
    return 0


def states_file() -> str:
    """Return the text of the file, one state a line. Raises ValueError when the count is not that of ISO 3166-1."""
    codes = assigned_codes()
    if len(codes) != ASSIGNED:
        raise ValueError(f"expected {ASSIGNED} codes, found {len(codes)}: {' '.join(codes)}")
    rows = [
        f"{json.dumps(code)}: {json.dumps(names_of(two), ensure_ascii=False)}" for code, two in codes.items()
    ]
    return f'{{"source": {json.dumps(source())},\n"states": {{\n' + ",\n".join(rows) + "\n}}\n"


def source() -> str:
    """Name the version of CLDR from which the names come."""
    return f"Unicode CLDR {get_cldr_version()}, through Babel {babel.__version__}"


def assigned_codes() -> dict[str, str]:
    """Return the assigned alpha-3 codes in order, each with its alpha-2 code."""
    territories = Locale("en").territories
    aliases = get_global("territory_aliases")
    return {
        code: to[0]
        for code, to in sorted(aliases.items())
        if len(code) == 3
        and code.isalpha()
        and len(to) == 1
        and to[0] in territories
        and code not in NOT_ASSIGNED
    }


def names_of(two: str) -> dict[str, str]:
    """Return a territory's CLDR name in each of our languages."""
    return {language: Locale(language).territories[two] for language in LANGUAGES}


if __name__ == "__main__":
    sys.exit(main())
