"""The language of a text is guessed by its letters and its commonest words."""

import pytest

from kengesh.texts.reading.guess import guess_language

SENTENCES = {
    "en": "The Heads of State decide to establish a joint logistics network for the region.",
    "tr": "Devlet Başkanları bölge için ortak bir lojistik ağı kurmaya karar verdiler ve bunu desteklediler.",
    "ru": "Главы государств постановляют создать единую логистическую сеть для региона и поддержать её.",
    "az": "Dövlət başçıları region üçün birgə logistika şəbəkəsi yaratmaq barədə qərar qəbul etdilər.",
    "kk": "Мемлекет басшылары өңір үшін бірлескен логистикалық желі құру туралы шешім қабылдады.",
    "ky": "Мамлекет башчылары аймак үчүн биргелешкен логистикалык тармак түзүү жөнүндө чечим кабыл алышты.",
    "tg": "Сарони давлатҳо қарор қабул карданд, ки барои минтақа шабакаи ягонаи логистикӣ таъсис дода шавад.",
    "tk": "Döwlet baştutanlary sebit üçin bilelikdäki logistika toruny döretmek barada karar kabul etdiler.",
    "uz": "Davlat rahbarlari mintaqa uchun qoʻshma logistika tarmogʻini tashkil etish toʻgʻrisida qaror qabul qildilar.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough_to_tell_the_nine_languages_apart(language):
    assert guess_language(SENTENCES[language]) == language


@pytest.mark.parametrize("apostrophe", ["ʻ", "'", "‘", "’", "`"])
def test_uzbek_is_uzbek_with_whatever_apostrophe_it_is_typed(apostrophe):
    assert guess_language(SENTENCES["uz"].replace("ʻ", apostrophe)) == "uz"


def test_capitals_are_read_as_small_letters():
    assert guess_language("DEVLET BAŞKANLARI ORTAK BİR LOJİSTİK AĞI İÇİN KARAR VERDİ") == "tr"
    assert guess_language("ДЕКЛАРАЦИЯ О СОЗДАНИИ ЕДИНОЙ СЕТИ МЕЖДУ ГОСУДАРСТВАМИ") == "ru"


def test_a_foreign_name_does_not_make_a_text_foreign():
    assert (
        guess_language("The ports of Türkmenbaşy and Ağrı are open to the operators of all States.") == "en"
    )


def test_where_nothing_speaks_for_another_language_it_is_english():
    assert guess_language("") == guess_language("12 345 (2028)") == guess_language("OK") == "en"
