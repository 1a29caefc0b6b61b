"""A file is read by its ending, and refused where its content is something else."""

import io
import zipfile

import docx
import pytest

from kengesh.texts.reading.by_ending import NOT_READ, read_bytes, read_file
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.units import Text, Unit, UnitKind, written


def word_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("5. Decide to meet;")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zip_file() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("text.txt", "5. Decide to meet;")
    return file.getvalue()


VERSION = Text("en", (Unit("u9", UnitKind.OPERATIVE, "Decide to meet;", "5."),))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("KAZ.docx", word_file()),
        ("KAZ.DOCX", word_file()),
        ("KAZ.md", b"5. Decide to meet;\n"),
        ("KAZ.markdown", b"5. Decide to meet;\n"),
        ("KAZ.txt", b"5. Decide to meet;\n"),
        ("KAZ.text", written(VERSION)),
    ],
)
def test_one_text_in_five_formats(name, data, tmp_path):
    (tmp_path / name).write_bytes(data)
    filed = read_file(tmp_path / name, "en")
    assert [(unit.number, unit.text) for unit in filed.text.units] == [("5.", "Decide to meet;")]
    assert filed.file_name == name


def test_acts_are_read_from_yaml():
    for name in ("KAZ.yaml", "KAZ.yml"):
        assert read_bytes(b"acts:\n- {delete: 4}\n", name).explicit[0].act == "delete"


def test_a_version_keeps_its_identities_and_its_language():
    assert read_bytes(written(VERSION), "1.text").text == VERSION
    with pytest.raises(CannotRead, match="the version is in the language en, not ru"):
        read_bytes(written(VERSION), "1.text", "ru")
    with pytest.raises(CannotRead, match=r"1\.text: line 1: expected"):
        read_bytes(b"Decide to meet;", "1.text")


@pytest.mark.parametrize("ending", NOT_READ)
def test_a_format_that_is_not_read_is_refused_with_what_to_do(ending):
    with pytest.raises(CannotRead, match=rf"KAZ\{ending}: .*\.docx"):
        read_bytes(b"anything", f"KAZ{ending}")


def test_an_ending_that_nobody_knows_is_refused_with_those_that_are_read():
    with pytest.raises(CannotRead, match=r"“\.pages”.* \.docx, \.md"):
        read_bytes(b"x", "KAZ.pages")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("KAZ.txt", zip_file(), "this is a zip archive"),
        ("KAZ.md", word_file(), "name it .docx"),
        ("KAZ.docx", b"5. Decide to meet;", "this is no Word file"),
        ("KAZ.docx", b"", "this is no Word file"),
        ("KAZ.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a file under a password"),
        ("KAZ.docx", b"{\\rtf1 text}", "a .rtf is not read"),
        ("KAZ.txt", b"%PDF-1.7", "a PDF shows pages"),
    ],
)
def test_content_that_is_not_what_the_ending_says_is_refused(name, data, says):
    with pytest.raises(CannotRead, match=says):
        read_bytes(data, name)


def test_a_zip_that_is_no_word_file_is_refused():
    with pytest.raises(CannotRead, match=r"KAZ\.docx"):
        read_bytes(zip_file(), "KAZ.docx")


def test_a_file_that_is_not_there_and_a_folder_are_refused_by_name(tmp_path):
    with pytest.raises(CannotRead, match=r"missing\.docx: there is no such file"):
        read_file(tmp_path / "missing.docx")
    with pytest.raises(CannotRead, match="this is a folder"):
        read_file(tmp_path)
