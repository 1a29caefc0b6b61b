"""Files of rows: everything wrong with them is said at once, by file, line and field, and nothing is entered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from kengesh.charter import all_kinds
from kengesh.desk.known import Known
from kengesh.desk.plan import Plan, plan_rows
from kengesh.desk.rows import RowProblem, RowProblems
from kengesh.record.entry import act_id

KINDS = all_kinds()
CAST = """\
- {row: s1, act: register-source, source: gazette, address: "https://gazette.example/1", source_kind: official, seen: whole}
- {row: n1, act: name, thing: council, type: body, names: The Council}
- {row: n2, act: name, thing: member, type: status, names: member}
"""
BEGIN = """\
- row: b1
  act: begin-participation
  party: KAZ
  body: council
  status: member
  on: 2018-03-15
  sources: ["https://gazette.example/1"]
"""
Write = Callable[..., dict[str, Path]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_files(**texts: str) -> dict[str, Path]:
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return {f"{name}.yaml": tmp_path / f"{name}.yaml" for name in texts}

    return write_files


def enter(plan: Plan, known: Known) -> None:
    """Take the acts of a plan as entered."""
    for group in plan.groups:
        for act in group:
            known.add(act_id(act), act)


def planned(files: dict[str, Path], known: Known | None = None) -> list[dict[str, Any]]:
    return [act for group in plan_rows(files, known or Known(KINDS), KINDS).groups for act in group]


def refused(files: dict[str, Path], known: Known | None = None) -> list[RowProblem]:
    with pytest.raises(RowProblems) as caught:
        plan_rows(files, known or Known(KINDS), KINDS)
    return caught.value.problems


def test_rows_may_speak_of_things_that_a_later_file_names(write: Write) -> None:
    acts = planned(write(a=BEGIN, b=CAST))
    assert [act["kind"] for act in acts if act["kind"] != "load-rows/1"] == [
        "name/1",
        "name/1",
        "register-source/1",
        "begin-participation/1",
    ]
    assert acts[3]["sources"] == [{"source": "gazette"}]


def test_the_same_file_again_enters_nothing(write: Write) -> None:
    files, known = write(a=CAST + BEGIN), Known(KINDS)
    enter(plan_rows(files, known, KINDS), known)
    again = plan_rows(files, known, KINDS)
    assert (again.groups, again.skipped) == ([], 4)


def test_two_mistakes_are_both_told_by_file_line_and_field(write: Write) -> None:
    text = CAST + BEGIN.replace("2018-03-15", "2018-02-30").replace("status: member", "status: [member]")
    problems = refused(write(a=text))
    assert [(one.file, one.line, one.row, one.field) for one in problems] == [
        ("a.yaml", 8, "b1", "status"),
        ("a.yaml", 9, "b1", "on"),
    ]


def test_mistakes_in_two_files_are_told_together(write: Write) -> None:
    bad = BEGIN.replace("2018-03-15", "soon")
    assert {one.file for one in refused(write(a=CAST, b=bad, c=bad.replace("b1", "b2")))} == {
        "b.yaml",
        "c.yaml",
    }


def test_an_act_that_speaks_of_nothing_known_is_refused(write: Write) -> None:
    (problem,) = refused(write(a=CAST + BEGIN.replace("body: council", "body: counsel")))
    assert (problem.field, problem.line) == ("body", 7)
    assert "counsel" in problem.says


def test_an_act_that_points_at_no_act_is_refused(write: Write) -> None:
    confirm = "- {row: c1, act: confirm, acts: [nowhere], sources: [gazette]}\n"
    (problem,) = refused(write(a=CAST + BEGIN + confirm))
    assert (problem.row, problem.field) == ("c1", "acts[0]")


def test_a_source_that_is_not_registered_is_refused(write: Write) -> None:
    (problem,) = refused(write(a=CAST + BEGIN.replace("example/1", "example/2")[0:], b="[]"))
    assert problem.field == "sources[0]"


def test_rows_that_refer_to_one_another_in_a_circle_are_refused(write: Write) -> None:
    circle = """\
