"""The same grammar in Russian, Kazakh, Turkish and Uzbek: labels and the order of states are those of the language."""

from __future__ import annotations

import pytest

from kengesh.terms.messages import in_language
from kengesh.texts.reading.filed import Explicit
from kengesh.texts.writing.plain import note_words
from tests.texts.compiling_cases import asks, files, lines, rolled, shown, text

RU_FOUR = "4. Договариваются встретиться вновь в 2027 году."
RU_FIVE = "5. Постановляют создать совместную логистическую сеть к 2028 году;"
RU_SIX = "6. Государства-члены отчитываются ежегодно."
KK_FIVE = "5. 2028 жылға қарай бірлескен логистикалық желі құруға шешім қабылдайды;"
TR_FIVE = "5. 2028 yılına kadar ortak bir lojistik ağı kurmaya karar verirler;"
UZ_FIVE = "5. 2028-yilgacha qoʻshma logistika tarmogʻini tashkil etishga qaror qiladilar;"

REPLACED = {
    "ru": (RU_FIVE, "совместную", "общую", "[совместную / KAZ: общую]"),
    "kk": (KK_FIVE, "бірлескен", "ортақ", "[бірлескен / KAZ: ортақ]"),
    "tr": (TR_FIVE, "ortak", "müşterek", "[ortak / KAZ: müşterek]"),
    "uz": (UZ_FIVE, "qoʻshma", "umumiy", "[qoʻshma / KAZ: umumiy]"),
}
HOLDERS = {
    "en": "AZE, KAZ, KGZ, TJK, TKM, UZB",
    "ru": "AZE, KAZ, KGZ, TJK, TKM, UZB",  # Азербайджан, Казахстан, Киргизия/Кыргызстан, Таджикистан, Туркменистан, Узбекистан
    "kk": "AZE, KAZ, KGZ, UZB, TJK, TKM",  # Әзербайжан, Қазақстан, Қырғызстан, Өзбекстан, Тәжікстан, Түрікменстан
    "tr": "AZE, KAZ, KGZ, UZB, TJK, TKM",  # Azerbaycan, Kazakistan, Kırgızistan, Özbekistan, Tacikistan, Türkmenistan
    "uz": "AZE, KGZ, KAZ, TJK, TKM, UZB",  # Ozarbayjon, Qirgʻiziston, Qozogʻiston, Tojikiston, Turkmaniston, Oʻzbekiston
}
NEW = {
    "ru": (RU_FIVE, "Постановляют также учредить Секретариат;", "5 бис"),
    "kk": (KK_FIVE, "Сондай-ақ Хатшылық құруға шешім қабылдайды;", "5 бис"),
    "tr": (TR_FIVE, "Ayrıca bir Sekretarya kurmaya karar verirler;", "5 bis"),
    "uz": (UZ_FIVE, "Shuningdek, Kotibiyat tashkil etishga qaror qiladilar;", "5 bis"),
}
ALTERNATIVE = {
    "ru": (RU_FIVE, "Договариваются изучить варианты регионального транспортного союза;", "5 альт. 1"),
    "kk": (KK_FIVE, "Өңірлік көлік одағының нұсқаларын зерделеуге келіседі;", "5 балама 1"),
    "tr": (TR_FIVE, "Bölgesel ulaştırma birliği seçeneklerini incelemeyi kabul ederler;", "5 seçenek 1"),
    "uz": (UZ_FIVE, "Mintaqaviy transport ittifoqi variantlarini oʻrganishga kelishadilar;", "5 variant 1"),
}


@pytest.mark.parametrize("language", REPLACED)
def test_replaced_words_stand_beside_those_of_the_base(language: str) -> None:
    base, before, after, region = REPLACED[language]
    kaz = files("KAZ", base.replace(before, after), language=language)
    assert shown(base, kaz, language=language) == [base.replace(before, region)]


@pytest.mark.parametrize("language", REPLACED)
def test_states_stand_in_the_order_of_the_alphabet_of_the_version(language: str) -> None:
    base, before, after, region = REPLACED[language]
    six = [
        files(code, base.replace(before, after), language=language)
        for code in ("UZB", "TKM", "TJK", "KGZ", "KAZ", "AZE")
    ]
    expected = base.replace(before, region.replace("KAZ", HOLDERS[language]))
    assert shown(base, *six, language=language) == [expected]


