"""Pictures of a small network for tests, and where the text of a picture stands.

The places are real, the hours and capacities are made up; so the values call themselves exercise data.
"""

from __future__ import annotations

import re
from math import inf
from xml.etree import ElementTree

from kengesh.pictures.capacity_ladder import capacity_ladder
from kengesh.pictures.capacity_ladder_rungs import Ladder, Rung
from kengesh.pictures.corridor_map import corridor_map
from kengesh.pictures.corridor_map_parts import Connection, Mark, Marked, Network, Place, State
from kengesh.pictures.criticality_dots import criticality_dots
from kengesh.pictures.criticality_rows import Closed, Criticality, Without
from kengesh.pictures.means_marks import Means
from kengesh.pictures.paired_difference import paired_difference
from kengesh.pictures.paired_difference_rows import Comparison, Difference, Group, Signs
from kengesh.pictures.picture import Link, Picture
from kengesh.pictures.quantity import Spread, Unit
from kengesh.pictures.room import Box
from kengesh.pictures.time_distance import time_distance
from kengesh.pictures.time_distance_steps import Course, Diagram, Step
from kengesh.pictures.writing import text_width

CREDIT = "(c) OpenStreetMap contributors"
# Names as long as they come, in Kyrgyz and in Russian.
LONG = (
    "Кытай–Казакстан чек арасындагы Алтынкөл станциясы, темир жол изинин туурасын алмаштыруу пункту",
    "Международный морской торговый порт Актау, паромный и контейнерный терминалы",
    "Темиржолдун Балыкчы–Кочкор–Кара-Кече участогу жана аны менен байланышкан логистика борборлору",
)

CASPIAN = Course(
    "Via Aktau",
    "Almaty",
    (
        Step("Almaty – Aktau", Means.RAIL, 80, 2900, range=(70, 110)),
        Step("Aktau port", Means.PORT, 60, range=(100, 260), thing="aktau"),
        Step("Aktau – Alat", Means.SEA, 22, 420, range=(122, 290)),
        Step("Alat port", Means.PORT, None, least=8, range=(130, 330)),
        Step("Alat – Baku", Means.ROAD, 2, 75),
    ),
)
SOUTHERN = Course(
    "Via Turkmenbashi",
    "Almaty",
    (
        Step("Almaty – Turkmenbashi", Means.RAIL, 75, 2700),
        Step("Farap", Means.BORDER, None),
        Step("Turkmenbashi – Alat", Means.SEA, 17, None, least_km=300),
        Step("Alat port", Means.PORT, 20),
        Step("Alat – Baku", Means.ROAD, 2, 75),
    ),
)
DIAGRAM = Diagram("Almaty to Baku", Unit.HOURS, (CASPIAN, SOUTHERN), True, (CREDIT,))

PLACES = (
    Place("xian", "Xi'an", 108.94, 34.26, "xian"),
    Place("almaty", "Almaty", 76.95, 43.25),
    Place("aktau", "Aktau", 51.2, 43.6),
    Place("alat", "Alat", 49.4, 39.9),
    Place("istanbul", "Istanbul", 29.0, 41.0),
    Place("osh", "Osh", 72.8, 40.5),
    Place("kashgar", "Kashgar", 76.0, 39.5),
)
CONNECTIONS = (
    Connection("r1", "xian", "almaty", Means.RAIL, via=((87.6, 43.8),)),
    Connection("r2", "almaty", "aktau", Means.RAIL, mark=Mark.CRITICAL),
    Connection("s1", "aktau", "alat", Means.SEA, mark=Mark.CUT),
    Connection("r3", "alat", "istanbul", Means.RAIL),
    Connection("d1", "alat", "istanbul", Means.ROAD),
    Connection("r4", "kashgar", "osh", Means.RAIL, State.BUILDING),
    Connection("d2", "osh", "almaty", Means.ROAD, State.PLANNED),
    Connection("b1", "almaty", "almaty", Means.BORDER),
)
NETWORK = Network(
    "The network",
    PLACES,
    CONNECTIONS,
    (
        Marked("By rail and sea", ("r1", "b1", "r2", "s1", "r3")),
        Marked("By road at the end", ("r1", "r2", "s1", "d1")),
    ),
    CREDIT,
    True,
)

