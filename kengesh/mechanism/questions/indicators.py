"""Indicators: what can be counted of how a mechanism works. Each says what it counts and lists it; there is no single score.

What sources do not say is counted apart as not known, and never as a failure. A subject, or another body, narrows what is
counted; where nothing could be counted at all (no proposal is recorded, say) the indicators of that sort are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kengesh.mechanism.answers import Answer, Row, answer, order_of, row
from kengesh.mechanism.certainty import RANKS
from kengesh.mechanism.questions.commitments import commitments
from kengesh.mechanism.questions.meetings import meeting_row, meetings
from kengesh.mechanism.questions.proposals import OPEN, proposals
from kengesh.mechanism.questions.statements import statements_of
from kengesh.mechanism.questions.timeline import subject as under_subject
from kengesh.mechanism.view import View
from kengesh.mechanism.words import INDICATOR_DEFINITION_WORDS
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _
from kengesh.terms.years import Span, between, median_of

EVERY = {
    "year": 1,
    "two-years": 2,
}  # how many calendar years a series that meets so often may take for one meeting
MISSED = ("cancelled", "not-held")
TAKEN_UP = ("take-up", "decide-on")
ADOPTED = ("adopted", "adopted-in-part")
REFUSED = ("rejected", "deferred", "dropped")
RUNNING = ("running", "done-in-part")
NOT_DONE = ("not-done", "replaced")


def indicators(view: View, body: str | None = None, subject: str | None = None) -> Answer:
    """Answer what can be counted by the view's day, of the whole record or of one body, perhaps under one subject.

    Each row is an indicator: its ``definition``, its ``count``, what was ``counted``, and what is ``not_known``. Meetings are those
    of the body's series, by default the mechanism's. ``judgements`` are what sources judge of the subject or the body.
    """
    described = view.describing()
    series = body or (described.get("mechanism") if described else None)
    rows = list(_of_meetings(view, series, subject)) if series else []
    rows += _of_proposals(view, _narrowed(view, proposals(view)["answer"], body, subject))
    rows += _of_commitments(view, _narrowed(view, commitments(view)["answer"], body, subject))
    return answer(rows, judgements=_judgements(view, series, subject))


def _of_meetings(view: View, series: str, subject: str | None) -> Iterator[Row]:
    own = [one for one in meetings(view, body=series)["answer"] if one["series"] in view.joined(series)]
    if not own:
        return
    held = [one for one in own if one["state"] == "held"]
    doubtful = [one for one in own if one["state"] == "not-known"]
    preparing = [one for one in held if one["character"] == "preparatory"]
    sessions = [one for one in held if one not in preparing]
    yield _indicator(view, "meetings-held", sessions, doubtful)
    if preparing:
        yield _indicator(view, "meetings-preparatory", preparing)
    yield _indicator(view, "meetings-missed", [one for one in own if one["state"] in MISSED], doubtful)
    yield from _years_without(view, series, [*sessions, *doubtful])
    if subject is not None:
        seen = {one["meeting"] for one in under_subject(view, subject)["answer"]}
        yield _indicator(view, "meetings-of-subject", [one for one in held if one["id"] in seen])


def _years_without(view: View, series: str, sessions: Sequence[Row]) -> Iterator[Row]:
    """Yield the indicator of the years in which a series that is to meet every year, or every two, did not.

    Only whole years count, from that of the first meeting on. Years that the sources do not reach, and years in which a meeting
    of an imprecise day may have been, are not known.
    """
    set_so = [one for one in view.of_kind("set-series") if one.get("series") in view.joined(series)]
    length = EVERY.get(set_so[-1].get("every")) if set_so else None
    days = [parse_when(one["on"]) for one in sessions if one["on"] and one["state"] == "held"]
    first = min((day.year for when in days if (day := when.latest or when.earliest)), default=None)
    if length is None or first is None:
        return
    reached = _year_reached(view)
    missed: list[Row] = []
    not_known: list[Row] = []
    for start in range(first, view.on.year - length + 1, length):
        met = {_met(one, start, start + length) for one in sessions}
        period = row(str(start) if length == 1 else f"{start}/{start + length}", [set_so[-1]])
        if Truth.YES not in met:
            sure = Truth.NOT_KNOWN not in met and start + length <= reached
            (missed if sure else not_known).append({**period, "on": period["id"]})
    yield _indicator(view, "years-without-meeting", missed, not_known)


def _year_reached(view: View) -> int:
    """Return the year in which the sources of the record end: it and later ones are not whole."""
    described = view.describing()
    reaches = described.get("reaches") if described else None
    latest = parse_when(reaches).latest if reaches else None
    return view.on.year if latest is None else latest.year


def _met(meeting: Row, start: int, end: int) -> Truth:
    """Say whether a meeting was held in the years from `start` until before `end`."""
    when = parse_when(meeting["on"]) if meeting["on"] else None
    first = when.earliest.year if when and when.earliest else 0
    last = when.latest.year if when and when.latest else end
    if last < start or first >= end:
        return Truth.NO
    sure = meeting["state"] == "held" and start <= first and last < end
    return Truth.YES if sure else Truth.NOT_KNOWN


def _of_proposals(view: View, rows: Sequence[Row]) -> Iterator[Row]:
    if not rows:
        return
    yield _by_steps(view, "proposals-made", rows, ("propose",))
    yield _by_steps(view, "proposals-taken-up", rows, TAKEN_UP)
    doubtful = [one for one in rows if one["fate"] == "not-known"]
    for id_, fates in (
        ("proposals-adopted", ADOPTED),
        ("proposals-refused", REFUSED),
        ("proposals-open", OPEN),
    ):
        yield _indicator(view, id_, [one for one in rows if one["fate"] in fates], doubtful)


def _by_steps(view: View, id_: str, rows: Sequence[Row], verbs: Sequence[str]) -> Row:
    """Return the indicator of the proposals of which such a step was surely taken; where it may have been, that is not known."""
    taken = {one["id"]: [step["on"] for step in one["steps"] if step["verb"] in verbs] for one in rows}
    sure = [one for one in rows if any(_has_come(view, on) for on in taken[one["id"]])]
    return _indicator(view, id_, sure, [one for one in rows if taken[one["id"]] and one not in sure])


def _of_commitments(view: View, rows: Sequence[Row]) -> Iterator[Row]:
    if not rows:
        return
    made = [one for one in rows if _has_come(view, one["on"])]
    yield _indicator(view, "commitments-made", made, [one for one in rows if one not in made])
    doubtful = [one for one in rows if _outcome(view, one) == "not-known"]
    for id_, outcomes in (
        ("commitments-done", ("done",)),
        ("commitments-running", RUNNING),
        ("commitments-not-done", NOT_DONE),
    ):
        yield _indicator(view, id_, [one for one in rows if _outcome(view, one) in outcomes], doubtful)
    yield _years_to_act(view, rows)


def _outcome(view: View, commitment: Row) -> str:
    """Return how a commitment stands; not known also where it was looked for in vain, or its report may be of a later day."""
    outcome = commitment["outcome"]
    on = commitment["reported_on"]
    return "not-known" if outcome == "not-found" or not _has_come(view, on) else str(outcome)


def _years_to_act(view: View, rows: Sequence[Row]) -> Row:
    """Return the years from each promise to the report that it is done; of one that runs on, the years so far."""
    today = view.on.isoformat()
    done = [{**one, "done_on": _done_on(one)} for one in rows if _outcome(view, one) == "done"]
    spans = {one["id"]: _span(one["on"], one["done_on"]) for one in done}
    known = [one for one in done if spans[one["id"]] is not None]
    running = [
        {**one, "done_on": None, **_years(_span(one["on"], today))}
        for one in rows
        if _outcome(view, one) in RUNNING
    ]
    left = [*known, *running]
    unknown = [{**one, "done_on": None} for one in rows if one["id"] not in {each["id"] for each in left}]
    median = median_of([span for span in spans.values() if span is not None])
    return _indicator(
        view,
        "years-to-act",
        [{**one, **_years(spans[one["id"]])} for one in known],
        [one for one in unknown if _outcome(view, one) not in NOT_DONE],
        running=[_brief(one) for one in running],
        median=_years(median),
    )


def _done_on(commitment: Row) -> str | None:
    """Return the day of the first report that it is done after which none says otherwise."""
    first = commitment["reported_on"]
    for report in reversed(commitment["reports"]):
        if report["outcome"] != "done":
            break
        first = report["on"]
    return None if first is None else str(first)


def _span(first: str | None, then: str | None) -> Span | None:
    return None if first is None or then is None else between(parse_when(first), parse_when(then))


def _years(span: Span | None) -> dict[str, float | None]:
    return {
        "years_least": None if span is None else round(span.least_years, 3),
        "years_most": None if span is None or span.most_years is None else round(span.most_years, 3),
    }


def _has_come(view: View, on: str | None) -> bool:
    return on is None or begun(parse_when(on), view.on) is Truth.YES


def _narrowed(view: View, rows: Iterable[Row], body: str | None, subject: str | None) -> list[Row]:
    """Return the rows under a subject, and of a body: made or dealt with at its meetings, or naming it."""
    found = [one for one in rows if subject is None or subject in one["subjects"]]
    return found if body is None else [one for one in found if _is_of(view, set(view.joined(body)), one)]


def _is_of(view: View, ids: set[str], found: Row) -> bool:
    named = {view.shown(one) for one in [*(found["by"] or ()), *(found.get("concerns") or ())]}
    at = {found["meeting"], *(step["meeting"] for step in found.get("steps", ()))} - {None}
    return bool(ids & named) or any(meeting_row(view, view.shown(one))["series"] in ids for one in at)


def _judgements(view: View, series: str | None, subject: str | None) -> list[Row]:
    """Return what sources judge: under the subject, else of the mechanism and its meetings."""
    things = [subject] if subject else [series] if series else []
    if series and not subject:
        things += [one["id"] for one in meetings(view, body=series)["answer"] if one["series"] == series]
    found = {one["id"]: one for thing in things for one in statements_of(view, thing, "judgement")}
    return sorted(found.values(), key=lambda one: (order_of(one["on"]), one["id"]))


def _indicator(
    view: View, id_: str, counted: Sequence[Row], not_known: Sequence[Row] = (), **more: Any
) -> Row:
    """Return the row of an indicator. It is as sure as the least sure of what it counts."""
    acts = [view.find(act) for one in [*counted, *not_known] for act in one["acts"]]
    ranks = [one["certainty"] for one in counted if one["certainty"] is not None]
    fields: dict[str, Any] = {
        "definition": _(INDICATOR_DEFINITION_WORDS[id_]),
        "count": len(counted),
        "counted": [_brief(one) for one in counted],
        "not_known": [_brief(one) for one in not_known],
        **more,
    }
    found = row(id_, [act for act in acts if act is not None], **fields)
    return {**found, "certainty": min(ranks, key=RANKS.index, default=None), "basis": "derived"}


def _brief(found: Row) -> Row:
    """Return of what was counted that which a reader needs to find it, and what it rests on."""
    left_out = ("steps", "reports", "measures", "planned", "differing")
    return {name: value for name, value in found.items() if name not in left_out}
