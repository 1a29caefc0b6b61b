"""What was held, adopted, proposed, promised: show, meetings, meeting, instruments, instrument, proposals and the like."""

from __future__ import annotations


def test_the_last_day_that_the_sources_reach_is_said_at_a_glance(kengesh) -> None:
    told = kengesh("show")
    assert told.code == 0
    assert "\nOn 4 June 2026\n" in told.out
    assert "no state has signed" in told.out.replace("\n", " ")
    assert "In the chair: Turkmenistan" in told.out


def test_the_tashkent_meeting_has_six_instruments(kengesh) -> None:
    told = kengesh("meeting", "consultative-meeting/7", "--json").json
    assert len(told["instruments"]) == 6
    assert "What came out: 6" in kengesh("meeting", "consultative-meeting/7").out


def test_participants_are_parties_and_attendees_are_all_who_came(kengesh) -> None:
    told = kengesh("meeting", "consultative-meeting/7", "--json").json
    assert {row["party"] for row in told["participants"]} == {"AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert {row["organization"] for row in told["attendance"]} > {None}
    guest = kengesh("meeting", "consultative-meeting/5", "--json").json
    invited = {row["party"] for row in guest["attendance"] if row["capacity"] == "guest-of-honour"}
    assert invited == {"AZE"} and not invited & {row["party"] for row in guest["participants"]}


def test_those_who_came_are_listed_in_the_alphabet_of_the_reader_and_organizations_last(kengesh) -> None:
    came = (
        kengesh("meeting", "consultative-meeting/7", "--no-notes").out.split("Who came")[1].split("\n\n")[0]
    )
    first = [line.split()[0] for line in came.splitlines()[2:] if line[:1] != " "]
    assert first[:6] == ["Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]


def test_meetings_are_in_order_of_day_and_what_is_planned_is_not_held(kengesh) -> None:
    rows = kengesh("meetings", "consultative-meeting", "--json").json["answer"]
    numbered = {row["id"]: row["state"] for row in rows}
    assert numbered["consultative-meeting/7"] == "held"
    assert numbered["consultative-meeting/8"] == "planned"
    days = [row["on"] for row in rows if row["on"] and row["on"][0].isdigit()]
    assert days == sorted(days)


def test_ids_in_tables_are_never_torn_in_two(kengesh) -> None:
    told = kengesh("meetings").out
    for row in kengesh("meetings", "--json").json["answer"]:
        assert f"\n{row['id']} " in told


def test_tajikistan_had_not_signed_the_treaty_on_the_first_of_august_and_had_on_the_first_of_september(
    kengesh,
) -> None:
    for day, signed in (("2025-08-01", "no"), ("2025-09-01", "yes")):
        rows = kengesh("instrument", "treaty-2022", "--on", day, "--json").json["signatures"]
        assert {row["party"]: row["signed"] for row in rows}["TJK"] == signed
    told = kengesh("instrument", "treaty-2022")
    assert "in force    not known" in told.out


def test_an_instrument_that_came_later_than_the_record_reaches_back_is_not_known(kengesh) -> None:
    told = kengesh("instrument", "treaty-2022", "--known-at", "0")
    assert told.code == 3
    assert "Nothing in this record tells of this instrument" in told.out


def test_the_list_of_instruments_names_each_with_its_id(kengesh) -> None:
    told = " ".join(kengesh("instruments").out.split())
    assert "(treaty-2022)" in told
    of_one = kengesh("instruments", "--meeting", "consultative-meeting/7", "--json").json["answer"]
    assert len(of_one) == 6


def test_the_community_the_secretariat_and_the_council_of_elders_are_proposals(kengesh) -> None:
    rows = {row["id"]: row["fate"] for row in kengesh("proposals", "--json").json["answer"]}
    assert {rows[f"proposal/{name}"] for name in ("community", "secretariat", "council-of-elders")} == {
        "proposed"
    }
    adopted = kengesh("proposals", "--fate", "adopted", "--json").json["answer"]
    assert {row["fate"] for row in adopted} == {"adopted"}


def test_commitments_rules_and_a_subject_are_listed(kengesh) -> None:
    assert "The next meeting in" in kengesh("commitments", "--outcome", "not-done").out
    assert "Consensus" in kengesh("rules", "consultative-meeting").out
    assert kengesh("subject", "water").out.startswith("Water\n")


def test_a_timeline_says_what_happened_in_words_and_in_order(kengesh) -> None:
    told = kengesh("timeline", "consultative-meeting/7").out
    assert "held · Seventh Consultative Meeting" in " ".join(told.split())
    assert "make statement" not in told


def test_disputes_stand_side_by_side_with_why_one_is_preferred(kengesh) -> None:
    told = kengesh("disputes", "dispute/c-06")
    assert "preferred" in told.out and "not taken" in told.out and "Preferred because: " in told.out


def test_a_source_is_shown_as_it_is_cited_with_what_rests_on_it(kengesh) -> None:
    told = kengesh("source", "avim-2025-109")
    assert "AVİM Yorum 2025/109" in told.out and "What rests on it: " in told.out
    assert kengesh("sources").out.startswith("Sources: ")
