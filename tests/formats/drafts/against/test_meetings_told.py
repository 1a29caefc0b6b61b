"""Days, places, hosts and capacities of meetings, as a draft tells of them, against the record."""

from __future__ import annotations

import pytest

RIGHT = [
    ("Orta Asya Devlet Başkanları 7. İstişare Toplantısı 16 Kasım 2025 tarihinde Taşkentte yapıldı.", "tr"),
    ("2018 yılında Kazakistanda ilk Orta Asya Devlet Başkanları İstişare Toplantısı düzenlenmiştir.", "tr"),
    ("7. İstişare Toplantısı öncesinde 14 Kasım 2025'te bir toplantı düzenlendi.", "tr"),
    ("The seventh Consultative Meeting was held in Tashkent on 16 November 2025.", "en"),
    (
        "On 14 November 2025 an article appeared before the seventh Consultative Meeting was held in Tashkent.",
        "en",
    ),
    ("At the seventh Consultative Meeting a forum was held on 15 November 2025.", "en"),
    ("The third Consultative Meeting was held in Awaza in 2021, and the second in Tashkent in 2019.", "en"),
    ("The seventh Consultative Meeting was chaired by Shavkat Mirziyoyev.", "en"),
    ("VI Консультативная встреча состоялась в Астане в 2024 году.", "ru"),
    ("Накануне седьмой Консультативной встречи 14 ноября 2025 года состоялась встреча министров.", "ru"),
]
WRONG = [
    ("6. İstişare Toplantısı 9 Ağustos 2024'te Duşanbe'de düzenlendi.", "tr", "place", "Astana"),
    ("Kazakistan ev sahipliğinde 7. İstişare Toplantısı yapıldı.", "tr", "who", "Uzbekistan"),
    (
        "The fifth Consultative Meeting took place in Dushanbe on 14 July 2023.",
        "en",
        "date",
        "14 September 2023",
    ),
    ("The sixth Consultative Meeting was held in 2023.", "en", "date", "9 August 2024"),
    ("The sixth Consultative Meeting, hosted by Uzbekistan, was short.", "en", "who", "Kazakhstan"),
    ("Шестая Консультативная встреча прошла в Душанбе 9 августа 2024 года.", "ru", "place", "Astana"),
]


@pytest.mark.parametrize(("sentence", "language"), RIGHT)
def test_a_right_statement_of_a_meeting_is_no_finding(otherwise, sentence, language) -> None:
    assert otherwise(sentence, language) == []


@pytest.mark.parametrize(("sentence", "language", "what", "told"), WRONG)
def test_another_day_place_or_host_is_told_with_that_of_the_record(
    otherwise, sentence, language, what, told
) -> None:
    ((found, says),) = otherwise(sentence, language)
    assert found == what and told in says


def test_sources_that_have_another_day_are_told_too(otherwise) -> None:
    ((_what, says),) = otherwise("The fifth Consultative Meeting took place on 14 July 2023.", "en")
    assert "Other sources, which the record does not take" in says


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("8. İstişare Toplantısı Avazada düzenlendi.", "tr"),
        ("The eighth Consultative Meeting was held in Awaza.", "en"),
        ("Восьмая Консультативная встреча состоялась в Авазе.", "ru"),
    ],
)
def test_a_plan_told_as_done_is_told_as_a_plan(otherwise, sentence, language) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "verb" and "planned" in says


def test_what_was_done_and_is_told_as_a_plan_is_a_finding_only_once_it_was_done(otherwise) -> None:
    sentence = "The seventh Consultative Meeting will be held in Tashkent."
    assert otherwise(sentence, "en", "2025-11-15") == []
    ((what, says),) = otherwise(sentence, "en", "2025-11-17")
    assert what == "verb" and "16 November 2025" in says


def test_the_first_of_a_series_agrees_by_its_number(check) -> None:
    text = "2024 yılında Astana'da ilk kez Orta Asya Güvenlik Konseyi Sekreterleri Toplantısı düzenlenmiştir."
    assert "first" in [one.what for one in check(text, "tr").agreeing]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Son üç İstişare Toplantısına Azerbaycan lideri onur konuğu olarak davet edilmiştir.", "tr"),
        ("Azerbaijan was invited as guest of honour to the last three Consultative Meetings.", "en"),
        (
            "Азербайджан был приглашён в качестве почётного гостя на последние три Консультативные встречи.",
            "ru",
        ),
    ],
)
def test_guest_of_honour_at_the_last_three_is_two_and_of_the_third_the_sources_are_told_to_differ(
    otherwise, sentence, language
) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "capacity"
    assert "2 of 3" in says
    assert "Seventh Consultative Meeting" in says and "sources differ" in says


def test_invited_to_the_last_three_agrees(check, otherwise) -> None:
    sentence = "Azerbaijan was invited to the last three Consultative Meetings."
    assert otherwise(sentence, "en") == []
    assert [one.what for one in check(sentence, "en").agreeing] == ["capacity"]


def test_a_capacity_of_which_the_record_has_nothing_is_not_checked(check, otherwise) -> None:
    sentence = "Japan was guest of honour at the sixth Consultative Meeting."
    assert otherwise(sentence, "en") == []
    assert any("does not know in what capacity Japan" in one for one in check(sentence, "en").not_checked)


def test_a_summit_of_another_town_is_not_the_one_spoken_of_before(otherwise) -> None:
    text = (
        "The seventh Consultative Meeting was held in Tashkent. "
        "Turkmenistan came to the Samarkand summit as guest of honour."
    )
    assert otherwise(text, "en") == []


def test_words_that_may_mean_two_meetings_are_told_and_none_is_chosen(check) -> None:
    checked = check("The Tashkent summit was long.", "en")
    assert any(
        "Second Consultative Meeting" in one and "Seventh Consultative Meeting" in one
        for one in checked.not_checked
    )
