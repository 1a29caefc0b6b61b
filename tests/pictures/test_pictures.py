"""What holds of every picture: it is sound XML without style, it is the same every time, it has its table, it hides nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.pictures.matrix import matrix
from kengesh.pictures.meetings_chronology import meetings_chronology
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.proposal_flow import proposal_flow
from kengesh.pictures.region_map import region_map
from kengesh.pictures.region_tiles import region_tiles
from kengesh.pictures.sheet import MIN_WIDTHS
from kengesh.pictures.statuses import statuses_in_body, statuses_of_state
from kengesh.pictures.style import standalone, style_sheet
from kengesh.pictures.years_of_commitments import years_of_commitments
from kengesh.terms.languages import LANGUAGES
from tests.mechanism.cast import GAZETTE, act, begin, council

Drawn = Callable[[Reader, Link | None], Picture]

PICTURES: dict[str, Drawn] = {
    "chronology": lambda reader, link: meetings_chronology(reader, "consultative-meeting", link),
    "of a state": lambda reader, link: statuses_of_state(reader, "TKM", link),
    "in a body": lambda reader, link: statuses_in_body(reader, "ots", link),
    "matrix": lambda reader, link: matrix(reader, link),
    "tiles": lambda reader, link: region_tiles(reader, "ots", link),
    "map": lambda reader, link: region_map(reader, "ots", link),
    "proposals": lambda reader, link: proposal_flow(reader, link),
    "commitments": lambda reader, link: years_of_commitments(reader, link),
}
LINKED = [name for name in PICTURES if name != "proposals"]


def address(thing: str) -> str:
    return f"/things/{thing}?a=1&b=2"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_sound_xml(name: str, founding: Mechanism) -> None:
    for language in LANGUAGES:
        svg = PICTURES[name](Reader(founding.view(), language), address).svg
        assert ElementTree.fromstring(svg).tag == "svg"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_no_style_no_script_no_id_and_no_colour_of_its_own(
    name: str, founding: Mechanism
) -> None:
    svg = PICTURES[name](Reader(founding.view(), "en"), address).svg
    for one in ElementTree.fromstring(svg).iter():
        assert one.tag not in ("style", "script")
        forbidden = {"style", "id", "fill", "stroke", "onclick", "onload"}
        assert forbidden.isdisjoint(one.attrib)


@pytest.mark.parametrize("name", PICTURES)
def test_every_class_of_a_picture_is_in_the_style_sheet(name: str, founding: Mechanism) -> None:
    named = set(re.findall(r"\.(picture__[\w-]+)", style_sheet()))
    svg = PICTURES[name](Reader(founding.view(), "en"), address).svg
    used = {word for classes in re.findall(r'class="([^"]*)"', svg) for word in classes.split()}
    assert used - named - {"picture__key"} == set()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_every_time(name: str, founding: Mechanism) -> None:
    draw = PICTURES[name]
    assert draw(Reader(founding.view(), "en"), None) == draw(Reader(founding.view(), "en"), None)


@pytest.mark.parametrize("name", PICTURES)
def test_coordinates_have_at_most_one_decimal(name: str, founding: Mechanism) -> None:
    for one in ElementTree.fromstring(PICTURES[name](Reader(founding.view(), "en"), None).svg).iter():
        for attribute in ("d", "x", "y", "cx", "cy", "r", "width", "height", "transform"):
            assert re.search(r"\d\.\d\d|e-\d", one.get(attribute, "")) is None


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_table_whose_rows_are_as_long_as_its_head(name: str, founding: Mechanism) -> None:
    table = PICTURES[name](Reader(founding.view(), "en"), None).table
    assert table.rows and table.caption
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("name", PICTURES)
def test_every_mark_of_a_dispute_has_its_words_in_the_table(name: str, founding: Mechanism) -> None:
    picture = PICTURES[name](Reader(founding.view(), "en"), None)
    marks = picture.svg.count('class="picture__disputed"')
    told = sum("sources differ" in cell.text for row in picture.table.rows for cell in row)
    assert marks <= told + 1  # one more in the key


@pytest.mark.parametrize("name", LINKED)
def test_a_picture_with_links_is_a_group_and_one_without_is_an_image(name: str, founding: Mechanism) -> None:
    # a reader's program shows no parts of an image, so nobody could reach a link in it
    reader = Reader(founding.view(), "en")
    linked = ElementTree.fromstring(PICTURES[name](reader, address).svg)
    plain = ElementTree.fromstring(PICTURES[name](reader, None).svg)
    assert (linked.get("role"), plain.get("role")) == ("group", "img")
    assert plain.find(".//a") is None
    assert linked.get("aria-label") == plain.get("aria-label") != ""
    for anchor in linked.iter("a"):
        assert "".join(anchor.itertext()).strip()
        assert anchor.get("href", "").startswith("/things/")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_below_which_width_it_cannot_be_read(name: str, founding: Mechanism) -> None:
    picture = PICTURES[name](Reader(founding.view(), "en"), None)
    assert picture.min_width in MIN_WIDTHS and picture.min_width <= picture.width
    assert f"picture__svg--min-{picture.min_width}" in picture.svg


@pytest.mark.parametrize("name", PICTURES)
def test_no_text_begins_or_ends_outside_a_picture(name: str, founding: Mechanism) -> None:
    for language in LANGUAGES:
        picture = PICTURES[name](Reader(founding.view(), language), None)
        for text in ElementTree.fromstring(picture.svg).iter("text"):
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            assert 0 <= x <= picture.width and 0 <= y <= picture.height


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_leaves_the_site_carries_its_colours_and_needs_nothing(
    name: str, founding: Mechanism
) -> None:
    picture = PICTURES[name](Reader(founding.view(), "kk"), None)
    file = standalone(picture)
    root = ElementTree.fromstring(file)
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    assert root.findtext(f"{space}title") == picture.title
    assert root.findtext(f"{space}desc") == picture.description
    assert "var(" not in file and "url(" not in file and "@media" not in file
    assert "#1d4f73" in (root.findtext(f"{space}style") or "")


def test_a_hostile_name_is_text_and_nothing_else() -> None:
    cast = council()
    evil = '"><script>alert(1)</script>&<b \x07'
    cast.enter(act("name", thing="council", type="body", names={"en": {"text": evil, "by": "ours"}}))
    cast.enter(begin("AZE", "member", "2020-01-01"))
    cast.enter(act("hold", meeting="council/1", series="council", on="2020-02-01", sources=GAZETTE))
    reader = Reader(cast.view(), "en")
    hostile = lambda thing: '/"><script>'  # noqa: E731
    for picture in (
        meetings_chronology(reader, "council", hostile),
        statuses_in_body(reader, "council", hostile),
        statuses_of_state(reader, "AZE", hostile),
        matrix(reader, hostile),
        region_tiles(reader, "council", hostile),
    ):
        root = ElementTree.fromstring(picture.svg)
        assert root.find(".//script") is None and root.find(".//b") is None
        assert ElementTree.fromstring(standalone(picture)) is not None


@pytest.mark.parametrize("name", PICTURES)
def test_no_sentence_ends_in_a_date_whose_last_letter_is_a_stop(name: str, founding: Mechanism) -> None:
    for language in LANGUAGES:
        assert ".." not in PICTURES[name](Reader(founding.view(), language), None).description


def test_an_empty_record_has_pictures_that_say_so() -> None:
    reader = Reader(council().view(), "en")
    for draw in PICTURES.values():
        assert ElementTree.fromstring(draw(reader, None).svg).tag == "svg"
    assert "no proposal" in proposal_flow(reader, None).svg
    assert "no meeting" in meetings_chronology(reader, "council", None).svg


def test_a_picture_of_the_past_shows_what_was_then(founding: Mechanism) -> None:
    reader = Reader(founding.view("2019-01-01"), "en")
    picture = meetings_chronology(reader, "consultative-meeting", None)
    rows = [(row[1].text, row[3].text) for row in picture.table.rows]
    assert rows == [("15 March 2018", "held"), ("2019", "planned")]
    assert "Awaza" not in picture.svg


def test_text_in_another_language_is_marked_as_such(founding: Mechanism) -> None:
    picture = years_of_commitments(Reader(founding.view(), "kk"), None)
    assert {row[0].language for row in picture.table.rows} == {"en"}
    assert 'lang="en"' in picture.svg
    assert 'lang="' not in years_of_commitments(Reader(founding.view(), "en"), None).svg
