"""What a note says of the work that it cites."""

import pytest

from kengesh.formats.drafts.notes import read_note


def test_a_note_in_the_usual_form_gives_author_title_place_day_and_address():
    note = read_note(
        "1", 'Ayşe Deneme, "Zirvede Yeni Dönem", Örnek Ajansı, 15 Kasım 2025, https://ornek.example/haber/17'
    )
    assert note.authors == ("Ayşe Deneme",)
    assert note.title == "Zirvede Yeni Dönem"
    assert note.container == "Örnek Ajansı"
    assert note.published == "2025-11-15"
    assert note.address == "https://ornek.example/haber/17"
    assert note.unreadable == ()


def test_a_title_may_hold_a_quotation_and_a_note_may_have_no_author():
    note = read_note("2", '"Ülkeler "Yol-2040" Belgesini Kabul Etmeyi Planlıyor", Örnek TV, 16 Mayıs 2024')
    assert note.authors == ()
    assert note.title == 'Ülkeler "Yol-2040" Belgesini Kabul Etmeyi Planlıyor'
    assert note.published == "2024-05-16"


def test_the_day_of_access_is_no_day_of_publication():
    note = read_note("3", "“A Test”, Example Review, https://example.org/a (accessed on 3 March 2026).")
    assert note.published is None
    assert note.container == "Example Review"
    assert note.address == "https://example.org/a"


def test_a_year_in_the_title_is_no_year_of_publication():
    note = read_note("4", "Jane Doe, “Policy After 2016”, Example Review, https://example.org/b")
    assert note.published is None


def test_a_russian_note_with_two_strokes_is_read():
    note = read_note("5", "Иванов И. И. О проверке черновиков // Учебный журнал. 2024. № 3. С. 5–9.")
    assert note.authors == ("Иванов И. И.",)
    assert note.title == "О проверке черновиков"
    assert note.container == "Учебный журнал"
    assert note.published == "2024"


def test_several_authors_are_parted():
    note = read_note("6", "Jane Doe and John Roe, “A Test”, Example Review, 2024")
    assert note.authors == ("Jane Doe", "John Roe")
    assert note.published == "2024"


@pytest.mark.parametrize("words", ["ጀ㈀㄀", "\ufffd\ufffd", "\ue123x"])
def test_letters_of_no_draft_are_unreadable(words):
    note = read_note("7", f"Jane Doe, “A Test”, Example Review, 1 {words}. 10 Nisan 2025")
    assert note.unreadable == (words,)
    assert note.container == "Example Review"
    assert note.published == "2025-04-10"


def test_letters_of_the_region_are_readable():
    text = "Қасым-Жомарт Тоқаев, «Ӯзбекистон ва ҷаҳон», Gündogar, Oʻzbekiston, № 4, § 2, 5 °C, 2ª"
    assert read_note("8", text).unreadable == ()
