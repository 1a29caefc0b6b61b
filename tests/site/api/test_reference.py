"""The reference page for programs names every address that there is for them, and every parameter of a question."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "api.md"


def test_every_address_for_programs_is_in_the_reference(site: Any) -> None:
    from kengesh.site.urls import FOR_MACHINES  # noqa: PLC0415  (settings have to be known first)

    page = PAGE.read_text(encoding="utf-8")
    for route in (route for subject in FOR_MACHINES for route in subject.PATHS):
        fixed = re.sub(r"<language:language>", "LANGUAGE", route)
        fixed = re.sub(r"meetings/<thing:thing>", "meetings/MEETING", fixed).replace("<thing:thing>", "THING")
        fixed = fixed.replace("<slug:question>", "QUESTION").replace("<slug:form>", "json")
        fixed = re.sub(r"<path:(path|rest)>$", "...", fixed)
        if fixed not in ("api", "api/..."):
            assert f"`/{fixed}`" in page, route


def test_every_parameter_that_all_questions_take_is_in_the_reference() -> None:
    from kengesh.site.api.parameters import MOST_ROWS, ROWS, common  # noqa: PLC0415

    page = PAGE.read_text(encoding="utf-8")
    for one in common():
        assert f"| `{one.name}` |" in page
    assert f"up to {MOST_ROWS}; by default {ROWS}" in page
