"""Verdicts for others: as ClaimReview, and as a line to cite."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.told.review import cite_line, claim_review
from kengesh.formats.claims.verdict.judging import Verdict, judge
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.terms.citations import Source
from kengesh.terms.dates import parse_when
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import in_language


def verdict(record: Mechanism, text: str) -> Verdict:
    return judge(read_claim(text, record.view()).claim, record)


def test_a_review_has_what_claim_review_asks_for(record: Mechanism) -> None:
    found = verdict(record, "TKM is member of ots on 2025-11-16")
    made = claim_review(
        found,
        Reader(found.view, "en"),
        origin="kengesh.test/founding",
        reviewed_on=date(2026, 6, 4),
        address="https://record.example/claims/1",
        words="Türkmenistan üyedir",
    )
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
    assert (made["@context"], made["@type"]) == ("https://schema.org", "ClaimReview")
    assert made["claimReviewed"] == made["itemReviewed"]["text"] == "Türkmenistan üyedir"
    assert made["itemReviewed"]["@type"] == "Claim"
    assert made["reviewRating"]["@type"] == "Rating"
    assert made["reviewRating"]["alternateName"] == "holds in the wide reading"
    assert made["author"] == {"@type": "Organization", "name": "Record kengesh.test/founding"}
    assert (made["datePublished"], made["url"]) == ("2026-06-04", "https://record.example/claims/1")
    assert "Turkmenistan" in made["reviewRating"]["ratingExplanation"]
    assert made["identifier"] == "TKM is member of ots on 2025-11-16"


def test_a_review_leaves_out_what_is_not_known_and_gives_no_grade_in_numbers(record: Mechanism) -> None:
    found = verdict(record, "TKM is member of ots on 2025-11-16")
    made = claim_review(found, Reader(found.view, "en"), origin="here", reviewed_on=date(2026, 6, 4))
    assert "url" not in made
    assert set(made["itemReviewed"]) == {"@type", "text"}
    assert not {"ratingValue", "bestRating", "worstRating"} & set(made["reviewRating"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_to_cite_says_what_of_which_record_at_which_size_and_day(
    record: Mechanism, language: str
) -> None:
    with in_language(language):
        found = verdict(record, "TKM is member of ots on 2025-11-16")
        line = cite_line(
            found, Reader(found.view, language), origin="kengesh.test/founding", address="https://a.example"
        )
    assert "TKM is member of ots on 2025-11-16" in line
    assert "kengesh.test/founding" in line
    assert str(record.state.size) in line
    assert line.endswith(" https://a.example")
    assert "\n" not in line


def test_a_review_names_the_document_in_which_the_claim_was_made(record: Mechanism) -> None:
    found = verdict(record, "TKM is member of ots on 2025-11-16")
    paper = Source(
        id="paper",
        author=("A. Author", "B. Author"),
        title="On the Turkic States",
        published=parse_when("2025-12-16"),
        language="tr",
        address="https://paper.example/1",
    )
    reader = Reader(found.view, "en")
    made = claim_review(found, reader, origin="here", reviewed_on=date(2026, 6, 4), document=paper)
    item = made["itemReviewed"]
    assert item["appearance"]["name"] == "On the Turkic States"
    assert item["appearance"]["url"] == "https://paper.example/1"
    assert item["datePublished"] == "2025-12-16"
    assert [one["name"] for one in item["author"]] == ["A. Author", "B. Author"]
