"""The JSON tree holds a rolling text whole, and a file that is not one is refused at the place where it is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from kengesh.texts.rolling import RollingText
from kengesh.texts.units import NotAText, Text
from kengesh.texts.writing.tree import (
    NotARollingText,
    read_shape,
    read_text_json,
    text_json_bytes,
    tree_bytes,
)
from tests.texts.writing.examples import rolling_texts, texts, worked


def test_what_is_written_is_read_as_the_same_value() -> None:
    rolling = worked()
    assert read_shape(tree_bytes(rolling)) == rolling


@settings(deadline=None, max_examples=50)
@given(rolling_texts())
def test_any_rolling_text_comes_back_whole_and_as_the_same_bytes(rolling: RollingText) -> None:
    data = tree_bytes(rolling)
    assert read_shape(data) == rolling
    assert tree_bytes(read_shape(data)) == data


@settings(deadline=None)
@given(texts())
def test_any_version_comes_back_whole(text: Text) -> None:
    again = read_text_json(text_json_bytes(text))
    assert again == text
    assert again.hash == text.hash


def test_the_file_is_for_people_to_compare_by_lines() -> None:
    lines = tree_bytes(worked()).decode().split("\n")
    assert lines[:3] == ["{", '  "format": "kengesh-rolling/1",', f'  "base_hash": "{worked().base.hash}",']
    assert '        "text": "Held in Tashkent."' in lines
    assert lines[-2:] == ["}", ""]


def changed(*path: str | int, to: Any) -> bytes:
    """The worked example with one value changed, or one added."""
    tree = json.loads(tree_bytes(worked()))
    at = tree
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return json.dumps(tree).encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (changed("nodes", 5, "content", 1, to=7), "$.nodes[5].content[1]: expected a string or an object, found 7."),
        (
            changed("nodes", 5, "content", 1, "variants", 0, "text", to=None),
            "$.nodes[5].content[1].variants[0].text: expected a string, found null.",
        ),
        (
            changed("nodes", 5, "content", 1, "colour", to="red"),
            "$.nodes[5].content[1]: “colour” is not known here; the members are id, start, end, base, variants, retain, notes.",
        ),
        (changed("nodes", 0, "type", to="old"), "$.nodes[0]: expected an object whose “type” is one of base, new, moved."),
        (changed("nodes", 5, "content", 1, "start", to=True), "$.nodes[5].content[1].start: expected a whole number, found true."),
        (changed("nodes", 5, "content", 1, "start", to=1.5), "$.nodes[5].content[1].start: expected a whole number, found 1.5."),
        (changed("nodes", to={}), "$.nodes: expected a list, found {}."),
        (changed("notes", 0, "act", to="shout"), "$.notes[0].act: expected one of replace, new, delete,"),
        (changed("base", "units", 1, "id", to="t"), "two units have the same id"),
        (changed("base", "units", 0, "text", to=" a"), "$.base: this is not a version of a text"),
        (changed("base", "units", 0, "text", to="Other"), "$.base_hash: the text that stands here has the hash"),
        (changed("format", to="kengesh-rolling/2"), "$.format: expected “kengesh-rolling/1”, found “kengesh-rolling/2”."),
        (changed("base", "units", 0, "text", to="\ud800"), "$.base.units[0].text: half of a surrogate pair is not a letter."),
        (b'{"format": "kengesh-rolling/1", "format": "x"}', "$: the member “format” stands twice."),
        (b'{"format": "kengesh-rolling/1", "base_hash": ""}', "$: the member “base” is missing."),
        (b"[]", "$: expected an object, found []."),
        (b'{"format": ', "line 1, column 12: this is not JSON"),
        (b"\xff", "byte 1 is not UTF-8."),
        (b"[" * 200_000, "nested too deeply"),
    ],
)  # fmt: skip
def test_a_file_is_refused_at_the_place_where_it_is_wrong(data: bytes, says: str) -> None:
    with pytest.raises(NotARollingText) as refused:
        read_shape(data)
    assert says in str(refused.value)


def test_a_version_whose_words_were_changed_after_it_was_written_is_refused() -> None:
    data = text_json_bytes(worked().base).replace(b"Held in Tashkent", b"Held in Toshkent")
    with pytest.raises(NotAText, match=r"\$\.hash: the text that stands here has the hash"):
        read_text_json(data)


def test_a_member_that_is_missing_is_named() -> None:
    with pytest.raises(NotAText, match=r"\$: the member “units” is missing"):
        read_text_json(b'{"format": "kengesh-text-json/1", "hash": "", "language": "en"}')
