"""Plain text: its letters, its lines, its footnotes."""

import codecs
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.texts.reading.decoding import MOST_BYTES
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.reading.lines import paragraphs_in
from kengesh.texts.reading.plain import read_plain
from kengesh.texts.units import UnitKind, read_version, written

DECLARATION = """DECLARATION

The Heads of State of Azerbaijan, Kazakhstan, Kyrgyzstan,
Tajikistan, Turkmenistan and Uzbekistan,

Recalling the meeting of 2025,[^1]

1. Decide to establish a joint logistics network by 2028,
   consisting of:
   (a) the sections of railway that are listed in the annex;
   (b) the ports;
2. Agree that the network is open to every operator that is
registered in a participating State.

[^1]: The seventh meeting, held
in Tashkent.
"""


def units(source: str, language: str | None = None) -> list[tuple[str, str, str]]:
    found = read_plain(source.encode(), "base.txt", language).text.units
    return [(unit.kind.value, unit.number, unit.text) for unit in found]


def test_a_declaration_with_lines_broken_by_hand():
    assert units(DECLARATION) == [
        ("title", "", "DECLARATION"),
        (
            "paragraph",
            "",
            "The Heads of State of Azerbaijan, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan,",
        ),
        ("preambular", "", "Recalling the meeting of 2025,⁅f1⁆"),
        ("footnote", "", "The seventh meeting, held in Tashkent."),
        ("operative", "1.", "Decide to establish a joint logistics network by 2028, consisting of:"),
        ("sub-paragraph", "(a)", "the sections of railway that are listed in the annex;"),
        ("sub-paragraph", "(b)", "the ports;"),
        (
            "operative",
            "2.",
            "Agree that the network is open to every operator that is registered in a participating State.",
        ),
    ]


def test_the_file_is_known_by_its_hash_and_its_name():
    filed = read_plain(DECLARATION.encode(), "base.txt")
    assert (filed.digest, filed.file_name) == (sha256(DECLARATION.encode()).hexdigest(), "base.txt")
    assert (filed.text.language, filed.findings, filed.rejected) == ("en", (), None)


def test_numbered_paragraphs_need_no_blank_lines_between_them():
    source = (
        "Постановляют:\n"
        "1. Создать единую логистическую сеть к 2028 году;\n"
        "2. Поручить министрам транспорта представить доклад о ходе её создания на следующей встрече;\n"
        "2 бис. Пригласить наблюдателей.\n"
    )
    assert [number for _kind, number, _text in units(source, "ru")] == ["", "1.", "2.", "2 бис."]


def test_preambular_lines_need_no_blank_lines_between_them():
    source = (
        "напоминая о встрече глав государств в Ташкенте в ноябре 2025 года,\n"
        "отмечая рост торговли,\n"
        "1. постановляют создать сеть.\n"
    )
    assert [kind for kind, _number, _text in units(source, "ru")] == ["preambular", "preambular", "operative"]


def test_lines_too_long_to_be_broken_by_hand_are_paragraphs():
    long = "The participating States share the cost of the information system in equal parts " * 2
    assert paragraphs_in(f"First line\nsecond line\n{long}\nlast line") == [
        "First line",
        "second line",
        long.strip(),
        "last line",
    ]


def test_a_number_in_a_broken_line_begins_no_paragraph():
    source = "The ministers of transport shall report on what is said in paragraph\n5. They shall do so every year, as\nthe others do.\n"
    assert len(paragraphs_in(source)) == 1


def test_a_line_of_dashes_parts_and_is_left_out():
    assert paragraphs_in("Declaration\n===========\nRecalling 2025,\n-----\nNoting") == [
        "Declaration",
        "Recalling 2025,",
        "Noting",
    ]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("5 alt 1.", "5 alt 1."),
        ("5 alt 1 UZB:", "5 alt 1 UZB:"),
        ("5 bis KAZ:", "5 bis KAZ:"),
        ("5 bis.", "5 bis."),
    ],
)
def test_the_label_of_a_proposal_is_the_number_of_its_paragraph(label, number):
    assert units(f"{label} Agree to study a regional transport union;\n") == [
        ("operative", number, "Agree to study a regional transport union;")
    ]


