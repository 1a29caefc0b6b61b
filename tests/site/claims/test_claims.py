"""The claims of the record: the list with its verdicts, and the page of each, with the author's words, a reply, its history."""

from __future__ import annotations

import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kengesh.desk.enter import add_files
from kengesh.desk.packs import files_of
from kengesh.formats.claims.told.listing import claims_answer
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import load_key
from tests.site.conftest import serving

REPLY = """
- row: a-reply
  act: reply-to-claim
  claim: claim/avim-f24
  by: [The author]
  what: {tr: {text: Gözlemci üyeler de üye sayılmıştır., by: source}}
  on: 2026-03-01
  sources: [{source: avim-2025-109}]
- row: another-organization
  act: name
  thing: other-ots
  type: body
  names: {en: {text: Organization of Turkic States, by: ours}}
  sources: [{source: avim-2025-109}]
- row: a-judgement-as-a-claim
  act: state-claim
  claim: claim/avim-f05
  text: KAZ is member of consultative-meeting
  document: avim-2025-109
  statement: statement/avim-f05
  by: [The Kengesh authors]
  sources: [{source: avim-2025-109, passage: paragraph 1}]
"""


@pytest.fixture(scope="module")
def replied(founding_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site on a copy of the founding record in which the author has replied, and a second body bears the name of another."""
    folder = tmp_path_factory.mktemp("replied")
    for name in ("record", "record.writer"):
        if founding_folder.with_name(name).exists():
            shutil.copytree(founding_folder.with_name(name), folder / name)
    shutil.copy(founding_folder.with_name("record.key"), folder)
    rows = folder / "rows.yaml"
    rows.write_text(REPLY, encoding="utf-8", newline="\n")
    add_files(folder / "record", load_key(folder / "record.key"), files_of([rows]))
    with serving(folder / "record") as address:
        yield address


def fetched(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, unescape(answer.read().decode())
    except urllib.error.HTTPError as refused:
        return refused.code, unescape(refused.read().decode())


def test_the_list_has_every_claim_with_its_verdict(shown: Any, record: Mechanism) -> None:
    rows = claims_answer(record, record.view())["answer"]
    page = shown("/en/claims")
    assert re.findall(r'claims__said"><a href="/en/claims/([^"?]+)"', page) == [one["id"] for one in rows]
    assert page.count('<strong class="verdict ') == len(rows)
    assert 'href="/en/documents/avim-2025-109">All that it states, checked</a>' in page


def test_claims_can_be_narrowed_by_their_verdict_and_document(
    shown: Any, site: Any, record: Mechanism
) -> None:
    rows = claims_answer(record, record.view())["answer"]
    unknown = [one["id"] for one in rows if one["headline"] == "not-known"]
    page = shown("/en/claims?verdict=not-known&document=avim-2025-109")
    assert unknown and re.findall(r'claims__said"><a href="/en/claims/([^"?]+)"', page) == unknown
    assert site.get("/en/claims?verdict=true").status_code == 400


def test_every_claim_has_a_page_with_its_verdict_and_the_authors_words(shown: Any, record: Mechanism) -> None:
    for one in claims_answer(record, record.view())["answer"]:
        page = unescape(shown(f"/en/claims/{one['id']}"))
        assert f'verdict--{one["headline"]}">{one["headline_words"]}<' in page, one["id"]
        for language, words in one["words"].items():
            assert f'<span lang="{language}">{words["text"]}</span>' in page
        assert "The Kengesh authors" in page and 'href="/en/documents/avim-2025-109"' in page
        assert f'<code lang="en">{one["text"]}</code>' in page


def test_the_page_of_a_claim_has_the_paraphrase_as_its_title(shown: Any) -> None:
    page = shown("/en/claims/claim/avim-f24")
    title = "All countries at the summit except Tajikistan are members of the Organization of Turkic States."
    assert f"<h1>{title}</h1>" in page
    assert "in the words of the compilers: The Kengesh authors" in page


def test_for_the_seventh_meeting_it_is_not_known_whether_azerbaijan_was_invited_as_a_guest_of_honour(
    shown: Any,
) -> None:
    page = unescape(shown("/en/claims/claim/avim-f09"))
    assert 'verdict--not-known">not known<' in page
    assert "So for 2 of 3." in page and "Not known for: “Seventh Consultative Meeting" in page
    assert "onur konuğu" in page


def test_a_verdict_is_as_of_the_clocks_of_the_page_where_the_claim_leaves_them_open(shown: Any) -> None:
    early = shown("/en/claims/claim/avim-f24?reported_by=2026-01-01")
    assert "Sources count up to:" in early


def test_a_claim_that_was_not_entered_yet_is_said_to_be_none_then(shown: Any, site: Any) -> None:
    assert "This claim was not in the record by then." in shown("/en/claims/claim/avim-f24?known_at=400")
    assert site.get("/en/claims/claim/nix").status_code == 404
    assert site.get("/en/claims/KAZ").status_code == 404


def test_things_that_name_a_claim_lead_to_its_page(site: Any) -> None:
    assert site.get("/id/claim/avim-f24").headers["Location"].endswith("/en/claims/claim/avim-f24")


@pytest.mark.parametrize("language", ["en", "tr", "ru", "az", "kk", "ky", "tg", "tk", "uz"])
def test_the_pages_are_there_in_every_language(site: Any, language: str) -> None:
    for page in ("claims", "claims/check", "claims/claim/avim-f24", "documents/avim-2025-109"):
        assert site.get(f"/{language}/{page}").status_code == 200, page


def test_the_authors_reply_stands_with_the_verdict(replied: str) -> None:
    status, page = fetched(f"{replied}/en/claims/claim/avim-f24")
    assert status == 200
    assert '<blockquote><span lang="tr">Gözlemci üyeler de üye sayılmıştır.</span>' in page
    assert page.index("The author's reply") < page.index("<h2>Verdict</h2>")
    history = page.partition("<h2>History</h2>")[2].partition("</section>")[0]
    assert history.count("<li>") == 2
    assert "Gözlemci üyeler de" in fetched(f"{replied}/en/documents/avim-2025-109")[1]


def test_a_judgement_has_no_verdict_whatever_claim_is_entered_for_it(replied: str) -> None:
    status, page = fetched(f"{replied}/en/claims/claim/avim-f05")
    assert status == 200
    assert "The record gives no verdict on it." in page and '<strong class="verdict' not in page
    listed = fetched(f"{replied}/en/claims")[1].partition("claims/claim/avim-f05")[2].partition("</tr>")[0]
    assert "not judged" in listed and '<strong class="verdict' not in listed


def test_a_name_of_several_things_is_ambiguous_and_offers_the_id_of_each(replied: str) -> None:
    claim = "KAZ%20is%20member%20of%20%22Organization%20of%20Turkic%20States%22"
    status, page = fetched(f"{replied}/en/claims/check?claim={claim}")
    assert status == 400
    assert "is the name of several things on that day" in page
    offered = re.findall(
        r'<a href="([^"]+)" rel="nofollow"><code lang="en">([^<]+)</code></a> \(([^)]+)\)', page
    )
    assert {(one, name) for _href, one, name in offered} == {
        ("ots", "Organization of Turkic States"),
        ("other-ots", "Organization of Turkic States"),
    }
    href = next(href for href, one, _name in offered if one == "ots")
    status, page = fetched(replied + href)
    assert status == 200 and 'class="verdict verdict--holds"' in page
