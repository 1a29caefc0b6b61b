"""A small negotiation for the tests of the tables: six delegations on four paragraphs, then two decisions, then a new file."""

from __future__ import annotations

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.deciding.resolve import resolve
from kengesh.texts.decisions import Deciding, Decision
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.rolling import RollingText
from tests.texts.compiling_cases import FIVE, FOUR, SEVEN, SIX, files, rolled, text

SECRETARIAT = "Further decide to create a Secretariat;"
UNION = "5. Agree to study options for a regional transport union;"
AT = "2026-11-03T09:00:00Z"


def submissions() -> list[Submission]:
    """KAZ and UZB change 5 and add a paragraph; TKM deletes 4; TJK rewrites 5; AZE moves 6 and reserves; KGZ merges 5 and 6."""
    comment = Explicit("comment", "6", text="Depends on 9.")
    reserve = Explicit("reserve", "6", reservation="pending-capital")
    merged = FIVE.replace("logistics", "logistics and customs") + SIX.removeprefix("6.")
    return [
        files("KAZ", FOUR, FIVE.replace("joint", "common"), SIX, SEVEN, SECRETARIAT, at=AT, acts=(comment,)),
        files("UZB", FOUR, FIVE.replace("joint", "unified").replace(" by 2028", ""), SIX, SEVEN, SECRETARIAT),
        files("TKM", FIVE, SIX, SEVEN, acts=(Explicit("retain", "5", "joint"),)),
        files("TJK", FOUR, UNION, SIX, SEVEN),
        files("AZE", FOUR, FIVE, SEVEN, SIX, acts=(reserve,)),
        files("KGZ", FOUR, merged, SEVEN),
    ]


def first_version() -> RollingText:
    """What the six come to."""
    return rolled(text(FOUR, FIVE, SIX, SEVEN), *submissions())


def decisions(first: RollingText) -> list[Decision]:
    """UZB's word is taken and its new paragraph; TKM's deletion too; TJK withdraws its alternative."""
    place = next(region.id for _, region in first.regions() if region.base == "joint")
    return [
        Decision(decides=Deciding.CHOOSE, place=place, take="UZB"),
        Decision(decides=Deciding.CHOOSE, place="7 bis", take="UZB"),
        Decision(decides=Deciding.CHOOSE, place="4", take="TKM"),
        Decision(decides=Deciding.WITHDRAW, delegation="TJK", place="5"),
    ]


def series() -> tuple[list[RollingText], list[Decision]]:
    """Four versions: as compiled, after two decisions, after two more, and after AZE filed anew without its move."""
    first = first_version()
    taken = decisions(first)
    second = resolve(first, taken[:2])
    third = resolve(second, taken[2:])
    again = [f"{unit.number} {unit.text}" for unit in third.base.units]
    fourth = compile_text(third.base, [files("AZE", *again, order=7)], earlier=third)
    return [first, second, third, fourth], taken
