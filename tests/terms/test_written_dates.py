"""Dates in words, in nine languages."""

from __future__ import annotations

from datetime import date

import pytest

from kengesh.terms.date_forms import FORMS
from kengesh.terms.dates import parse_when
from kengesh.terms.languages import LANGUAGES, alphabet
from kengesh.terms.written_dates import format_day

TASHKENT = {
    "en": ("16 November 2025", "November 2025", "2025", "9–10 February 2023"),
    "tr": ("16 Kasım 2025", "Kasım 2025", "2025", "9–10 Şubat 2023"),
    "ru": ("16 ноября 2025 г.", "ноябрь 2025 г.", "2025 г.", "9–10 февраля 2023 г."),
    "az": ("16 noyabr 2025", "noyabr 2025", "2025", "9–10 fevral 2023"),
    "kk": ("2025 жылғы 16 қараша", "2025 жылғы қараша", "2025 жыл", "2023 жылғы 9–10 ақпан"),
    "ky": ("2025-жылдын 16-ноябры", "2025-жылдын ноябры", "2025-жыл", "2023-жылдын 9–10-февралы"),
    "tg": ("16 ноябри соли 2025", "ноябри соли 2025", "соли 2025", "9–10 феврали соли 2023"),
    "tk": ("16 noýabr 2025", "noýabr 2025", "2025", "9–10 fewral 2023"),
    "uz": ("2025-yil 16-noyabr", "2025-yil noyabr", "2025-yil", "2023-yil 9–10-fevral"),
}
EVERY_SHAPE = [
    *(
        "2025-11-16",
        "2025-11",
        "2025",
        "2025-11-16~",
        "2025-11~",
        "2025~",
        "2025-11-16?",
        "2025-11?",
        "2025?",
    ),
    *(
        "2024-01-01/2025-01-01",
        "2024/2025",
        "2024~/2025-11",
        "../2025",
        "/2025",
        "2025/..",
        "2025/",
        "../..",
        "/..",
        "../",
    ),
    *("[2024..2025]", "[2024-01-01..2024-01-09]", "[..2025-11-16]", "[2025-11..]"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_months_years_and_meetings_of_two_days_are_written_as_the_language_writes_them(language):
    texts = ("2025-11-16", "2025-11", "2025", "2023-02-09/2023-02-11")
    assert tuple(format_day(parse_when(text), language) for text in texts) == TASHKENT[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_twelve_months_in_its_own_letters(language):
    months = [FORMS[language].month_name(month) for month in range(1, 13)]
    assert len(set(months)) == 12
    foreign = {"ь"} if language == "tg" else set()
    letters = set("".join(alphabet(language))) | foreign
    assert all(letter in letters or letter.lower() in letters for month in months for letter in month)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_that_mean_different_things_are_written_differently(language):
    written = [format_day(parse_when(text), language) for text in EVERY_SHAPE]
    assert len(set(written)) == len(EVERY_SHAPE)
    assert not any(brace in one for one in written for brace in "{}")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-11-16~", "about 16 November 2025"),
        ("2025?", "2025 (uncertain)"),
        ("2019-03-23/2022-09-17", "23 March 2019 – 16 September 2022"),
        ("2024-12-31/2025-01-02", "31 December 2024 – 1 January 2025"),
        ("2025-11-16/2025-11-17", "16 November 2025"),
        ("2024/2025-03-01", "from 2024 until 1 March 2025"),
        ("2024~/2025", "from about 2024 until 2025"),
        ("../2024-11", "until November 2024"),
        ("/2024", "until 2024; beginning not known"),
        ("2024-11/", "from November 2024; end not known"),
        ("2024-11/..", "from November 2024"),
        ("/..", "beginning not known"),
        ("../", "end not known"),
        ("../..", "always"),
        ("[2026-09-01..2026-11-30]", "between 1 September 2026 and 30 November 2026"),
        ("[..2025-02-01]", "not later than 1 February 2025"),
        ("[2025..]", "not before 2025"),
        ("0987-01-02", "2 January 987"),
    ],
)
def test_in_english(text, written):
    assert format_day(parse_when(text), "en") == written


def test_russian_months_stand_in_the_genitive_after_a_preposition_and_alone_in_the_nominative():
    assert format_day(parse_when("2025-11/.."), "ru") == "с ноября 2025 г."
    assert format_day(parse_when("2025-11"), "ru") == "ноябрь 2025 г."
    assert (
        format_day(parse_when("[2026-09..2026-11]"), "ru")
        == "в один из дней с сентября 2026 г. по ноябрь 2026 г."
    )


def test_a_plain_day_can_be_given_as_a_day():
    assert format_day(date(2025, 11, 16), "uz") == "2025-yil 16-noyabr"


def test_a_language_that_is_not_ours_is_refused():
    with pytest.raises(KeyError):
        format_day(parse_when("2025"), "de")
