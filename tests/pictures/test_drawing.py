"""The means of drawing: numbers, hatching, lines of text, scales, the projection, and colours that can be seen."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kengesh.pictures.labels import Label, put
from kengesh.pictures.projection import Albers, Frame, Window, is_in, thinned
from kengesh.pictures.scale import Scale
from kengesh.pictures.style import colours, style_sheet
from kengesh.pictures.svg import element, escaped, hatching, number
from kengesh.pictures.writing import LABEL, NOTE, SMALL, shorten, text_width, wrap
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.states import state_name, states


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (10, "10"), (99.96, "100")]
)
def test_a_coordinate_is_short(value: float, written: str) -> None:
    assert number(value) == written


def test_text_and_attributes_are_escaped_and_hold_only_what_xml_can() -> None:
    assert escaped('a<b&"c"\x00') == "a&lt;b&amp;&quot;c&quot;\ufffd"
    assert (
        element("a", escaped("<"), href='"', class_="b", lang=None) == '<a href="&quot;" class="b">&lt;</a>'
    )


@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (3, 3), (100, 17)])
def test_hatching_stays_inside_its_rectangle(width: float, height: float, rising: bool) -> None:
    drawn = hatching(100, 200, width, height, "x", rising=rising)
    pairs = re.findall(r"[ML]([\d.]+) ([\d.]+)", drawn)
    assert pairs
    for x, y in pairs:
        assert 100 <= float(x) <= 100 + width and 200 <= float(y) <= 200 + height


def test_text_that_fits_is_left_alone_and_text_that_does_not_keeps_its_whole() -> None:
    assert wrap("short", 200).whole is None
    long = wrap("United Nations Special Programme for the Economies of Central Asia", 120, most=2)
    assert len(long.lines) == 2 and long.lines[-1].endswith("…")
    assert long.whole == "United Nations Special Programme for the Economies of Central Asia"
    assert max(text_width(one) for one in long.lines) <= 120


def test_one_long_word_is_shortened_too() -> None:
    cut = shorten("Х" * 90, 100)
    assert cut.endswith("…") and text_width(cut) <= 100


def test_even_lines_lose_no_word_and_need_no_more_lines() -> None:
    text = "2021 жылғы 6 тамыз"
    even, plain = wrap(text, 108, even=True), wrap(text, 108)
    assert " ".join(even.lines) == " ".join(plain.lines) == text
    assert len(even.lines) == len(plain.lines)
    assert even.lines == ("2021 жылғы", "6 тамыз")


def test_labels_of_points_close_together_find_room_without_overlap() -> None:
    for step in (0.0, 3.0, 20.0, 60.0, 130.0):
        labels = [
            Label(300 + step * place, (f"Dushanbe {place}", "14 September"), "", "") for place in range(7)
        ]
        laid = put(labels, 0, 1000).placed
        assert max(one.level for one in laid) < len(labels)
        for place, one in enumerate(laid):
            assert one.middle - one.half >= 0 and one.middle + one.half <= 1000
            for other in laid[:place]:
                assert one.level != other.level or abs(one.middle - other.middle) >= one.half + other.half


@pytest.mark.tools
def test_names_are_no_wider_in_a_browser_than_we_reckon(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("Chromium is not installed: make test-tools installs it where the machine lets it")
    names = sorted({state_name(code, language) for code in states() for language in LANGUAGES})
    page = tmp_path / "names.html"
    script = """const pen = document.createElement("canvas").getContext("2d"); pen.font = "100px 'DejaVu Sans', sans-serif";
        document.body.textContent = JSON.stringify(NAMES.map(name => pen.measureText(name).width));"""
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body><script>const NAMES = {json.dumps(names)};{script}</script>"
    )
    dumped = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--dump-dom", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    widths = json.loads(re.findall(r"\[[\d.,]+\]", dumped)[-1])
    assert len(widths) == len(names) > 1000
    wider = [
        (name, width, text_width(name, 100))
        for name, width in zip(names, widths, strict=True)
        if width > text_width(name, 100) * 1.04
    ]
    assert wider == []


def test_a_scale_puts_days_in_order_between_its_ends() -> None:
    scale = Scale.of(date(2018, 3, 15), date(2026, 6, 4), 10, 910)
    assert scale.at(date(2018, 1, 1)) == 10
    assert scale.at(date(2017, 1, 1)) == 10
    assert scale.at(date(2018, 12, 31)) < scale.at(date(2019, 1, 1)) < 910
    assert scale.at(date(2027, 1, 1)) == 910
    assert scale.years() == list(range(2018, 2027))


def test_a_long_scale_writes_fewer_years() -> None:
    years = Scale.of(date(1945, 1, 1), date(2026, 1, 1), 0, 700).years()
    assert years[:3] == [1950, 1960, 1970]


def test_the_projection_agrees_with_snyders_numerical_example() -> None:
    # Map Projections: A Working Manual, page 291: the sphere of radius 1, parallels 29.5 and 45.5, origin 23 N 96 W
    x, y = Albers(-96, 29.5, 45.5, 23).at(-75, 35)
    assert (x, -y) == pytest.approx((0.2952720, 0.2416774), abs=1e-7)


def test_areas_are_true_to_each_other() -> None:
    albers = Albers.of(Window(26, 29, 87, 55))
    assert albers.south == pytest.approx(29 + 26 / 6) and albers.north == pytest.approx(55 - 26 / 6)

    def area(west: float, south: float) -> float:
        corners = [(west, south), (west + 0.1, south), (west + 0.1, south + 0.1), (west, south + 0.1)]
        flat = [albers.at(*corner) for corner in corners]
        return abs(sum(flat[i - 1][0] * flat[i][1] - flat[i][0] * flat[i - 1][1] for i in range(4)))

    assert area(26, 40) == pytest.approx(area(80, 40), rel=1e-6)


def test_an_area_is_cut_to_the_frame() -> None:
    frame = Frame(0, 0, 10, 10)
    assert set(frame.cut([(-5, 5), (5, 5), (5, 15), (-5, 15)])) == {(0, 5), (5, 5), (5, 10), (0, 10)}
    assert frame.cut([(20, 20), (30, 20), (30, 30)]) == []
    assert frame.cut_line([(-1, 1), (1, 1), (2, 2), (11, 2), (9, 9)]) == [[(1, 1), (2, 2)]]
    assert is_in((5, 5), [[(0, 0), (10, 0), (10, 10), (0, 10)]])
    assert not is_in((5, 5), [[(0, 0), (10, 0), (10, 10), (0, 10)], [(4, 4), (6, 4), (6, 6), (4, 6)]])
    assert thinned([(0, 0), (0.1, 0), (5, 0), (5.1, 0)], 1) == [(0, 0), (5, 0), (5.1, 0)]


BLOCKS = [colours(block) for block in re.findall(r":root[^{]*\{([^}]*)\}", style_sheet())]
LIGHT, DARK, CHOSEN, PRINT = BLOCKS
SETS = {"light": LIGHT, "dark": LIGHT | DARK, "print": LIGHT | PRINT}
TEXT = [
    *(("ink", ground) for ground in ("paper", "lane", "none", "land", "flow")),
    *(("soft-ink", ground) for ground in ("paper", "lane", "water")),
    ("on-membership", "membership"),
    ("on-other", "other"),
]
GRAPHICS = [
    *(
        (line, ground)
        for line in ("membership", "other-edge", "none-edge", "hatch", "disputed")
        for ground in ("paper", "lane")
    ),
    ("axis", "paper"),
    ("on-disputed", "disputed"),
    ("water-edge", "land"),
]


def test_the_dark_a_reader_chooses_is_the_dark_of_the_system() -> None:
    assert DARK == CHOSEN


@pytest.mark.parametrize("name", SETS)
def test_text_stands_out_from_its_ground(name: str) -> None:
    assert [(a, b, round(r, 2)) for a, b in TEXT if (r := contrast(SETS[name], a, b)) < 4.5] == []


@pytest.mark.parametrize("name", SETS)
def test_marks_stand_out_from_their_ground(name: str) -> None:
    assert [(a, b, round(r, 2)) for a, b in GRAPHICS if (r := contrast(SETS[name], a, b)) < 3] == []


def test_the_style_sheet_has_the_sizes_that_text_is_reckoned_with() -> None:
    def size(class_: str) -> float:
        found = re.search(rf"^\.{class_} \{{[^}}]*font-size: (\d+)px", style_sheet(), re.MULTILINE)
        assert found is not None
        return float(found.group(1))

    assert (size("picture__label"), size("picture__note"), size("picture__small")) == (LABEL, NOTE, SMALL)


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