def test_footnotes_in_brackets_at_the_end_count_where_the_text_refers_to_them():
    source = "1. Decide [1] to meet.\n\n2. Agree.[2]\n\n[1] By consensus.\n\n[2] See the annex.\n"
    assert units(source) == [
        ("operative", "1.", "Decide ⁅f1⁆ to meet."),
        ("footnote", "", "By consensus."),
        ("operative", "2.", "Agree.⁅f2⁆"),
        ("footnote", "", "See the annex."),
    ]


def test_brackets_that_no_text_refers_to_are_text():
    assert [text for _kind, _number, text in units("1. Decide to meet.\n\n[1] By consensus.\n")] == [
        "Decide to meet.",
        "[1] By consensus.",
    ]


def test_two_references_to_a_footnote_have_one_unit_after_the_first():
    source = "1. Decide.[^a]\n\n2. Agree.[^b][^a]\n\n[^a]: One.\n\n[^b]: Two.\n"
    assert [text for _kind, _number, text in units(source)] == [
        "Decide.⁅f1⁆",
        "One.",
        "Agree.⁅f2⁆⁅f1⁆",
        "Two.",
    ]


def test_a_mark_without_a_footnote_and_a_footnote_without_a_mark_are_told():
    filed = read_plain(b"1. Decide.[^x]\n\n[^y]: Nobody's.\n", "a.txt")
    assert [unit.text for unit in filed.text.units] == ["Decide.[^x]", "Nobody's."]
    assert [finding.where for finding in filed.findings] == ["1. Decide.[^x]", "[^y]"]


@pytest.mark.parametrize(
    "data",
    [
        "Декларация".encode(),
        codecs.BOM_UTF8 + "Декларация".encode(),
        codecs.BOM_UTF16_LE + "Декларация".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Декларация".encode("utf-16-be"),
        "Декларация\r\n".encode(),
    ],
)
def test_utf_8_and_utf_16_are_read(data):
    assert [unit.text for unit in read_plain(data, "a.txt").text.units] == ["Декларация"]


def test_letters_of_another_encoding_are_refused_with_the_byte_and_the_line():
    with pytest.raises(CannotRead, match=r"a\.txt: line 2: byte 7 is not UTF-8"):
        read_plain(b"Title\n" + "Декларация".encode("cp1251"), "a.txt")
    with pytest.raises(CannotRead, match="byte 5 is not UTF-16"):
        read_plain(codecs.BOM_UTF16_LE + b"A\0B", "a.txt")


def test_binary_content_is_refused_with_the_line():
    with pytest.raises(CannotRead, match=r"line 2: the letter U\+0000"):
        read_plain(b"Title\n\0\1", "a.txt")


def test_a_file_without_words_is_refused():
    for data in (b"", b"\n \n", b"-----\n"):
        with pytest.raises(CannotRead, match="no words"):
            read_plain(data, "a.txt")


def test_a_file_of_more_than_20_megabytes_is_refused():
    with pytest.raises(CannotRead, match=str(MOST_BYTES)):
        read_plain(b"a" * (MOST_BYTES + 1), "a.txt")


def test_the_signs_that_mean_something_to_us_are_read_as_others_and_told():
    filed = read_plain("1. See ⁅u1⁆ and ¶ 5.\n".encode(), "a.txt")
    assert filed.text.units[0].text == "See [u1] and ❡ 5."
    assert "⁅ ⁆ ¶" in filed.findings[0].says


def test_the_language_may_be_said():
    assert read_plain(b"OK", "a.txt", "tk").text.language == "tk"


_PIECES = st.sampled_from(
    [
        "5. ",
        "(a) ",
        "\n",
        "\n\n",
        "Recalling",
        "decides;",
        ", ",
        "[^1]",
        "[^1]: ",
        "[1] ",
        "---\n",
        "   ",
        "⁅u1⁆",
        "¶",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6)).map("".join))
def test_whatever_is_in_a_file_it_is_read_or_refused(source):
    try:
        filed = read_plain(source.encode("utf-8", "replace"), "a.txt")
    except CannotRead:
        return
    assert read_version(written(filed.text)) == filed.text
    marks = {unit.id for unit in filed.text.units if unit.kind is UnitKind.FOOTNOTE}
    assert all(mark in filed.text.places for mark in marks)


@given(st.lists(st.text(st.sampled_from("abc de\n5.(a);"), max_size=30)).map("\n\n".join))
def test_no_word_is_lost_between_lines_and_paragraphs(source):
    assert " ".join(paragraphs_in(source)).split() == source.split()
