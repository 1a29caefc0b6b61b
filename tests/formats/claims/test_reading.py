"""Reading claims: every form of the grammar on the founding record, and names as they are borne on the day."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.formats.claims.language.errors import AmbiguousName, ClaimError
from kengesh.formats.claims.language.reading import read_by_ids, read_claim
from kengesh.formats.claims.language.values import Claim
from kengesh.formats.claims.language.writing import write_claim
from kengesh.mechanism.record import Mechanism
from tests.mechanism.cast import GAZETTE, Cast, act, begin, council

FORMS = {
    "AZE is member of ots": "AZE is member of ots",
    "every {AZE, KAZ} is member of ots": "every {AZE, KAZ} is member of ots",
    "each of {AZE, KAZ} are members of ots": "every {AZE, KAZ} is member of ots",
    "all participants of meeting consultative-meeting/7 are members of ots": (
        "every participant of meeting consultative-meeting/7 is member of ots"
    ),
    "no attendee of meeting consultative-meeting/7 is an observer of ots": (
        "no attendee of meeting consultative-meeting/7 is observer of ots"
    ),
    "none of the members of ots is a member of csto": "no member of ots is member of csto",
    "some member state of ots is member in eaeu": "some member of ots is member of eaeu",
    "only (member of ots union {TKM}) is member of ots": "only (member of ots union {TKM}) is member of ots",
    "every member of ots minus {TUR} is member of cis": "every (member of ots minus {TUR}) is member of cis",
    "exactly five members of ots are members of ots": "exactly 5 member of ots is member of ots",
    "at least 2 signatories of treaty-2022 joined ots": "at least 2 signatory of treaty-2022 joined ots",
    "every party to treaty-2022 signed treaty-2022": "every party to treaty-2022 signed treaty-2022",
    "every participant of meeting consultative-meeting/7 except {TJK} is member of ots": (
        "every participant of meeting consultative-meeting/7 except {TJK} is member of ots"
    ),
    "AZE took part in consultative-meeting/7": "AZE took part in consultative-meeting/7",
    "AZE took part in at least two of the last three summits of consultative-meeting": (
        "AZE took part in at least 2 of the last 3 meetings of consultative-meeting"
    ),
    "AZE attended every meeting of consultative-meeting": "AZE attended meeting of consultative-meeting",
    "AZE attended consultative-meeting/6 as a guest of honour": (
        "AZE was guest-of-honour at consultative-meeting/6"
    ),
    "AZE was a guest of honor at the last meeting": (
        "AZE was guest-of-honour at the last 1 meetings of consultative-meeting"
    ),
    "{AZE, KAZ} were heads of state at consultative-meeting/7": (
        "every {AZE, KAZ} was head-of-state at consultative-meeting/7"
    ),
    "AZE was invited to consultative-meeting/7": "AZE was invited to consultative-meeting/7",
    "AZE was invited as guest of honour to the last three meetings": (
        "AZE was invited as guest-of-honour to the last 3 meetings of consultative-meeting"
    ),
    "AZE was invited to the last three meetings as guest of honour": (
        "AZE was invited as guest-of-honour to the last 3 meetings of consultative-meeting"
    ),
    "TKM did not sign treaty-2022": "no {TKM} signed treaty-2022",
    "TKM is not a member of ots": "no {TKM} is member of ots",
    "{TKM, TJK} were not members of ots on 2020-01-01": "no {TKM, TJK} is member of ots on 2020-01-01",
    "KGZ ratified treaty-2022": "KGZ ratified treaty-2022",
    "KGZ is a party to the treaty treaty-2022": "KGZ is party to treaty-2022",
    "UZB joined ots": "UZB joined ots",
    "UZB joined ots after AZE on 2019": "UZB joined ots after AZE on 2019",
    "UZB joined ots before 2020-01-01": "UZB joined ots before 2020-01-01",
    "AZE shares at least three bodies with KAZ": "AZE shares at least 3 bodies with KAZ",
    "AZE is the first to join ots": "AZE is the first to join ots",
    "KGZ was the first to sign treaty-2022": "KGZ is the first to sign treaty-2022",
    "KAZ was the first to host consultative-meeting": (
        "KAZ is the first to host a meeting of consultative-meeting"
    ),
    "consultative-meeting/1 is the first meeting of consultative-meeting": (
        "consultative-meeting/1 is the first meeting of consultative-meeting"
    ),
    "every instrument of meeting consultative-meeting/7 was signed": (
        "every instrument of meeting consultative-meeting/7 was signed"
    ),
    "central-asia-2040 was adopted at consultative-meeting/6 on 2024 as of 2025-01-01": (
        "central-asia-2040 was adopted at consultative-meeting/6 on 2024 as of 2025-01-01"
    ),
    "proposal/regular-meetings was proposed by UZB on 2017": (
        "proposal/regular-meetings was proposed by UZB on 2017"
    ),
    "secretariat was proposed by UZB at consultative-meeting/7": (
        "secretariat was proposed by UZB at consultative-meeting/7"
    ),
    "consultative-meeting/7 was held": "consultative-meeting/7 was held",
    "consultative-meeting/7 was held in the town tashkent": "consultative-meeting/7 was held in tashkent",
    "consultative-meeting/7 was held in UZB": "consultative-meeting/7 was held in UZB",
    "consultative-meeting/7 was chaired by shavkat-mirziyoyev": (
        "consultative-meeting/7 was chaired by shavkat-mirziyoyev"
    ),
    "AZE is member of ots on 16 November 2025": "AZE is member of ots on 2025-11-16",
    "AZE is member of ots on November 16, 2025.": "AZE is member of ots on 2025-11-16",
    "consultative-meeting/7 was held on November 2025": "consultative-meeting/7 was held on 2025-11",
    "AZE is member of ots as of 2025-11-16": "AZE is member of ots as of 2025-11-16",
    "AZE is member of ots known at 12 reported by 2020-01-01 by official sources": (
        "AZE is member of ots known at 12 reported by 2020-01-01 by official sources"
    ),
    "AZE is member of ots known at 2026-06-04 by any source": (
        "AZE is member of ots known at 2026-06-04 by any sources"
    ),
    "AZE is member of ots by preferred sources": "AZE is member of ots",
    "AZE is member of ots by depositary sources": "AZE is member of ots by depositary sources",
}


def read(record: Mechanism, text: str) -> Claim:
    return read_claim(text, record.view()).claim


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_the_grammar_is_read_and_written_in_its_one_spelling(
    record: Mechanism, text: str
) -> None:
    claim = read(record, text)
    assert write_claim(claim) == FORMS[text]
    assert read(record, write_claim(claim)) == claim
    assert read_by_ids(write_claim(claim)) == claim


@pytest.mark.parametrize(
    "name",
    [
        "Azerbaijan",
        "Azerbaycan",
        "Азербайджан",
        "Azərbaycan",
        "Әзербайжан",
        "“Azerbaijan”",
        '"Azerbaycan"',
        "«Азербайджан»",
        "azerbaijan",
    ],
)
def test_a_state_is_read_under_its_name_in_any_of_our_languages(record: Mechanism, name: str) -> None:
    assert write_claim(read(record, f"{name} is member of ots")) == "AZE is member of ots"


@pytest.mark.parametrize(
    "name",
    [
        "Organization of Turkic States",
        "the Organization of Turkic States",
        "“Organization of Turkic States”",
        "Türk Devletleri Teşkilatı",
        "turk devletleri teskilati",
        "Организация тюркских государств",
        "the organization ots",
    ],
)
def test_a_body_is_read_under_its_name_in_any_of_our_languages(record: Mechanism, name: str) -> None:
    text = f"AZE is member of {name} on 2025-11-16"
    assert write_claim(read(record, text)) == "AZE is member of ots on 2025-11-16"


def test_a_name_borne_on_other_days_is_taken_and_said(record: Mechanism) -> None:
    found = read_claim("AZE is member of “Turkic Council” on 2025-11-16", record.view())
    assert write_claim(found.claim) == "AZE is member of ots on 2025-11-16"
    assert found.notes == ("“Turkic Council” is a name of other days; it is understood as ots.",)


def test_a_name_is_borne_on_the_day_that_the_claim_speaks_of_however_the_day_is_written(
    record: Mechanism,
) -> None:
    spelled = [
        "“Turkic Council” on 2020-11-16",
        "“Turkic Council” on 16 November 2020",
        "“Turkic Council” on November 16, 2020",
    ]
    assert [read_claim(f"AZE is member of {one}", record.view()).notes for one in spelled] == [(), (), ()]


def two_of_one_name() -> Cast:
    """Two bodies that bore one name from 2020 until one of them took another in 2022, and a place that bears it too."""
    cast = council()

    def named(text: str) -> dict[str, dict[str, str]]:
        return {"en": {"text": text, "by": "source"}}

    def renamed(body: str, text: str, on: str) -> dict[str, Any]:
        return act("rename", body=body, on=on, names=named(text), sources=GAZETTE)

    cast.enter(act("name", thing="first-league", type="body", names=named("Steppe League")))
    cast.enter(act("name", thing="second-league", type="body", names=named("Lake League")))
    cast.enter(act("name", thing="hotel", type="place", names=named("Steppe League")))
    cast.enter(renamed("second-league", "Steppe League", "2020-01-01"))
    cast.enter(renamed("first-league", "Old League", "2022-01-01"))
    cast.enter(begin("KAZ", "member", "2019-01-01", body="first-league"))
    return cast


def test_a_name_of_several_things_on_the_day_is_not_decided_and_offers_the_ids() -> None:
    view = two_of_one_name().view("2026-06-04")
    text = "KAZ is member of Steppe League on 2021-06-01"
    with pytest.raises(AmbiguousName) as refused:
        read_claim(text, view)
    assert sorted(refused.value.offers) == ["first-league", "second-league"]
    assert text[refused.value.start : refused.value.end] == "Steppe League"
    assert "“Steppe League” is the name of several things on that day" in str(refused.value)


def test_the_same_name_means_one_thing_on_a_day_on_which_one_alone_bears_it() -> None:
    view = two_of_one_name().view("2026-06-04")
    later = read_claim("KAZ is member of “Steppe League” on 2023-06-01", view)
    assert write_claim(later.claim) == "KAZ is member of second-league on 2023-06-01"
    assert later.notes == ()
    earlier = read_claim("KAZ is member of “Steppe League” on 2019-06-01", view)
    assert write_claim(earlier.claim) == "KAZ is member of first-league on 2019-06-01"


def test_an_id_is_never_ambiguous_whatever_name_others_bear() -> None:
    view = two_of_one_name().view("2026-06-04")
    assert (
        write_claim(read_claim("KAZ is member of first-league", view).claim)
        == "KAZ is member of first-league"
    )


def test_an_article_or_a_word_for_the_type_may_stand_before_any_thing(record: Mechanism) -> None:
    for text in (
        "the state AZE is a member of the organization ots",
        "all of the members of ots are members of ots",
    ):
        assert write_claim(read(record, text)).endswith("is member of ots")


def test_as_of_after_the_meetings_is_a_clock_and_not_a_capacity(record: Mechanism) -> None:
    for said in ("attended", "was invited to"):
        text = f"AZE {said} consultative-meeting/7 as of 2025-12-01"
        assert write_claim(read(record, text)) == text


def test_a_day_in_english_words_is_understood_wherever_a_day_may_stand(record: Mechanism) -> None:
    assert (
        write_claim(read(record, "UZB joined ots before 16 November 2025"))
        == "UZB joined ots before 2025-11-16"
    )
    claim = read(
        record, "AZE is member of ots on 16 November 2025 known at 4 June 2026 reported by 1 May 2026"
    )
    assert (
        write_claim(claim) == "AZE is member of ots on 2025-11-16 known at 2026-06-04 reported by 2026-05-01"
    )


def test_a_size_of_the_record_may_have_as_many_digits_as_a_year(record: Mechanism) -> None:
    assert write_claim(read(record, "AZE is member of ots known at 1234")).endswith("known at 1234")


def test_the_participants_of_a_body_are_its_parties_and_those_of_a_meeting_came_to_it(
    record: Mechanism,
) -> None:
    body = read(record, "every participant of consultative-meeting is member of ots")
    assert write_claim(body) == "every participant of body consultative-meeting is member of ots"
    meeting = read(record, "every participant of consultative-meeting/7 is member of ots")
    assert write_claim(meeting) == "every participant of meeting consultative-meeting/7 is member of ots"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("AZE attended the seventh meeting", "AZE attended consultative-meeting/7"),
        ("AZE attended the 7th summit of consultative-meeting", "AZE attended consultative-meeting/7"),
        ("AZE attended the first session of security-councils", "AZE attended security-councils/1"),
        (
            "security-councils/1 is the first meeting of security-councils",
            "security-councils/1 is the first meeting of security-councils",
        ),
    ],
)
def test_a_meeting_may_be_told_by_its_number(record: Mechanism, text: str, spelled: str) -> None:
    assert write_claim(read(record, text)) == spelled


def test_a_number_that_no_meeting_bears_is_refused_at_its_words(record: Mechanism) -> None:
    with pytest.raises(ClaimError) as refused:
        read(record, "AZE attended the 99th meeting")
    assert refused.value.word == "99th meeting"
