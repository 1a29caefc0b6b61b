"""A network written as GMNS is valid by its schema, keeps what it says, and comes back as it was."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from frictionless import Package, Resource, Schema
from hypothesis import given, settings

from kengesh.corridors.exchange.gmns import about_gmns, read_gmns, write_gmns
from kengesh.corridors.exchange.gmns.schema import WRITTEN
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError
from tests.corridors.exchange.networks import networks, same, sample

# The fields of GMNS 0.96 that its JSON schemas constrain, as name: type, required, and bounds or words; restated here in our own
# form, so that the schema of the product is not judged by itself.
GMNS_0_96 = {
    "config": {
        "version_number": ("number", False, {}),
        "id_type": ("string", False, {"enum": ["string", "integer"]}),
    },
    "node": {
        "node_id": ("any", True, {}),
        "name": ("string", False, {}),
        "x_coord": ("number", True, {}),
        "y_coord": ("number", True, {}),
        "node_type": ("string", False, {}),
    },
    "link": {
        "link_id": ("any", True, {}),
        "from_node_id": ("any", True, {}),
        "to_node_id": ("any", True, {}),
        "directed": ("boolean", True, {}),
        "dir_flag": ("integer", False, {}),
        "length": ("number", False, {"minimum": 0}),
        "facility_type": ("string", False, {}),
        "capacity": ("number", False, {"minimum": 0}),
        "free_speed": ("number", False, {"minimum": 0, "maximum": 200}),
        "allowed_uses": ("string", False, {}),
    },
    "use_definition": {
        "use": ("string", True, {}),
        "persons_per_vehicle": ("number", True, {"minimum": 0}),
        "pce": ("number", True, {"minimum": 0}),
        "description": ("string", False, {}),
    },
}
KEYS = {"node": "node_id", "link": "link_id", "use_definition": "use"}


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def schema_of(name: str, columns: list[str]) -> Schema:
    known = GMNS_0_96[name]
    fields = []
    for column in columns:
        kind, required, constraints = known.get(column, ("any", False, {}))
        fields.append(
            {
                "name": column,
                "type": kind,
                "constraints": {"required": True, **constraints} if required else constraints,
            }
        )
    described: dict[str, object] = {"fields": fields, "missingValues": ["NaN", ""]}
    if name in KEYS:
        described["primaryKey"] = [KEYS[name]]
    return Schema.from_descriptor(described)


def faults(folder: Path) -> list[str]:
    """Return what frictionless finds wrong with the folder, by the specification and by its own datapackage.json."""
    found = []
    for name in GMNS_0_96:
        path = folder / f"{name}.csv"
        columns = path.read_text(encoding="utf-8").split("\n")[0].split(",")
        required = {field for field, (_kind, needed, _more) in GMNS_0_96[name].items() if needed}
        assert required <= set(columns)
        resource = Resource(path=path.name, basepath=str(folder), schema=schema_of(name, columns))
        found += [str(one) for one in resource.validate().flatten(["rowNumber", "fieldName", "message"])]
    package = Package.from_descriptor(
        json.loads((folder / "datapackage.json").read_bytes()), basepath=str(folder)
    )
    return found + [
        str(one) for one in package.validate().flatten(["title", "rowNumber", "fieldName", "message"])
    ]


def test_what_is_written_is_valid_by_the_specification_and_by_its_own_description(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    assert faults(tmp_path / "out") == []


def test_the_judge_sees_a_fault(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    link = tmp_path / "out" / "link.csv"
    link.write_text(link.read_text(encoding="utf-8").replace("L2,KZ-AKT", "L2,XX-NON"), encoding="utf-8")
    assert any("foreign key" in one.lower() or "XX-NON" in one for one in faults(tmp_path / "out"))


def test_our_fields_are_those_of_the_specification() -> None:
    for gmns in WRITTEN:
        for field in gmns.fields:
            kind, required, constraints = GMNS_0_96[gmns.name].get(field.name, ("any", False, {}))
            described = field.described()
            assert (described["type"], field.required) == (kind, required)
            assert {
                key: one for key, one in described.get("constraints", {}).items() if key != "required"
            } == constraints


def test_a_link_has_its_length_in_km_and_its_speed_where_time_is_known_too(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    links = {row["link_id"]: row for row in table(tmp_path / "out", "link.csv")}
    assert links["L1"]["length"] == "3200.1"
    assert float(links["L1"]["free_speed"]) == 3200.1 / 96
    assert float(links["L1"]["capacity"]) == 10.0
    assert (links["L2"]["length"], links["L2"]["free_speed"]) == ("420", "")
    assert (links["L1"]["directed"], links["L2"]["directed"]) == ("false", "true")


def test_a_transfer_within_a_place_is_a_link_from_a_node_to_itself(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    links = {row["link_id"]: row for row in table(tmp_path / "out", "link.csv")}
    found = links["T1"]
    assert (found["from_node_id"], found["to_node_id"]) == ("KZ-AKT", "KZ-AKT")
    assert (found["facility_type"], found["allowed_uses"], found["geometry"]) == ("transfer", "rail,sea", "")


def test_what_others_will_not_see_is_said(tmp_path: Path) -> None:
    said = write_gmns(sample(), tmp_path / "out")
    assert [sentence.rpartition(": ")[2] for sentence in said] == ["TJ-DYU.", "L3.", "L4."]
    assert {row["node_id"] for row in table(tmp_path / "out", "node.csv")} == {"KZ-AKT", "AZ-ALA", "KZ-DOS"}


def test_what_is_written_is_read_back_with_its_licences_and_credits(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    assert same(read_gmns(tmp_path / "out"), sample())
    about = about_gmns(tmp_path / "out")
    assert about.credits == ("© OpenStreetMap contributors",)
    assert about.licences == ("CC-BY-4.0", "ODbL-1.0 for distances")


@settings(max_examples=25, deadline=None)
@given(networks())
def test_every_network_survives(network: Network) -> None:
    with TemporaryDirectory() as folder:
        write_gmns(network, Path(folder) / "out")
        assert same(read_gmns(Path(folder) / "out"), network)


@settings(max_examples=5, deadline=None)
@given(networks())
def test_every_network_is_valid_by_the_specification(network: Network) -> None:
    with TemporaryDirectory() as folder:
        write_gmns(network, Path(folder) / "out")
        assert faults(Path(folder) / "out") == []


def test_another_program_may_write_numbers_and_truth_in_its_own_way(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    link = tmp_path / "out" / "link.csv"
    text = link.read_text(encoding="utf-8").replace(",false,", ",0,").replace(",420,", ",420.0,")
    link.write_text(text, encoding="utf-8")
    assert same(read_gmns(tmp_path / "out"), sample())


def test_a_change_that_others_made_is_named_and_never_lost(tmp_path: Path) -> None:
    write_gmns(sample(), tmp_path / "out")
    link = tmp_path / "out" / "link.csv"
    lines = link.read_text(encoding="utf-8").replace(",420,", ",430,").splitlines()
    link.write_text("\n".join([*lines[:-1], "L9,KZ-AKT,AZ-ALA,true"]) + "\n", encoding="utf-8")
    with pytest.raises(NetworkError) as refused:
        read_gmns(tmp_path / "out")
    told = [(one.where.line, one.row, one.column) for one in refused.value.problems]
    assert told == [(1, "C1", "link_id"), (3, "L2", "length"), (5, "L9", "link_id")]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_gmns(sample(), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_without_links_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "node.csv").write_text("node_id,x_coord,y_coord\n", encoding="utf-8")
    with pytest.raises(NetworkError, match="link.csv"):
        read_gmns(tmp_path)
