"""What holds of every picture of a network: sound, plain, with its table, never by colour alone, legible, and honest about exercise data."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kengesh.pictures.capacity_ladder import capacity_ladder
from kengesh.pictures.corridor_map import corridor_map
from kengesh.pictures.criticality_dots import criticality_dots
from kengesh.pictures.paired_difference import paired_difference
from kengesh.pictures.picture import Picture
from kengesh.pictures.room import Box
from kengesh.pictures.sheet import MIN_WIDTHS
from kengesh.pictures.style import colours, standalone, style_sheet
from kengesh.pictures.time_distance import time_distance
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import in_language
from tests.pictures.networks import (
    COMPARISON,
    CRITICALITY,
    DIAGRAM,
    LADDER,
    LONG,
    NETWORK,
    classes,
    every,
    text_boxes,
    texts,
)

PICTURES = every()
LINKED = every(lambda thing: f"/things/{thing}?a=1&b=2")


def long_names() -> dict[str, Picture]:
    """Return the pictures with every name as long as names come."""
    steps = [
        replace(
            course,
            steps=tuple(
                replace(one, name=f"{LONG[place % 3]} {place}") for place, one in enumerate(course.steps)
            ),
        )
        for course in DIAGRAM.courses
    ]
    diagram = replace(DIAGRAM, courses=tuple(replace(one, name=LONG[0]) for one in steps))
    places = tuple(replace(one, name=LONG[place % 3]) for place, one in enumerate(NETWORK.places))
    routes = tuple(replace(one, name=LONG[1]) for one in NETWORK.routes)
    rungs = tuple(replace(one, name=LONG[place % 3]) for place, one in enumerate(LADDER.rungs))
    closed = tuple(replace(one, name=LONG[place % 3]) for place, one in enumerate(CRITICALITY.rows))
    groups = tuple(
        replace(group, heading=LONG[2], rows=tuple(replace(one, name=LONG[1]) for one in group.rows))
        for group in COMPARISON.groups
    )
    return {
        "time and distance": time_distance(diagram),
        "map": corridor_map(replace(NETWORK, places=places, routes=routes)),
        "ladder": capacity_ladder(replace(LADDER, rungs=rungs, start=LONG[0], end=LONG[1])),
        "criticality": criticality_dots(replace(CRITICALITY, rows=closed, pairs=LONG[:2])),
        "difference": paired_difference(replace(COMPARISON, groups=groups)),
    }


WITH_LONG_NAMES = long_names()


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_sound_and_plain_in_every_language(name: str) -> None:
    for language in LANGUAGES:
        with in_language(language):
            picture = every()[name] if language in ("kk", "ru") else PICTURES[name]
        for one in ElementTree.fromstring(picture.svg).iter():
            assert one.tag not in ("style", "script")
            assert {"style", "id", "fill", "stroke", "onclick"}.isdisjoint(one.attrib)
            for attribute in ("d", "x", "y", "cx", "cy", "r", "width", "height"):
                assert re.search(r"\d\.\d\d|e-\d|nan|inf", one.get(attribute, "")) is None


@pytest.mark.parametrize("name", PICTURES)
def test_every_class_is_in_the_style_sheet(name: str) -> None:
    named = set(re.findall(r"\.(picture__[\w-]+)", style_sheet()))
    assert set(classes(PICTURES[name])) - named - {"picture__key", "picture__exercise"} == set()


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_the_same_every_time_and_has_a_table_as_wide_as_its_head(name: str) -> None:
    picture = PICTURES[name]
    assert every()[name] == picture
    assert picture.table.rows and {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
    assert picture.min_width in MIN_WIDTHS


@pytest.mark.parametrize("name", PICTURES)
def test_exercise_data_calls_itself_so_in_the_picture_in_words_and_in_the_table(name: str) -> None:
    assert "Exercise data" in PICTURES[name].svg and "Exercise data" in PICTURES[name].description
    real = {
        "time and distance": time_distance(replace(DIAGRAM, exercise=False)),
        "map": corridor_map(replace(NETWORK, exercise=False)),
        "ladder": capacity_ladder(replace(LADDER, exercise=False)),
        "criticality": criticality_dots(replace(CRITICALITY, exercise=False)),
        "difference": paired_difference(replace(COMPARISON, exercise=False)),
    }[name]
    assert PICTURES[name].table.caption == f"{PICTURES[name].title} (exercise data)"
    assert "xercise" not in real.svg + real.description + real.table.caption


@pytest.mark.parametrize("name", PICTURES)
def test_what_has_a_page_leads_to_it_and_then_the_picture_is_a_group(name: str) -> None:
    linked, plain = (ElementTree.fromstring(pictures[name].svg) for pictures in (LINKED, PICTURES))
    assert (linked.get("role"), plain.get("role")) == ("group", "img")
    anchors = list(linked.iter("a"))
    assert anchors and plain.find(".//a") is None
    for anchor in anchors:
        assert "".join(anchor.itertext()).strip() and anchor.get("href", "").startswith("/things/")


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("pictures", [PICTURES, WITH_LONG_NAMES], ids=["short", "long"])
def test_no_text_stands_over_another_or_outside_the_picture(pictures: dict[str, Picture], name: str) -> None:
    picture = pictures[name]
    boxes = text_boxes(picture)
    paper = Box(0, 0, picture.width, picture.height)
    assert [told for told, box in boxes if not paper.holds(box)] == []
    over = [
        (told, other)
        for place, (told, box) in enumerate(boxes)
        for other, second in boxes[:place]
        if box.left < second.right
        and second.left < box.right
        and box.top < second.foot
        and second.top < box.foot
    ]
    assert over == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_long_name_is_whole_in_the_table_and_where_it_is_shortened_in_a_tip(name: str) -> None:
    picture = WITH_LONG_NAMES[name]
    told = "\n".join(cell.text for row in picture.table.rows for cell in row)
    assert any(long in told for long in LONG)
    root = ElementTree.fromstring(picture.svg)
    shown = "\n".join([*(one.text or "" for one in root.iter("title")), *texts(picture)])
    assert [long for long in LONG if long in told and long not in shown] == []


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_leaves_the_site_carries_its_colours_and_needs_nothing(name: str) -> None:
    file = standalone(PICTURES[name])
    assert ElementTree.fromstring(file).tag.endswith("svg")
    assert "var(" not in file and "url(" not in file and "@media" not in file


def test_a_hostile_name_is_text_and_nothing_else() -> None:
    evil = '"><script>alert(1)</script>&<b \x07'
    courses = tuple(replace(one, name=evil) for one in DIAGRAM.courses)
    for picture in (
        time_distance(
            replace(DIAGRAM, title=evil, courses=courses, notes=(evil,)), lambda thing: '/"><script>'
        ),
        corridor_map(
            replace(NETWORK, places=tuple(replace(one, name=evil) for one in NETWORK.places), credit=evil)
        ),
        capacity_ladder(
            replace(LADDER, start=evil, rungs=tuple(replace(one, name=evil) for one in LADDER.rungs))
        ),
        criticality_dots(replace(CRITICALITY, pairs=(evil, evil))),
        paired_difference(replace(COMPARISON, notes=(evil,), title=evil)),
    ):
        root = ElementTree.fromstring(picture.svg)
        assert root.find(".//script") is None and root.find(".//b") is None
        assert ElementTree.fromstring(standalone(picture)) is not None


LIGHT, DARK, _CHOSEN, PRINT = (
    colours(block) for block in re.findall(r":root[^{]*\{([^}]*)\}", style_sheet())
)
SETS = {"light": LIGHT, "dark": LIGHT | DARK, "print": LIGHT | PRINT}


@pytest.mark.parametrize("name", SETS)
def test_courses_stand_out_from_every_ground_they_run_over(name: str) -> None:
    grounds = ("paper", "lane", "land", "water")
    lines = ("course-1", "course-2", "course-3", "ink")
    ratios = {(line, ground): contrast(SETS[name], line, ground) for line in lines for ground in grounds}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 3} == {}


def contrast(palette: dict[str, str], one: str, other: str) -> float:
    """Return the ratio of two colours by WCAG 2.2."""
    light, dark = sorted((luminance(palette[f"--picture-{name}"]) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.tools
@pytest.mark.parametrize("name", PICTURES)
def test_a_browser_draws_it_in_light_and_in_dark(name: str, tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("Chromium is not installed: make test-tools installs it where the machine lets it")
    picture = PICTURES[name]
    grounds = {}
    for theme in ("light", "dark"):
        page = tmp_path / f"{theme}.html"
        body = "body { margin: 0; background: var(--picture-paper) }"
        head = f'<!doctype html><html data-theme="{theme}"><meta charset=utf-8>'
        page.write_text(f"{head}<style>{body}{style_sheet()}</style>{picture.svg}", encoding="utf-8")
        shot = tmp_path / f"{theme}.png"
        size = f"--window-size={picture.width},{picture.height}"
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            size,
            f"--screenshot={shot}",
            page.as_uri(),
        ]
        subprocess.run(command, capture_output=True, timeout=60, check=True)
        lines = scan_lines(shot.read_bytes())
        assert len(lines) == picture.height
        assert len(set(lines)) > picture.height / 10  # something is drawn in most parts
        grounds[theme] = lines[0]  # the others are as they differ from the line above
    assert grounds["light"] != grounds["dark"]


def scan_lines(png: bytes) -> list[bytes]:
    """Return the lines of a PNG, still filtered, from its parts IDAT."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    height, at, data = int.from_bytes(png[20:24], "big"), 8, b""
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += 12 + size
    raw = zlib.decompress(data)
    wide = len(raw) // height
    return [raw[place * wide : (place + 1) * wide] for place in range(height)]
