"""GMNS that other tools made becomes places, links and derived numbers, under what the caller says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.corridors.exchange.about import About
from kengesh.corridors.exchange.edition_files import write_edition
from kengesh.corridors.exchange.gmns import Foreign, read_gmns
from kengesh.corridors.network.edition import read_edition
from kengesh.corridors.network.network import network_of
from kengesh.corridors.network.problems import NetworkError
from kengesh.corridors.network.tables import Link, Place
from tests.corridors.exchange.networks import network_with, problems_of

NODES = "node_id,name,x_coord,y_coord,node_type\n1,Osh,72.8,40.53,station\n2,,73.0,40.6,\n"
LINKS = (
    "link_id,name,from_node_id,to_node_id,directed,length,facility_type,free_speed,allowed_uses\n"
    '7 b,A road,1,2,false,18.5,arterial,60,"auto,truck"\n8,,2,1,1,19,railway,,\n9,,1,2,true,1,path,5,walk\n'
)
CONFIG = "dataset_name,long_length,speed,crs\nOsh,km,kph,4326\n"
KYRGYZ = Foreign(country="KGZ", modes={"railway": "rail", "walk": ""})


def folder(tmp_path: Path, nodes: str = NODES, links: str = LINKS, config: str = CONFIG) -> Path:
    for name, text in (("node", nodes), ("link", links), ("config", config)):
        if text:
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_nodes_are_places_and_links_links_of_the_mode_that_the_caller_names(tmp_path: Path) -> None:
    tables = read_gmns(folder(tmp_path), KYRGYZ)
    osh, nameless = tables["place"]
    assert isinstance(osh, Place) and isinstance(nameless, Place)
    assert (osh.place_id, osh.name, osh.country, osh.lon, osh.lat) == ("node-1", "Osh", "KGZ", 72.8, 40.53)
    assert nameless.name == "2"
    links = [row for row in tables["link"] if isinstance(row, Link)]
    assert [(row.link_id, row.mode, row.direction) for row in links] == [
        ("link-7_b", "road", "both"),
        ("link-8", "rail", "forward"),
    ]


def test_length_and_time_are_derived_and_say_from_where(tmp_path: Path) -> None:
    network = network_with(read_gmns(folder(tmp_path), KYRGYZ))
    numbers = network.numbers()
    distance, time = numbers.of("link-7_b", "distance"), numbers.of("link-7_b", "time")
    assert distance is not None and time is not None
    assert (distance.value, distance.basis) == (18.5, "derived")
    assert time.value == pytest.approx(18.5 / 60)
    assert "GMNS" in distance.number.method and "free_speed" in time.number.method
    assert numbers.of("link-8", "time") is None


def test_what_is_read_is_kept_as_an_edition(tmp_path: Path) -> None:
    tables = read_gmns(folder(tmp_path), KYRGYZ)
    head = About(id="osh/1", title="Osh", day="2026-01", credits=("© OpenStreetMap contributors",))
    write_edition(tmp_path / "edition", head, tables)
    assert network_of([read_edition(tmp_path / "edition")]).credits == ("© OpenStreetMap contributors",)


def test_osm2gmns_has_no_config_and_no_column_directed(tmp_path: Path) -> None:
    nodes = "name,node_id,osm_node_id,ctrl_type,x_coord,y_coord,is_boundary\n,0,111,,72.80,40.53,0\n,1,222,,72.81,40.53,0\n"
    links = (
        "name,link_id,osm_way_id,from_node_id,to_node_id,dir_flag,length,lanes,free_speed,capacity,link_type_name,"
        "link_type,geometry,allowed_uses,from_biway\n"
        '"M 41",0,5,0,1,1,900.5,2,80,1800,trunk,2,"LINESTRING (72.8 40.53, 72.81 40.53)",auto,1\n'
    )
    with pytest.raises(NetworkError, match="the unit is not known"):
        read_gmns(folder(tmp_path, nodes, links, ""), Foreign(country="KGZ"))
    tables = read_gmns(tmp_path, Foreign(country="KGZ", long_length="m", speed="km/h", prefix="osh."))
    (link,) = tables["link"]
    assert isinstance(link, Link)
    assert (link.link_id, link.direction, link.note) == ("osh.link-0", "forward", "M 41")
    chosen = network_with(tables).numbers().of("osh.link-0", "distance")
    assert chosen is not None and chosen.value == pytest.approx(0.9005)


def test_columns_that_a_shapefile_cut_to_ten_letters_are_known(tmp_path: Path) -> None:
    links = "link_id,from_node_,to_node_id,directed,facility_t,length\n1,1,2,1,railway,20\n"
    tables = read_gmns(folder(tmp_path, links=links), KYRGYZ)
    assert [(row.mode, row.from_place) for row in tables["link"] if isinstance(row, Link)] == [
        ("rail", "node-1")
    ]


def test_projected_positions_are_kept_in_words_and_not_taken_for_degrees(tmp_path: Path) -> None:
    config = "dataset_name,long_length,speed,crs\nLima,foot,mph,3735\n"
    nodes = "node_id,x_coord,y_coord\n1,1523373,1003235\n2,1523873,1003225\n"
    tables = read_gmns(folder(tmp_path, nodes, config=config), KYRGYZ)
    place = tables["place"][0]
    assert isinstance(place, Place)
    assert place.lat is None and "3735" in place.position_basis and "1523373" in place.position_basis


def test_lengths_that_cannot_be_in_the_unit_that_the_file_says_are_doubted(tmp_path: Path) -> None:
    links = "link_id,from_node_id,to_node_id,directed,length\n1,1,2,1,60000\n"
    config = "long_length,speed\nmile,mph\n"
    with pytest.raises(NetworkError, match="Is the unit right"):
        read_gmns(folder(tmp_path, links=links, config=config), KYRGYZ)
    assert read_gmns(tmp_path, Foreign(country="KGZ", long_length="ft"))["link"]


def test_every_mistake_is_named_by_file_line_and_column_at_once(tmp_path: Path) -> None:
    nodes = NODES + "1,again,1,1,\n3,far,abc,91,\n"
    links = LINKS + "10,,1,99,true,-4,,,\n11,,1,2,perhaps,x,,,\n"
    with pytest.raises(NetworkError) as refused:
        read_gmns(folder(tmp_path, nodes, links), KYRGYZ)
    told = {(one.where.file, one.where.line, one.column) for one in refused.value.problems}
    assert told == {
        ("node.csv", 4, "node_id"),
        ("node.csv", 5, "lon"),
        ("node.csv", 5, "lat"),
        ("link.csv", 5, "to_node_id"),
        ("link.csv", 6, "directed"),
        ("link.csv", 6, "length"),
    }


def test_without_a_word_on_whose_it_is_it_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="made by another tool"):
        read_gmns(folder(tmp_path))


@pytest.mark.parametrize(
    ("data", "says"), [(b"\xff\xfe\x00", "UTF-8"), (b'node_id,x_coord\n1,"2\n', "quotation mark")]
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, data: bytes, says: str) -> None:
    folder(tmp_path)
    (tmp_path / "node.csv").write_bytes(data)
    with pytest.raises(NetworkError) as refused:
        read_gmns(tmp_path, KYRGYZ)
    assert any(one.startswith("node.csv, line") and says in one for one in problems_of(refused.value))
