"""An edition's folder is made whole or not at all, and is read as what was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from kengesh.corridors.exchange.about import About, about_of, read_about, told
from kengesh.corridors.exchange.edition_files import write_edition
from kengesh.corridors.exchange.rows import tables_of
from kengesh.corridors.network.edition import read_edition
from kengesh.corridors.network.network import Network, network_of
from kengesh.corridors.network.problems import NetworkError, Where
from kengesh.corridors.network.tables import Number
from tests.corridors.exchange.networks import TABLES_OF_SAMPLE, networks, same, sample

HEAD = About(
    id="sample/1",
    title='A "title"\n\u007f',
    day="2026-01",
    credits=("© OSM",),
    licences=("ODbL-1.0",),
    over="base/1",
)


def test_an_edition_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_edition(tmp_path / "edition", HEAD, TABLES_OF_SAMPLE)
    found = read_edition(tmp_path / "edition")
    assert About(**{name: getattr(found, name) for name in told(HEAD)}) == HEAD
    assert found.tables == TABLES_OF_SAMPLE
    assert sorted(one.name for one in tmp_path.iterdir()) == ["edition"]
    assert not (tmp_path / "edition" / "check.csv").exists()


@settings(max_examples=30, deadline=None)
@given(networks())
def test_every_network_survives(network: Network) -> None:
    with TemporaryDirectory() as folder:
        write_edition(Path(folder) / "edition", about_of(network), tables_of(network))
        assert same(tables_of(network_of([read_edition(Path(folder) / "edition")])), network)


def test_what_could_not_be_read_again_leaves_nothing_behind(tmp_path: Path) -> None:
    made_up = Number(subject="L1", quantity="distance", value=1.0, unit="km", basis="exercise")
    with pytest.raises(NetworkError, match="exercise"):
        write_edition(tmp_path / "edition", HEAD, {"number": (made_up,)})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "edition").mkdir()
    with pytest.raises(FileExistsError, match="there already"):
        write_edition(tmp_path / "edition", HEAD, {})
    assert list((tmp_path / "edition").iterdir()) == []


def test_what_is_said_of_several_editions_is_said_of_all_together() -> None:
    base = sample().editions[0]
    layer = replace(base, id="layer/1", day="2026-02", over="sample/1", credits=("ADB",), tables={})
    about = about_of(network_of([base, layer]))
    assert (about.id, about.day) == ("sample/1 + layer/1", "2026-02")
    assert about.credits == ("© OpenStreetMap contributors", "ADB")


@pytest.mark.parametrize(
    "values", [None, [], {"id": 3}, {"credits": "one"}, {"credits": [1]}, {"exercise": "yes"}]
)
def test_what_a_file_says_of_itself_is_checked(values: object) -> None:
    with pytest.raises(NetworkError, match="file.json, line 1"):
        read_about(values, Where("file.json", 1))
