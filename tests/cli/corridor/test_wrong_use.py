"""Wrong use ends with 2, a sentence on standard error that says what to do, and nothing on standard output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WRONG = [
    (("route", "Osh"), "name two places, FROM and TO"),
    (
        ("route", "Osh", "Istambul"),
        "“Istambul” is no place of this network. Is it one of these: TR-IST (Istanbul (Halkali))",
    ),
    (("route", "Osh", "Poti"), "GE-POS (Poti railway station), GE-POP (Port of Poti)."),
    (
        ("route", "Osh", "Baku", "--network", "nosuch"),
        "“nosuch” is neither a folder with edition.toml nor one of",
    ),
    (
        ("route", "Osh", "Baku", "--layer", "nosuch"),
        "“nosuch” is neither a folder with edition.toml nor one of",
    ),
    (("route", "Osh", "Baku", "--scenario", "nosuch"), "“nosuch” is neither a file nor one of: aktau-storm"),
    (("route", "Osh", "Baku", "--by", "money"), "--by: money is not one of: time, cost, generalised."),
    (("route", "Osh", "Baku", "--up-to", "guessed"), "--up-to: guessed is not"),
    (
        ("route", "Osh", "Baku", "--status", "open"),
        "--status: open is not one of: existing, under construction",
    ),
    (("route", "Osh", "Baku", "--mode", "air"), "--mode: air is not one of: rail, road, sea."),
    (("route", "Osh", "Baku", "--avoid", "Russia"), "--avoid: Russia is no state"),
    (("route", "Osh", "Baku", "--nationality", "TR"), "--nationality: TR is no state"),
    (("route", "Osh", "Baku", "--via", "Nowhere"), "“Nowhere” is no place of this network."),
    (("route", "Osh", "Baku", "--corridor", "midle"), "Is it one of these: middle"),
    (("route", "Osh", "Baku", "--corridor", "middle", "--via", "Osh"), "leave out --via"),
    (
        ("route", "Osh", "Baku", "--commodity", "cheese"),
        "--commodity: cheese is not one of: (there are none).",
    ),
    (
        ("route", "Osh", "Baku", "--exercise", "--commodity", "container"),
        "--commodity: container is not one of: containers, perishables",
    ),
    (("route", "Osh", "Baku", "--departs", "tomorrow"), "expected one such as “Tue 14:30”"),
    (("route", "Osh", "Baku", "--departs", "Tue 14:30", "--by", "cost"), "leave out --by"),
    (("route", "Osh", "Baku", "--lang", "xx"), "xx is not one of the languages"),
    (("routes", "Osh", "Baku", "--sort", "worst"), "--sort: worst is not one of: distinct, best, unbeaten."),
    (("capacity", "Osh", "Osh"), "name two places that differ"),
    (("critical", "Osh", "Baku", "--pair", "Osh->Baku"), "give FROM and TO, or --pair, and not both."),
    (("critical", "--pair", "Osh Baku"), "--pair: Osh Baku is no pair"),
    (("simulate", "Osh", "Baku", "--scheduler", "nowhere"), "nowhere"),
    (("simulate", "Osh", "Baku", "--by", "cost"), "draws are of hours; leave out --by."),
    (("compare", "Osh", "Baku"), "say what to compare: --scenario, --accession or --without."),
    (("compare", "Osh", "Baku", "--without", "R9999"), "R9999"),
    (
        ("export", "out.gmns", "--as", "shapefile"),
        "--as: shapefile is not one of: gmns, geojson, geopackage.",
    ),
    (("import", "no.csv", "--from", "paper", "--to", "new"), "--from: paper is not one of"),
    (("import", "no.csv", "--from", "spreadsheet", "--to", "new"), "--mapping: say in a TOML file"),
    (("import", "no.json", "--from", "geojson", "--to", "new"), "give --id, --title, --day."),
    (("diagram", "Osh", "Baku", *["--corridor=middle"] * 4), "cannot be told apart"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[" ".join(words)[:50] for words, _says in WRONG])
def test_wrong_use_says_what_to_do(kengesh, words, says: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = kengesh("corridor", *words)
    assert (told.code, told.out) == (2, "")
    assert says in told.err, told.err
    assert list(tmp_path.iterdir()) == [tmp_path / "config"] or not list(tmp_path.iterdir())


def test_a_scenario_with_two_mistakes_is_refused_with_both_by_file_and_line(kengesh, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "scenario: mine\ntitle: Mine\nnetwork: central-asia/2026-01\nday: 2026-01\nsays: A try.\nedits:\n"
        "  - remove: R9999\n    because: to try\n    grade: C\n"
        "  - scale: B016\n    quantity: dwell\n    by: -2\n    because: to try\n    grade: C\n",
        encoding="utf-8",
    )
    told = kengesh("corridor", "route", "Osh", "Baku", "--scenario", str(file))
    assert (told.code, told.out) == (2, "")
    assert "mine.yaml, line 7" in told.err and "mine.yaml, line 12" in told.err


def test_a_network_of_ones_own_is_refused_by_file_and_line(kengesh, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('id = "mine/1"\ntitle = "Mine"\nday = "2026"\n', encoding="utf-8")
    (tmp_path / "place.csv").write_text("place_id,name,country\nA,A,KAZ\n", encoding="utf-8")
    (tmp_path / "link.csv").write_text("link_id,from_place,to_place,mode\nL1,A,B,rail\n", encoding="utf-8")
    told = kengesh("corridor", "check", "--network", str(tmp_path))
    assert (told.code, told.out) == (2, "")
    assert "link.csv, line 2, row L1, to_place: “B” is not there" in told.err


def test_without_its_libraries_the_command_says_what_to_install() -> None:
    blocked = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'scipy': raise ModuleNotFoundError(name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from kengesh.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    run = [sys.executable, "-c", blocked]
    told = subprocess.run(
        [*run, "corridor", "route", "A", "B"], capture_output=True, text=True, encoding="utf-8"
    )
    assert told.returncode == 2 and told.stdout == ""
    assert 'needs the library scipy. Install it with: pip install "kengesh[corridors]"' in told.stderr
    assert subprocess.run([*run, "key", "--help"], capture_output=True).returncode == 0
