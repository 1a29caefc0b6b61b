"""The plain spelling under which a search compares: what it brings together, what it keeps apart, and how modestly."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.terms.folding import APOSTROPHES, fold
from kengesh.terms.glossary import all_terms
from kengesh.terms.languages import LANGUAGES

WORD = re.compile(rf"\w[\w{re.escape(APOSTROPHES)}]*")


@pytest.mark.parametrize(
    "spellings",
    [
        ["Ўзбекистон", "Oʻzbekiston", "O'zbekiston", "O`zbekiston", "Ozbekiston", "У\u0306збекистон"],
        ["Қирғизистон", "Qirgʻiziston", "Qirg'iziston", "Киргизистон"],
        ["Тошкент", "Toshkent"],
        ["кенгаш", "kengash", "KENGASH"],
        ["Ҳиндистон", "Hindiston", "Хиндистон"],
        ["Евроосиё", "Yevroosiё"],
        ["Ельцин", "Yeltsin", "Eltsin"],
        ["Йемен", "Yemen"],
        ["Қауымдастық", "Кауымдастык"],
        ["Түркістан", "Туркистан", "Türkistan"],
        ["Өзбекстан", "Озбекстан"],
        ["Azərbaycan", "Azerbaycan", "AZƏRBAYCAN"],
        ["Bakı", "BAKI", "baki", "BAKİ"],
        ["İstanbul", "ISTANBUL", "ıstanbul", "istanbul"],
        ["Aşgabat", "Asgabat", "Ashgabat"],
        ["Awaza", "Avaza"],
        ["Түркменистан", "Türkmenistan"],
        ["җай", "жай"],
    ],
)
def test_spellings_of_one_name_meet(spellings: list[str]) -> None:
    assert len({fold(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["Toshkent", "Tashkent"],
        ["Жапаров", "Caparov"],
        ["Ирак", "Иран"],
        ["yol", "el"],
        ["parts", "pars"],
        ["yedi", "yadi"],
    ],
)
def test_other_words_stay_apart(words: list[str]) -> None:
    assert len({fold(one) for one in words}) == len(words)


def test_an_i_is_dropped_before_e_only_where_a_word_begins_or_a_vowel_stands_before() -> None:
    assert fold("ye yer Yeni-Yer") == "e er eni-er"
    assert fold("вступление") == "vstuplenie"


@given(st.text(max_size=40) | st.text(alphabet="skcghzdjxqwyaieouўйӯ'ʻİıIшщжхйыё́\u0306 -_ЎҷҖ", max_size=20))
def test_to_fold_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_it_is_modest() -> None:
    """Within one language of the glossary hardly two words become one: what does are i and ı, x and h, ş and s."""
    met = []
    for language in LANGUAGES:
        words = {
            one
            for row in all_terms()
            for one in WORD.findall(normalize("NFC", row.texts[language]).casefold())
        }
        by_fold: dict[str, set[str]] = {}
        for word in words:
            by_fold.setdefault(fold(word), set()).add(word)
        met += [group for group in by_fold.values() if len(group) > 1]
    assert len(met) <= 10, met
