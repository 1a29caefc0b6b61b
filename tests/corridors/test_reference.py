"""The reference pages on corridors say what the definitions say, and the worked example of the hash can be recomputed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kengesh.cli.corridor import command
from kengesh.corridors.network.edition import FIELDS, REQUIRED, hash_of
from kengesh.corridors.network.quantities import QUANTITIES, UNITS
from kengesh.corridors.network.tables import TABLES, columns_of
from kengesh.corridors.questions.beside import STANDINGS
from kengesh.corridors.questions.simulation import ROUTES, STRUCTURES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import corridor_page  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
PAGE = (REFERENCE / "corridors.md").read_text(encoding="utf-8")
EXCHANGING = ("import", "export", "diagram")  # they ask nothing of their own
FILE = re.compile(r"^```(?:text|csv)\n# (ferry/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("corridors-tables.md", corridor_page.tables_page),
        ("corridors-formats.md", corridor_page.formats_page),
    ],
)
def test_a_page_is_what_the_definitions_say(name: str, made: object) -> None:
    assert callable(made)
    there = (REFERENCE / name).read_text(encoding="utf-8")
    assert made() == there, "run python tools/make_reference.py"


def test_the_page_of_tables_has_every_column_quantity_and_unit() -> None:
    page = corridor_page.tables_page()
    for table in TABLES:
        part = page.split(f"\n## {table}\n")[1].split("\n## ")[0]
        on_page = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        assert on_page == [name for name, _column in columns_of(table)]
    assert all(f"| `{name}` | `{one.unit}` |" in page for name, one in QUANTITIES.items())
    assert all(f"| `{unit}` |" in page for fitting in UNITS.values() for unit in fitting)


def test_a_page_falls_behind_when_a_column_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = corridor_page.tables_page()
    monkeypatch.setattr(corridor_page, "columns_of", lambda table: list(columns_of(table))[:-1])
    assert corridor_page.tables_page() != before


def test_docstrings_become_markdown_without_roles() -> None:
    text = "See :mod:`~kengesh.corridors.exchange.mapping`, ``x``:\n\n    [[table]]\n\n    table = 1\n\nAnd so on."
    assert corridor_page.in_markdown(text) == (
        "See `mapping`, `x`:\n\n```toml\n[[table]]\n\ntable = 1\n```\n\nAnd so on."
    )


def test_every_format_says_what_is_done_and_what_is_not() -> None:
    page = corridor_page.formats_page()
    assert ":mod:" not in page
    for name in corridor_page.FORMATS:
        part = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert [word for word in ("Done:", "Partly done:", "Not done:") if f"\n{word}" not in part] == []


def test_the_page_has_every_field_of_an_edition() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (yes)? ?\|", PAGE.split("## The hash")[0], re.MULTILINE)
    assert rows == [(name, "yes" if name in REQUIRED else "") for name in FIELDS]


def test_the_page_has_every_question_that_can_be_asked() -> None:
    part = PAGE.split("## What each question answers")[1].split("\n## ")[0]
    asked = {one.name for one in command.registered_commands} - set(EXCHANGING)
    assert {name for name in asked if not re.search(rf"^\|[^|]*\|[^|]*`{name}`", part, re.MULTILINE)} == set()


def test_every_module_of_a_question_that_the_page_names_is_there() -> None:
    part = PAGE.split("## What each question answers")[1].split("\n\nWhere numbers are lacking")[0]
    cells = re.findall(r"^\| [^|]* \| [^|;]*; ([^|]*) \|", part, re.MULTILINE)
    modules = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    folder = ROOT / "kengesh" / "corridors" / "questions"
    assert len(modules) > 10
    assert {name for name in modules if not (folder / f"{name}.py").exists()} == set()


def test_the_page_has_every_structural_model_and_every_standing_of_a_figure() -> None:
    assert all(f"| `{name}` |" in PAGE for name in STRUCTURES)
    assert all(f"*{name}*" in " ".join(PAGE.split()) for name in STANDINGS)
    assert ROUTES == 5, "the page says: up to five distinct routes"


def test_the_hash_of_the_worked_example_is_that_of_the_page(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert hash_of(folder) == told()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is a program of GNU")
def test_the_hash_of_the_worked_example_is_recomputed_without_us(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (line,) = re.findall(r"^```sh\n(sha256sum .*)\n```$", PAGE, re.MULTILINE)
    done = subprocess.run(line, shell=True, cwd=folder, check=True, capture_output=True, text=True)
    assert done.stdout.split()[0] == told()


def written(folder: Path) -> Path:
    """Write the files of the worked example; return their folder."""
    (folder / "ferry").mkdir()
    for name, text in FILE.findall(PAGE):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder / "ferry"


def told() -> str:
    """Return the hash that the page tells of the worked example."""
    (found,) = re.findall(r"^([0-9a-f]{64})  -$", PAGE, re.MULTILINE)
    return str(found)
