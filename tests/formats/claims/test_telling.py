"""Verdicts in sentences, in nine languages; as ClaimReview; as a line to cite."""

from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given, settings

from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.values import (
    Attended,
    Claim,
    InstrumentsOf,
    IsFirst,
    IsPartyTo,
    IsStatus,
    Joined,
    Listed,
    MeetingsOf,
    OfStatus,
    ParticipantsOf,
    Predicate,
    Quantifier,
    Quantity,
    Set,
    Shares,
    Signed,
    TookPart,
    WasChaired,
    WasHeld,
    WasInvited,
    WasMade,
    WasProposed,
)
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.told.definitions import definitions
from kengesh.formats.claims.told.telling import (
    ANSWERS,
    READING_WORDS,
    claim_phrase,
    headline,
    headline_words,
    sentences,
)
from kengesh.formats.claims.verdict.judging import HEADLINES, Verdict, judge, judge_in
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.terms.dates import Truth
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import in_language
from tests.formats.claims.any_claim import claims
from tests.mechanism.cast import council

NOBODY_KNOWS = council()
LAST = MeetingsOf("consultative-meeting", 3)
PARTY = Listed(("AZE",))
QUANTIFIERS = [
    *(Quantifier(one) for one in (Quantity.EVERY, Quantity.NO, Quantity.SOME, Quantity.ONLY)),
    *(Quantifier(one, 2) for one in (Quantity.EXACTLY, Quantity.AT_LEAST)),
]
OF_PARTIES: list[Predicate] = [
    IsStatus("member", "ots"),
    IsStatus("observer", "ots"),
    TookPart(LAST),
    Attended(LAST),
    Attended(LAST, "guest-of-honour", Quantifier(Quantity.AT_LEAST, 2)),
    WasInvited(LAST, None, Quantifier(Quantity.NO)),
    WasInvited(LAST, "guest-of-honour", Quantifier(Quantity.SOME)),
    Signed("signed", Listed(("treaty-2022",))),
    Signed("ratified", InstrumentsOf("consultative-meeting/4"), Quantifier(Quantity.EXACTLY, 1)),
    IsPartyTo("treaty-2022"),
    Joined("ots"),
    Joined("ots", "before", "2020-01-01"),
    Joined("ots", "after", None, "KAZ"),
    Shares(3, "KAZ"),
    IsFirst("join", "ots"),
    IsFirst("sign", "treaty-2022"),
    IsFirst("host", "consultative-meeting"),
]
OF_MEETINGS: list[Predicate] = [
    WasHeld(),
    WasHeld("tashkent"),
    WasChaired("UZB"),
    IsFirst("meet", "consultative-meeting"),
]
OF_TEXTS: list[Predicate] = [
    WasMade("adopted"),
    WasMade("signed", "consultative-meeting/7"),
    WasMade("approved"),
    WasProposed("UZB"),
    WasProposed("UZB", "consultative-meeting/7"),
]
SAID: list[tuple[list[Set], list[Predicate]]] = [
    (
        [PARTY, Listed(("AZE", "TKM")), OfStatus("member", "ots"), ParticipantsOf("consultative-meeting/7")],
        OF_PARTIES,
    ),
    ([Listed(("consultative-meeting/7",)), LAST], OF_MEETINGS),
    ([Listed(("treaty-2022",)), InstrumentsOf("consultative-meeting/7")], OF_TEXTS),
]
FOR_SENTENCES = [
    *(
        Claim(Listed(("AZE", "KAZ", "KGZ", "TUR", "UZB")), IsStatus("member", "ots"), QUANTIFIERS[3], on=on)
        for on in ("2026-02-12", "2025-02-12")
    ),
    *(Claim(Listed(("AZE", "TKM")), IsStatus("member", "ots"), one, on="2025-11-16") for one in QUANTIFIERS),
    *(Claim(Listed(("JPN", "USA")), IsStatus("member", "ots"), one, on="2025-02-12") for one in QUANTIFIERS),
    *(Claim(Listed(("AZE", "TUR")), IsStatus("member", "ots"), one, on="2025-11-16") for one in QUANTIFIERS),
    *(
        Claim(OfStatus("member", "ots"), IsStatus("observer", "ots"), one, on="2026-02-12")
        for one in QUANTIFIERS
    ),
    *(
        Claim(OfStatus("member", "ots"), IsStatus("member", "csto"), one, on="2025-02-12")
        for one in QUANTIFIERS
    ),
    *(
        Claim(subjects, predicate, quantifier)
        for sets, predicates in SAID
        for subjects, predicate, quantifier in product(sets, predicates, QUANTIFIERS[::4])
    ),
]


