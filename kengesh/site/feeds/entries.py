"""The entries of the log as an Atom feed (RFC 4287), the last first, in pages (RFC 5005).

An entry's id is a UUID made of the log's origin and the entry's number, so a reader that moves from one copy of the record to another
sees no entry twice. ``updated`` is the moment at which the entry was signed: entries are never edited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpRequest

from kengesh.mechanism.acts import Act
from kengesh.mechanism.lines import event_words
from kengesh.mechanism.words import KIND_WORDS, shown
from kengesh.site.feeds.following import lasting_id
from kengesh.site.links import outside
from kengesh.site.paging import Pages, paged
from kengesh.site.reading import Reading
from kengesh.site.shows import File
from kengesh.terms.messages import _, ngettext

ATOM = "application/atom+xml; charset=utf-8"
NAMESPACE = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ON_A_PAGE = 50
MOST_LINES = 20  # of an entry with very many acts
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOTHING_YET = (
    "1970-01-01T00:00:00Z"  # a feed must say when it was updated, also that of a log without entries
)


def entries(request: HttpRequest, reading: Reading) -> File:
    """Give the feed of entries."""
    pages = paged(reading, range(reading.view.size - 1, -1, -1), ON_A_PAGE)
    feed = Element("feed", {"xmlns": NAMESPACE, XML_LANGUAGE: reading.language})
    title = reading.reader.words((reading.described or {}).get("title")) or _("A record")
    _add(feed, "id", lasting_id(reading, "entries").urn)
    _add(feed, "title", _("{record}: latest entries").format(record=title))
    _add(feed, "updated", _updated(reading))
    author = SubElement(feed, "author")
    _add(author, "name", title)
    here = outside(request)
    for rel, href in _links(reading, pages).items():
        SubElement(feed, "link", {"rel": rel, "href": here + href, "type": ATOM.partition(";")[0]})
    SubElement(feed, "link", {"rel": "alternate", "href": here + reading.href("log"), "type": "text/html"})
    for number in pages.rows:
        feed.append(_entry(here, reading, number))
    return File(tostring(feed, encoding="utf-8", xml_declaration=True), ATOM)


def _links(reading: Reading, pages: Pages[int]) -> dict[str, str]:
    """Return the addresses of this page of the feed and of those around it."""
    first = reading.href(reading.page)
    found = {"self": pages.href(pages.page) if pages.page > 1 else first, "first": first}
    if pages.page > 1:
        found["previous"] = pages.href(pages.page - 1)
    if pages.page < pages.last:
        found["next"] = pages.href(pages.page + 1)
    return {**found, "last": pages.href(pages.last)}


def _updated(reading: Reading) -> str:
    size = reading.view.size
    return reading.view.store.entry(size - 1)[0].at if size else NOTHING_YET


def _entry(here: str, reading: Reading, number: int) -> Element:
    acts = reading.view.store.entry(number)
    kinds = list(dict.fromkeys(act.kind for act in acts))
    entry = Element("entry")
    _add(entry, "id", lasting_id(reading, f"entry/{number}").urn)
    words = ", ".join(shown(KIND_WORDS, kind) for kind in kinds)
    _add(entry, "title", _("Entry {number}: {kinds}").format(number=number, kinds=words))
    _add(entry, "updated", acts[0].at)
    for signer in acts[0].signers:
        name = _("The compilers of the record") if signer == "log" else reading.reader.name(signer)
        _add(SubElement(entry, "author"), "name", name)
    SubElement(
        entry,
        "link",
        {
            "rel": "alternate",
            "href": here + reading.href(f"log/{number}"),
            "type": "text/html",
            "hreflang": reading.language,
        },
    )
    for kind in kinds:
        SubElement(entry, "category", {"term": kind, "label": _clean(shown(KIND_WORDS, kind))})
    _add(entry, "summary", "\n".join(_lines(reading, acts)), type="text")
    return entry


def _lines(reading: Reading, acts: tuple[Act, ...] | Any) -> list[str]:
    lines = [
        event_words(reading.reader, {"kind": act.kind, "says": _says(reading, act)})
        for act in acts[:MOST_LINES]
    ]
    more = len(acts) - MOST_LINES
    if more > 0:
        says = ngettext("and {count} act more", "and {count} acts more", more)
        lines.append(says.format(count=more))
    return lines


def _says(reading: Reading, act: Act) -> Mapping[str, Any]:
    """Return what an act says; of one that is not understood nothing, since its fields may be anything."""
    kind = reading.view.state.kind_of(act.number)
    if kind is None or not kind.fits(act.fields):
        return {}
    aside = ("kind", "voice", "row", "sources", "basis", "note", "subjects")
    return {name: value for name, value in act.fields.items() if name not in aside and name in kind.shapes}


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _clean(text)


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return NOT_IN_XML.sub("", text)
