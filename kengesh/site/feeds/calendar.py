"""Meetings and due days as a calendar (iCalendar, RFC 5545), honest about days that are not known.

====================================  =======================================================================================
what the record has                   what the calendar has
====================================  =======================================================================================
a day, or from one day to another     an event of those whole days
a month, ``[A..B]``, ``2025~`` ...    a tentative event over all possible days, which says so in words
``[..B]`` or ``[A..]``                a tentative event on the one day that is known, which says so
sources that differ                   a tentative event over all days that they give, which says so
no day                                nothing: how many are left out is said in the description of the calendar
held                                  CONFIRMED where the day is sure
planned, postponed to a day           TENTATIVE
cancelled, not held, put off          CANCELLED, on the day announced last
====================================  =======================================================================================

An event's UID is made of the log's origin and the thing; its SEQUENCE is the number of the last act that it rests on, and its stamps
are when that was entered: the same record gives the same calendar, on any server, at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from icalendar import Calendar, Event, vDate, vText, vUri

from kengesh import __version__
from kengesh.mechanism.words import STATE_WORDS, shown
from kengesh.site.feeds.following import lasting_id
from kengesh.site.feeds.spans import Span, span_of
from kengesh.site.links import outside
from kengesh.site.reading import Reading
from kengesh.site.shows import File
from kengesh.terms.messages import _, ngettext

ICS = "text/calendar; charset=utf-8"


def all_meetings(request: HttpRequest, reading: Reading) -> File:
    """Give the calendar of all meetings, and of the days at which something is due."""
    meetings = [_meeting(request, reading, row) for row in reading.ask("meetings")["answer"]]
    rows = [*reading.ask("commitments")["answer"], *reading.ask("proposals")["answer"]]
    due = [_due(request, reading, row) for row in rows if row["due"]]
    title = reading.reader.words((reading.described or {}).get("title")) or _("A record")
    return _file(reading, [*meetings, *due], _("{record}: meetings and due days").format(record=title))


def one_meeting(request: HttpRequest, reading: Reading, thing: str) -> File:
    """Give the calendar of one meeting."""
    reading.must_know(thing, "meeting")
    rows = reading.ask("meeting", meeting=thing)["answer"]
    return _file(reading, [_meeting(request, reading, row) for row in rows], reading.reader.name(thing))


def _meeting(request: HttpRequest, reading: Reading, row: Mapping[str, Any]) -> Event | None:
    """Return the event of a meeting, None where no day of it is known."""
    announced = [one["on"] for one in row["planned"] if one["on"]]
    days = [row["on"]] if row["on"] else row["differing"].get("on") or announced[-1:]
    span = span_of(days)
    if span is None:
        return None
    reader, state = reading.reader, row["state"]
    put_off = state == "postponed" and not row["on"]
    event = _event(request, reading, row, span, f"meeting/{row['id']}", days)
    _say(event, "SUMMARY", reader.name(row["id"], row["on"]), reader.named(row["id"], row["on"]).language)
    if state in ("cancelled", "not-held") or put_off:
        event["STATUS"] = vText("CANCELLED")
    else:
        event["STATUS"] = vText("CONFIRMED" if state == "held" and span.sure else "TENTATIVE")
    where = [reader.words(row["venue"]), reader.name(row["place"], row["on"])]
    if any(where):
        event["LOCATION"] = vText(", ".join(filter(None, where)))
    if row["series"]:
        event["CATEGORIES"] = vText(reader.name(row["series"]))
    says = [_("State of the meeting: {state}").format(state=shown(STATE_WORDS, state))]
    if row["host"]:
        says.append(_("Host: {host}").format(host=reader.name(row["host"])))
    _describe(event, [*says, *_of_days(reading, span, days), *_says_who(reading, row)])
    return event


def _due(request: HttpRequest, reading: Reading, row: Mapping[str, Any]) -> Event | None:
    """Return the event of the day by which something was to be done."""
    span = span_of([row["due"]])
    if span is None:
        return None
    spoken = reading.reader.spoken(row["what"])
    event = _event(request, reading, row, span, f"due/{row['id']}", [row["due"]])
    _say(
        event,
        "SUMMARY",
        _("Due: {what}").format(what=spoken.text or reading.reader.name(row["id"])),
        spoken.language,
    )
    event["STATUS"] = vText("CONFIRMED" if span.sure else "TENTATIVE")
    event["CATEGORIES"] = vText(_("Due days"))
    stands = shown({}, row.get("outcome") or row.get("fate"))
    says = [
        _("By: {parties}").format(parties=reading.reader.names(row["by"] or ())),
        _("How it stands: {state}").format(state=stands),
    ]
    _describe(event, [*says, *_of_days(reading, span, [row["due"]]), *_says_who(reading, row)])
    return event


def _event(
    request: HttpRequest, reading: Reading, row: Mapping[str, Any], span: Span, what: str, days: Sequence[str]
) -> Event:
    event = Event()
    event["UID"] = vText(str(lasting_id(reading, what)))
    number, at = _last(reading, row)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", number)
    event["DTSTART"] = vDate(span.start)
    event["DTEND"] = vDate(span.end)
    event["DTSTART"].params["VALUE"] = "DATE"
    event["DTEND"].params["VALUE"] = "DATE"
    event["TRANSP"] = vText("TRANSPARENT")
    href = reading.href_of(row["id"])
    if href:
        event["URL"] = vUri(outside(request) + href)
    return event


def _last(reading: Reading, row: Mapping[str, Any]) -> tuple[int, datetime]:
    """Return the number of the last act that a row rests on, and when it was entered."""
    found = [act.act for act in map(reading.view.find, row["acts"]) if act is not None]
    found = found or [reading.view.store.act(0)]
    last = max(found, key=lambda act: act.number)
    return last.number, datetime.fromisoformat(last.at).astimezone(UTC)


def _of_days(reading: Reading, span: Span, days: Sequence[str]) -> Iterator[str]:
    """Say what is known of the day, where it is not plain."""
    if span.sure:
        return
    told = [reading.reader.day(day) for day in days]
    if len(told) == 1:
        yield _("The day is not known exactly. The sources say: {day}").format(day=told[0])
    else:
        yield _("Sources differ on the day. They say: {days}").format(days=", ".join(told))


def _says_who(reading: Reading, row: Mapping[str, Any]) -> Iterator[str]:
    sure = reading.reader.certainty(row)
    if sure:
        yield _("How sure this is: {certainty}").format(certainty=sure)
    yield from (reading.reader.cite(source) for source in row["sources"])


def _say(event: Event, name: str, text: str, language: str) -> None:
    event[name] = vText(text)
    if language:
        event[name].params["LANGUAGE"] = language


def _describe(event: Event, lines: Iterable[str]) -> None:
    event["DESCRIPTION"] = vText("\n".join(lines))


def _file(reading: Reading, events: Sequence[Event | None], title: str) -> File:
    shown_ = [one for one in events if one is not None]
    calendar = Calendar()
    calendar.add("prodid", f"-//Kengesh//Kengesh {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    left = len(events) - len(shown_)
    if left:
        says = ngettext(
            "{count} meeting or due day is left out: no day of it is known.",
            "{count} meetings or due days are left out: no day of them is known.",
            left,
        )
        calendar.add("description", says.format(count=left))
        calendar.add("x-wr-caldesc", says.format(count=left))
    for event in shown_:
        calendar.add_component(event)
    name = reading.page.removesuffix(".ics").replace("/", "-")
    return File(calendar.to_ical(sorted=False), ICS, f"{name}.ics")
