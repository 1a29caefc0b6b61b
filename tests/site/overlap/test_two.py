"""Two side by side: every measure with its meaning, what each is where, and how it moved."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from kengesh.formats.overlap.answers import over_time, two_bodies, two_states
from kengesh.mechanism.record import Mechanism


def measures(page: str) -> dict[str, str]:
    """Return the values of the table of measures by what they are called."""
    table = page.partition("<h2>Measures</h2>")[2].partition("</table>")[0]
    return dict(re.findall(r'<tr><th scope="row">([^<]*)</th><td>([^<]*)</td>', unescape(table)))


def test_every_measure_has_its_value_and_what_it_means(shown: Any, record: Mechanism) -> None:
    answer = two_states(record.view(), "KAZ", "TKM")
    page = shown("/en/overlap/pair?first=KAZ&second=TKM")
    row, told = answer["answer"][0], measures(page)
    assert told["Joint memberships"] == f"between {row['joint']['lowest']} and {row['joint']['highest']}"
    lowest, highest = (row["first_in_second"][end] for end in ("lowest", "highest"))
    assert told["Kazakhstan within Turkmenistan"] == f"between {lowest:.2f} and {highest:.2f}"
    assert len(told) == 6
    for meaning in answer["definitions"].values():
        assert meaning in unescape(page)


def test_a_measure_that_is_known_is_one_number(shown: Any) -> None:
    told = measures(shown("/en/overlap/pair?first=KAZ&second=UZB&bodies=ots,sco"))
    assert told["Joint memberships"] == "2" and told["Jaccard's index"] == "1.00"


def test_the_two_stand_side_by_side_body_by_body(shown: Any, record: Mechanism) -> None:
    bodies = two_states(record.view(), "KAZ", "TKM")["counted"]["bodies"]
    page = shown("/en/overlap/pair?first=KAZ&second=TKM")
    table = page.partition("<h2>Side by side</h2>")[2].partition("</table>")[0]
    assert table.count("<tr><th") == len(bodies) + 1 and table.count('class="rests"') >= len(bodies)


def test_a_row_for_every_day_on_which_either_changed_says_what_changed(shown: Any, record: Mechanism) -> None:
    moves = over_time(record.view(), "KAZ", "TKM", ["ots"])["answer"]
    page = shown("/en/overlap/pair?first=KAZ&second=TKM&bodies=ots")
    table = page.partition("<h2>How it moved over time</h2>")[2].partition("</table>")[0]
    days = re.findall(r'<tr><th scope="row"><time datetime="([0-9-]+)">', table)
    assert days == [one["day"] for one in moves][::-1] and "2021-11-12" in days
    text = " ".join(unescape(re.sub(r"<[^>]*>", "", table)).split())
    assert "Turkmenistan, Organization of Turkic States: " in text and "→ observer" in text
    assert "the first day of which the record tells" in text


def test_a_long_history_stands_on_several_pages(site: Any, shown: Any) -> None:
    page = shown("/en/overlap/pair?first=KAZ&second=TKM")
    assert 'href="/en/overlap/pair?first=KAZ&amp;second=TKM&amp;page=2"' in page
    assert "the first day of which the record tells" in shown("/en/overlap/pair?first=KAZ&second=TKM&page=2")
    assert site.get("/en/overlap/pair?first=KAZ&second=TKM&page=9").status_code == 400


def test_two_bodies_are_compared_by_their_parties(shown: Any, record: Mechanism) -> None:
    row = two_bodies(record.view(), "ots", "sco")["answer"][0]
    page = shown("/en/overlap/pair?first=ots&second=sco")
    assert str(row["joint"]["lowest"]) in measures(page)["Shared parties"]
    assert "Parties of either" in measures(page) and "How it moved over time" not in page


def test_the_other_reading_is_kept_and_counts_otherwise(shown: Any) -> None:
    narrow, wide = (
        measures(shown(f"/en/overlap/pair?first=KAZ&second=TKM&bodies=ots{more}"))
        for more in ("", "&wide=yes")
    )
    assert narrow["Joint memberships"] == "0" and wide["Joint memberships"] == "1"


def test_who_names_one_or_none_gets_the_form(shown: Any) -> None:
    assert "Choose two states" in shown("/en/overlap/pair")
    assert '<option value="KAZ" selected>' in shown("/en/overlap/pair?first=KAZ")


def test_a_party_beside_itself_is_not_compared(shown: Any) -> None:
    page = shown("/en/overlap/pair?first=KAZ&second=KAZ")
    assert "KAZ and KAZ are the same; name two to compare." in page and "<h2>Measures" not in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("first=KAZ&second=ots", 400),
        ("first=KAZ&second=nix", 404),
        ("first=treaty-2022&second=KAZ", 404),
        ("first=KAZ&second=UZB&bodies=nix", 404),
    ],
)
def test_what_cannot_be_compared_is_refused(site: Any, query: str, status: int) -> None:
    assert site.get(f"/en/overlap/pair?{query}").status_code == status
