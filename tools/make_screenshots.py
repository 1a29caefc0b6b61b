"""Take the pictures of the site that the README and the pages under docs/ show.

    python tools/make_screenshots.py

It serves the founding record, made anew, and reads it with Debian's Chromium. The pages are asked as of fixed days, so that the
pictures change when the site does and not from day to day.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.site import served  # noqa: E402  (the one way to serve a record for a while)
from kengesh import texts  # noqa: E402
from kengesh.desk.enter import new_record  # noqa: E402
from kengesh.record.keyfile import key_path, make_log_key  # noqa: E402
from kengesh.texts import Submission, compile_text, read_file, rolling_html  # noqa: E402

FOLDER = ROOT / "docs" / "images"
WIDTH = 1_160
# What each picture shows: the address, how high it is, in which colours, how wide.
PICTURES = {
    "front-page": ("/en/?on=2026-06-04", 980, "light", WIDTH),
    "meeting": ("/en/meetings/consultative-meeting/7?on=2026-06-04", 1_040, "light", WIDTH),
    "meetings-over-time": ("/en/meetings?on=2026-06-04", 860, "light", WIDTH),
    "state-over-time": ("/tr/states/TKM?on=2026-06-04", 1_180, "light", WIDTH),
    "region-in-the-dark": ("/kk/?on=2026-06-04&region=map", 1_720, "dark", WIDTH),
    "dispute": ("/en/disputes/dispute/c-02?on=2026-06-04", 860, "light", WIDTH),
    "narrow": ("/uz/states/AZE?on=2026-06-04", 900, "light", 390),
}
TEXT, TEXT_SHOWS = "rolling-text", (860, 1_150)  # the exercise: how wide and how high
EXERCISE = Path(texts.__file__).parent / "example"


def main() -> int:
    """Take all pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print(
            "Chromium is not installed: make test-tools installs it where the machine lets it.",
            file=sys.stderr,
        )
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as started:
        record = Path(name) / "record"
        new_record(record, make_log_key(key_path(record), "central_asia"), "central_asia")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(record, 1) as site:
            for picture, (address, height, colours, width) in PICTURES.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=colours
                )
                page = context.new_page()
                page.goto(f"http://127.0.0.1:{site.port}{address}")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=FOLDER / f"{picture}.png")
                context.close()
                print(picture)
        _exercise(browser, Path(name))
        browser.close()
    return 0


def _exercise(browser: Browser, folder: Path) -> None:
    """Compile the exercise, and show its operative part."""
    submissions = [
        Submission(delegation=file.stem, filed=read_file(file)) for file in sorted(EXERCISE.glob("???.docx"))
    ]
    rolling = compile_text(read_file(EXERCISE / "base.en.docx").text, submissions)
    file = folder / "rolling.html"
    file.write_text(rolling_html(rolling), encoding="utf-8")
    page = browser.new_page(viewport={"width": TEXT_SHOWS[0], "height": TEXT_SHOWS[1]})
    page.goto(file.as_uri())
    page.get_by_role("heading", name="Purpose and principles").scroll_into_view_if_needed()
    page.evaluate("document.querySelectorAll('h2')[0].scrollIntoView()")
    page.screenshot(path=FOLDER / f"{TEXT}.png")
    print(TEXT)


if __name__ == "__main__":
    sys.exit(main())
