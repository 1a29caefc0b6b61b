"""The entries of the log as a feed."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring

from kengesh.mechanism.record import Mechanism
from kengesh.site.feeds.entries import ON_A_PAGE

A = "{http://www.w3.org/2005/Atom}"


def feed(site: Any, address: str) -> Element:
    response = site.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return fromstring(response.content)


def link(element: Element, rel: str) -> str | None:
    found = [one.get("href") for one in element.findall(f"{A}link") if one.get("rel") == rel]
    assert len(found) <= 1
    return found[0] if found else None


def test_the_feed_has_the_last_entries_each_with_what_the_standard_wants(
    site: Any, record: Mechanism
) -> None:
    found = feed(site, "/en/entries.atom")
    entries = found.findall(f"{A}entry")
    last = record.log.size - 1
    assert len(entries) == ON_A_PAGE
    for number, entry in zip(range(last, last - ON_A_PAGE, -1), entries, strict=True):
        assert link(entry, "alternate") == f"http://127.0.0.1/en/log/{number}"
        assert entry.findtext(f"{A}updated") == record.ask("entry", entry=number)["entry"]["at"]
        assert entry.findtext(f"{A}title") and entry.findtext(f"{A}summary")
        assert entry.findtext(f"{A}author/{A}name")
    assert found.findtext(f"{A}updated") == entries[0].findtext(f"{A}updated")
    assert link(found, "self") == "http://127.0.0.1/en/entries.atom"


def test_the_pages_of_the_feed_have_every_entry_once(site: Any, record: Mechanism) -> None:
    address, ids = "http://127.0.0.1/en/entries.atom", []
    while address:
        page = feed(site, address.removeprefix("http://127.0.0.1"))
        ids += [entry.findtext(f"{A}id") for entry in page.findall(f"{A}entry")]
        address = link(page, "next") or ""
    assert len(ids) == len(set(ids)) == record.log.size


def test_an_entry_keeps_its_id_in_every_language_and_as_the_log_grows(site: Any, record: Mechanism) -> None:
    now = feed(site, "/en/entries.atom?page=2").find(f"{A}entry")
    number = record.log.size - 1 - ON_A_PAGE
    then = feed(site, f"/tr/entries.atom?known_at={number + 1}").find(f"{A}entry")
    assert now is not None and then is not None
    assert now.findtext(f"{A}id") == then.findtext(f"{A}id")


def test_a_feed_of_a_log_without_entries_is_a_feed(site: Any) -> None:
    found = feed(site, "/en/entries.atom?known_at=0")
    assert found.findtext(f"{A}updated")
    assert not found.findall(f"{A}entry")


def test_a_page_that_there_is_not_is_refused(site: Any) -> None:
    assert site.get("/en/entries.atom?page=9999").status_code == 400
    assert site.get("/en/entries.atom?page=%00").status_code == 400


def test_the_feed_may_be_read_by_pages_of_other_sites(site: Any) -> None:
    assert site.get("/en/entries.atom").headers["Access-Control-Allow-Origin"] == "*"
