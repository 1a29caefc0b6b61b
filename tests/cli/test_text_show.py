"""``kengesh text show``, ``diff`` and ``convert``: what a file holds, what it changes, and the same in another format."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.texts.reading.by_ending import read_file
from kengesh.texts.units import Status, UnitKind, read_version, with_status, written
from kengesh.texts.writing.tree import read_text_json
from tests.cli.negotiation import BASE, COMMON, FIVE, NO_FOUR, file, word

EXAMPLE = Path(__file__).resolve().parents[2] / "kengesh" / "texts" / "example"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return file(tmp_path, "base.md", BASE)


def test_a_text_is_shown_with_labels_kinds_and_ids(kengesh, base: Path) -> None:
    told = kengesh("text", "show", base)
    assert told.code == 0
    assert "PP1    preambular  u2  Recalling the meeting of 2025," in told.out
    assert "5      operative   u4  Decide to establish" in told.out
    assert read_file(base).text.hash in told.out.replace("\n", "")


def test_the_accepted_and_the_rejected_view_of_a_word_file(kengesh, tmp_path: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word())
    assert "establish a common logistics" in kengesh("text", "show", kaz).out
    assert "establish a joint logistics" in kengesh("text", "show", kaz, "--view", "rejected").out


def test_the_submitted_view_names_who_changed_what(kengesh, tmp_path: Path) -> None:
    kaz = file(tmp_path, "kaz.docx", word(by="A. Bekov"))
    told = kengesh("text", "show", kaz, "--view", "submitted")
    assert "establish a [-A. Bekov: joint-]{+A. Bekov: common+} logistics network" in told.out
    assert "A. Bekov (2)" in told.out
    assert kengesh("text", "show", kaz, "--view", "submitted", "--json").json["submitted"][3][1] == {
        "text": "joint",
        "change": "delete",
        "author": "A. Bekov",
        "at": "2026-05-04T09:00:00Z",
    }


def test_what_a_file_says_beside_its_text_is_shown(kengesh) -> None:
    told = kengesh("text", "show", EXAMPLE / "KAZ.docx")
    assert "Comments\n8, on “annually”, KAZ delegation: The frequency depends on" in told.out
    assert "What a person should know\nthe file: Headers and footers are not part" in told.out
    assert "Filed, as the file says: 2026-09-07T11:03:00Z" in told.out


def test_acts_are_shown(kengesh, tmp_path: Path) -> None:
    acts = file(tmp_path, "kaz.yaml", "acts:\n  - {reserve: 6, kind: scrutiny}\n")
    assert "reserve 6: scrutiny" in kengesh("text", "show", acts).out


def test_a_text_as_json_has_everything(kengesh, base: Path) -> None:
    answer = kengesh("text", "show", base, "--json", "--profile", "itu").json
    assert answer["language"] == "en" and answer["hash"] == read_file(base).text.hash
    assert answer["units"][3] == {
        "id": "u4",
        "kind": "operative",
        "text": FIVE,
        "number": "5.",
        "label": "5.",
        "name": "5",
    }


def test_a_rolling_tree_shows_as_its_plain_form(kengesh, tmp_path: Path, base: Path) -> None:
    kaz, rolling = file(tmp_path, "kaz.md", COMMON), tmp_path / "r.json"
    plain = kengesh("text", "compile", base, f"KAZ={kaz}", "-o", "-", "-o", rolling).out
    assert kengesh("text", "show", rolling).out == plain


def test_the_words_of_a_file_cannot_command_a_terminal(kengesh, tmp_path: Path) -> None:
    evil = file(tmp_path, "evil.md", "Decide to \x9b31mlight up;\n")
    assert "\x9b" not in kengesh("text", "show", evil).out


def test_texts_that_say_the_same_are_the_same(kengesh, tmp_path: Path, base: Path) -> None:
    curly = file(tmp_path, "curly.md", BASE.replace("joint", "jоint"))  # a Cyrillic letter
    told = kengesh("text", "diff", base, base)
    assert (told.code, told.out) == (0, "The same, unit by unit and word by word.\n")
    letters = kengesh("text", "diff", base, curly)
    assert letters.code == 0 and "Differences of letters alone, which change nothing: 2" in letters.out


def test_a_difference_is_shown_paragraph_by_paragraph(kengesh, tmp_path: Path, base: Path) -> None:
    other = file(tmp_path, "other.md", NO_FOUR.replace("joint logistics network by", "common network by"))
    told = kengesh("text", "diff", base, other)
    assert told.code == 1
    assert told.out == (
        "[4. Agree to meet again in 2027. / +: —]\n\n"
        "5. Decide to establish a [joint logistics / +: common] network by 2028;\n"
    )
    answer = kengesh("text", "diff", base, other, "--json").json
    assert answer["same"] is False
    assert [(one["act"], one["label"]) for one in answer["changes"]] == [("delete", "4"), ("replace", "5")]


def test_letters_that_look_the_same_are_told_by_their_numbers(kengesh, tmp_path: Path, base: Path) -> None:
    words = BASE.replace("to meet again", "to meet\u00a0again").replace("by 2028", "by  2028")
    told = kengesh("text", "diff", base, file(tmp_path, "other.md", words))
    assert told.code == 0
    assert "4: \u0020 → \u00a0 (U+0020 → U+00A0)" in told.out
    assert "(U+0020 → U+0020 U+0020)" in told.out


def test_of_a_word_file_the_text_that_it_wants_is_compared(kengesh, tmp_path: Path, base: Path) -> None:
    told = kengesh("text", "diff", base, file(tmp_path, "kaz.docx", word()))
    assert told.out == "5. Decide to establish a [joint / +: common] logistics network by 2028;\n"


@pytest.mark.parametrize("ending", ["docx", "md", "json", "text"])
def test_a_converted_text_is_the_same_text(kengesh, tmp_path: Path, ending: str) -> None:
    """Footnotes, a table with its cells, sub-paragraphs of two levels."""
    source, out = EXAMPLE / "base.en.docx", tmp_path / f"out.{ending}"
    told = kengesh("text", "convert", source, "-o", out)
    (note,) = told.err.splitlines()
    assert told.code == 0 and "Headers and footers are not part of the text: “EX/2026/L.1." in note
    again = read_text_json(out.read_bytes()) if ending == "json" else read_file(out, None).text
    wanted = read_file(source).text
    assert [(unit.kind, unit.number, unit.level, unit.place) for unit in again.units] == [
        (unit.kind, unit.number, unit.level, unit.place) for unit in wanted.units
    ]
    assert again.units == wanted.units or ending == "docx"  # the ids of footnotes are the reader's


def test_a_table_in_plain_text_keeps_its_words_and_the_rest_is_told(kengesh, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    told = kengesh("text", "convert", EXAMPLE / "base.en.docx", "-o", out)
    assert told.code == 0
    assert "units: 76, and read again 61; tables or paragraphs are parted otherwise." in told.err
    assert "Northern section | 1200 | 1520 | 2027\n" in out.read_text(encoding="utf-8")


def test_a_conversion_to_xml_and_html(kengesh, tmp_path: Path, base: Path) -> None:
    told = kengesh(
        "text", "convert", base, "-o", tmp_path / "o.xml", "-o", tmp_path / "o.html",
        "--work", "joint-network", "--date", "2026-10-05", "--title", "A declaration",
    )  # fmt: skip
    assert told.code == 0
    assert "/akn/un/doc/declaration/2026-10-05/joint-network" in (tmp_path / "o.xml").read_text("utf-8")
    assert "<title>A declaration</title>" in (tmp_path / "o.html").read_text("utf-8")


def test_a_rolling_tree_is_converted_with_its_brackets(kengesh, tmp_path: Path, base: Path) -> None:
    rolling, kaz = tmp_path / "r.json", file(tmp_path, "kaz.md", COMMON)
    assert kengesh("text", "compile", base, f"KAZ={kaz}", "-o", rolling).code == 0
    assert "[joint / KAZ: common]" in kengesh("text", "convert", rolling, "-o", "-").out
    assert kengesh("text", "convert", rolling, "-o", tmp_path / "r.docx").code == 0


def test_what_a_format_has_no_room_for_is_told(kengesh, tmp_path: Path, base: Path) -> None:
    agreed = file(tmp_path, "agreed.text", written(with_status(read_file(base).text, "u4", Status.AGREED)))
    told = kengesh("text", "convert", agreed, "-o", tmp_path / "o.docx")
    assert told.code == 0 and "how far units are agreed is not in this format" in told.err
    of_word = kengesh("text", "convert", EXAMPLE / "KAZ.docx", "-o", tmp_path / "k.md")
    assert "comments, and who changed what, stay behind: comments: 1; authors: 1." in of_word.err


def test_ids_and_statuses_are_kept_where_there_is_room(kengesh, tmp_path: Path, base: Path) -> None:
    text = with_status(read_file(base).text, "u4", Status.AGREED)
    source = file(tmp_path, "a.text", written(text))
    assert kengesh("text", "convert", source, "-o", tmp_path / "b.json").code == 0
    assert kengesh("text", "convert", tmp_path / "b.json", "-o", tmp_path / "c.text").code == 0
    again = read_version((tmp_path / "c.text").read_bytes())
    assert again == text and again.units[0].kind is UnitKind.TITLE
