"""What is found in exercise drafts without a record, and that nothing is found where nothing is wrong."""

import pytest

from kengesh.formats.drafts.findings.whole import findings_in
from kengesh.formats.drafts.forms import form_of
from kengesh.formats.drafts.reading.whole import read_draft_bytes
from kengesh.formats.drafts.values import Form, Sort


def found(text, language="en"):
    return findings_in(read_draft_bytes("exercise.txt", text.encode(), language))


def sorts(text, language="en"):
    return [(one.sort, one.what) for one in found(text, language)]


CLEAN = {
    "en": """This is an exercise text about an invented board.

The Board met on 5 March 2024 in Bishkek.[1] On 5 March it adopted a programme until 2030.[1] In May 2024 it was
announced that the next meeting would be held on 9 June 2025.[2] This could open new roads. It can be said that the
programme of 2024 was adopted quickly. The sources differ. On Friday, 1 March 2024, members arrived.[3]

[1] Jane Doe, “Board Adopts Programme”, Example News, 6 March 2024, https://example.org/news/1

[2] “Board To Meet Again”, Example News, 7 May 2024, https://example.org/news/2

[3] “Arrivals Begin”, Example News, March 2024, https://example.org/news/3

To cite: Doe, Jane. 2024. “An Exercise.” Example Centre, No. 2024/3. 10 June 2024. Accessed 3 May 2026.""",
    "tr": """Bu, uydurma bir kurul hakkında bir alıştırma metnidir.

Kurul 5 Mart 2024 tarihinde Bişkek'te toplanmıştır.[1] 2030 yılına kadar geçerli program aynı yıl kabul
edilmiştir.[1] Bu durum yeni yollar açabilir. Programın hızla kabul edildiği söylenebilir. Kaynaklar farklıdır.

[1] Ayşe Deneme, "Kurul Programı Kabul Etti", Örnek Ajansı, 6 Mart 2024, https://ornek.example/haber/1""",
    "ru": """Это учебный текст о вымышленном совете.

Совет собрался 5 марта 2024 года в Бишкеке и принял программу до 2030 года.[1] Это может открыть новые пути. Можно
сказать, что программа была принята быстро. Источники расходятся.

[1] Иванов И. И. «Совет принял программу», Учебные новости, 6 марта 2024 года, https://primer.example/1""",
}


@pytest.mark.parametrize("language", CLEAN)
def test_nothing_is_found_in_a_clean_draft(language):
    assert found(CLEAN[language], language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "title", "done"),
    [
        ("en", "The paper was adopted in Astana.", "States Plan to Adopt a Paper", "adopted"),
        (
            "tr",
            "Belge Astana'da kabul edilmiş ve yayımlanmıştır.",
            "Ülkeler Belgeyi Kabul Etmeyi Planlıyor",
            "kabul edilmiş",
        ),
        ("ru", "Стратегия была принята в Астане.", "Ожидается принятие стратегии", "принята"),
        ("en", "The paper was signed in Astana.", "Ülkeler Belgeyi İmzalayacak", "signed"),
    ],
)
def test_a_title_that_announces_a_plan_does_not_prove_that_it_was_done(language, sentence, title, done):
    (finding,) = found(f"{sentence}[1]\n\n[1] “{title}”, Example, 2024", language)
    assert finding.sort is Sort.PLAN_AS_DONE
    assert finding.notes == ("1",)
    assert done in finding.words


def test_a_title_that_announces_a_plan_proves_that_it_was_proposed():
    assert (
        found("Uzbekistan proposed a paper.[1]\n\n[1] “Uzbekistan Plans to Adopt a Paper”, Example, 2024")
        == []
    )


def test_a_source_older_than_the_event_is_found():
    (finding,) = found("The Board met on 5 March 2024.[1]\n\n[1] “Met”, Example, 4 March 2024")
    assert finding.sort is Sort.SOURCE_BEFORE_EVENT
    assert finding.words == "5 March 2024"


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("tr", "Kurul 5 Mart 2024 tarihinde toplandı.", "4 Mart 2024"),
        ("ru", "Совет собрался в 2024 году.", "30 декабря 2023 года"),
    ],
)
def test_a_source_older_than_the_event_is_found_in_each_language(language, sentence, day):
    text = f"{sentence}[1]\n\n[1] “Haber”, Örnek, {day}"
    assert [sort for sort, _what in sorts(text, language)] == [Sort.SOURCE_BEFORE_EVENT]


