"""What if: the act that a change takes, what it brings, and whether one is known; nothing is written."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kengesh.formats.overlap.proposed_change import Change
from kengesh.formats.overlap.what_if import what_if
from kengesh.mechanism.record import Mechanism

JOINS = "/en/overlap/what-if?party=TKM&body=ots&status=member&on=2026-06-04"


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.partition("<main")[2])).split())


def test_turkmenistan_as_a_member_of_the_turkic_states_takes_an_act_that_nobody_knows(shown: Any) -> None:
    text = text_of(shown(JOINS))
    assert "What if Turkmenistan became member state in Organization of Turkic States?" in text
    assert "This record knows no such act." in text and "Nothing is written" in text


def test_what_was_announced_is_shown_as_not_done(shown: Any, record: Mechanism) -> None:
    view = record.view("2026-06-04")
    announced = what_if(view, Change("TKM", "ots", "member", view.on))["announced"]
    told = (
        shown(JOINS)
        .partition("<h2>Announced or proposed, which is not done</h2>")[2]
        .partition("</table>")[0]
    )
    assert announced and told.count('class="rests"') == len(announced)


def test_the_members_of_the_body_and_the_joint_memberships_are_counted_before_and_after(
    shown: Any, record: Mechanism
) -> None:
    view = record.view("2026-06-04")
    members = what_if(view, Change("TKM", "ots", "member", view.on))["members"]
    assert members["after"]["members"] == members["before"]["members"] + 1
    page = shown(JOINS)
    row = re.search(r"Organization of Turkic States: members</th><td>(\d+)</td><td>(\d+)</td>", page)
    assert row and (int(row[1]), int(row[2])) == (members["before"]["members"], members["after"]["members"])
    azerbaijan = re.search(
        r'<a href="/en/states/AZE[^>]*>Azerbaijan</a></th><td>(\d+)</td><td>(\d+)</td>', page
    )
    assert azerbaijan and int(azerbaijan[2]) == int(azerbaijan[1]) + 1


def test_one_that_leaves_is_tried_too(shown: Any) -> None:
    text = text_of(shown("/en/overlap/what-if?party=KAZ&body=eaeu&status=leaves&on=2026-06-04"))
    assert "What if Kazakhstan left Eurasian Economic Union?" in text and "− Eurasian Economic Union" in text


def test_a_change_that_makes_no_sense_says_why_beside_the_form_as_it_was_filled_in(shown: Any) -> None:
    page = shown("/en/overlap/what-if?party=TKM&body=eaeu&status=leaves&on=2026-06-04")
    assert "It is not known that TKM has a status in eaeu on 2026-06-04, so it has none to leave." in page
    assert '<option value="TKM" selected>' in page and '<option value="leaves" selected>' in page
    assert "What changes" not in page


def test_who_chose_not_all_gets_the_form(shown: Any) -> None:
    page = shown("/en/overlap/what-if?party=TKM")
    assert '<option value="TKM" selected>' in page and "What changes" not in page


def test_no_file_of_the_record_changes(shown: Any, founding_folder: Path) -> None:
    def files() -> dict[str, bytes]:
        return {str(one): one.read_bytes() for one in founding_folder.rglob("*") if one.is_file()}

    before = files()
    shown(JOINS)
    assert files() == before


@pytest.mark.parametrize(
    "query",
    [
        "party=nix&body=ots&status=member",
        "party=TKM&body=KAZ&status=member",
        "party=TKM&body=ots&status=memberr",
    ],
)
def test_what_the_record_does_not_know_is_not_found(site: Any, query: str) -> None:
    assert site.get(f"/en/overlap/what-if?{query}").status_code == 404
