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

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.site import served  # noqa: E402  (the one way to serve a record for a while)
from kengesh.desk.enter import new_record  # noqa: E402
from kengesh.record.keyfile import key_path, make_log_key  # noqa: E402

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
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
