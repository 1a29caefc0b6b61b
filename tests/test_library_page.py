"""The page of the library names every public function that the faces of the library have, and no argument that is none."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
from pathlib import Path

import pytest

from kengesh.mechanism.questions import QUESTIONS
from kengesh.mechanism.record import Mechanism

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "reference" / "library.md").read_text(encoding="utf-8")
MODULES = (
    "blobs",
    "compare",
    "cosignature",
    "entry",
    "keyfile",
    "log",
    "mirror",
    "note",
    "proof",
    "proving",
    "resume",
    "verify",
    "writer",
)
# Parts of a verification that other modules of the package share, and the two halves of reading log.toml.
NOT_THE_FACE = {
    "bundle_bytes",
    "check_entries",
    "check_head",
    "check_root",
    "check_tiles",
    "check_tree",
    "examine_record",
    "format_settings",
    "open_signed",
    "parse_settings",
}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([A-Z][a-z]+[A-Z]\w+)`", PAGE))))
def test_every_class_that_the_page_names_is_one(name: str) -> None:
    modules = [*(ROOT / "kengesh").rglob("*.py")]
    assert hasattr(builtins, name) or any(
        re.search(rf"^class {name}\b", one.read_text(encoding="utf-8"), re.M) for one in modules
    )


@pytest.mark.parametrize("module", MODULES)
def test_the_page_names_every_public_function_of_the_record(module: str) -> None:
    tree = ast.parse((ROOT / "kengesh" / "record" / f"{module}.py").read_text(encoding="utf-8"))
    public = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert {name for name in public - NOT_THE_FACE if f"`{name}(" not in PAGE} == set()


def test_the_page_names_every_public_method_of_a_mechanism() -> None:
    public = {name for name, _method in inspect.getmembers(Mechanism, callable) if not name.startswith("_")}
    assert {name for name in public if f"| `{name}(" not in PAGE} == set()


def test_the_page_names_every_question_with_its_arguments() -> None:
    table = PAGE.split("| question | arguments |\n| --- | --- |\n")[1].split("\n\n")[0]
    on_page = {}
    for line in table.splitlines():
        name, arguments = re.fullmatch(r"\| `(\w+)` \|(.*)\|", line).groups()  # type: ignore[union-attr]
        on_page[name] = [(one, not bracket) for bracket, one in re.findall(r"(\[?)`(\w+)`", arguments)]
    for name, ask in QUESTIONS.items():
        parameters = list(inspect.signature(ask).parameters.values())[1:]
        assert on_page[name] == [(one.name, one.default is one.empty) for one in parameters], name
    assert set(on_page) == set(QUESTIONS)