- {row: d1, act: derive, what: one, from: [d2]}
- {row: d2, act: derive, what: two, from: [d1]}
"""
    assert any("d1 → d2 → d1" in one.says or "d2 → d1 → d2" in one.says for one in refused(write(a=circle)))


def test_corrections_that_go_round_are_refused(write: Write) -> None:
    other = BEGIN.replace("row: b1", "row: b2").replace("15", "16")
    circle = """\
- {row: k1, kind: correct, act: b1, by: b2, because: first}
- {row: k2, kind: correct, act: b2, by: b1, because: second}
"""
    problems = refused(write(a=CAST + BEGIN + other + circle))
    assert {(one.row, one.field) for one in problems} >= {("k2", "by")}


def test_going_back_to_words_that_were_corrected_is_refused_with_a_way_out(write: Write) -> None:
    known, changed = Known(KINDS), BEGIN.replace("2018-03-15", "2018-03-16") + "  because: misread\n"
    enter(plan_rows(write(a=CAST + BEGIN), known, KINDS), known)
    enter(plan_rows(write(a=CAST + changed), known, KINDS), known)
    (problem,) = refused(write(a=CAST + BEGIN + "  because: misread again\n"), known)
    assert "add a note" in problem.says
    plan = plan_rows(
        write(a=CAST + BEGIN + "  because: misread again\n  note: As first entered.\n"), known, KINDS
    )
    assert plan.corrected == ["b1"]


def test_text_that_is_not_composed_is_refused(write: Write) -> None:
    text = CAST.replace("The Council", normalize("NFD", "Кеңеш й"))
    (problem,) = [one for one in refused(write(a=text)) if one.field.startswith("names")]
    assert problem.row == "n1"


def test_an_act_too_large_for_an_entry_is_refused(write: Write) -> None:
    (problem,) = refused(write(a=CAST.replace("names: The Council", "names: " + "a" * 33 * 1024)))
    assert (problem.row, "32768" in problem.says or "31744" in problem.says) == ("n1", True)


def test_a_known_row_with_other_bytes_needs_a_reason(write: Write) -> None:
    known = Known(KINDS)
    enter(plan_rows(write(a=CAST + BEGIN), known, KINDS), known)
    changed = CAST + BEGIN.replace("2018-03-15", "2018-03-16")
    (problem,) = refused(write(a=changed), known)
    assert (problem.row, problem.field) == ("b1", "because")


def test_a_known_row_with_other_bytes_is_entered_as_a_correction(write: Write) -> None:
    known = Known(KINDS)
    first = plan_rows(write(a=CAST + BEGIN), known, KINDS)
    enter(first, known)
    old = next(
        act_id(act) for group in first.groups for act in group if act["kind"] == "begin-participation/1"
    )
    changed = CAST + BEGIN.replace("2018-03-15", "2018-03-16") + "  because: misread\n"
    act, correct = plan_rows(write(a=changed), known, KINDS).groups[0]
    assert act["on"] == "2018-03-16"
    assert correct["act"] == old
    assert correct["by"] == act_id(act)


def test_a_vanished_row_is_an_error_until_it_is_withdrawn(write: Write) -> None:
    known = Known(KINDS)
    enter(plan_rows(write(a=CAST + BEGIN), known, KINDS), known)
    (problem,) = refused(write(a=CAST), known)
    assert "b1" in problem.says
    plan = plan_rows(write(a=CAST + "- {row: b1, withdraw: entered by mistake}\n"), known, KINDS)
    assert plan.groups[0][0]["kind"] == "withdraw/1"
    enter(plan, known)
    assert plan_rows(write(a=CAST + "- {row: b1, withdraw: entered by mistake}\n"), known, KINDS).groups == []


def test_a_mistake_is_told_once_and_not_by_every_row_that_speaks_of_it(write: Write) -> None:
    text = CAST.replace("source_kind: official", "source_kind: gossip") + BEGIN
    text += "- {row: c1, act: confirm, acts: [b1], sources: [gazette]}\n"
    (problem,) = refused(write(a=text))
    assert (problem.row, problem.field) == ("s1", "source_kind")


def test_a_row_without_a_name_is_told_its_other_mistakes_too(write: Write) -> None:
    problems = refused(write(a="- {act: name, thing: x, type: ship, names: X}\n"))
    assert [one.field for one in problems] == ["row", "type"]


def test_a_row_name_is_used_once(write: Write) -> None:
    (problem,) = refused(write(a=CAST, b="- {row: n1, act: name, thing: other, type: body, names: Other}\n"))
    assert (problem.file, problem.field) == ("b.yaml", "row")


def test_acts_decided_together_are_one_entry(write: Write) -> None:
    text = CAST + "- together:\n  - {row: t1, act: name, thing: a, type: body, names: A}\n"
    text += "  - {row: t2, act: name, thing: b, type: body, names: B}\n"
    groups = plan_rows(write(a=text), Known(KINDS), KINDS).groups
    assert [act["row"] for act in groups[3]] == ["t1", "t2"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("row: x\n", "a list of rows"),
        ("- [1, 2]\n", "expected a row"),
        ("- {row: a, row: b, act: name}\n", "twice"),
        ("- {row: 'a\n", "not YAML"),
        ("- {act: name, thing: x, type: body, names: X}\n", "permanent name"),
        ("- {row: a, act: invent, thing: x}\n", "not a kind of act"),
        ("- {row: a, act: name, thing: x, type: body, names: a\x07b}\n", "U+0007"),
        ("- {row: a, act: name, thing: x, type: body, names: &again {en: *again}}\n", "anchored"),
        ("- &row {row: a, act: name, thing: x, type: body, names: X}\n- *row\n", "anchored"),
        ("- {row: a, act: name, thing: x, type: body, names: X}\n---\n- b\n", "another document"),
        ("- together: []\n", "entered together"),
        (
            f"- {{row: a, act: name, thing: x, type: body, names: {'[' * 3000}{']' * 3000}}}\n",
            "nested too deeply",
        ),
        (f"- {{row: a, act: seek, what: x, about: [KAZ], look_ups: {'9' * 5000}}}\n", "a whole number"),
        ("- {row: a, act: name, thing: x, type: body, names: a\u202eb}\n", "U+202E"),
        ('- {row: a, act: name, thing: x, type: body, names: X, note: "a\u200bb"}\n', "U+200B"),
    ],
)
def test_a_file_of_the_wrong_form_is_refused_with_a_sentence(write: Write, text: str, says: str) -> None:
    assert any(says in one.says for one in refused(write(a=text)))


def test_no_is_a_word(write: Write) -> None:
    (act, _rows) = planned(write(a="- {row: a, act: name, thing: no, type: term, names: no}\n"))
    assert act["names"]["en"]["text"] == "no"


def test_every_mistake_of_a_row_is_told_at_once(write: Write) -> None:
    text = (
        BEGIN.replace("2018-03-15", "2018-02-30").replace("KAZ", "nowhere").replace("example/1", "example/2")
    )
    assert [one.field for one in refused(write(a=CAST + text))] == ["party", "on", "sources[0]"]


def test_a_row_that_takes_a_name_that_is_taken_is_told_so_whatever_else_it_says(write: Write) -> None:
    for other in ("- {row: n1, withdraw: x}\n", "- {row: n1}\n"):
        problems = refused(write(a=CAST + other))
        assert any("the name is taken" in one.says for one in problems)


def test_a_source_is_registered_once(write: Write) -> None:
    other = "- {row: s2, act: register-source, source: gazette, source_kind: press, seen: whole}\n"
    (problem,) = refused(write(a=CAST + other))
    assert (problem.row, problem.field) == ("s2", "source") and "s1" in problem.says
    known = Known(KINDS)
    enter(plan_rows(write(a=CAST), known, KINDS), known)
    (problem,) = refused(write(b=other), known)
    assert problem.field == "source"


def test_a_reason_serves_once(write: Write) -> None:
    known = Known(KINDS)
    enter(plan_rows(write(a=CAST + BEGIN), known, KINDS), known)
    changed = CAST + BEGIN.replace("2018-03-15", "2018-03-16") + "  because: The day was misread.\n"
    enter(plan_rows(write(a=changed), known, KINDS), known)
    assert plan_rows(write(a=changed), known, KINDS).groups == []
    (problem,) = refused(write(a=changed.replace("2018-03-16", "2018-03-17")), known)
    assert problem.field == "because" and "earlier change" in problem.says


def test_rows_may_follow_one_another_by_the_thousand(write: Write) -> None:
    rows = [f"- {{row: c{n}, act: confirm, acts: [c{n + 1}], sources: [gazette]}}\n" for n in range(1500)]
    rows.append("- {row: c1500, act: confirm, acts: [n1], sources: [gazette]}\n")
    acts = planned(write(a=CAST + "".join(rows)))
    assert [act["row"] for act in acts if act["kind"] == "confirm/1"] == [
        f"c{n}" for n in range(1500, -1, -1)
    ]


def test_a_file_of_many_rows_is_noted_in_parts_that_fit_an_entry(write: Write) -> None:
    names = [
        f"- {{row: {'long-name-' * 6}{n}, act: name, thing: t{n}, type: place, names: T}}\n"
        for n in range(900)
    ]
    known = Known(KINDS)
    plan = plan_rows(write(a="".join(names)), known, KINDS)
    loads = [group[0] for group in plan.groups if group[0]["kind"] == "load-rows/1"]
    assert len(loads) > 1 and sum(len(act["rows"]) for act in loads) == 900
    enter(plan, known)
    (problem,) = refused(write(a="".join(names[:450] + names[451:])), known)
    assert f"{'long-name-' * 6}450" in problem.says
    more = plan_rows(
        write(a="".join([*names, "- {row: z, act: name, thing: z, type: place, names: Z}\n"])), known, KINDS
    )
    assert [act["rows"] for act in more.groups[-1]] == [["z"]]


def test_a_file_that_vanished_from_its_folder_is_noticed(write: Write) -> None:
    files, known = write(a=CAST, b=BEGIN), Known(KINDS)
    folders = dict.fromkeys(files, "pack")
    enter(plan_rows(files, known, KINDS, folders), known)
    with pytest.raises(RowProblems, match="b1") as caught:
        plan_rows(write(a=CAST), known, KINDS, {"a.yaml": "a copy of the pack"})
    assert [one.file for one in caught.value.problems] == ["b.yaml"]
    assert plan_rows(write(a=CAST), known, KINDS).groups == []
    moved = plan_rows(write(a=CAST, c=BEGIN), known, KINDS, dict.fromkeys(("a.yaml", "c.yaml"), "pack"))
    assert [act["file"] for group in moved.groups for act in group] == ["c.yaml"]


def test_another_file_of_the_same_name_is_told_apart_from_rows_that_vanished(write: Write) -> None:
    known = Known(KINDS)
    enter(plan_rows(write(a=CAST), known, KINDS), known)
    (problem,) = refused(write(a="- {row: z, act: name, thing: z, type: place, names: Z}\n"), known)
    assert "another name" in problem.says


def test_a_record_with_fields_of_a_later_version_can_still_be_added_to(write: Write) -> None:
    known = Known(KINDS)
    for act in planned(write(a=CAST + BEGIN)):
        later = {**act, "wibble": "new"} if act["kind"] == "begin-participation/1" else act
        known.add(act_id(later), later)
    assert (
        planned(write(b="- {row: z, act: name, thing: z, type: place, names: Z}\n"), known)[0]["row"] == "z"
    )


def test_a_thing_stands_only_where_one_of_its_type_can(write: Write) -> None:
    text = (
        BEGIN.replace("KAZ", "member")
        .replace("body: council", "body: KAZ")
        .replace("status: member", "status: gazette")
    )
    text = text.replace('["https://gazette.example/1"]', "[council]")
    problems = refused(write(a=CAST + text))
    assert [one.field for one in problems] == ["party", "body", "status", "sources[0]"]
    assert all("type" in one.says for one in problems)


def test_a_thing_keeps_the_type_with_which_it_was_first_named(write: Write) -> None:
    for thing in ("council", "KAZ"):
        problems = refused(
            write(a=CAST + f"- {{row: z, act: name, thing: {thing}, type: place, names: Z}}\n")
        )
        assert [(one.row, one.field) for one in problems] == [("z", "type")]
