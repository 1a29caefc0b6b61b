"""The form asks for one file or a pasted text, refuses with a sentence beside the field, and is there on this machine alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from tests.site.drafts.filling import DRAFT, file, pasted


@pytest.fixture
def settings_off(site: Any) -> Iterator[None]:
    from django.test import override_settings  # noqa: PLC0415

    from kengesh.site.page import shelf  # noqa: PLC0415

    shelf.clear()
    with override_settings(KENGESH_TEXTS=False):
        yield
    shelf.clear()


def faults(site: Any, fields: dict[str, Any]) -> dict[str, str]:
    """Return the faults by field; each is announced, stands beside its field, and is what the field is described by."""
    response = site.post("/en/check-draft", fields)
    page = response.content.decode()
    assert response.status_code == 400 and response.headers["Cache-Control"] == "no-store"
    assert 'role="alert"' in page and "Nothing was checked." in page
    found = {
        name: unescape(words) for name, words in re.findall(r'id="fault-([a-z]+)">(.*?)</p>', page, re.S)
    }
    for name in found:
        assert f'aria-describedby="fault-{name}"' in page and f'<a href="#{name}">' in page
    return found


def test_every_field_has_a_label_and_the_form_says_that_nothing_is_stored(shown: Any) -> None:
    page = shown("/en/check-draft").partition("<main")[2]
    assert set(re.findall(r'<label for="(\w+)"', page)) == {"file", "text", "language"}
    assert "Nothing is stored and nothing is sent on" in page and "no opinion is judged" in page


def test_the_page_is_none_of_the_record(shown: Any, site: Any) -> None:
    page = shown("/en/check-draft?on=2020-01-01")
    assert 'class="clocks"' not in page and "colophon__citation" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert "check-draft" not in site.get("/en/sitemap.xml").content.decode()


def test_the_menu_leads_to_it_and_marks_it(shown: Any) -> None:
    assert '<a href="/tr/check-draft">' in shown("/tr/meetings")
    assert '<a href="/tr/check-draft" aria-current="page">' in shown("/tr/check-draft")


def test_neither_and_both_are_refused(site: Any) -> None:
    assert faults(site, {}) == {"file": "Choose a file, or paste the text below."}
    both = faults(site, pasted() | {"file": file("draft.txt", DRAFT.encode())})
    assert both == {"text": "There is a file and a pasted text; send one of them."}


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("draft.docx", b"PK\x03\x04 cut", "draft.docx"),
        ("draft.pdf", b"%PDF-1.7", "save it as one of these"),
        ("draft.txt", b"\xff\xff\xff", "not UTF-8"),
        ("draft.txt", b"\n", "no text"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
    site: Any, name: str, data: bytes, says: str
) -> None:
    found = faults(site, {"file": file(name, data)})
    assert set(found) == {"file"} and says in found["file"]


def test_a_language_that_is_not_read_is_refused(site: Any) -> None:
    assert set(faults(site, pasted(language="kk"))) == {"language"}


def test_what_was_pasted_is_still_there_when_it_is_refused(site: Any) -> None:
    page = site.post("/en/check-draft", pasted(language="kk")).content.decode()
    assert DRAFT.splitlines()[0] in page


def test_a_file_that_is_too_large_is_refused(site: Any) -> None:
    found = faults(site, {"file": file("draft.txt", b"x" * (20 * 1024 * 1024 + 1))})
    assert "20 MB" in found["file"]


def test_a_pasted_text_that_is_too_long_is_refused(site: Any) -> None:
    assert set(faults(site, pasted("A word. " * 130_000))) == {"text"}
    response = site.post("/en/check-draft", pasted("A word. " * 400_000))
    assert response.status_code == 413 and "send it as a file" in response.content.decode()


def test_of_two_files_none_is_read(site: Any) -> None:
    two = [file("a.txt", b"One."), file("b.txt", b"Two.")]
    response = site.post("/en/check-draft", {"file": two, "text": ""})
    assert (response.status_code, b"send one" in response.content) == (413, True)


def test_a_form_that_another_site_sends_is_not_read(site: Any) -> None:
    for headers in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        response = site.post("/en/check-draft", pasted(), headers=headers)
        assert response.status_code == 403 and "by the page of another site" in response.content.decode()


def test_where_it_is_off_the_page_says_how_to_run_it_and_reads_nothing(site: Any, settings_off: None) -> None:
    for response in (site.get("/en/check-draft"), site.post("/en/check-draft", pasted())):
        page = response.content.decode()
        assert response.status_code == 404
        assert (
            "kengesh check-draft paper.docx" in page and "<form method" not in page and "Tashkent" not in page
        )
    assert "/en/check-draft" not in site.get("/en/about").content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(site: Any, method: str) -> None:
    assert getattr(site, method)("/en/check-draft").status_code == 405
