"""Make the site's web fonts from their originals: ``python tools/make_fonts.py FOLDER``.

FOLDER holds, anywhere below it, the four variable fonts that :data:`FACES` names, as their project publishes them, and
nothing is fetched. Each is cut down to the letters that the nine languages and their neighbours use, keeps its kerning
and the OpenType features that its typography needs, loses the weights that no page shows, and is written as WOFF2 to
``kengesh/site/static/fonts/``. The same originals give the same bytes.

The originals reserve the font name "Source" (SIL Open Font License 1.1, condition 3): what comes out is a modified
version, so every name in it becomes ours. Copyright and licence stay in the file as they were.

Needs fontTools and brotli (``pip install 'fonttools[woff]'``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUT = Path(__file__).parent.parent / "kengesh/site/static/fonts"

WEIGHTS = (400, 700)
OPTICAL_SIZES = (8, 36)
"""In points. The greatest headings are set at 36; beyond it only posters would differ."""

LETTERS = (
    (0x0020, 0x007E),  # Basic Latin
    (
        0x00A0,
        0x017F,
    ),  # Latin-1 and Latin Extended-A: six of the alphabets, and the names of people and places
    (0x018F, 0x018F),  # Ə
    (0x0259, 0x0259),  # ə
    (0x01E6, 0x01E7),  # Ǧ, in transliterations
    (0x0218, 0x021B),  # Ș Ț, in Romanian names
    (0x02BB, 0x02BC),  # Uzbek oʻ and the tutuq belgisi
    (0x0300, 0x0304),  # accents that stand alone, as in transliterations
    (0x0306, 0x030C),
    (0x0327, 0x0328),
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x0493),  # Ґ, Ғ
    (0x0496, 0x049D),
    (0x04A2, 0x04A3),  # Ң
    (0x04AE, 0x04B3),  # Ү, Ұ, Ҳ
    (0x04B6, 0x04BB),  # Ҷ, Һ
    (0x04D8, 0x04D9),  # Ә of Kazakh
    (0x04E2, 0x04E3),  # Ӣ
    (0x04E8, 0x04E9),  # Ө
    (0x04EE, 0x04EF),  # Ӯ
)
SIGNS = (
    (0x2002, 0x200A),  # spaces
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),  # daggers, bullet
    (0x2026, 0x2026),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2070),
    (0x2074, 0x2079),  # superior figures, for the numbers of notes
    (0x2080, 0x2089),
    (0x20AC, 0x20AC),
    (0x20B8, 0x20B8),  # tenge
    (0x20BC, 0x20BD),  # manat, rouble
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
)
FEATURES = [
    "kern", "mark", "mkmk", "ccmp", "locl", "liga", "case",
    "lnum", "onum", "pnum", "tnum", "sups", "subs", "ordn", "frac", "numr", "dnom",
]  # fmt: skip


class Face(NamedTuple):
    """One file that we make: from which original, and what family and style it then is."""

    original: str
    family: str
    italic: bool
    file: str


FACES = (
    Face("SourceSerif4Variable-Roman.ttf", "Kengesh Text", False, "kengesh-text.woff2"),
    Face("SourceSerif4Variable-Italic.ttf", "Kengesh Text", True, "kengesh-text-italic.woff2"),
    Face("SourceSans3VF-Upright.ttf", "Kengesh Sans", False, "kengesh-sans.woff2"),
    Face("SourceSans3VF-Italic.ttf", "Kengesh Sans", True, "kengesh-sans-italic.woff2"),
)


def main(folder: Path) -> None:
    """Make every face from the originals below a folder, and say how large each became."""
    OUT.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        path = OUT / face.file
        make_face(find_original(folder, face.original), face).save(path)
        print(f"{face.file}: {path.stat().st_size:,} bytes")


def make_face(original: Path, face: Face) -> TTFont:
    """Cut one original down to the letters, features, weights and sizes that pages use, under our own name."""
    font = TTFont(original, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(code_points()))
    subsetter.subset(font)
    limits: dict[str, tuple[float, float]] = {}
    for axis in font["fvar"].axes:
        low, high = {"wght": WEIGHTS, "opsz": OPTICAL_SIZES}[axis.axisTag]
        limits[axis.axisTag] = (max(low, axis.minValue), min(high, axis.maxValue))
    font = instantiateVariableFont(font, limits)
    rename(font, face)
    font.flavor = "woff2"
    return font


def code_points() -> Iterator[int]:
    """Give every code point that the fonts are asked to have."""
    for first, last in (*LETTERS, *SIGNS):
        yield from range(first, last + 1)


def rename(font: TTFont, face: Face) -> None:
    """Put our names where the reserved one stood; keep copyright (0), version (5), designers and licence (13, 14)."""
    style = "Italic" if face.italic else "Regular"
    post_script = f"{face.family.replace(' ', '')}-{style}"
    names = font["name"]
    kept = [record for record in names.names if record.nameID in (0, 5, 9, 13, 14)]
    axis_names = {axis.axisNameID: names.getDebugName(axis.axisNameID) for axis in font["fvar"].axes}
    stat = font["STAT"].table
    stat_ids = {axis.AxisNameID for axis in stat.DesignAxisRecord.Axis}
    stat_ids |= (
        {value.ValueNameID for value in stat.AxisValueArray.AxisValue} if stat.AxisValueArray else set()
    )
    stat_ids.add(stat.ElidedFallbackNameID)
    kept += [
        record for record in names.names if record.nameID in stat_ids | set(axis_names) and record not in kept
    ]
    font["fvar"].instances = []
    names.names = [record for record in kept if record.platformID == 3]
    for name_id, text in (
        (1, face.family),
        (2, style),
        (3, post_script),
        (4, f"{face.family} {style}"),
        (6, post_script),
        (25, face.family.replace(" ", "")),
    ):
        names.setName(text, name_id, 3, 1, 0x409)


def find_original(folder: Path, name: str) -> Path:
    """Find one original below a folder; say which is missing and where to take it from."""
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(
            f"{folder}: expected {name} somewhere below; kengesh/site/static/fonts/README.md names its project"
        )
    return found[0]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("say the folder with the originals: python tools/make_fonts.py FOLDER")
    main(Path(sys.argv[1]))
