"""An act that may not be written is refused with the field and a sentence; what is fine is left alone."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest

from kengesh.acts import Kind, Registry, UnknownKind, problems
from kengesh.acts.shapes import Field, Thing
from kengesh.charter import all_kinds

KINDS = all_kinds()
BEGIN = dict(KINDS["begin-participation/1"].example)
ATTEND = dict(KINDS["attend/1"].example)
NAME = dict(KINDS["name/1"].example)


def wrong(act: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.field, one.says) for one in problems(act, KINDS)]


def test_an_act_as_it_should_be_has_no_problems() -> None:
    assert wrong(BEGIN) == []


@pytest.mark.parametrize(
    "day", ["2025-02-30", "2025-13", "16 November 2025", "2025-11-16/2025-11-01", "20251116", "٢٠٢٥", ""]
)
def test_an_impossible_date_is_refused_by_its_field(day: str) -> None:
    ((field, _says),) = wrong({**BEGIN, "on": day})
    assert field == "on"


@pytest.mark.parametrize(
    "day", ["2025-11-16", "2025-11", "2025", "2023-09~", "2023?", "[..2014]", "../2026-02-13"]
)
def test_every_precision_of_a_date_is_accepted(day: str) -> None:
    assert wrong({**BEGIN, "on": day}) == []


def test_a_reported_act_without_sources_is_refused() -> None:
    assert [field for field, _says in wrong({**BEGIN, "sources": []})] == ["sources", "sources"]
    assert [field for field, _says in wrong({k: v for k, v in BEGIN.items() if k != "sources"})] == [
        "sources"
    ]


def test_a_performed_act_needs_no_sources() -> None:
    assert wrong({k: v for k, v in {**BEGIN, "voice": "performed"}.items() if k != "sources"}) == []


def test_a_mistake_deep_inside_is_named_by_its_path() -> None:
    attendances = [*ATTEND["attendances"], {"party": "AZE", "capacity": "honoured-guest"}]
    ((field, says),) = wrong({**ATTEND, "attendances": attendances})
    assert field == f"attendances[{len(attendances) - 1}].capacity"
    assert "guest-of-honour" in says


def test_text_that_is_not_composed_is_refused() -> None:
    decomposed = normalize("NFD", "Нұр-Сұлтан й")
    names = {"kk": {"text": decomposed, "by": "source"}}
    assert any(field.startswith("names") and "NFC" in says for field, says in wrong({**NAME, "names": names}))


@pytest.mark.parametrize(
    "thing", ["kaz", "KAZAKHSTAN", "Consultative-Meeting/7", "XXX", "a b", "../x", 7, None]
)
def test_an_id_is_a_state_code_or_a_slug(thing: object) -> None:
    found = wrong({**BEGIN, "party": thing})
    assert found == [] if thing == "kaz" else [field for field, _says in found] == ["party"]


def test_a_kind_that_is_not_known_cannot_be_written() -> None:
    ((field, says),) = wrong({**BEGIN, "kind": "begin-participation/2"})
    assert (field, "begin-participation/1" in says) == ("kind", True)


def test_a_package_may_add_a_kind_and_may_not_replace_one() -> None:
    kinds = Registry()
    example = {"kind": "table-text/1", "voice": "performed", "text": "draft-1"}
    kind = Kind(
        "table-text/1",
        "text",
        "A text is tabled.",
        (Field("text", Thing(), "the text", required=True),),
        (),
        example,
    )
    kinds.add(kind)
    assert problems(example, kinds) == []
    with pytest.raises(ValueError, match="already registered"):
        kinds.add(kind)
    with pytest.raises(UnknownKind, match="table-text/1"):
        kinds["table-text/9"]


def test_a_kind_whose_example_does_not_fit_is_not_taken() -> None:
    kind = Kind(
        "table-text/1",
        "text",
        "A text is tabled.",
        (Field("text", Thing(), "the text", required=True),),
        (),
        {"kind": "table-text/1", "voice": "performed"},
    )
    with pytest.raises(ValueError, match="text"):
        Registry([kind])
