"""Labels, in each profile and language, to the letter."""

import pytest

from kengesh.terms.languages import LANGUAGES
from kengesh.texts.labels import (
    PROFILES,
    Label,
    alternative_label,
    changed_label,
    labels_of,
    new_label,
    units_named,
)
from kengesh.texts.units import Place, Text, Unit, UnitKind

LATIN = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
    "undecies",
    "duodecies",
    "terdecies",
    "quaterdecies",
    "quindecies",
    "sexdecies",
    "septdecies",
    "octodecies",
    "novodecies",
    "vicies",
]


def text(*units: Unit, language: str = "en") -> Text:
    return Text(language, units)


def paragraph(id: str, kind: UnitKind, number: str = "", level: int = 0) -> Unit:
    return Unit(id, kind, "Words", number, level)


@pytest.mark.parametrize("language", ["en", "tr", "az", "tk", "uz"])
def test_new_paragraphs_of_environmental_negotiations_count_in_latin_up_to_twenty(language):
    expected = [f"5 {word}" for word in LATIN]
    assert [new_label("5", nth, "mea", language) for nth in range(1, 20)] == expected


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "tg"])
def test_cyrillic_languages_write_the_latin_ordinals_as_they_sound(language):
    expected = ["бис", "тер", "кватер", "квинквиес", "сексиес", "септиес", "октиес", "новиес", "дециес"]
    assert [new_label("5", nth, "mea", language) for nth in range(1, 10)] == [
        f"5 {word}" for word in expected
    ]
    assert new_label("ПП3", 19, "mea", language) == "ПП3 вициес"


def test_beyond_the_twentieth_the_number_stands_in_brackets():
    assert [new_label("5", nth, "mea", "en") for nth in (19, 20, 21)] == ["5 vicies", "5 (21)", "5 (22)"]


def test_what_comes_after_5_bis_is_5_ter():
    assert new_label("5 bis", 1, "mea", "en") == "5 ter"
    assert new_label("5 ter", 2, "mea", "en") == "5 quinquies"
    assert new_label("5 бис", 1, "mea", "ru") == "5 тер"
    assert new_label("5 vicies", 1, "mea", "en") == "5 (21)"
    assert alternative_label("5 bis", 1, "mea", "en") == "5 bis alt 1"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PP3", "PP3 bis"),
        ("5 (a)", "5 (a) bis"),
        ("Article 3", "Article 3 bis"),
        ("T1 R2 C3", "T1 R2 C3 bis"),
        ("", "0 bis"),
    ],
)
def test_every_name_of_a_unit_takes_a_new_one_after_it(name, expected):
    assert new_label(name, 1, "mea", "en") == expected


def test_the_editorial_manual_of_the_united_nations_counts_new_paragraphs_by_letters_and_alternatives_in_latin():
    expected = ["5 A", "5 B", "5 Z", "5 AA", "5 AB"]
    assert [new_label("5", nth, "un-manual", "en") for nth in (1, 2, 26, 27, 28)] == expected
    assert [alternative_label("5", nth, "un-manual", "en") for nth in (1, 2)] == ["5 bis", "5 ter"]
    assert alternative_label("5", 1, "un-manual", "ru") == "5 бис"
    assert new_label("", 1, "un-manual", "en") == "0 A"


def test_the_telecommunication_union_says_what_happens_to_a_paragraph():
    assert [new_label("5", nth, "itu", "en") for nth in (1, 2)] == ["ADD 5A", "ADD 5B"]
    assert [changed_label("5", act) for act in ("MOD", "SUP", "NOC")] == ["MOD 5", "SUP 5", "NOC 5"]
    with pytest.raises(ValueError, match="DEL"):
        changed_label("5", "DEL")


