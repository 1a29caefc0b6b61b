"""The program among others: a terminal, a pipe, a locale, a shell that completes, a start that imports little."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kengesh.cli import COMMANDS

MEMBERS = ("members", "consultative-meeting", "--no-notes")
ESCAPE = "\x1b["


def test_an_answer_goes_to_standard_output_and_an_error_to_standard_error(shell) -> None:
    told = shell(*MEMBERS)
    assert told.code == 0 and told.err == "" and "Azerbaijan" in told.out
    told = shell("members", "nosuch")
    assert told.code == 2 and told.out == "" and told.err.startswith("Error: nosuch is not")


@pytest.mark.parametrize(
    "words", [MEMBERS, ("meetings",), ("instruments",), ("proposals",), ("sources",), ("disputes",)]
)
def test_tables_keep_to_eighty_columns_and_have_no_colours_where_there_is_no_terminal(kengesh, words) -> None:
    told = kengesh(*words).out
    assert max(map(len, told.splitlines())) <= 80
    assert ESCAPE not in told
    assert not any(line.endswith(" ") for line in told.splitlines())


def test_a_narrow_terminal_gets_one_value_to_a_line(kengesh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = kengesh(*MEMBERS).out
    assert "\nparty          Azerbaijan (AZE)\n" in told
    assert max(map(len, told.splitlines())) <= 40


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is not to be had on Windows")
@pytest.mark.parametrize(
    ("setting", "styled"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)], ids=str
)
def test_a_terminal_gets_bold_unless_it_asks_for_none(program, environment, setting, styled: bool) -> None:
    import pty  # noqa: PLC0415  (not on Windows)

    master, slave = pty.openpty()
    person = {**environment, "TERM": "xterm", **setting}
    person.pop("NO_COLOR", None) if not setting else None
    done = subprocess.Popen([*program, *MEMBERS], env=person, stdout=slave, stdin=slave, stderr=slave)
    os.close(slave)
    seen = b""
    while chunk := _read(master):
        seen += chunk
    assert done.wait(30) == 0
    os.close(master)
    assert (ESCAPE.encode() in seen) is styled
    assert b"Azerbaijan" in seen


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize("words", [("timeline",), ("export",), ("export", "--format", "csv")])
def test_a_reader_who_goes_away_is_no_error(program, environment, words) -> None:
    running = subprocess.Popen(
        [*program, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.read(1)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(30) == 128 + 13


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is not on this machine")
def test_a_full_disk_is_told_in_a_sentence(program, environment) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*program, *MEMBERS], env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Error: ") and b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "cp1252"])
def test_a_terminal_that_lacks_our_letters_gets_question_marks_and_a_program_gets_utf_8(
    shell, encoding: str
) -> None:
    setting = {"PYTHONIOENCODING": encoding}
    told = shell("name", "TUR", setting=setting, encoding=encoding)
    assert told.code == 0 and "?" in told.out and "T" in told.out
    told = shell("name", "TUR", "--json", setting=setting)
    assert json.loads(told.out)["answer"][0]["names"]["az"]["text"] == "Türkiyə"


def test_the_plainest_locale_does_not_stop_an_answer(shell) -> None:
    plainest = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert shell("status", "TUR", "ots", "--lang", "uz", setting=plainest).code == 0
    assert shell("--help", setting=plainest).code == 0


@pytest.mark.parametrize(
    ("typed", "place", "offered"),
    [
        ("kengesh mem", "1", {"members"}),
        ("kengesh members --known", "2", {"--known-at"}),
        ("kengesh key ", "2", {"new", "show"}),
    ],
)
def test_the_shell_completes_commands_and_options(shell, typed: str, place: str, offered: set[str]) -> None:
    asked = {"_KENGESH_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": place}
    assert set(shell(setting=asked).out.split()) == offered


def test_help_leads_a_newcomer_to_every_command(kengesh) -> None:
    told = kengesh("--help")
    assert told.code == 0
    assert "Begin with: kengesh new var/record --pack central_asia" in " ".join(told.out.split())
    first_words = {
        line.split()[1] for line in told.out.splitlines() if line.startswith("│ ") and line[2] != " "
    }
    assert set(COMMANDS) <= first_words


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(kengesh, command: str) -> None:
    told = kengesh(command, "--help")
    assert told.code == 0 and f"Usage: kengesh {command}" in told.out


def test_the_version_is_told(kengesh) -> None:
    assert kengesh("--version").out.count(".") == 2


def test_a_question_imports_no_other_command_and_nothing_that_it_does_not_need(environment) -> None:
    says = (
        "import sys\nfrom kengesh.cli import main\n"
        "try: main(['members', 'consultative-meeting', '--no-notes'])\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", says], env=environment, capture_output=True, text=True, timeout=60
    )
    modules = set(done.stderr.split())
    needless = {
        "rich.table",
        "rich.console",
        "yaml",
        "cryptography",
        "multiprocessing",
        "numpy",
        "sqlite3.dump",
        "kengesh.desk.enter",
    }
    assert not modules & needless
    assert {name for name in modules if name.startswith("kengesh.cli.")} == {
        f"kengesh.cli.{name}" for name in ("asking", "layout", "members", "near", "output")
    }
