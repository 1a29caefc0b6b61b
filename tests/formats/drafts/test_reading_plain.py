"""Exercise drafts in plain text, made for these tests."""

from pathlib import Path

import pytest

from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.formats.drafts.reading.whole import read_draft, read_draft_bytes
from kengesh.formats.drafts.values import Form

PAGES = """ALIŞTIRMA METNİ

Bu bir alıştırma metnidir. Örnek Kurulu 3. Toplantısını 5 Mart 2024 tarihinde Bişkekte ger-
çekleştirdi.[1] Prof. A. Deneme toplantıyı 2024/17. sayıda anlattı. Üyeler 5 Mart tarihinde
ortak bir belge imzaladılar;

2

https://ornek.example/haber/uzun-adres-iki/17
https://ornek.example/haber/uzun-adres-iki/17

belge aynı gün yayımlandı.[2]
   İkinci paragraf burada başlar. Kurul yeniden toplanabilir.

[1] Ayşe Deneme, "Kurul Toplandı", Örnek Ajansı, 6 Mart 2024, https://ornek.example/haber/uzun-
adres-bir/16
[2] "Belge İmzalandı", Örnek Gazetesi, 6 Mart 2024, https://ornek.example/haber/uzun-
adres-iki/17

Yazar Hakkında:

Ayşe Deneme 1990 yılında doğmuştur. Alıştırma metinleri yazar.

Atıfta bulunmak için: DENEME, Ayşe. 2024. "ALIŞTIRMA METNİ." Örnek Merkez, Yorum No.2024 / 3. Mart 7.

Tel: +996 000 00 00
"""


def test_lines_words_and_pages_are_put_together_again():
    draft = read_draft_bytes("alistirma.txt", PAGES.encode())
    assert draft.language == "tr"
    assert draft.title == "ALIŞTIRMA METNİ"
    assert [sentence.text for sentence in draft.sentences] == [
        "Bu bir alıştırma metnidir.",
        "Örnek Kurulu 3. Toplantısını 5 Mart 2024 tarihinde Bişkekte gerçekleştirdi.",
        "Prof. A. Deneme toplantıyı 2024/17. sayıda anlattı.",
        "Üyeler 5 Mart tarihinde ortak bir belge imzaladılar; belge aynı gün yayımlandı.",
        "İkinci paragraf burada başlar.",
        "Kurul yeniden toplanabilir.",
    ]
    assert [sentence.paragraph for sentence in draft.sentences] == [1, 1, 1, 1, 2, 2]
    assert [sentence.notes for sentence in draft.sentences] == [(), ("1",), (), ("2",), (), ()]
    assert draft.sentences[3].days[0].when == "2024-03-05"
    assert draft.sentences[5].form is Form.POSSIBILITY


def test_an_address_that_a_line_cuts_keeps_its_hyphen():
    draft = read_draft_bytes("alistirma.txt", PAGES.encode())
    assert [note.address for note in draft.notes] == [
        "https://ornek.example/haber/uzun-adres-bir/16",
        "https://ornek.example/haber/uzun-adres-iki/17",
    ]


def test_what_pages_carry_is_left_aside_and_said():
    draft = read_draft_bytes("alistirma.txt", PAGES.encode())
    assert draft.citation[0].startswith("Atıfta bulunmak için: DENEME")
    assert len(draft.dropped) == 4
    assert not any("doğmuştur" in sentence.text for sentence in draft.sentences)


def test_sentences_are_parted_in_english():
    text = (
        "An exercise text. Mr. J. Doe met Dr. A. Roe in Bishkek in 2024. They said: “We agree. We sign.” "
        "It was noted in No. 4 of the bulletin… The rest (cf. Annex A. Part B) is plain.¹ Done!\n\n1 none"
    )
    draft = read_draft_bytes("exercise.txt", text.encode(), "en")
    assert [sentence.text for sentence in draft.sentences][:5] == [
        "An exercise text.",
        "Mr. J. Doe met Dr. A. Roe in Bishkek in 2024.",
        "They said: “We agree. We sign.”",
        "It was noted in No. 4 of the bulletin…",
        "The rest (cf. Annex A. Part B) is plain.",
    ]
    assert draft.sentences[4].notes == ("1",)


