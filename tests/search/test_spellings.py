"""A reader of any of nine languages finds, first of all, what they type: real spellings against the founding record."""

from __future__ import annotations

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.search.asking import search
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import state_codes, state_name

SPELLINGS = {
    # Kazakh, its own letters and those of a Russian keyboard, and case endings
    "kk": "Қазақстан=KAZ Казакстан=KAZ Қазақстанның=KAZ казакстанга=KAZ Қырғызстан=KGZ Әзербайжан=AZE Тоқаев=kassym-jomart-tokayev "
    "Түркістан=turkistan Туркистан=turkistan Туркістанда=turkistan Жапония=JPN",
    "ky": "Өзбекстан=UZB Озбекстан=UZB Кыргызстандын=KGZ Бишкекте=bishkek Жапаров=sadyr-japarov Япониянын=JPN",
    "tg": "Тоҷикистон=TJK Точикистон=TJK Тожикистон=TJK Таджикистан=TJK Қирғизистон=KGZ Киргизистон=KGZ Озарбойчон=AZE "
    "Ҷопон=JPN Чопон=JPN Остона=astana Хитой=CHN",
    "uz": "Ўзбекистон=UZB Узбекистон=UZB O'zbekiston=UZB O`zbekiston=UZB O’zbekiston=UZB O‘zbekiston=UZB Oʻzbekiston=UZB "
    "Oʼzbekiston=UZB Ozbekiston=UZB Oʻzbekistonning=UZB Qirg'iziston=KGZ Қирғизистон=KGZ Тошкент=tashkent Toshkentda=tashkent "
    "Samarqand=samarkand Xitoy=CHN Raxmon=emomali-rahmon",
    "az": "Azərbaycan=AZE Azerbaycan=AZE AZERBAYCAN=AZE Azərbaycanın=AZE Bakı=baku BAKI=baku BAKİ=baku Baki=baku Əliyev=ilham-aliyev "
    "Türkiyə=TUR",
    "tk": "Aşgabat=ashgabat Asgabat=ashgabat Ashgabat=ashgabat Daşkent=tashkent Awaza=awaza Avaza=awaza Täjigistan=TJK "
    "Tajigistan=TJK Hytaý=CHN Özbegistan=UZB",
    "tr": "Türkiye=TUR TURKIYE=TUR türkıye=TUR Türkiye'nin=TUR Türkiye’ye=TUR Kırgızistan=KGZ KIRGIZISTAN=KGZ Kırgızistan'ın=KGZ "
    "Azerbaycan'ın=AZE Taşkent'te=tashkent Caparov=sadyr-japarov Japonya=JPN Şavkat=shavkat-mirziyoyev",
    "ru": "Ташкенте=tashkent Ташкента=tashkent Ашхабаде=ashgabat Таджикистаном=TJK Самарканде=samarkand Мирзиеев=shavkat-mirziyoyev "
    "Рахмона=emomali-rahmon ЯПОНИЯ=JPN Россией=RUS",
    "en": "Uzbekistan's=UZB Tokayev=kassym-jomart-tokayev Toqaev=kassym-jomart-tokayev Aliyev=ilham-aliyev Khiva=khiva Xiva=khiva",
}
ONE_WORD = [
    (language, spelling.partition("=")[0], spelling.partition("=")[2])
    for language, spellings in SPELLINGS.items()
    for spelling in spellings.split()
]
MORE_WORDS = [
    ("tr", "Turk Devletleri Teskilati'nin", "ots"),
    ("tr", "ORTA ASYA DEVLET BAŞKANLARI ISTISARE TOPLANTISI", "consultative-meeting"),
    ("tr", "üye devletler", "member"),
    ("ky", "Түрк мамлекеттер уюму", "ots"),
    ("tk", "turki dowletlerinin guramasy", "ots"),
    ("ru", "Организации тюркских государств", "ots"),
    ("ru", "Консультативной встречи глав государств Центральной Азии", "consultative-meeting"),
    ("ru", "договора о дружбе в целях развития", "treaty-2022"),
    ("ru", "Касым Жомарт Токаева", "kassym-jomart-tokayev"),
    ("uz", "Марказий Осиё ҳамжамияти", "community-of-central-asia"),
    ("uz", "Markaziy Osiyo hamjamiyati", "community-of-central-asia"),
]


