"""Names as a draft writes them: in all their forms, of another time, misspelt, borne by several."""

from __future__ import annotations

import pytest

from kengesh.formats.drafts.against.lexicon import lexicon_of
from kengesh.formats.drafts.against.mentions import mentions_in
from kengesh.formats.drafts.against.names_borne import is_one_letter_apart
from kengesh.formats.drafts.against.numbers import count_of, order_before
from kengesh.formats.drafts.against.tokens import tokens_of

FORMS = [
    ("tr", "Taşkentte", "tashkent"),
    ("tr", "Taşkent'te", "tashkent"),
    ("tr", "Kazakistanda", "KAZ"),
    ("tr", "Özbekistanın", "UZB"),
    ("tr", "Azerbaycanın", "AZE"),
    ("tr", "Çinin", "CHN"),
    ("tr", "Türk Devletleri Teşkilatına", "ots"),
    ("tr", "TDT'nin", "ots"),
    ("tr", "Türk Konseyi", "ots"),
    ("tr", "Mirziyoyevin", "shavkat-mirziyoyev"),
    ("tr", "Orta Asya-2040", "central-asia-2040"),
    ("tr", "Orta Asyada Bölgesel Güvenlik ve İstikrar Konsepti", "security-concept"),
    ("en", "Uzbekistan's", "UZB"),
    ("en", "Uzbek", "UZB"),
    ("en", "Niger", "NER"),
    ("en", "OTS", "ots"),
    ("en", "the Organization of Turkic States", "ots"),
    ("ru", "Казахстане", "KAZ"),
    ("ru", "Китая", "CHN"),
    ("ru", "Организации тюркских государств", "ots"),
    ("ru", "ОТГ", "ots"),
    ("ru", "Мирзиёева", "shavkat-mirziyoyev"),
    ("ru", "Ташкентом", "tashkent"),
]
ORDERS = [
    ("tr", "7.", 7),
    ("tr", "7'nci", 7),
    ("tr", "yedinci", 7),
    ("tr", "2018'de ilk", 1),
    ("en", "the seventh", 7),
    ("en", "the 7th", 7),
    ("ru", "седьмая", 7),
    ("ru", "на седьмой", 7),
    ("ru", "vii", 7),
    ("ru", "7-я", 7),
]


@pytest.mark.parametrize(("language", "words", "thing"), FORMS)
def test_a_name_is_found_in_the_forms_in_which_it_stands_in_a_sentence(
    founding, language, words, thing
) -> None:
    view = founding.view()
    (found,) = mentions_in(words, tokens_of(words), lexicon_of(view, language))
    assert found.thing == thing


@pytest.mark.parametrize(("language", "words", "number"), ORDERS)
def test_a_place_in_order_is_read_in_words_and_figures(language, words, number) -> None:
    told = order_before(f"{words} ", language)
    assert told is not None and told[0] == number


def test_a_count_is_no_place_in_order() -> None:
    assert order_before("altı ", "tr") is None
    assert order_before("шесть ", "ru") is None
    assert (count_of("altı", "tr"), count_of("six", "en"), count_of("шести", "ru")) == (6, 6, 6)
    assert count_of("sixth", "en") is None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The first Consultative Meeting was held in Nur-Sultan in 2018.", "en"),
        ("Первая Консультативная встреча прошла в Нур-Султане в 2018 году.", "ru"),
        ("İlk İstişare Toplantısı 2018 yılında Nur Sultanda düzenlendi.", "tr"),
    ],
)
def test_a_name_that_came_later_and_has_gone_is_told_with_the_name_of_the_day(
    otherwise, sentence, language
) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "name" and "Astana" in says


def test_a_former_name_in_its_own_time_and_the_name_of_today_at_any_time_are_no_findings(otherwise) -> None:
    assert otherwise("The Turkic Council met in 2019.", "en") == []
    assert otherwise("The Organization of Turkic States was founded in 2009.", "en") == []


def test_a_former_name_after_its_time_is_told(otherwise) -> None:
    ((what, says),) = otherwise("The Turkic Council met in 2023.", "en")
    assert what == "name" and "Organization of Turkic States" in says


@pytest.mark.parametrize(
    ("sentence", "language", "name"),
    [
        ("The leader is President Mirziyayev.", "en", "Mirziyoyev"),
        ("Bu öneri bir Sekreterya kurulmasıdır.", "tr", "Sekretarya"),
        ("Об этом сказал президент Мирзияев.", "ru", "Мирзиёев"),
    ],
)
def test_one_letter_from_a_name_is_told_as_what_may_be_a_slip(otherwise, sentence, language, name) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "name" and "may be a slip" in says and name in says


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "The leader is President Toqayev.",
            "en",
        ),  # as his name is written in another language of the script
        ("Güvenlik Konseyi Sekreteri konuştu.", "tr"),
        ("The Kazakhstani and Uzbek leaders spoke.", "en"),
        ("The Mongolian, Nigerian and Bulgarian ministers spoke.", "en"),
    ],
)
def test_other_spellings_of_the_record_and_other_words_are_no_slips(otherwise, sentence, language) -> None:
    assert otherwise(sentence, language) == []


def test_two_persons_of_one_name_are_both_told_and_none_is_chosen(check) -> None:
    checked = check("The chair was Berdimuhamedov.", "en")
    assert any("Gurbanguly" in one and "Serdar" in one for one in checked.not_checked)


def test_one_letter_apart_is_another_a_missing_or_one_too_many() -> None:
    assert all(
        is_one_letter_apart(one, other)
        for one, other in [
            ("astana", "astena"),
            ("astana", "astna"),
            ("astna", "astana"),
            ("astan", "astana"),
        ]
    )
    assert not any(
        is_one_letter_apart(one, other)
        for one, other in [
            ("astana", "astana"),
            ("astana", "satana"),
            ("astana", "ast"),
            ("astana", "astxnx"),
        ]
    )


def test_a_sentence_on_a_renaming_may_have_both_names(otherwise):
    text = "The Turkic Council was renamed the Organization of Turkic States on 12 November 2021."
    assert otherwise(text, "en") == []


def test_a_summit_of_another_year_is_not_the_meeting_spoken_of_before(otherwise):
    before = (
        "The Seventh Consultative Meeting of the Heads of State of Central Asia was held on 16 November 2025."
    )
    assert otherwise(f"{before} The summit took place in Nur-Sultan on 10 May 2021.", "en") == []