def test_sentences_are_parted_in_russian():
    text = (
        "Учебный текст. В 2024 г. Совет собрался в г. Бишкек, приняв планы, доклады и т. д. Затем "
        "И. И. Иванов выступил. «Мы согласны. Мы подпишем», — сказал он."
    )
    draft = read_draft_bytes("учебный.txt", text.encode())
    assert draft.language == "ru"
    assert [sentence.text for sentence in draft.sentences] == [
        "Учебный текст.",
        "В 2024 г. Совет собрался в г. Бишкек, приняв планы, доклады и т. д.",
        "Затем И. И. Иванов выступил.",
        "«Мы согласны. Мы подпишем», — сказал он.",
    ]


def test_a_file_that_is_no_utf_8_is_refused_with_the_place():
    with pytest.raises(CannotRead, match="line 2, byte 7"):
        read_draft_bytes("x.txt", b"plain\n\xfe\xfd text")


def test_an_unknown_ending_is_refused_with_those_that_are_read(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(CannotRead, match=r"\.docx, \.md, \.txt and \.html"):
        read_draft(path)


def test_a_file_that_is_not_there_an_empty_one_and_another_language_are_refused(tmp_path):
    with pytest.raises(CannotRead, match="cannot be opened"):
        read_draft(Path(tmp_path / "none.txt"))
    with pytest.raises(CannotRead, match="no text"):
        read_draft_bytes("x.txt", b"\n \n")
    with pytest.raises(CannotRead, match="Turkish"):
        read_draft_bytes("x.txt", b"text.", "de")


BARE = """The Board met in 1998.1 It has six members,2 and meets in room 2 of the house. It signed a text.3

1 Jane Doe, “Met,” Example Review 3, no. 2 (2001): 14–20.
2 Ibid.
3 “Signed,” Example News, April 29, 2024, https://example.org/news/signed-
text?x=1
"""


def test_raised_figures_that_became_plain_ones_are_marks_where_all_of_them_have_a_place():
    draft = read_draft_bytes("exercise.txt", BARE.replace("1998.1", "May.1").encode())
    assert [(one.text, one.notes) for one in draft.sentences] == [
        ("The Board met in May.", ("1",)),
        ("It has six members, and meets in room 2 of the house.", ("2",)),
        ("It signed a text.", ("3",)),
    ]
    assert draft.note("3").address == "https://example.org/news/signed-text?x=1"
    assert read_draft_bytes("exercise.txt", BARE.replace("text.3", "text.").encode()).notes == ()


def test_a_figure_behind_a_year_and_a_stop_is_taken_for_no_mark():
    assert read_draft_bytes("exercise.txt", BARE.encode()).notes == ()


def test_the_place_of_each_mark_is_told():
    text = "It was founded in 2023 [1] ,[2] and met in 2024 [3].\n\n[1] a\n[2] b\n[3] c"
    (sentence,) = read_draft_bytes("exercise.txt", text.encode()).sentences
    assert sentence.text == "It was founded in 2023 , and met in 2024 ."
    assert sentence.notes == ("1", "2", "3")
    assert [sentence.text[:place] for place in sentence.places] == [
        "It was founded in 2023",
        "It was founded in 2023 ,",
        "It was founded in 2023 , and met in 2024",
    ]


def test_a_numbered_line_before_any_note_is_text_and_no_note():
    draft = read_draft_bytes(
        "exercise.txt", b"Notes\n\n14 and 15 September, the exercise council met.\n", "en"
    )
    assert draft.notes == ()
    assert "exercise council met" in draft.sentences[0].text


def test_a_line_alone_is_the_text_and_no_title():
    draft = read_draft_bytes("exercise.txt", b"The Board is a member of the Council", "en")
    assert (draft.title, [one.text for one in draft.sentences]) == (
        None,
        ["The Board is a member of the Council"],
    )


def test_what_has_no_end_of_a_sentence_is_parted_between_words():
    draft = read_draft_bytes("exercise.txt", ("word and word, " * 2000).encode(), "en")
    assert len(draft.sentences) == 8
    assert " ".join(one.text for one in draft.sentences) == ("word and word, " * 2000).strip()
