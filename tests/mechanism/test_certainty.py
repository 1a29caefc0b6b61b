"""How sure a statement is: worked out from the sources that count, at the size of the log that answers."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.mechanism.certainty import certainty_of
from tests.mechanism.cast import BECAUSE, Cast, act, begin, cites, correct, council


def archive() -> Cast:
    """A record with a founding source, two papers of which one has a copy, and a weak list."""
    cast = council()
    for source, more in {
        "founding": {"founding": True, "published": "2025-12-16"},
        "paper": {"published": "2025-11-17"},
        "herald": {"published": "2025-11-18"},
        "reprint": {"published": "2025-11-19", "copy_of": "paper"},
        "reprint-again": {"published": "2025-11-20", "copy_of": "reprint"},
        "list": {"weak": "Nobody signs it.", "published": "2025-11-17"},
        "list-2": {"weak": "A mirror.", "published": "2025-11-17"},
        "founding-list": {"weak": "A mirror.", "founding": True, "published": "2025-12-16"},
    }.items():
        cast.enter(act("register-source", source=source, source_kind="press", seen="whole", **more))
    return cast


def certainty(cast: Cast, *ids: str, size: int | None = None, reported_by: str | None = None) -> str | None:
    view = cast.view(size=size, reported_by=reported_by)
    return certainty_of([one for one in map(view.find, ids) if one is not None])


@pytest.mark.parametrize(
    ("sources", "sure"),
    [
        (["paper"], "one"),
        (["paper", "herald"], "several"),
        (["paper", "reprint"], "one"),
        (["reprint", "reprint-again"], "one"),
        (["reprint-again", "herald"], "several"),
        (["founding"], "founding"),
        (["founding", "paper"], "founding"),
        (["list"], "unverified"),
        (["list", "list-2"], "unverified"),
        (["list", "paper"], "one"),
        (["founding-list"], "unverified"),
        (["never-registered"], "unverified"),
    ],
)
def test_certainty_counts_the_sources_that_do_not_copy_one_another_and_are_not_weak(
    sources: list[str], sure: str
) -> None:
    cast = archive()
    assert certainty(cast, cast.enter(begin("AZE", "member", "2025-11-16", sources=cites(*sources)))) == sure


def test_two_acts_that_say_the_same_from_two_sources_are_several() -> None:
    cast = archive()
    ids = [
        cast.enter(begin("AZE", "member", "2025-11-16", sources=cites(one))) for one in ("paper", "herald")
    ]
    assert certainty(cast, *ids) == "several"


def test_certainty_is_that_of_the_size_of_the_log_and_of_the_day_of_the_sources() -> None:
    cast = archive()
    aze = cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("paper", "founding")))
    before = cast.size
    cast.enter(act("confirm", acts=[aze], sources=cites("herald")))
    assert certainty(cast, aze) == "founding"
    assert certainty(cast, aze, reported_by="2025-11-17") == "one"
    assert certainty(cast, aze, reported_by="2025-11-18") == "several"
    assert certainty(cast, aze, size=before, reported_by="2025-11-18") == "one"


def test_an_act_that_rests_weakly_is_unverified_whatever_it_cites() -> None:
    cast = archive()
    weak = cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("paper", "founding"), basis="weak"))
    assert certainty(cast, weak) == "unverified"
    plain = cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("paper")))
    assert certainty(cast, weak, plain) == "one"


def test_what_follows_from_acts_is_as_sure_as_the_least_sure_of_them() -> None:
    cast = archive()
    several = cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("paper", "herald")))
    one = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("paper")))
    follows = cast.enter(act("derive", what=BECAUSE, from_=[several, one]))
    again = cast.enter(act("derive", what=BECAUSE, from_=[follows, several]))
    assert certainty(cast, follows) == certainty(cast, again) == "one"
    better = cast.enter(begin("KAZ", "member", "2018-03-15", sources=cites("founding")))
    cast.enter(correct(one, better))
    assert certainty(cast, follows) == "one"


def test_names_and_rules_of_the_record_rest_on_no_source_and_have_no_certainty() -> None:
    cast = archive()
    name = {"en": {"text": "The Council", "by": "ours"}}
    assert certainty(cast, cast.enter(act("name", thing="council", type="body", names=name))) is None
    assert certainty(cast) is None


@pytest.mark.parametrize("sources", [{}, {"sources": cites("list")}])
def test_a_performed_act_is_signed(sources: dict[str, Any]) -> None:
    cast = archive()
    own = act("make-statement", statement="statement/1", by=["AZE"], what=BECAUSE, form="fact", **sources)
    assert certainty(cast, cast.enter({**own, "voice": "performed"}, signer="AZE")) == "signed"


def test_a_reported_act_never_looks_signed() -> None:
    cast = archive()
    aze = cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("founding")), signer="AZE")
    cast.enter(act("confirm", acts=[aze], sources=cites("paper")), signer="AZE")
    assert certainty(cast, aze) == "founding"


def test_the_row_of_a_copied_source_is_its_own_and_not_that_of_its_copy() -> None:
    cast = archive()
    cast.enter(begin("AZE", "member", "2025-11-16", sources=cites("paper", "reprint")))
    found = cast.ask("source", "paper")
    assert [row["id"] for row in found["answer"]] == ["paper"]
    assert found["answer"][0]["acts_resting"] == 1
    assert [row["kind"] for row in found["resting"]] == ["begin-participation"]
    assert cast.ask("source", "AZE")["truth"] == "not-known"
