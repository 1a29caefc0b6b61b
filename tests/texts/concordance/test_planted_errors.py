"""One error planted in one version is found, alone: for each check, in each of the nine languages."""

from __future__ import annotations

import pytest
from msgspec import structs

from kengesh.terms.languages import LANGUAGES
from kengesh.texts.concordance import Check, Severity, check
from kengesh.texts.units import UnitKind
from tests.texts.concordance.parallel import WORDS, changed, version, without
from tests.texts.concordance.parallel import one as one_unit

CYRILLIC = ("ru", "kk", "ky", "tg")

DATES = {
    "en": ("31 December", "30 December"),
    "tr": ("31 Aralık", "31 Kasım"),
    "ru": ("31 декабря", "31 ноября"),
    "az": ("dekabrın 31", "dekabrın 30"),
    "kk": ("31 желтоқсан", "31 қараша"),
    "ky": ("31-декабр", "30-декабр"),
    "tg": ("31 декабри", "31 ноябри"),
    "tk": ("31-nji dekabr", "31-nji noýabr"),
    "uz": ("31-dekabr", "31-noyabr"),
}
STATES = {
    "en": ("Kazakhstan and Turkmenistan intend", "Kazakhstan and Uzbekistan intend"),
    "tr": ("Kazakistan ve Türkmenistan,", "Kazakistan ve Özbekistan,"),
    "ru": ("Казахстан и Туркменистан", "Казахстан и Узбекистан"),
    "az": ("Qazaxıstan və Türkmənistan", "Qazaxıstan və Özbəkistan"),
    "kk": ("Қазақстан және Түрікменстан", "Қазақстан және Өзбекстан"),
    "ky": ("Казакстан жана Түркмөнстан", "Казакстан жана Өзбекстан"),
    "tg": ("Озарбойҷон ва Туркманистон", "Озарбойҷон ва Ӯзбекистон"),
    "tk": ("Gazagystan we Türkmenistan", "Gazagystan we Özbegistan"),
    "uz": ("Qozogʻiston va Turkmaniston", "Qozogʻiston va Oʻzbekiston"),
}
ORDER = {
    "en": ("Azerbaijan, Kazakhstan and", "Kazakhstan, Azerbaijan and"),
    "tr": ("Azerbaycan, Kazakistan ve", "Kazakistan, Azerbaycan ve"),
    "ru": ("Азербайджан, Казахстан и", "Казахстан, Азербайджан и"),
    "az": ("Azərbaycan, Qazaxıstan və", "Qazaxıstan, Azərbaycan və"),
    "kk": ("Әзербайжан, Қазақстан және", "Қазақстан, Әзербайжан және"),
    "ky": ("Азербайжан, Казакстан жана", "Казакстан, Азербайжан жана"),
    "tg": ("Қазоқистон, Озарбойҷон ва", "Озарбойҷон, Қазоқистон ва"),
    "tk": ("Azerbaýjan, Gazagystan we", "Gazagystan, Azerbaýjan we"),
    "uz": ("Ozarbayjon, Qozogʻiston va", "Qozogʻiston, Ozarbayjon va"),
}
TERMS = {
    "en": ("border crossing points", "frontier stations"),
    "tr": ("bekleme süresi", "duraklama vakti"),
    "ru": ("времени простоя", "длительности стоянки"),
    "az": ("dayanma müddəti", "saxlanma vaxtı"),
    "kk": ("тұрып қалу уақыты", "бөгелу ұзақтығы"),
    "ky": ("туруп калуу убактысы", "кармалуу мезгили"),
    "tg": ("вақти истод", "муддати таваққуф"),
    "tk": ("saklanma wagty", "durma möhleti"),
    "uz": ("turib qolish vaqti", "toʻxtash davri"),
}
MODALS = {
    "en": ("shall establish", "may establish"),
    "tr": ("kurmalıdır", "kurabilir"),
    "ru": ("должны создать", "могут создать"),
    "az": ("yaratmalıdırlar", "yarada bilərlər"),
    "kk": ("құруға тиіс", "құра алады"),
    "ky": ("түзүүгө тийиш", "түзө алышат"),
    "tg": ("бояд то 31", "метавонанд то 31"),
    "tk": ("döretmelidirler", "döredip bilerler"),
    "uz": ("barpo etishi kerak", "barpo eta oladilar"),
}
NOT_TO_VOTE = {
    "en": ("shall not vote", "shall vote"),
    "tr": ("kullanamaz", "kullanmalıdır"),
    "ru": ("но не могут", "но должны"),
    "az": ("verə bilməzlər", "verməlidirlər"),
    "kk": ("бере алмайды", "беруге тиіс"),
    "ky": ("бере алышпайт", "берүүгө тийиш"),
    "tg": ("аммо наметавонанд", "аммо бояд"),
    "tk": ("berip bilmezler", "bermelidirler"),
    "uz": ("bera olmaydilar", "berishi kerak"),
}
LOOK_ALIKES = dict.fromkeys(LANGUAGES, ("kilom", "kilоm")) | dict.fromkeys(CYRILLIC, ("килом", "килoм"))
LETTERS = {
    "tr": ("kilometre", "kilometrë"),
    "ru": ("километрах", "кілометрах"),
    "az": ("kilometrlə", "kilometrlä"),
    "kk": ("километрмен", "километрмєн"),
    "ky": ("километр", "кілометр"),
    "tg": ("километр", "кілометр"),
    "tk": ("kilometrde", "kilometrdə"),
    "uz": ("kilometrdagi", "kilometrdağı"),
}
NUMBER_WORDS = {
    "en": ("three ferry", "four ferry"),
    "tr": ("üç feribot", "dört feribot"),
    "ru": ("три паромные линии", "четыре паромные линии"),
    "az": ("üç bərə", "dörd bərə"),
    "kk": ("үш паром", "төрт паром"),
    "ky": ("үч паром", "төрт паром"),
    "tg": ("се хатти", "чор хатти"),
    "tk": ("üç parom", "dört parom"),
    "uz": ("uchta parom", "toʻrtta parom"),
}
TARIFF = 9  # the unit about the tariff


