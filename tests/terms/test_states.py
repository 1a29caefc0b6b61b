"""States: every code has a name in every language, from a source that is named."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from unicodedata import is_normalized

import pytest

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import in_alphabet, name_of_state, state_name, states


def test_there_are_the_249_codes_of_iso_3166():
    assert len(states()) == 249
    assert list(states()) == sorted(states())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_of_its_own_in_every_language(language):
    names = [state_name(code, language) for code in states()]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(is_normalized("NFC", name) for name in names)


def test_a_name_from_cldr_says_so_with_its_version():
    found = name_of_state("BRA", "uz")
    assert (found.text, found.by, found.origin) == (
        "Braziliya",
        "source",
        "Unicode CLDR 49, through Babel 2.19.0",
    )


def test_the_glossary_goes_before_cldr():
    assert state_name("AZE", "kk") == "Әзербайжан"
    assert state_name("KGZ", "ru") == "Кыргызстан"
    assert name_of_state("AZE", "kk").origin == "glossary"
    assert name_of_state("USA", "ru").by == "ours"


def test_states_are_listed_in_the_alphabet_of_the_reader():
    six = ["UZB", "TKM", "TJK", "KGZ", "KAZ", "AZE"]
    assert in_alphabet(six, "en") == ["AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert in_alphabet(six, "kk") == ["AZE", "KAZ", "KGZ", "UZB", "TJK", "TKM"]
    assert in_alphabet(six, "az") == ["AZE", "KAZ", "KGZ", "UZB", "TJK", "TKM"]
    assert in_alphabet(six, "uz") == ["AZE", "KGZ", "KAZ", "TJK", "TKM", "UZB"]


def test_an_unknown_code_or_language_is_refused():
    for code, language in (("XKK", "en"), ("kaz", "en"), ("KAZ", "de")):
        with pytest.raises(KeyError):
            state_name(code, language)


def test_the_file_of_states_is_what_its_tool_writes():
    pytest.importorskip("babel", reason="the tool that writes the names of states needs Babel")
    root = Path(__file__).parents[2]
    file = root / "kengesh" / "terms" / "data" / "states.json"
    tool = runpy.run_path(str(root / "tools" / "make_states.py"))
    if json.loads(file.read_text(encoding="utf-8"))["source"] != tool["source"]():
        pytest.skip("another version of Babel than the one that wrote the file")
    assert tool["states_file"]() == file.read_text(encoding="utf-8")
