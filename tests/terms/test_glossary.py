"""The glossary: every term in nine languages, and how far to trust each word."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import is_normalized

import pytest

from kengesh.terms.glossary import SECTIONS, Entry, Term, all_terms, entry, term, terms_of
from kengesh.terms.languages import LANGUAGES

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def test_there_are_286_terms_in_six_sections_and_no_id_twice():
    counted = Counter(row.section for row in all_terms())
    assert counted == {"body": 32, "instrument": 31, "status": 37, "act": 94, "transport": 41, "place": 51}
    assert len({row.id for row in all_terms()}) == 286


def test_the_words_seen_in_real_texts_are_counted_by_language():
    counted = Counter(language for row in all_terms() for language in row.attested)
    expected = {
        "en": 120,
        "tr": 97,
        "ru": 142,
        "az": 109,
        "kk": 113,
        "ky": 112,
        "tg": 103,
        "tk": 123,
        "uz": 121,
    }
    assert counted == expected


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_keeps_the_order_of_the_file(section):
    assert terms_of(section) == tuple(row for row in all_terms() if row.section == section)


@pytest.mark.parametrize("row", all_terms(), ids=lambda row: row.id)
def test_a_row_is_whole_and_its_marks_name_languages(row):
    assert set(row.texts) == set(LANGUAGES)
    assert all(text == text.strip() and text for text in row.texts.values())
    assert all(is_normalized("NFC", text) for text in (*row.texts.values(), row.remark))
    assert (row.attested | row.check) <= set(LANGUAGES)
    assert all(address.startswith("http") for address in row.sources)
    assert row.sources or not (row.attested - {"en"}) or row.section == "place"
    for language in ("ru", "kk", "ky", "tg"):
        assert CYRILLIC.search(row.texts[language]) or row.texts[language] in ("TEU", "ad referendum")
    for language in ("en", "tr", "az", "tk", "uz"):
        assert not CYRILLIC.search(row.texts[language])


def test_an_attested_term_says_so():
    assert term("ots", "tr") == Term(
        "Türk Devletleri Teşkilatı", "tr", attested=True, check=False, fallback=False
    )


def test_words_that_nobody_was_seen_to_use_are_ours_and_to_be_checked():
    for language in ("az", "kk", "ky", "tg", "tk", "uz"):
        found = term("silence-procedure", language)
        assert (found.attested, found.check) == (False, True)


def test_not_known_is_never_no():
    for language in LANGUAGES:
        assert term("not-known", language).text != term("no", language).text


def test_full_member_and_full_participant_are_two_terms_in_every_language():
    for language in LANGUAGES:
        assert term("full-member", language).text != term("full-participant", language).text


def test_a_missing_word_falls_back_to_english_and_says_so():
    texts = dict.fromkeys(LANGUAGES, "") | {"en": "rolling text"}
    row = Entry("x", "act", texts, frozenset({"en"}), frozenset(), "", ())
    assert row.term("kk") == Term("rolling text", "en", attested=True, check=False, fallback=True)


@pytest.mark.parametrize(
    "ask", [lambda: term("xx", "en"), lambda: term("ots", "de"), lambda: entry(""), lambda: terms_of("x")]
)
def test_what_the_glossary_does_not_have_is_refused_with_a_sentence(ask):
    with pytest.raises(KeyError, match="the glossary has no"):
        ask()
