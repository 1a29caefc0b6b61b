"""What the page of such a thing shows."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.answers import row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.names import first_act, type_of
from kengesh.mechanism.near import near
from kengesh.mechanism.words import TYPE_WORDS, shown
from kengesh.site.paging import paged
from kengesh.site.reading import NotInRecord, Reading
from kengesh.site.shows import Page
from kengesh.site.things.attendances import attendances
from kengesh.terms.languages import NATIVE_NAMES

ON_A_PAGE = 100


def thing(reading: Reading, thing: str) -> Page:
    """Show what a thing is called over time, and everything dated that names it."""
    whole = reading.mechanism.view()
    if not whole.is_known(thing):
        raise NotInRecord(thing, near(whole, thing, ()))
    names = reading.ask("name", thing=thing)
    events = reading.ask("timeline", thing=thing)["answer"]
    came = attendances(reading.view, thing) if type_of(whole, thing) == "person" else []
    if came:  # told apart: the act of a meeting names all who came, and for whom each of them did
        events = [one for one in events if one["kind"] != "attend"]
    first = first_act(reading.view, thing)
    found = {
        "type": shown(TYPE_WORDS, type_of(whole, thing)),
        "names": names,
        "language_names": NATIVE_NAMES,
        "came": came,
        "pages": paged(reading, events, ON_A_PAGE),
        "said": None if first is None else row(first.id, [first], **_said(first)),
    }
    return Page("things/thing.html", _title(reading, thing), found, thing=thing)


def _title(reading: Reading, thing: str) -> str:
    """Return the name of a thing; a statement or a rule, which has none, is called by its own words."""
    name = reading.reader.named(thing)
    act = first_act(reading.view, thing)
    if name.by is None and act is not None and act.get("what"):
        return reading.reader.words(act.get("what"))
    return name.text


def _said(act: LiveAct) -> dict[str, Any]:
    """Return what the act that brings a thing into the record says of it."""
    return {
        name: act.get(name) for name in ("what", "words", "by", "person", "on", "about", "form", "of", "body")
    }
