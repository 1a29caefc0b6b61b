"""A page set out as HTML: what every page has (masthead, clocks, languages, notes, citation) around what this one shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.template import engines
from jinja2 import Template

from kengesh.mechanism.names import type_of
from kengesh.mechanism.view import View
from kengesh.site.citing import citation
from kengesh.site.clocks import NAMES
from kengesh.site.corridors.published import has_network
from kengesh.site.data_links import data_hrefs
from kengesh.site.linked.schema import json_ld
from kengesh.site.links import address, outside
from kengesh.site.pieces import Pieces
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.languages import LANGUAGES, NATIVE_NAMES
from kengesh.terms.messages import N_, _

HTML = "text/html; charset=utf-8"

HAVE_BRIEFS = ("meeting", "party", "instrument")

# The sections of the site in their order, each with its folder and what readers call it.
SECTIONS = {
    "meetings": N_("Meetings"),
    "states": N_("Participants"),
    "instruments": N_("Instruments"),
    "bodies": N_("Bodies"),
    "proposals": N_("Proposals"),
    "commitments": N_("Commitments"),
    "subjects": N_("Subjects"),
    "chronology": N_("Chronology"),
    "disputes": N_("Where sources differ"),
    "claims": N_("Claims"),
    "corridors": N_("Corridors"),
    "sources": N_("Sources"),
    "log": N_("The log"),
    "about": N_("About the record"),
}

# What is beside the record: pages without clocks, which no map of the site lists.
TOOLS = {"texts": N_("Texts"), "check-draft": N_("Check a draft")}


def sections_of(view: View) -> dict[str, str]:
    """Return the sections that there are: that of corridors only where the record names a network."""
    return {folder: words for folder, words in SECTIONS.items() if folder != "corridors" or has_network(view)}


def set_out(request: HttpRequest, reading: Reading, page: Page) -> str:
    """Return a page as HTML."""
    pieces = Pieces(reading).all()
    return _template(page.template).render(
        {
            **pieces,
            **_frame(request, reading, page),
            "title": page.title,
            "thing_shown": page.thing,
            **page.found,
        }
    )


def _template(name: str) -> Template:
    engine: Any = engines["jinja2"]
    template: Template = engine.env.get_template(name)
    return template


def _frame(request: HttpRequest, reading: Reading, page: Page) -> dict[str, Any]:
    """Return what the frame of every page needs."""
    clocks, view = reading.clocks, reading.view
    described = reading.described
    tail = f"?{urlencode(reading.query)}" if reading.query else ""
    return {
        "reading": reading,
        "language": reading.language,
        "languages": [
            {"code": code, "name": NATIVE_NAMES[code], "href": address(code, reading.page) + tail}
            for code in LANGUAGES
        ],
        "sections": [
            {"name": _(words), "href": reading.href(folder), "is_here": reading.page.split("/")[0] == folder}
            for folder, words in sections_of(view).items()
        ]
        + [
            {"name": _(words), "href": address(reading.language, tool), "is_here": reading.page == tool}
            for tool, words in TOOLS.items()
            if settings.KENGESH_TEXTS
        ],
        "record_title": None if described is None else described.get("title"),
        "mechanism_id": reading.body,
        "reaches": reading.reaches,
        "is_official": reading.mechanism.is_official,
        "is_past": reading.is_past,
        "on": view.on.isoformat(),
        "size": view.size,
        "clocks": clocks,
        "reported_by": clocks.reported_by,
        "known_at": clocks.known_at,
        "clocks_given": [(name, value) for name in NAMES if (value := getattr(clocks, name))],
        "asked_besides": [(name, value) for name, value in reading.query.items() if name not in NAMES],
        "words_sought": reading.query.get("q", ""),
        "now_href": address(reading.language, reading.page),
        "picture": None,
        "picture_alone": False,
        "notes": reading.notes,
        "of_the_view": reading.of_the_view,
        "is_empty": reading.is_empty,
        "origin": outside(request),
        "here": outside(request) + request.path + tail,
        "same_page": lambda **more: f"{request.path}?{urlencode({**reading.query, **more})}",
        "report_href": reading.href("report", of=reading.page + tail),
        "brief_href": _brief_href(reading, page),
        "data_hrefs": data_hrefs(reading),
        "citation": lambda: citation(request, reading, page),
        "linked_data": lambda: json_ld(outside(request), reading, page),
    }


def _brief_href(reading: Reading, page: Page) -> str | None:
    """Return where the brief of the thing that a page is about is, None where there is none or this is it."""
    if page.thing is None or reading.page.startswith("briefs/"):
        return None
    brief = type_of(reading.mechanism.view(), page.thing) in HAVE_BRIEFS
    return reading.href(f"briefs/{page.thing}") if brief else None
