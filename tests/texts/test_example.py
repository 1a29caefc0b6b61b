"""The worked example: its Word files are what the list of changes says, and real Word files to everybody who reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from kengesh.terms.states import in_alphabet, state_name
from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.concordance import check
from kengesh.texts.concordance.values import Severity
from kengesh.texts.reading.filed import Filed
from kengesh.texts.reading.markdown import read_markdown
from kengesh.texts.tokens import same
from kengesh.texts.units import Text, UnitKind
from kengesh.texts.word.reading import read_word
from kengesh.texts.writing.plain import plain_text

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_text_example  # noqa: E402
from text_example.base_text import read_base  # noqa: E402
from text_example.wanted import wanted, words_of  # noqa: E402

EXAMPLE = ROOT / "kengesh" / "texts" / "example"
SIX = ("AZE", "KAZ", "KGZ", "TJK", "TKM", "UZB")
TRACKED = ("AZE", "KAZ", "TJK", "UZB")
FILES = [f"base.{language}.docx" for language in make_text_example.LANGUAGES] + [
    f"{code}.docx" for code in SIX
]
SUBMISSIONS = make_text_example.submissions()
PAGE = (EXAMPLE / "README.md").read_text(encoding="utf-8").split("## Where they meet")[1]
SHOWN = [line for block in re.findall(r"```\n(.*?)\n```", PAGE, re.DOTALL) for line in block.split("\n")]


def read(name: str) -> Filed:
    return read_word((EXAMPLE / name).read_bytes(), name)


def words(text: Text) -> list[str]:
    """The words of every unit; a footnote's mark without the id, which each file gives anew."""
    return [re.sub("⁅[^⁆]+⁆", "⁅⁆", unit.text) for unit in text.units]


def expected(changes: list[dict[str, Any]], language: str = "en") -> list[str]:
    base = words_of(read_base(EXAMPLE / f"base.{language}.md", language))
    return [re.sub("⁅[^⁆]+⁆", "⁅⁆", text) for _, text in wanted(base, changes)]


def test_the_word_files_are_made_from_the_base_and_the_list_of_changes_byte_for_byte() -> None:
    made = make_text_example.files()
    assert sorted(made) == sorted(FILES)
    for name, data in made.items():
        assert (EXAMPLE / name).read_bytes() == data, f"{name}: run python tools/make_text_example.py"


def test_two_runs_make_the_same_bytes() -> None:
    assert make_text_example.files() == make_text_example.files()


@pytest.mark.parametrize("name", FILES)
def test_python_docx_opens_a_file_and_finds_the_table(name: str) -> None:
    document = docx.Document(BytesIO((EXAMPLE / name).read_bytes()))
    assert document.core_properties.created.year == 2026
    assert "EX/2026/L.1" in document.sections[0].header.paragraphs[0].text
    tables = [element for element in document.element.body.iter() if element.tag.endswith("}tbl")]
    assert len(tables) == 1


