"""What the checks read in one unit: dates, numbers, labels, as each language writes them."""

from __future__ import annotations

from collections import Counter

import pytest

from kengesh.terms.dates import parse_when
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.written_dates import format_day
from kengesh.texts.concordance import Check, Severity, check
from kengesh.texts.concordance.figures import figures
from kengesh.texts.concordance.labels import agree, ranks
from kengesh.texts.concordance.modals import modals
from kengesh.texts.concordance.number_words import number_words
from kengesh.texts.concordance.state_names import named_states
from kengesh.texts.concordance.tables import patterns, rows
from kengesh.texts.concordance.versions import Prepared
from tests.texts.concordance.parallel import one

DAY = ("2025", "11", "16")
ONE_DAY = [
    ("en", "16 November 2025"),
    ("en", "November 16, 2025"),
    ("en", "16/11/2025"),
    ("en", "the 16th of November 2025"),
    ("en", "2025-11-16"),
    ("tr", "16 Kasım 2025 tarihinde"),
    ("tr", "16.11.2025"),
    ("ru", "16 ноября 2025 года"),
    ("ru", "16-го ноября 2025 г."),
    ("az", "16 noyabr 2025-ci il"),
    ("az", "2025-ci il noyabrın 16-da"),
    ("az", "2025-ci ilin noyabr ayının 16-da"),
    ("az", "2025-ci il 16 noyabr tarixində"),
    ("kk", "2025 жылғы 16 қараша"),
    ("kk", "2025 жылғы 16 қарашадағы"),
    ("kk", "2025 ж. 16 қараша"),
    ("ky", "2025-жылдын 16-ноябры"),
    ("ky", "2025-жылдын 16-ноябрында"),
    ("tg", "16 ноябри соли 2025"),
    ("tg", "16-уми ноябри соли 2025"),
    ("tk", "16 noýabr 2025"),
    ("tk", "2025-nji ýylyň 16-njy noýabrynda"),
    ("uz", "2025-yil 16-noyabr"),
    ("uz", "2025-yilning 16-noyabridagi"),
]


def read(language, words):
    return Prepared(one(language, words).units[0], language)


@pytest.mark.parametrize(("language", "words"), ONE_DAY)
def test_a_day_is_read_however_it_is_written(language, words):
    found = figures(read(language, f"{words},"))
    assert [day.value for day in found.dates] == [DAY]
    assert found.numbers == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_dates_that_this_program_writes_are_read(language, month):
    day, of_month = parse_when(f"2026-{month:02}-05"), parse_when(f"2026-{month:02}")
    assert [one.value for one in figures(read(language, format_day(day, language))).dates] == [
        ("2026", f"{month:02}", "05")
    ]
    assert [one.value for one in figures(read(language, format_day(of_month, language))).dates] == [
        ("2026", f"{month:02}", "--")
    ]


def test_a_month_with_a_small_letter_is_no_month_in_english():
    assert figures(read("en", "In 2026 members may 5 times vote.")).dates == []


@pytest.mark.parametrize(
    ("language", "words", "values"),
    [
        ("en", "1,234.5 and 1,234 and 12 500 and 2.5", ["1234.5", "1234", "12500", "2.5"]),
        ("tr", "1.234,5 ile 1.234 ve 12 500 ve 2,5", ["1234.5", "1234", "12500", "2.5"]),
        ("ru", "1 234,5 и 2,5 млн, 7-я", ["1234.5", "2500000", "7"]),
        ("az", "7-ci, 2,5 milyon", ["7", "2500000"]),
        ("kk", "7-ші, 5 мың", ["7", "5000"]),
        ("tk", "7-nci, 2,5 milliard", ["7", "2500000000"]),
        ("ru", "XXI, ХХI, VII, 3.1.2", ["3.1.2", "21", "21", "7"]),
        ("en", "the 7th at 18:30", ["7", "18.3"]),
        ("uz", "saat 18.30", ["18.3"]),
    ],
)
def test_numbers_are_read_by_the_habits_of_the_language(language, words, values):
    assert Counter(number.value for number in figures(read(language, words)).numbers) == Counter(values)


def test_a_number_with_the_decimal_sign_of_the_other_language_is_to_be_looked_at():
    found = check({"en": one("en", "A share of 2.500 tonnes."), "ru": one("ru", "Доля 2.500 тонн.")})
    assert [(each.check, each.severity) for each in found] == [(Check.NUMBERS, Severity.LOOK)]


