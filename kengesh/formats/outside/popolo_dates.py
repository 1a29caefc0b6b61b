"""The dates of a Popolo document as dates of ours, and when a membership without an end was so.

A membership of a legislative period often has no dates but those of the period, and one that gives the day of its beginning alone
does not last beyond the period. So the day on which the person had the file says nothing of it, unless the period has no end.
"""

from __future__ import annotations

import re

from kengesh.formats.outside.popolo_file import Membership, World, reference_of
from kengesh.formats.outside.values import Told
from kengesh.terms.dates import DateError, parse_when
from kengesh.terms.messages import _

DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")


def date_of(value: object) -> str | None:
    """Return a date of a document, None where there is none. Raises DateError."""
    if value in (None, ""):
        return None
    found = DATE.fullmatch(str(value).strip())
    if found is None:
        raise DateError(
            _("expected a date such as 2013-01-31, 2013-01 or 2013, found {found!r}.").format(found=value)
        )
    return parse_when(found[1]).text


def seen_of(world: World, one: Membership, told: Told) -> str | None:
    """Return when a membership without an end was so: one of a legislative period that is over, within that period."""
    period = reference_of(one.data, "legislative_period", world.events)
    if period is None:
        return told.accessed
    try:
        start, end = (date_of(world.events.get(period, {}).get(name)) for name in ("start_date", "end_date"))
        if start is None or end is None:
            return told.accessed if start is not None else None
        return parse_when(f"[{parse_when(start).earliest}..{parse_when(end).latest}]").text
    except DateError:
        return None