@pytest.mark.parametrize(
    ("language", "alternative", "option"),
    [
        ("en", "5 alt 1", "MOD 5 (option 1)"),
        ("tr", "5 seçenek 1", "MOD 5 (seçenek 1)"),
        ("ru", "5 альт. 1", "MOD 5 (вариант 1)"),
        ("az", "5 variant 1", "MOD 5 (variant 1)"),
        ("kk", "5 балама 1", "MOD 5 (нұсқа 1)"),
        ("ky", "5 вариант 1", "MOD 5 (вариант 1)"),
        ("tg", "5 вариант 1", "MOD 5 (варианти 1)"),
        ("tk", "5 wariant 1", "MOD 5 (wariant 1)"),
        ("uz", "5 variant 1", "MOD 5 (variant 1)"),
    ],
)
def test_an_alternative_is_called_in_each_language_by_a_word_that_means_that_there(
    language, alternative, option
):
    assert alternative_label("5", 1, "mea", language) == alternative
    assert alternative_label("5", 1, "itu", language) == option


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Title", "PP1", "Heading 1", "OP1", "P1", "T1 R2 C3", "Fn 1"]),
        ("tr", ["Başlık", "PP1", "Ara başlık 1", "OP1", "P1", "T1 Sat2 Süt3", "Dn. 1"]),
        ("ru", ["Название", "ПП1", "Заголовок 1", "ОП1", "Абз. 1", "Т1 С2 Г3", "Сн. 1"]),
        ("az", ["Ad", "PP1", "Başlıq 1", "OP1", "Abzas 1", "C1 Sət2 Süt3", "Qeyd 1"]),
        ("kk", ["Атауы", "PP1", "Тақырып 1", "OP1", "Абзац 1", "К1 Ж2 Б3", "Сілт. 1"]),
        ("ky", ["Аталышы", "PP1", "Баш сөз 1", "OP1", "Абзац 1", "Т1 К2 М3", "Шилт. 1"]),
        ("tg", ["Ном", "PP1", "Сарлавҳа 1", "OP1", "Сарсатр 1", "Ҷ1 Сат2 Сут3", "Эзоҳ 1"]),
        ("tk", ["Ady", "PP1", "Sözbaşy 1", "OP1", "Abzas 1", "T1 Set2 Süt3", "Bellik 1"]),
        ("uz", ["Nomi", "PP1", "Sarlavha 1", "OP1", "Xatboshi 1", "J1 Q2 U3", "Izoh 1"]),
    ],
)
def test_units_without_a_number_have_names_in_the_language_of_the_version(language, names):
    kinds = [UnitKind.TITLE, UnitKind.PREAMBULAR, UnitKind.HEADING, UnitKind.OPERATIVE, UnitKind.PARAGRAPH]
    units = [paragraph(f"u{at}", kind) for at, kind in enumerate(kinds)]
    cell = Unit("c", UnitKind.CELL, "1200", place=Place("t7", 2, 3))
    labels = labels_of(text(*units, cell, paragraph("f", UnitKind.FOOTNOTE), language=language))
    assert [label.name for label in labels.values()] == names
    printed = [names[1], names[3], names[5], names[6]]
    assert [label.printed for label in labels.values() if label.printed] == printed


def test_what_the_version_prints_is_printed_and_a_proposal_names_it_without_its_stop():
    labels = labels_of(
        text(
            paragraph("u1", UnitKind.OPERATIVE, "5."),
            paragraph("u2", UnitKind.OPERATIVE, "6)"),
            paragraph("u3", UnitKind.OPERATIVE, "Article 3."),
            paragraph("u4", UnitKind.PREAMBULAR, "PP3"),
            paragraph("u5", UnitKind.OPERATIVE, "3-modda."),
            paragraph("u6", UnitKind.OPERATIVE, "MADDE 4 –"),
            paragraph("u7", UnitKind.OPERATIVE, "5 bis."),
        )
    )
    assert list(labels.values()) == [
        Label("5.", "5"),
        Label("6)", "6"),
        Label("Article 3.", "Article 3"),
        Label("PP3", "PP3"),
        Label("3-modda.", "3-modda"),
        Label("MADDE 4 –", "MADDE 4"),
        Label("5 bis.", "5 bis"),
    ]


def test_a_subparagraph_is_named_with_its_parents():
    sub = UnitKind.SUBPARAGRAPH
    labels = labels_of(
        text(
            paragraph("u1", UnitKind.OPERATIVE, "5."),
            paragraph("u2", sub, "(a)", 1),
            paragraph("u3", sub, "(i)", 2),
            paragraph("u4", sub, "(b)", 1),
            paragraph("u5", sub, "•", 2),
            paragraph("u6", sub, "•", 2),
            paragraph("u7", UnitKind.OPERATIVE, "6."),
            paragraph("u8", sub, "а)", 1),
            paragraph("u9", sub, "6.1", 1),
            paragraph("u10", sub, "1.", 1),
        )
    )
    names = ["5", "5 (a)", "5 (a) (i)", "5 (b)", "5 (b) • 1", "5 (b) • 2", "6", "6 а)", "6.1", "6 (1)"]
    assert [label.name for label in labels.values()] == names
    assert labels["u3"].printed == "(i)"


