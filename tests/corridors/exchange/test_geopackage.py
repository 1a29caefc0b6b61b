"""GDAL reads the GeoPackages that we write and we read those that GDAL writes; a network comes back as it was."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyogrio
import pytest
from hypothesis import given, settings

from kengesh.corridors.exchange.geopackage import about_geopackage, read_geopackage, write_geopackage
from kengesh.corridors.exchange.geopackage.geometry import GeometryError, geometry_of, point_of
from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError
from tests.corridors.exchange.networks import (
    TABLES_OF_SAMPLE,
    network_with,
    networks,
    problems_of,
    same,
    sample,
)

PLACES = TableMapping(
    table="place",
    sheet="stations",
    columns={"place_id": "code", "name": "title"},
    constants={"country": "KGZ"},
)
LINKS = TableMapping(
    table="link",
    sheet="lines",
    columns={"link_id": "code", "from_place": "a", "to_place": "b"},
    constants={"mode": "rail"},
    figures=(
        Figures(
            column="km",
            constants={"quantity": "distance", "unit": "km", "basis": "assumed", "method": "by eye"},
        ),
    ),
)


def wkb_point(x: float, y: float) -> bytes:
    return struct.pack("<BI2d", 1, 1, x, y)


def wkb_line(*points: tuple[float, float]) -> bytes:
    return struct.pack("<BII", 1, 2, len(points)) + b"".join(struct.pack("<2d", *one) for one in points)


def of_gdal(
    path: Path, layer: str, sort: str, shapes: list[Any], crs: str = "EPSG:4326", **columns: Any
) -> None:
    """Let GDAL write a layer."""
    data = [np.array(one, dtype=object if isinstance(one[0], str) else None) for one in columns.values()]
    pyogrio.raw.write(
        path,
        np.array(shapes, dtype=object),
        data,
        list(columns),
        layer=layer,
        geometry_type=sort,
        crs=crs,
        driver="GPKG",
        append=path.exists(),
    )


def gdals(tmp_path: Path) -> Path:
    path = tmp_path / "gdal.gpkg"
    points = [wkb_point(72.8, 40.53), wkb_point(76.0, 41.43)]
    of_gdal(path, "stations", "Point", points, code=["a", "b"], title=["Ош", "Нарын"])
    line = [wkb_line((72.8, 40.53), (76.0, 41.43))]
    of_gdal(path, "lines", "LineString", line, code=["L"], a=["a"], b=["b"], km=[600.5])
    return path


def test_gdal_reads_the_geometry_and_the_columns_that_we_write(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    layers = dict(pyogrio.list_layers(path))
    assert layers["place"] == "Point" and {"link", "transfer", "crossing"} <= layers.keys()
    assert layers["number"] is None and layers["kengesh_about"] is None
    meta, _ids, shapes, columns = pyogrio.raw.read(path, layer="place")
    assert meta["crs"] == "EPSG:4326"
    assert [None if shape is None else bytes(shape) for shape in shapes] == [
        wkb_point(51.2, 43.6),
        wkb_point(49.42, 39.94),
        wkb_point(82.48, 45.25),
        None,
    ]
    assert list(columns[list(meta["fields"]).index("name")]) == ["Ақтау", "Ələt", "Достық", "Душанбе"]
    meta, _ids, shapes, columns = pyogrio.raw.read(path, layer="link")
    assert bytes(shapes[0]) == wkb_line((82.48, 45.25), (51.2, 43.6))
    assert columns[list(meta["fields"]).index("gauge_mm")][0] == 1520.0


def test_gdal_finds_the_bounds_that_we_state(tmp_path: Path) -> None:
    write_geopackage(sample(), tmp_path / "out.gpkg")
    info = pyogrio.read_info(tmp_path / "out.gpkg", layer="place", force_total_bounds=True)
    assert tuple(info["total_bounds"]) == (49.42, 39.94, 82.48, 45.25)


def test_gdal_warns_of_nothing(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    write_geopackage(sample(), tmp_path / "out.gpkg")
    for layer, _sort in pyogrio.list_layers(tmp_path / "out.gpkg"):
        pyogrio.raw.read(tmp_path / "out.gpkg", layer=layer)
    assert [str(one.message) for one in recwarn] == []


def test_the_marks_of_the_file_are_those_of_the_standard(tmp_path: Path) -> None:
    write_geopackage(sample(), tmp_path / "out.gpkg")
    with closing(sqlite3.connect(tmp_path / "out.gpkg")) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert db.execute("PRAGMA user_version").fetchone() == (10400,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {row[0] for row in db.execute("SELECT srs_id FROM gpkg_spatial_ref_sys")} == {4326, -1, 0}


@settings(max_examples=40, deadline=None)
@given(networks())
def test_every_network_survives(network: Network) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.gpkg"
        write_geopackage(network, path)
        assert same(read_geopackage(path), network)


def test_licences_and_credits_are_kept(tmp_path: Path) -> None:
    write_geopackage(sample(), tmp_path / "out.gpkg")
    about = about_geopackage(tmp_path / "out.gpkg")
    assert (about.id, about.exercise, about.credits) == ("sample/1", False, ("© OpenStreetMap contributors",))
    assert about.licences == ("CC-BY-4.0", "ODbL-1.0 for distances")


def test_a_place_that_was_moved_on_the_map_is_moved(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    with closing(sqlite3.connect(path)) as db, db:
        shape = geometry_of((((51.25, 43.65),),))
        db.execute("UPDATE place SET geom = ? WHERE place_id = 'KZ-AKT'", (shape,))
    moved = replace(TABLES_OF_SAMPLE["place"][0], lon=51.25, lat=43.65)  # type: ignore[call-arg]
    assert read_geopackage(path)["place"][0] == moved


def test_what_gdal_writes_is_read_under_a_mapping(tmp_path: Path) -> None:
    network = network_with(read_geopackage(gdals(tmp_path), [PLACES, LINKS]))
    osh = network.places["a"]
    assert (osh.name, osh.lon, osh.lat) == ("Ош", 72.8, 40.53)
    assert (network.links["L"].from_place, network.links["L"].to_place) == ("a", "b")
    chosen = network.numbers().of("L", "distance")
    assert chosen is not None and chosen.value == 600.5


def test_a_layer_in_another_reference_system_is_not_taken_for_degrees(tmp_path: Path) -> None:
    path = tmp_path / "gdal.gpkg"
    of_gdal(path, "stations", "Point", [wkb_point(500000, 4.4e6)], crs="EPSG:32643", code=["a"], title=["Ош"])
    with pytest.raises(NetworkError, match="32643"):
        read_geopackage(path, [PLACES])


def test_a_wrong_layer_a_wrong_column_and_a_wrong_cell_are_named(tmp_path: Path) -> None:
    path = tmp_path / "gdal.gpkg"
    of_gdal(path, "stations", "Point", [wkb_point(1, 2)], code=["no id!"], title=["Ош"])
    other = replace(PLACES, columns={"place_id": "code", "name": "nombre"})
    with pytest.raises(NetworkError) as refused:
        read_geopackage(path, [PLACES, other, LINKS])
    told = problems_of(refused.value)
    assert any("there is no table “lines”: found stations." in one for one in told)
    assert any("nombre: “stations” has no such column: found fid, geom, code, title." in one for one in told)
    assert any("gdal.gpkg, table stations, row 1, column code: “no id!” is no id" in one for one in told)


def test_without_a_mapping_others_files_are_not_read(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="made by another tool"):
        read_geopackage(gdals(tmp_path))


def test_what_is_no_geopackage_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.gpkg").write_text("hello", encoding="utf-8")
    with pytest.raises(NetworkError, match=r"text\.gpkg.*no GeoPackage"):
        read_geopackage(tmp_path / "text.gpkg")
    with closing(sqlite3.connect(tmp_path / "other.gpkg")) as db, db:
        db.execute("CREATE TABLE place (a)")
    with pytest.raises(NetworkError, match="gpkg_contents"):
        read_geopackage(tmp_path / "other.gpkg")


@pytest.mark.parametrize("at", [100, 2000, 5000, 9000])
def test_a_broken_file_is_read_or_refused_and_nothing_else(tmp_path: Path, at: int) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    data = bytearray(path.read_bytes())
    data[at : at + 1500] = b"\xa5" * 1500
    path.write_bytes(data[: len(data) - 4096])
    with pytest.raises(NetworkError, match=r"out\.gpkg"):
        read_geopackage(path)


def test_a_column_that_was_added_to_ours_is_named_and_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("ALTER TABLE link ADD COLUMN owner TEXT")
    with pytest.raises(NetworkError, match="table link, row 1, owner: there is no such column"):
        read_geopackage(path)


def test_a_file_that_another_program_is_writing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        with db:
            db.execute("UPDATE place SET name = 'Aktau' WHERE place_id = 'KZ-AKT'")
        with pytest.raises(NetworkError, match="close it there"):
            read_geopackage(path)
    assert read_geopackage(path)["place"][0] == replace(TABLES_OF_SAMPLE["place"][0], name="Aktau")  # type: ignore[call-arg]


def test_a_view_in_the_place_of_a_table_is_not_run(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    write_geopackage(sample(), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TABLE number")
        db.execute(
            "CREATE VIEW number AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n"
        )
    assert read_geopackage(path)["number"] == ()


def test_a_point_is_read_in_either_byte_order_and_with_heights() -> None:
    header = struct.pack("<2sBBi", b"GP", 0, 1, 4326)
    assert point_of(header + struct.pack(">BI2d", 0, 1, 7.5, 8.25)) == (7.5, 8.25)
    assert point_of(header + struct.pack("<BI3d", 1, 1001, 7.5, 8.25, 9)) == (7.5, 8.25)
    assert point_of(header + struct.pack("<BI3d", 1, 0x80000001, 7.5, 8.25, 9)) == (7.5, 8.25)
    enveloped = struct.pack("<2sBBi4d", b"GP", 0, 3, 4326, 0, 0, 0, 0)
    assert point_of(enveloped + wkb_point(1, 2)) == (1, 2)
    assert point_of(header + wkb_point(float("nan"), float("nan"))) is None
    assert point_of(header + wkb_line((1, 2), (3, 4))) is None


@pytest.mark.parametrize(
    "data", [b"", b"GP", b"XX\0\1\0\0\0\0", b"GP\0\1\0\0\0\0\1\1\0\0\0", b"GP\0\x0f\0\0\0\0"]
)
def test_bytes_that_are_no_geometry_are_refused(data: bytes) -> None:
    with pytest.raises(GeometryError):
        point_of(data)
