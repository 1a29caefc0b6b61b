"""The frame holds: lock files that name no place, one direction of imports, no trace of any machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import kengesh

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements/base.txt", "requirements/dev.txt")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
# In pieces, so that this file does not hold what it looks for.
DOT = re.escape(".")
REGISTRIES = [
    "pypi" + DOT + "org",
    "python" + "hosted" + DOT,
    "npmjs" + DOT + "org",
    "deb" + DOT + "debian" + DOT,
]
HOMES = [rf"(?<![\w/.~-])/{name}/" for name in ("home", "Users", "root", "wo" + "rk", "fa" + "rm")]
MACHINE = re.compile("|".join([*REGISTRIES, *HOMES]))


def tracked() -> list[Path]:
    """Return the files that the repository holds; the test is left out where there is no repository."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout, so which files are the project's is not known")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def pinned(lock: str) -> dict[str, str]:
    """Return what a lock file pins: versions by name."""
    return dict(PINNED.findall((ROOT / lock).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert (
        re.findall(r"^.*(?:://|file:/|--index|--extra-index|--find-links|--trusted|^/| @ ).*$", text, re.M)
        == []
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_its_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    assert [
        block.split()[0] for block in blocks if PINNED.match(block) and "--hash=sha256:" not in block
    ] == []


def test_who_tests_has_what_who_uses_has() -> None:
    assert pinned(LOCKS[0]).items() <= pinned(LOCKS[1]).items()


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for file in tracked():
        try:
            hit = MACHINE.search(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
        if hit:
            found.append(f"{file.relative_to(ROOT).as_posix()}: {hit.group(0)}")
    assert found == []


def test_nothing_made_is_kept() -> None:
    made = {".venv", "var", "build", "dist", "__pycache__"}
    assert [file for file in tracked() if made & set(file.relative_to(ROOT).parts[:-1])] == []


def test_every_text_ends_its_lines_in_one_way() -> None:
    texts = {".py", ".md", ".yaml", ".toml", ".txt", ".sh", ".csv", ".json"}
    assert [file for file in tracked() if file.suffix in texts and b"\r" in file.read_bytes()] == []


def test_imports_point_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports" + (".exe" if sys.platform == "win32" else ""))
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_the_command_is_installed_with_the_package() -> None:
    (command,) = entry_points(group="console_scripts", name="kengesh")
    assert command.value == "kengesh.cli:main"


def test_importing_the_package_imports_nothing_heavy() -> None:
    says = "import kengesh, sys; print(sorted(n for n in sys.modules if n.split('.')[0] in {'kengesh', 'msgspec', 'yaml'}))"
    done = subprocess.run([sys.executable, "-c", says], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "['kengesh']"


def test_the_changelog_tells_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = kengesh.__version__
    assert f"## [{version}]" in text or f"## [Unreleased]\n\nTo become {version}," in text


def test_make_alone_says_what_can_be_made() -> None:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not installed")
    says = subprocess.run([make, "--no-print-directory"], cwd=ROOT, capture_output=True, text=True).stdout
    targets = re.findall(r"^([a-z-]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [target for target in targets if f"make {target}" not in says and target != "help"] == []
