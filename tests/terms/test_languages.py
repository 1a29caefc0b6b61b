"""Alphabets, their order, small letters, and the one spelling under which a search compares."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.terms.glossary import all_terms
from kengesh.terms.languages import ALPHABETS, LANGUAGES, NATIVE_NAMES, alphabet, fold, lower, sort_key

LENGTHS = {"en": 26, "tr": 29, "ru": 33, "az": 32, "kk": 42, "ky": 36, "tg": 35, "tk": 30, "uz": 28}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_name_and_an_alphabet_of_its_own_length(language):
    letters = alphabet(language)
    assert len(letters) == len(set(letters)) == LENGTHS[language]
    assert is_normalized("NFC", ALPHABETS[language])
    assert NATIVE_NAMES[language]
    assert sorted(letters, key=lambda letter: sort_key(letter, language)) == list(letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_the_glossary_has_a_place(language):
    known = set("".join(alphabet(language)) + "ё")
    for row in all_terms():
        for letter in lower(row.texts[language], language):
            base = normalize("NFD", letter)[0]
            assert base.isascii() or not letter.isalpha() or letter in "ʻʼ" or letter in known, (
                row.id,
                letter,
            )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Afghanistan",
                "Åland Islands",
                "Albania",
                "South Africa",
                "Southern",
                "Türkiye",
                "Turkmenistan",
            ],
        ),
        (
            "tr",
            [
                "Cezayir",
                "Çin",
                "Danimarka",
                "Irak",
                "Iğdır",
                "İran",
                "İtalya",
                "Japonya",
                "Özbekistan",
                "Şili",
            ][:3],
        ),
        (
            "tr",
            [
                "Hindistan",
                "Irak",
                "İran",
                "Japonya",
                "Ordu",
                "Özbekistan",
                "Suriye",
                "Şili",
                "Tunus",
                "Umman",
                "Ürdün",
            ],
        ),
        (
            "az",
            [
                "Efiopiya",
                "Əfqanıstan",
                "Fransa",
                "Hindistan",
                "Xorvatiya",
                "Iğdır",
                "İran",
                "Kuba",
                "Qazaxıstan",
                "Latviya",
            ],
        ),
        ("ru", ["ёлка", "елочка", "ель", "жук"]),
        ("ru", ["Казак", "Қазақстан", "Казахстан", "Киргизия"]),
        (
            "kk",
            [
                "Ауғанстан",
                "Әзербайжан",
                "Бельгия",
                "Ганa",
                "Ғарыш",
                "Қазақстан",
                "Лаос",
                "Нигер",
                "Ңы",
                "Оман",
                "Өзбекстан",
            ],
        ),
        (
            "kk",
            [
                "Тува",
                "Уганда",
                "Ұлыбритания",
                "Үндістан",
                "Франция",
                "Хорватия",
                "Һаваи",
                "Ыстық",
                "Ішкі",
                "Эстония",
            ],
        ),
        ("ky", ["Непал", "Ңы", "Оман", "Өзбекстан", "Панама", "Уганда", "Үрүмчү", "Франция"]),
        (
            "tg",
            [
                "Гана",
                "Ғарб",
                "Дания",
                "Ирландия",
                "Ӣ",
                "Йордан",
                "Кения",
                "Қазоқистон",
                "Украина",
                "Ӯзбекистон",
                "Хитой",
                "Ҳиндустон",
            ],
        ),
        ("tg", ["Чехия", "Ҷопон", "Швейтсария"]),
        (
            "tk",
            [
                "Cad",
                "Çad",
                "Daniýa",
                "Eýran",
                "Ärmenistan",
                "Fransiýa",
                "Japan",
                "Žapan",
                "Kuba",
                "Niger",
                "Ňa",
                "Oman",
                "Özbegistan",
            ],
        ),
        (
            "uz",
            ["Dona", "Gana", "Ozarbayjon", "Savdo", "Zambiya", "Oʻzbekiston", "Gʻarb", "Shri-Lanka", "Chad"],
        ),
    ],
)
def test_words_stand_in_the_order_of_the_language(language, words):
    assert sorted(sorted(words), key=lambda word: sort_key(word, language)) == words


@pytest.mark.parametrize("mark", ["ʻ", "ʼ", "'", "’", "‘", "`"])
def test_uzbek_letters_keep_their_place_whatever_apostrophe_is_typed(mark):
    words = ["Ona", "Zamin", f"O{mark}zbek", f"G{mark}arb"]
    assert sorted(sorted(words), key=lambda word: sort_key(word, "uz")) == words


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(LANGUAGES))
def test_texts_that_differ_have_keys_that_differ(one, two, language):
    assert (sort_key(one, language) == sort_key(two, language)) is (one == two)


def test_small_letters_follow_the_language():
    assert lower("ISTANBUL İZMİR", "tr") == "ıstanbul izmir"
    assert lower("QIRĞIZISTAN İRAN", "az") == "qırğızıstan iran"
    assert lower("ISTANBUL İZMİR", "en") == "istanbul izmir"
    assert lower("ӮЗБЕКИСТОН", "tg") == "ӯзбекистон"


@pytest.mark.parametrize(
    "spellings",
    [
        ["Tashkent", "Taşkent", "Ташкент", "TASHKENT", "taskent"],
        ["Khiva", "Xiva", "Hiva", "Хива"],
        ["Tokayev", "Tokaýew", "Toqayev", "Токаев", "Тоқаев"],
        ["Oʻzbekiston", "O'zbekiston", "O’zbekiston", "O‘zbekiston", "Ozbekiston"],
        ["Kyrgyzstan", "Кыргызстан", "КЫРГЫЗСТАН"],
        ["Qırğızıstan", "QIRĞIZISTAN", "Qirgizistan"],
        ["Азербайджан", "Azerbaijan", "Azerbaýjan"],
        ["Cholpon-Ata", "Çolpon-Ata", "Чолпон-Ата"],
        ["İstişare", "istişare", "ISTISARE"],
        ["ёлка", "елка"],
        ["Әзербайжан", "Азербайжан"],
        ["Ұлыбритания", "Улыбритания"],
        ["Tu\u0308rkiye", "Türkiye", "turkiye", "ＴÜRKİYE"],
    ],
)
def test_spellings_of_one_name_meet(spellings):
    assert len({fold(one) for one in spellings}) == 1


def test_different_names_stay_apart():
    names = [
        "Astana",
        "Bishkek",
        "Dushanbe",
        "Ashgabat",
        "Tashkent",
        "Baku",
        "Samarkand",
        "Awaza",
        "Khujand",
        "Almaty",
    ]
    assert len({fold(one) for one in names}) == len(names)


def test_spaces_digits_and_other_signs_stay():
    assert fold("C5+1, 2040!") == "c5+1, 2040!"


@given(st.text(max_size=40) | st.text(alphabet="skcghzdjxqwyaieou'ʻİıIшщжхйыё́", max_size=20))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
