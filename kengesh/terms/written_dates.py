"""Dates in words, in nine languages: our own forms, the same on every machine.

The words stand in ``kengesh.terms.date_forms``. Patterns never inflect a date: where a language would, they use a label
and a colon. Some dates end in a full stop (Russian г.), so a sentence should not end with one.

``2019-03-23/2022-09-17`` is written by its first and its **last** day, 23 March 2019 – 16 September
2022, since readers count days, not bounds. Where a bound is not a plain day, the bounds themselves are written.
"""

from __future__ import annotations

from datetime import date

from kengesh.terms.date_forms import FORMS, Forms
from kengesh.terms.dates import Edge, Kind, When, when_day
from kengesh.terms.edtf import day_before


def format_day(when: When | date, language: str) -> str:
    """Write a date in words. Raises KeyError for a language that is not one of ours.

    >>> from kengesh.terms.dates import parse_when
    >>> format_day(parse_when("2023-02-09/2023-02-11"), "en")
    '9–10 February 2023'
    """
    forms = FORMS[language]
    if isinstance(when, date):
        when = when_day(when)
    if when.kind is Kind.INTERVAL:
        return _interval(when, forms)
    if when.kind is Kind.WITHIN:
        return _within(when, forms)
    return _single(when, forms, alone=True)


def _single(when: When, forms: Forms, alone: bool) -> str:
    year, _, rest = when.text.rstrip("~?").partition("-")
    month, _, day = rest.partition("-")
    if day:
        written = _day(forms, int(year), int(month), str(int(day)))
    elif month:
        written = forms.month.format(month=forms.month_name(int(month), lone=alone), year=int(year))
    else:
        written = forms.year.format(year=int(year))
    pattern = forms.about if when.approximate else forms.uncertain if when.uncertain else "{date}"
    return pattern.format(date=written)


def _day(forms: Forms, year: int, month: int, day: str) -> str:
    return forms.day.format(day=day, month=forms.month_name(month), year=year)


def _filled(pattern: str, first: When | None, last: When | None, forms: Forms) -> str:
    words = {}
    for name, side in (("first", first), ("last", last)):
        if side is not None:
            words[name] = _single(side, forms, alone=True)
            words[f"of_{name}"] = _single(side, forms, alone=False)
    return pattern.format(**words)


def _within(when: When, forms: Forms) -> str:
    if when.first and when.last:
        return _filled(forms.within, when.first, when.last, forms)
    return _filled(forms.at_earliest if when.first else forms.at_latest, when.first, when.last, forms)


def _interval(when: When, forms: Forms) -> str:
    first, last = when.first, when.last
    if first and last:
        day, last_day = _plain_day(first), day_before(_plain_day(last))
        return _days(day, last_day, forms) if day and last_day else _filled(forms.lasted, first, last, forms)
    parts = [_filled(forms.since, first, None, forms)] if first else []
    last_day = day_before(_plain_day(last)) if last else None
    last = when_day(last_day) if last_day else last
    parts += [_filled(forms.until, None, last, forms)] if last else []
    parts += [forms.no_beginning] if when.start.edge is Edge.UNKNOWN else []
    parts += [forms.no_end] if when.end.edge is Edge.UNKNOWN else []
    return "; ".join(parts) or forms.always


def _plain_day(when: When) -> date | None:
    plain = when.kind is Kind.DAY and not when.approximate and not when.uncertain
    return when.earliest if plain else None


def _days(first: date, last: date, forms: Forms) -> str:
    if first == last:
        return _day(forms, first.year, first.month, str(first.day))
    if (first.year, first.month) == (last.year, last.month):
        return _day(forms, first.year, first.month, f"{first.day}–{last.day}")
    return " – ".join(_day(forms, one.year, one.month, str(one.day)) for one in (first, last))