def found_after(language, old, new):
    """What is found when one version is changed: in the version itself for English, which is compared with Russian."""
    wrong = changed(version(language), old, new)
    first = "ru" if language == "en" else "en"
    return check({first: version(first), language: wrong})


def only(found):
    assert len(found) == 1, [one.says for one in found]
    return found[0]


def each(table):
    return pytest.mark.parametrize(("language", "old", "new"), [(key, *pair) for key, pair in table.items()])


def test_a_number_that_differs_is_found_alone():
    for language in LANGUAGES:
        old = "2026-2028" if language == "tr" else "2026–2028"
        one = only(found_after(language, old, old.replace("2028", "2038")))
        assert (one.check, one.severity, one.unit) == (Check.NUMBERS, Severity.DIVERGENCE, "u10")
        assert one.words == (("2028",), ("2038",))
        assert "“2028”" in one.says and "“2038”" in one.says


@each(DATES)
def test_a_date_that_differs_is_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.label) == (Check.DATES, Severity.DIVERGENCE, "1.")


def test_a_percentage_that_differs_is_found_alone():
    for language in LANGUAGES:
        old, new = ("2.5", "2.7") if language == "en" else ("2,5", "2,7")
        one = only(found_after(language, old, new))
        assert (one.check, one.severity) == (Check.PERCENTAGES, Severity.DIVERGENCE)


def test_a_symbol_that_differs_is_found_alone():
    for language in LANGUAGES:
        one = only(found_after(language, "A/RES/75/1", "A/RES/75/11"))
        assert one.check is Check.SYMBOLS
        assert one.words == (("A/RES/75/1",), ("A/RES/75/11",))


@each(STATES)
def test_another_state_is_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.label) == (Check.STATES, Severity.DIVERGENCE, "4.")


@each(ORDER)
def test_states_out_of_the_order_of_the_alphabet_are_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.versions) == (Check.STATE_ORDER, Severity.DIVERGENCE, (language,))
    assert old.split(",")[0] in one.says


@each(TERMS)
def test_another_word_than_the_glossary_s_is_to_be_looked_at(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.label) == (Check.TERMS, Severity.LOOK, "3.")


def test_a_term_that_the_glossary_itself_doubts_is_said_to_be_so():
    texts = {
        "en": changed(version("en"), "the meetings of the coordinators", "the Council of Elders"),
        "tk": version("tk"),
    }
    one = only(check(texts))
    assert "“Ýaşulular geňeşi”" in one.says
    assert "the word is to be checked" in one.says or "this word is to be checked" in one.says


@each(MODALS)
def test_a_permission_for_an_obligation_is_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.label) == (Check.MODALS, Severity.DIVERGENCE, "1.")
    assert "obligation" in one.says and "permission" in one.says


@each(NOT_TO_VOTE)
def test_an_obligation_for_a_prohibition_is_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.label) == (Check.MODALS, Severity.DIVERGENCE, "2.")
    assert "prohibition" in one.says


@each(LOOK_ALIKES)
def test_a_letter_of_the_other_alphabet_is_found_alone_and_named(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.versions) == (Check.LOOK_ALIKES, Severity.DIVERGENCE, (language,))
    script = "LATIN" if language in CYRILLIC else "CYRILLIC"
    assert f"{script} SMALL LETTER O" in one.says
    assert "letter 4" in one.says


