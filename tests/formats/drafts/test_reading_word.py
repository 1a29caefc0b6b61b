"""Exercise drafts in Word, made with python-docx and given real footnotes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kengesh.formats.drafts.reading.told import CannotRead
from kengesh.formats.drafts.reading.whole import read_draft_bytes

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _reference(paragraph, number):
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{number}"/></w:r>'))


def _saved(document, notes):
    words = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{text}</w:p></w:footnote>'
        for number, text in notes.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w', 'r')}>{separator}{words}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml.encode(), document.part.package)
    part.relate_to("https://example.org/hidden", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_footnotes_are_numbered_by_their_marks_and_keep_the_addresses_behind_their_links():
    document = Document()
    document.add_heading("An Exercise Paper", 0)
    document.add_heading("Introduction", 1)
    paragraph = document.add_paragraph("The Board met on 5 March 2024 in Bishkek.")
    _reference(paragraph, 7)
    paragraph.add_run(" It signed a text.")
    _reference(paragraph, 3)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "A cell says this."
    link = f'<w:hyperlink r:id="rId1">{_run("here")}</w:hyperlink>'
    data = _saved(
        document, {3: _run("Jane Doe, “Signed”, Example, ") + link, 7: _run("“Met”, Example, 6 March 2024")}
    )
    draft = read_draft_bytes("paper.docx", data)
    assert draft.title == "An Exercise Paper"
    assert [(one.text, one.notes) for one in draft.sentences] == [
        ("The Board met on 5 March 2024 in Bishkek.", ("1",)),
        ("It signed a text.", ("2",)),
        ("A cell says this.", ()),
    ]
    assert draft.note("1").published == "2024-03-06"
    assert draft.note("2").address == "https://example.org/hidden"


def test_tracked_changes_are_read_as_if_accepted_and_text_boxes_are_said_to_be_left_aside():
    document = Document()
    paragraph = document.add_paragraph("The Board ")
    for xml in (
        f'<w:del {nsdecls("w")} w:id="1" w:author="A"><w:r><w:delText>rejected</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="2" w:author="A"><w:r><w:t>adopted</w:t></w:r></w:ins>',
        f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> it</w:t></w:r>',
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    mark = f'<w:pPr {nsdecls("w")}><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>'
    paragraph._p.insert(0, parse_xml(mark))
    document.add_paragraph("in full.")
    buffer = BytesIO()
    document.save(buffer)
    draft = read_draft_bytes("paper.docx", buffer.getvalue())
    assert [one.text for one in draft.sentences] == ["The Board adopted it in full."]
    assert draft.dropped == ("Text boxes were left aside: 1.",)


def test_notes_typed_by_hand_are_read():
    document = Document()
    document.add_paragraph("The Board met in 2024.[1]")
    document.add_paragraph("[1] Jane Doe, “Met”, Example, 6 March 2024")
    buffer = BytesIO()
    document.save(buffer)
    draft = read_draft_bytes("paper.docx", buffer.getvalue())
    assert [(one.text, one.notes) for one in draft.sentences] == [("The Board met in 2024.", ("1",))]
    assert draft.note("1").title == "Met"


def test_a_broken_file_a_file_under_a_password_and_one_named_wrongly_are_refused():
    with pytest.raises(CannotRead, match="broken"):
        read_draft_bytes("paper.docx", b"PK\x03\x04 and no more")
    with pytest.raises(CannotRead, match="password"):
        read_draft_bytes("paper.docx", b"\xd0\xcf\x11\xe0 old")
    with pytest.raises(CannotRead, match="not what its name says"):
        read_draft_bytes("paper.txt", b"PK\x03\x04 zip")


def test_a_part_that_unpacks_to_more_than_any_paper_is_refused(monkeypatch):
    monkeypatch.setattr("kengesh.formats.drafts.reading.word_package.LARGEST_PART", 1_000_000)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 2_000_000)
    with pytest.raises(CannotRead, match="larger than"):
        read_draft_bytes("paper.docx", buffer.getvalue())