def things(record: Mechanism, words: str) -> list[str | None]:
    """Return the things under which words are found, the first first."""
    return [row["thing"] for row in search(record, record.view(), words)["answer"]]


@pytest.mark.parametrize(("language", "words", "thing"), ONE_WORD + MORE_WORDS)
def test_what_is_typed_is_found_first(founding: Mechanism, language: str, words: str, thing: str) -> None:
    assert language in LANGUAGES
    assert things(founding, words)[:1] == [thing]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Ирак", "IRN"),
        ("Иран", "IRQ"),
        ("Словакия", "SVN"),
        ("Slovenya", "SVK"),
        ("Австрия", "AUS"),
        ("Қазақстан", "KGZ"),
        ("Kazakistan", "UZB"),
        ("Özbek", "OMN"),
        ("Турция", "TKM"),
        ("Turkmenistan", "TUR"),
        ("Astana", "ashgabat"),
        ("Самарканд", "tashkent"),
        ("Ostona", "ots"),
        ("el", "corridor-china-kyrgyzstan-uzbekistan"),
        ("советский", "ots"),
    ],
)
def test_neighbours_stay_apart(founding: Mechanism, words: str, thing: str) -> None:
    assert thing not in [row["thing"] for row in search(founding, founding.view(), words)["answer"][:5]]


def test_every_state_that_the_record_speaks_of_is_found_by_its_name_in_nine_languages(
    founding: Mechanism,
) -> None:
    """Or second, where a subject has that very id (``afghanistan``)."""
    spoken_of = sorted(
        thing for thing in state_codes() if any(thing in index for index in founding.state.by_thing)
    )
    assert len(spoken_of) > 25
    asked = [(code, state_name(code, language)) for code in spoken_of for language in LANGUAGES]
    missed = [(code, name) for code, name in asked if code not in things(founding, name)[:2]]
    assert missed == []


@pytest.mark.parametrize("words", ["TKM", "tkm", "Tkm "])
def test_a_state_is_found_by_its_code(founding: Mechanism, words: str) -> None:
    row = search(founding, founding.view(), words)["answer"][0]
    assert (row["thing"], row["type"], row["name"]) == ("TKM", "party", "Turkmenistan")


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("consultative-meeting/7", "meeting"),
        ("treaty-2022", "instrument"),
        ("ots", "body"),
        ("OTS", "body"),
        ("ilham-aliyev", "person"),
        ("ashgabat", "place"),
        ("avim-2025-109", "source"),
        ("full-participant", "status"),
        ("water", "subject"),
        ("proposal/investment-forum", "proposal"),
    ],
)
def test_a_thing_is_found_first_by_its_id_and_says_of_what_type_it_is(
    founding: Mechanism, words: str, type_: str
) -> None:
    row = search(founding, founding.view(), words)["answer"][0]
    assert (row["thing"], row["type"]) == (words.lower(), type_)


def test_the_name_is_in_the_language_asked_for_or_in_that_of_the_words(founding: Mechanism) -> None:
    view = founding.view()
    assert search(founding, view, "Ташкенте", "uz")["answer"][0]["name"] == "Toshkent"
    assert search(founding, view, "Kırgızistan")["answer"][0]["name"] == "Kırgızistan"


def test_a_thing_comes_before_the_acts_that_mention_it_and_has_one_row_as_itself(founding: Mechanism) -> None:
    rows = search(founding, founding.view(), "Astana")["answer"]
    assert rows[0]["thing"] == "astana"
    assert [row["kind"] for row in rows if row["thing"] == "astana"] == ["name"]
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("word", ["встречи", "devletleri"])
def test_among_names_the_word_itself_comes_before_its_kin_and_sources_after_both(
    founding: Mechanism, word: str
) -> None:
    rows = search(founding, founding.view(), word)["answer"]
    names = [row["words"].casefold().split() for row in rows if row["kind"] == "name"]
    exact = [word in words for words in names]
    assert True in exact and False in exact
    assert exact == sorted(exact, reverse=True)
    are_sources = [row["type"] == "source" for row in rows if row["kind"] in ("name", "register-source")]
    assert are_sources == sorted(are_sources)
