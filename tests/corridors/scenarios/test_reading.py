"""A scenario's file: what it says is read, and each of its mistakes is named by file, line, edit and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Number, Rule
from kengesh.corridors.scenarios.mistakes import ScenarioError
from kengesh.corridors.scenarios.reading import read_scenario, read_scenarios
from kengesh.corridors.scenarios.values import Add, Remove, ScaleBy, SetNumber, SetStatus

Write = Callable[..., Path]

EVERY_KIND = """\
  - add: rule
    row: {rule_id: rule/visa, name: Visas for drivers, kind: permit, at: [B010, D028], nationality: UZB}
    numbers:
      - {quantity: delay, value: 2, low: 1, high: 3, unit: d}
      - {quantity: cost, value: 150, unit: USD/TEU}
    because: a guess
    grade: C
  - remove: [S002, S003]
    because: a guess
    grade: C
  - key: opened
    set: R017
    field: status
    to: existing
    because: the bypass is announced
    source: [https://example.org/a, https://example.org/b]
    grade: B
    about: proposal/railways
  - set: B011
    quantity: dwell
    value: 8
    unit: h
    direction: forward
    because: measured on the other side
    source: https://example.org/c
    grade: A
  - scale: [B001, B002]
    quantity: dwell
    by: [0.6, .80, 1]
    because: a guess
    grade: C
"""


def test_every_kind_of_edit_is_read(write: Write, network: Network) -> None:
    scenario = read_scenario(write(EVERY_KIND), network)

    add, remove, status, number, scale = scenario.edits
    assert isinstance(add, Add) and isinstance(add.row, Rule) and add.row.at == ("B010", "D028")
    assert [(one.subject, one.quantity, one.value, one.basis) for one in add.numbers] == [
        ("rule/visa", "delay", 2.0, "assumed"),
        ("rule/visa", "cost", 150.0, "assumed"),
    ]
    assert isinstance(remove, Remove) and remove.ids == ("S002", "S003")
    assert isinstance(status, SetStatus) and (status.key, status.ids, status.to) == (
        "opened",
        ("R017",),
        "existing",
    )
    assert status.source == ("https://example.org/a", "https://example.org/b")
    assert isinstance(number, SetNumber)
    assert number.number == Number(
        subject="B011",
        quantity="dwell",
        value=8.0,
        unit="h",
        direction="forward",
        basis="derived",
        method="measured on the other side",
        source=("https://example.org/c",),
    )
    assert isinstance(scale, ScaleBy) and (scale.low, scale.mode, scale.high) == (0.6, 0.8, 1.0)
    assert [one.key for one in scenario.edits] == ["1", "2", "opened", "4", "5"]
    assert (scenario.seed, scenario.draws, scenario.parent) == (1, 1000, None)


REFUSED = {
    "a field that is not there": (
        "  - remove: S002\n    becuase: x\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, becuase: there is no such field here: "
        "expected key, because, source, grade, about, remove. Is it because?",
    ),
    "a kind that is not there": (
        "  - sacle: S002\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1: expected one of add, remove, set, scale; found: none.",
    ),
    "two kinds at once": (
        "  - remove: S002\n    scale: S003\n    quantity: time\n    by: 1\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1: expected one of add, remove, set, scale; found: remove, scale.",
    ),
    "no reason": (
        "  - remove: S002\n    grade: C\n",
        "trial.yaml, line 7, edit 1, because: it is missing: expected text.",
    ),
    "a grade that is not there": (
        "  - remove: S002\n    because: x\n    grade: D\n",
        "trial.yaml, line 9, edit 1, grade: “D” is not known here: expected A, B, C.",
    ),
    "an agreed text without its address": (
        "  - remove: S002\n    because: x\n    grade: B\n",
        "trial.yaml, line 7, edit 1, source: an edit of grade B names its source. "
        "Give the address, or say grade C: an assumption.",
    ),
    "a source that is no address": (
        "  - remove: S002\n    because: x\n    source: the treaty\n    grade: B\n",
        "trial.yaml, line 9, edit 1, source: “the treaty” is no address: "
        "expected one that begins with https:// or http://.",
    ),
    "a list where one value stands": (
        "  - remove: S002\n    because: [x, y]\n    grade: C\n",
        "trial.yaml, line 8, edit 1, because: expected one value.",
    ),
    "true where a value stands": (
        "  - remove: S002\n    because: true\n    grade: C\n",
        "trial.yaml, line 8, edit 1, because: expected one value.",
    ),
    "an edit that is a word": ("  - remove\n", "trial.yaml, line 7, edit 1: expected an edit: one of add,"),
    "a unit that does not fit": (
        "  - set: B001\n    quantity: dwell\n    value: 3\n    unit: km\n    because: x\n    grade: C\n",
        "trial.yaml, line 10, edit 1, unit: the unit “km” does not fit dwell: expected h, min, d.",
    ),
    "a time below zero": (
        "  - set: B001\n    quantity: dwell\n    value: -3\n    unit: h\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, value: -3: dwell is never below zero.",
    ),
    "low above high": (
        "  - set: B001\n    quantity: dwell\n    value: 3\n    low: 5\n    high: 4\n    unit: h\n"
        "    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, value: the value 3 does not lie between low and high.",
    ),
    "a value that is no number": (
        "  - set: B001\n    quantity: dwell\n    value: 3 h\n    unit: h\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, value: “3 h” is no number: expected one such as 22 or 4.25, "
        "without unit and without spaces.",
    ),
    "nothing that is set": (
        "  - set: B001\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, set: say what is set: “field” and “to”, or “quantity” with “value” and “unit”.",
    ),
    "a negative factor": (
        "  - scale: B001\n    quantity: dwell\n    by: -0.5\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, by: -0.5: expected a number of at least 0.",
    ),
    "factors out of order": (
        "  - scale: B001\n    quantity: dwell\n    by: [1, 0.8, 0.6]\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, by: expected the least, the likely and the most, in this order; found 1, 0.8, 0.6.",
    ),
    "two factors": (
        "  - scale: B001\n    quantity: dwell\n    by: [0.8, 1]\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, by: expected one factor, or three: the least, the likely, the most.",
    ),
    "no factor": (
        "  - scale: B001\n    quantity: dwell\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, by: expected one factor, or three: the least, the likely, the most.",
    ),
    "a quantity that is not there": (
        "  - scale: B001\n    quantity: dwel\n    by: 1\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, quantity: “dwel” is not known here: expected distance, time, dwell,",
    ),
    "a table to which nothing is added": (
        "  - add: lnik\n    row: {link_id: X}\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, add: “lnik” cannot be added: expected link, transfer, crossing, place, rule. Is it link?",
    ),
    "a row without its columns": (
        "  - add: link\n    row:\n      link_id: X1\n      from_place: KZ-AKP\n      mode: rial\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, row.to_place: it is empty: expected the id of a row of: place.\n"
        "trial.yaml, line 11, edit 1, row.mode: “rial” is not known here: expected rail, road, sea.",
    ),
    "a column that is not there": (
        "  - add: rule\n    row:\n      rule_id: rule/x\n      name: x\n      kind: fee\n      at: B001\n      nationalty: KAZ\n"
        "    because: x\n    grade: C\n",
        "trial.yaml, line 13, edit 1, row.nationalty: there is no such field here: expected rule_id, name, kind, at, "
        "direction, nationality, commodity, status, act, note. Is it nationality?",
    ),
    "a number of a row with a wrong unit": (
        "  - add: rule\n    row: {rule_id: rule/x, name: x, kind: fee, at: B001}\n    numbers:\n"
        "      - quantity: cost\n        value: 5\n        unit: h\n    because: x\n    grade: C\n",
        "trial.yaml, line 12, edit 1, numbers[0].unit: the unit “h” does not fit cost: expected USD/TEU, USD/FEU.",
    ),
    "the same row twice": (
        "  - remove: [S002, S003, S002]\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, remove: “S002” stands twice.",
    ),
    "half of a character": (
        '  - remove: S002\n    because: "\\ud83d"\n    grade: C\n',
        "trial.yaml, line 8",  # PyYAML in C refuses it, PyYAML in Python leaves it to us
    ),
    "the same key twice": (
        "  - {key: a, remove: S002, because: x, grade: C}\n  - {key: a, remove: S003, because: x, grade: C}\n",
        "trial.yaml, line 8, edit a, key: another edit has the key “a” already.",
    ),
    "the same field twice": (
        "  - remove: S002\n    because: x\n    because: y\n    grade: C\n",
        "trial.yaml, line 9: the field because stands twice.",
    ),
    "what is no YAML": ("  - remove: [S002\n", "trial.yaml, line 8: is not YAML: did not find expected"),
    "an alias": (
        "  - &one {remove: S002, because: x, grade: C}\n  - *one\n",
        "trial.yaml, line 7: is anchored with & and used again with *",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_mistake_of_form_is_named_by_its_place(case: str, write: Write) -> None:
    text, expected = REFUSED[case]
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(text))
    assert str(refused.value).startswith(expected)


UNFIT = {
    "an id that is not there": (
        "  - remove: S0002\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, remove: “S0002” is not there (no row of link, transfer, crossing, place, rule). "
        "Is it S002, ",
    ),
    "a row of another table": (
        "  - remove: corridor/middle\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, remove: “corridor/middle” is a row of the table “corridor”: "
        "expected one of link, transfer, crossing, place, rule.",
    ),
    "what is closed twice": (
        "  - {remove: S002, because: x, grade: C}\n  - {remove: S002, because: x, grade: C}\n",
        "trial.yaml, line 8, edit 2, remove: “S002” is closed already.",
    ),
    "a quantity without a number": (
        "  - scale: S001\n    quantity: cost\n    by: 0.5\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, quantity: the network has no number for S001 cost; what is not known cannot be scaled. "
        "It has: S001 distance; S001 time.",
    ),
    "a direction without a number": (
        "  - scale: B018\n    quantity: dwell\n    direction: back\n    by: 0.5\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, quantity: the network has no number for B018 dwell (back);",
    ),
    "a quantity of other tables": (
        "  - scale: S001\n    quantity: dwell\n    by: 0.5\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, scale: “S001” is a row of the table “link”: expected one of transfer, crossing.",
    ),
    "a status that it has": (
        "  - set: S002\n    field: status\n    to: existing\n    because: x\n    grade: C\n",
        "trial.yaml, line 7, edit 1, set: it is so already: the status of “S002” is “existing”.",
    ),
    "a status of another table": (
        "  - set: S002\n    field: status\n    to: in force\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, to: “in force” is no status of “S002”: expected existing, under construction, planned, closed.",
    ),
    "a number that it has": (
        "  - set: S002\n    quantity: time\n    value: 22\n    unit: h\n    because: x\n    grade: C\n",
        "trial.yaml, line 9, edit 1, value: it is so already: S002 time is 22 h.",
    ),
    "a number that the network tells apart": (
        "  - set: B018\n    quantity: dwell\n    value: 22\n    unit: h\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, quantity: the network tells it apart: B018 dwell (forward). Say for which of them it is set.",
    ),
    "an id that is used": (
        "  - add: place\n    row: {place_id: KZ-AKP, name: Aktau, country: KAZ}\n    because: x\n    grade: C\n",
        "trial.yaml, line 8, edit 1, row.place_id: “KZ-AKP” is there already.",
    ),
    "a link to nowhere": (
        "  - add: link\n    row:\n      link_id: X1\n      from_place: KZ-AKP\n      to_place: AZ-APL\n      mode: sea\n"
        "    because: x\n    grade: C\n",
        "trial.yaml, line 11, edit 1, row.to_place: “AZ-APL” is not there (no row of place). Is it ",
    ),
    "a number that its row cannot have": (
        "  - add: rule\n    row: {rule_id: rule/x, name: x, kind: fee, at: B001}\n    numbers:\n"
        "      - {quantity: dwell, value: 5, unit: h}\n    because: x\n    grade: C\n",
        "trial.yaml, line 10, edit 1, numbers[0].quantity: dwell is told of: transfer, crossing. This is a row of the table “rule”.",
    ),
    "two numbers about one thing": (
        "  - add: rule\n    row: {rule_id: rule/x, name: x, kind: fee, at: B001}\n    numbers:\n"
        "      - {quantity: cost, value: 5, unit: USD/TEU}\n      - {quantity: cost, value: 6, unit: USD/TEU}\n"
        "    because: x\n    grade: C\n",
        "trial.yaml, line 11, edit 1, numbers[1].quantity: another number of this row is about rule/x cost already.",
    ),
    "goods that are not there": (
        "  - set: S002\n    quantity: cost\n    value: 5\n    unit: USD/TEU\n    commodity: cotton\n    because: x\n    grade: C\n",
        "trial.yaml, line 11, edit 1, commodity: “cotton” is not there (no row of commodity).",
    ),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_does_not_fit_the_network_is_named_by_its_place(
    case: str, write: Write, network: Network
) -> None:
    text, expected = UNFIT[case]
    assert read_scenario(write(text)).edits  # nothing is wrong with its form
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(text), network)
    assert str(refused.value).startswith(expected)


def test_two_mistakes_are_both_told_one_of_form_and_one_of_the_network(
    write: Write, network: Network
) -> None:
    text = (
        "  - {remove: S002, because: x, grade: E}\n"
        "  - scale: X999\n    quantity: time\n    by: 0.5\n    because: x\n    grade: C\n"
    )
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(text), network)
    assert [(one.where.line, one.row, one.column) for one in refused.value.problems] == [
        (7, "1", "grade"),
        (8, "2", "scale"),
    ]


def test_what_speaks_of_a_row_whose_adding_cannot_be_read_is_no_second_mistake(
    write: Write, network: Network
) -> None:
    text = (
        "  - add: rule\n    row: {rule_id: rule/x, name: x, kind: fe, at: B001}\n    because: x\n    grade: C\n"
        "  - set: rule/x\n    quantity: delay\n    value: 5\n    unit: h\n    because: x\n    grade: C\n"
    )
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(text), network)
    assert [(one.where.line, one.column) for one in refused.value.problems] == [(8, "row.kind")]


HEADS = {
    "a field that is missing": (
        "scenario: a\nnetwork: central-asia/2026-01\nday: 2026\nsays: x\n",
        "a.yaml, line 1, title: it is missing: expected text.",
    ),
    "a field that is not there": (
        "scenario: a\ntitle: x\nnetwork: n\nday: 2026\nsays: x\nlayer: e\n",
        "a.yaml, line 6, layer: there is no such field here: expected scenario, title, network, layers,",
    ),
    "a day that is none": (
        "scenario: a\ntitle: x\nnetwork: n\nday: next year\nsays: x\n",
        "a.yaml, line 4, day: ",
    ),
    "no draws": (
        "scenario: a\ntitle: x\nnetwork: n\nday: 2026\nsays: x\ndraws: 0\n",
        "a.yaml, line 6, draws: 0: expected a whole number of at least 1.",
    ),
    "the name of the network without edits": (
        "scenario: base\ntitle: x\nnetwork: n\nday: 2026\nsays: x\n",
        "a.yaml, line 1, scenario: “base” is the network without edits: call the scenario something else.",
    ),
    "a parent that is not there": (
        "scenario: a\ntitle: x\nnetwork: n\nparent: bsae\nday: 2026\nsays: x\n",
        "a.yaml, line 4, parent: “bsae” is not there: no file in this folder is of that scenario. Is it base?",
    ),
    "a parent that is itself": (
        "scenario: a\ntitle: x\nnetwork: n\nparent: a\nday: 2026\nsays: x\n",
        "a.yaml, line 4, parent: parents in a circle: a, a.",
    ),
    "edits that are no list": (
        "scenario: a\ntitle: x\nnetwork: n\nday: 2026\nsays: x\nedits: none\n",
        "a.yaml, line 6, edits: expected a list of edits, each beginning with a dash.",
    ),
    "a list": ("- a\n", "a.yaml, line 1: expected the fields of a scenario: scenario, title, network,"),
    "nothing": ("", "a.yaml, line 1: expected the fields of a scenario: scenario, title, network,"),
}


@pytest.mark.parametrize("case", HEADS)
def test_a_mistake_in_the_head_is_named_by_its_place(case: str, write: Write) -> None:
    text, expected = HEADS[case]
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(text, "a.yaml"))
    assert str(refused.value).startswith(expected)


HEAD_OF = "scenario: {id}\ntitle: x\nnetwork: central-asia/2026-01\nparent: {parent}\nday: 2026\nsays: x\n"


def test_parents_that_go_in_a_circle_are_refused(write: Write) -> None:
    for one, parent in (("a", "b"), ("b", "c"), ("c", "a")):
        path = write(HEAD_OF.format(id=one, parent=parent), f"{one}.yaml")
    with pytest.raises(ScenarioError, match=r"b.yaml, line 4, parent: parents in a circle: c, a, b, c\."):
        read_scenario(path)


def test_a_parent_for_another_edition_is_refused(write: Write) -> None:
    write(HEAD_OF.format(id="a", parent="base").replace("2026-01", "2024-01"), "a.yaml")
    path = write(HEAD_OF.format(id="b", parent="a"), "b.yaml")
    with pytest.raises(
        ScenarioError, match=r"b.yaml, line 3, network: its parent “a” is written for .*2024-01"
    ):
        read_scenario(path)


def test_mistakes_of_a_parent_are_told_in_its_own_file(write: Write, network: Network) -> None:
    write(
        HEAD_OF.format(id="a", parent="base") + "edits:\n  - {remove: X1, because: x, grade: C}\n", "a.yaml"
    )
    path = write(HEAD_OF.format(id="b", parent="a"), "b.yaml")
    with pytest.raises(ScenarioError, match=r"^a.yaml, line 8, edit 1, remove: “X1” is not there"):
        read_scenario(path, network)


def test_a_child_may_edit_what_its_parent_added(write: Write, network: Network) -> None:
    rule = "edits:\n  - {add: rule, row: {rule_id: rule/x, name: x, kind: fee, at: B001}, because: x, grade: C}\n"
    fee = "edits:\n  - {set: rule/x, quantity: cost, value: 5, unit: USD/TEU, because: x, grade: C}\n"
    write(HEAD_OF.format(id="a", parent="base") + rule, "a.yaml")
    path = write(HEAD_OF.format(id="b", parent="a") + fee, "b.yaml")

    scenario = read_scenario(path, network)

    assert [(owner.id, edit.key) for owner, edit in scenario.all_edits()] == [("a", "1"), ("b", "1")]


def test_another_edition_and_a_layer_that_is_not_laid_are_refused(write: Write, network: Network) -> None:
    head = "scenario: a\ntitle: x\nnetwork: central-asia/2025\nlayers: central-asia/exercise\nday: 2026\nsays: x\n"
    with pytest.raises(ScenarioError) as refused:
        read_scenario(write(head, "a.yaml"), network)
    assert str(refused.value) == (
        "a.yaml, line 3, network: this scenario is written for the edition “central-asia/2025”; "
        "the network is “central-asia/2026-01”. Is it central-asia/2026-01?\n"
        "a.yaml, line 4, layers: it needs the layer “central-asia/exercise”, which is not laid on the network here."
    )


def test_two_files_of_one_scenario_are_refused(write: Write, tmp_path: Path) -> None:
    write(HEAD_OF.format(id="a", parent="base"), "a.yaml")
    write(HEAD_OF.format(id="a", parent="base"), "b.yaml")
    with pytest.raises(
        ScenarioError, match=r"b.yaml, line 1, scenario: the id “a” is that of another file too: a.yaml"
    ):
        read_scenarios(tmp_path)
