"""Every page that can be reached from the front page is there, in every language, on other days too."""

from __future__ import annotations

import re
from collections import deque
from html import unescape
from typing import Any

import pytest

LINK = re.compile(r'href="(/[^"]*)"')
MOST = 250  # pages of a walk; of one kind no more than a few, so that all kinds are seen
OF_A_KIND = 6


def _kind(address: str) -> str:
    parts = address.partition("?")[0].strip("/").split("/")
    return "/".join(parts[1:2] + ["*"] * (len(parts) > 2))


def walk(site: Any, start: str) -> dict[str, int]:
    """Return the status of every page seen on a walk over the links."""
    language = start.split("/")[1]
    seen: dict[str, int] = {}
    of_a_kind: dict[str, int] = {}
    waiting = deque([start])
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        kind = _kind(address)
        if address in seen or of_a_kind.get(kind, 0) >= OF_A_KIND:
            continue
        response = site.get(address)
        seen[address] = response.status_code
        of_a_kind[kind] = of_a_kind.get(kind, 0) + 1
        if response.headers.get("Content-Type", "").startswith("text/html"):
            for link in LINK.findall(response.content.decode()):
                link = unescape(link).partition("#")[0]
                if link.startswith((f"/{language}/", "/static/", "/api", "/record")) and link not in seen:
                    waiting.append(link)
    return seen


@pytest.mark.parametrize(
    "start",
    [
        "/en/",
        "/tr/",
        "/ru/",
        "/az/",
        "/kk/",
        "/ky/",
        "/tg/",
        "/tk/",
        "/uz/",
        "/en/?on=2019-01-01",
        "/en/?known_at=400",
        "/kk/?on=2025-11-20&reported_by=2025-11-20",
        "/en/?known_at=0",
    ],
)
def test_every_page_that_is_linked_is_there(site: Any, start: str) -> None:
    seen = walk(site, start)
    assert len(seen) > (10 if "known_at" in start else 40)
    assert {address: status for address, status in seen.items() if status != 200} == {}