LADDER = Ladder(
    "Capacity from Xi'an to Istanbul",
    Unit.TEU_PER_YEAR,
    "Xi'an",
    "Istanbul",
    (
        Rung("Xi'an – Khorgos", inf, 77_000),
        Rung("Altynkol, change of gauge", None, 77_000),
        Rung("Aktau port", 70_000, 70_000, True, 1.0, "aktau"),
        Rung("Kuryk port", 20_000, 20_000, True, 1.0),
        Rung("Alat port", 100_000, 90_000),
        Rung("Baku – Kars", 140_000, None),
    ),
    90_000,
    True,
)

CRITICALITY = Criticality(
    "What a closing costs",
    Unit.HOURS,
    ("Xi'an – Istanbul", "Tashkent – Poti"),
    (
        Closed("Aktau – Alat", (Spread(120, (80, 210)), Without.NO_WAY_ROUND), "aktau-alat"),
        Closed("Baku – Kars", (Spread(0), Without.NOT_KNOWN)),
        Closed("Khorgos", (Spread(30), Spread(32, (10, 60)))),
    ),
    True,
)

COMPARISON = Comparison(
    "With and without",
    Unit.HOURS,
    True,
    (
        Group(
            "By origin and destination",
            (
                Difference("Xi'an – Istanbul", Spread(-12.4, (-30, 3)), Signs(0.86, 0.02, 0.12), "pair"),
                Difference("Tashkent – Poti", Spread(4, (1, 11)), Signs(0, 0, 1)),
                Difference("Osh – Mersin", Spread(0, (0, 0)), Signs(0, 1, 0)),
                Difference("Almaty – Baku", None),
            ),
        ),
        Group("By state", (Difference("Azerbaijan", Spread(0, (-4, 5)), Signs(0.47, 0.004, 0.526)),)),
    ),
    True,
    True,
)


def every(link: Link | None = None) -> dict[str, Picture]:
    """Return the five pictures of this network."""
    return {
        "time and distance": time_distance(DIAGRAM, link),
        "map": corridor_map(NETWORK, link),
        "ladder": capacity_ladder(LADDER, link),
        "criticality": criticality_dots(CRITICALITY, link),
        "difference": paired_difference(COMPARISON, link),
    }


def classes(picture: Picture) -> list[str]:
    """Return the classes of all elements, one for each time that it is used."""
    return [word for told in re.findall(r'class="([^"]*)"', picture.svg) for word in told.split()]


def rows(picture: Picture) -> list[tuple[str, ...]]:
    """Return the table as text."""
    return [tuple(cell.text for cell in row) for row in picture.table.rows]


def texts(picture: Picture) -> list[str]:
    """Return every text that is drawn, its lines joined."""
    return [" ".join(lines) for lines, _box in _texts(picture)]


def text_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """Return where every text stands, as wide as we reckon it."""
    return [(" ".join(lines), box) for lines, box in _texts(picture)]


def _texts(picture: Picture) -> list[tuple[list[str], Box]]:
    found = []
    for one in ElementTree.fromstring(picture.svg).iter("text"):
        spans = one.findall("tspan")
        lines = [span.text or "" for span in spans] or ["".join(one.itertext())]
        if not spans and (title := one.find("title")) is not None:
            lines = [title.tail or ""]
        found.append((lines, _box(one, lines, float(spans[1].get("dy", 0)) if len(spans) > 1 else 0)))
    return found


def _box(one: ElementTree.Element, lines: list[str], leading: float) -> Box:
    class_ = one.get("class", "")
    size = 11 if "picture__small" in class_ else 12 if "note" in class_ or "year" in class_ else 13
    wide = max(text_width(line, size) for line in lines)
    x, y = float(one.get("x", 0)), float(one.get("y", 0))
    middle = "middle" in class_ or "year" in class_ or "water-name" in class_
    left = x - wide if "--end" in class_ else x - wide / 2 if middle else x
    return Box(left, y - size * 0.75, left + wide, y + leading * (len(lines) - 1) + size * 0.2)
