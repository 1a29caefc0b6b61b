"""Texts, their verbs, titles and number, and who proposed what, as a draft tells of them, against the record."""

from __future__ import annotations

import pytest

TREATY = "Treaty on Friendship, Good-Neighbourliness and Cooperation for the Development of Central Asia in the 21st Century"
RIGHT = [
    ("Yedinci İstişare Toplantısında altı belge imzalandı.", "tr"),
    ("Yedinci İstişare Toplantısında 2024 yılında imzalanan Orta Asya-2040 belgesi ele alınmıştır.", "tr"),
    ("Şavkat Mirziyoyev Taşkent zirvesinde Orta Asya Topluluğunu önerdi.", "tr"),
    (f"The {TREATY} was signed in 2022.", "en"),
    (
        "At the seventh Consultative Meeting they recalled the Central Asia 2040 concept, signed in 2024.",
        "en",
    ),
    ("Mirziyoyev proposed a Community of Central Asia at the Tashkent summit.", "en"),
    ("На седьмой Консультативной встрече подписаны шесть документов.", "ru"),
    ("Мирзиёев предложил Сообщество Центральной Азии на саммите в Ташкенте.", "ru"),
]


@pytest.mark.parametrize(("sentence", "language"), RIGHT)
def test_a_right_statement_of_texts_or_proposals_is_no_finding(otherwise, sentence, language) -> None:
    assert otherwise(sentence, language) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Yedinci İstişare Toplantısında dört belge imzalandı.", "tr"),
        ("At the seventh Consultative Meeting the leaders signed four documents.", "en"),
        ("На седьмой Консультативной встрече было подписано четыре документа.", "ru"),
    ],
)
def test_four_texts_where_the_record_has_six_are_told_with_all_sides_of_the_dispute(
    otherwise, sentence, language
) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "number"
    assert "has 4 texts" in says and "the record has 6" in says
    assert "Five documents were adopted at Tashkent." in says


def test_a_list_of_some_texts_is_compared_with_all_that_came_out_of_the_meeting(otherwise) -> None:
    text = (
        "At the seventh Consultative Meeting the leaders signed the Joint Statement, the Concept of Regional Security and "
        "Stability in Central Asia and the Decision on the Full Participation of the Republic of Azerbaijan in the "
        "Consultative Meeting of the Heads of State of Central Asia."
    )
    found = dict(otherwise(text, "en"))
    assert "has 3 texts" in found["number"]
    assert "Sources use other verbs too" in found["verb"]
    assert "name" not in found


def test_a_word_more_in_the_title_of_a_decision_is_told_with_the_title_of_the_record(otherwise) -> None:
    text = (
        "Yedinci İstişare Toplantısında Azerbaycan'ın Orta Asya Devlet Başkanları İstişare Toplantısı'na Tam Üye Olarak "
        "Katılımına İlişkin Karar imzalanmıştır."
    )
    found = dict(otherwise(text, "tr"))
    assert "Tam Katılımına İlişkin Karar" in found["name"] and "“Üye”" in found["name"]
    assert "member or participant?" in found["name"]
    assert "status" not in found  # the words of a title are no statement of a status


def test_a_title_that_leaves_words_out_is_no_finding(otherwise) -> None:
    text = (
        "At the seventh Consultative Meeting the leaders signed the Decision on the Full Participation of Azerbaijan in the "
        "Consultative Meeting of the Heads of State of Central Asia."
    )
    assert "name" not in dict(otherwise(text, "en"))


def test_another_verb_than_any_source_uses_is_told_with_theirs(otherwise) -> None:
    found = dict(otherwise("The Central Asia 2040 concept was adopted in 2024.", "en"))
    assert list(found) == ["verb"]
    assert "was: signed" in found["verb"]


def test_another_sort_of_text_is_told(otherwise) -> None:
    found = dict(otherwise("The Central Asia 2040 treaty was signed in 2024.", "en"))
    assert list(found) == ["name"]
    assert "concept" in found["name"]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Yedinci İstişare Toplantısında Orta Asya-2040 belgesi imzalanmıştır.", "tr"),
        ("The Central Asia 2040 concept was signed at the seventh Consultative Meeting.", "en"),
    ],
)
def test_a_text_that_came_out_of_another_meeting_is_told_with_that_meeting(
    otherwise, sentence, language
) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "meeting" and "Sixth Consultative Meeting" in says


def test_a_text_that_is_only_proposed_is_not_adopted(otherwise) -> None:
    ((what, says),) = otherwise("The Regulation on the Consultative Meetings was adopted.", "en")
    assert what == "verb" and "as a plan alone" in says


def test_a_text_that_was_signed_and_is_told_as_a_plan_is_told(otherwise) -> None:
    ((what, says),) = otherwise("The Central Asia 2040 concept will be signed.", "en")
    assert what == "verb" and "9 August 2024" in says


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Tokayev, Orta Asya Topluluğunun kurulmasını önermiştir.", "tr"),
        ("Tokayev proposed a Community of Central Asia.", "en"),
        ("Токаев предложил Сообщество Центральной Азии.", "ru"),
    ],
)
def test_another_proposer_is_told_with_that_of_the_record(otherwise, sentence, language) -> None:
    ((what, says),) = otherwise(sentence, language)
    assert what == "who" and "proposed by: Uzbekistan" in says


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "Orta Asya Devlet Başkanları İstişare Toplantısı, beş Orta Asya ülkesi arasındaki diyalogdur.",
            "tr",
        ),
        ("The Consultative Meeting of the Heads of State of Central Asia unites five states.", "en"),
        ("Консультативная встреча глав государств Центральной Азии объединяет пять стран.", "ru"),
    ],
)
def test_five_countries_are_six_since_azerbaijan_and_the_last_day_of_the_five_is_told(
    otherwise, sentence, language
) -> None:
    assert otherwise(sentence, language, "2025-11-15") == []
    ((what, says),) = otherwise(sentence, language)
    assert what == "number" and "15 November 2025" in says
