"""A draft goes in, and out come its sentences with what the record tells otherwise, what agrees, and what was not checked."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import kengesh.texts
from kengesh.formats.drafts.against.answering import sort_words
from kengesh.formats.drafts.against.checking import check_draft
from kengesh.formats.drafts.reading.whole import read_draft_bytes
from kengesh.formats.drafts.values import Checked
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import in_language
from tests.site.drafts.filling import DRAFT, file, pasted

WORD = Path(kengesh.texts.__file__).parent / "example" / "base.en.docx"


@pytest.fixture(scope="module")
def checked(record: Mechanism) -> Checked:
    view = record.view()
    with in_language("en"):
        return check_draft(read_draft_bytes("draft.txt", DRAFT.encode()), view, Reader(view, "en"))


def sent(site: Any, fields: dict[str, Any], language: str = "en") -> str:
    response = site.post(f"/{language}/check-draft", fields)
    assert response.status_code == 200, response.content[:2000]
    return str(response.content.decode())


def section(page: str, heading: str) -> str:
    return unescape(page.partition(f"<h2>{heading}</h2>")[2].partition("</section>")[0])


def test_what_the_check_finds_stands_under_its_sentence(site: Any, checked: Checked) -> None:
    told = section(sent(site, pasted()), "What its author may want to look at")
    assert checked.findings
    for one in checked.findings:
        assert one.says in told
        if one.sentence is not None:
            assert told.index(one.sentence.text) < told.index(one.says)


def test_a_status_that_the_record_tells_otherwise_comes_with_its_notes_and_links(site: Any) -> None:
    page = sent(site, pasted())
    found = re.search(
        r'<li class="drafts__finding drafts__finding--told-otherwise">.*?</details>', page, re.S
    )
    assert found is not None and "observer" in found[0]
    assert 'href="#note-1"' in found[0] and 'id="note-1"' in page
    assert 'href="/en/states/TKM"' in found[0] and 'href="/en/bodies/ots"' in found[0]


def test_what_agrees_is_said_too(site: Any, checked: Checked) -> None:
    told = section(sent(site, pasted()), "What agrees with the record")
    assert checked.agreeing and all(one.says in told for one in checked.agreeing)


def test_what_could_not_be_checked_is_said_with_the_numbers_that_sentences_have_on_the_page(
    site: Any, checked: Checked
) -> None:
    page = sent(site, pasted())
    told = section(page, "What could not be checked")
    assert checked.not_checked and all(one in told for one in checked.not_checked)
    assert "Sentence 2, paragraph 2" in page


def test_an_opinion_is_counted_and_not_judged(site: Any) -> None:
    page = sent(site, pasted())
    assert "No opinion is judged" in page and "There is 1 here." in page
    assert "more open in ten years" not in section(page, "What its author may want to look at")


def test_a_sentence_is_marked_with_the_language_of_the_draft(site: Any) -> None:
    text = "Türkmenistan, Türk Devletleri Teşkilatı'nın üyesidir ve bu bilgi 16 Kasım 2025 tarihinde verilmiştir."
    page = sent(site, pasted(text))
    assert '<dd lang="tr">Türkçe</dd>' in page
    assert '<blockquote class="drafts__sentence" lang="tr">Türkmenistan' in page


def test_the_language_that_was_chosen_is_taken(site: Any) -> None:
    assert '<dd lang="ru">русский</dd>' in sent(site, pasted(language="ru"))


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
def test_files_of_text_are_read(site: Any, name: str) -> None:
    text = DRAFT if name != "draft.html" else f"<p>{DRAFT.partition('[1]')[0]}</p>"
    page = sent(site, {"file": file(name, text.encode())})
    assert name in page and "was held in Tashkent" in page


def test_a_word_file_is_read(site: Any) -> None:
    page = sent(site, {"file": file("base.docx", WORD.read_bytes())})
    assert "base.docx" in page and '<dd lang="en">English</dd>' in page


def test_what_a_draft_says_in_tags_is_shown_and_not_obeyed(site: Any) -> None:
    page = sent(site, pasted("On 16 November 2025 <script>alert(1)</script> met in Tashkent."))
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_a_finding_is_named_as_on_the_command_line(site: Any, checked: Checked) -> None:
    page = unescape(sent(site, pasted()))
    for one in checked.findings:
        words = sort_words({"sort": one.sort.value, "what": one.what})
        assert f'<strong class="drafts__sort">{words}</strong> {one.says}' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_is_there_in_every_language(site: Any, language: str) -> None:
    assert "drafts__finding--told-otherwise" in sent(site, pasted(), language)
