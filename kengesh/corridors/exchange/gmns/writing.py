"""Writing a network as a folder of GMNS, with our own tables beside its standard ones.

========================  =============================================================================================
config.csv                units, coordinate system, version
node.csv, link.csv        what others' tools read (:mod:`kengesh.corridors.exchange.gmns.standard`)
use_definition.csv        the modes
kengesh_*.csv             our tables, whole, as :mod:`kengesh.corridors.network.files` writes them
datapackage.json          the above described for programs that check tables; licences and credits
========================  =============================================================================================
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from kengesh.corridors.exchange.about import About, about_of, told
from kengesh.corridors.exchange.gmns.schema import VERSION, WRITTEN, GmnsTable
from kengesh.corridors.exchange.gmns.standard import Cells, standard
from kengesh.corridors.exchange.rows import tables_of
from kengesh.corridors.exchange.whole import write_folder
from kengesh.corridors.network.files import write_table
from kengesh.corridors.network.network import Network

OURS = "kengesh_"
PACKAGE = "datapackage.json"
LICENCE_NAME = re.compile(r"[A-Za-z0-9._-]+")


def write_gmns(network: Network, folder: Path) -> tuple[str, ...]:
    """Make a folder of GMNS; return what others' tools will not see of the network, a sentence each.

    Raises FileExistsError, OSError.
    """
    about, tables = about_of(network), tables_of(network)
    found = standard(tables)
    rows = {"config": [_config(about)], **found.tables}
    files = {f"{table.name}.csv": _csv(table, rows[table.name]) for table in WRITTEN}
    files |= {f"{OURS}{table}.csv": write_table(table, some) for table, some in tables.items() if some}
    files[PACKAGE] = _package(about, sorted(files))
    write_folder(folder, files)
    return found.left_out()


def _config(about: About) -> Cells:
    return {
        "dataset_name": about.title,
        "short_length": "m",
        "long_length": "km",
        "speed": "km/h",
        "crs": "EPSG:4326",
        "geometry_field_format": "WKT",
        "currency": "USD",
        "version_number": VERSION,
        "id_type": "string",
    }


def _csv(table: GmnsTable, rows: Iterable[Cells]) -> bytes:
    out = StringIO(newline="")
    writer = csv.DictWriter(out, [one.name for one in table.fields], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _package(about: About, files: list[str]) -> bytes:
    schemas = {f"{table.name}.csv": table.described() for table in WRITTEN}
    package: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9._/-]+", "-", about.id.lower()),
        "title": about.title,
        "version": about.day,
        "licenses": [_licence(one) for one in about.licences],
        "kengesh": told(about),
        "resources": [_resource(name, schemas.get(name)) for name in files],
    }
    if not about.licences:  # a list of none is no list, to programs that check packages
        del package["licenses"]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(text: str) -> dict[str, str]:
    """A licence's name is a word such as ODbL-1.0; what else was said of it is its title."""
    found = LICENCE_NAME.match(text)
    return {"name": found[0] if found else "other", "title": text}


def _resource(file: str, schema: dict[str, Any] | None) -> dict[str, Any]:
    found = {"name": file.removesuffix(".csv"), "path": file, "format": "csv", "encoding": "utf-8"}
    return {**found, "schema": schema} if schema is not None else found
