"""The examples in the docstrings say what happens."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import kengesh.terms.dates

FOLDER = Path(kengesh.terms.dates.__file__).parent
WITH_EXAMPLES = sorted(file.stem for file in FOLDER.glob("*.py") if ">>>" in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_are_true(name):
    assert doctest.testmod(import_module(f"kengesh.terms.{name}")).failed == 0


def test_there_are_examples():
    assert {"dates", "glossary", "states", "written_dates"} <= set(WITH_EXAMPLES)
