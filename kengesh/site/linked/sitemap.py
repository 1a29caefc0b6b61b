"""For search engines: which pages there are, in which languages, and when the record last said anything about each.

``/sitemap.xml`` lists the maps, one or more for each language (sitemaps.org); ``/robots.txt`` names it. A page of another day is the
same page, and is not listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from kengesh.mechanism.state import upto
from kengesh.mechanism.view import View
from kengesh.site.links import address, outside, page_of
from kengesh.site.paging import paged
from kengesh.site.reading import Reading
from kengesh.site.setting_out import sections_of
from kengesh.site.shows import File
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import SOURCE_LANGUAGE

XML = "application/xml; charset=utf-8"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IN_A_MAP = 2_000  # pages: each is listed with nine languages, in some three kilobytes


def site_map_index(request: HttpRequest, reading: Reading) -> File:
    """List the maps."""
    here = outside(request)
    count = max(1, -(-len(_pages(reading.view)) // IN_A_MAP))
    lines = [
        f"<sitemap><loc>{escape(f'{here}/{language}/sitemap.xml?page={number}')}</loc></sitemap>"
        for language in LANGUAGES
        for number in range(1, count + 1)
    ]
    return _file("sitemapindex", "", lines)


def site_map(request: HttpRequest, reading: Reading) -> File:
    """List the pages in one language, each with its other languages."""
    pages = paged(reading, _pages(reading.view), IN_A_MAP)
    lines = [_page(outside(request), reading.language, page, at) for page, at in pages.rows]
    return _file("urlset", ' xmlns:xhtml="http://www.w3.org/1999/xhtml"', lines)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let every program read every page, as of now; what is for programs has its own description, and need not be searched for."""
    lines = ["User-agent: *", "Disallow: /api/", "Disallow: /record/"]
    lines += [
        f"Disallow: /*{sign}{clock}=" for clock in ("on", "known_at", "reported_by", "cite") for sign in "?&"
    ]
    lines += ["", f"Sitemap: {outside(request)}/sitemap.xml", ""]
    headers = {"Cache-Control": "max-age=3600"}
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8", headers=headers)


def _pages(view: View) -> list[tuple[str, str]]:
    """Return the pages that there are, without their language, each with the moment of the last entry that speaks of it."""
    return view.once(("pages",), lambda: _look_for_pages(view))


def _look_for_pages(view: View) -> list[tuple[str, str]]:
    last: dict[str, int] = {}
    for filed in view.state.by_thing:
        for thing, numbers in filed.items():
            told, page = upto(numbers, view.limit), page_of(view, thing)
            if page is not None and told:
                last[page] = max(last.get(page, 0), told[-1])
    folders = {page.partition("/")[0]: page for page in last}
    there = {folder for folder, page in folders.items() if _is_there(page)}
    latest = view.state.at[view.size - 1] if view.size else ""
    front = [(page, latest) for page in ("", *sections_of(view)) if _is_there(page)]
    things = [(page, number) for page, number in sorted(last.items()) if page.partition("/")[0] in there]
    return [*front, *((page, view.state.at[view.state.entry_of(number)[0]]) for page, number in things)]


def _is_there(page: str) -> bool:
    """Say whether a page is one that the site shows."""
    try:
        resolve(address(SOURCE_LANGUAGE, page))
    except Resolver404:
        return False
    return True


def _page(here: str, language: str, page: str, at: str) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(other)} href={quoteattr(here + address(other, page))}/>'
        for other in LANGUAGES
    )
    changed = f"<lastmod>{escape(at)}</lastmod>" if _is_moment(at) else ""
    return f"<url><loc>{escape(here + address(language, page))}</loc>{changed}{others}</url>"


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _file(name: str, more: str, lines: Sequence[str]) -> File:
    body = "\n".join(lines)
    return File(
        f'<?xml version="1.0" encoding="utf-8"?>\n<{name} xmlns="{SITEMAP}"{more}>\n{body}\n</{name}>\n'.encode(),
        XML,
    )