def test_a_sentence_with_several_parts_is_judged_part_by_part():
    (finding,) = found(
        "In 2023 it was founded and on 9 May 2024 it met.[1]\n\n[1] “Board”, Example, 6 March 2024"
    )
    assert finding.words == "9 May 2024"
    assert "it fits another part (2023)" in finding.says


def test_one_late_note_beside_an_early_one_is_enough():
    notes = "[1] “Met”, Example, 4 March 2024\n[2] “Board”, Example, 6 March 2024"
    assert found(f"The Board met on 5 March 2024.[1][2]\n\n{notes}") == []


def test_each_note_inside_a_sentence_proves_its_own_part():
    notes = "[1] “Founded”, Example, 4 March 2023\n[2] “Board”, Example, 6 March 2024"
    assert found(f"In 2023 it was founded,[1] and on 5 March 2024 it met.[2]\n\n{notes}") == []


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("en", "The Board met on 5 March 2024.", "date"),
        ("en", "The leaders were invited to it.", "act"),
        ("en", "All of them are members of the Board.", "status"),
        ("en", "The Board has five sections.", "number"),
        ("tr", "Lider onur konuğu olarak davet edilmiştir.", "act"),
        ("tr", "Bütün ülkeler kurulun üyesidir.", "status"),
        ("ru", "Соглашение подписано в Бишкеке.", "act"),
        ("ru", "Страна является членом совета.", "status"),
    ],
)
def test_a_fact_without_a_note_is_found_once(language, text, what):
    assert sorts(text, language) == [(Sort.FACT_WITHOUT_NOTE, what)]


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "It can be said that the five states adopted it in 2024.", Form.JUDGEMENT),
        ("en", "The five states could adopt it.", Form.POSSIBILITY),
        ("en", "The Board will meet in Bishkek.", Form.PLAN),
        ("en", "The Board met.", Form.STATEMENT),
        ("tr", "Beş ülkenin bunu kabul ettiği söylenebilir.", Form.JUDGEMENT),
        ("tr", "Böylece yol güçlenebilir.", Form.POSSIBILITY),
        ("tr", "Kurul Bişkek'te toplanacaktır.", Form.PLAN),
        ("tr", "Kurul Bişkek'te toplanmıştır.", Form.STATEMENT),
        ("ru", "Можно сказать, что пять стран приняли его.", Form.JUDGEMENT),
        ("ru", "Страны могут принять его.", Form.POSSIBILITY),
        ("ru", "Совет будет заседать в Бишкеке.", Form.PLAN),
        ("ru", "Совет заседал в Бишкеке.", Form.STATEMENT),
    ],
)
def test_the_form_of_a_sentence_goes_by_its_words(language, text, form):
    assert form_of(text, language) is form
    if form is not Form.STATEMENT:
        assert found(text, language) == []


def test_the_same_work_under_two_notes_is_found_by_address_and_by_author_and_title():
    notes = (
        "[1] Jane Doe, “A Test”, Example, https://www.example.org/a/\n[2] “Other”, Example, http://example.org/a\n"
        "[3] Jane Doe, “A test”, Elsewhere\n[4] “Home”, Example, https://example.org/\n[5] “Start”, Example, https://example.org"
    )
    (finding,) = found(f"One says so.[1][2][3][4][5]\n\n{notes}")
    assert finding.sort is Sort.SAME_WORK_TWICE
    assert finding.notes == ("1", "2", "3")


def test_marks_without_notes_notes_without_marks_and_unreadable_parts_are_found():
    text = "One says so.[1] Another does not.[3]\n\n[1] “A Test”, Example, 1 ጀ㈀㄀\n[2] “B”, Example"
    assert sorts(text) == [
        (Sort.NOTE_WITHOUT_PLACE, "mark"),
        (Sort.NOTE_WITHOUT_PLACE, "note"),
        (Sort.NOTE_UNREADABLE, "note"),
    ]


