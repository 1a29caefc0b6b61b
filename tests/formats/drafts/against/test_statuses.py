"""Who is a member of what, as a draft says it, against the record."""

from __future__ import annotations

import pytest

WRONG = [
    ("Türkmenistan Türk Devletleri Teşkilatı üyesidir.", "tr"),
    ("Türkmenistan, TDT üyesidir.", "tr"),
    ("Turkmenistan is a member of the Organization of Turkic States.", "en"),
    ("Turkmenistan and Kazakhstan are members of the OTS.", "en"),
    ("Туркменистан является членом Организации тюркских государств.", "ru"),
]
RIGHT = [
    ("Kazakistan, Kırgızistan ve Özbekistan Türk Devletleri Teşkilatı üyesidir.", "tr"),
    ("Türkmenistan Türk Devletleri Teşkilatı gözlemci üyesidir.", "tr"),
    ("Özbekistan 2019 yılında Türk Konseyi üyesi oldu.", "tr"),
    ("Kazakhstan, Kyrgyzstan and Uzbekistan are members of the Organization of Turkic States.", "en"),
    ("Turkmenistan is an observer in the Organization of Turkic States.", "en"),
    ("Uzbekistan became a member of the Turkic Council in 2019.", "en"),
    ("Azerbaijan was not a member of the Consultative Meeting in 2024.", "en"),
    ("Туркменистан является наблюдателем в Организации тюркских государств.", "ru"),
    ("Казахстан, Кыргызстан и Узбекистан являются членами ОТГ.", "ru"),
]
OF_ANOTHER = [
    ("Özbekistanın komşusu Türkmenistan Türk Devletleri Teşkilatı üyesidir.", "tr"),
    ("Kazakhstan's neighbour Turkmenistan is a member of the Organization of Turkic States.", "en"),
    ("Unlike Kazakhstan, Turkmenistan is an observer in the Organization of Turkic States.", "en"),
    ("Turkmenistan is listed with the members of the Organization of Turkic States.", "en"),
    ("Сосед Казахстана Туркменистан является членом Организации тюркских государств.", "ru"),
]


@pytest.mark.parametrize(("sentence", "language"), WRONG)
def test_turkmenistan_is_no_member_but_an_observer_since_2021_and_member_in_the_wide_reading_alone(
    otherwise, sentence, language
) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "status"
    assert "Turkmenistan" in says and "observer (since: 12 November 2021)" in says
    assert "wide reading alone" in says


@pytest.mark.parametrize(("sentence", "language"), RIGHT)
def test_a_right_statement_of_a_status_agrees_and_is_no_finding(check, otherwise, sentence, language) -> None:
    assert otherwise(sentence, language) == []
    assert [one.what for one in check(sentence, language).agreeing if one.what == "status"]


@pytest.mark.parametrize(("sentence", "language"), OF_ANOTHER)
def test_where_it_is_not_sure_of_whom_a_status_is_said_nothing_is(
    check, otherwise, sentence, language
) -> None:
    checked = check(sentence, language)
    assert otherwise(sentence, language) == []
    assert not checked.agreeing
    assert any("was not recognised: 1" in sentence for sentence in checked.not_checked)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Yedinci İstişare Toplantısı Taşkentte yapıldı. "
            "Zirveye katılan Tacikistan dışındaki bütün ülkeler Türk Devletleri Teşkilatı üyesidir.",
            "tr",
        ),
        (
            "The seventh Consultative Meeting was held in Tashkent. "
            "All countries at the summit except Tajikistan are members of the Organization of Turkic States.",
            "en",
        ),
        (
            "Седьмая Консультативная встреча состоялась в Ташкенте. "
            "Все страны, участвовавшие в саммите, кроме Таджикистана, являются членами Организации тюркских государств.",
            "ru",
        ),
    ],
)
def test_all_at_the_summit_except_one_is_asked_of_each_participant_and_of_the_exception(
    check, otherwise, text, language
) -> None:
    ((what, says),) = otherwise(text, language)
    assert what == "status" and "Turkmenistan" in says
    agreeing = [one.says for one in check(text, language).agreeing if one.what == "status"]
    assert len(agreeing) == 5
    assert sum("Tajikistan does not have this status" in one for one in agreeing) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkmenistan will become a member of the Organization of Turkic States.",
        "Turkmenistan could become a member of the Organization of Turkic States.",
    ],
)
def test_a_plan_and_a_possibility_are_no_statements_of_a_status(otherwise, sentence) -> None:
    assert otherwise(sentence, "en") == []


def test_full_member_of_a_body_that_has_participants_is_told_with_the_words_of_all_sides(otherwise) -> None:
    ((what, says),) = otherwise("Azerbaijan became a full member of the Consultative Meeting.", "en")
    assert what == "status"
    assert "participant with full rights" in says and "equal member" in says


def test_a_status_before_its_day_is_told_with_the_day_since_which_it_holds(otherwise) -> None:
    ((what, says),) = otherwise("Uzbekistan became a member of the Turkic Council in 2017.", "en")
    assert what == "status" and "2019" in says


def test_a_status_that_the_record_does_not_know_is_not_checked(check, otherwise) -> None:
    sentence = "Tajikistan is a member of the Organization of Turkic States."
    assert otherwise(sentence, "en", "2026-05-01") == []
    assert any(
        "does not know the status of Tajikistan" in one
        for one in check(sentence, "en", "2026-05-01").not_checked
    )


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Azerbaijan became a full participant of the Consultative Meeting on 16 November 2025.", "en"),
        ("Азербайджан стал полноправным участником Консультативной встречи 16 ноября 2025 года.", "ru"),
    ],
)
def test_full_participant_is_the_record_s_own_word_and_no_finding(otherwise, sentence, language) -> None:
    assert otherwise(sentence, language) == []
