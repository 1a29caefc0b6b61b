"""A draft of a few sentences, written to a file, read, and checked against the founding record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kengesh.formats.drafts.against.checking import check_draft
from kengesh.formats.drafts.reading.whole import read_draft
from kengesh.formats.drafts.values import Checked, Sort
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism

Check = Callable[..., Checked]


@pytest.fixture
def check(founding: Mechanism, tmp_path: Path) -> Check:
    """Check sentences in a language; `on` is the day that the record is asked of."""

    def checked(text: str, language: str, on: str | None = None) -> Checked:
        file = tmp_path / "draft.txt"
        file.write_text(f"Draft\n\n{text}\n", encoding="utf-8", newline="\n")
        view = founding.view(on)
        return check_draft(read_draft(file, language), view, Reader(view, "en"))

    return checked


@pytest.fixture
def otherwise(check: Check) -> Callable[..., list[tuple[str, str]]]:
    """Return what the record tells otherwise: the matter of each finding, and its sentence."""

    def found(text: str, language: str, on: str | None = None) -> list[tuple[str, str]]:
        findings = check(text, language, on).findings
        return [(one.what, one.says) for one in findings if one.sort is Sort.TOLD_OTHERWISE]

    return found
