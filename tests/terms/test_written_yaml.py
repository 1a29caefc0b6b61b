"""YAML for people: what a value stands for, the line of each field, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kengesh.terms.written_yaml import Lines, NotYaml, TooDeep, line_of, read_yaml, value_of


def read(folder: Path, text: str) -> tuple[Any, Lines, list[tuple[int, str]]]:
    path = folder / "a.yaml"
    path.write_bytes(text.encode())
    root = read_yaml(path)
    assert root is not None
    lines: Lines = {}
    found: list[tuple[int, str]] = []
    return value_of(root, "", lines, found), lines, found


def test_only_whole_numbers_and_true_and_false_are_more_than_text(tmp_path: Path) -> None:
    text = "a: no\nb: 2026-01-01\nc: 12\nd: 0.8\ne: true\nf: '12'\ng: 007\nh: null\ni: 1e3\n"
    value, _lines, _found = read(tmp_path, text)
    assert value == {
        "a": "no",
        "b": "2026-01-01",
        "c": 12,
        "d": "0.8",
        "e": True,
        "f": "12",
        "g": "007",
        "h": "null",
        "i": "1e3",
    }


def test_every_field_has_its_line_and_a_missing_one_that_of_what_is_around_it(tmp_path: Path) -> None:
    _value, lines, _found = read(tmp_path, "a:\n  b: 1\n  c:\n    - x: 1\n      y: 2\n")
    assert line_of("a.c[0].y", lines, 0) == 5
    assert line_of("a.c[0].z", lines, 0) == 4
    assert line_of("a.d.e", lines, 0) == 1
    assert line_of("q", {}, 7) == 7


def test_a_field_that_stands_twice_is_found(tmp_path: Path) -> None:
    _value, _lines, found = read(tmp_path, "a: 1\nb: 2\na: 3\n")
    assert found == [(3, "the field a stands twice.")]


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("# a remark\n", encoding="utf-8")
    assert read_yaml(path) is None


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"a: [1\n", 2, "is not YAML"),
        (b"a: \xff\n", 1, "is not text in UTF-8"),
        (b"a: 1\nb: \x07\n", 2, "the control character U+0007"),
        (b"a: &x [1]\nb: *x\n", 1, "is anchored with &"),
    ],
)
def test_what_is_no_such_yaml_is_refused_with_its_line(
    data: bytes, line: int, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(NotYaml, match=says.replace("+", r"\+")) as refused:
        read_yaml(path)
    assert refused.value.line == line


@pytest.mark.parametrize("depth", [40, 5000])
def test_what_is_nested_too_deeply_is_refused(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("[" * depth + "]" * depth, encoding="utf-8")
    with pytest.raises(TooDeep):
        read_yaml(path)
