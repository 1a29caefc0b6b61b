"""A new record is whole or is not there, whatever interrupts its making; what is entered is signed and verifies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kengesh.record.writer
from kengesh.desk.enter import add_files, new_record
from kengesh.desk.packs import files_of
from kengesh.desk.rows import RowProblems
from kengesh.mechanism.record import Mechanism
from kengesh.record.keyfile import key_path, make_log_key
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.staging import writer_folder
from kengesh.record.verify import verify
from kengesh.record.writer import CannotWrite, Writer, create

ROWS = """\
- {row: s1, act: register-source, source: gazette, address: "https://gazette.example/1", source_kind: official, seen: whole}
- {row: n1, act: name, thing: council, type: body, names: The Council}
"""


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """A pack of two rows."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "rows.yaml").write_text(ROWS, encoding="utf-8")
    return str(folder)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the record is to be."""
    return tmp_path / "place" / "record"


@pytest.fixture
def signer(place: Path) -> Signer:
    """The key of the record."""
    place.parent.mkdir()
    return make_log_key(key_path(place), "pack")


def test_a_new_record_holds_its_pack_and_verifies(place: Path, signer: Signer, pack: str) -> None:
    entered = new_record(place, signer, pack)
    assert (entered.entries, entered.acts) == (3, 3)
    assert verify(place, signer.verifier.vkey).size == 4
    assert sorted(one.name for one in place.parent.iterdir()) == ["record", "record.key", "record.writer"]


def test_a_new_record_may_be_made_in_an_empty_folder(place: Path, signer: Signer, pack: str) -> None:
    place.mkdir()
    assert new_record(place, signer, pack).acts == 3


def test_a_new_record_may_be_the_folder_one_is_in(
    place: Path, signer: Signer, pack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("PWD", str(place))
    new_record(Path("."), signer, pack)
    assert Log.open(place).size == 4


def test_a_building_that_was_interrupted_is_finished_by_making_the_record_again(
    place: Path, signer: Signer, pack: str
) -> None:
    create(place.with_name("record.building"), signer.name, signer)
    assert new_record(place, signer, pack).acts == 3
    assert verify(place, signer.verifier.vkey).size == 4
    assert not place.with_name("record.building").exists()


def test_a_building_that_was_whole_and_half_moved_is_put_in_its_place(
    place: Path, signer: Signer, pack: str
) -> None:
    new_record(place, signer, pack)
    os.replace(place, place.with_name("record.building"))  # as if it had died between the two moves
    assert new_record(place, signer, pack).acts == 3
    assert verify(place, signer.verifier.vkey).size == 4
    Writer(place, signer).close()


def test_a_building_of_another_key_is_not_gone_on_with(place: Path, signer: Signer, pack: str) -> None:
    other = Signer("kengesh.test/other", bytes(range(32)))
    create(place.with_name("record.building"), other.name, other)
    with pytest.raises(CannotWrite, match="another key"):
        new_record(place, signer, pack)
    assert not place.exists()


def test_the_private_side_of_an_earlier_record_is_not_overwritten(
    place: Path, signer: Signer, pack: str
) -> None:
    writer_folder(place).mkdir()
    with pytest.raises(CannotWrite, match=r"record\.writer"):
        new_record(place, signer, pack)
    assert not place.with_name("record.building").exists()


def test_a_file_of_rows_performs_nothing_in_anothers_name(
    place: Path, signer: Signer, pack: str, tmp_path: Path
) -> None:
    new_record(place, signer, pack)
    file = tmp_path / "more.yaml"
    file.write_text(
        "- {row: n2, act: name, voice: performed, thing: a, type: body, names: A}\n", encoding="utf-8"
    )
    with pytest.raises(RowProblems, match="n2, voice: performed"):
        add_files(place, signer, files_of([file]))
    assert Log.open(place).size == 4


def test_what_a_dead_writer_had_staged_is_not_entered_again(
    place: Path, signer: Signer, pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_record(place, signer, pack)
    given = files_of([many_rows(tmp_path / "more.yaml", 300)])

    def die(*_arguments: object, **_named: object) -> None:
        raise OSError("as if the machine had stopped after the point of no return")

    with monkeypatch.context() as dying:
        dying.setattr(kengesh.record.writer, "put", die)
        with pytest.raises(CannotWrite):
            add_files(place, signer, given)
    add_files(place, signer, given)
    assert doubled(place) == []
    assert add_files(place, signer, given).entries == 0


def test_two_who_add_at_once_enter_every_row_once(
    place: Path, signer: Signer, pack: str, tmp_path: Path
) -> None:
    new_record(place, signer, pack)
    file = many_rows(tmp_path / "more.yaml", 700)
    other = many_rows(tmp_path / "other.yaml", 400, "other")
    program = [str(Path(sys.executable).with_name("kengesh")), "add", "--record", str(place)]
    running = [subprocess.Popen([*program, str(one)], stdout=subprocess.PIPE) for one in (file, file, other)]
    for one in running:
        one.communicate(timeout=120)
    assert [one.returncode for one in running] == [0, 0, 0]
    assert doubled(place) == []
    assert add_files(place, signer, files_of([file, other])).entries == 0
    assert verify(place, signer.verifier.vkey).size >= 1100


def test_an_entry_is_not_dated_before_one_of_a_clock_that_was_ahead(
    place: Path, signer: Signer, pack: str, tmp_path: Path
) -> None:
    create(place, signer.name, signer, at=datetime(2999, 1, 1, tzinfo=UTC))
    add_files(place, signer, files_of([Path(pack)]))
    assert verify(place, signer.verifier.vkey).size == 4


def many_rows(path: Path, count: int, thing: str = "thing") -> Path:
    """Write a file of this many rows."""
    row = "- {{row: {0}-{1}, act: name, thing: {0}-{1}, type: place, names: A place}}\n"
    path.write_text("".join(row.format(thing, number) for number in range(count)), encoding="utf-8")
    return path


def doubled(place: Path) -> list[str]:
    """Return the ids of the acts that stand in a record more than once."""
    record = Mechanism.open(place)
    ids = [record.store.act(number).id for number in range(record.state.acts)]
    return [one for one, count in Counter(ids).items() if count > 1]


@pytest.mark.long
def test_an_add_that_is_killed_at_any_moment_is_finished_by_adding_again(
    place: Path, signer: Signer, pack: str, tmp_path: Path
) -> None:
    file = many_rows(tmp_path / "more.yaml", 1500)
    program = str(Path(sys.executable).with_name("kengesh"))
    killed = 0
    for number in range(20):
        record = place.with_name(f"record-{number}")
        new_record(record, signer, pack)
        adding = subprocess.Popen(
            [program, "add", str(file), "--record", str(record), "--key", str(key_path(place))]
        )
        time.sleep(0.2 + number * 0.03)
        adding.kill()
        killed += adding.wait(60) != 0
        add_files(record, signer, files_of([file]))
        assert doubled(record) == []
        assert add_files(record, signer, files_of([file])).entries == 0
        assert verify(record, signer.verifier.vkey).size == 4 + 1502
    assert killed
