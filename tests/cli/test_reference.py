"""The reference page of the commands is what the commands say, and its tables are what the program does."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from kengesh.cli import COMMANDS, READER_GONE, main
from kengesh.cli.output import DOES_NOT_HOLD, HOLDS, NOT_KNOWN, WRONG_USE
from kengesh.mechanism.answers import BASES
from kengesh.mechanism.certainty import RANKS
from kengesh.mechanism.record import Mechanism

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import command_page  # noqa: E402

PAGE = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_commands_say() -> None:
    assert command_page.command_page() == PAGE, "run python tools/make_reference.py"


def test_every_module_of_a_command_is_a_command_and_on_the_page() -> None:
    folder = ROOT / "kengesh" / "cli"
    paths = (*folder.glob("*.py"), *(path.parent for path in folder.glob("*/__init__.py")))
    modules = {path.stem.replace("_", "-") for path in paths}
    with_command = {
        name
        for name in modules - {"--init--"}
        if hasattr(import_module(f"kengesh.cli.{name.replace('-', '_')}"), "command")
    }
    assert with_command == set(COMMANDS)
    assert {heading.split()[0] for heading in re.findall(r"^### (.+)$", PAGE, re.M)} == set(COMMANDS)


def every_command() -> list[str]:
    """Return what is typed for each command, with its sub-command where it has some."""
    typed: list[str] = []
    for name in COMMANDS:
        command = import_module(f"kengesh.cli.{name.replace('-', '_')}").command
        if isinstance(command, typer.Typer):
            typed += [f"{name} {one.name}" for one in command.registered_commands]
        else:
            typed.append(name)
    return typed


@pytest.mark.parametrize("command", every_command())
def test_the_page_names_every_option_that_help_names(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    named = set(re.findall(r"^│\s+\*?\s*(--[a-z-]+)", capsys.readouterr().out, re.M)) - {"--help"}
    section = PAGE.split(f"### {command}\n", 1)[-1].split("\n### ")[0]
    if "(#options-of-every-question)" in section:
        section += PAGE.split("## Options of every question\n")[1].split("\n## ")[0]
    assert named == set(re.findall(r"^\| `(--[a-z-]+)", section, re.M))


def test_every_setting_that_the_program_reads_is_on_the_page_and_no_other() -> None:
    read = set()
    for path in (ROOT / "kengesh").rglob("*.py"):
        read |= set(
            re.findall(r"environ(?:ment)?(?:\.get\(|\[)\"(KENGESH_\w+)", path.read_text(encoding="utf-8"))
        )
    assert read == set(command_page.SETTINGS)


def test_the_exit_codes_are_those_of_the_program() -> None:
    ours = [HOLDS, DOES_NOT_HOLD, WRONG_USE, NOT_KNOWN, READER_GONE]
    assert list(command_page.EXIT_CODES) == ours == [0, 1, 2, 3, 141]


def test_an_answer_has_the_keys_that_the_page_names(founding: Mechanism) -> None:
    answer = json.loads(json.dumps(founding.ask("status", party="TKM", body="ots", on="2025-11-16")))
    assert set(command_page.ENVELOPE) <= set(answer)
    (row,) = answer["answer"]
    assert set(row) == set(command_page.ROW) | set(command_page.MEMBERSHIP)
    members = founding.ask("members", body="consultative-meeting", on="2025-11-16")["answer"]
    assert {frozenset(row) for row in members} == {frozenset(row) for row in answer["answer"]}


def test_the_page_names_every_degree_of_certainty_and_basis() -> None:
    assert all(f"`{one}`" in command_page.ROW["certainty"] for one in RANKS)
    assert all(f"`{one}`" in command_page.ROW["basis"] for one in BASES)