def verdict(record: Mechanism, text: str) -> Verdict:
    return judge(read_claim(text, record.view()).claim, record)


def told(found: Verdict, language: str = "en") -> list[str]:
    reader = Reader(found.view, language)
    return [one for reading in found.readings for one in sentences(found, reading, reader)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_is_told_in_full_sentences_in_every_language(record: Mechanism, language: str) -> None:
    truths = set()
    with in_language(language):
        for claim in FOR_SENTENCES:
            found = judge(claim, record, on="2025-11-16")
            truths |= {(claim.quantifier.quantity, one.truth) for one in found.readings}
            words = [
                *told(found, language),
                claim_phrase(claim, Reader(found.view, language)),
                headline(found),
            ]
            words += definitions(claim, len(found.readings))
            for one in words:
                assert one, claim
                assert "{" not in one and "}" not in one and "None" not in one, one
                assert one == one.strip()
            assert all(one.endswith((".", ".”", "»", ":")) for one in told(found, language))
    assert truths >= {(one.quantity, truth) for one in QUANTIFIERS for truth in Truth}


@settings(derandomize=True, deadline=None, max_examples=60)
@given(claims())
def test_a_claim_about_things_that_nobody_knows_is_told_too(claim: Claim) -> None:
    found = judge_in(claim, NOBODY_KNOWS.view())
    answer = verdict_answer(found, Reader(found.view, "en"))
    assert json.loads(json.dumps(answer))["headline"] == found.headline
    assert told(found)


def test_there_is_a_sentence_for_every_quantifier_and_truth_and_a_word_for_every_headline() -> None:
    assert set(ANSWERS) == set(product([None, *Quantity], Truth))
    words = [headline_words(one) for one in HEADLINES]
    assert words == ["holds", "holds in the wide reading", "not as worded", "not known"]
    assert set(READING_WORDS) == {"narrow", "wide", "one"}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_the_sentences_are_those_of_the_language(record: Mechanism, language: str) -> None:
    text = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"
    english = set(told(verdict(record, text)))
    with in_language(language):
        found = verdict(record, text)
        assert not set(told(found, language)) & english
        assert headline(found) != "holds in the wide reading"
        assert not set(definitions(found.claim, 2)) & set(_in_english(found.claim))


def _in_english(claim: Claim) -> list[str]:
    with in_language("en"):
        return definitions(claim, 2)


def test_an_answer_has_the_shape_of_every_answer_and_its_rows_rest_on_acts(record: Mechanism) -> None:
    found = verdict(
        record, "every participant of meeting consultative-meeting/7 is member of ots on 2025-11-16"
    )
    answer = verdict_answer(found, Reader(found.view, "en"))
    assert (answer["truth"], answer["headline"], answer["disputed"]) == ("no", "not-as-worded", True)
    assert [one["reading"] for one in answer["readings"]] == ["narrow", "wide"]
    row = next(one for one in answer["answer"] if one["thing"] == "TKM" and one["reading"] == "narrow")
    assert (row["inside"], row["truth"], row["words"]) == ("yes", "no", "observer, since 12 November 2021")
    assert row["acts"] and row["sources"]
    assert {one["id"] for one in answer["answer"]} >= {"narrow/TKM", "wide/TKM"}
    assert len({one["id"] for one in answer["answer"]}) == len(answer["answer"])
    assert json.loads(json.dumps(answer)) == answer
