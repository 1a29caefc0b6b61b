"""Three people find what they came for, in a real browser, in three languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kengesh.terms.messages import gettext, in_language
from kengesh.terms.states import state_name

pytestmark = pytest.mark.tools

LANGUAGES = ("en", "tr", "kk")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(accept_downloads=True)
    yield context.new_page()
    context.close()


def says(message: str, language: str, **names: str) -> str:
    """Return a sentence of the interface in a language, as a reader of it sees it."""
    with in_language(language):
        return gettext(message).format(**names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_analyst_asks_whether_azerbaijan_belonged_on_a_day_and_cites_the_answer(
    page: Any, served: str, language: str
) -> None:
    azerbaijan = state_name("AZE", language)
    page.goto(f"{served}/{language}/")
    page.get_by_label(says("As it was on", language)).fill("2025-11-15")
    page.get_by_role("button", name=says("Show", language), exact=True).click()
    assert "on=2025-11-15" in page.url
    belongs = page.get_by_role("heading", name=says("Who belongs", language)).locator(
        "xpath=following::table[1]"
    )
    assert state_name("KAZ", language) in belongs.inner_text()
    assert azerbaijan not in belongs.inner_text()

    page.get_by_label(says("As it was on", language)).fill("2025-11-16")
    page.get_by_role("button", name=says("Show", language), exact=True).click()
    row = belongs.get_by_role("row").filter(has=page.get_by_role("link", name=azerbaijan, exact=True))
    note = row.locator(".rests__notes a").first
    assert row.count() == 1
    note.click()  # says who?
    listed = page.locator(f"#note-{note.inner_text()}")
    assert listed.is_visible() and "http" in listed.inner_text()

    row.get_by_role("link", name=azerbaijan, exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == azerbaijan
    citation = page.locator(".colophon__citation").inner_text()
    assert azerbaijan in citation and "on=2025-11-16&known_at=" in citation
    page.goto(re.search(r"http\S+known_at=\d+", citation).group())  # type: ignore[union-attr]
    assert page.get_by_role("heading", level=1).inner_text() == azerbaijan
    with page.expect_download() as kept:
        page.get_by_role("link", name="RIS", exact=True).click()
    assert f"TI  - {azerbaijan}" in Path(kept.value.path()).read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_journalist_sees_what_was_signed_in_tashkent_and_which_sources_differ(
    page: Any, served: str, language: str, record: Any
) -> None:
    page.goto(f"{served}/{language}/meetings")
    title = record.name("consultative-meeting/7", language)
    page.locator("table").get_by_role("link", name=title, exact=True).first.click()
    body = page.locator("main").inner_text()
    out = record.ask("meeting", meeting="consultative-meeting/7")
    for instrument in out["instruments"]:
        assert record.name(instrument["id"], language) in body
    assert says("signed", language) in body

    differ = page.get_by_role("heading", name=says("Where sources differ", language)).locator(
        "xpath=following::ul[1]"
    )
    assert differ.get_by_role("listitem").count() == len(out["disputes"]) > 0
    differ.get_by_role("link").first.click()
    sides = page.locator("main table").first
    assert sides.get_by_role("row").count() >= 3  # the heading, and two sides at the least
    assert sides.locator(".rests__notes a").count() >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verifier_takes_a_proof_away_and_checks_it_with_the_command_line(
    page: Any, served: str, language: str, tmp_path: Path
) -> None:
    page.goto(f"{served}/{language}/log")
    page.get_by_role("link", name="#12", exact=True).first.click() if page.get_by_role(
        "link", name="#12", exact=True
    ).count() else page.goto(f"{served}/{language}/log/12")
    for name in ("12.tlog-proof", "12.tlog-proof.entry"):
        with page.expect_download() as kept:
            page.get_by_role("link", name=name, exact=True).click()
        kept.value.save_as(tmp_path / name)
    command = page.locator("code", has_text="kengesh check-proof").inner_text()
    arguments = re.fullmatch(r"kengesh check-proof (\S+) --index (\d+) --key '(.+)'", command)
    assert arguments is not None
    proof, index, key = arguments.groups()
    checked = kengesh("check-proof", proof, "--index", index, "--key", key, folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "Shown: entry 12 of" in checked.stdout

    entry = tmp_path / "12.tlog-proof.entry"
    entry.write_bytes(entry.read_bytes().replace(b"reported", b"performed", 1))
    assert kengesh("check-proof", proof, "--index", index, "--key", key, folder=tmp_path).returncode == 1


def test_a_copy_is_held_and_verified_as_the_page_says(page: Any, served: str, tmp_path: Path) -> None:
    page.goto(f"{served}/en/log/verifying")
    shown = page.locator("code", has_text="kengesh mirror").inner_text().splitlines()
    for line in shown:
        words = [word.strip("'") for word in line.split()]
        done = kengesh(*words[1:], folder=tmp_path)
        assert done.returncode == 0, done.stderr


def kengesh(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kengesh.cli import main; main()", *arguments]
    environment = {"KENGESH_CONFIG": str(folder / "config"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