def test_a_number_may_be_in_words_in_one_version_and_in_figures_in_the_other():
    texts = {"en": one("en", "The six states met."), "ru": one("ru", "Встретились 6 государств.")}
    assert check(texts) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_to_twelve_are_known_as_words_in_each_language(language):
    known = {int(value) for value in patterns("numbers")["words"][language]}
    assert known == {*range(2, 13), 100, 1000, 1_000_000}


def test_eleven_and_twelve_are_not_ten():
    unit = read("uz", "oʻn bir va oʻn ikki va oʻn")
    assert [word.value for word in number_words(unit.small, unit.shown, "uz")] == ["11", "12", "10"]


@pytest.mark.parametrize(
    ("language", "words", "codes"),
    [
        ("ru", "с Республикой Казахстан, Кыргызской Республикой, Россией и Китаем", "KAZ KGZ RUS CHN"),
        ("ru", "Того же мнения казахстанский участник, узбекистанцы", ""),
        ("tr", "Kazakistan'ın, Kırgız Cumhuriyeti’nin, Türkiye'deki, Kazakistanlı", "KAZ KGZ TUR"),
        ("tr", "Katar hareketleri ve Kuveyt", "KWT"),
        ("az", "Qazaxıstana, Türkiyənin, Özbəkistan Respublikasının", "KAZ TUR UZB"),
        ("kk", "Қазақстанның, Өзбекстан Республикасының, Түркияда, Қазақстандық", "KAZ UZB TUR"),
        ("ky", "Кыргызстандын, Кыргыз Республикасынын, Өзбекстандагы", "KGZ KGZ UZB"),
        ("tg", "Тоҷикистонро, Қазоқистону Ӯзбекистон, Эрони", "TJK KAZ UZB IRN"),
        ("tk", "Türkmenistanyň, Türkiýäniň, Özbegistan Respublikasynyň", "TKM TUR UZB"),
        ("uz", "Oʻzbekistonning, O'zbekiston Respublikasi, Xitoyga, oʻzbekistonlik", "UZB UZB CHN"),
        ("en", "Kazakhstan’s, the Republic of Korea, Guinea-Bissau, Kazakhstani, turkey", "KAZ KOR GNB"),
    ],
)
def test_names_of_states_are_known_in_their_cases(language, words, codes):
    assert " ".join(state.code for state in named_states(read(language, words))) == codes


@pytest.mark.parametrize(
    ("one_label", "language", "other", "other_language"),
    [
        ("5.", "en", "5)", "ru"),
        ("(a)", "en", "а)", "ru"),
        ("(c)", "en", "в)", "ru"),
        ("(d)", "en", "ç)", "tr"),
        ("PP3", "en", "ПП3", "ru"),
        ("Article 3.", "en", "3-бап.", "kk"),
        ("Annex II", "en", "Приложение 2", "ru"),
        ("(iv)", "en", "iv)", "uz"),
        ("5 bis", "en", "5 бис", "ru"),
        ("1.2", "en", "1.2.", "tg"),
    ],
)
def test_labels_that_count_the_same_agree(one_label, language, other, other_language):
    assert agree(ranks(one_label, language), ranks(other, other_language))


@pytest.mark.parametrize(
    ("here", "there"), [("5.", "6."), ("(b)", "в)"), ("5", "5 bis"), ("1.2", "1.3"), ("", "1.")]
)
def test_labels_that_do_not_count_the_same_do_not_agree(here, there):
    assert not agree(ranks(here, "en"), ranks(there, "ru"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tr", "Sürdürülebilir ve güvenilir ulaşımın temelinde ihtimaller vardır."),
        ("kk", "Тиісті органдар мүмкіндігінше шара алады."),
        ("az", "Əməli tədbirlər təməlini qoyur."),
        ("tk", "Amaly çäreler."),
        ("uz", "Imkon qadar kerakli chora, hisobga oladi."),
        ("ru", "Как следует из доклада, должность возможна."),
        ("en", "By May 2026, as may be necessary."),
    ],
)
def test_words_that_only_look_modal_are_not_counted(language, words):
    assert modals(read(language, words)) == []


def test_tables_have_a_row_for_every_column_and_languages_that_are_ours():
    for name in ("modals", "states", "terms"):
        for row in rows(name):
            assert None not in row and row["language"] in LANGUAGES, row
