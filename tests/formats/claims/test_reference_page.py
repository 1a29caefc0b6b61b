"""The reference page of claims names every word of the language that the code knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kengesh.formats.claims.language.reading import read_claim
from kengesh.formats.claims.language.says import MADE, VERBS
from kengesh.formats.claims.language.values import Quantity
from kengesh.formats.claims.language.whom import WORDS
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.verdict.judging import HEADLINES, judge
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import COUNTING

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "claims.md"
ALSO = ("each", "all", "none of")  # other words for every and no, which the page need not have


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_every_quantifier_and_verb_is_on_the_page(page: str) -> None:
    words = [one.value for one in Quantity] + [one for one in WORDS if one not in ALSO] + list(VERBS)
    words += [f"was {verb}" for verb in MADE]
    assert [word for word in words if f"`{word}" not in page] == []


def test_every_headline_and_every_word_for_the_sources_that_count_is_on_the_page(page: str) -> None:
    assert [word for word in HEADLINES if f"`{word}`" not in page] == []
    assert [word for word in COUNTING if f"`by {word} sources`" not in page] == []


def test_every_field_of_an_answer_is_on_the_page(page: str, founding: Mechanism) -> None:
    text = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"
    verdict = judge(read_claim(text, founding.view()).claim, founding)
    answer = verdict_answer(verdict, Reader(verdict.view, "en"))
    fields = {*answer, *answer["readings"][0], *answer["nearest"][0]} - {"truth", "answer", "notes"}
    assert [name for name in sorted(fields) if f"`{name}`" not in page] == []


def test_the_example_in_python_says_what_it_shows(page: str, founding_folder: Path, tmp_path: Path) -> None:
    code = page.split("```python\n")[1].split("```")[0].replace('"var/record"', repr(str(founding_folder)))
    said: list[object] = []
    exec(code, {"print": lambda *words: said.extend(words)})
    assert said == ["holds-in-the-wide-reading", "no"]
