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
FACES_OF_FORMATS = (
    "claims.language.reading",
    "claims.language.writing",
    "claims.told.answering",
    "claims.told.documents",
    "claims.told.review",
    "claims.verdict.judging",
    "claims.verdict.nearest",
    "comparing",
    "drafts.against.checking",
    "matching",
    "overlap.answers",
    "overlap.what_if",
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
    public = public_functions(f"record.{module}")
    assert {name for name in public - NOT_THE_FACE if f"`{name}(" not in PAGE} == set()


@pytest.mark.parametrize("module", FACES_OF_FORMATS)
def test_the_page_names_every_public_function_of_a_face_of_formats(module: str) -> None:
    assert f"`{module}`" in PAGE
    assert {name for name in public_functions(f"formats.{module}") if f"`{name}(" not in PAGE} == set()


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


def public_functions(module: str) -> set[str]:
    """Return the names of the functions of a module of the package that have no underscore before them."""
    tree = ast.parse((ROOT / "kengesh" / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    return {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
