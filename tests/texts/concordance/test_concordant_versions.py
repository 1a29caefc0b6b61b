"""Versions that say the same have no finding: a tool that cries wolf is not used."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

import kengesh.texts.concordance
from kengesh.terms.languages import LANGUAGES
from kengesh.texts.concordance import Check, NotToCompare, Severity, check, concordant
from tests.texts.concordance.parallel import more, one, version, without

OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_faithful_translation_has_no_finding(language):
    assert check({"en": version("en"), language: version(language)}) == ()


@pytest.mark.parametrize("language", OTHERS)
def test_ranges_cases_and_idioms_are_no_finding_and_a_duty_in_the_present_tense_is_to_be_looked_at(language):
    found = check({"en": more("en"), language: more(language)})
    assert [(one.check, one.severity, one.label, one.words[0]) for one in found] == [
        (Check.MODALS, Severity.LOOK, "5.", ("shall",))
    ]


@pytest.mark.parametrize("first", OTHERS)
def test_every_two_versions_are_concordant_whichever_was_negotiated(first):
    versions = {language: version(language) for language in LANGUAGES}
    assert concordant(versions, negotiating=first)
    assert concordant({language: more(language) for language in LANGUAGES}, negotiating=first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_against_itself_has_no_finding(language):
    for text in (version(language), more(language)):
        assert check({language: text, "copy": text}) == ()


def _figures(language):
    words = [(at, unit.text) for text in (version(language),) for at, unit in enumerate(text.units)]
    return [(at, place) for at, text in words for place, letter in enumerate(text) if letter.isdecimal()]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_figure_changed_in_one_version_is_always_found(data):
    language = data.draw(st.sampled_from(OTHERS))
    at, place = data.draw(st.sampled_from(_figures(language)))
    text = version(language)
    unit = text.units[at]
    figure = data.draw(st.sampled_from([one for one in "123456789" if one != unit.text[place]]))
    units = list(text.units)
    units[at] = structs.replace(unit, text=unit.text[:place] + figure + unit.text[place + 1 :])
    found = check({"en": version("en"), language: text.with_units(units)})
    assert any(one.unit == unit.id and one.severity is Severity.DIVERGENCE for one in found)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_two_neighbouring_figures_swapped_in_one_version_are_always_found(data):
    language = data.draw(st.sampled_from(OTHERS))
    text = version(language)
    swappable = [
        (at, place)
        for at, place in _figures(language)
        if (at, place + 1) in _figures(language)
        and text.units[at].text[place] != text.units[at].text[place + 1]
    ]
    at, place = data.draw(st.sampled_from(swappable))
    words = text.units[at].text
    units = list(text.units)
    swapped = words[:place] + words[place + 1] + words[place] + words[place + 2 :]
    units[at] = structs.replace(units[at], text=swapped)
    found = check({"en": version("en"), language: text.with_units(units)})
    assert any(one.unit == units[at].id and one.severity is Severity.DIVERGENCE for one in found)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_unit_left_out_is_named_and_the_others_are_not(data):
    language = data.draw(st.sampled_from(OTHERS))
    text = version(language)
    gone = data.draw(st.sampled_from(text.units))
    found = check({"en": version("en"), language: without(text, gone.text)})
    assert [(one.check, one.unit) for one in found] == [(Check.UNITS, gone.id)]


def test_findings_come_in_the_order_of_the_text_and_the_same_each_time():
    wrong = {"en": version("en"), "ru": one("ru", "иное"), "uz": more("uz")}
    found = check(wrong)
    assert found == check(wrong)
    places = [wrong["en"].places.get(one.unit, 0) for one in found if one.versions[0] == "en"]
    assert places == sorted(places)


def test_one_version_alone_cannot_be_compared():
    with pytest.raises(NotToCompare, match="two versions are needed"):
        check({"en": version("en")})


def test_the_version_compared_with_must_be_there():
    with pytest.raises(NotToCompare, match="no version ru"):
        check({"en": version("en"), "tr": version("tr")}, negotiating="ru")


PASSAGES = [
    (
        "In accordance with Article 12, paragraph 3, of the Charter of the United Nations and Annex V, the Ministers could meet twice a year, on 1 and 2 March and on 15 September.",
        "ru",
        "В соответствии с пунктом 3 статьи 12 Устава Организации Объединённых Наций и приложением V министры могли бы встречаться дважды в год, 1 и 2 марта и 15 сентября.",
    ),
    (
        "The Treaty of 21 July 2022 shall be open for accession; the Kyrgyz Republic and the Republic of Tajikistan may join it in the 21st century.",
        "kk",
        "2022 жылғы 21 шілдедегі шарт қосылу үшін ашық болуға тиіс; Қырғыз Республикасы мен Тәжікстан Республикасы оған XXI ғасырда қосыла алады.",
    ),
    (
        "The Treaty of 21 July 2022 shall be open for accession; the Kyrgyz Republic and the Republic of Tajikistan may join it in the 21st century.",
        "uz",
        "2022-yil 21-iyuldagi shartnoma qoʻshilish uchun ochiq boʻlishi kerak; Qirgʻiz Respublikasi va Tojikiston Respublikasi unga XXI asrda qoʻshilishi mumkin.",
    ),
    (
        "Each Party is to submit its report no later than 90 days before the meeting, and the Chair may extend the period by 30 days.",
        "ky",
        "Ар бир Тарап отчётун жолугушуудан 90 күн мурда берүүгө тийиш, ал эми Төрага бул мөөнөттү 30 күнгө узарта алат.",
    ),
    (
        "Goods worth $1,250.75 million (about 3/4 of all trade) crossed the border at 18:30, at a temperature of -5 °C and a speed of 120 km/h.",
        "ru",
        "Товары на сумму 1 250,75 млн долл. США (около 3/4 всей торговли) пересекли границу в 18.30 при температуре -5 °C и скорости 120 км/ч.",
    ),
    (
        "No amendment may be made without the consent of all; however, the Chair should not delay, and Parties need not reply.",
        "ru",
        "Никакая поправка не может быть внесена без согласия всех; однако председателю не следует медлить, и Стороны не обязаны отвечать.",
    ),
]


@pytest.mark.parametrize(("english", "language", "translation"), PASSAGES)
def test_what_is_said_in_another_way_is_no_finding(english, language, translation):
    assert check({"en": one("en", english), language: one(language, translation)}) == ()


def test_the_example_in_the_head_is_true():
    assert doctest.testmod(kengesh.texts.concordance).failed == 0
