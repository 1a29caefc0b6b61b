"""Which meeting words speak of: the seventh of a series, that of a year, the Tashkent summit, the summit.

=============================================  ==============================================================================
7. İstişare Toplantısı, the seventh ...        the meeting of that number
in 2024 ... the Consultative Meeting           the one that was held in that year, where there is one alone
Taşkent Zirvesi, the summit in Tashkent        the one held there: of that day, else the one spoken of last, else the only one
zirvede, the summit                            the one spoken of last, unless the dates beside it are all of other years
the next meeting                               none: it is not said which
=============================================  ==============================================================================

Where several may be meant, all are given; none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kengesh.formats.claims.verdict.meeting import held_of
from kengesh.formats.drafts.against.mentions import Mention
from kengesh.formats.drafts.against.numbers import order_before
from kengesh.formats.drafts.against.tokens import Token, tokens_of
from kengesh.formats.drafts.against.vocabulary import VOCABULARIES
from kengesh.formats.drafts.values import DayMention
from kengesh.mechanism.answers import Row
from kengesh.mechanism.questions.meetings import meeting_row, meetings
from kengesh.mechanism.view import View
from kengesh.terms.dates import compatible, parse_when

NEXT_WITHIN = 25  # letters before a name in which "the next" may stand
SUMMIT = re.compile(r"zirve(?!ler)\w*|summit|саммит(?:е|а|ом|у)?")  # one, not several
WITH_WHOM = re.compile(r"\s+(?:of|in|with|between|с|между)\b|\s+в\s")


@dataclass(frozen=True, slots=True)
class Meant:
    """Words for a meeting, and the meetings that may be meant; `by` is ``number``, ``year``, ``place`` or ``earlier``."""

    start: int
    end: int
    things: tuple[str, ...]
    by: str

    @property
    def thing(self) -> str | None:
        """The meeting, where one alone may be meant."""
        return self.things[0] if len(self.things) == 1 else None


def meetings_meant(
    view: View,
    language: str,
    small: str,
    mentions: Sequence[Mention],
    days: Sequence[DayMention],
    earlier: str | None,
) -> tuple[Meant, ...]:
    """Return the meetings that a clause names; `small` has it in small letters, `earlier` is the one spoken of last."""
    found: list[Meant] = []
    for one in mentions:
        if one.type == "body" and one.thing and _has_meetings(view, one.thing):
            found += _of_series(view, language, small, one, days)
        elif one.type == "place" and one.thing:
            found += _at_place(view, language, small, one, days, earlier)
    if not found and earlier is not None and not _of_other_years(meeting_row(view, earlier), days):
        found += _the_summit(language, small, mentions, earlier)
    return tuple(found)


def series_of(view: View) -> list[str]:
    """Return the series of which the record has numbered meetings."""
    return view.once(("draft series",), lambda: _series_of(view))


def rows_of(view: View, series: str) -> list[Row]:
    """Return the meetings of a series that were held or announced by the view's day."""
    rows = meetings(view, series)["answer"]
    return [one for one in rows if one["series"] and view.shown(one["series"]) == series]


def _series_of(view: View) -> list[str]:
    acts = [act for kind in ("hold", "convene") for act in view.of_kind(kind) if act.get("series")]
    return list(dict.fromkeys(view.shown(act.get("series")) for act in acts))


def _has_meetings(view: View, body: str) -> bool:
    return body in series_of(view)


def _of_series(
    view: View, language: str, small: str, one: Mention, days: Sequence[DayMention]
) -> Iterator[Meant]:
    before = small[: one.start]
    if VOCABULARIES[language].has("series_next", before[-NEXT_WITHIN:]):
        return
    order = order_before(before, language)
    if order is not None:
        rows = [row for row in rows_of(view, one.thing or "") if row["number"] == order[0]]
        if rows:
            yield Meant(order[1], one.end, (rows[0]["id"],), "number")
        return
    dated = _dated(held_of(view, one.thing or ""), days)
    if len(dated) == 1:
        yield Meant(one.start, one.end, (dated[0]["id"],), "year")


def _at_place(
    view: View,
    language: str,
    small: str,
    one: Mention,
    days: Sequence[DayMention],
    earlier: str | None,
) -> Iterator[Meant]:
    after = tokens_of(small[one.end : one.end + NEXT_WITHIN])[:1]
    before = tokens_of(small[max(0, one.start - NEXT_WITHIN) : one.start])[-2:]
    near = after if language == "tr" else (*after, *before)
    word = next((token for token in near if _is_summit(language, token.text)), None)
    if word is None:
        return
    rows = [row for series in main_series(view) for row in held_of(view, series) if row["place"]]
    there = [row for row in rows if view.shown(row["place"]) == one.thing]
    dated = _dated(there, days)
    if dated or len(there) < 2:
        there = dated or there
    elif earlier in {row["id"] for row in there}:
        there = [row for row in there if row["id"] == earlier]
    if there:
        yield Meant(one.start, one.end, tuple(row["id"] for row in there), "place")


def _of_other_years(row: Row, days: Sequence[DayMention]) -> bool:
    """Whether dates are named, and none is of the year of a meeting: then another summit is meant than that one."""
    years = [parse_when(one.when[:4]) for one in days if one.when]
    return bool(years and row["on"]) and not any(compatible(one, parse_when(row["on"])) for one in years)


def _the_summit(language: str, small: str, mentions: Sequence[Mention], earlier: str) -> Iterator[Meant]:
    words = VOCABULARIES[language]
    if words.has("last_meetings", small):
        return
    for token in tokens_of(small):
        before, after = small[max(0, token.start - NEXT_WITHIN) : token.start], small[token.end :]
        if not SUMMIT.fullmatch(token.text) or words.has("series_next", before):
            continue
        named = any(_touches(small, one, token) for one in mentions) or WITH_WHOM.match(after)
        if not named:
            yield Meant(token.start, token.end, (earlier,), "earlier")
            return


def _touches(small: str, one: Mention, token: Token) -> bool:
    """Whether a name stands right beside a word, or holds it: the Samarkand summit is not the one spoken of before."""
    between = small[one.end : token.start] if one.end <= token.start else small[token.end : one.start]
    return not between.strip() and one.type in ("place", "body", "party")


def _is_summit(language: str, word: str) -> bool:
    return VOCABULARIES[language].has("summit", word) is not None


def main_series(view: View) -> list[str]:
    """Return the series that are meant by the summits of a place: that of the record's own mechanism."""
    describing = view.describing()
    own = [] if describing is None else [view.shown(describing.get("mechanism"))]
    return [one for one in own if one in series_of(view)] or series_of(view)


def _dated(rows: Sequence[Row], days: Sequence[DayMention]) -> list[Row]:
    whens = [parse_when(one.when) for one in days if one.when]
    return [row for row in rows if row["on"] and any(compatible(one, parse_when(row["on"])) for one in whens)]
