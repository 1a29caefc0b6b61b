"""Every page that is set out from a table leads to the table as JSON and as CSV, with its clocks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kengesh.site.data_links import QUESTIONS

THINGS = {
    "meetings": "consultative-meeting/7",
    "states": "TKM",
    "bodies": "ots",
    "instruments": "treaty-2022",
    "disputes": "dispute/c-33",
    "sources": "avim-2025-109",
    "documents": "avim-2025-109",
    "subjects": "water",
}
LISTS = [folder for folder, (of_list, _of_one) in QUESTIONS.items() if of_list is not None]
PAGES = [*LISTS, *(f"{folder}/{thing}" for folder, thing in THINGS.items())]


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_of_a_page_are_there_as_data(site: Any, page: str) -> None:
    html = site.get(f"/en/{page}?on=2026-06-01").content.decode()
    links = [
        one.replace("&amp;", "&") for one in re.findall(r'<li><a href="(/api/[^"]+)">(?:JSON|CSV)</a>', html)
    ]
    assert len(links) == 2
    assert all("on=2026-06-01" in one for one in links)
    answer, table = (site.get(one) for one in links)
    assert answer.status_code == 200 and answer.json()["on"] == "2026-06-01"
    assert table.status_code == 200 and table.headers["Content-Type"].startswith("text/csv")
    assert table.content.count(b"\r\n") > 1


def test_a_page_that_is_text_leads_to_no_table(shown: Any) -> None:
    assert 'href="/api/' not in shown("/en/log/verifying").partition("<footer")[2]
