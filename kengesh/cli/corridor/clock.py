"""Moments of the week as people type and read them: ``Tue 14:30`` for 38.5 hours after Monday midnight, local time everywhere."""

from __future__ import annotations

import re

from kengesh.cli.output import fail
from kengesh.terms.messages import N_, _

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_WORDS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MOMENT = re.compile(r"(?P<day>[A-Za-z]{3}) (?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)")


def moment_typed(text: str) -> float:
    """Return the hours from Monday midnight, or leave with a sentence."""
    found = MOMENT.fullmatch(text.strip())
    day = found["day"].capitalize() if found else ""
    if found is None or day not in DAYS:
        says = _(
            "--departs: {text} is no moment of the week: expected one such as “Tue 14:30”, with one of: {days}."
        )
        fail(says.format(text=text, days=", ".join(DAYS)))
    return DAYS.index(day) * 24 + int(found["hour"]) + int(found["minute"]) / 60


def moment(hours: float) -> str:
    """Write hours from Monday midnight as the day and the time; in later weeks with their number."""
    minutes = round(hours * 60)
    week, rest = divmod(minutes, 7 * 24 * 60)
    day, rest = divmod(rest, 24 * 60)
    told = f"{_(DAY_WORDS[day])} {rest // 60:02d}:{rest % 60:02d}"
    return _("{moment}, week {week}").format(moment=told, week=week + 1) if week else told
