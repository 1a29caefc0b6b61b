"""The site's fonts: all letters of the nine languages are there, figures stand in columns, and the licence is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import name as unicode_name

import pytest
from fontTools.ttLib import TTFont

from kengesh.terms.languages import ALPHABETS, LANGUAGES

KENGESH = Path(__file__).parents[2] / "kengesh"
FONTS = KENGESH / "site/static/fonts"
FILES = ("kengesh-text.woff2", "kengesh-text-italic.woff2", "kengesh-sans.woff2", "kengesh-sans-italic.woff2")
SIGNS = "0123456789 .,;:!?()[]/&%+=*@#–—‘’“”„«»§№†…·•→←↑↓′″−×≤≥≠≈±°¹²³⁴⁵⁶⁷⁸⁹⁰₀₁₂₃\u00a0\u202f\u2009"

OURS = [
    *(KENGESH / "terms/data").glob("glossary.csv"),
    *(KENGESH / "terms/data").glob("states.json"),
    *(KENGESH / "packs").rglob("*.yaml"),
    *(KENGESH / "locale").rglob("*.po"),
]


@cache
def font(file: str) -> Any:
    return TTFont(FONTS / file)


def lacking(file: str, letters: set[str]) -> str:
    return "".join(sorted(letters - {chr(code) for code in font(file).getBestCmap()}))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_font_has_every_letter_of_the_alphabet_in_both_cases(file: str, language: str) -> None:
    small = set(ALPHABETS[language].replace(" ", ""))
    assert lacking(file, small | set(capitals(small, language))) == ""


@pytest.mark.parametrize("file", FILES)
def test_a_font_has_every_letter_that_glossary_packs_catalogues_and_names_of_states_use(file: str) -> None:
    letters = {letter for path in OURS for letter in path.read_text(encoding="utf-8") if letter.isprintable()}
    assert {"ə", "ҷ", "Ұ", "ň", "ʻ"} <= letters
    assert (
        lacking(file, {letter for letter in letters if not unicode_name(letter).startswith("ARABIC")}) == ""
    )


@pytest.mark.parametrize("file", FILES)
def test_a_font_has_the_signs_of_our_typography(file: str) -> None:
    assert lacking(file, set(SIGNS)) == ""


@pytest.mark.parametrize("file", FILES)
def test_no_letter_of_an_alphabet_is_an_empty_glyph(file: str) -> None:
    glyphs, names = font(file)["glyf"], font(file).getBestCmap()
    letters = {letter for alphabet in ALPHABETS.values() for letter in alphabet if letter != " "}
    assert [letter for letter in sorted(letters) if not glyphs[names[ord(letter)]].numberOfContours] == []


@pytest.mark.parametrize("file", FILES)
def test_figures_stand_in_columns(file: str) -> None:
    # Rounding to whole units may leave one unit between them: a thousandth of the size of the type.
    names, widths = font(file).getBestCmap(), font(file)["hmtx"].metrics
    wide = [widths[names[ord(figure)]][0] for figure in "0123456789"]
    assert max(wide) - min(wide) <= 1


@pytest.mark.parametrize("file", FILES)
def test_a_font_has_weights_from_regular_to_bold(file: str) -> None:
    weight = next(axis for axis in font(file)["fvar"].axes if axis.axisTag == "wght")
    assert (weight.minValue, weight.defaultValue, weight.maxValue) == (400, 400, 700)


@pytest.mark.parametrize("file", FILES)
def test_a_font_keeps_kerning_marks_and_the_figures_for_running_text(file: str) -> None:
    assert {"kern", "mark"} <= features(file, "GPOS")
    assert {"liga", "locl", "onum", "pnum", "sups"} <= features(file, "GSUB")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("system", ["TRK ", "AZE "])
def test_no_ligature_takes_the_dot_from_an_i_in_turkish_and_azerbaijani(file: str, system: str) -> None:
    table = font(file)["GSUB"].table
    script = next(record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "latn")
    systems = {record.LangSysTag: record.LangSys for record in script.LangSysRecord}
    used = [
        table.FeatureList.FeatureRecord[index]
        for index in systems.get(system, script.DefaultLangSys).FeatureIndex
    ]
    i = font(file).getBestCmap()[ord("i")]
    takes = any(i in ligature.Component for ligature in ligatures(table, used))
    assert not takes or i in set(substitutes(table, used, "locl"))


@pytest.mark.parametrize("file", FILES)
def test_no_name_of_a_font_is_the_one_that_its_licence_reserves(file: str) -> None:
    names = {record.nameID: str(record) for record in font(file)["name"].names}
    assert "Reserved Font Name" in names[0]
    assert "SIL Open Font License" in names[13]
    assert [text for number, text in names.items() if number != 0 and "source" in text.lower()] == []


def test_every_file_is_named_in_the_style_sheet_with_the_family_it_bears() -> None:
    faces = re.findall(r"@font-face \{(.*?)\}", (FONTS / "fonts.css").read_text(encoding="utf-8"), re.DOTALL)
    said = {}
    for face in faces:
        file = re.search(r'url\("([^"]+)"\)', face)
        family = re.search(r'font-family: "([^"]+)"', face)
        assert file and family and "font-display: swap" in face
        said[file[1]] = (family[1], "font-style: italic" in face)
    bears = {
        file: (font(file)["name"].getDebugName(1), font(file)["name"].getDebugName(2) == "Italic")
        for file in FILES
    }
    assert said == bears
    assert {path.name for path in FONTS.glob("*.woff2")} == set(FILES)


def test_each_family_comes_with_its_licence() -> None:
    for licence in ("OFL-text.txt", "OFL-sans.txt"):
        text = (FONTS / licence).read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert "Reserved Font Name" in text


def test_all_fonts_together_are_small_enough_for_a_slow_line() -> None:
    assert sum((FONTS / file).stat().st_size for file in FILES) < 500_000


def test_the_names_of_states_are_read_as_letters() -> None:
    # The states' names are JSON: were they written with escapes, the test above would see no letter of them.
    text = (KENGESH / "terms/data/states.json").read_text(encoding="utf-8")
    assert "\\u" not in text and json.loads(text)


def capitals(small: set[str], language: str) -> Iterator[str]:
    """The capital letters of an alphabet; in Turkish and Azerbaijani i has İ, and ı has I."""
    for letter in small:
        if letter == "i" and language in ("tr", "az"):
            yield "İ"
        else:
            yield from letter.upper()


def features(file: str, table: str) -> set[str]:
    return {record.FeatureTag for record in font(file)[table].table.FeatureList.FeatureRecord}


def lookups(table: Any, used: list[Any], tag: str) -> Iterator[Any]:
    """The sub-tables of one feature, as it is used in one language."""
    for record in used:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for each in table.LookupList.Lookup[index].SubTable:
                    yield getattr(each, "ExtSubTable", each)


def ligatures(table: Any, used: list[Any]) -> Iterator[Any]:
    for each in lookups(table, used, "liga"):
        for group in each.ligatures.values():
            yield from group


def substitutes(table: Any, used: list[Any], tag: str) -> Iterator[str]:
    """The glyphs that a feature replaces."""
    for each in lookups(table, used, tag):
        yield from getattr(each, "mapping", {})
