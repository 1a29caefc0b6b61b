"""A new record is whole or is not there, whatever interrupts its making; what is entered is signed and verifies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kengesh.desk.enter import NotForThisLog, add_files, new_record
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


def test_an_observed_log_takes_no_performed_act(
    place: Path, signer: Signer, pack: str, tmp_path: Path
) -> None:
    new_record(place, signer, pack)
    file = tmp_path / "more.yaml"
    file.write_text(
        "- {row: n2, act: name, voice: performed, thing: a, type: body, names: A}\n", encoding="utf-8"
    )
    with pytest.raises(NotForThisLog, match="n2"):
        add_files(place, signer, {"more.yaml": file})
    assert Log.open(place).size == 4
