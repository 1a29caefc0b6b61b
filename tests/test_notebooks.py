"""The notebooks under docs/notebooks run: every cell, in order, in a fresh process; and they are notebooks, without anybody's outputs.

No Jupyter is needed: a notebook of format 4.5 is JSON, and its code cells are Python. What the format requires of one is checked by hand
(https://nbformat.readthedocs.io/en/latest/format_description.html): the four fields at the top, and of each cell its type, id, metadata and
source; of a code cell its outputs and count too.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
IDENTIFIER = re.compile(r"[a-zA-Z0-9_-]{1,64}")  # of a cell, since format 4.5
EVERY_CELL = {"cell_type", "id", "metadata", "source"}
LONGEST_SECONDS = 300

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 2


@every_notebook
def test_every_cell_of_a_notebook_runs_in_a_fresh_process(path: Path, tmp_path: Path) -> None:
    program = tmp_path / f"{path.stem}.py"
    program.write_text(as_program(code_cells(path)), encoding="utf-8", newline="\n")
    done = subprocess.run(
        [sys.executable, str(program)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST_SECONDS,
    )
    assert done.returncode == 0, f"{path.name}\n{done.stdout}\n{done.stderr}"


@every_notebook
def test_a_notebook_has_the_fields_that_its_format_requires(path: Path) -> None:
    whole = read(path)
    assert set(whole) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert (whole["nbformat"], whole["nbformat_minor"]) == (4, 5)
    assert whole["metadata"]["kernelspec"] == {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    }
    assert whole["metadata"]["language_info"] == {"name": "python"}
    for cell in whole["cells"]:
        of_its_type = {"markdown": set(), "code": {"outputs", "execution_count"}}[cell["cell_type"]]
        assert set(cell) == EVERY_CELL | of_its_type
        assert IDENTIFIER.fullmatch(cell["id"])
        assert cell["metadata"] == {}
        assert all(line.endswith("\n") for line in cell["source"][:-1])
    ids = [cell["id"] for cell in whole["cells"]]
    assert len(ids) == len(set(ids))


@every_notebook
def test_a_notebook_is_kept_without_outputs_and_as_it_is_written(path: Path) -> None:
    whole = read(path)
    for cell in whole["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
    written = json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert path.read_text(encoding="utf-8") == written, "write it as nbformat does: keys in order, indent 1"


@every_notebook
def test_a_notebook_is_plain_python_and_asserts_what_it_claims(path: Path) -> None:
    trees = [ast.parse(source) for source in code_cells(path)]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    assert sum(isinstance(node, ast.Assert) for node in nodes) >= 5


def test_a_cell_that_fails_fails_the_program_and_is_named(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(as_program(["one = 1", "assert one == 2"]), encoding="utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True)
    assert done.returncode == 1
    assert 'File "code cell 2", line 1' in done.stderr


def read(path: Path) -> dict[str, Any]:
    """Return a notebook."""
    whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return whole


def code_cells(path: Path) -> list[str]:
    """Return the source of a notebook's code cells, in order."""
    return ["".join(cell["source"]) for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def as_program(cells: list[str]) -> str:
    """Return a program that runs cells one after another in one namespace, each under its own name in a traceback."""
    return (
        f"cells = {json.dumps(cells)}\n"
        "names = {'__name__': '__main__'}\n"
        "for place, source in enumerate(cells, 1):\n"
        "    exec(compile(source, f'code cell {place}', 'exec'), names)\n"
    )
