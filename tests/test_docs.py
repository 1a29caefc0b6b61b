"""The pages under docs/ say what happens: their links lead somewhere, and their transcripts are played.

In a page that is played, a ``yaml``, ``python``, ``csv`` or ``text`` block whose first line is ``# path/to/file`` is that file, and a
``console`` block is typed line by line: after ``$`` a command, below it what it prints, where ``...`` stands for
anything. A command has to leave with 0, unless the page shows that it does not: by a line that begins with ``Error:``
it fails, and an answer that is ``no`` or ``not known`` may leave with the exit code of that answer.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kengesh.cli.output import DOES_NOT_HOLD, HOLDS, NOT_KNOWN, WRONG_USE

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SMALL_PACK = DOCS / "howto" / "make-a-pack.md"
AFTER_THE_SMALL_PACK = (
    "add-a-source",
    "check-the-evidence-of-a-fork",
    "correct-a-fact",
    "enter-the-claims-of-a-document",
    "hand-the-log-over",
    "hold-a-copy",
    "lost-writer-folder",
    "manage-keys",
    "verify-a-record-without-us",
)
NETWORK = DOCS / "howto" / "keep-a-network.md"
AFTER_THE_NETWORK = ("exchange-a-network", "write-a-scenario")
ON_THE_NETWORK_OF_THE_PACK = (
    "docs/explanation/what-a-corridor-model-can-say.md",
    "docs/howto/plan-a-corridor.md",
    "docs/howto/run-draws-on-several-machines.md",
    "docs/reference/corridors.md",
)
NEGOTIATION = ("compile-a-rolling-text", "resolve-a-rolling-text")  # the second goes on from the first
ON_THE_FOUNDING_RECORD = (
    "README.md",
    "docs/explanation/reported-is-not-performed.md",
    "docs/explanation/three-clocks-and-truth.md",
    "docs/howto/read-other-records.md",
    "docs/howto/compare-memberships.md",
    "docs/howto/check-a-claim.md",
    "docs/howto/check-a-draft.md",
    "docs/howto/ask-what-would-change.md",
)
# tests/site/test_serving.py, test_journeys.py and texts/test_journey.py: they need a port and a browser
PLAYED_BY_THE_SITE = (
    "docs/howto/read-a-record.md",
    "docs/howto/serve-a-record.md",
    "docs/howto/compile-in-the-browser.md",
)
BUILDS_THE_FOUNDING_RECORD = ("docs/tutorial/first-record.md", "docs/reference/library.md")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|^\[[^\]]+\]:\s+(\S+)$", re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty folder in which a page is played; its path has a space and letters that are not ASCII."""
    folder = tmp_path / "Хатшының үстелі"
    folder.mkdir()
    return folder


def test_making_a_pack_goes_as_the_page_says(desk: Path) -> None:
    play(SMALL_PACK, desk)


@pytest.mark.parametrize("page", AFTER_THE_SMALL_PACK)
def test_a_task_goes_as_its_page_says(page: str, desk: Path) -> None:
    play(SMALL_PACK, desk)
    play(DOCS / "howto" / f"{page}.md", desk)


def test_keeping_a_network_goes_as_the_page_says(desk: Path) -> None:
    play(NETWORK, desk)


@pytest.mark.parametrize("page", AFTER_THE_NETWORK)
def test_a_task_on_a_network_goes_as_its_page_says(page: str, desk: Path) -> None:
    play(NETWORK, desk)
    play(DOCS / "howto" / f"{page}.md", desk)


@pytest.mark.parametrize("page", ON_THE_NETWORK_OF_THE_PACK)
def test_the_network_of_the_pack_answers_as_the_page_says(page: str, desk: Path) -> None:
    play(ROOT / page, desk)


def test_a_negotiation_goes_as_its_pages_say(desk: Path) -> None:
    for page in NEGOTIATION:
        play(DOCS / "howto" / f"{page}.md", desk)


@pytest.mark.parametrize("page", BUILDS_THE_FOUNDING_RECORD)
def test_a_page_that_builds_the_founding_record_goes_as_it_says(page: str, desk: Path) -> None:
    play(ROOT / page, desk)


