"""Where nothing is found, the words of the record that come nearest are offered, and what is offered finds something."""

from __future__ import annotations

import pytest

from kengesh.mechanism.record import Mechanism
from kengesh.search.asking import search


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("Takshent", "tashkent"),
        ("Казахстна", "KAZ"),
        ("Mirziyoeyv", "shavkat-mirziyoyev"),
        ("Türkmensitan", "TKM"),
        ("Қырғзстан", "KGZ"),
        ("Özbeksitan", "UZB"),
        ("consultatvie meeting", "consultative-meeting"),
    ],
)
def test_a_slip_of_the_finger_is_put_right(founding: Mechanism, typed: str, thing: str) -> None:
    view = founding.view()
    found = search(founding, view, typed)
    assert found["answer"] == []
    assert 1 <= len(found["near"]) <= 3
    first = [row["thing"] for near in found["near"] for row in search(founding, view, near)["answer"][:3]]
    assert thing in first


def test_what_is_offered_is_in_the_script_that_was_typed(founding: Mechanism) -> None:
    near = search(founding, founding.view(), "Казахстна")["near"]
    assert near and not any(letter.isascii() for word in near for letter in word)


def test_nothing_is_offered_where_something_is_found_or_nothing_is_near(founding: Mechanism) -> None:
    view = founding.view()
    assert search(founding, view, "Tashkent")["near"] == []
    assert search(founding, view, "qqqqzzzxxxjjj") == {"truth": None, "answer": [], "near": []}


def test_nothing_is_offered_that_was_entered_later(founding: Mechanism) -> None:
    assert search(founding, founding.view(known_at=1), "Takshent")["near"] == []
