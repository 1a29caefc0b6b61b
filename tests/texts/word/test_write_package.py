"""The package of every Word file that is written: complete, in the order of the schema, with nothing that points nowhere."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from msgspec import structs

from kengesh.texts.units import Text, Unit, UnitKind
from kengesh.texts.word.write_rolling import rolling_document
from kengesh.texts.word.write_text import text_document
from kengesh.texts.word.write_tracked import tracked_document
from tests.texts.word.write_cases import BASE, rolling
from tests.texts.word.write_reading import W, line, part, parts

# The order of the elements that are written, as ECMA-376 part 1, annex A has it.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl pBdr tabs spacing ind jc outlineLvl rPr",
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs strike color sz szCs u vertAlign lang"  # changes: of a mark only
    ),
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge",
    "trPr": "cantSplit tblHeader ins del",
    "sectPr": "headerReference footerReference pgSz pgMar",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
}
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
EMPTY = Text("tk", (Unit("a", UnitKind.PARAGRAPH, "Bir sözlem."),))
FILES = {
    "rolling": lambda: rolling_document(rolling()),
    "tracked": lambda: tracked_document(rolling()),
    "text": lambda: text_document(BASE),
    "one line": lambda: text_document(EMPTY),
}


@pytest.fixture(params=FILES, scope="module")
def written(request: pytest.FixtureRequest) -> bytes:
    return FILES[request.param]()


def test_elements_stand_in_the_order_of_the_schema(written: bytes) -> None:
    for name in parts(written):
        root = etree.fromstring(parts(written)[name])
        for tag, order in ORDERS.items():
            places = {f"{W}{one}": at for at, one in enumerate(order.split())}
            for element in root.iter(f"{W}{tag}"):
                found = [places[child.tag] for child in element if isinstance(child.tag, str)]
                assert found == sorted(found), etree.tostring(element)


def test_every_part_has_a_type_and_every_relation_a_part(written: bytes) -> None:
    found = parts(written)
    types = etree.fromstring(found["[Content_Types].xml"])
    named = {one.get("PartName", "").removeprefix("/") for one in types if one.get("PartName")}
    assert named == {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    rows = list(etree.fromstring(found["word/_rels/document.xml.rels"]).iter(RELATIONSHIPS))
    assert {f"word/{one.get('Target')}" for one in rows} | {"word/document.xml", "docProps/core.xml"} == named


def test_every_style_that_is_used_is_defined(written: bytes) -> None:
    defined = {one.get(f"{W}styleId") for one in part(written, "word/styles.xml").iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for name, content in parts(written).items()
        if name.startswith("word/") and name.endswith(".xml")
        for one in etree.fromstring(content).iter(
            f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"
        )
    }
    assert used <= defined


def test_every_comment_and_footnote_is_there_and_anchored(written: bytes) -> None:
    found = parts(written)
    body = part(written)
    for kind, name in (("comment", "word/comments.xml"), ("footnote", "word/footnotes.xml")):
        made = [one.get(f"{W}id") for one in part(written, name).iter(f"{W}{kind}")] if name in found else []
        referred = [one.get(f"{W}id") for one in body.iter(f"{W}{kind}Reference")]
        assert len(referred) == len(set(referred))
        assert set(made) - {"-1", "0"} == set(referred)


def test_every_row_is_as_wide_as_its_table(written: bytes) -> None:
    for table in part(written).iter(f"{W}tbl"):
        columns = [int(one.get(f"{W}w", "")) for one in table.iter(f"{W}gridCol")]
        assert sum(columns) == 9072
        for row in table.iter(f"{W}tr"):
            assert sum(int(one.get(f"{W}w", "")) for one in row.iter(f"{W}tcW")) == 9072


def test_python_docx_opens_it(written: bytes) -> None:
    assert docx.Document(BytesIO(written)).paragraphs


def test_the_zip_has_no_clock_and_names_no_author(written: bytes) -> None:
    with ZipFile(BytesIO(written)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "creator" not in core and "created" not in core


def test_what_xml_would_misread_is_escaped_and_what_it_cannot_hold_is_marked() -> None:
    hostile = 'A <w:p/> & "B" ]]> \ud800 \uffff \x01'
    made = text_document(structs.replace(EMPTY, units=(Unit("a", UnitKind.PARAGRAPH, hostile),)))
    assert [line(one) for one in part(made).iter(f"{W}p")] == ['A <w:p/> & "B" ]]> \ufffd \ufffd \ufffd']
