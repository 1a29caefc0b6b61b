"""The page of the library names every public function that the faces of the library have, and no argument that is none."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
from importlib import import_module
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
FACES_OF_CORRIDORS = (
    "exchange.edition_files",
    "exchange.mapping_file",
    "model",
    "network.checking",
    "network.edition",
    "network.network",
    "questions.assignment",
    "questions.calibrating",
    "questions.candidates",
    "questions.capacity",
    "questions.changed",
    "questions.checks",
    "questions.comparison",
    "questions.criticality",
    "questions.departure",
    "questions.isochrone",
    "questions.ladder",
    "questions.measures",
    "questions.route",
    "questions.routes",
    "questions.simulation",
    "questions.worth",
    "runs.running",
    "scenarios.applying",
    "scenarios.hashing",
    "scenarios.pairs",
    "scenarios.reading",
)
FORMATS_OF_EXCHANGE = ("geojson", "geopackage", "gmns", "spreadsheet")
# What modules of the package share with each other: steps of an answer, and not answers.
SHARED_IN_CORRIDORS = {
    "content",
    "demands_of",
    "difference_of",
    "distinct_paths",
    "hash_on",
    "is_wait",
    "least_deviation",
    "measure",
    "shares",
    "sizes_of",
    "states_column",
    "table_of",
    "way",
    "worth_of_an_hour",
}
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


@pytest.mark.parametrize("module", FACES_OF_CORRIDORS)
def test_the_page_names_every_public_function_of_a_face_of_corridors(module: str) -> None:
    assert f"`{module}`" in PAGE
    public = public_functions(f"corridors.{module}") - SHARED_IN_CORRIDORS
    assert {name for name in public if f"`{name}(" not in PAGE} == set()


def test_the_page_names_every_public_function_of_the_desk_of_corridors() -> None:
    assert {name for name in public_functions("desk.corridors") if f"`{name}(" not in PAGE} == set()


@pytest.mark.parametrize("name", FORMATS_OF_EXCHANGE)
def test_the_page_names_every_function_of_a_format_of_exchange(name: str) -> None:
    package = import_module(f"kengesh.corridors.exchange.{name}")
    functions = {one for one in package.__all__ if inspect.isfunction(getattr(package, one))}
    assert functions
    assert {one for one in functions if f"`{one}(" not in PAGE} == set()


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
