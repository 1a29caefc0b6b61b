"""From idea to act: how many proposals were made, how many were taken up or supported, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kengesh.mechanism.questions.proposals import STEPS, proposals
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.words import shown
from kengesh.pictures.picture import Cell, Link, Picture, Row, Table, foreign, named
from kengesh.pictures.sheet import Sheet
from kengesh.pictures.svg import Markup, group, path, rect, words
from kengesh.pictures.writing import NOTE, wrap
from kengesh.terms.messages import N_, _, ngettext

WIDTH = 760.0
COLUMNS = (14.0, 300.0, 560.0)
NODE = 14.0
TOP, BETWEEN = 34.0, 30.0
TALLEST = 250.0

# What became of a proposal, in the order of the picture; what is neither decided nor dropped is still open.
OPEN = "open"
DONE = ("adopted", "adopted-in-part", "rejected", "deferred", "dropped")
END_WORDS = {
    "adopted": N_("adopted"),
    "adopted-in-part": N_("adopted in part"),
    "rejected": N_("rejected"),
    "deferred": N_("deferred"),
    "dropped": N_("dropped"),
    "not-known": N_("not known"),
    OPEN: N_("still open"),
}
LOOKS = {"adopted": "adopted", "adopted-in-part": "adopted", OPEN: "open"}
FURTHER, ALONE = "further", "alone"


@dataclass(frozen=True, slots=True)
class Node:
    """A place that proposals come through: how many, and where it stands."""

    count: int
    x: float
    y: float
    height: float


def proposal_flow(reader: Reader, link: Link | None = None) -> Picture:
    """Draw what became of the proposals that were made by the view's day."""
    rows = proposals(reader.view)["answer"]
    title = _("Proposals, from idea to act")
    sheet = Sheet(link)
    if rows:
        height = _draw(sheet, rows)
    else:
        sheet.add(words(14, 24, [_("The record holds no proposal up to this day.")], "picture__note"))
        height = 40.0
    return sheet.picture(title, _description(reader, rows), _table(reader, title, rows), WIDTH, height)


def end_of(row: dict[str, Any]) -> str:
    """Return what became of a proposal: how it was decided, dropped, not known, or still open."""
    fate: str = row["fate"]
    return fate if fate in DONE or fate == "not-known" else OPEN


def _was_taken_further(row: dict[str, Any]) -> bool:
    return any(step["verb"] in ("support", "take-up") for step in row["steps"])


def _draw(sheet: Sheet, rows: Sequence[dict[str, Any]]) -> float:
    unit = min(TALLEST / len(rows), 14.0)
    ways = Counter((FURTHER if _was_taken_further(row) else ALONE, end_of(row)) for row in rows)
    middle = [one for one in (FURTHER, ALONE) if any(way[0] == one for way in ways)]
    ends = [one for one in END_WORDS if any(way[1] == one for way in ways)]
    via = _nodes(
        [(one, sum(count for way, count in ways.items() if way[0] == one)) for one in middle],
        COLUMNS[1],
        unit,
    )
    last = _nodes(
        [(one, sum(count for way, count in ways.items() if way[1] == one)) for one in ends], COLUMNS[2], unit
    )
    first = Node(len(rows), COLUMNS[0], TOP, len(rows) * unit)
    sheet.add(*_flows(first, via, last, ways, unit))
    for head, x in zip((_("Proposed"), _("Taken further"), _("What became of them")), COLUMNS, strict=True):
        sheet.add(words(x, 18, [head], "picture__lane-name"))
    told = {FURTHER: _("supported or taken up"), ALONE: _("no such step in the record")}
    sheet.add(*_node(first, "", _("proposals"), COLUMNS[1]))
    for name, node in via.items():
        sheet.add(*_node(node, "", told[name], COLUMNS[2]))
    for name, node in last.items():
        sheet.add(*_node(node, f"--{LOOKS.get(name, 'over')}", _(END_WORDS[name]), WIDTH))
    return max(node.y + max(node.height, 20) for node in (first, *via.values(), *last.values())) + 16


