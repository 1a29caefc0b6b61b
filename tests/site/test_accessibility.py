"""Nobody is shut out: axe finds nothing on any kind of page, pages hold at 320 pixels and in print, the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.tools

KINDS = [
    "/en/",
    "/en/?region=map",
    "/en/meetings",
    "/en/meetings/consultative-meeting/7",
    "/en/states",
    "/en/states/TKM",
    "/en/states/AZE?on=2025-11-15",
    "/en/bodies",
    "/en/bodies/ots",
    "/en/matrix",
    "/en/instruments",
    "/en/instruments/treaty-2022",
    "/en/proposals",
    "/en/proposals/proposal/regular-meetings",
    "/en/commitments",
    "/en/commitments/commitment/security-councils",
    "/en/disputes",
    "/en/disputes/dispute/c-33",
    "/en/claims",
    "/en/claims/check",
    "/en/claims/check?whom=these&says=status&check=yes",
    "/en/claims/check?claim=TKM+is+membr+of+ots",
    "/en/claims/check?claim=every+participant+of+meeting+consultative-meeting/7+is+member+of+ots+on+2025-11-16",
    "/en/claims/claim/avim-f09",
    "/en/documents/avim-2025-109",
    "/en/subjects",
    "/en/subjects/logistics",
    "/en/indicators",
    "/en/chronology",
    "/en/sources",
    "/en/sources/avim-2025-109",
    "/en/search?q=treaty",
    "/en/search?q=qqqqqq",
    "/en/log",
    "/en/log/12",
    "/en/log/verifying",
    "/en/about",
    "/en/report?of=meetings",
    "/en/briefs/TKM",
    "/en/things/tashkent",
    "/en/texts",
    "/en/overlap",
    "/en/overlap?states=KAZ,TKM&wide=yes",
    "/en/overlap/pair?first=KAZ&second=TKM",
    "/en/overlap/pair?first=ots&second=sco",
    "/en/overlap/what-if?party=TKM&body=ots&status=member",
    "/en/overlap/what-if?party=TKM&body=eaeu&status=leaves",
    "/kk/overlap",
    "/en/corridors",
    "/en/corridors?exercise=yes",
    "/en/corridors/middle",
    "/en/corridors/ckur",
    "/en/corridors/route?from=CN-XIA&to=TR-IST&by=generalised&commodity=containers&exercise=yes",
    "/en/corridors/route?from=CN-XIA&to=TR-IST&by=cost",
    "/en/corridors/scenarios/azerbaijan-participation",
    "/en/corridors/compare?a=corridor/middle&b=corridor/southern-sarakhs",
    "/en/corridors/promised",
    "/en/corridors/checks",
    "/en/corridors/nowhere",
    "/kk/corridors/scenarios/tripp",
    "/en/check-draft",
    "/en/no-such-page",
    "/en/meetings?on=never",
    "/kk/states/UZB",
    "/tr/meetings/consultative-meeting/7",
]
OUTSIDE_320 = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
    .filter(one => !one.closest('.scroll, .pictures__frame, pre'))
    .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def violations(page: Any, *rules: str) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_in_light_and_no_faint_colour_in_dark(served: str, page: Any, address: str) -> None:
    faults: list[str] = []
    page.on("console", lambda one: faults.append(one.text) if "Content Security" in one.text else None)
    page.emulate_media(color_scheme="light")
    page.goto(served + address)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")  # all but the colours is the same
    assert violations(page, "color-contrast", "link-in-text-block") == []
    assert faults == []


def test_axe_does_find_what_is_wrong(served: str, page: Any) -> None:
    page.goto(f"{served}/en/about")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x>')")
    assert any(one.startswith("image-alt") for one in violations(page))


def test_pages_hold_at_320_pixels(served: str, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    sideways = {}
    for address in KINDS:
        page.goto(served + address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            sideways[address] = page.evaluate(OUTSIDE_320)
    context.close()
    assert sideways == {}


def test_print_leaves_what_only_a_screen_needs(served: str, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{served}/en/meetings")
    for hidden in (".sections", ".seek", ".tongues", ".clocks", ".colophon__links"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for kept in ("h1", ".standing", ".table", ".notes", ".colophon__citation", ".pictures__frame svg"):
        assert page.locator(kept).first.is_visible(), kept
    assert len(page.pdf()) > 10_000
    context.close()


def test_the_keyboard_reaches_every_link_and_field_and_shows_where_it_is(served: str, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/en/states")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
            .filter(one => one.checkVisibility()).length"""
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _press in range(wanted * 3):
        reached.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        unseen = page.evaluate(
            """() => { const style = getComputedStyle(document.activeElement);
                return document.activeElement !== document.body && style.outlineStyle === 'none' }"""
        )
        assert not unseen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    context.close()
    assert len(reached) >= wanted


def test_pages_read_without_scripts(served: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/en/search")
    page.get_by_role("searchbox").nth(1).fill("Şavkat")
    page.get_by_role("button", name="Search").nth(1).click()
    assert "Shavkat Mirziyoyev" in page.locator(".found").inner_text()
    context.close()
