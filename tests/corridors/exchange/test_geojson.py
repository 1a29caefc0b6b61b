"""A network written as GeoJSON is what RFC 7946 says, and comes back as it was; a planner's features are read under a mapping."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyogrio
import pytest
from hypothesis import given, settings

from kengesh.corridors.exchange.geojson import about_geojson, read_geojson, write_geojson
from kengesh.corridors.exchange.mapping import Figures, TableMapping
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError
from kengesh.corridors.network.tables import Link, Place
from tests.corridors.exchange.networks import (
    TABLES_OF_SAMPLE,
    network_with,
    networks,
    problems_of,
    same,
    sample,
)

PLACES = TableMapping(
    table="place", columns={"place_id": "id", "name": "title"}, constants={"country": "KGZ"}
)
LINKS = TableMapping(
    table="link",
    columns={"link_id": "id", "from_place": "from", "to_place": "to", "mode": "sort"},
    words={"mode": {"ж/д": "rail"}},
    figures=(
        Figures(
            column="km",
            constants={"quantity": "distance", "unit": "km", "basis": "assumed", "method": "by eye"},
        ),
    ),
)


def written(network: Network, tmp_path: Path) -> dict[str, Any]:
    write_geojson(network, tmp_path / "out.geojson")
    found: dict[str, Any] = json.loads((tmp_path / "out.geojson").read_bytes())
    return found


def planners(tmp_path: Path, **changed: Any) -> Path:
    points = [("a", "Ош", [72.8, 40.53]), ("b", "Нарын", [76.0, 41.43, 2044])]
    features = [
        {
            "type": "Feature",
            "properties": {"id": key, "title": name},
            "geometry": {"type": "Point", "coordinates": at},
        }
        for key, name, at in points
    ]
    line = {"id": "L", "from": "a", "to": "b", "sort": "Ж/Д", "km": 600.5, **changed}
    geometry = {"type": "LineString", "coordinates": [[72.8, 40.53], [76.0, 41.43]]}
    features.append({"type": "Feature", "properties": line, "geometry": geometry})
    path = tmp_path / "planner.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_places_are_points_and_links_straight_lines_longitude_first(tmp_path: Path) -> None:
    features = {one["id"]: one for one in written(sample(), tmp_path)["features"]}
    assert features["KZ-AKT"]["geometry"] == {"type": "Point", "coordinates": [51.2, 43.6]}
    assert features["L1"]["geometry"] == {"type": "LineString", "coordinates": [[82.48, 45.25], [51.2, 43.6]]}
    assert features["T1"]["geometry"]["type"] == "Point"
    assert features["TJ-DYU"]["geometry"] is None and features["L3"]["geometry"] is None


def test_the_numbers_that_count_stand_beside_a_feature_with_basis_and_source(tmp_path: Path) -> None:
    features = {one["id"]: one for one in written(sample(), tmp_path)["features"]}
    distance, time, _capacity = features["L1"]["properties"]["numbers"]
    assert distance == {
        "quantity": "distance",
        "value": 3200.1,
        "unit": "km",
        "basis": "published",
        "source": ["https://example.org/tariff?year=2024"],
        "day": "2024",
    }
    assert (time["value"], time["low"], time["unit"], time["basis"]) == (96.0, 84.0, "h", "derived")


def test_credits_and_licences_are_members_of_the_file(tmp_path: Path) -> None:
    whole = written(sample(), tmp_path)
    assert whole["credits"] == ["© OpenStreetMap contributors"]
    assert "ODbL-1.0 for distances" in whole["licences"]
    assert about_geojson(tmp_path / "out.geojson").credits == ("© OpenStreetMap contributors",)


def test_a_line_over_the_date_line_is_two_lines(tmp_path: Path) -> None:
    west = Place(place_id="W", name="west", country="KAZ", lat=10.0, lon=170.0)
    east = Place(place_id="E", name="east", country="KAZ", lat=20.0, lon=-170.0)
    link = Link(link_id="L", from_place="W", to_place="E", mode="sea")
    feature = written(network_with({"place": (west, east), "link": (link,)}), tmp_path)["features"][2]
    assert feature["geometry"] == {
        "type": "MultiLineString",
        "coordinates": [[[170.0, 10.0], [180.0, 15.0]], [[-180.0, 15.0], [-170.0, 20.0]]],
    }


def test_gdal_reads_the_same_places_and_lines(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    _meta, _ids, shapes, columns = pyogrio.raw.read(tmp_path / "out.geojson")
    assert [shape is None for shape in shapes].count(True) == 2
    assert len(columns[0]) == 10


@settings(max_examples=60, deadline=None)
@given(networks())
def test_every_network_survives(network: Network) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.geojson"
        write_geojson(network, path)
        assert same(read_geojson(path), network)


def test_a_place_that_was_moved_on_the_map_is_moved(tmp_path: Path) -> None:
    whole = written(sample(), tmp_path)
    whole["features"][0]["geometry"]["coordinates"] = [51.25, 43.65, 12]
    (tmp_path / "moved.geojson").write_text(json.dumps(whole), encoding="utf-8")
    moved = replace(TABLES_OF_SAMPLE["place"][0], lon=51.25, lat=43.65)  # type: ignore[call-arg]
    assert read_geojson(tmp_path / "moved.geojson")["place"][0] == moved


def test_a_number_changed_beside_a_feature_is_named_and_never_lost(tmp_path: Path) -> None:
    whole = written(sample(), tmp_path)
    whole["features"][4]["properties"]["numbers"][0]["value"] = 3100
    (tmp_path / "changed.geojson").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(NetworkError, match="changed.geojson, feature 5, row L1, numbers"):
        read_geojson(tmp_path / "changed.geojson")


def test_half_a_position_is_refused(tmp_path: Path) -> None:
    half = Place(place_id="P", name="half", country="KAZ", lat=10.0)
    with pytest.raises(NetworkError, match="row P: a position is a latitude and a longitude"):
        write_geojson(network_with({"place": (half,)}), tmp_path / "out.geojson")
    assert not list(tmp_path.iterdir())


def test_a_planners_points_and_lines_are_read_under_a_mapping(tmp_path: Path) -> None:
    tables = read_geojson(planners(tmp_path), [PLACES, LINKS])
    network = network_with(tables)
    assert (network.places["b"].name, network.places["b"].lat, network.places["b"].lon) == (
        "Нарын",
        41.43,
        76.0,
    )
    assert network.links["L"].mode == "rail"
    chosen = network.numbers().of("L", "distance")
    assert chosen is not None and (chosen.value, chosen.basis) == (600.5, "assumed")


def test_a_line_broken_by_a_return_alone_is_broken_as_ours_are(tmp_path: Path) -> None:
    mapping = replace(LINKS, columns={**LINKS.columns, "note": "remark"})
    (link,) = read_geojson(planners(tmp_path, remark="a\rb\r\nc"), [mapping])["link"]
    assert link.note == "a\nb\nc"


def test_a_planners_mistake_is_named_by_feature_and_property(tmp_path: Path) -> None:
    with pytest.raises(NetworkError) as refused:
        read_geojson(planners(tmp_path, sort="конь", km="far"), [PLACES, LINKS])
    assert [one.partition(":")[0] for one in problems_of(refused.value)] == [
        "planner.geojson, feature 3, column km",
        "planner.geojson, feature 3, column sort",
    ]


def test_a_file_in_another_coordinate_system_is_not_taken_for_degrees(tmp_path: Path) -> None:
    path = planners(tmp_path)
    whole = json.loads(path.read_bytes())
    whole["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(NetworkError, match="another coordinate system"):
        read_geojson(path, [PLACES, LINKS])
    whole["crs"]["properties"]["name"] = "urn:ogc:def:crs:OGC:1.3:CRS84"
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert len(read_geojson(path, [PLACES, LINKS])["place"]) == 2


def test_a_property_that_was_added_to_ours_is_named_and_never_lost(tmp_path: Path) -> None:
    whole = written(sample(), tmp_path)
    whole["features"][4]["properties"]["owner"] = "KTZ"
    (tmp_path / "added.geojson").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(NetworkError, match="added.geojson, feature 5, owner: there is no such column"):
        read_geojson(tmp_path / "added.geojson")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[1]",
        b"{",
        b'{"type": "Feature"}',
        b'{"type": "FeatureCollection", "features": [NaN]}',
        b'{"type": "FeatureCollection", "features": {}}',
        b'{"type": "FeatureCollection", "features": [3, {"type": "Feature"}], "kengesh": {"tables": {"number": [1]}}}',
        b'{"type": "FeatureCollection", "features": [], "kengesh": 4}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_network_is_refused_with_its_place(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.geojson").write_bytes(data)
    with pytest.raises(NetworkError, match="bad.geojson"):
        read_geojson(tmp_path / "bad.geojson", ())