def test_a_footnote_between_a_paragraph_and_its_subparagraphs_is_no_parent():
    labels = labels_of(
        text(
            paragraph("u1", UnitKind.OPERATIVE, "5."),
            paragraph("f1", UnitKind.FOOTNOTE),
            paragraph("u2", UnitKind.SUBPARAGRAPH, "(a)", 1),
        )
    )
    assert labels["u2"].name == "5 (a)"


def test_a_computed_label_counts_all_of_its_kind():
    kinds = UnitKind.OPERATIVE, UnitKind.OPERATIVE, UnitKind.OPERATIVE
    units = [
        paragraph(f"u{at}", kind, number)
        for at, (kind, number) in enumerate(zip(kinds, ("1.", "", "7."), strict=True))
    ]
    assert [label.printed for label in labels_of(text(*units)).values()] == ["1.", "OP2", "7."]


def test_a_footnote_1_and_a_cell_are_not_taken_for_paragraph_1():
    base = text(
        paragraph("u1", UnitKind.OPERATIVE, "1."),
        Unit("f1", UnitKind.FOOTNOTE, "Note", "1"),
        Unit("u3", UnitKind.CELL, "x", place=Place("a", 1, 1)),
        Unit("u4", UnitKind.CELL, "y", place=Place("b", 1, 1)),
    )
    assert [label.name for label in labels_of(base).values()] == ["1", "Fn 1", "T1 R1 C1", "T2 R1 C1"]
    assert labels_of(base)["f1"].printed == "1"
    assert units_named(base, "1.") == ("u1",)


def test_a_heading_that_is_an_articles_number_alone_is_named_by_it():
    base = text(Unit("u1", UnitKind.HEADING, "Article 3"), Unit("u2", UnitKind.HEADING, "Статья 4."))
    assert [label.name for label in labels_of(base).values()] == ["Article 3", "Статья 4"]
    assert {label.printed for label in labels_of(base).values()} == {""}


def test_where_every_article_begins_again_at_1_its_paragraphs_are_named_with_the_article():
    base = text(
        Unit("u1", UnitKind.HEADING, "Article 3"),
        paragraph("u2", UnitKind.OPERATIVE, "1."),
        paragraph("u3", UnitKind.SUBPARAGRAPH, "(a)", 1),
        Unit("u4", UnitKind.HEADING, "Definitions", "Article 4."),
        paragraph("u5", UnitKind.OPERATIVE, "1."),
        paragraph("u6", UnitKind.OPERATIVE, "2."),
    )
    names = ["Article 3", "Article 3 (1)", "Article 3 (1) (a)", "Article 4", "Article 4 (1)", "2"]
    assert [label.name for label in labels_of(base).values()] == names
    assert labels_of(base)["u5"].printed == "1."
    assert units_named(base, "Article 4 (1)") == ("u5",)


def test_an_annex_begins_again_at_1_and_the_text_keeps_its_names():
    base = text(
        Unit("u1", UnitKind.HEADING, "Purpose"),
        paragraph("u2", UnitKind.OPERATIVE, "1."),
        Unit("u3", UnitKind.HEADING, "Annex"),
        paragraph("u4", UnitKind.OPERATIVE, "1."),
        Unit("u5", UnitKind.HEADING, "Routes of the network"),
        paragraph("u6", UnitKind.OPERATIVE, "1."),
    )
    assert [label.name for label in labels_of(base).values()] == [
        "Heading 1",
        "1",
        "Annex",
        "Annex (1)",
        "Heading 3",
        "Heading 3 (1)",
    ]


def test_a_name_that_stands_twice_finds_both_units():
    base = text(paragraph("u1", UnitKind.OPERATIVE, "1."), paragraph("u2", UnitKind.OPERATIVE, "1."))
    assert units_named(base, "1") == ("u1", "u2")
    assert units_named(base, "u2") == ("u2",)
    assert units_named(base, "9") == ()


def test_a_profile_that_is_none_of_ours_is_refused():
    for ask in (
        lambda: labels_of(text(), "eu"),
        lambda: new_label("5", 1, "eu", "en"),
        lambda: alternative_label("5", 1, "eu", "en"),
    ):
        with pytest.raises(ValueError, match="mea, un-manual, itu"):
            ask()


def test_every_language_and_profile_has_every_label():
    made = {new_label("5", 1, profile, language) for profile in PROFILES for language in LANGUAGES}
    made |= {alternative_label("5", 1, profile, language) for profile in PROFILES for language in LANGUAGES}
    assert all("{" not in label and label.strip() == label for label in made)
