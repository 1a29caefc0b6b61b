"""A rolling text as a page: its words are the grammar to the letter, nothing in it can act, and nobody is shut out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from lxml import etree, html
from msgspec import structs

from kengesh.terms.messages import in_language
from kengesh.texts.rolling import Act, BaseNode, MovedNode, NewNode, Node, Request, RollingText
from kengesh.texts.units import Place, Text, Unit, UnitKind
from kengesh.texts.writing.html import rolling_html, stylesheet, text_html
from kengesh.texts.writing.plain import unit_lines
from tests.texts.writing.examples import (
    ALTERNATIVE,
    ALTERNATIVE_LINES,
    ONE_NODE,
    base,
    numbered,
    region,
    rolling_texts,
    texts,
    unit,
    variant,
    worked,
)


def page(nodes: Sequence[Node]) -> html.HtmlElement:
    """The page of a rolling text of these nodes."""
    units = tuple(node.unit for node in nodes if isinstance(node, BaseNode))
    return html.fromstring(rolling_html(RollingText(base=Text("en", units), nodes=tuple(nodes))))


def lines(root: html.HtmlElement, path: str = "//article//*[contains(@class, 'unit ')]") -> list[str]:
    return [str(element.text_content()) for element in root.xpath(path)]


@pytest.mark.parametrize(("node", "line"), ONE_NODE)
def test_each_worked_example_reads_to_the_letter(node: Node, line: str) -> None:
    assert lines(page([node])) == [line]
    assert list(unit_lines(node)) == [line]


def test_an_alternative_stands_under_the_unit_in_brackets_and_is_amended_by_a_third() -> None:
    assert lines(page([ALTERNATIVE])) == ALTERNATIVE_LINES


def test_a_mixed_list_of_blanks_loses_no_letter() -> None:
    amended = base(
        unit("u1", UnitKind.OPERATIVE, "a  b", "1."),
        "a",
        region("  b", variant("KAZ", " cd"), variant("UZB", "")),
    )
    assert lines(page([amended]))[0].replace(" ", "") == "1.a[b/KAZ:cd/UZB:—]"


@settings(deadline=None, max_examples=50)
@given(rolling_texts())
def test_a_page_copied_as_text_is_the_plain_form(rolling: RollingText) -> None:
    text = "".join(one.text for one in rolling.base.units) + str(rolling.nodes)
    assume("  " not in text and "\u00a0" not in text and "\\xa0" not in text)
    aside = (UnitKind.CELL, UnitKind.FOOTNOTE)
    numbers = {
        one.id: str(at)
        for at, one in enumerate(
            (
                node.unit
                for node in rolling.nodes
                if not isinstance(node, MovedNode) and node.unit.kind is UnitKind.FOOTNOTE
            ),
            1,
        )
    }
    with in_language(rolling.base.language):
        wanted = [
            re.sub("⁅([^⁆]+)⁆", lambda mark: by_number(mark, rolling, numbers), line)
            for node in rolling.nodes
            if isinstance(node, MovedNode) or node.unit.kind not in aside
            for line in unit_lines(node)
        ]
    root = html.fromstring(rolling_html(rolling))
    shown = lines(
        root, "//article//*[contains(@class, 'unit ') and not(ancestor::table[contains(@class, 'text')])]"
    )
    inside = lines(root, "//article//td[@colspan]/p[contains(@class, 'unit--row')]")
    assert sorted([*shown, *inside]) == sorted(wanted)


def by_number(mark: re.Match[str], rolling: RollingText, numbers: dict[str, str]) -> str:
    if mark[1] not in numbers:
        return mark[0]
    own = [one.number for one in rolling.base.units if one.id == mark[1]]
    return own[0] if own and own[0] else numbers[mark[1]]


@settings(deadline=None, max_examples=50)
@given(rolling_texts())
def test_any_page_is_well_formed_its_ids_are_unique_and_its_links_lead_somewhere(
    rolling: RollingText,
) -> None:
    root = well_formed(rolling_html(rolling))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in root.xpath("//a/@href")} <= set(ids)
    ranks = [
        int(tag[1]) for one in root.iter() if isinstance(tag := one.tag, str) and re.fullmatch("h[1-6]", tag)
    ]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(ranks))


@settings(deadline=None)
@given(texts())
def test_any_version_is_a_well_formed_page_with_all_its_words(text: Text) -> None:
    root = well_formed(text_html(text))
    shown = root.xpath("string(//body)")
    for one in text.units:
        for words in re.split("¶|⁅[^⁆]*⁆", one.text):
            assert words in shown


def well_formed(page: str) -> Any:
    """The root of a page whose every element is closed, read as XML: strictly."""
    closed = re.sub(r"<(meta|br)\b([^>]*)>", r"<\1\2/>", page.removeprefix("<!DOCTYPE html>\n"))
    return etree.fromstring(closed)


HOSTILE = "<script>alert('1')</script> & \"quoted\" </p><img src=x onerror=alert(2)> <!-- "


def test_words_that_look_like_html_are_words() -> None:
    one = Unit(id="u1", kind=UnitKind.OPERATIVE, text=HOSTILE.strip(), number="<b>1.</b>")
    node = base(one, region(one.text, variant("KAZ", HOSTILE), variant("<i>", "")))
    new = NewNode(
        unit=unit("n1", UnitKind.TITLE, HOSTILE),
        label='"><script>',
        holders=('"onclick="',),
        content=(HOSTILE,),
    )
    rolling = structs.replace(worked(), base=Text("en", (one,)), nodes=(node, new), notes=())
    rolling = structs.replace(rolling, filings=(structs.replace(rolling.filings[0], file_name=HOSTILE),))
    shown = rolling_html(rolling, title=HOSTILE)
    root = html.fromstring(shown)
    assert root.xpath("//script | //img | //b | //i | //@onclick | //@onerror | //comment()") == []
    well_formed(shown)
    assert root.xpath("string(//h1)") == HOSTILE
    assert root.xpath("string(//title)") == HOSTILE
    assert root.xpath("string(//ins[contains(@class, 'region__words')])") == HOSTILE
    assert HOSTILE in root.xpath("string(//td[contains(., 'onerror')])") + " "
    clean = html.fromstring(text_html(Text("en", (one,)), title=HOSTILE))
    assert clean.xpath("//script | //img | //b") == []


def test_words_that_turn_the_line_are_isolated_from_the_attributions() -> None:
    turning = "evil\u202eKAZ: common"
    node = base(
        unit("u1", UnitKind.OPERATIVE, turning, "1."), turning, region("", variant("UZB", " x\u2067y"))
    )
    isolated = page([node]).xpath("//article//bdi")
    assert [one.text_content() for one in isolated] == [turning, "x\u2067y"]


def test_who_listens_hears_who_proposes_and_what_is_deleted() -> None:
    root = page([numbered(at, node) for at, (node, _line) in enumerate(ONE_NODE)])
    said = root.xpath("//*[@role='group']/@aria-label")
    assert "Proposed by: Tajikistan, Uzbekistan" in said
    assert "Deletion proposed by: Turkmenistan" in said
    assert root.xpath("//abbr[text()='AZE']/@title")[0] == "Azerbaijan"
    with in_language("kk"):
        kazakh = html.fromstring(rolling_html(worked()))
    assert kazakh.get("lang") == "kk"
    assert kazakh.xpath("//article/@lang") == ["en"]
    assert kazakh.xpath("//abbr[text()='AZE']/@title")[0] == "Әзербайжан"


def test_each_delegation_has_one_style_and_a_joint_proposal_has_none_of_theirs() -> None:
    root = html.fromstring(rolling_html(worked()))
    styles: dict[str, set[str]] = {}
    for code in root.xpath("//abbr[contains(@class, 'code')]"):
        styles.setdefault(code.text, set()).add(code.get("class").split()[1])
    assert {len(of_one) for of_one in styles.values()} == {1}
    assert len({next(iter(of_one)) for of_one in styles.values()}) == 6
    joint = root.xpath("//*[@aria-label='Proposed by: Kazakhstan, Uzbekistan']/@class")
    assert joint[0].endswith("by--joint")
    lines_of_style = re.findall(r"\.by--\d+ \{ --own: var\(--by-\d+\); (--line: .*) \}", stylesheet())
    assert len(lines_of_style) == len(set(lines_of_style)) == 12


def test_notes_and_their_marks_lead_to_each_other() -> None:
    root = html.fromstring(rolling_html(worked()))
    notes = root.xpath("//ul[@class='notes']/li")
    assert [one.text_content() for one in notes] == [
        "1 UZB: asks for brackets.",
        "2 AZE: reserves (pending capital).",
        "3 KAZ (comment): frequency depends on paragraph 9.",
    ]
    for note in notes:
        mark = root.get_element_by_id(note.xpath(".//a/@href")[0][1:])
        assert mark.get("href") == f"#{note.get('id')}"


def test_a_footnote_and_its_mark_lead_to_each_other() -> None:
    root = html.fromstring(rolling_html(worked()))
    footnote = root.xpath("//ul[@class='footnotes']/li/p")[0]
    assert footnote.text_content() == "1 Held in [Tashkent / UZB: the city of Tashkent]."
    mark = root.get_element_by_id(footnote.xpath("./a/@href")[0][1:])
    assert mark.get("href") == "#unit-f1"
    assert root.xpath("string(//*[@id='unit-p1'])") == "Recalling the meeting of 20251,"


def test_a_table_has_heads_and_spans_and_the_row_proposed_stands_in_it() -> None:
    table = html.fromstring(rolling_html(worked())).xpath("//article//table")[0]
    rows = [
        [(cell.tag, cell.get("colspan"), cell.text_content()) for cell in row] for row in table.iter("tr")
    ]
    assert rows == [
        [("th", None, "Corridor"), ("th", "2", "Length, km")],
        [
            ("td", None, "Middle"),
            ("td", None, "[4,250 km / KAZ: 4,256 km]"),
            ("td", None, "as planned¶in 2025"),
        ],
        [("td", "3", "[TKM: South | 3,100 km | planned]")],
    ]


def test_a_column_proposed_stands_after_the_table_and_a_table_of_one_row_has_no_heads() -> None:
    cells = [base(unit(f"c{at}", UnitKind.CELL, str(at), place=Place("t", 1, at))) for at in (1, 2)]
    column = NewNode(unit=unit("n1", UnitKind.COLUMN, "3"), label="x", holders=("KAZ",), content=("3",))
    root = page([cells[0], column, cells[1]])
    assert root.xpath("//article//th") == []
    assert root.xpath("string(//article/p)") == "[x KAZ: 3]"
    assert len(root.xpath("//article//table")) == 1


OTHER_REQUESTS = tuple(
    Request(unit="g", label="10.", holders=("TJK",), act=act, base="the host", text="", after=after)
    for act, after in ((Act.MOVE, "12"), (Act.BRACKET, ""), (Act.DELETE, ""))
)


def test_the_annexes_say_what_the_text_cannot_show() -> None:
    root = html.fromstring(rolling_html(worked()))
    titles = [one.text_content() for one in root.xpath("//section/h2")]
    assert titles == [
        "Footnotes",
        "Notes",
        "Requests to reopen agreed text",
        "Proposals by delegation",
        "Editorial differences",
        "Amendments brought to this base",
        "Shown before, and no more",
        "Submissions",
    ]
    first = root.xpath("//section[h2='Requests to reopen agreed text']//tbody/tr")[0]
    assert [cell.text_content() for cell in first] == ["10.", "TJK", "the host", "the host and its people"]
    asked = html.fromstring(rolling_html(structs.replace(worked(), requests=OTHER_REQUESTS)))
    rows = asked.xpath("//section[h2='Requests to reopen agreed text']//tbody/tr")
    assert [row[-1].text_content() for row in rows] == ["moves after 12", "in brackets", "—"]
    moved = root.xpath("//section[h2='Amendments brought to this base']//tbody/tr")[0]
    assert moved[-1].text_content() == "The words amended have changed."


def test_a_text_with_a_title_has_it_as_the_heading_of_the_page() -> None:
    root = html.fromstring(rolling_html(worked()))
    assert [one.text_content() for one in root.xpath("//h1")] == ["Declaration on a joint logistics network"]
    assert [one.text_content() for one in root.xpath("//article/h2")] == ["I. The network", "Distances"]
    named = html.fromstring(rolling_html(worked(), title="Second reading"))
    assert [one.text_content() for one in named.xpath("//h1")] == ["Second reading"]
    assert named.xpath("string(//article/h2)") == "Declaration on a joint logistics network"


def test_a_part_of_another_page_has_no_frame() -> None:
    part = rolling_html(worked(), standalone=False)
    assert part.startswith('<div class="rolling">')
    assert html.fromstring(part).xpath("//h1 | //style | //main | //header") == []


def test_a_clean_version_has_no_backslashes_and_parts_the_lines_of_a_cell() -> None:
    root = html.fromstring(text_html(worked().base, title="A [draft]"))
    assert root.xpath("string(//*[@id='unit-x12'])") == "8. See [1] and / or (retain it)."
    cell = root.get_element_by_id("unit-c5")
    assert [cell.text, cell[0].tag, cell[0].tail] == ["as planned", "br", "in 2025"]
    assert root.xpath("//h1/text()") == ["A [draft]"]


def test_the_same_text_is_the_same_page() -> None:
    assert rolling_html(worked()) == rolling_html(worked())


def test_a_page_fetches_nothing() -> None:
    shown = rolling_html(worked())
    assert re.findall(r"https?:|url\(|@import|src=|<link|<script", shown) == []


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium; the tests are left out where it is not installed."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("Chromium is not installed: make test-tools installs it where the machine lets it")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def page_of(kind: str) -> str:
    """A whole page of each kind."""
    if kind == "clean":
        return text_html(worked().base)
    return rolling_html(worked(), title="Second reading" if kind == "titled" else "")


@pytest.mark.tools
@pytest.mark.parametrize("kind", ["rolling", "titled", "clean"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, kind: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page = browser.new_page()
    page.emulate_media(color_scheme=scheme)
    page.set_content(page_of(kind))
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    page.close()
    assert [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []


@pytest.mark.tools
def test_a_page_holds_at_320_pixels_and_prints(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.set_content(page_of("rolling"))
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert len(page.pdf()) > 10_000
    page.close()


@pytest.mark.tools
def test_what_is_copied_from_a_page_is_the_line_of_the_grammar(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(page_of("rolling"))
    said = page.evaluate(
        """() => { const range = document.createRange();
            range.selectNodeContents(document.querySelector('#unit-x4'));
            getSelection().removeAllRanges(); getSelection().addRange(range);
            return getSelection().toString() }"""
    )
    page.close()
    assert said == ONE_NODE[4][1]
