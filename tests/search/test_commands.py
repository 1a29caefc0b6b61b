"""Searching and making the index anew from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from kengesh.search.asking import index_path


def typed(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, eighty columns wide."""
    program = Path(sys.executable).with_name("kengesh" + (".exe" if sys.platform == "win32" else ""))
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    return subprocess.run(
        [program, *words], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )


def test_one_command_makes_the_index_anew(own_record: Path) -> None:
    index_path(own_record).write_bytes(b"rubbish")
    told = typed("reindex", own_record)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"The search index is made anew in {index_path(own_record)}: ")
    found = typed("search", "Ташкенте", "--record", own_record)
    assert found.returncode == 0
    assert found.stdout.splitlines()[3].split()[:2] == ["tashkent", "name"]


def test_where_no_index_can_be_written_that_is_said_and_what_to_do(own_record: Path, tmp_path: Path) -> None:
    index_path(own_record).mkdir()
    (tmp_path / "config").write_text("a file where a folder should be")
    for words in (("reindex", own_record), ("search", "x", "--record", own_record)):
        told = typed(*words)
        assert told.returncode == 2
        assert told.stderr.startswith("Error: the search index can be written neither to ")


def test_a_word_that_is_mistyped_is_answered_with_those_that_come_near(own_record: Path) -> None:
    told = typed("search", "Takshent", "--record", own_record)
    assert "Nothing in this record holds all these words." in told.stdout
    assert "Did you mean: Taşkent" in told.stdout
    answer = json.loads(typed("search", "Takshent", "--json", "--record", own_record).stdout)
    assert (answer["answer"], answer["near"][0]) == ([], "Taşkent")


def test_a_row_says_of_what_type_its_thing_is_and_has_its_name_in_the_language_of_the_reader(
    own_record: Path,
) -> None:
    told = typed("search", "Ташкенте", "--json", "--lang", "az", "--record", own_record)
    row = json.loads(told.stdout)["answer"][0]
    assert (row["thing"], row["type"], row["name"]) == ("tashkent", "place", "Daşkənd")
