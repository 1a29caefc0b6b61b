"""``diagram``, ``check``, ``import`` and ``export`` on the network that comes with the pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}svg"


def test_a_diagram_of_two_corridors_is_a_table_and_a_picture(kengesh, tmp_path: Path) -> None:
    file = tmp_path / "two.svg"
    told = kengesh(
        "corridor", "diagram", "--corridor", "middle", "--corridor", "southern-etrek", "--svg", file
    )
    assert told.code == 0
    assert "Middle Corridor by Aktau" in told.out and "Southern route by Etrek" in told.out
    assert "not known" in told.out and "at least" in told.out
    assert etree.parse(file).getroot().tag == SVG
    assert "OpenStreetMap" in file.read_text(encoding="utf-8")


def test_corridors_over_each_other_are_of_the_same_pair(kengesh) -> None:
    told = kengesh(
        "corridor", "diagram", "--corridor", "middle", "--corridor", "southern-etrek", "--json"
    ).json
    ends = {(one["asked"]["from"]["id"], one["asked"]["to"]["id"]) for one in told["courses"]}
    assert ends == {("CN-XIA", "TR-IST")}


def test_a_scenario_is_drawn_over_what_it_is_laid_on(kengesh) -> None:
    words = (
        "corridor",
        "diagram",
        "--corridor",
        "middle",
        "--scenario",
        "azerbaijan-participation",
        "--json",
    )
    told = kengesh(*words).json
    assert len(told["courses"]) == 2
    assert told["courses"][0]["scenario"] is None and told["courses"][1]["scenario"] is not None
    rows = [len(row) for row in told["picture"]["rows"]]
    assert set(rows) == {len(told["picture"]["columns"])}


def test_the_check_names_rows_and_sets_the_model_beside_published_figures(kengesh) -> None:
    told = kengesh("corridor", "check")
    assert told.code in (0, 1)
    assert "The model beside published figures" in told.out
    assert "What the model cannot reproduce" in told.out
    answer = kengesh("corridor", "check", "--json").json
    assert (answer["truth"] == "no") == (answer["errors"] > 0) == (told.code == 1)
    assert all(one["file"].endswith(".csv") and one["line"] > 1 for one in answer["findings"])
    figures = answer["figures"]["figures"]
    assert (
        len({one["id"].rstrip("abcdefghijklmnopqrstuvwxyz") for one in figures if "r" not in one["id"][6:]})
        >= 73
    )
    assert all(one["grade"] in ("A", "B", "C") for one in figures)
    assert all(one["says"] for one in figures)


def test_a_figure_that_the_model_cannot_reproduce_names_the_numbers_that_are_lacking(kengesh) -> None:
    figures = kengesh("corridor", "check", "--json").json["figures"]["figures"]
    bounds = [one for one in figures if one["standing"] == "at least"]
    assert bounds and all(one["lacking"] and "cannot reproduce" in one["says"] for one in bounds)


@pytest.mark.parametrize("format", ["gmns", "geojson", "geopackage"])
def test_what_is_exported_comes_back_with_the_same_hash(kengesh, tmp_path: Path, format: str) -> None:
    file, folder = tmp_path / f"network.{format}", tmp_path / "back"
    out = kengesh("corridor", "export", file, "--as", format, "--json")
    assert out.code == 0
    back = kengesh("corridor", "import", file, "--from", format, "--to", folder, "--json")
    assert back.code == 0, back.err
    assert back.json["rows"] == out.json["rows"]
    numbers = [(folder / "number.csv").read_bytes(), (folder / "link.csv").read_bytes()]
    assert all(numbers)
    again = kengesh("corridor", "route", "Osh", "Baku", "--network", folder, "--json")
    shipped = kengesh("corridor", "route", "Osh", "Baku", "--json")
    assert again.json["route"] == shipped.json["route"]


def test_nothing_that_is_there_is_written_over(kengesh, tmp_path: Path) -> None:
    file = tmp_path / "network.geojson"
    assert kengesh("corridor", "export", file, "--as", "geojson").code == 0
    before = file.read_bytes()
    told = kengesh("corridor", "export", file, "--as", "geojson")
    assert told.code == 2 and "this is there already" in told.err
    assert file.read_bytes() == before


MAPPING = """\
[[table]]
table = "place"
decimal = ","

[table.columns]
place_id = "Code"
name = "Name"
country = "State"

[table.constants]
kind = "terminal"
"""


def test_a_planners_spreadsheet_becomes_an_edition(kengesh, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "ours.csv").write_text(
        "Code,Name,State\nX1,Terminal one,KAZ\nX2,Terminal two,UZB\n", encoding="utf-8"
    )
    about = ("--id", "ours/1", "--title", "Ours", "--day", "2026-03", "--mapping", tmp_path / "map.toml")
    told = kengesh(
        "corridor",
        "import",
        tmp_path / "ours.csv",
        "--from",
        "spreadsheet",
        "--to",
        tmp_path / "ours",
        *about,
    )
    assert told.code == 0, told.err
    assert "edition ours/1" in " ".join(told.out.split()) and "place 2" in told.out
    checked = kengesh("corridor", "check", "--network", tmp_path / "ours", "--json").json
    assert [one["check"] for one in checked["findings"]] == ["unreached", "unreached"]


def test_every_mistake_in_a_spreadsheet_is_told_by_its_row_and_nothing_is_written(
    kengesh, tmp_path: Path
) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "ours.csv").write_text(
        "Code,Name,State\nX 1,One,KAZ\nX2,,UZB\nX3,Three,Utopia\n", encoding="utf-8"
    )
    about = ("--id", "ours/1", "--title", "Ours", "--day", "2026-03", "--mapping", tmp_path / "map.toml")
    told = kengesh(
        "corridor",
        "import",
        tmp_path / "ours.csv",
        "--from",
        "spreadsheet",
        "--to",
        tmp_path / "ours",
        *about,
    )
    assert (told.code, told.out) == (2, "")
    for row in (2, 3, 4):
        assert f"row {row}" in told.err
    assert not (tmp_path / "ours").exists()
