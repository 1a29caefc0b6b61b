"""Entering what a reader found: whole or not at all, and only what may stand in a log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kengesh.desk.outside import UnfitFact, observe
from kengesh.formats.outside.acts import about, name_act, source_act, words
from kengesh.formats.outside.values import Act, Aside, Outside
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import make_key
from kengesh.record.note import Signer
from kengesh.record.verify import verify
from kengesh.record.writer import CannotWrite


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    """The key of a log that is made here."""
    return make_key(tmp_path / "log.key", "kengesh.test/outside")


def facts(count: int) -> Iterator[Act]:
    """Yield what names a source, a status and a body, and then so many listings."""
    yield source_act("list", title="A list", source_kind="research", seen="whole")
    yield name_act("member", "status", words("member"))
    yield name_act("council", "body", words("Lake Council"))
    for number in range(count):
        day = f"{1000 + number // 300}-{number // 28 % 10 + 1:02}-{number % 28 + 1:02}"
        yield about("attest-participation", "KAZ", "council", day, "list", f"line {number}", status="member")


def outside(acts: Iterator[Act]) -> Outside:
    """Return acts as a reader gives them."""
    return Outside("list", lambda: acts, 1, (), Aside())


def left_in(folder: Path) -> list[str]:
    """Return what lies beside a log's key."""
    return sorted(path.name for path in folder.iterdir())


def test_acts_are_packed_into_entries_and_the_log_verifies(tmp_path: Path, signer: Signer) -> None:
    made = observe(tmp_path / "log", signer, outside(facts(1000)))
    record = Mechanism.open(tmp_path / "log")
    assert made.acts["attest-participation"] == 1000
    assert made.entries == record.state.size < 12
    assert record.state.acts == made.all_acts + 1
    assert not record.is_official
    assert verify(tmp_path / "log", config=tmp_path / "config").size == made.entries


def test_an_act_that_stands_twice_is_entered_once(tmp_path: Path, signer: Signer) -> None:
    twice = [*facts(3), *list(facts(3))[3:]]
    made = observe(tmp_path / "log", signer, outside(iter(twice)))
    assert (made.acts["attest-participation"], made.twice) == (3, 3)


def test_a_fact_about_what_was_not_named_is_refused_and_nothing_is_left(
    tmp_path: Path, signer: Signer
) -> None:
    unnamed = about("attest-participation", "KAZ", "congress", "2020", "list", "line 1", status="member")
    with pytest.raises(UnfitFact, match="congress was not named before"):
        observe(tmp_path / "log", signer, outside(iter([*facts(1), unnamed])))
    assert left_in(tmp_path) == ["log.key"]


def test_a_fact_that_is_no_act_is_refused_and_nothing_is_left(tmp_path: Path, signer: Signer) -> None:
    bad = about("attest-participation", "KAZ", "council", "some day", "list", "line 1", status="member")
    with pytest.raises(UnfitFact, match="attest-participation/1: on: "):
        observe(tmp_path / "log", signer, outside(iter([*facts(1), bad])))
    assert left_in(tmp_path) == ["log.key"]


def test_an_interruption_leaves_nothing(tmp_path: Path, signer: Signer) -> None:
    def interrupted() -> Iterator[Act]:
        yield from facts(40_000)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        observe(tmp_path / "log", signer, outside(interrupted()))
    assert left_in(tmp_path) == ["log.key"]


def test_what_a_killed_reading_left_is_not_taken_for_ones_own(tmp_path: Path, signer: Signer) -> None:
    (tmp_path / "log.building").mkdir()
    with pytest.raises(CannotWrite, match="left by an interrupted reading"):
        observe(tmp_path / "log", signer, outside(facts(1)))
    assert left_in(tmp_path) == ["log.building", "log.key"]


def test_an_empty_folder_is_filled_and_another_is_refused(tmp_path: Path, signer: Signer) -> None:
    (tmp_path / "log").mkdir()
    observe(tmp_path / "log", signer, outside(facts(1)))
    assert (tmp_path / "log" / "checkpoint").exists()
    with pytest.raises(CannotWrite, match="is there already"):
        observe(tmp_path / "log", signer, outside(facts(1)))
