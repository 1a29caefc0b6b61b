"""The reference page of claims names every word of the language that the code knows, and its examples are answered as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kengesh.acts.kinds.meetings import CAPACITIES
from kengesh.formats.claims.kinds import KINDS
from kengesh.formats.claims.language.reading import read_by_ids, read_claim
from kengesh.formats.claims.language.says import MADE, VERBS
from kengesh.formats.claims.language.values import Claim, Predicate, Quantity, Set
from kengesh.formats.claims.language.walking import sets_in
from kengesh.formats.claims.language.whom import WORDS
from kengesh.formats.claims.language.writing import write_claim
from kengesh.formats.claims.told.answering import verdict_answer
from kengesh.formats.claims.told.listing import claims_answer, document_answer
from kengesh.formats.claims.told.telling import headline
from kengesh.formats.claims.verdict.judging import HEADLINES, judge
from kengesh.mechanism.reader import Reader
from kengesh.mechanism.record import Mechanism
from kengesh.mechanism.view import COUNTING

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "claims.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"\| `([^`|]+)`: (holds in the wide reading|holds|not as worded|not known) \|$", TEXT, re.MULTILINE
)
OF_EVERY_ROW = {"id", "certainty", "basis", "disputed", "acts", "sources"}


@pytest.mark.parametrize(("claim", "verdict"), EXAMPLES)
def test_an_example_is_in_the_one_spelling_and_answered_as_the_page_says(
    claim: str, verdict: str, founding: Mechanism
) -> None:
    read = read_claim(claim, founding.view()).claim
    assert write_claim(read) == claim
    assert headline(judge(read, founding)) == verdict


def test_every_row_that_has_an_example_column_has_an_example() -> None:
    assert len(list(_rows_with_examples())) == len(EXAMPLES) > 40


def test_every_sort_of_set_and_every_predicate_has_an_example() -> None:
    claims = [read_by_ids(claim) for claim, _verdict in EXAMPLES]
    assert {type(one) for claim in claims for one in sets_in(claim)} == set(Set.__args__)
    assert {type(claim.predicate) for claim in claims} == set(Predicate.__args__)


def test_every_quantity_and_every_clock_has_an_example() -> None:
    claims = [read_by_ids(claim) for claim, _verdict in EXAMPLES]
    assert {claim.quantifier.quantity for claim in claims} == set(Quantity)
    assert {claim.counting for claim in claims} == set(COUNTING)
    clocks = ("on", "as_of", "known_at", "reported_by")
    assert [name for name in clocks if all(getattr(one, name) is None for one in claims)] == []
    assert any(_is_dated_by_its_clock(one) for one in claims)


def test_every_quantifier_verb_and_capacity_is_on_the_page() -> None:
    words = [*(one.value for one in Quantity), *WORDS, *VERBS, *(f"was {verb}" for verb in MADE), *CAPACITIES]
    assert [word for word in words if f"`{word}" not in TEXT] == []


def test_every_headline_and_every_word_for_the_sources_that_count_is_on_the_page() -> None:
    assert [word for word in HEADLINES if f"`{word}`" not in TEXT] == []
    assert [word for word in COUNTING if f"`by {word} sources`" not in TEXT] == []
    kinds = {kind for sorts in COUNTING.values() for kind in sorts or ()}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in TEXT] == []


def test_every_kind_of_act_about_claims_is_on_the_page() -> None:
    assert [kind.name for kind in KINDS if f"[`{kind.name}`]" not in TEXT] == []


def test_every_field_of_an_answer_is_on_the_page(founding: Mechanism) -> None:
    claim = "every participant of meeting consultative-meeting/7 except {TJK} is member of ots on 2025-11-16"
    verdict = judge(read_claim(claim, founding.view()).claim, founding)
    answer = verdict_answer(verdict, Reader(verdict.view, "en"))
    rows = (answer, answer["readings"][0], answer["nearest"][0], answer["answer"][0])
    fields = {name for row in rows for name in row} - {"answer"} - OF_EVERY_ROW
    assert [name for name in sorted(fields) if f"`{name}`" not in TEXT] == []


def test_every_thing_that_the_record_can_have_beside_a_claim_is_on_the_page(founding: Mechanism) -> None:
    verdicts = [judge(read_claim(claim, founding.view()).claim, founding) for claim, _verdict in EXAMPLES]
    founds = [one.found for verdict in verdicts for one in verdict.narrow.main.elements]
    has = {name for one in founds for part in (one, *one.parts) for name in part.has}
    assert len(has) > 5
    assert [name for name in sorted(has) if f"`{name}`" not in TEXT] == []


def test_every_field_of_a_claim_and_a_statement_of_the_record_is_on_the_page(founding: Mechanism) -> None:
    claim = claims_answer(founding, founding.view())["answer"][0]
    statement = document_answer(founding, founding.view(), "avim-2025-109")["answer"][0]
    assert [name for name in {*claim, *statement} - OF_EVERY_ROW if f"`{name}`" not in TEXT] == []


def _rows_with_examples() -> Iterator[str]:
    """Yield the rows of the tables whose last column is headed ``example``."""
    within = False
    for line in TEXT.splitlines():
        if line.endswith("| example |"):
            within = True
        elif not line.startswith("|"):
            within = False
        elif within and not line.startswith("| ---"):
            yield line


def _is_dated_by_its_clock(claim: Claim) -> bool:
    return claim.is_dated and claim.on is not None
