"""``kengesh text concord`` and ``keep``: the languages of a text, and its versions in one folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kengesh.texts.folder import open_folder, version
from kengesh.texts.units import Status, with_status, written
from tests.cli.negotiation import BASE, COMMON, NO_FOUR, RUSSIAN, file, word

EXAMPLE = Path(__file__).resolve().parents[2] / "kengesh" / "texts" / "example"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return file(tmp_path, "base.md", BASE)


@pytest.fixture
def folder(kengesh, tmp_path: Path, base: Path) -> Path:
    """A text's folder with its first version."""
    told = kengesh("text", "keep", tmp_path / "network", base, "--new", "--at", "2026-10-05T14:00+05:00")
    assert told.code == 0, told.err
    return tmp_path / "network"


def test_versions_that_say_the_same_have_no_divergence(kengesh, tmp_path: Path, base: Path) -> None:
    other = file(tmp_path, "copy.md", RUSSIAN)
    told = kengesh("text", "concord", f"en={base}", f"ru={other}")
    assert told.code == 0 and told.out.startswith("Divergences: 0;")


def test_a_divergence_is_told_by_unit_and_leaves_with_1(kengesh, tmp_path: Path, base: Path) -> None:
    other = file(tmp_path, "ru.md", RUSSIAN.replace("2028", "2027"))
    told = kengesh("text", "concord", f"en={base}", f"ru={other}")
    assert told.code == 1
    assert told.out.startswith("Divergences: 1;")
    assert "\n\n5\ndivergence: Operative paragraph 5: the numbers are not the same." in told.out
    answer = kengesh("text", "concord", f"en={base}", f"ru={other}", "--json")
    assert answer.code == 1
    (found,) = [one for one in answer.json["findings"] if one["severity"] == "divergence"]
    assert (found["check"], found["words"]) == ("numbers", [["2028"], ["2027"]])
    assert set(answer.json["versions"]) == {"en", "ru"}


def test_a_finding_stands_under_the_unit_of_its_own_version(kengesh, tmp_path: Path, base: Path) -> None:
    """A version that lacks a unit has other ids from there on."""
    words = RUSSIAN.replace("4. Соглашаются вновь встретиться в 2027 году.\n\n", "")
    other = file(tmp_path, "ru.md", words.replace("ежегодно", "eжегодно"))  # a Latin e
    told = kengesh("text", "concord", f"en={base}", f"ru={other}").out
    assert "\n\n4\ndivergence: Operative paragraph 4 (English) has no counterpart" in told
    assert "\n\n6\ndivergence: Operative paragraph 6, Russian: the word «eжегодно» mixes" in told


def test_the_brackets_of_rolling_texts_are_compared_too(kengesh, tmp_path: Path, base: Path) -> None:
    kaz, russian = file(tmp_path, "k.md", COMMON), file(tmp_path, "ru.md", RUSSIAN)
    english = tmp_path / "en.json"
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", english).code == 0
    assert kengesh("text", "compile", russian, "-o", tmp_path / "ru.json", "--lang", "ru").code == 0
    told = kengesh("text", "concord", f"en={english}", f"ru={tmp_path / 'ru.json'}", "--json")
    assert "regions" in {one["check"] for one in told.json["findings"]} and told.code == 1


def test_the_worked_example_is_compared_in_three_languages(kengesh) -> None:
    files = [f"{language}={EXAMPLE / f'base.{language}.docx'}" for language in ("en", "ru", "tr")]
    told = kengesh("text", "concord", *files, "--json")
    assert (told.code, told.json["findings"]) == (0, [])
    assert set(told.json["versions"]) == {"en", "ru", "tr"}


def test_a_new_folder_has_the_title_of_the_text(kengesh, folder: Path) -> None:
    about = open_folder(folder).about
    assert about.title == "Declaration on a joint logistics network"
    assert (about.negotiating_language, about.versions[0].at) == ("en", "2026-10-05T09:00:00Z")


def test_a_folder_is_shown_with_its_versions(kengesh, tmp_path: Path, folder: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word())
    assert kengesh("text", "keep", folder, kaz, "--remark", "second draft").code == 0
    told = kengesh("text", "show", folder)
    assert told.code == 0
    assert "1        en" in told.out and "2        en" in told.out and "second draft" in told.out
    versions = kengesh("text", "show", folder, "--json").json["versions"]
    assert versions[1]["parent"] == versions[0]["hash"]