@pytest.mark.tools
def test_libreoffice_opens_every_file_and_shows_its_last_paragraph(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: make test-tools installs it where the machine lets it")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        soffice,
        "--headless",
        profile,
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run(
        [*convert, *(str(EXAMPLE / name) for name in FILES)], check=True, capture_output=True, timeout=120
    )
    for name in FILES:
        language = name.split(".")[1] if name.startswith("base.") else "en"
        shown = (tmp_path / name).with_suffix(".txt").read_text(encoding="utf-8-sig")
        last = read_base(EXAMPLE / f"base.{language}.md", language).paragraphs[-1].text
        assert last in shown, name


@pytest.mark.parametrize("language", make_text_example.LANGUAGES)
def test_a_base_in_word_has_the_words_of_the_base_in_markdown(language: str) -> None:
    filed = read(f"base.{language}.docx")
    assert filed.text.language == language
    assert words(filed.text) == expected([], language)


@pytest.mark.parametrize("language", make_text_example.LANGUAGES)
def test_a_base_in_markdown_is_read_as_the_same_text_as_the_one_in_word(language: str) -> None:
    filed = read_markdown((EXAMPLE / f"base.{language}.md").read_bytes(), f"base.{language}.md", language)
    word = read(f"base.{language}.docx").text
    assert [
        (unit.id, unit.kind, unit.number, unit.level, unit.place, unit.text) for unit in filed.text.units
    ] == [(unit.id, unit.kind, unit.number, unit.level, unit.place, unit.text) for unit in word.units]


def test_the_three_languages_have_the_same_units_in_the_same_order() -> None:
    english, *others = (read(f"base.{language}.docx").text for language in make_text_example.LANGUAGES)
    for other in others:
        assert [unit.kind for unit in other.units] == [unit.kind for unit in english.units]
        assert [unit.number for unit in other.units] == [unit.number for unit in english.units]
        assert [unit.level for unit in other.units] == [unit.level for unit in english.units]
        assert [unit.place for unit in other.units] == [unit.place for unit in english.units]


@pytest.mark.parametrize("language", make_text_example.LANGUAGES)
def test_the_states_are_listed_in_the_alphabet_of_the_language(language: str) -> None:
    base = read_base(EXAMPLE / f"base.{language}.md", language)
    for key in ("opening", "14"):
        text = base.named(key).text
        at = [
            text.index(state_name(code, language)[:-1]) for code in in_alphabet(SIX, language)
        ]  # endings bend
        assert at == sorted(at)


@pytest.mark.parametrize("language", make_text_example.LANGUAGES)
def test_the_first_footnote_says_that_it_is_an_exercise(language: str) -> None:
    note = next(unit for unit in read(f"base.{language}.docx").text.units if unit.kind is UnitKind.FOOTNOTE)
    says = {
        "en": "Exercise text: not a document of any state.",
        "ru": "Учебный текст:",
        "tr": "Alıştırma metni:",
    }
    assert note.text.startswith(says[language])


@pytest.mark.parametrize("code", SIX)
def test_what_a_delegation_wants_is_the_base_with_its_changes(code: str) -> None:
    assert words(read(f"{code}.docx").text) == expected(SUBMISSIONS[code]["changes"])


@pytest.mark.parametrize("code", TRACKED)
def test_without_its_tracked_changes_a_file_is_the_base_but_for_what_was_typed_with_tracking_off(
    code: str,
) -> None:
    untracked = [one for one in SUBMISSIONS[code]["changes"] if one.get("tracked") is False]
    assert len(untracked) == (2 if code == "AZE" else 0)
    rejected = read(f"{code}.docx").rejected
    assert rejected is not None
    assert words(rejected) == expected(untracked)
    base = read("base.en.docx").text
    assert [(unit.kind, unit.number, unit.level) for unit in rejected.units] == [
        (unit.kind, unit.number, unit.level) for unit in base.units
    ]


@pytest.mark.parametrize("code", SIX)
def test_the_authors_of_tracked_changes_are_those_of_the_list(code: str) -> None:
    named = [author for author, _ in read(f"{code}.docx").authors]
    assert named == (SUBMISSIONS[code]["authors"] if code in TRACKED else [])


def test_the_six_files_were_filed_on_six_days_one_after_the_other() -> None:
    days = sorted((read(f"{code}.docx").filed_at[:10], code) for code in SIX)
    assert [day for day, _ in days] == [f"2026-09-{day:02}" for day in range(7, 13)]
    assert [code for _, code in days] == ["KAZ", "UZB", "TKM", "TJK", "KGZ", "AZE"]


def test_a_comment_says_the_reservation_of_one_and_the_question_of_another() -> None:
    remarks = [(code, remark) for code in SIX for remark in read(f"{code}.docx").remarks]
    assert [(code, remark.words, remark.text) for code, remark in remarks] == [
        ("AZE", "shared equally", "Reservation: pending capital"),
        ("KAZ", "annually", "The frequency depends on paragraph 16 (a)."),
    ]


def test_some_letters_of_one_file_differ_from_the_base_without_making_a_difference() -> None:
    base, filed = read("base.en.docx").text, read("KGZ.docx").text
    other = {unit.text for unit in base.units}
    editorial = [
        unit.text
        for unit in filed.units
        if unit.text not in other and any(same(unit.text, text) for text in other)
    ]
    assert [text[:22] for text in editorial] == [
        "Noting also that freig",
        "a joint register of fr",
        "Сaspian section",  # the first letter is Cyrillic
        "Agree also that a tran",
        "Agree also that the co",
    ]


def test_one_file_has_the_automatic_numbers_of_word_and_no_typed_ones() -> None:
    document = (EXAMPLE / "TJK.docx").read_bytes()
    assert b"<w:numPr>" in document and b">1.</w:t>" not in document
    numbers = [unit.number for unit in read("TJK.docx").text.units if unit.kind is UnitKind.OPERATIVE]
    assert numbers == [f"{number}." for number in range(1, 25)]  # a paragraph split, and a new one


def test_one_file_is_retyped_with_other_numbers_and_two_paragraphs_fewer() -> None:
    numbers = [unit.number for unit in read("TKM.docx").text.units if unit.kind is UnitKind.OPERATIVE]
    assert numbers == [f"{number})" for number in range(1, 23) if number not in (12, 20)]


def test_the_languages_are_concordant() -> None:
    texts = {language: read(f"base.{language}.docx").text for language in make_text_example.LANGUAGES}
    assert [one.says for one in check(texts) if one.severity is Severity.DIVERGENCE] == []


@pytest.fixture(scope="module")
def rolling() -> list[str]:
    """The lines of the rolling text of all six submissions."""
    base = read("base.en.docx").text
    return plain_text(
        compile_text(base, [Submission(delegation=code, filed=read(f"{code}.docx")) for code in SIX])
    ).split("\n")


@pytest.mark.parametrize("line", SHOWN)
def test_the_rolling_text_has_the_line_that_the_page_of_the_example_shows(
    rolling: list[str], line: str
) -> None:
    assert line in rolling
