"""Reading the GMNS that others made: nodes as places, links as links, lengths and speeds as derived numbers.

Their files do not say in which state a node lies, by which of our modes a link is travelled, or whose figures these are; the
caller does, in :class:`Foreign`. Their ids are kept behind a prefix, because an id is used once in a network and theirs once in a
table; letters that an id of ours may not have become ``_``. A link that `directed` calls undirected goes both ways; where there
is no such column, `dir_flag` 0 does (osm2gmns gives both directions as links of their own).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kengesh.corridors.exchange.gmns.figures import Measures, figures_of, measures_of
from kengesh.corridors.exchange.gmns.files import records_of
from kengesh.corridors.exchange.gmns.plausible import unit_doubted
from kengesh.corridors.exchange.rows import Tables
from kengesh.corridors.network.files import Record, read_row
from kengesh.corridors.network.problems import NetworkError, Problem, Where
from kengesh.corridors.network.tables import MODES, TABLES, Row
from kengesh.terms.messages import _

NODE_FIELDS = ("node_id", "name", "x_coord", "y_coord", "node_type")
LINK_FIELDS = (
    *("link_id", "name", "from_node_id", "to_node_id", "directed", "dir_flag", "length"),
    *("facility_type", "free_speed", "allowed_uses", "link_type_name"),
    *(
        "parent_link_id",
        "bike_facility",
        "ped_facility",
        "jurisdiction",
    ),  # never read; they keep a cut name from being ours
)
CONFIG_FIELDS = ("long_length", "speed", "crs", "version_number")
WGS84 = re.compile(r"(epsg:|urn:ogc:def:crs:epsg::)?4326|(ogc:)?crs:?84|", re.IGNORECASE)
TRUE, FALSE = ("true", "t", "1", "1.0", "yes"), ("false", "f", "0", "0.0", "no")
NOT_OF_AN_ID = re.compile(r"[^A-Za-z0-9._/-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What the caller says of files that others made.

    `country` holds for every node but those in `countries`, by their id. `modes` gives our mode for their facility_type or use, and
    "" for what is left out; what it does not name is of `mode`. Units are as config.csv has them, where the caller gives none.
    """

    country: str
    countries: Mapping[str, str] = field(default_factory=dict)
    mode: str = "road"
    modes: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    long_length: str = ""
    speed: str = ""
    basis: str = "derived"
    method: str = ""
    source: str = ""
    day: str = ""


def read_foreign(folder: Path, foreign: Foreign) -> Tables:
    """Return the tables that others' files come to. Raises NetworkError with every mistake, OSError."""
    problems: list[Problem] = []
    config = _config(folder, problems)
    measures = measures_of(
        foreign.long_length or config.get("long_length", ""), foreign.speed or config.get("speed", "")
    )
    unknown = {mode for mode in (foreign.mode, *foreign.modes.values()) if mode and mode not in MODES}
    for mode in sorted(unknown):
        says = _("“{mode}” is no mode of ours: expected {modes}.").format(mode=mode, modes=", ".join(MODES))
        problems.append(Problem(Where("link.csv", 1), "", "mode", says))
    reading = _Reading(foreign, config.get("crs", ""), measures, problems)
    nodes = list(records_of(folder / "node.csv", NODE_FIELDS, problems))
    links = list(records_of(folder / "link.csv", LINK_FIELDS, problems))
    for record in nodes:
        reading.take_node(record)
    for record in links:
        reading.take_link(record)
    problems += unit_doubted(reading.rows)
    if problems:
        raise NetworkError(problems)
    return {table: tuple(reading.rows.get(table, ())) for table in TABLES}