def test_days_that_cannot_be_are_found_in_sentences_and_notes():
    text = "The Board met on 31 November 2025.[1]\n\n[1] “A Test”, Example, 30 February 2025"
    assert sorts(text) == [(Sort.DATE_IMPOSSIBLE, "date"), (Sort.DATE_IMPOSSIBLE, "date")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Board met on Monday, 16 November 2025."),
        ("tr", "Kurul 16 Kasım 2025 Pazartesi günü toplandı."),
        ("ru", "Совет собрался в понедельник, 16 ноября 2025 года."),
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_found(language, text):
    note = "\n\n[1] “Haber”, Örnek, 2025-11-17"
    assert sorts(f"{text}[1]{note}", language) == [(Sort.YEAR_AGAINST_DATE, "weekday")]
    right = {"en": "Sunday", "tr": "Pazar", "ru": "воскресенье"}[language]
    wrong = {"en": "Monday", "tr": "Pazartesi", "ru": "понедельник"}[language]
    assert sorts(f"{text.replace(wrong, right)}[1]{note}", language) == []


def test_the_same_year_beside_another_year_is_found():
    text = "In 2024 it met and in the same year, on 9 May 2023, it signed.[1]\n\n[1] “A”, Example, 2025"
    assert sorts(text) == [(Sort.YEAR_AGAINST_DATE, "same year")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "To cite: Doe, Jane. 2026. “An Exercise.” Centre, No. 2025/109. December 16."),
        ("en", "To cite: Doe, Jane (2026). “An Exercise.” Centre, 16 December 2025."),
        (
            "tr",
            'Atıfta bulunmak için: DENEME, Ayşe. 2026. "ALIŞTIRMA." Merkez. Aralık 16. Erişim Haziran 28, 2026.',
        ),
        ("ru", "Для цитирования: Иванов И. И. 2026. «Учебный текст». Центр, № 2025/3."),
        ("en", "To cite: Doe, Jane. 2024. “An Exercise.” Centre."),
    ],
)
def test_a_citation_line_whose_year_something_contradicts_is_found(language, line):
    text = f"One says so.[1]\n\n[1] “A”, Example, 3 December 2025\n\n{line}"
    (finding,) = found(text, language)
    assert (finding.sort, finding.what) == (Sort.YEAR_AGAINST_DATE, "citation")


def test_the_cell_of_a_table_with_a_date_or_a_figure_alone_states_no_fact():
    table = "| when | how many | where |\n|---|---|---|\n| 9 August 2024 | 6 | Astana |\n| 2025 | 20 % | Tashkent |\n"
    assert findings_in(read_draft_bytes("exercise.md", f"# Meetings\n\n{table}".encode(), "en")) == []


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", "The leaders met in Tashkent.", "Central Asian Leaders to Meet in Tashkent"),
        ("ru", "Встреча состоялась в Ташкенте.", "Лидеры встретятся в Ташкенте"),
        ("ru", "Встреча состоялась в Ташкенте.", "Главы государств соберутся в Ташкенте"),
    ],
)
def test_a_title_of_a_meeting_to_come_announces_a_plan(language, sentence, title):
    assert (Sort.PLAN_AS_DONE, "verb") in sorts(
        f"X.\n\n{sentence}[1]\n\n[1] “{title}”, Example News", language
    )


def test_who_struggles_to_meet_a_need_announces_no_plan():
    title = "Central Asia Struggles to Meet its Need of Water"
    assert sorts(f"X.\n\nThe report was adopted in Astana.[1]\n\n[1] “{title}”, Example News") == []


def test_thousands_of_notes_are_grouped_into_their_works():
    notes = "\n".join(f"[^{one}]: Jane Doe, “Title {one % 700}”, News" for one in range(1, 3001))
    text = "".join(f"Word.[^{one}]\n\n" for one in range(1, 3001))
    draft = read_draft_bytes("exercise.md", f"{text}{notes}".encode(), "en")
    works = [one for one in findings_in(draft) if one.sort is Sort.SAME_WORK_TWICE]
    assert [len(one.notes) for one in works] == [5 if one <= 200 else 4 for one in [*range(1, 701)]]
