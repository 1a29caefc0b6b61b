"""The reference page of scenarios: it has every field that the reader knows, and its example is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kengesh.corridors.network.network import Network
from kengesh.corridors.scenarios import fields
from kengesh.corridors.scenarios.reading import read_scenario

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "corridors-scenarios.md"
TABLES = {
    "HEAD": fields.HEAD,
    "EDIT": fields.EDIT,
    "NUMBER": fields.NUMBER,
    "REMOVE": fields.REMOVE,
    "SET_STATUS": fields.SET_STATUS,
    "SCALE": fields.SCALE,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_its_line_in_a_table_of_the_page(table: str) -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"\w+", row)}
    assert set(TABLES[table]) <= told


def test_every_table_to_which_rows_are_added_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{table}`" in text for table in fields.ADDED)


def test_the_example_of_the_page_is_a_scenario_of_the_shipped_network(
    tmp_path: Path, network: Network
) -> None:
    found = re.search(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    path = tmp_path / "example.yaml"
    path.write_text(found[1], encoding="utf-8")
    assert read_scenario(path, network).keys == ("aktau", "kuryk")
