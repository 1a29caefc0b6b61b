"""The index follows the record: it grows as the log does, is made anew by one command, and many may ask and make it at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kengesh.desk.enter import add_files
from kengesh.desk.packs import Given
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import load_key
from kengesh.search import asking, index
from kengesh.search.asking import current_index, index_path, reindex, search

BUKHARA = """\
- {row: name/bukhara, act: name, thing: bukhara, type: place, names: {en: Bukhara, uz: Buxoro, ru: Бухара}}
- {row: name/samarkand/2, act: name, thing: samarkand, type: place, names: {en: Marakanda}}
"""
QUERIES = ("Бухаре", "Buxoroda", "Marakanda", "Ташкенте", "Түркияга", "samarkand", "treaty", "FRA", "встречи")


def add(record: Path, rows: str) -> None:
    """Enter rows in a record."""
    file = record.with_name("rows.yaml")
    file.write_text(rows, encoding="utf-8")
    add_files(record, load_key(record.with_name("record.key")), Given({f"rows-{len(rows)}.yaml": file}, {}))


def answers(record: Path) -> dict[str, Any]:
    """Return what a few queries find."""
    mechanism = Mechanism.open(record)
    return {words: search(mechanism, mechanism.view(), words) for words in QUERIES}


def places(found: dict[str, Any]) -> list[str]:
    return [row["thing"] for row in found["answer"] if row["type"] == "place"]


def test_a_grown_index_answers_as_one_made_anew(own_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    current_index(Mechanism.open(own_record))
    add(own_record, BUKHARA)
    with monkeypatch.context() as only_growing:
        only_growing.setattr(asking, "reindex", None)
        grown = answers(own_record)
    assert places(grown["Бухаре"]) == places(grown["Buxoroda"]) == ["bukhara"]
    assert places(grown["Marakanda"]) == ["samarkand"]
    reindex(Mechanism.open(own_record))
    assert answers(own_record) == grown


def test_a_long_lived_server_finds_what_was_entered_while_it_runs(own_record: Path) -> None:
    server = Mechanism.open(own_record)
    assert search(server, server.view(), "Buxoro")["answer"] == []
    add(own_record, BUKHARA)
    server.refresh()
    assert places(search(server, server.view(), "Buxoro")) == ["bukhara"]


def test_one_who_has_not_seen_the_growth_is_answered_from_what_it_knows(own_record: Path) -> None:
    early = Mechanism.open(own_record)
    add(own_record, BUKHARA)
    answers(own_record)
    assert search(early, early.view(), "Buxoro")["answer"] == []
    assert places(search(early, early.view(), "Ташкенте"))[0] == "tashkent"


def test_an_index_of_another_log_is_not_grown(own_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = current_index(Mechanism.open(own_record))
    with closing(sqlite3.connect(path)) as database:
        database.execute("update about set size = size - 1, root = x'00'")
        database.commit()
    grown: list[Path] = []
    monkeypatch.setattr(asking, "_grow", lambda *arguments: grown.append(arguments[1]))
    assert places(answers(own_record)["Ташкенте"])[0] == "tashkent"
    assert grown == []


def test_an_index_made_when_other_kinds_were_understood_is_made_anew(own_record: Path) -> None:
    mechanism = Mechanism.open(own_record)
    path = current_index(mechanism)
    kinds = mechanism.state.readers.registry
    head = index.head_of(path, kinds)
    assert head is not None and head.size == mechanism.log.size
    assert index.head_of(path, type(kinds)(kinds[name] for name in list(kinds)[1:])) is None


def test_a_damaged_index_is_not_grown_but_made_anew(own_record: Path) -> None:
    path = current_index(Mechanism.open(own_record))
    with closing(sqlite3.connect(path)) as database:
        database.execute("drop table folded")
        database.commit()
    add(own_record, BUKHARA)
    assert places(answers(own_record)["Buxoroda"]) == ["bukhara"]


def test_what_a_dead_process_left_half_made_is_cleared_away(own_record: Path) -> None:
    old, young = (index_path(own_record).with_name(f"record.search.sqlite.{n}-1") for n in (1, 2))
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    current_index(Mechanism.open(own_record))
    assert not old.exists() and young.exists()


def test_two_processes_make_the_index_at_once_while_a_reader_asks(own_record: Path) -> None:
    making = (
        "import sys; from pathlib import Path; from kengesh.mechanism.record import Mechanism;"
        "from kengesh.search.asking import reindex; record = Mechanism.open(Path(sys.argv[1]));"
        "[reindex(record) for _time in range(3)]"
    )
    mechanism = Mechanism.open(own_record)
    before = search(mechanism, mechanism.view(), "Ташкенте")
    makers = [subprocess.Popen([sys.executable, "-c", making, str(own_record)]) for _maker in range(2)]
    asked = 0
    while any(maker.poll() is None for maker in makers):
        assert search(mechanism, mechanism.view(), "Ташкенте") == before
        asked += 1
    assert [maker.returncode for maker in makers] == [0, 0]
    assert asked > 1
    assert [path.name for path in own_record.parent.glob("record.search*")] == ["record.search.sqlite"]


def test_progress_is_told_to_the_last_act(own_record: Path) -> None:
    mechanism = Mechanism.open(own_record)
    told: list[tuple[int, int]] = []
    reindex(mechanism, lambda done, total: told.append((done, total)))
    assert told[0] == (1000, mechanism.state.acts) and told[-1] == (mechanism.state.acts,) * 2
