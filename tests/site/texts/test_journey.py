"""A host's secretary chooses the files of the delegations in a browser, and has the rolling text: shown, or as Word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from kengesh.terms.states import state_name
from tests.site.test_accessibility import OUTSIDE_320, violations
from tests.site.texts.filling import BASE, DELEGATIONS, EXAMPLE

pytestmark = pytest.mark.tools


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    context = browser.new_context(accept_downloads=True, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def reading(browser: Any) -> Iterator[Any]:
    """A page in a browser with scripts, which axe needs."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def choose(page: Any, served: str, language: str, *delegations: str) -> None:
    """Fill the form in as a person does: states by their names, files by the labels of their fields."""
    page.goto(f"{served}/{language}/texts")
    page.locator("#base").set_input_files(BASE)
    for row, code in enumerate(delegations, 1):
        page.locator(f"#state-{row}").select_option(label=state_name(code, language))
        page.locator(f"#file-{row}").set_input_files(EXAMPLE / f"{code}.docx")


@pytest.mark.parametrize("language", ["en", "tr", "kk"])
def test_a_secretary_has_the_rolling_text_of_six_delegations(page: Any, served: str, language: str) -> None:
    page.goto(f"{served}/{language}/")
    page.locator(f'.sections a[href="/{language}/texts"]').click()
    choose(page, served, language, *DELEGATIONS)
    page.locator(".texts__send").click()
    text = page.locator("article.text")
    assert "[joint / KAZ: common / TJK, UZB: unified / TKM: —]" in text.inner_text()
    assert page.locator("#by-paragraph tbody tr").count() > 20
    assert state_name("AZE", language) in page.locator("#looks").inner_text()
    page.go_back()  # to another form of the result: the files are chosen still
    page.locator("#give").select_option("word")
    with page.expect_download() as kept:
        page.locator(".texts__send").click()
    assert kept.value.suggested_filename == "rolling-text.docx"


def test_the_result_is_taken_as_a_word_file(page: Any, served: str) -> None:
    choose(page, served, "en", "KAZ", "UZB")
    page.get_by_label("Form of the result").select_option(label="Word, with brackets")
    with page.expect_download() as kept:
        page.get_by_role("button", name="Compile the rolling text").click()
    document = Document(io.BytesIO(Path(kept.value.path()).read_bytes()))
    assert "[joint / KAZ: common / UZB: unified]" in "\n".join(one.text for one in document.paragraphs)
    assert page.locator("#file-1").evaluate("one => one.files.length") == 1  # the form is as it was


def test_a_fault_is_announced_and_its_link_leads_to_the_field(page: Any, served: str) -> None:
    choose(page, served, "en", "UZB")
    page.locator("#state-1").select_option("")
    page.locator(".texts__send").click()
    told = page.get_by_role("alert")
    assert "whose submission is it?" in told.inner_text()
    told.get_by_role("link", name="Delegation 1").click()
    assert page.evaluate("document.activeElement.id") == "state-1"


def test_a_request_that_is_too_large_is_answered_with_its_sentence(
    reading: Any, served: str, tmp_path: Path
) -> None:
    large = tmp_path / "base.docx"
    with large.open("wb") as made:
        made.truncate(101 * 1024 * 1024)
    reading.goto(f"{served}/en/texts")
    reading.locator("#base").set_input_files(large)
    reading.locator(".texts__send").click()
    assert "more than 100 MB, and are not read" in reading.get_by_role("alert").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_result_and_on_a_form_with_faults(
    reading: Any, served: str, scheme: str
) -> None:
    refused: list[str] = []
    reading.on("console", lambda one: refused.append(one.text) if "Content Security" in one.text else None)
    reading.emulate_media(color_scheme=scheme)
    choose(reading, served, "en", *DELEGATIONS)
    reading.locator(".texts__send").click()
    reading.locator("article.text").wait_for()
    assert violations(reading) == []
    choose(reading, served, "en", "UZB")
    reading.locator("#state-1").select_option("")
    reading.locator(".texts__send").click()
    reading.get_by_role("alert").wait_for()
    assert violations(reading) == []
    assert refused == []


def test_the_form_and_the_result_hold_at_320_pixels(browser: Any, served: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    choose(page, served, "ru", *DELEGATIONS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(OUTSIDE_320)
    page.locator(".texts__send").click()
    page.locator("article.text").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(OUTSIDE_320)
    context.close()
