"""How a planner's own columns become the tables of a network: a mapping, as values and as a small TOML file.

The same mapping serves a workbook, a CSV file, a layer of a GeoPackage and the features of a GeoJSON file. One complete example:

    [[table]]
    table = "link"                      # the table of ours that its rows become
    sheet = "Links"                     # the sheet of a workbook, the layer of a GeoPackage; of a CSV file left out
    header = 3                          # the row with the names of the columns, counted from 1; 1 if left out
    decimal = ","                       # what stands before the fraction in numbers kept as text; "." if left out
    empty = ["-", "n/a"]                # cells that say nothing

    [table.columns]                     # our column = their column
    link_id = "Code"
    from_place = "From"
    to_place = "To"
    mode = "Sort"
    note = "Remark"

    [table.constants]                   # our column = the same for every row
    status = "existing"

    [table.words.mode]                  # for one of our columns: their word = ours
    "ж/д" = "rail"
    "авто" = "road"

    [[table.figure]]                    # a column of figures: each becomes a row of the table “number”
    column = "Length, km"
    quantity = "distance"
    unit = "km"
    basis = "published"
    source_column = "Source"            # any field may be another column instead: NAME_column
    day = "2025"

    [[table.figure]]
    column = "Days"
    quantity = "time"
    unit = "d"
    basis = "assumed"
    method = "the planner's estimate"

A figure has the fields of the table “number”; `column` is its value, and what it is about is the row. An empty figure is no number.
Their column is found by its name without regard to spaces around it. Done: all of the above. Not done: several of their columns
joined into one of ours, arithmetic, and rows kept or left out by a condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

LON, LAT = "geometry.lon", "geometry.lat"  # the names under which a mapping may speak of a point's position


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A column of figures: which it is, and the fields of their numbers, each constant or a column of its own."""

    column: str
    constants: Mapping[str, str]
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """How the rows of one sheet become rows of one table, and their figures numbers."""

    table: str
    sheet: str = ""
    header: int = 1
    decimal: str = "."
    empty: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    figures: tuple[Figures, ...] = ()

    def asked(self) -> tuple[str, ...]:
        """Return the names of all their columns that it speaks of."""
        figures = [name for one in self.figures for name in (one.column, *one.columns.values())]
        return tuple(dict.fromkeys([*self.columns.values(), *figures]))


def with_position(mapping: TableMapping) -> TableMapping:
    """Return the mapping of a map's layer: of a place the position is that of its point, unless it says another."""
    if mapping.table != "place" or {"lat", "lon"} & {*mapping.columns, *mapping.constants}:
        return mapping
    return replace(mapping, columns={**mapping.columns, "lon": LON, "lat": LAT})
