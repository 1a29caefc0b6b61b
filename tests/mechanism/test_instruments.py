"""The life of an instrument on a day: what happened once denies every earlier day, what was denied had not happened by then."""

from __future__ import annotations

import pytest

from tests.mechanism.cast import GAZETTE, Cast, act, council, prefer


def signature(cast: Cast, on: str, party: str = "TJK") -> str:
    rows = cast.ask("instrument", "treaty", on=on)["signatures"]
    return str({row["party"]: row["signed"] for row in rows}[party])


def treaty() -> Cast:
    cast = council()
    cast.enter(act("describe-instrument", instrument="treaty", between=["KAZ", "TJK"], sources=GAZETTE))
    return cast


def test_a_signature_denies_every_earlier_day_and_holds_for_good() -> None:
    cast = treaty()
    cast.enter(act("sign", instrument="treaty", parties=["TJK"], on="2025-08-28", sources=GAZETTE))
    days = ("1990-01-01", "2025-08-27", "2025-08-28", "2090-01-01")
    assert [signature(cast, on) for on in days] == ["no", "no", "yes", "yes"]
    assert signature(cast, "2025-08-28", "KAZ") == "not-known"


@pytest.mark.parametrize(
    ("denied", "no", "not_known"),
    [
        ("2022-07-21", "2022-07-21", "2022-07-22"),
        ("2022", "2022-12-31", "2023-01-01"),
        ("2022~", "2020-12-31", "2022-06-01"),
        ("2022-07-21?", "2022-07-20", "2022-07-21"),
        ("[2022..2023]", "2021-12-31", "2022-06-01"),
    ],
)
def test_a_denial_speaks_of_its_own_day_as_far_as_that_is_sure_and_of_every_earlier_one(
    denied: str, no: str, not_known: str
) -> None:
    cast = treaty()
    fields = {"instrument": "treaty", "event": "sign", "parties": ["TJK"], "on": denied, "sources": GAZETTE}
    cast.enter(act("deny-event", **fields))
    assert [signature(cast, on) for on in ("1990-01-01", no, not_known)] == ["no", "no", "not-known"]
    assert signature(cast, no, "KAZ") == "not-known"


def test_a_signature_before_the_day_of_a_denial_is_not_known_and_disputed_until_a_preference_decides() -> (
    None
):
    cast = treaty()
    signed = cast.enter(act("sign", instrument="treaty", parties=["TJK"], on="2022-07-01", sources=GAZETTE))
    fields = {
        "instrument": "treaty",
        "event": "sign",
        "parties": ["TJK"],
        "on": "2022-07-21",
        "sources": GAZETTE,
    }
    denied = cast.enter(act("deny-event", **fields))
    days = ("2022-06-30", "2022-07-10", "2022-07-22")
    assert [signature(cast, on) for on in days] == ["no", "not-known", "yes"]
    rows = cast.ask("instrument", "treaty", on="2022-07-10")["signatures"]
    assert {row["party"]: row["disputed"] for row in rows} == {"KAZ": False, "TJK": True}
    cast.enter(prefer([denied], [signed]))
    assert [signature(cast, on) for on in days] == ["no", "no", "not-known"]


@pytest.mark.parametrize("kind", ["seek", "convene", "propose", "present-draft", "open-for-signature"])
def test_what_was_sought_announced_or_drafted_is_neither_signed_nor_denied(kind: str) -> None:
    cast = treaty()
    words = {"en": {"text": "The signature of the treaty.", "by": "ours"}}
    more = {
        "seek": {"what": words, "about": ["treaty", "TJK"], "until": "2026"},
        "convene": {"meeting": "council/8", "on": "2020-01-01"},
        "propose": {"proposal": "proposal/1", "by": ["TJK"], "what": words, "concerns": ["treaty"]},
        "present-draft": {"instrument": "treaty", "stage": "agreed"},
        "open-for-signature": {"instrument": "treaty", "parties": ["KAZ", "TJK"]},
    }[kind]
    cast.enter(act(kind, **{"on": "2022-07-21", "sources": GAZETTE, **more}))
    assert signature(cast, "2023-01-01") == "not-known"
