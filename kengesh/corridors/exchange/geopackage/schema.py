"""The tables that every GeoPackage has, and those that a network has in one, as SQL."""

from __future__ import annotations

from kengesh.corridors.network.columns import Real, Sort, Whole
from kengesh.corridors.network.tables import TABLES, columns_of

APPLICATION_ID = 0x47504B47  # “GPKG”
USER_VERSION = 10400  # version 1.4.0
MAPPED = {"place": "POINT", "link": "GEOMETRY", "transfer": "GEOMETRY", "crossing": "GEOMETRY"}
ABOUT = "kengesh_about"

CORE = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
"""

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],'
    'AUTHORITY["EPSG","4326"]]'
)
SYSTEMS = (
    ("WGS 84", 4326, "EPSG", 4326, WGS84, "longitude and latitude in degrees"),
    ("undefined Cartesian", -1, "NONE", -1, "undefined", "undefined Cartesian coordinates"),
    ("undefined geographic", 0, "NONE", 0, "undefined", "undefined geographic coordinates"),
)


def columns_written(table: str) -> list[str]:
    """Return the columns of ours that a table has in the file: of a place all but its position, which is its geometry."""
    left_out = ("lat", "lon") if table == "place" else ()
    return [name for name, _column in columns_of(table) if name not in left_out]


def create(table: str) -> str:
    """Return the statement that makes a table of ours."""
    sorts = {name: column.sort for name, column in columns_of(table)}
    columns = [f"{quoted(name)} {_type(sorts[name])}" for name in columns_written(table)]
    geometry = [f"geom {MAPPED[table]}"] if table in MAPPED else []
    return f"CREATE TABLE {quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {', '.join(geometry + columns)})"


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def described(table: str) -> str:
    """Return what a table is about."""
    return (TABLES[table].__doc__ or "").partition("\n")[0]


def _type(sort: Sort) -> str:
    return "DOUBLE" if isinstance(sort, Real) else "INTEGER" if isinstance(sort, Whole) else "TEXT"
