"""The page of a checked document: every statement in its order, a verdict where there is one, and what is not judged said so."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from kengesh.formats.claims.told.documents import statements_in
from kengesh.mechanism.record import Mechanism

PAGE = "/en/documents/avim-2025-109"


def statement(page: str, id_: str) -> str:
    """Return what the page has of a statement."""
    return (
        unescape(page).partition(f'id="statement-{id_}"')[2].partition('<li class="document__statement"')[0]
    )


def test_every_statement_stands_in_its_order_with_its_form(shown: Any, record: Mechanism) -> None:
    page = shown(PAGE)
    stated = [one.act.get("statement") for one in statements_in(record, record.view(), "avim-2025-109")]
    assert len(stated) > 25
    found = re.findall(r'<li class="document__statement" id="([^"]+)">', page)
    assert found == [one.replace("/", "-") for one in stated]


def test_a_statement_has_its_claim_and_verdict_and_the_words_on_which_it_turns(shown: Any) -> None:
    told = statement(shown(PAGE), "avim-f24")
    assert "a fact as stated" in told
    assert 'verdict--holds-in-the-wide-reading">holds in the wide reading<' in told
    assert 'href="/en/claims/claim/avim-f24"' in told
    assert re.search(r'turns on the author\'s words: <q><span lang="tr">', told)


def test_a_judgement_has_no_verdict_but_what_the_record_has_beside_it(shown: Any) -> None:
    told = statement(shown(PAGE), "avim-f05")
    assert "a judgement" in told and "not judged" in told and "claims/claim" not in told
    assert 'href="/en/disputes/dispute/c-31"' in told
    assert 'href="/en/bodies/consultative-meeting"' in told


def test_a_statement_that_was_not_entered_as_a_claim_says_so(shown: Any) -> None:
    told = statement(shown(PAGE), "avim-f13")
    assert "not entered as a claim" in told and "verdict--holds" not in told


def test_the_counts_come_to_all_statements_of_the_document(shown: Any, record: Mechanism) -> None:
    page = shown(PAGE).partition('<ol class="document">')[0]
    counts = re.findall(r'<li><strong class="verdict [^>]+>[^<]+</strong> (\d+)</li>', page)
    assert sum(map(int, counts)) == len(statements_in(record, record.view(), "avim-2025-109"))


def test_the_title_of_the_document_is_marked_with_its_language(shown: Any) -> None:
    assert re.search(r'<h1>Checked: <span lang="tr">Orta Asya', shown(PAGE))
    assert re.search(r"<h1>[^<]*Orta Asya", shown("/tr/documents/avim-2025-109"))


def test_the_page_of_a_checked_source_leads_to_it_and_that_of_another_does_not(shown: Any) -> None:
    assert 'href="/en/documents/avim-2025-109"' in shown("/en/sources/avim-2025-109")
    assert "/documents/" not in shown("/en/sources/docs-cntd-1")


def test_a_document_without_statements_says_so_and_what_is_no_source_is_not_found(
    shown: Any, site: Any
) -> None:
    assert "The record has no statements of this document" in shown("/en/documents/docs-cntd-1")
    assert site.get("/en/documents/KAZ").status_code == 404
    assert site.get("/en/documents/no-such-source").status_code == 404


def test_before_it_was_entered_the_document_is_not_known(shown: Any) -> None:
    assert "This source was not in the record by then." in shown(f"{PAGE}?known_at=0")


def test_it_is_cited_as_a_page_of_its_own(shown: Any) -> None:
    cited = re.search(r'colophon__citation">(.*?)</p>', shown(PAGE))
    assert cited and "Checked: Orta Asya" in cited[1] and "known_at=" in cited[1]
