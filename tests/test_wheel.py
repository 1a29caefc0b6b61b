"""An installed wheel works without the checkout: its data is in it, and its command makes and asks a record."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA")
ROWS = """\
- {row: body, act: name, thing: lake-council, type: body, names: Lake Council}
- {row: title, act: describe-record, title: The lakes, mechanism: lake-council, reaches: 2024-06-30, licence: CC BY 4.0}
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that nothing lying about in the checkout gets into it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT / "kengesh", source / "kengesh", ignore=shutil.ignore_patterns("__pycache__"))
    for name in SOURCES:
        shutil.copy(ROOT / name, source / name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    done = subprocess.run(build, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder away from the checkout, with the wheel in an environment of its own at ``env``."""
    folder = tmp_path_factory.mktemp("Қонақ үйі 1")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    done = subprocess.run([*pip, str(wheel)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def run(folder: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the installed environment in its folder.

    The libraries are those of this environment, lent by PYTHONPATH, which reads no .pth file and so never finds the
    checkout.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHONUTF8": "1",
        "KENGESH_CONFIG": str(folder / "config"),
    }
    path = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / program
    return subprocess.run(
        [path, *words], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "kengesh"
    files = {f.relative_to(ROOT).as_posix() for f in package.rglob("*") if f.is_file() and f.suffix != ".pyc"}
    left_out = files - set(ZipFile(wheel).namelist())
    assert left_out <= {"kengesh/packs/README.md"}


def test_the_wheel_holds_its_licences(wheel: Path) -> None:
    names = {name.rpartition("licenses/")[2] for name in ZipFile(wheel).namelist() if "/licenses/" in name}
    assert {"LICENSE", "LICENSE-DATA", "kengesh/terms/data/LICENSE.unicode"} <= names


def test_the_installed_package_is_not_the_checkout(installed: Path) -> None:
    done = run(installed, "python", "-c", "import kengesh; print(kengesh.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed), done.stdout + done.stderr


def test_the_installed_command_shows_the_way(installed: Path) -> None:
    done = run(installed, "kengesh", "--help")
    assert done.returncode == 0, done.stderr
    assert "kengesh new var/record --pack central_asia" in " ".join(done.stdout.split())


def test_the_installed_package_finds_its_states_glossary_and_packs(installed: Path) -> None:
    says = (
        "from kengesh.desk.packs import pack_names; from kengesh.terms.glossary import all_terms; "
        "from kengesh.terms.states import state_name; "
        "print(len(pack_names()), len(all_terms()), state_name('KGZ', 'ky'))"
    )
    here = subprocess.run([sys.executable, "-c", says], capture_output=True, text=True, cwd=ROOT, check=True)
    there = run(installed, "python", "-c", says)
    assert there.stdout == here.stdout, there.stderr


def test_the_installed_command_keeps_and_answers_a_record(installed: Path) -> None:
    (installed / "rows").mkdir()
    (installed / "rows" / "lakes.yaml").write_text(ROWS, encoding="utf-8")
    record = "көл жазбасы/record"
    for words in (("new", record, "--pack", "rows"), ("verify", record), ("show", "--record", record)):
        done = run(installed, "kengesh", *words)
        assert done.returncode == 0, done.stderr
    answer = json.loads(run(installed, "kengesh", "show", "--record", record, "--json").stdout)
    assert answer["answer"][0]["id"] == "lake-council"
