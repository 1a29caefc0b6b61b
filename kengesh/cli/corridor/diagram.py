"""``kengesh corridor diagram FROM TO``: time, or cost, over distance, step by step; corridors or a scenario over each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kengesh.cli.asking import must_be_outside
from kengesh.cli.corridor.asking import Planning, planning
from kengesh.cli.corridor.options import From, Svg, To
from kengesh.cli.corridor.shown import ends, title
from kengesh.cli.corridor.typed import Way
from kengesh.cli.output import BOLD, fail, paragraph, table
from kengesh.cli.text.whole import leave as write
from kengesh.corridors.model import Model
from kengesh.corridors.pictured.time_distance import course_of, diagram_of
from kengesh.corridors.questions.route import Best, best_route
from kengesh.corridors.told.head import head_told
from kengesh.corridors.told.route import best_told
from kengesh.corridors.told.values import Told
from kengesh.pictures.picture import Picture
from kengesh.pictures.style import standalone
from kengesh.pictures.time_distance import time_distance
from kengesh.terms.messages import _

SHOWN = (
    1,
    2,
    4,
    5,
    7,
    8,
)  # of the picture's columns: the course is the heading, and sums tell what is left out
MOST = 3  # courses that can be told apart over each other


@dataclass(frozen=True)
class _Drawn:
    """A route that is drawn, its name in the picture, and the model of which it is."""

    name: str
    model: Model
    best: Best


@planning(corridors=True)
def command(plan: Planning, origin: From = None, destination: To = None, svg: Svg = None) -> None:
    """Say how hours, or money, mount over the distance: each leg and stop by name, as a table, and as a picture; up to three routes."""
    if svg is not None:
        must_be_outside(Path(svg))
    drawn = list(_drawn(plan, origin, destination))
    if len(drawn) > MOST:
        fail(
            _("{count} routes over each other cannot be told apart; ask for {most} at most.").format(
                count=len(drawn), most=MOST
            )
        )
    first = best_told(plan.model, drawn[0].best)
    picture = _picture(plan, drawn, ends(first["asked"]))
    if svg is not None:
        write(svg, standalone(picture).encode())
    told: Told = {
        "asked": first["asked"],
        "truth": None,
        "courses": [{"name": one.name, **best_told(one.model, one.best)} for one in drawn],
        "picture": {
            "title": picture.title,
            "description": picture.description,
            "columns": list(picture.table.columns),
            "rows": [[cell.text for cell in row] for row in picture.table.rows],
            "file": svg,
        },
        **head_told(plan.model),
    }
    plan.leave(told, _show)


def _drawn(plan: Planning, origin: str | None, destination: str | None) -> Iterator[_Drawn]:
    """Yield a route by each corridor; with a scenario, by each without it and with it."""
    models = [(plan.base, _("without the scenario"))] if plan.scenario else []
    models.append((plan.model, plan.scenario.title if plan.scenario else ""))
    for way in plan.ways:
        for model, of in models:
            names = [one for one in (_corridor(plan, way), of) if one]
            name = ", ".join(names) or _("the best route")
            yield _Drawn(name, model, best_route(model, plan.asked(origin, destination, way)))


def _corridor(plan: Planning, way: Way) -> str:
    return plan.network.corridors[way.corridor].name if way.corridor else ""


def _picture(plan: Planning, drawn: list[_Drawn], words: str) -> Picture:
    money = plan.way.by == "cost"
    routes = [one.best.route for one in drawn]
    courses = [course_of(one.model, one.best.asked, one.best.route, one.name, money=money) for one in drawn]
    return time_distance(diagram_of(plan.model, words, courses, routes, money=money))


def _show(told: Told) -> None:
    picture = told["picture"]
    title(told, picture["title"])
    paragraph(picture["description"])
    columns = [picture["columns"][place] for place in SHOWN]
    for course in told["courses"]:
        paragraph(course["name"], BOLD)
        rows = [row for row in picture["rows"] if row[0] == course["name"]]
        table(columns, [[row[place] for place in SHOWN] for row in rows])
    if picture["file"]:
        paragraph(_("The picture is in {file}.").format(file=picture["file"]))
