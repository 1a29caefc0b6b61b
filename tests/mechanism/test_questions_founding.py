"""The founding record asked: each fact with the row of the facts from which it comes (M7-02, T-08 ...)."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.record import Mechanism

CM = "consultative-meeting"
LAST = "2026-06-04"


def one(record: Mechanism, question: str, id_: str, on: str = LAST) -> dict[str, Any]:
    (row,) = [row for row in record.ask(question, on=on)["answer"] if row["id"] == id_]
    return row


def meeting(record: Mechanism, number: int | str, **clocks: str) -> dict[str, Any]:
    return record.ask("meeting", meeting=f"{CM}/{number}", **{"on": LAST, **clocks})


# Meetings


@pytest.mark.parametrize(
    ("number", "on", "place", "chair"),
    [
        (1, "2018-03-15", "astana", "nursultan-nazarbayev"),  # M1-03
        (2, "2019-11-29", "tashkent", "shavkat-mirziyoyev"),  # M2-03
        (3, "2021-08-06", "awaza", "gurbanguly-berdimuhamedov"),  # M3-04
        (4, "2022-07-21", "cholpon-ata", "sadyr-japarov"),  # M4-01
        (5, "2023-09-14", "dushanbe", "emomali-rahmon"),  # M5-01
        (6, "2024-08-09", "astana", "kassym-jomart-tokayev"),  # M6-02
        (7, "2025-11-16", "tashkent", "shavkat-mirziyoyev"),  # M7-02
    ],
)
def test_seven_meetings_were_held_on_their_days(
    founding: Mechanism, number: int, on: str, place: str, chair: str
) -> None:
    (row,) = meeting(founding, number)["answer"]
    assert [row[name] for name in ("number", "on", "place", "chair", "state")] == [
        number,
        on,
        place,
        chair,
        "held",
    ]


def test_no_meeting_was_held_in_2020_and_the_eighth_is_planned_by_turkmenistan(founding: Mechanism) -> None:
    rows = {row["id"]: row for row in founding.ask("meetings", body=CM, on=LAST)["answer"]}
    assert not [
        row for row in rows.values() if row["state"] == "held" and row["on"].startswith("2020")
    ]  # 1.0
    assert rows[f"{CM}/2020"]["state"] == "not-held"  # M3-01
    assert [rows[f"{CM}/8"][name] for name in ("host", "state", "place")] == ["TKM", "planned", None]  # M8-05


def test_on_the_eve_of_tashkent_the_seventh_meeting_is_planned(founding: Mechanism) -> None:
    assert meeting(founding, 7, on="2025-11-15")["answer"][0]["state"] == "planned"


@pytest.mark.parametrize(
    ("number", "party", "person", "capacity"),
    [
        (1, "TKM", "akja-nurberdiyeva", "speaker"),  # M1-05
        (2, "KAZ", "nursultan-nazarbayev", "first-president"),  # M2-04
        (2, "TKM", "gurbanguly-berdimuhamedov", "head-of-state"),  # M2-04
        (4, "TKM", "serdar-berdimuhamedov", "head-of-state"),  # M4-01
        (5, "AZE", "ilham-aliyev", "guest-of-honour"),  # M5-02
        (6, "AZE", "ilham-aliyev", "guest-of-honour"),  # M6-03
        ("2025-08-05", "TKM", "gurbanguly-berdimuhamedov", "national-leader"),  # MX-02
        ("2025-08-05", "KGZ", "adylbek-kasymaliev", "head-of-government"),  # MX-03
        ("2025-08-05", "AZE", "ali-asadov", "head-of-government"),  # MX-03
        (7, "AZE", "ilham-aliyev", "head-of-state"),  # M7-02
    ],
)
def test_each_attended_in_a_capacity(
    founding: Mechanism, number: int | str, party: str, person: str, capacity: str
) -> None:
    assert (party, person, capacity) in {
        (row["party"], row["person"], row["capacity"]) for row in meeting(founding, number)["attendance"]
    }


def test_the_secretary_general_spoke_by_video_and_unrcca_came(founding: Mechanism) -> None:
    came = {
        row["organization"]: row["manner"]
        for row in meeting(founding, 7)["attendance"]
        if row["organization"]
    }
    assert came == {"unrcca": "in-person", "un": "video"}  # M7-03


def test_a_guest_of_honour_attends_and_is_no_participant(founding: Mechanism) -> None:
    five = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    participants = {
        number: {row["id"] for row in meeting(founding, number)["participants"]}
        for number in (1, 2, 3, 4, 5, 6, 7, "2025-08-05")
    }
    assert participants.pop(7) == five | {"AZE"}  # M7-02
    assert participants == dict.fromkeys(
        participants, five
    )  # substitutes were accepted in 2018 and 2019


def test_the_meeting_at_awaza_in_2025_has_no_number_and_its_character_is_disputed(
    founding: Mechanism,
) -> None:
    found = meeting(founding, "2025-08-05")
    assert (found["answer"][0]["number"], found["answer"][0]["disputed"]) == (None, True)  # MX-06
    (dispute,) = [row for row in found["disputes"] if row["id"] == "dispute/c-03"]
    assert len(dispute["sides"]) > 1  # C-03


# Members and statuses


def test_five_belong_on_the_eve_of_tashkent_and_six_on_the_day(founding: Mechanism) -> None:
    eve, day = founding.members(CM, on="2025-11-15"), founding.members(CM, on="2025-11-16")
    assert (len(eve), day - eve) == (5, {"AZE"})  # 6.1
    assert founding.members(CM, on="2018-03-14") == frozenset()
    assert founding.members(CM) == day


@pytest.mark.parametrize(
    ("party", "body", "on", "said"),
    [
        ("TKM", "ots", "2021-11-12", "observer"),
        ("TKM", "ots", "2025-11-16", "observer"),
        ("TJK", "ots", "2025-11-16", "no"),
        ("UZB", "ots", "2025-11-16", "member"),
        ("KAZ", "ots", "2009-10-03", "founding-member"),
        ("TKM", "cis", "2005-08-25", "non-charter-state"),
        ("TKM", "cis", "2005-08-26", "associate"),
        ("KAZ", "cis", "1994-04-20", "member"),
        ("UZB", "cst", "1995-06-01", "party"),
        ("UZB", "cst", "2003-01-01", "no"),
        ("UZB", "csto", "2012-12-18", "member"),
        ("UZB", "csto", "2012-12-19", "suspended"),
        ("UZB", "eaeu", "2020-12-11", "observer"),
        ("KGZ", "eaeu", "2015-08-12", "member"),
        ("TKM", "cica", "2022-10-13", "observer"),
        ("AZE", "eco", "1992-11-28", "member"),
        ("KGZ", "wto", "1998-12-19", "applicant"),
        ("KGZ", "wto", "1998-12-20", "member"),
        ("TKM", "wto", "2020-07-22", "observer"),
        ("TKM", "carec", "2010-10-31", "no"),
        ("TKM", "carec", "2010-11-15", "not-known"),
        ("TUR", CM, "2025-11-16", "not-known"),
        ("TUR", CM, "2025-12-24", "no"),
    ],
)
def test_what_a_party_was_in_a_body_on_a_day(
    founding: Mechanism, party: str, body: str, on: str, said: str
) -> None:
    found = founding.ask("status", party=party, body=body, on=on)
    assert (
        next((row["status"] for row in found["answer"] if row["truth"] == "yes"), found["truth"]) == said
    )  # 6.2


def test_turkmenistan_is_observer_of_the_turkic_states_since_2021_and_sources_say_so(
    founding: Mechanism,
) -> None:
    found = founding.ask("status", party="TKM", body="ots", on="2025-11-16")
    row = found["answer"][0]
    told = [row[name] for name in ("status", "since", "until", "last_attested", "certainty")]
    assert told == ["observer", "2021-11-12", None, "2025-10-07", "several"]  # 6.2, C-25
    assert row["acts"] and row["sources"]


def test_what_changed_in_the_mechanism_on_the_day_of_tashkent(founding: Mechanism) -> None:
    rows = founding.ask("changes", body=CM, start="2025-11-15", end="2025-11-16")["answer"]
    assert ("AZE", "begins", "full-participant", "yes") in {
        (row["party"], row["change"], row["status"], row["truth"]) for row in rows
    }
    assert not founding.ask("changes", body=CM, start="2025-11-16", end="2025-11-16")["answer"]


# Instruments


def test_tashkent_gave_six_instruments_and_the_founding_document_names_four(founding: Mechanism) -> None:
    found = meeting(founding, 7)
    six = {"joint-statement-7", "address-unsc", "decision-azerbaijan", "security-concept", "risk-catalogue"}
    assert {row["id"] for row in found["instruments"]} == six | {"badge-decision-2025"}  # M7-04 to M7-09
    (dispute,) = [row for row in found["disputes"] if row["id"] == "dispute/c-05"]
    assert dispute["settled"] and "four" in dispute["because"][0]["en"]["text"]  # C-05
    assert {side["preferred"] for side in dispute["sides"] if "avim-2025-109" in side["sources"]} == {False}


@pytest.mark.parametrize(
    ("on", "tajikistan", "in_force"),
    [
        ("2022-07-20", "no", "no"),  # T-04
        ("2022-07-21", "no", "no"),  # T-04, T-07
        ("2024-05-16", "no", "no"),  # T-07
        ("2024-05-17", "no", "not-known"),
        ("2025-08-01", "no", "not-known"),
        ("2025-08-28", "yes", "not-known"),  # T-08
        ("2025-09-01", "yes", "not-known"),  # T-11
    ],
)
def test_the_treaty_of_2022_on_a_day(founding: Mechanism, on: str, tajikistan: str, in_force: str) -> None:
    found = founding.ask("instrument", instrument="treaty-2022", on=on)
    signed = {row["party"]: row["signed"] for row in found["signatures"]}
    assert (signed["TJK"], found["answer"][0]["in_force"]) == (tajikistan, in_force)
    assert "AZE" not in signed  # T-10


def test_who_signed_the_treaty_when_and_who_keeps_it(founding: Mechanism) -> None:
    found = founding.ask("instrument", instrument="treaty-2022", on=LAST)
    assert {row["party"]: (row["signed"], row["signed_on"]) for row in found["signatures"]} == {
        **dict.fromkeys(("KAZ", "KGZ", "UZB"), ("yes", "2022-07-21")),  # T-03
        "TJK": ("yes", "2025-08-28"),  # T-08
        "TKM": ("not-known", None),  # T-10
    }
    (row,) = found["answer"]
    assert [row[name] for name in ("depositary", "articles", "text")] == [
        "KAZ",
        32,
        "published",
    ]  # T-05, T-06
    assert found["sought"]


@pytest.mark.parametrize(
    ("instrument", "verb", "on", "within"),
    [
        ("procedures-2019", "adopt", "2019-11-29", None),  # D-01
        ("concept-multilateral", "approve", "2022-07-21", None),  # D-03
        ("agreement-land-transport", "sign", "2023-09-14", None),  # D-05
        ("regulations-coordinators", "approve", "2023-09-14", None),  # D-07
        ("roadmap-2025-2027", "approve", "2024-08-09", "joint-statement-6"),  # D-08
        ("action-plan-industry", "approve", "2024-08-09", "joint-statement-6"),  # D-09
        ("central-asia-2040", "sign", "2024-08-09", None),  # D-10
        ("badge-decision-2024", "sign", "2024-08-09", None),  # D-16
    ],
)
def test_an_instrument_keeps_its_own_verb(
    founding: Mechanism, instrument: str, verb: str, on: str, within: str | None
) -> None:
    how = one(founding, "instruments", instrument)["how"]
    assert (verb, on, within) in {(act["verb"], act["on"], act["within"]) for act in how}


# Proposals, commitments, the chair


@pytest.mark.parametrize("proposal", ["community", "secretariat", "council-of-elders", "new-regulation"])
def test_the_community_and_its_organs_are_proposals_of_uzbekistan(founding: Mechanism, proposal: str) -> None:
    row = one(founding, "proposals", f"proposal/{proposal}")  # F-25, F-27, F-29, F-26
    assert [row[name] for name in ("by", "on", "fate", "decided_on")] == [
        ["UZB"],
        "2025-11-16",
        "proposed",
        None,
    ]
    before = founding.ask("proposals", on="2025-11-15")["answer"]
    assert f"proposal/{proposal}" not in {row["id"] for row in before}


def test_the_security_concept_was_proposed_and_a_year_later_adopted(founding: Mechanism) -> None:
    assert (
        one(founding, "proposals", "proposal/security-concept", "2025-11-15")["fate"] == "proposed"
    )  # M6-06
    row = one(founding, "proposals", "proposal/security-concept")
    assert [row[name] for name in ("fate", "decided_on", "instrument")] == [
        "adopted",
        "2025-11-16",
        "security-concept",
    ]  # F-23
    assert row in founding.ask("proposals", fate="adopted", on=LAST)["answer"]


def test_commitments_stand_as_last_reported(founding: Mechanism) -> None:
    outcomes = {row["id"]: row["outcome"] for row in founding.ask("commitments", on=LAST)["answer"]}
    assert outcomes["commitment/bishkek-2020"] == "not-done"  # F-04
    assert outcomes["commitment/prepare-treaty"] == "done-in-part"  # F-06
    assert outcomes["commitment/trade-15-billion"] == "replaced"  # F-14
    then = {row["id"]: row["outcome"] for row in founding.ask("commitments", on="2020-01-01")["answer"]}
    assert then["commitment/bishkek-2020"] == "not-known"


def test_who_chairs(founding: Mechanism) -> None:
    def chairing(on: str) -> set[str]:
        rows = founding.ask("chair", body=CM, on=on)["answer"]
        return {row["party"] for row in rows if row["truth"] == "yes"}

    assert chairing("2025-11-15") == {"UZB"}
    assert chairing("2026-01-01") == {"TKM"}  # M7-14
    assert chairing("2025-12-01") == set()  # C-20: from 16 November, or in 2026
    assert founding.ask("chair", body=CM, on="2025-12-01")["truth"] == "not-known"
    assert founding.ask("chair", body=CM)["rule"][0]["rule"] == "host-chairs"