def _nodes(counts: Sequence[tuple[str, int]], x: float, unit: float) -> dict[str, Node]:
    nodes, y = {}, TOP
    for name, count in counts:
        nodes[name] = Node(count, x, y, count * unit)
        y += max(count * unit, 8) + BETWEEN
    return nodes


def _node(node: Node, look: str, told: str, until: float) -> Iterator[Markup]:
    class_ = f"picture__node{look}"
    yield rect(node.x, node.y, NODE, node.height, class_)
    y = node.y + min(max(node.height / 2, 5), 120) + 4
    count = str(node.count)
    yield words(node.x + NODE + 8, y, [count], "picture__count picture__halo")
    wrapped = wrap(told, until - node.x - NODE - 24 - 9 * len(count), NOTE, most=2)
    x = node.x + NODE + 12 + 10 * len(count)
    yield words(x, y, wrapped.lines, "picture__note picture__halo", whole=wrapped.whole)


def _flows(
    first: Node, via: dict[str, Node], last: dict[str, Node], ways: Counter[tuple[str, str]], unit: float
) -> Iterator[Markup]:
    left = first.y
    for node in via.values():
        yield _flow(first.x, left, node.x, node.y, node.height, node.count)
        left += node.height
    out = {name: node.y for name, node in via.items()}
    into = {name: node.y for name, node in last.items()}
    for (through, end), count in sorted(
        ways.items(), key=lambda one: (list(via).index(one[0][0]), list(last).index(one[0][1]))
    ):
        high = count * unit
        yield _flow(via[through].x, out[through], last[end].x, into[end], high, count)
        out[through] += high
        into[end] += high


def _flow(x1: float, y1: float, x2: float, y2: float, high: float, count: int) -> Markup:
    start, half = x1 + NODE, (x1 + NODE + x2) / 2
    steps = [
        ("M", start, y1),
        ("C", half, y1, half, y2, x2, y2),
        ("L", x2, y2 + high),
        ("C", half, y2 + high, half, y1 + high, start, y1 + high),
        ("Z",),
    ]
    return group(path(steps, "picture__flow"), title=str(count))


def _description(reader: Reader, rows: Sequence[dict[str, Any]]) -> str:
    count = len(rows)
    told = [
        ngettext("{count} proposal is in the record.", "{count} proposals are in the record.", count).format(
            count=count
        )
    ]
    adopted = sum(end_of(row) in ("adopted", "adopted-in-part") for row in rows)
    says = ngettext(
        "{count} was adopted, in whole or in part.", "{count} were adopted, in whole or in part.", adopted
    )
    told.append(says.format(count=adopted))
    open_ = sum(end_of(row) == OPEN for row in rows)
    told.append(ngettext("{count} is still open.", "{count} are still open.", open_).format(count=open_))
    return " ".join(told)


def _table(reader: Reader, title: str, rows: Sequence[dict[str, Any]]) -> Table:
    columns = (_("Proposal"), _("By"), _("Proposed on"), _("Steps"), _("What became of it"), _("Sources"))
    return Table(title, columns, tuple(_row(reader, row) for row in rows))


def _row(reader: Reader, row: dict[str, Any]) -> Row:
    what = reader.spoken(row["what"])
    steps = []
    for step in row["steps"]:
        word = shown({}, step["outcome"] if step["verb"] == "decide-on" else STEPS.get(step["verb"]))
        steps.append(_("{step}: {day}").format(step=word, day=reader.day(step["on"]) or _("day not known")))
    end = _(END_WORDS[end_of(row)])
    name = named(reader, row["id"])
    if what.text:
        name = Cell(what.text, foreign(reader, what.language), row["id"])
    return (
        name,
        Cell(reader.names(row["by"] or ())),
        Cell(reader.day(row["on"])),
        Cell("; ".join(steps)),
        Cell(end),
        Cell(_("sources differ") if row["disputed"] else ""),
    )
