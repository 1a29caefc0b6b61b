"""The views of generated files beside those of LibreOffice.

Left out, since LibreOffice 7.4 departs from ISO/IEC 29500-1 there, each with its own case in ``test_read_views``,
``test_read_words`` or ``test_read_notes``: changes within footnotes, some of which it loses; inserted or deleted marks of
paragraphs that have a footnote, which it loses; changes within content controls, which it keeps in both views; references
to a bookmark that is not there, whose result it replaces by an error; ``isLgl`` of a list's level, which it
ignores; Russian letters after the last one, which it counts as аа, аб, ав.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kengesh.texts.word.reading import read_word
from tests.texts.word.corpus import corpus
from tests.texts.word.docx import dele, docx, ins, level, listed, p, pattern
from tests.texts.word.office import views
from tests.texts.word.plain import blanks_as_one, lines

ABSENT = "LibreOffice is not installed: make test-tools installs it where the machine lets it"


@pytest.fixture
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip(ABSENT)
    return found


def compare(soffice: str, files: list[bytes], folder: Path) -> None:
    for data, (accepted, rejected) in zip(files, views(soffice, files, folder), strict=True):
        filed = read_word(data, "a.docx", "en")
        assert lines(filed.text) == blanks_as_one(accepted)
        assert lines(filed.rejected) == blanks_as_one(rejected)


@pytest.mark.tools
def test_accepted_and_rejected_views_are_those_of_libreoffice(soffice: str, tmp_path: Path) -> None:
    compare(soffice, corpus(), tmp_path)


@pytest.mark.long
@pytest.mark.tools
def test_accepted_and_rejected_views_are_those_of_libreoffice_on_a_large_corpus(
    soffice: str, tmp_path: Path
) -> None:
    compare(soffice, corpus(300, seed=5), tmp_path)


@pytest.mark.tools
def test_the_numbers_of_lists_are_those_of_libreoffice(soffice: str, tmp_path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = (
        pattern(
            0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%1.%2.%3")
        )
        + pattern(1, level(0, "upperRoman", "Chapter %1"), level(1, "decimal", "%1.%2"))
        + pattern(2, level(0, "russianLower", "%1)", start=24), level(1, "decimalZero", "%2."))
        + listed(1, 0)
        + listed(2, 0)
        + listed(3, 0, again)
        + listed(4, 1)
        + listed(5, 2)
    )
    marks = [(1, at) for at in (2, 0, 1, 1, 2, 2, 1, 2, 0, 1)] + [(2, 0), (2, 1), (3, 0), (3, 1), (3, 0)]
    marks += [(4, 0), (4, 0), (4, 1), (4, 1)] + [(5, 0)] * 5 + [(5, 1)] * 2
    body = [p("words", num=num, level=at) for num, at in marks]
    body.insert(3, p(ins("new"), num=1, level=1, mark="ins"))
    body.insert(6, p(dele("old"), num=1, level=2, mark="del"))
    compare(soffice, [docx(*body, numbering=numbering)], tmp_path)