class _Reading:
    """What has been read so far."""

    def __init__(self, foreign: Foreign, crs: str, measures: Measures, problems: list[Problem]) -> None:
        self.foreign, self.crs, self.measures, self.problems = foreign, crs, measures, problems
        self.nodes: dict[str, str] = {}
        self.used: set[str] = set()
        self.modes = {key.casefold(): mode for key, mode in foreign.modes.items()}
        self.rows: dict[str, list[Row]] = {}

    def take_node(self, record: Record) -> None:
        theirs = record.cells.get("node_id", "")
        if theirs in self.nodes or not theirs:
            says = _("the node’s id is missing, or was used before.")
            self.problems.append(Problem(record.where, theirs, "node_id", says))
            return
        self.nodes[theirs] = key = self._id("node", theirs)
        x, y = record.cells.get("x_coord", ""), record.cells.get("y_coord", "")
        cells = {
            "place_id": key,
            "name": record.cells.get("name") or theirs,
            "country": self.foreign.countries.get(theirs, self.foreign.country),
            "kind": record.cells.get("node_type", ""),
            **self._position(x, y),
        }
        self._add("place", Record(record.where, cells))

    def take_link(self, record: Record) -> None:
        theirs, mode = record.cells.get("link_id", ""), self._mode(record)
        if not theirs:
            self.problems.append(Problem(record.where, "", "link_id", _("the link’s id is missing.")))
        ends = [self._end(record, name, theirs) for name in ("from_node_id", "to_node_id")]
        if not mode or not theirs or not all(ends):
            return
        key = self._id("link", theirs)
        cells = {
            "link_id": key,
            "from_place": ends[0],
            "to_place": ends[1],
            "mode": mode,
            "direction": self._direction(record),
            "note": record.cells.get("name", ""),
        }
        self._add("link", Record(record.where, cells))
        for number in figures_of(record, self.measures, self.problems):
            self._add("number", Record(record.where, {"subject": key, **number, **self._claim(number)}))

    def _claim(self, number: Mapping[str, str]) -> dict[str, str]:
        method = self.foreign.method or "read from GMNS file link.csv: {how}".format(how=number["method"])
        basis, source = self.foreign.basis, self.foreign.source
        return {"basis": basis, "method": method, "source": source, "day": self.foreign.day}

    def _add(self, table: str, record: Record) -> None:
        row = read_row(table, record, self.problems)
        if row is not None:
            self.rows.setdefault(table, []).append(row)

    def _id(self, sort: str, theirs: str) -> str:
        """Return an id of ours; two of theirs that would be one are told apart by a count."""
        begun = found = f"{self.foreign.prefix}{sort}-{NOT_OF_AN_ID.sub('_', theirs)}"
        count = 2
        while found in self.used:
            found, count = f"{begun}.{count}", count + 1
        self.used.add(found)
        return found

    def _position(self, x: str, y: str) -> dict[str, str]:
        if WGS84.fullmatch(self.crs.strip()):
            return {"lon": x, "lat": y, "position_basis": "GMNS file node.csv" if x and y else ""}
        says = _("x {x}, y {y} in the coordinate system {crs}, which is not converted")
        return {"position_basis": says.format(x=x, y=y, crs=self.crs)}

    def _end(self, record: Record, name: str, link: str) -> str:
        theirs = record.cells.get(name, "")
        if theirs not in self.nodes:
            says = _("“{id}” is not there: node.csv has no such node.")
            self.problems.append(Problem(record.where, link, name, says.format(id=theirs)))
        return self.nodes.get(theirs, "")

    def _mode(self, record: Record) -> str:
        """Return our mode; "" for a link that is left out."""
        facility = record.cells.get("facility_type") or record.cells.get("link_type_name", "")
        uses = re.split(r"[,;]", record.cells.get("allowed_uses", ""))
        for word in (facility, *uses):
            if word.strip().casefold() in self.modes:
                return self.modes[word.strip().casefold()]
        return self.foreign.mode

    def _direction(self, record: Record) -> str:
        text = (record.cells.get("directed") or record.cells.get("dir_flag", "")).lower()
        if text in FALSE:
            return "both"
        if text not in (*TRUE, "-1") or not text:
            says = _("expected true or false: whether the link is travelled one way alone.")
            self.problems.append(Problem(record.where, record.cells.get("link_id", ""), "directed", says))
        return "forward"


def _config(folder: Path, problems: list[Problem]) -> Mapping[str, str]:
    path = folder / "config.csv"
    return next((one.cells for one in records_of(path, CONFIG_FIELDS, problems)), {}) if path.exists() else {}
