"""Files that are refused: hostile, broken, or no Word file at all. In under a second, in little memory, with a sentence."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest

from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.word.reading import read_word
from tests.texts.word.docx import OFFICE, SPACES, WORD, docx, p, parts, r, zipped

DOCUMENT = "word/document.xml"
MOST_MEGABYTES = 200


def refusal(data: bytes) -> str:
    with pytest.raises(CannotRead) as caught:
        read_word(data, "kaz.docx", "en")
    said = str(caught.value)
    assert said.startswith("kaz.docx") and said.endswith(".") and "{" not in said
    return said


def with_part(name: str, text: str | bytes, **others: str) -> bytes:
    return zipped(parts(p("a"), more={name: text.encode() if isinstance(text, str) else text}, **others))


def body(inner: str) -> bytes:
    return with_part(DOCUMENT, f"<w:document {SPACES}><w:body>{inner}</w:body></w:document>")


def archive(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, b"x"))


def compound(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"{\\rtf1\\ansi text}", "Rich Text"),
        (b"<!DOCTYPE html><html><body>", "web page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><w:wordDocument/>', "XML file"),
        ("Декларация о сети перевозок\n".encode(), "plain text"),
        ("Декларация".encode("utf-16"), "plain text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "does not begin like one"),
        (compound("EncryptedPackage"), "password"),
        (compound("WordDocument"), "(.doc)"),
        (compound("Workbook"), "before 2007"),
        (archive("mimetype", "content.xml"), "OpenDocument"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        (archive("mimetype", "META-INF/container.xml"), "electronic book"),
        (archive("[Content_Types].xml", "visio/drawing.xml"), "no Word document"),
        (archive("letters/kaz.docx"), "archive"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_a_file_cut_short_is_refused_wherever_it_was_cut() -> None:
    data = docx(*(p(f"Paragraph {at}.") for at in range(40)))
    for size in range(0, len(data), 97):
        refusal(data[:size])


def test_a_part_that_was_damaged_is_named() -> None:
    data = bytearray(zipped(parts(p("a" * 5000))))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 8] = b"damaged!"
    assert DOCUMENT in refusal(bytes(data))


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", DOCUMENT])
def test_a_file_without_a_part_that_it_needs_is_refused(name: str) -> None:
    entries = parts(p("a"))
    del entries[name]
    assert "docx" in refusal(zipped(entries))


def test_malformed_xml_is_refused_with_its_part_and_line() -> None:
    said = refusal(with_part(DOCUMENT, f"<w:document {SPACES}>\n<w:body>\n<w:p>\n</w:body></w:document>"))
    assert "word/document.xml, line 4" in said
    assert "word/styles.xml, line 1" in refusal(with_part("word/styles.xml", "<a><b></a>", styles=""))


def test_a_part_without_a_body_is_refused() -> None:
    assert DOCUMENT in refusal(with_part(DOCUMENT, "<html/>"))


def test_strict_open_xml_is_named() -> None:
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    assert "Strict" in refusal(with_part(DOCUMENT, strict))


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!-- <w:document> --><!DOCTYPE a [<!ELEMENT a ANY>]>",
    ],
)
@pytest.mark.parametrize("name", [DOCUMENT, "word/styles.xml", "[Content_Types].xml", "word/comments.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused_in_every_part(
    declared: str, name: str, encoding: str
) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{declared}<w:document {SPACES}><w:body>&l9;&x;</w:body></w:document>'
    assert name in refusal(with_part(name, text.encode(encoding), styles="", comments=""))


def test_a_declaration_across_two_pieces_of_a_part_is_found() -> None:
    for shift in range(12):
        text = f"<!--{'x' * (65536 - 7 - shift)}--><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
        assert "declares" in refusal(with_part(DOCUMENT, text))


def test_a_declared_encoding_hides_nothing() -> None:
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert DOCUMENT in refusal(with_part(DOCUMENT, text))
    assert DOCUMENT in refusal(with_part(DOCUMENT, '<?xml version="1.0"?><a/>'.encode("utf-32")))


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "word/../../evil", "/etc/passwd", "C:/evil.xml", "word\\evil.xml", "WORD/Document.xml"],
)
def test_names_of_entries_that_play_tricks_are_refused(name: str) -> None:
    out = BytesIO(docx(p("a")))
    with ZipFile(out, "a") as zip_file:
        zip_file.writestr("PLACEHOLDER" if "\\" in name else name, b"x")
    data = out.getvalue()
    if "\\" in name:
        data = data.replace(b"PLACEHOLDER", b"word\\evil.x")
    assert "entr" in refusal(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_stands_twice_is_refused() -> None:
    out = BytesIO(docx(p("a")))
    with ZipFile(out, "a") as zip_file:
        zip_file.writestr(DOCUMENT, b"<x/>")
    assert "two entries" in refusal(out.getvalue())


def test_entries_that_overlap_are_refused() -> None:
    data = bytearray(docx(p("a")))
    entries = ZipFile(BytesIO(bytes(data))).infolist()
    at = data.rindex(entries[-1].filename.encode()) - 46
    data[at + 42 : at + 46] = struct.pack("<I", entries[0].header_offset)
    assert "overlap" in refusal(bytes(data))


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(docx(p("a")))
    at = data.rindex(DOCUMENT.encode()) - 46
    data[at + 8] |= 1
    assert "encrypted" in refusal(bytes(data))


def test_a_packing_that_word_does_not_use_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_BZIP2) as zip_file:
        for name, data in parts(p("a")).items():
            zip_file.writestr(name, data)
    assert "packed" in refusal(out.getvalue())


def test_macros_are_refused_by_name_and_by_content_type() -> None:
    assert "macros" in refusal(with_part("word/vbaProject.bin", b"x"))
    entries = parts(p("a"))
    types = entries["[Content_Types].xml"].decode()
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    entries["[Content_Types].xml"] = types.replace(f"{WORD}.document.main+xml", macro).encode()
    assert "macros" in refusal(zipped(entries))


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument"])
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_text_from_another_file_is_refused(kind: str, mode: str) -> None:
    relation = f'<Relationship Id="r9" Type="{OFFICE}/{kind}" Target="other.docx"{mode}/>'
    assert "another file" in refusal(zipped(parts(p("a"), relations=relation)))
    assert "paragraph 1" in refusal(docx(p("a"), '<w:altChunk r:id="r9"/>'))


def test_elements_too_deep_in_one_another_are_refused() -> None:
    deep = 150
    assert "deep" in refusal(body(f"<w:p>{'<w:smartTag>' * deep}{r('a')}{'</w:smartTag>' * deep}</w:p>"))
    assert DOCUMENT in refusal(body("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000))


def stored(entries: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as zip_file:
        for name, data in entries.items():
            zip_file.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    """One part that swells a thousandfold."""
    return with_part(DOCUMENT, b" " * (60 << 20))


def large_bomb() -> bytes:
    """A part that says that it is larger than any may be."""
    return with_part(DOCUMENT, b" " * (70 << 20))


def liar() -> bytes:
    """A bomb that says that it is small."""
    data = bytearray(bomb())
    at = data.rindex(DOCUMENT.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def many_bombs() -> bytes:
    """Many parts, each within bounds by its own word."""
    names = [f"word/media/{at}.xml" for at in range(9)]
    data = bytearray(stored(parts(p("a"), more=dict.fromkeys(names, bytes(300_000)))))
    for name in names:
        at = data.rindex(name.encode()) - 46
        data[at + 24 : at + 28] = struct.pack("<I", 60 << 20)
    return bytes(data)


def many_entries() -> bytes:
    """A directory of 6,000 entries."""
    return stored(parts(p("a"), more={f"word/{at}": b"" for at in range(6_000)}))


def many_elements() -> bytes:
    """Hundreds of thousands of elements in one paragraph, too different to be packed well."""
    pieces = b"".join(b"<w:r%x/>" % (at * 2654435761 % 2**32) for at in range(900_000))
    return with_part(DOCUMENT, f"<w:document {SPACES}><w:body><w:p>".encode() + pieces)


def many_attributes() -> bytes:
    """One element with a million attributes."""
    pieces = b"".join(b' a%x=""' % at for at in range(1_000_000))
    return with_part(
        DOCUMENT, f"<w:document {SPACES}><w:body><w:p".encode() + pieces + b"/></w:body></w:document>"
    )


def one_word() -> bytes:
    """One word of sixty million letters."""
    return with_part(DOCUMENT, f"<w:document {SPACES}><w:body>{p('ab' * (15 << 20))}</w:body></w:document>")


def many_styles() -> bytes:
    """A part that is read as a whole, full of elements."""
    return with_part(
        "word/styles.xml", b"<a>" + b"".join(b"<b c='%d'/>" % at for at in range(900_000)), styles=""
    )


HOSTILE = [
    bomb,
    large_bomb,
    liar,
    many_bombs,
    many_entries,
    many_elements,
    many_attributes,
    one_word,
    many_styles,
]


@pytest.mark.skipif(
    sys.platform == "win32", reason="the memory of a process is asked of the system in Unix's way"
)
@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_a_hostile_file_is_refused_within_200_megabytes(make: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "kaz.docx").write_bytes(make())
    (tmp_path / "plain.docx").write_bytes(docx(p("a")))
    script = """
import sys
from pathlib import Path
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.word.reading import read_word
folder = Path(sys.argv[1])
read_word((folder / "plain.docx").read_bytes(), "plain.docx", "en")
data = (folder / "kaz.docx").read_bytes()
try:
    read_word(data, "kaz.docx", "en")
except CannotRead as refused:
    print(refused)
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    said, kilobytes = ran.stdout.rsplit(maxsplit=1)
    assert said.startswith("kaz.docx")
    assert int(kilobytes) / 1024 < MOST_MEGABYTES


@pytest.mark.long
def test_a_text_of_millions_of_letters_is_refused() -> None:
    words = [f"{at:x}" * 100 for at in range(2000)]
    data = docx(*(p(f"{at:x} ", words[at % 2000]) for at in range(30_000)))
    assert "6000000 letters" in refusal(data)
