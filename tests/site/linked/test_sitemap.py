"""What search engines are told."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

from kengesh.terms.languages import LANGUAGES

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
X = "{http://www.w3.org/1999/xhtml}"


def path(address: str | None) -> str:
    parts = urlsplit(address or "")
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_robots_are_told_where_the_map_is(site: Any) -> None:
    response = site.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://127.0.0.1/sitemap.xml" in response.content.decode()


def test_the_index_lists_a_map_for_each_language(site: Any) -> None:
    index = fromstring(site.get("/sitemap.xml").content)
    maps = [path(one.text) for one in index.iter(f"{S}loc")]
    assert [one.split("/")[1] for one in maps] == list(LANGUAGES)
    assert all(site.get(one).status_code == 200 for one in maps)


def test_every_sort_of_page_in_the_map_is_there(site: Any) -> None:
    pages = [path(one.findtext(f"{S}loc")) for one in fromstring(site.get("/tr/sitemap.xml").content)]
    assert len(pages) == len(set(pages)) > 500
    sorts: dict[str, list[str]] = {}
    for one in pages:
        sorts.setdefault(one.split("/")[2], []).append(one)
    for some in sorts.values():
        for one in some[:4]:
            assert site.get(one).status_code == 200, one


def test_a_page_is_listed_with_all_its_languages_and_when_the_record_last_spoke_of_it(site: Any) -> None:
    page = next(
        one
        for one in fromstring(site.get("/kk/sitemap.xml").content)
        if "states/KAZ" in str(one.findtext(f"{S}loc"))
    )
    assert [one.get("hreflang") for one in page.findall(f"{X}link")] == list(LANGUAGES)
    assert page.findall(f"{X}link")[1].get("href") == "http://127.0.0.1/tr/states/KAZ"
    assert str(page.findtext(f"{S}lastmod")).endswith("Z")


def test_the_address_of_a_thing_leads_to_a_page_in_the_language_of_the_reader(site: Any) -> None:
    response = site.get("/id/KAZ?on=2020-01-01", headers={"Accept-Language": "kk"})
    assert response.status_code == 303
    assert response.headers["Location"] == "http://127.0.0.1/kk/states/KAZ?on=2020-01-01"
    assert site.get("/id/no-such-thing").status_code == 404
