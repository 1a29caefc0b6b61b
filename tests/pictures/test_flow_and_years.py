"""Proposals from idea to act, and commitments from promise to act."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.proposal_flow import proposal_flow
from kengesh.pictures.years_of_commitments import years_of_commitments


def test_the_counts_of_the_flow_are_those_of_the_record(founding: Mechanism) -> None:
    picture = proposal_flow(Reader(founding.view(), "en"), None)
    rows = founding.ask("proposals")["answer"]
    assert [row[0].thing for row in picture.table.rows] == [row["id"] for row in rows]
    ends = Counter(row[4].text for row in picture.table.rows)
    fates = Counter(row["fate"] for row in rows)
    assert ends["adopted"] == fates["adopted"]
    assert sum(ends.values()) == len(rows)
    written = [
        text.text
        for text in ElementTree.fromstring(picture.svg).iter("text")
        if text.get("class", "").startswith("picture__count")
    ]
    assert {str(len(rows)), *map(str, ends.values())} <= set(written)


def test_what_flows_in_flows_out(founding: Mechanism) -> None:
    flows = [
        int(group[0].text or "")
        for group in ElementTree.fromstring(proposal_flow(Reader(founding.view(), "en"), None).svg).iter("g")
        if len(group) == 2 and group[1].get("class") == "picture__flow"
    ]
    assert sum(flows) == 2 * len(founding.ask("proposals")["answer"])


def test_a_proposal_has_its_steps_with_their_days(founding: Mechanism) -> None:
    picture = proposal_flow(Reader(founding.view(), "en"), None)
    row = next(row for row in picture.table.rows if row[0].thing == "proposal/regular-meetings")
    assert row[3].text.startswith("proposed: September 2017; supported: November 2017;")
    assert row[3].text.endswith("adopted: 15 March 2018")


def test_the_roadmap_promised_in_2021_was_reported_done_in_2022(founding: Mechanism) -> None:
    picture = years_of_commitments(Reader(founding.view(), "en"), None)
    row = next(row for row in picture.table.rows if row[0].thing == "commitment/finish-roadmap-2022")
    assert [cell.text for cell in row[2:7]] == ["6 August 2021", "", "21 July 2022", "done", "1.0"]


def test_every_commitment_has_a_row_and_no_years_unless_it_is_done(founding: Mechanism) -> None:
    picture = years_of_commitments(Reader(founding.view(), "en"), None)
    assert len(picture.table.rows) == len(founding.ask("commitments")["answer"])
    assert all(row[5].text == "done" for row in picture.table.rows if row[6].text)


def test_a_report_of_a_later_day_is_not_known_yet(founding: Mechanism) -> None:
    picture = years_of_commitments(Reader(founding.view("2022-01-01"), "en"), None)
    row = next(row for row in picture.table.rows if row[0].thing == "commitment/finish-roadmap-2022")
    assert (row[4].text, row[5].text) == ("", "not known")
