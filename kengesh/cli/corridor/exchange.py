"""Files of other tools, by format: how each is read and written, and what is asked of a person whose file does not say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kengesh.corridors.exchange.about import About
from kengesh.corridors.exchange.geojson import about_geojson, read_geojson, write_geojson
from kengesh.corridors.exchange.geopackage import about_geopackage, read_geopackage, write_geopackage
from kengesh.corridors.exchange.gmns import Foreign, about_gmns, read_gmns, write_gmns
from kengesh.corridors.exchange.mapping import TableMapping
from kengesh.corridors.exchange.rows import Tables
from kengesh.corridors.exchange.spreadsheet import read_spreadsheet
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError

READ = ("gmns", "geojson", "geopackage", "spreadsheet")
WRITTEN = ("gmns", "geojson", "geopackage")
WITH_MAPPING = ("geojson", "geopackage", "spreadsheet")

_ABOUT: dict[str, Callable[[Path], About]] = {
    "gmns": about_gmns,
    "geojson": about_geojson,
    "geopackage": about_geopackage,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: its format, the mapping of its columns, and for GMNS of other tools what they do not say."""

    path: Path
    format: str
    mapping: Sequence[TableMapping] = ()
    foreign: Foreign | None = None


def read_tables(source: Source) -> Tables:
    """Return the tables of a network from a file. Raises NetworkError with every mistake, OSError."""
    if source.format == "gmns":
        return read_gmns(source.path, source.foreign)
    if source.format == "geojson":
        return read_geojson(source.path, source.mapping)
    if source.format == "geopackage":
        return read_geopackage(source.path, source.mapping)
    return read_spreadsheet(source.path, source.mapping)


def about_file(source: Source) -> About | None:
    """Return what a file of ours says of itself; None for one that others made."""
    if source.mapping or source.foreign or source.format not in _ABOUT:
        return None
    try:
        return _ABOUT[source.format](source.path)
    except (NetworkError, FileNotFoundError):
        return None


def write_as(network: Network, format: str, path: Path) -> tuple[str, ...]:
    """Write a network; return sentences on what others' tools will not see of it. Raises FileExistsError, OSError."""
    if format == "gmns":
        return tuple(write_gmns(network, path))
    (write_geojson if format == "geojson" else write_geopackage)(network, path)
    return ()
