"""What ``kengesh text`` refuses: with 2, one sentence that names the file, and nothing written; never a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.negotiation import BASE, COMMON, RUSSIAN, UNIFIED, file, word

CYCLES = '{"format": "kengesh-rolling/1", "base_hash": "x", "base": 5}'
REFUSED = {
    "a bare file has no delegation": (
        ("compile", "base.md", "kaz.docx"),
        "kaz.docx: whose submission is it? Its changes were made by A. Bekov (2), B. Omarova (1)",
    ),
    "a bare file of a format without authors": (
        ("compile", "base.md", "kaz.md"),
        "kaz.md: whose submission is it?",
    ),
    "an unknown code": (
        ("compile", "base.md", "KAX=kaz.md"),
        "KAX is no state's code (ISO 3166 alpha-3) and no declared",
    ),
    "the nearest codes": (("compile", "base.md", "KAZZ=kaz.md"), "Near it: KAZ."),
    "a code in small letters": (("compile", "base.md", "kaz=kaz.md"), "Near it: KAZ."),
    "a code on a Russian keyboard": (("compile", "base.md", "КАЗ=kaz.md"), "Near it: KAZ."),
    "a name for a code": (("compile", "base.md", "Казахстан=kaz.md"), "Near it: KAZ."),
    "nothing is near": (
        ("compile", "base.md", "QQQQQQ=kaz.md"),
        "Declare a group with --group QQQQQQ=KAZ,KGZ.",
    ),
    "no code": (("compile", "base.md", "=kaz.md"), "is no state's code"),
    "the same delegation twice": (
        ("compile", "base.md", "KAZ=kaz.md", "KAZ=kaz.docx"),
        "KAZ filed two texts; compile the later one",
    ),
    "two files of acts": (("compile", "base.md", "KAZ=a.yaml", "KAZ=a.yaml"), "KAZ filed two texts"),
    "a time that is none": (
        ("compile", "base.md", "KAZ@noon=kaz.md"),
        "KAZ: expected an instant with its zone, as 2026-11-03T09:00Z; found noon.",
    ),
    "a time without a zone": (
        ("compile", "base.md", "KAZ@2026-11-03T09:00=kaz.md"),
        "found 2026-11-03T09:00.",
    ),
    "a group of nobody": (("compile", "base.md", "--group", "CA=KAZ,KAX"), "--group: KAX is no state's code"),
    "a group with a state's code": (
        ("compile", "base.md", "--group", "UZB=KAZ"),
        "--group: the code UZB is taken",
    ),
    "a group without members": (
        ("compile", "base.md", "--group", "CA="),
        "--group: expected a code of capitals",
    ),
    "no base": (("compile", "none.md"), "none.md: there is no such file."),
    "a base of acts alone": (
        ("compile", "a.yaml"),
        "a.yaml: there is no text in it; name the file of a text.",
    ),
    "a missing file": (("compile", "base.md", "KAZ=none.docx"), "none.docx: there is no such file."),
    "an ending that is not read": (("compile", "base.md", "KAZ=kaz.pdf"), "kaz.pdf: a PDF shows pages"),
    "not a Word file at all": (("compile", "base.md", "KAZ=fake.docx"), "fake.docx: this is no Word file"),
    "a rolling text as a submission": (
        ("compile", "base.md", "KAZ=r.json"),
        "r.json: this is a rolling text of several",
    ),
    "a rolling text in Word as a submission": (
        ("compile", "base.md", "KAZ=r.docx"),
        "r.docx: this is a rolling text of several",
    ),
    "a rolling text in Word as a base": (
        ("compile", "r.docx", "KAZ=kaz.md"),
        "r.docx: a rolling text is needed, in the .json file",
    ),
    "a truncated Word file": (("compile", "base.md", "KAZ=cut.docx"), "cut.docx: "),
    "acts with an error": (
        ("compile", "base.md", "KAZ=wrong.yaml"),
        "wrong.yaml: line 2: expected one of reserve",
    ),
    "an act on what is not there": (
        ("compile", "base.md", "UZB=uzb.md", "KAZ=where.yaml"),
        "where.yaml: the text has no unit 99; near it:",
    ),
    "acts against another version": (
        ("compile", "base.md", "KAZ=other.yaml"),
        "other.yaml: it is written against the version 000000000000, and the base is ",
    ),
    "a version in another language": (
        ("compile", "base.md", "KAZ=ru.text"),
        "ru.text: it is in the language ru, and the base is in en.",
    ),
    "an ending that is not written": (
        ("compile", "base.md", "-o", "out.odt"),
        "-o out.odt: its ending is none that is written here; written are .docx, .tracked.docx, .html",
    ),
    "a rolling text as a version": (
        ("compile", "base.md", "-o", "out.text"),
        "-o out.text: its ending is none",
    ),
    "an input as an output": (
        ("compile", "base.md", "-o", "base.md"),
        "-o base.md: this is a file that is read here",
    ),
    "a submission as an output": (
        ("compile", "base.md", "KAZ=kaz.md", "-o", "kaz.md"),
        "-o kaz.md: this is a file",
    ),
    "one output twice": (
        ("compile", "base.md", "-o", "o.txt", "-o", "./o.txt"),
        "-o ./o.txt: this file is named twice.",
    ),
    "a folder as an output": (("compile", "base.md", "-o", "folder.md"), "-o folder.md: this is a folder"),
    "a folder that is not there": (("compile", "base.md", "-o", "no/o.txt"), "no: the folder does not exist"),
    "a file for a folder": (
        ("compile", "base.md", "-o", "kaz.md/o.txt"),
        "kaz.md: the folder does not exist",
    ),
    "an output in a record": (("compile", "base.md", "-o", "record/o.txt"), "would lie inside the record"),
    "Akoma Ntoso without a name": (
        ("compile", "base.md", "-o", "o.xml"),
        "needs the name of the text and its day",
    ),
    "Akoma Ntoso with a bad name": (
        ("compile", "base.md", "-o", "o.xml", "--work", "Two Words", "--date", "2026-10-05"),
        "Two Words",
    ),
    "a gap that is too wide": (("compile", "base.md", "--gap", "3"), "--gap"),
    "a profile that is none": (
        ("compile", "base.md", "--profile", "un"),
        "--profile: un is not one of: mea, un-manual",
    ),
    "a language that is none": (
        ("compile", "base.md", "--lang", "de"),
        "de is not one of the languages: en, tr",
    ),
    "an older base of nobody": (
        ("compile", "base.md", "--older", "KAZ=kaz.md"),
        "--older: KAZ files nothing here.",
    ),
    "an older base without a code": (
        ("compile", "base.md", "--older", "kaz.md"),
        "--older: expected CODE=BASE",
    ),
    "two older bases": (
        ("compile", "base.md", "KAZ=kaz.md", "--older", "KAZ=base.md", "--older", "KAZ=base.md"),
        "--older: KAZ has one older base; two are given.",
    ),
    "an earlier text that is none": (
        ("compile", "base.md", "--earlier", "kaz.md"),
        "kaz.md: a rolling text is needed, in the .json file",
    ),
    "two earlier texts": (("compile", "r.json", "--earlier", "r.json"), "r.json is a rolling text itself"),
    "a folder that is no text's": (
        ("show", "folder.md"),
        "folder.md: this is a folder, and not the folder of a text",
    ),
    "a tree that is none": (("show", "cycles.json"), "cycles.json: $.base: "),
    "JSON that is none": (("show", "broken.json"), "broken.json: line 1, column 2: this is not JSON"),
    "a deep tree": (("show", "deep.json"), "deep.json: the file is nested too deeply"),
    "a changed version": (("show", "bad.text"), "bad.text: line 1: expected “kengesh-text/1”"),
    "a view that is none": (
        ("show", "base.md", "--view", "all"),
        "--view: all is not one of: accepted, rejected",
    ),
    "a view of what has none": (("show", "base.md", "--view", "rejected"), "only a Word file can have them"),
    "a diff with nothing": (("diff", "base.md", "none.md"), "none.md: there is no such file."),
    "a diff with acts": (("diff", "base.md", "a.yaml"), "a.yaml: there is no text in it"),
    "a conversion to nowhere": (("convert", "base.md"), "Missing option '--out'"),
    "a conversion of a version to .odt": (
        ("convert", "base.md", "-o", "o.odt"),
        "written are .docx, .html, .txt",
    ),
    "a conversion onto itself": (("convert", "base.md", "-o", "base.md"), "this is a file that is read here"),
    "a resolution of no rolling text": (
        ("resolve", "base.md", "--park", "4", "--dry-run"),
        "a rolling text is needed",
    ),
    "a version as a rolling text": (
        ("resolve", "v.json", "--park", "4", "--dry-run"),
        "a rolling text is needed",
    ),
    "concord of one": (("concord", "en=base.md"), "two versions are needed at least, and one was given"),
    "concord without a language": (
        ("concord", "base.md", "ru.md"),
        "expected LANGUAGE=FILE with one of the languages",
    ),
    "concord in German": (("concord", "en=base.md", "de=ru.md"), "found de=ru.md."),
    "concord twice": (("concord", "en=base.md", "en=kaz.md"), "the language en is given twice."),
    "concord of what says otherwise": (
        ("concord", "en=base.md", "tr=ru.text"),
        "it says that it is in the language ru",
    ),
    "keeping in no folder": (
        ("keep", "nowhere", "base.md"),
        "nowhere: there is no such folder; make it with --new.",
    ),
    "keeping in another folder": (("keep", "folder.md", "base.md"), "this is not the folder of a text"),
    "a new folder that is there": (("keep", "record", "base.md", "--new"), "would lie inside the record"),
    "a title for an old folder": (
        ("keep", "folder.md", "base.md", "--title", "X"),
        "are said when the folder is made",
    ),
    "a number for a new folder": (
        ("keep", "n", "base.md", "--new", "--number", "2"),
        "with --new it is version 1",
    ),
}


@pytest.fixture
def desk(kengesh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of all sorts, in which a person stands."""
    monkeypatch.chdir(tmp_path)
    file(tmp_path, "base.md", BASE)
    file(tmp_path, "kaz.md", COMMON)
    file(tmp_path, "uzb.md", UNIFIED)
    file(tmp_path, "ru.md", RUSSIAN)
    file(tmp_path, "kaz.docx", word(by="A. Bekov", second="B. Omarova"))
    file(tmp_path, "cut.docx", word()[:600])
    file(tmp_path, "fake.docx", "no Word file")
    file(tmp_path, "kaz.pdf", b"%PDF-1.7")
    file(tmp_path, "a.yaml", "acts:\n  - {reserve: 6}\n")
    file(tmp_path, "wrong.yaml", "acts:\n  - {likes: 6}\n")
    file(tmp_path, "where.yaml", "acts:\n  - {reserve: 99}\n")
    file(tmp_path, "other.yaml", "base: '000000000000'\nacts:\n  - {reserve: 6}\n")
    file(tmp_path, "broken.json", "{")
    file(tmp_path, "cycles.json", CYCLES)
    file(tmp_path, "deep.json", "[" * 100_000)
    file(tmp_path, "bad.text", "kengesh-text/9 en\n")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "record").mkdir()
    file(tmp_path / "record", "log.toml", "")
    assert kengesh("text", "convert", "ru.md", "-o", "ru.text").code == 0
    assert kengesh("text", "convert", "base.md", "-o", "v.json").code == 0
    assert kengesh("text", "compile", "base.md", "-o", "r.json").code == 0
    assert kengesh("text", "compile", "base.md", "KAZ=kaz.md", "-o", "r.docx").code == 0
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_a_sentence_and_nothing_is_written(kengesh, desk: Path, words, says: str) -> None:
    before = held(desk)
    told = kengesh("text", *words)
    assert (told.code, told.out) == (2, "")
    assert says in re.sub(r"\s+│\n│ ", " ", told.err), told.err
    assert "Traceback" not in told.err and "a fault of this program" not in told.err
    assert held(desk) == before


def test_a_file_of_two_texts_that_would_both_fail_names_the_one_at_fault(kengesh, desk: Path) -> None:
    told = kengesh("text", "compile", "base.md", "UZB=uzb.md", "KAZ=where.yaml", "AZE=kaz.md")
    assert told.err.startswith("Error: where.yaml: ")


def test_an_output_that_is_there_already_is_replaced_whole(kengesh, desk: Path) -> None:
    file(desk, "out.txt", "what was there, and longer than what will be" * 100)
    assert kengesh("text", "compile", "base.md", "KAZ=kaz.md", "-o", "out.txt").code == 0
    assert (desk / "out.txt").read_text("utf-8") == kengesh("text", "compile", "base.md", "KAZ=kaz.md").out


def test_a_base_through_a_link_is_still_the_base(kengesh, desk: Path) -> None:
    try:
        (desk / "link.md").symlink_to(desk / "base.md")
    except OSError:
        pytest.skip("this system makes no links for whoever runs the tests")
    told = kengesh("text", "compile", "base.md", "-o", "link.md")
    assert told.code == 2 and (desk / "base.md").read_text("utf-8") == BASE
