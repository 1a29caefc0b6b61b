"""Verdicts on the founding record: the sentences of the founding document, and those that come near them."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.told.documents import Statement, claims_of, stated_claim, statements_in
from kengesh.formats.claims.told.telling import headline, sentences
from kengesh.formats.claims.verdict.judging import Verdict, judge
from kengesh.formats.claims.verdict.nearest import nearest
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.terms.dates import Truth

FLAGSHIP = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"
DOCUMENT = "avim-2025-109"


def verdict(record: Mechanism, text: str, **clocks: Any) -> Verdict:
    return judge(read_claim(text, record.view()).claim, record, **clocks)


def truths(found: Verdict) -> dict[str, str]:
    return {one.name: one.truth.value for one in found.readings}


def told(found: Verdict, reading: int = 0) -> list[str]:
    return sentences(found, found.readings[reading], Reader(found.view, "en"))


def test_all_at_the_table_except_tajikistan_are_members_in_the_wide_reading_alone(record: Mechanism) -> None:
    found = verdict(record, FLAGSHIP)
    assert truths(found) == {"narrow": "no", "wide": "yes"}
    assert (found.headline, headline(found)) == ("holds-in-the-wide-reading", "holds in the wide reading")
    main = found.narrow.main
    assert sorted(one.thing for one in main.elements) == ["AZE", "KAZ", "KGZ", "TKM", "UZB"]
    assert [(one.thing, dict(one.has)) for one in main.exceptions()] == [
        ("TKM", {"status": "observer", "since": "2021-11-12"})
    ]
    assert found.narrow.except_ is not None
    assert found.narrow.except_.truth is Truth.YES


def test_its_exception_rests_on_acts_with_sources_and_says_that_they_differ(record: Mechanism) -> None:
    found = verdict(record, FLAGSHIP)
    exception = found.narrow.main.exceptions()[0]
    assert all(act.citations for act in exception.acts)
    assert exception.disputed
    assert "It is not so of: Turkmenistan (observer, since 12 November 2021)." in told(found)
    assert "Sources differ on: Turkmenistan; Uzbekistan." in told(found)


def test_the_nearest_true_claim_excepts_turkmenistan_as_well(record: Mechanism) -> None:
    found = verdict(record, FLAGSHIP)
    assert [write_claim(one) for one in nearest(found)] == [FLAGSHIP.replace("{TJK}", "{TJK, TKM}")]


def test_azerbaijan_was_not_guest_of_honour_at_the_last_three_meetings_but_at_two(record: Mechanism) -> None:
    found = verdict(record, "AZE was guest of honour at the last three meetings")
    assert truths(found) == {"narrow": "no", "wide": "no"}
    assert "So for 2 of 3." in told(found)
    nearer = "AZE was guest-of-honour at exactly 2 of the last 3 meetings of consultative-meeting"
    assert [write_claim(one) for one in nearest(found)] == [nearer]
    parts = {
        one.thing: (one.truth.value, one.has.get("capacity"))
        for one in found.narrow.main.elements[0].found.parts
    }
    assert parts == {
        "consultative-meeting/5": ("yes", "guest-of-honour"),
        "consultative-meeting/6": ("yes", "guest-of-honour"),
        "consultative-meeting/7": ("no", "head-of-state"),
    }


def test_whether_it_was_invited_as_such_to_the_third_the_sources_differ_and_it_is_said(
    record: Mechanism,
) -> None:
    found = verdict(record, "AZE was invited as guest of honour to the last three meetings")
    assert truths(found) == {"narrow": "not-known", "wide": "not-known"}
    parts = {one.thing: one for one in found.narrow.main.elements[0].found.parts}
    seventh = parts["consultative-meeting/7"]
    assert (seventh.truth, seventh.disputed) == (Truth.NOT_KNOWN, True)
    assert seventh.against
    assert any(one.startswith("Sources differ on:") and "Seventh" in one for one in told(found))
    assert any(one.startswith("Not known for:") and "Seventh" in one for one in told(found))


def test_it_was_invited_to_all_three(record: Mechanism) -> None:
    found = verdict(record, "AZE was invited to the last three meetings")
    assert found.headline == "holds"


STATEMENTS = {
    "f01": ("holds", True),
    "f02": ("holds", False),
    "f03": ("holds", False),
    "f04": ("not-known", False),
    "f06": ("holds-in-the-wide-reading", True),
    "f07": ("holds", True),
    "f09": ("not-known", True),
    "f12": ("holds", True),
    "f16": ("holds", True),
    "f17a": ("holds", True),
    "f18": ("holds", True),
    "f24": ("holds-in-the-wide-reading", True),
}
JUDGED_OF_NONE = ("f05", "f08", "f15", "f17b", "f20a", "f20b", "f21", "f22", "f23", "f25", "f26")


@pytest.fixture(scope="module")
def statements(record: Mechanism) -> dict[str, Statement]:
    found = statements_in(record, record.view(), DOCUMENT)
    prefix = "statement/avim-"
    return {
        name.removeprefix(prefix): one
        for one in found
        if (name := one.act.get("statement")).startswith(prefix)
    }


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_of_the_founding_document_has_its_verdict_with_sources(
    statements: dict[str, Statement], name: str
) -> None:
    statement = statements[name]
    assert statement.has_verdict
    (stated,) = statement.claims
    assert stated.verdict is not None
    assert (stated.verdict.headline, stated.verdict.disputed) == STATEMENTS[name]
    assert stated.act.get("words")["tr"]["by"] == "source"
    assert stated.act.get("by") == ["The Kengesh authors"]
    behind = [act for one in stated.verdict.narrow.main.elements for act in one.found.acts]
    assert all(act.citations for act in behind)
    assert behind or stated.verdict.truth is not Truth.YES
    assert not stated.own_word_alone


def test_judgements_and_possibilities_of_the_document_have_no_verdict(
    statements: dict[str, Statement],
) -> None:
    assert [name for name, one in statements.items() if not one.has_verdict] == list(JUDGED_OF_NONE)
    assert all(not statements[name].claims for name in JUDGED_OF_NONE)
    assert {statements[name].act.get("form") for name in JUDGED_OF_NONE} == {"judgement", "possibility"}


def test_the_statements_stand_in_the_order_of_the_document(statements: dict[str, Statement]) -> None:
    names = list(statements)
    assert (
        names.index("f01") < names.index("f05") < names.index("f12") < names.index("f16") < names.index("f24")
    )


def test_what_the_language_cannot_say_is_left_without_a_claim(statements: dict[str, Statement]) -> None:
    left = [name for name, one in statements.items() if one.has_verdict and not one.claims]
    assert left == ["f10", "f11", "f13", "f14", "f19"]


def test_every_claim_of_the_record_is_read_and_is_in_its_one_spelling(record: Mechanism) -> None:
    stated = claims_of(record, record.view())
    assert len(stated) == len(STATEMENTS)
    for one in stated:
        assert one.claim is not None
        assert write_claim(one.claim) == one.act.get("text")


def test_at_an_earlier_size_of_the_record_the_same_claim_was_not_known(record: Mechanism) -> None:
    early = verdict(record, f"{FLAGSHIP} known at 3")
    assert truths(early) == {"narrow": "not-known", "wide": "not-known"}
    assert early.view.size == 3
    assert truths(verdict(record, FLAGSHIP, known_at=3)) == truths(early)


def test_a_status_whose_rank_the_record_does_not_know_yet_denies_no_membership(record: Mechanism) -> None:
    sizes = range(1, record.state.size, 40)
    text = "AZE is member of consultative-meeting on 2025-11-16"
    assert {verdict(record, text, known_at=size).truth for size in sizes} <= {Truth.YES, Truth.NOT_KNOWN}


def test_by_sources_published_before_it_turkmenistan_was_not_known_as_an_observer(record: Mechanism) -> None:
    text = "TKM is observer of ots on 2025-11-16"
    assert verdict(record, f"{text} reported by 2021-11-11").truth is Truth.NOT_KNOWN
    assert verdict(record, f"{text} reported by 2021-12-31").truth is Truth.YES


def test_whose_sources_count_decides_what_is_known(record: Mechanism) -> None:
    observer = "TKM is observer of ots on 2025-11-16"
    assert verdict(record, f"{observer} by official sources").truth is Truth.YES
    assert verdict(record, f"{observer} by depositary sources").truth is Truth.NOT_KNOWN
    joined = "UZB joined ots on 2019-09-14"
    assert verdict(record, joined).truth is Truth.YES
    differing = verdict(record, f"{joined} by any sources")
    assert (differing.truth, differing.disputed) == (Truth.NOT_KNOWN, True)


def test_a_clock_of_the_claim_goes_before_that_of_who_asks(record: Mechanism) -> None:
    found = verdict(record, "TKM is member of ots on 2025-11-16", on="2001-01-01")
    assert found.view.on.isoformat() == "2025-11-16"
    dated = verdict(record, "consultative-meeting/7 was held on 2025 as of 2025-01-01", on="2026-01-01")
    assert (dated.view.on.isoformat(), dated.truth) == ("2025-01-01", Truth.NOT_KNOWN)


def test_announced_is_never_done(record: Mechanism) -> None:
    assert verdict(record, "consultative-meeting/8 was held").truth is Truth.NOT_KNOWN
    planned = verdict(record, "TKM is member of ots on 2026-06-04")
    assert planned.truth is not Truth.YES


ANSWERS = {
    "only {AZE, KAZ, KGZ, TUR, UZB} is member of ots on 2026-02-12": ("yes", "no"),
    "only {AZE, KAZ, KGZ, TUR} is member of ots on 2026-02-12": ("no", "no"),
    "exactly 5 member of ots is member of ots on 2026-02-12": ("yes", "yes"),
    "at least 6 member of ots is member of ots on 2026-02-12": ("no", "no"),
    "at least 6 member of ots is member of ots on 2025-02-12": ("not-known", "not-known"),
    "USA is member of ots on 2026-02-12": ("no", "not-known"),  # no list of the observers is complete
    "USA is member of ots on 2025-02-12": ("not-known", "not-known"),
    "AZE joined ots before UZB": ("yes",),
    "UZB is the first to join ots": ("no",),
    "AZE is the first to join ots": ("yes",),
    "KAZ is the first to host a meeting of consultative-meeting": ("yes",),
    "KGZ is the first to sign treaty-2022": ("yes",),
    "TKM signed treaty-2022": ("not-known",),
    "AZE shares at least 3 bodies with KAZ": ("yes", "yes"),
    "AZE shares at least 900 bodies with KAZ": ("not-known", "not-known"),
    "consultative-meeting/7 was chaired by UZB": ("yes",),
    "consultative-meeting/7 was chaired by KAZ": ("no",),
    "consultative-meeting/1 is the first meeting of consultative-meeting": ("yes",),
    "consultative-meeting/2 is the first meeting of consultative-meeting": ("no",),
    "consultative-meeting/1 was held in KAZ on 2018": ("yes",),
    "consultative-meeting/1 was held in UZB": ("no",),
    "consultative-meeting/1 was held on 2019": ("no",),
}


@pytest.mark.parametrize("text", ANSWERS)
def test_the_record_answers_a_sentence_about_statuses_meetings_and_texts(
    record: Mechanism, text: str
) -> None:
    assert tuple(truths(verdict(record, text)).values()) == ANSWERS[text]


def test_one_claim_of_the_record_is_judged_by_its_id(record: Mechanism) -> None:
    found = stated_claim(record, record.view(), "claim/avim-f24")
    assert found.verdict is not None
    assert write_claim(found.verdict.claim) == FLAGSHIP
