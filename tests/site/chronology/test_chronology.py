"""The chronology puts what happened in order."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.record import Mechanism
from kengesh.site.chronology.views import in_order


def test_what_is_surely_dated_comes_in_order_and_what_may_be_any_month_after_it(record: Mechanism) -> None:
    rows = [one["on"] for one in in_order(record.ask("timeline")["answer"])]
    in_2025 = [on for on in rows if on.strip("[").startswith("2025")]
    days = [on for on in in_2025 if len(on) == 10]
    assert days == sorted(days) and len(days) > 30
    assert in_2025.index("[2025-01-01..2025-08-05]") > in_2025.index(days[-1])


def test_a_year_only_event_stands_after_the_days_of_its_year(shown: Any) -> None:
    page = shown("/en/chronology?year=2002").partition("<tbody>")[2]
    heads = [row.partition("</th>")[0] for row in page.split('<th scope="row">')[1:]]
    assert any('datetime="2002"' in one for one in heads)
    first = min(place for place, one in enumerate(heads) if 'datetime="2002"' in one)
    assert all('datetime="2002-' not in one for one in heads[first:])