@pytest.mark.parametrize("language", NEW)
def test_a_new_paragraph_has_the_label_of_the_language(language: str) -> None:
    base, words, label = NEW[language]
    both = [files(code, base, words, language=language) for code in ("KAZ", "TKM")]
    assert shown(base, *both, language=language) == [base, f"[{label} KAZ, TKM: {words}]"]


@pytest.mark.parametrize("language", ALTERNATIVE)
def test_an_alternative_has_the_label_of_the_language(language: str) -> None:
    base, words, label = ALTERNATIVE[language]
    uzb = files("UZB", f"5. {words}", language=language)
    assert shown(base, uzb, language=language) == [f"[{base}]", f"[{label} UZB: {words}]"]


def test_in_russian_inserted_and_deleted_words_and_three_ways_at_one_place() -> None:
    inserts = files("KAZ", RU_FIVE.replace("логистическую", "логистическую и таможенную"), language="ru")
    deletes = files("TKM", RU_FIVE.replace(" к 2028 году", ""), language="ru")
    assert shown(RU_FIVE, inserts, deletes, language="ru") == [
        "5. Постановляют создать совместную логистическую [KAZ: и таможенную] сеть [к 2028 году / TKM: —];"
    ]
    ways = [("KAZ", "общую"), ("TJK", "единую"), ("UZB", "единую")]
    replaces = [files(code, RU_FIVE.replace("совместную", word), language="ru") for code, word in ways]
    without = files("TKM", RU_FIVE.replace("совместную ", ""), language="ru")
    assert shown(RU_FIVE, *replaces, without, language="ru") == [
        "5. Постановляют создать [совместную / KAZ: общую / TJK, UZB: единую / TKM: —] логистическую сеть к 2028 году;"
    ]


def test_in_russian_an_alternative_is_amended_under_its_russian_label() -> None:
    uzb = files("UZB", "5. Договариваются изучить варианты регионального транспортного союза;", language="ru")
    kgz = asks("KGZ", Explicit("delete", "5 альт. 1 UZB", "варианты"), order=1, language="ru")
    assert shown(RU_FIVE, uzb, kgz, language="ru") == [
        "[5. Постановляют создать совместную логистическую сеть к 2028 году;]",
        "[5 альт. 1 UZB: Договариваются изучить [варианты / KGZ: —] регионального транспортного союза;]",
    ]


def test_in_russian_a_deleted_paragraph_and_notes_in_russian() -> None:
    submissions = (
        files("TKM", RU_FIVE, RU_SIX, language="ru"),
        files(
            "UZB", RU_FOUR, RU_FIVE, "6. Государства-члены отчитываются [ежегодно].", order=1, language="ru"
        ),
        asks("AZE", Explicit("reserve", "6", reservation="pending-capital"), order=2, language="ru"),
        asks(
            "KAZ", Explicit("comment", "6", text="периодичность зависит от пункта 9."), order=3, language="ru"
        ),
    )
    rolling = rolled(text(RU_FOUR, RU_FIVE, RU_SIX, language="ru"), *submissions)
    with in_language("ru"):
        notes = "\n".join(f"{note.number} {note_words(note)}" for note in rolling.notes)
    assert lines(rolling) == [
        "[4. Договариваются встретиться вновь в 2027 году. / TKM: —]",
        RU_FIVE,
        "6. Государства-члены отчитываются [ежегодно]^1.^2 ^3",
        notes,
    ]


def test_in_uzbek_other_apostrophes_are_no_proposal() -> None:
    kaz = files(
        "KAZ", UZ_FIVE.replace("qoʻshma", "qo'shma").replace("tarmogʻini", "tarmog‘ini"), language="uz"
    )
    rolling = rolled(UZ_FIVE, kaz, language="uz")
    assert lines(rolling) == [UZ_FIVE]
    assert [(one.delegation, one.filed) for one in rolling.editorial] == [
        ("KAZ", "qo'shma"),
        ("KAZ", "tarmog‘ini"),
    ]
