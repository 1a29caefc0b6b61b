"""The Word file of a brief."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree

from kengesh.briefs.document import (
    Brief,
    Fact,
    Facts,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    Run,
    Table,
    plain,
)
from kengesh.briefs.instrument import instrument_brief
from kengesh.briefs.meeting import meeting_brief
from kengesh.briefs.state import state_brief
from kengesh.briefs.word import write_docx
from kengesh.briefs.word.running import lawful
from kengesh.briefs.word.widths import TEXT_WIDTH, widths_of
from kengesh.mechanism.record import Mechanism

CREATED = datetime(2026, 6, 4, 9, 30, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "A <w:p> & \"B\" ]]> \x00\x0b\x1f\ud800\uffff 'C'"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[name])


def ids(root: etree._Element, tag: str) -> list[int]:
    return [int(one.get(f"{W}id", "")) for one in root.iter(f"{W}{tag}")]


@pytest.fixture(scope="module")
def tashkent(founding: Mechanism) -> Brief:
    return meeting_brief(founding, founding.view(), "consultative-meeting/7", "en")


@pytest.fixture(scope="module")
def tashkent_file(tashkent: Brief) -> bytes:
    return write_docx(tashkent, CREATED)


def hostile() -> Brief:
    words = (Run(HOSTILE, "en"), Run(HOSTILE, "fa", thing=HOSTILE, notes=(1, 2)))
    table = Table(HOSTILE, (HOSTILE, "{number}"), ((words, ()), ((), words)))
    link = (Run(HOSTILE, "tr"), Run("{x}", "", address=f"https://example.org/?a=1&b=<{HOSTILE}>"))
    notes = (Note(1, "a", None, link), Note(2, "b", HOSTILE, link))
    blocks = (
        Heading(words),
        Paragraph(words),
        Facts((Fact(HOSTILE, words),)),
        table,
        Listing((words, ())),
        Figure(HOSTILE, "<svg/>", table),
    )
    return Brief(words[:1], HOSTILE, "en", blocks, notes, (words[:1],))


def test_python_docx_reads_back_what_was_written(tashkent: Brief, tashkent_file: bytes) -> None:
    document = Document(BytesIO(tashkent_file))
    assert document.paragraphs[0].text == plain(tashkent.title)
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    headings = [
        one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"
    ]
    assert headings[:2] == ["Who came", "On the agenda"]
    assert document.tables[1].cell(0, 0).text == "For"
    section = document.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (210, 25)


def test_every_part_is_well_formed_and_has_a_type(tashkent_file: bytes) -> None:
    found = parts(tashkent_file)
    types = etree.fromstring(found["[Content_Types].xml"])
    named = {one.get("PartName", "").lstrip("/") for one in types if "PartName" in one.attrib}
    for name, content in found.items():
        etree.fromstring(content)
        assert name in named or name.endswith(".rels") or name == "[Content_Types].xml"


def test_every_reference_has_its_footnote_in_the_order_of_the_text(
    tashkent: Brief, tashkent_file: bytes
) -> None:
    references = ids(xml(tashkent_file, "word/document.xml"), "footnoteReference")
    notes = xml(tashkent_file, "word/footnotes.xml")
    assert references == list(range(1, len(tashkent.notes) + 1))
    assert ids(notes, "footnote") == [-1, 0, *references]
    said = ["".join(one.itertext()).strip() for one in notes.iter(f"{W}footnote")][2:]
    assert said == [plain(note.words) for note in tashkent.notes]


def test_a_source_cited_again_keeps_its_number_by_a_field_that_finds_its_bookmark(
    tashkent_file: bytes,
) -> None:
    body = xml(tashkent_file, "word/document.xml")
    marks = {one.get(f"{W}name"): one for one in body.iter(f"{W}bookmarkStart")}
    fields = [one.text or "" for one in body.iter(f"{W}instrText") if "NOTEREF" in (one.text or "")]
    assert fields
    for one in fields:
        name = one.split()[1]
        after = marks[name].getnext()
        assert after is not None
        assert [int(name.removeprefix("_Ref"))] == ids(after, "footnoteReference")


def test_the_settings_name_the_lines_above_the_notes(tashkent_file: bytes) -> None:
    settings = xml(tashkent_file, "word/settings.xml")
    notes = xml(tashkent_file, "word/footnotes.xml")
    types = [one.get(f"{W}type") for one in notes.iter(f"{W}footnote")][:2]
    assert ids(settings, "footnote") == [-1, 0]
    assert types == ["separator", "continuationSeparator"]


def test_every_link_leads_to_an_address_that_the_part_relates(tashkent: Brief, tashkent_file: bytes) -> None:
    relations = {one.get("Id"): one for one in xml(tashkent_file, "word/_rels/footnotes.xml.rels")}
    links = list(xml(tashkent_file, "word/footnotes.xml").iter(f"{W}hyperlink"))
    given = [run.address for note in tashkent.notes for run in note.words if run.address]
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert [relations[one.get(key)].get("Target") for one in links] == given
    assert {one.get("TargetMode") for one in relations.values()} == {"External"}


def test_the_same_brief_and_moment_give_the_same_bytes(tashkent: Brief, tashkent_file: bytes) -> None:
    assert write_docx(tashkent, CREATED) == tashkent_file
    assert write_docx(tashkent, datetime(2027, 1, 1, tzinfo=UTC)) != tashkent_file


def test_properties_give_the_title_the_moment_and_no_author(tashkent: Brief, tashkent_file: bytes) -> None:
    properties = Document(BytesIO(tashkent_file)).core_properties
    assert properties.title == plain(tashkent.title)
    assert properties.author == ""
    assert properties.language == "en-GB"
    assert properties.created == CREATED


def test_the_first_row_of_a_table_repeats_and_no_row_breaks(tashkent: Brief, tashkent_file: bytes) -> None:
    body = xml(tashkent_file, "word/document.xml")
    tables = [one for one in tashkent.blocks if isinstance(one, Table)]
    heads = list(body.iter(f"{W}tblHeader"))
    rows = list(body.iter(f"{W}tr"))
    assert len(heads) == len(tables)
    assert len(list(body.iter(f"{W}cantSplit"))) == len(rows)


def test_pages_are_numbered_by_fields(tashkent_file: bytes) -> None:
    name = next(one for one in parts(tashkent_file) if one.startswith("word/footer"))
    told = [(one.text or "").strip() for one in xml(tashkent_file, name).iter(f"{W}instrText")]
    assert told == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("language", "tag"), [("kk", "kk-KZ"), ("tr", "tr-TR"), ("uz", "uz-Latn-UZ"), ("tg", "tg-Cyrl-TJ")]
)
def test_the_document_has_its_language_and_foreign_words_theirs(
    founding: Mechanism, language: str, tag: str
) -> None:
    data = write_docx(instrument_brief(founding, founding.view(), "treaty-2022", language), CREATED)
    default = next(xml(data, "word/styles.xml").iter(f"{W}lang"))
    assert default.get(f"{W}val") == tag
    marked = {one.get(f"{W}val") for one in xml(data, "word/document.xml").iter(f"{W}lang")}
    assert {"en-GB", "ru-RU", "az-Latn-AZ", "ky-KG", "tk-TM"} <= marked
    assert tag not in marked  # what is in the language of the document needs no mark
    assert "ru-RU" in {one.get(f"{W}val") for one in xml(data, "word/footnotes.xml").iter(f"{W}lang")}


def test_hostile_words_make_a_file_that_opens_and_says_them() -> None:
    data = write_docx(hostile(), CREATED)
    for content in parts(data).values():
        etree.fromstring(content)
    document = Document(BytesIO(data))
    assert document.paragraphs[0].text == lawful(HOSTILE)
    assert lawful(HOSTILE) == "A <w:p> & \"B\" ]]> \ufffd\ufffd\ufffd\ufffd\ufffd 'C'"
    assert len(ids(xml(data, "word/footnotes.xml"), "footnote")) == 4


def test_a_brief_without_a_note_is_a_file_too() -> None:
    brief = Brief((Run("Nothing", "en"),), "", "en", (), (), ())
    assert ids(xml(write_docx(brief, CREATED), "word/footnotes.xml"), "footnote") == [-1, 0]


def test_columns_are_together_as_wide_as_the_text(founding: Mechanism, tashkent: Brief) -> None:
    for brief in (tashkent, state_brief(founding, founding.view(), "UZB", "ru"), hostile()):
        for table in (one for one in brief.blocks if isinstance(one, Table)):
            widths = widths_of(table)
            assert sum(widths) == TEXT_WIDTH
            assert min(widths) > 300


@pytest.mark.tools
@pytest.mark.parametrize("language", ["en", "kk", "tr"])
def test_a_word_processor_prints_the_notes_at_the_foot_of_the_page(
    founding: Mechanism, tmp_path: Path, language: str
) -> None:
    soffice, pdftotext = shutil.which("soffice"), shutil.which("pdftotext")
    if soffice is None or pdftotext is None:
        pytest.skip(
            "LibreOffice or pdftotext is not installed: make test-tools installs them where the machine lets it"
        )
    brief = instrument_brief(founding, founding.view(), "treaty-2022", language)
    (tmp_path / "brief.docx").write_bytes(write_docx(brief, CREATED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "brief.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    printed = subprocess.run(
        [pdftotext, "-layout", str(tmp_path / "brief.pdf"), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    first = re.sub(r"\s+", " ", printed.split("\f")[0])
    assert plain(brief.title).split()[0] in first
    pages = printed.count("\f")
    assert f"1/{pages}" in first.replace(" ", "")
    assert re.sub(r"\s+", " ", plain(brief.notes[0].words))[:60] in first


def test_notes_cited_out_of_order_are_numbered_as_word_numbers_them() -> None:
    notes = tuple(Note(number, str(number), None, (Run(f"Note {number}", "en"),)) for number in (1, 2))
    said = (Paragraph((Run("Second first", "en", notes=(2, 1)), Run(" and again", "en", notes=(2,)))),)
    data = write_docx(Brief((Run("T", "en"),), "", "en", said, notes, ()), CREATED)
    kept = list(xml(data, "word/footnotes.xml").iter(f"{W}footnote"))[2:]
    assert ["".join(one.itertext()).strip() for one in kept] == ["Note 2", "Note 1"]
    assert ids(xml(data, "word/document.xml"), "footnoteReference") == [1, 2]
    assert b"NOTEREF _Ref000000001" in parts(data)["word/document.xml"]