@each(LETTERS)
def test_a_letter_that_is_not_in_the_alphabet_is_found_alone(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity, one.versions) == (Check.LETTERS, Severity.LOOK, (language,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_in_another_script_is_one_finding(language):
    other = WORDS["tr" if language in CYRILLIC else "kk"][TARIFF]
    one = only(found_after(language, WORDS[language][TARIFF], other))
    assert (one.check, one.severity, one.unit) == (Check.SCRIPT, Severity.DIVERGENCE, "u10")
    assert "1 of 14" in one.says


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_version_wholly_in_another_script_is_one_finding(language):
    other = version("tr" if language in CYRILLIC else "kk")
    wrong = structs.replace(other, language=language)
    first = "ru" if language == "en" else "en"
    one = only(check({first: version(first), language: wrong}))
    assert one.check is Check.SCRIPT
    assert "100 %" in one.says


@pytest.mark.parametrize("language", LANGUAGES)
def test_brackets_that_only_one_version_has_are_found_alone(language):
    words = WORDS[language][TARIFF]
    first, rest = words.split(" ", 1)
    one = only(found_after(language, words, f"[{first}] {rest}"))
    assert (one.check, one.severity) == (Check.BRACKETS, Severity.DIVERGENCE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bracket_that_is_not_closed_is_found_in_its_version(language):
    found = found_after(language, WORDS[language][TARIFF], "[" + WORDS[language][TARIFF])
    assert {one.check for one in found} == {Check.BRACKETS}
    assert (language,) in [one.versions for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_number_of_a_unit_is_found_alone(language):
    text = version(language)
    units = [structs.replace(unit, number="8.") if unit.number == "6." else unit for unit in text.units]
    first = "ru" if language == "en" else "en"
    one = only(check({first: version(first), language: text.with_units(units)}))
    assert (one.check, one.severity, one.words) == (Check.LABELS, Severity.DIVERGENCE, (("6.",), ("8.",)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_that_is_missing_is_named_and_those_after_it_are_not(language):
    first = "ru" if language == "en" else "en"
    one = only(check({first: version(first), language: without(version(language), WORDS[language][3])}))
    assert (one.check, one.unit) == (Check.UNITS, "u4")
    assert "has no counterpart" in one.says


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_sign_at_the_end_is_to_be_looked_at(language):
    words = WORDS[language][TARIFF]
    one = only(found_after(language, words, words[:-1] + "."))
    assert (one.check, one.severity) == (Check.PUNCTUATION, Severity.LOOK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_in_one_version_are_to_be_looked_at(language):
    first, rest = WORDS[language][TARIFF].split(" ", 1)
    one = only(found_after(language, WORDS[language][TARIFF], f"«{first}» {rest}"))
    assert (one.check, one.severity) == (Check.QUOTATION_MARKS, Severity.LOOK)


@each(NUMBER_WORDS)
def test_another_number_word_is_to_be_looked_at(language, old, new):
    one = only(found_after(language, old, new))
    assert (one.check, one.severity) == (Check.NUMBER_WORDS, Severity.LOOK)


def test_an_order_that_the_version_compared_with_does_not_keep_either_is_to_be_looked_at():
    wrong = {language: changed(version(language), *ORDER[language]) for language in ("en", "ru")}
    assert [(one.check, one.severity, one.versions) for one in check(wrong)] == [
        (Check.STATE_ORDER, Severity.LOOK, ("en",)),
        (Check.STATE_ORDER, Severity.LOOK, ("ru",)),
    ]


def test_a_footnote_that_one_version_lacks_is_found():
    marked = changed(version("en"), "a joint logistics network by", "a joint logistics network⁅u20⁆ by")
    one = only(check({"en": marked, "ru": version("ru")}))
    assert (one.check, one.words) == (Check.UNITS, (("1",), ("0",)))


def test_another_kind_of_unit_is_found():
    text = version("ru")
    units = [structs.replace(unit, kind=UnitKind.HEADING) if unit.id == "u2" else unit for unit in text.units]
    one = only(check({"en": version("en"), "ru": text.with_units(units)}))
    assert (one.check, one.words) == (Check.UNITS, (("Preambular paragraph",), ("Heading",)))


def test_a_latin_preposition_in_a_russian_text_is_found():
    wrong = changed(version("ru"), "открыть три паромные линии с 1", "открыть три паромные линии c 1")
    one = only(check({"en": version("en"), "ru": wrong}))
    assert (one.check, one.severity) == (Check.LOOK_ALIKES, Severity.DIVERGENCE)
    assert "letter 1, c, is LATIN SMALL LETTER C" in one.says


def test_a_document_symbol_with_letters_of_two_alphabets_is_found():
    wrong = changed(version("ru"), "A/RES/75/1", "А/RES/75/1")  # a Cyrillic А
    one = only(check({"en": version("en"), "ru": wrong}))
    assert (one.check, one.severity) == (Check.LOOK_ALIKES, Severity.DIVERGENCE)
    assert "letter 1, А, is CYRILLIC CAPITAL LETTER A." in one.says
    translated = changed(version("ru"), "A/RES/75/1", "А/РЕЗ/75/1")
    assert only(check({"en": version("en"), "ru": translated})).check is Check.SYMBOLS


def test_acronyms_and_what_both_versions_quote_are_no_letters_of_another_alphabet():
    texts = {
        "en": one_unit("en", "Agreed ad referendum by SPECA and TRACECA, 5 km away, at 20 °C."),
        "kk": one_unit("kk", "SPECAның және TRACECA-ның келісуі ad referendum, 5 km жерде, 20 °C."),
    }
    assert [one for one in check(texts) if one.check in (Check.LOOK_ALIKES, Check.LETTERS)] == []


def test_attributions_in_brackets_are_compared_as_sets():
    texts = {
        "en": one_unit("en", "Decide on a [joint / KAZ, UZB: common / TKM: —] network;"),
        "ru": one_unit("ru", "Решают создать [единую / UZB, KAZ: общую / TKM: —] сеть;"),
    }
    assert check(texts) == ()
    texts["ru"] = one_unit("ru", "Решают создать [единую / KAZ: общую / TKM: —] сеть;")
    one = only(check(texts))
    assert (one.check, one.words) == (Check.BRACKETS, (("KAZ, UZB", "TKM"), ("KAZ", "TKM")))


def test_a_kazakh_letter_written_as_the_latin_one_that_looks_like_it_is_named():
    one = only(check({"en": version("en"), "kk": changed(version("kk"), "әр оператордың", "əр оператордың")}))
    assert (one.check, one.severity) == (Check.LOOK_ALIKES, Severity.DIVERGENCE)
    assert "letter 1, ə, is LATIN SMALL LETTER SCHWA" in one.says


@pytest.mark.parametrize(
    ("language", "words", "script"),
    [
        ("tg", "تعرفهٔ هر متصدی برای سالهای ۲۰۲۶ تا ۲۰۲۸؛", "Arabic"),
        ("kk", "är operatordyñ 2026–2028 jyldarğa arnalğan tarifı;", "Latin"),
        ("uz", "ҳар бир операторнинг 2026–2028-йилларга мўлжалланган тарифи;", "Cyrillic"),
        ("az", "һәр бир операторун 2026–2028-ҹи илләр үчүн тарифи;", "Cyrillic"),
    ],
)
def test_the_other_script_of_a_language_is_named(language, words, script):
    one = only(found_after(language, WORDS[language][TARIFF], words))
    assert one.check is Check.SCRIPT
    assert f"written in {script} letters" in one.says


def test_a_unit_taken_out_and_the_rest_counted_anew_is_two_findings():
    text = version("ru")
    rest = [unit for unit in text.units if unit.number != "2."]
    anew = [
        structs.replace(unit, number=f"{int(unit.number[0]) - 1}.")
        if unit.number[:1] in "34567" and unit.number
        else unit
        for unit in rest
    ]
    found = check({"en": version("en"), "ru": text.with_units(anew)})
    assert [(one.check, one.label) for one in found] == [(Check.UNITS, "2."), (Check.LABELS, "3.")]
    assert "4 units after it" in found[1].says


def test_every_sentence_names_the_place_and_the_languages_and_says_what_to_do():
    wrong = changed(version("kk"), "2026–2028", "2026–2029")
    one = only(check({"en": version("en"), "kk": wrong}))
    assert one.says == (
        "Sub-paragraph (b): the numbers are not the same. English: “2028”. Kazakh: “2029”. "
        "Correct the version that is wrong."
    )


def test_one_modal_word_may_serve_two_verbs_and_is_to_be_looked_at_only():
    english = one_unit("en", "Observers may attend and may speak.")
    one = only(check({"en": english, "ru": one_unit("ru", "Наблюдатели могут присутствовать и выступать.")}))
    assert (one.check, one.severity) == (Check.MODALS, Severity.LOOK)


def test_a_permission_that_the_other_version_does_not_have_at_all_is_a_divergence():
    english = one_unit("en", "Observers may attend.")
    one = only(check({"en": english, "ru": one_unit("ru", "Наблюдатели присутствуют.")}))
    assert (one.check, one.severity) == (Check.MODALS, Severity.DIVERGENCE)
    assert "Russian: nothing" in one.says


def test_a_recommendation_for_an_obligation_is_found_between_english_and_russian():
    english = one_unit("en", "Member States shall report.")
    russian = one_unit("ru", "Государствам-членам следует представлять отчёт.")
    one = only(check({"en": english, "ru": russian}))
    assert (one.check, one.severity) == (Check.MODALS, Severity.DIVERGENCE)
