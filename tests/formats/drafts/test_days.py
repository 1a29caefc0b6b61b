"""Dates as running text names them, in three languages."""

import pytest

from kengesh.formats.drafts.days import completed, days_in, named_in, years_of_days
from kengesh.terms.dates import parse_when

NAMED = [
    ("tr", "16 Kasım 2025 tarihinde toplandı", ["2025-11-16"]),
    ("tr", "Zirve 9-11 Şubat 2023'te yapıldı", ["2023-02-09/2023-02-12"]),
    ("tr", "30 Kasım - 2 Aralık 2025 arasında", ["2025-11-30/2025-12-03"]),
    ("tr", "2018 yılında ve 2019'da", ["2018", "2019"]),
    ("tr", "2016-2018 yıllarında", ["2016/2019"]),
    ("tr", "2024 yılında; aynı yıl", ["2024", "2024"]),
    ("tr", "Aralık 16, 2025", ["2025-12-16"]),
    ("tr", "Kasım 2025'te", ["2025-11"]),
    ("en", "on November 16, 2025 and 16 November 2025", ["2025-11-16", "2025-11-16"]),
    ("en", "the 3rd of March 2024", ["2024-03-03"]),
    ("en", "from 14-16 Sept. 2023", ["2023-09-14/2023-09-17"]),
    ("en", "In 2018 it met; later that same year it met again", ["2018", "2018"]),
    ("en", "in May 2024", ["2024-05"]),
    ("ru", "16 ноября 2025 года", ["2025-11-16"]),
    ("ru", "в 2018 году, в том же году", ["2018", "2018"]),
    ("ru", "16–17 ноября 2025 г.", ["2025-11-16/2025-11-18"]),
    ("ru", "в ноябре 2025 года", ["2025-11"]),
    ("ru", "16.11.2025", ["2025-11-16"]),
    ("en", "signed 2025-11-16", ["2025-11-16"]),
]


@pytest.mark.parametrize(("language", "text", "days"), NAMED)
def test_a_date_is_read_as_it_is_written(language, text, days):
    found = days_in(text, language)
    assert [day.when for day in found] == days
    assert all(text[day.start : day.end] == day.text for day in found)
    for day in days:
        parse_when(day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "31 Kasım 2025"),
        ("tr", "30 Şubat"),
        ("en", "November 31, 2025"),
        ("en", "29 February 2023"),
        ("ru", "31 июня 2024 года"),
        ("ru", "32.01.2024".replace("32", "31").replace("01", "13")),
    ],
)
def test_a_day_that_no_calendar_has_is_told_without_a_date(language, text):
    assert [day.when for day in days_in(text, language)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Orta Asya-2040 belgesi"),
        ("en", "it may 16 times be so"),
        ("en", "room 2024 of the building"),
        ("en", "on 5/6/2025"),
        ("ru", "маршрут длиной 2000 км"),
        ("en", "https://example.org/2025-11"),
    ],
)
def test_what_is_no_date_for_sure_is_none(language, text):
    assert days_in(text, language) == ()


def test_a_day_without_a_year_takes_that_of_the_same_day_in_full():
    first = named_in("16 Kasım 2025 tarihinde toplandılar.", "tr")
    later = (named_in("2024 yılında ilk kez oldu.", "tr"), named_in("16 Kasım tarihinde imzaladılar.", "tr"))
    assert [day.when for day in completed(later, years_of_days(first))[1]] == ["2025-11-16"]


def test_a_day_without_a_year_takes_the_one_year_of_the_sentence_before():
    days = completed((named_in("In 2024 they met.", "en"), named_in("On 9 August they signed.", "en")))
    assert [day.when for day in days[1]] == ["2024-08-09"]


def test_a_day_after_two_years_is_not_told():
    days = completed(
        (named_in("In 2018 and in 2024 they met.", "en"), named_in("On 9 August they signed.", "en"))
    )
    assert days[1] == ()
