"""The hash of a scenario: what is said counts, how it is written does not; vectors that another program can compute."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Rule
from kengesh.corridors.scenarios.hashing import hash_of
from kengesh.corridors.scenarios.reading import read_scenario
from kengesh.corridors.scenarios.values import Add

Write = Callable[..., Path]
HEAD = "scenario: {id}\ntitle: x\nnetwork: central-asia/2026-01\nparent: {parent}\nday: 2026\nsays: x\n"

ONE = """\
  - scale: S002
    quantity: time
    by: 0.8
    because: a guess
    grade: C
"""


def test_the_hash_is_that_of_the_json_in_the_reference(write: Write, network: Network) -> None:
    scenario = read_scenario(write(ONE), network)
    expected = (
        '{"content":{"day":"2026","draws":1000,"edits":[{"because":"a guess","by":["0.8","0.8","0.8"],"grade":"C","key":"1",'
        '"quantity":"time","scale":["S002"]}],"network":"central-asia/2026-01","says":"What we try.","scenario":"trial","seed":1,'
        f'"title":"A trial"}},"network":"{network.hash}","on":""}}'
    )
    assert hash_of(scenario, network) == sha256(expected.encode()).hexdigest()


def test_the_hash_of_every_kind_of_edit_is_that_of_its_fields(write: Write, network: Network) -> None:
    text = """\
  - {add: place, row: {place_id: X, name: Шу, country: KAZ, lat: 43.60}, numbers: [], because: b, grade: C}
  - {key: k, remove: [S002, S003], because: b, grade: C, about: [a, b]}
  - {set: R017, field: status, to: existing, because: b, grade: B, source: https://example.org}
  - {set: S002, quantity: time, value: 2.50, low: 2, high: 3, unit: d, direction: forward, because: b, grade: C}
"""
    scenario = read_scenario(write(text), network)
    edits = (
        '[{"add":"place","because":"b","grade":"C","key":"1","row":{"country":"KAZ","lat":"43.6","name":"Шу","place_id":"X"}},'
        '{"about":["a","b"],"because":"b","grade":"C","key":"k","remove":["S002","S003"]},'
        '{"because":"b","field":"status","grade":"B","key":"3","set":["R017"],"source":["https://example.org"],"to":"existing"},'
        '{"because":"b","direction":"forward","grade":"C","high":"3","key":"4","low":"2","quantity":"time","set":"S002","unit":"d",'
        '"value":"2.5"}]'
    )
    expected = (
        f'{{"content":{{"day":"2026","draws":1000,"edits":{edits},"network":"central-asia/2026-01","says":"What we try.",'
        f'"scenario":"trial","seed":1,"title":"A trial"}},"network":"{network.hash}","on":""}}'
    )
    assert hash_of(scenario, network) == sha256(expected.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        "# a comment\n" + ONE,
        "  - {by: [.80, 0.8, 8e-1], grade: C, because: 'a guess', quantity: time, scale: [S002]}\n",
        ONE.replace("a guess", ">-\n      a\n      guess"),
        ONE + "    key: 1\n",
    ],
)
def test_layout_comments_order_and_spelling_do_not_count(other: str, write: Write, network: Network) -> None:
    first = hash_of(read_scenario(write(ONE)), network)
    assert hash_of(read_scenario(write(other)), network) == first


def test_the_name_of_the_file_does_not_count(write: Write, network: Network) -> None:
    text = HEAD.format(id="a", parent="base")
    first, second = (read_scenario(write(text, name)) for name in ("a.yaml", "b.yaml"))
    assert hash_of(first, network) == hash_of(second, network)


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("by: 0.8", "by: 0.81"),
        ("a guess", "another guess"),
        ("grade: C", "grade: A\n    source: https://example.org"),
        ("S002", "S003"),
        ("grade: C", "grade: C\n    about: a"),
        ("grade: C", "grade: C\n    key: a"),
    ],
)
def test_whatever_is_said_counts(what: str, other: str, write: Write, network: Network) -> None:
    first = hash_of(read_scenario(write(ONE)), network)
    assert hash_of(read_scenario(write(ONE.replace(what, other))), network) != first


def test_the_network_and_the_parent_count(write: Write, network: Network, with_exercise: Network) -> None:
    child = HEAD.format(id="child", parent="parent")
    write(HEAD.format(id="parent", parent="base"), "parent.yaml")
    first = read_scenario(write(child, "child.yaml"))
    write(HEAD.format(id="parent", parent="base") + "seed: 2\n", "parent.yaml")
    second = read_scenario(write(child, "child.yaml"))
    assert len({hash_of(first, network), hash_of(second, network), hash_of(first, with_exercise)}) == 3


def test_text_in_another_unicode_form_has_the_same_hash(write: Write, network: Network) -> None:
    composed, decomposed = "\u0439", "\u0438\u0306"
    first, second = (
        hash_of(read_scenario(write(ONE.replace("guess", one))), network) for one in (composed, decomposed)
    )
    assert first == second


def test_a_row_keeps_all_of_its_columns_in_the_hash(write: Write, network: Network) -> None:
    text = "  - {add: rule, row: {rule_id: r, name: n, kind: fee, at: [B001, B002], nationality: KAZ}, because: b, grade: C}\n"
    scenario = read_scenario(write(text), network)
    edit = scenario.edits[0]
    assert isinstance(edit, Add) and isinstance(edit.row, Rule) and edit.row.direction == "both"
    other = read_scenario(write(text.replace("B002]", "B003]")), network)
    assert hash_of(scenario, network) != hash_of(other, network)
