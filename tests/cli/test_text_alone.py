"""``kengesh text`` alone: no record is needed, no Django, no network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kengesh.cli import READER_GONE
from tests.cli.negotiation import BASE, COMMON, file, word

EXAMPLE = Path(__file__).resolve().parents[2] / "kengesh" / "texts" / "example"
ALONE = """\
import socket, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError(f"{name} is not wanted here")

def no_network(*arguments, **named):
    raise OSError("there is no network")

sys.meta_path.insert(0, Blocked())
socket.socket.connect = no_network
socket.getaddrinfo = no_network
from kengesh.cli import main
main(sys.argv[1:])
"""


def alone(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process where Django cannot be imported and nothing can be reached."""
    return subprocess.run(
        [sys.executable, "-c", ALONE, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "KENGESH_RECORD": str(folder / "no-record")},
        timeout=60,
    )


def test_every_command_works_without_a_record_and_without_django(tmp_path: Path) -> None:
    file(tmp_path, "base.md", BASE)
    file(tmp_path, "uzb.md", COMMON)
    file(tmp_path, "kaz.docx", word())
    runs = [
        ("show", "kaz.docx"),
        ("compile", "base.md", "KAZ=kaz.docx", "UZB=uzb.md", "-o", "r.json", "-o", "r.docx", "-o", "r.html"),
        ("positions", "r.json"),
        ("resolve", "r.json", "--withdraw", "KAZ", "-o", "next.json"),
        ("convert", "base.md", "-o", "base.text"),
        ("keep", "network", "base.text", "--new"),
        ("show", "network"),
    ]
    for words in runs:
        told = alone(tmp_path, "text", *words)
        assert told.returncode == 0, told.stderr
    assert alone(tmp_path, "text", "diff", "base.md", "uzb.md").returncode == 1
    assert alone(tmp_path, "text", "concord", "en=base.md", "tr=uzb.md").returncode in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe without a reader is told otherwise there")
def test_that_the_reader_goes_away_is_no_error(program: list[str], environment: dict[str, str]) -> None:
    words = [*program, "text", "show", str(EXAMPLE / "base.en.md")]
    running = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    told = running.stderr.read() if running.stderr else b""
    running.wait(timeout=60)
    assert (running.returncode, told) == (READER_GONE, b"")


def test_help_names_every_sub_command(kengesh) -> None:
    told = kengesh("text", "--help")
    for name in ("show", "diff", "compile", "positions", "resolve", "concord", "convert", "keep"):
        assert f"│ {name} " in told.out
    assert "Negotiate a text" in kengesh("--help").out