@pytest.mark.parametrize("page", ON_THE_FOUNDING_RECORD)
def test_the_founding_record_answers_as_the_page_says(page: str, desk: Path, founding_folder: Path) -> None:
    shutil.copytree(founding_folder, desk / "var" / "record")
    shutil.copytree(ROOT / "kengesh" / "texts" / "example", desk, dirs_exist_ok=True)
    play(ROOT / page, desk)


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("", {0}),
        ("copy holds 15 entries...\n", {0}),
        ("...no...20 June 2024...\n", {0, 1}),
        ("...not known...\n", {0, 3}),
        ("Error: nothing is written...\n", {1, 2}),
    ],
)
def test_a_command_leaves_with_0_unless_its_page_shows_otherwise(printed: str, codes: set[int]) -> None:
    assert may_leave_with(printed) == codes


def test_every_page_with_commands_is_played() -> None:
    names = (*AFTER_THE_SMALL_PACK, *NEGOTIATION, *AFTER_THE_NETWORK)
    tasks = {SMALL_PACK, NETWORK, *(DOCS / "howto" / f"{name}.md" for name in names)}
    elsewhere = (
        *BUILDS_THE_FOUNDING_RECORD,
        *ON_THE_FOUNDING_RECORD,
        *ON_THE_NETWORK_OF_THE_PACK,
        *PLAYED_BY_THE_SITE,
    )
    others = {ROOT / page for page in elsewhere}
    with_commands = {page for page in pages() if "```console" in page.read_text(encoding="utf-8")}
    assert {*DOCS.glob("howto/*.md"), *with_commands} == tasks | others


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT).as_posix()}: {target}"
        for page in pages()
        for target in links(page)
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_page_is_reached_from_the_index() -> None:
    reached: set[Path] = set()
    ahead = [DOCS / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in reached:
            continue
        reached.add(page)
        ahead += [
            (page.parent / target).resolve()
            for target in links(page)
            if target.endswith(".md") and (page.parent / target).is_file()
        ]
    assert sorted(set(DOCS.rglob("*.md")) - reached) == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(page.name[:4]) for page in (DOCS / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_dependency_is_argued_for_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    ]
    page = (DOCS / "decisions" / "0002-what-we-depend-on.md").read_text(encoding="utf-8")
    argued = [
        name for first in re.findall(r"^\| (`.+?) \|", page, re.M) for name in re.findall(r"`(.+?)`", first)
    ]
    assert sorted(argued) == sorted(re.split(r"[<>=;\[]", one)[0] for one in wanted)


def pages() -> list[Path]:
    """Return every page that a reader of the project may open: those at the root and those under docs/."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def links(page: Path) -> list[str]:
    """Return the files that a page links to, as the page writes them, without their anchors."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [one or two for one, two in LINK.findall(text)]
    return [target.split("#")[0] for target in targets if "://" not in target and not target.startswith("#")]


def play(page: Path, folder: Path) -> None:
    """Write the files of a page and type its commands, in the order of the page; stop at the first surprise."""
    for language, text in FENCE.findall(page.read_text(encoding="utf-8")):
        first, _newline, rest = text.partition("\n")
        if language in ("yaml", "python", "csv", "text") and first.startswith("# "):
            file = folder / first.removeprefix("# ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(rest, encoding="utf-8", newline="\n")  # the hash of a network is of its bytes
        elif language == "console":
            for command, printed in commands(text):
                type_in(command, printed, folder, page)


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Return the commands of a console block, each with the lines below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _newline, printed = part.partition("\n")
        yield command, printed


def type_in(command: str, printed: str, folder: Path, page: Path) -> None:
    """Run one command in the folder, as a new user with this Python; compare what it prints and how it leaves."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "KENGESH_CONFIG": str(folder / ".config"),
        "HOME": str(folder),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    where = f"{page.relative_to(ROOT)}: $ {command}\n{done.stdout}"
    if printed.strip():
        pattern = ".*".join(re.escape(part) for part in squeezed(printed).split("..."))
        assert re.fullmatch(pattern, squeezed(done.stdout), re.DOTALL), f"{where}\nthe page says:\n{printed}"
    codes = may_leave_with(printed)
    assert done.returncode in codes, f"{where}\nit left with {done.returncode}; the page shows one of {codes}"


def may_leave_with(printed: str) -> set[int]:
    """Return the exit codes that a command may leave with whose printed lines a page shows so."""
    if re.search(r"^Error: ", printed, re.MULTILINE):
        return {DOES_NOT_HOLD, WRONG_USE}
    answers = {
        DOES_NOT_HOLD: re.search(r"\bno\b", printed),
        NOT_KNOWN: re.search(r"\bnot known\b", printed),
    }
    return {HOLDS, *(code for code, shown in answers.items() if shown)}


def squeezed(text: str) -> str:
    """Return a text without the spaces at the ends of lines and the empty lines around it."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
