"""The fields of GMNS that we write, as data: the General Modeling Network Specification, version 0.96.

The specification (https://github.com/zephyr-data-specs/GMNS) has a JSON schema for every table; the fields of ours are restated
here in the terms of its schema, Data Package v2. Its fields that we never fill (lanes, grade, bicycle facilities and so on) are left
out: a table may have fewer columns than its schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = "0.96"
FASTEST = 200.0  # the schema's greatest free_speed
MISSING = ("NaN", "")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a table: its name, its type, what it holds, its unit, and what a cell may not be."""

    name: str
    type: str
    says: str
    required: bool = False
    least: float | None = None
    most: float | None = None
    words: tuple[str, ...] = ()
    unit: str = ""

    def described(self) -> dict[str, Any]:
        """Return the field as a schema of tables has it."""
        constraints: dict[str, Any] = {"required": True} if self.required else {}
        for name, end in (("minimum", self.least), ("maximum", self.most)):
            if end is not None:
                constraints[name] = end
        if self.words:
            constraints["enum"] = list(self.words)
        says = f"{self.says} ({self.unit})" if self.unit else self.says
        found: dict[str, Any] = {"name": self.name, "type": self.type, "description": says}
        return {**found, "constraints": constraints} if constraints else found


@dataclass(frozen=True, slots=True)
class GmnsTable:
    """A table of GMNS: its fields, the key of its rows, and the tables in which others of its fields are found."""

    name: str
    fields: tuple[Field, ...]
    key: str = ""
    found_in: Mapping[str, tuple[str, str]] | None = None

    def described(self) -> dict[str, Any]:
        """Return the table's schema."""
        found: dict[str, Any] = {
            "fields": [one.described() for one in self.fields],
            "missingValues": list(MISSING),
        }
        if self.key:
            found["primaryKey"] = [self.key]
        if self.found_in:
            found["foreignKeys"] = [
                {"fields": [ours], "reference": {"resource": table, "fields": [theirs]}}
                for ours, (table, theirs) in self.found_in.items()
            ]
        return found


CONFIG = GmnsTable(
    "config",
    (
        Field("dataset_name", "any", "name of the network"),
        Field("short_length", "any", "unit of widths"),
        Field("long_length", "any", "unit of the length of links"),
        Field("speed", "any", "unit of speeds"),
        Field("crs", "any", "coordinate system"),
        Field("geometry_field_format", "any", "format of geometry fields"),
        Field("currency", "any", "currency"),
        Field("version_number", "number", "version of GMNS"),
        Field("id_type", "string", "type of the ids", words=("string", "integer")),
    ),
)
NODE = GmnsTable(
    "node",
    (
        Field("node_id", "any", "id of a place", required=True),
        Field("name", "string", "its name"),
        Field("x_coord", "number", "longitude", required=True, unit="degrees, WGS 84"),
        Field("y_coord", "number", "latitude", required=True, unit="degrees, WGS 84"),
        Field("node_type", "string", "what it is"),
    ),
    key="node_id",
)
LINK = GmnsTable(
    "link",
    (
        Field("link_id", "any", "id of a link, a transfer or a crossing", required=True),
        Field("from_node_id", "any", "where it begins", required=True),
        Field("to_node_id", "any", "where it ends", required=True),
        Field(
            "directed",
            "boolean",
            "whether it is travelled from its beginning to its end alone",
            required=True,
        ),
        Field("geometry", "any", "a straight line between its ends, as WKT"),
        Field("dir_flag", "integer", "1: the geometry runs from beginning to end"),
        Field("length", "number", "length", least=0, unit="km"),
        Field("facility_type", "string", "mode and gauge of a link; transfer; crossing"),
        Field(
            "capacity", "number", "what can pass both ways together", least=0, unit="containers (TEU) an hour"
        ),
        Field("free_speed", "number", "length by running time", least=0, most=FASTEST, unit="km/h"),
        Field("allowed_uses", "string", "modes"),
    ),
    key="link_id",
    found_in={"from_node_id": ("node", "node_id"), "to_node_id": ("node", "node_id")},
)
USE_DEFINITION = GmnsTable(
    "use_definition",
    (
        Field("use", "string", "a mode", required=True),
        Field("persons_per_vehicle", "number", "persons in a vehicle", required=True, least=0),
        Field("pce", "number", "how many units of capacity a vehicle takes", required=True, least=0),
        Field("description", "string", "what the vehicle is"),
    ),
    key="use",
)
WRITTEN = (CONFIG, NODE, LINK, USE_DEFINITION)