def test_a_unit_keeps_its_id_in_the_next_version_and_a_new_one_gets_a_new_id(
    kengesh, tmp_path: Path, folder: Path
) -> None:
    words = NO_FOUR.replace("joint logistics network by", "common logistics network by")
    second = file(tmp_path, "second.md", words + "\n7. Thank the host.\n")
    assert kengesh("text", "keep", folder, second).code == 0
    first_text, text = (version(open_folder(folder), number, "en") for number in (1, 2))
    ids = {unit.number: unit.id for unit in first_text.units}
    now = {unit.number: unit.id for unit in text.units}
    assert (now["5."], now["6."]) == (ids["5."], ids["6."])
    assert now["7."] not in first_text.places and "4." not in now


def test_each_version_of_a_folder_is_an_expression_of_its_own_in_akoma_ntoso(
    kengesh, tmp_path: Path, folder: Path
) -> None:
    second = file(tmp_path, "second.md", COMMON)
    assert kengesh("text", "keep", folder, second, "--at", "2026-11-03T09:00Z").code == 0
    out = tmp_path / "network.xml"
    told = kengesh("text", "convert", folder, "-o", out, "--work", "network", "--date", "2026-10-05")
    assert told.code == 0, told.err
    assert 'value="/akn/un/doc/declaration/2026-10-05/network/eng@2026-11-03-v2"' in out.read_text("utf-8")


def test_what_was_agreed_stays_agreed_where_its_words_stay(kengesh, tmp_path: Path, folder: Path) -> None:
    first = version(open_folder(folder), 1, "en")
    agreed = with_status(with_status(first, "u4", Status.AGREED), "u5", Status.AGREED)
    assert kengesh("text", "keep", folder, file(tmp_path, "agreed.text", written(agreed))).code == 0
    third = file(tmp_path, "third.md", COMMON)
    assert kengesh("text", "keep", folder, third).code == 0
    text = version(open_folder(folder), 3, "en")
    assert (text.unit("u4").status, text.unit("u5").status) == (Status.OPEN, Status.AGREED)


def test_a_translation_has_the_ids_of_its_original(kengesh, tmp_path: Path, folder: Path) -> None:
    russian = file(tmp_path, "ru.md", RUSSIAN)
    told = kengesh("text", "keep", folder, russian, "--number", "1")
    assert told.code == 0 and told.out.startswith("Version 1 in ru is in 1.ru.")
    english, other = (version(open_folder(folder), 1, language) for language in ("en", "ru"))
    assert [unit.id for unit in english.units] == [unit.id for unit in other.units]


def test_a_translation_with_other_units_is_refused_by_the_unit(kengesh, tmp_path: Path, folder: Path) -> None:
    russian = file(
        tmp_path, "ru.md", RUSSIAN.replace("4. Соглашаются вновь встретиться в 2027 году.\n\n", "")
    )
    told = kengesh("text", "keep", folder, russian, "--number", "1")
    assert told.code == 2 and "unit 5: the original has 6 (operative, level 0)" in told.err
    assert len(open_folder(folder).about.versions) == 1


def test_of_a_word_file_it_is_told_that_its_tracked_changes_were_made(
    kengesh, tmp_path: Path, folder: Path
) -> None:
    told = kengesh("text", "keep", folder, file(tmp_path, "kaz.docx", word()))
    assert told.code == 0 and "who changed what, stay behind: comments: 0; authors: 1." in told.err


def test_the_same_words_are_not_kept_twice(kengesh, folder: Path, base: Path) -> None:
    told = kengesh("text", "keep", folder, base)
    assert told.code == 0 and told.out.startswith("These words are in the folder already: version 1 in en")


def test_a_number_that_is_taken_is_refused(kengesh, tmp_path: Path, folder: Path) -> None:
    told = kengesh("text", "keep", folder, file(tmp_path, "k.md", COMMON), "--number", "1")
    assert (
        told.code == 2
        and "version 1 in the language en has other words; a version is never changed" in told.err
    )


def test_a_damaged_folder_is_refused_by_the_file(kengesh, folder: Path) -> None:
    (damaged,) = (folder / "versions").iterdir()
    damaged.write_bytes(damaged.read_bytes().replace(b"joint", b"JOINT"))
    told = kengesh("text", "show", folder)
    assert told.code == 2 and f"{damaged}: the file differs from its version" in told.err


def test_a_language_that_a_folder_has_not_is_refused(kengesh, folder: Path) -> None:
    told = kengesh("text", "show", folder, "--lang", "tr")
    assert told.code == 2 and "tr" in told.err and "1 en" in told.err


def test_options_before_the_command_go_to_the_sub_command(kengesh, tmp_path: Path, base: Path) -> None:
    told = kengesh("--json", "text", "show", base)
    assert told.code == 0 and json.loads(told.out)["language"] == "en"
