"""The package is useful alone: its ten lines run, and nothing of the record or the web comes with them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import kengesh.texts as texts
from kengesh.texts.word.reading import read_word

EXAMPLE = Path(texts.__file__).parent / "example"
FOREIGN = ("django", "kengesh.record", "kengesh.mechanism", "kengesh.site", "kengesh.desk")


def ten_lines() -> str:
    """The example in the head of the package, as it stands there."""
    block = re.search(r"::\n\n((?:    .*\n|\n)+)", texts.__doc__ or "")
    assert block is not None
    return "".join(line.removeprefix("    ") for line in block[1].splitlines(keepends=True))


def test_the_example_of_the_package_runs_without_the_record_and_the_web(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "base.en.docx", tmp_path / "base.docx")
    (tmp_path / "received").mkdir()
    for delegation in ("KAZ", "UZB", "TKM"):
        shutil.copy(EXAMPLE / f"{delegation}.docx", tmp_path / "received")
    told = f"import sys\nfound = [name for name in sys.modules if name.startswith({FOREIGN})]\nassert not found, found\n"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"{ten_lines()}\n{told}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "[16 bis KAZ: " in done.stdout
    assert read_word((tmp_path / "rolling.docx").read_bytes(), "rolling.docx").text.units


def test_every_name_of_the_public_face_is_there() -> None:
    assert all(getattr(texts, name) is not None for name in texts.__all__)
    assert set(texts.__all__) == set(texts._WHERE)
