"""The line that says how to cite the draft, held against itself and against the notes: the year that it gives first.

A number such as ``No. 2025/109``, a full date, a day that would lie after the day on which the line was made ("accessed"), and notes
newer than the year, each speak against the year. That the newest note is of an earlier year is said beside them, never alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kengesh.formats.drafts.days import YEAR, Named, named_in
from kengesh.formats.drafts.values import Draft, Finding, Sort
from kengesh.terms.dates import parse_when
from kengesh.terms.messages import _, language_in_use
from kengesh.terms.written_dates import format_day

_OWN_YEAR = re.compile(rf"(?<![\d/-])\(?({YEAR})[a-z]?\)?(?=\s*[.,:]|\s*[\"“«])")
_NUMBER = re.compile(rf"(?:\bno\.?|№|\bsayı|\bissue|\bnumber)\s*:?\s*({YEAR})\s*[/-]\s*\d+", re.IGNORECASE)
_ACCESSED = re.compile(r"\b(?:erişim|accessed|retrieved|дата обращения)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A citation line: its own year, the number's, the dates in it, and the days on which it was looked up."""

    year: int
    number: re.Match[str] | None
    days: tuple[Named, ...]
    accessed: tuple[Named, ...]


def citation_years(draft: Draft) -> list[Finding]:
    """Return a finding for each citation line whose year something else contradicts."""
    found = []
    for line in draft.citation:
        read = _read(line, draft.language)
        against = _against(read, draft) if read else []
        if read and against:
            says = [_("The citation line gives the year {year}.").format(year=read.year), *against]
            newest = _newest_note(draft)
            if newest and int(newest[:4]) < read.year:
                says.append(_("The newest dated note is of {day}.").format(day=_written(newest)))
            found.append(
                Finding(Sort.YEAR_AGAINST_DATE, " ".join(says), None, (), str(read.year), "citation")
            )
    return found


def _read(line: str, language: str) -> _Line | None:
    line = _ADDRESS.sub(" ", line)
    cut = _ACCESSED.search(line)
    cited, looked_up = (line[: cut.start()], line[cut.start() :]) if cut else (line, "")
    year = _OWN_YEAR.search(cited)
    if year is None:
        return None
    days = tuple(day for day in named_in(cited, language) if day.start != year.start(1))
    return _Line(int(year[1]), _NUMBER.search(cited), days, named_in(looked_up, language))


def _against(line: _Line, draft: Draft) -> list[str]:
    says = []
    if line.number and int(line.number[1]) != line.year:
        says.append(_("Its number says another year: {words}.").format(words=line.number[0]))
    for day in line.days:
        if day.month and day.year and day.year != line.year:
            says.append(_("Its date is of another year: {words}.").format(words=day.text))
        when = day.dated(line.year).when if day.month and day.year is None else None
        looked_up = [one.dated().when for one in line.accessed if one.year and one.month and one.day]
        if when and looked_up and looked_up[0] and "/" not in when and when > looked_up[0]:
            says.append(
                _("Its day ({words}) would lie in that year after {accessed}, when it was looked up.").format(
                    words=day.text, accessed=_written(looked_up[0])
                )
            )
    newest = _newest_note(draft)
    if newest and int(newest[:4]) > line.year:
        says.append(_("A note is newer: {day}.").format(day=_written(newest)))
    return says


def _newest_note(draft: Draft) -> str | None:
    dates = [note.published for note in draft.notes if note.published]
    return max(dates, key=lambda text: (parse_when(text).earliest is not None, text)) if dates else None


def _written(day: str) -> str:
    return format_day(parse_when(day), language_in_use())
