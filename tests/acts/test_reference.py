"""The reference pages say what the kinds say, and every example is a real act."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from kengesh.acts import problems
from kengesh.charter import all_kinds
from kengesh.record.canonical import canonical, parse_canonical
from kengesh.record.entry import act_id

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_reference  # noqa: E402

KINDS = all_kinds()
FOLDER = ROOT / "docs" / "reference" / "acts"


def test_the_pages_are_what_the_kinds_say() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert there == make_reference.pages()


@pytest.mark.parametrize("name", list(KINDS))
def test_the_example_on_a_page_is_valid_and_has_the_id_that_the_page_gives(name: str) -> None:
    page = (FOLDER / make_reference.page_name(KINDS[name])).read_text(encoding="utf-8")
    example = json.loads(re.search(r"```json\n(.*?)\n```", page, re.DOTALL)[1])  # type: ignore[index]
    assert problems(example, KINDS) == []
    assert parse_canonical(canonical(example)) == example
    assert act_id(example) in page


@pytest.mark.parametrize("name", list(KINDS))
def test_an_example_without_a_required_field_is_refused_by_the_name_of_that_field(name: str) -> None:
    kind = KINDS[name]
    for field in kind.fields:
        if field.required:
            example = {key: value for key, value in kind.example.items() if key != field.name}
            assert field.name in {one.field for one in problems(example, KINDS)}


@pytest.mark.parametrize("name", list(KINDS))
def test_a_field_that_a_kind_does_not_have_is_refused_by_name(name: str) -> None:
    wrong = problems({**KINDS[name].example, "colour": "red"}, KINDS)
    assert [one.field for one in wrong] == ["colour"]
