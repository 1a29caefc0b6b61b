"""Entering into a log: in order, once, under one writer at a time; and what is refused, with the reason."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kengesh.record.admission import AlreadyInLog, EntryNotAdmitted
from kengesh.record.blobs import put_blob
from kengesh.record.checkpoint import Checkpoint, open_checkpoint
from kengesh.record.entry import EntryRefused, check_entry_signatures, parse_entry
from kengesh.record.files import FILES, FileDiffers
from kengesh.record.keyfile import key_path
from kengesh.record.log import Log
from kengesh.record.note import Signer, sign_note
from kengesh.record.staging import Staging, WriterBusy, writer_folder
from kengesh.record.verify import examine_record
from kengesh.record.writer import CannotWrite, Writer, WriterLost, create
from tests.record.keeper import (
    AZERBAIJAN,
    KEEPER,
    OPENED,
    ORIGIN,
    OUTSIDER,
    SUCCESSOR,
    Seen,
    act_with_blob,
    copied,
    hand_over_note,
    new_log,
    note_of,
    statement,
    statements,
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return new_log(tmp_path / "record", 3).path


def refusal(record: Path, *notes: bytes) -> str:
    with Writer(record, KEEPER) as writer, pytest.raises(EntryNotAdmitted) as refused:
        writer.append(list(notes))
    assert Log.open(record).size == 3
    return str(refused.value)


def test_entries_get_the_next_indexes_and_are_read_back_as_they_were(record: Path) -> None:
    notes = statements(3, 10)
    with Writer(record, KEEPER) as writer:
        assert writer.append(notes[:1]) == [3]
        assert writer.append(notes[1:]) == [4, 5, 6, 7, 8, 9]
    log = Log.open(record)
    assert list(log.entries(3)) == notes
    assert open_checkpoint(log.checkpoint, [KEEPER.verifier])[0] == Checkpoint(ORIGIN, 10, log.root)


def test_a_step_of_256_entries_is_one_step_and_a_larger_one_is_refused(record: Path) -> None:
    with Writer(record, KEEPER) as writer:
        with pytest.raises(CannotWrite, match="256"):
            writer.append(statements(3, 260))
        assert writer.append(statements(3, 259))[-1] == 258
        assert writer.append([]) == []
    assert not list(record.rglob("*.p/2")), "a partial tile stays after its tile is full"
    examine_record(record)


def test_a_text_in_the_log_is_refused_with_its_index(record: Path) -> None:
    with Writer(record, KEEPER) as writer:
        with pytest.raises(AlreadyInLog) as refused:
            writer.append([*statements(3, 5), *statements(2, 3)])
        assert (refused.value.place, refused.value.index) == (2, 2)
        with pytest.raises(AlreadyInLog) as twice:
            writer.append([*statements(3, 4), *statements(3, 4)])
        assert twice.value.index == 3
        assert writer.size == 3


def test_an_entry_dated_before_the_one_before_it_is_refused(record: Path) -> None:
    assert "2025-11-16T09:30:00Z" in refusal(record, note_of(statement(3), at="2025-11-16T09:29:59Z"))


def test_an_entry_for_another_log_is_refused(record: Path) -> None:
    assert "kengesh.example/other" in refusal(record, note_of(statement(3), origin="kengesh.example/other"))


def test_an_entry_signed_in_view_of_a_state_the_log_never_had_is_refused(record: Path) -> None:
    root = Log.open(record).root
    assert "another log" in refusal(record, note_of(statement(3), seen=Seen(2, root)))
    assert "view of 4" in refusal(record, note_of(statement(3), seen=Seen(4, root)))
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(statement(3), seen=Seen(3, root))])


def test_an_entry_with_a_signature_stripped_or_added_is_refused(record: Path) -> None:
    two = note_of(statement(3), signers=(KEEPER, AZERBAIJAN), parties=("log", "AZE"))
    lines = two.splitlines(keepends=True)
    assert "and no more" in refusal(record, b"".join(lines[:-1]))
    alone = note_of(statement(3))
    assert "and no more" in refusal(record, alone + lines[-1])


def test_an_entry_with_a_third_line_of_text_is_refused(record: Path) -> None:
    text = note_of(statement(3)).rpartition(b"\n\n")[0]
    assert "two lines" in refusal(record, sign_note(text + b"\n\nand a word that nobody reads\n", [KEEPER]))


def test_an_entry_with_the_signature_of_another_signer_twice_is_refused(record: Path) -> None:
    two = note_of(statement(3), signers=(KEEPER, AZERBAIJAN), parties=("log", "AZE"))
    lines = two.splitlines(keepends=True)
    assert "missing" in refusal(record, b"".join([*lines[:-1], lines[-2]]))


def test_a_key_that_does_not_count_is_refused(record: Path) -> None:
    assert "outsider" in refusal(record, note_of(statement(3), signers=(OUTSIDER,)))
    assert "KAZ" in refusal(record, note_of(statement(3), parties=("KAZ",)))


def test_a_note_that_is_no_entry_is_refused(record: Path) -> None:
    assert "note 1" in refusal(record, *statements(3, 4), b"nothing of the kind")
    assert "bytes" in refusal(record, note_of(statement(3)).replace(b"statement", b"x") + b"x" * 33_000)


def test_another_key_than_the_logs_own_cannot_write(record: Path) -> None:
    with pytest.raises(CannotWrite, match=r"not the log's own"):
        Writer(record, OUTSIDER)


def test_a_second_writer_waits_and_is_then_told_who_is_at_work(record: Path) -> None:
    staging = Staging(writer_folder(record), FILES)
    with Writer(record, KEEPER, wait_seconds=0.2) as second, staging.locked(0):
        with pytest.raises(WriterBusy) as refused:
            second.append(statements(3, 4))
        assert f"process {os.getpid()}" in refused.value.holder and "since" in refused.value.holder
    staging.close()
    with Writer(record, KEEPER) as third:
        assert third.append(statements(3, 4)) == [3]


def test_two_writers_take_turns_and_neither_loses_anything(record: Path) -> None:
    with Writer(record, KEEPER) as one, Writer(record, KEEPER) as other:
        for number in range(3, 13, 2):
            assert one.append(statements(number, number + 1)) == [number]
            assert other.append(statements(number + 1, number + 2)) == [number + 1]
    assert list(Log.open(record).entries(1)) == statements(1, 13)
    examine_record(record)


def append_some(record: Path, start: int) -> None:
    with Writer(record, KEEPER, wait_seconds=60) as writer:
        for number in range(start, start + 20):
            writer.append(statements(number, number + 1))


def test_many_processes_write_at_once_and_every_entry_is_there_once(record: Path) -> None:
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=append_some, args=(record, start)) for start in (1000, 2000, 3000)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0, 0, 0]
    wanted = [
        *statements(1, 3),
        *(note for start in (1000, 2000, 3000) for note in statements(start, start + 20)),
    ]
    assert sorted(Log.open(record).entries(1)) == sorted(wanted)


def test_without_its_private_side_nothing_is_written(record: Path) -> None:
    os.rename(writer_folder(record), writer_folder(record).with_name("elsewhere"))
    with pytest.raises(WriterLost, match="kengesh resume-writer .*record --against MIRROR"):
        Writer(record, KEEPER)
    assert not writer_folder(record).exists()


def test_with_an_old_private_side_nothing_is_written(record: Path, tmp_path: Path) -> None:
    old = writer_folder(copied(record, tmp_path / "old"))
    with Writer(record, KEEPER) as writer:
        writer.append(statements(3, 5))
    os.rename(writer_folder(record), tmp_path / "newer")
    os.rename(old, writer_folder(record))
    with pytest.raises(WriterLost, match=r"has 5 entries and its private side knows 3.*resume-writer"):
        Writer(record, KEEPER)


def test_with_a_damaged_private_side_nothing_is_written(record: Path) -> None:
    (writer_folder(record) / "writer.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(WriterLost, match=r"damaged.*resume-writer"):
        Writer(record, KEEPER)


def test_with_old_files_beside_the_private_side_nothing_is_written(record: Path, tmp_path: Path) -> None:
    old = copied(record, tmp_path / "old")
    with Writer(record, KEEPER) as writer:
        writer.append(statements(3, 4))
        writer.append(statements(4, 5))
    os.rename(record, tmp_path / "newer")
    os.rename(old, record)
    with pytest.raises(CannotWrite, match="kengesh mirror"):
        Writer(record, KEEPER)


def test_with_a_tampered_edge_nothing_is_written(record: Path) -> None:
    (record / "tile/0/000.p/3").write_bytes(bytes(96))
    with pytest.raises(FileDiffers, match="kengesh verify"):
        Writer(record, KEEPER)


def test_lines_that_witnesses_added_to_the_checkpoint_stay_when_the_writer_opens(record: Path) -> None:
    cosigned = (record / "checkpoint").read_bytes() + "— witness.example YWJjZGVmZw==\n".encode()
    (record / "checkpoint").write_bytes(cosigned)
    Writer(record, KEEPER).close()
    assert (record / "checkpoint").read_bytes() == cosigned


def test_a_log_is_not_made_where_something_is(record: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="already"):
        create(record, ORIGIN, KEEPER)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    with pytest.raises(CannotWrite, match="empty"):
        create(tmp_path / "full", ORIGIN, KEEPER)
    with pytest.raises(CannotWrite, match="origin"):
        create(tmp_path / "other", "kengesh.example/other", KEEPER)


def test_a_log_that_cannot_be_opened_so_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(EntryNotAdmitted, match="observed or official"):
        create(tmp_path / "deep" / "record", ORIGIN, KEEPER, mode="secret")
    assert not list(tmp_path.iterdir())


def test_a_new_log_cites_the_log_that_it_continues(record: Path, tmp_path: Path) -> None:
    old = Log.open(record)
    cited = Checkpoint(old.origin, old.size, old.root)
    create(tmp_path / "official", ORIGIN, KEEPER, mode="official", continues=[cited], at=OPENED)
    assert b'"continues":[{"origin":"kengesh.example/record","root":"' in Log.open(
        tmp_path / "official"
    ).entry(0)


def test_a_handed_over_log_is_signed_by_both_then_by_the_successor(record: Path) -> None:
    note = hand_over_note()
    with Writer(record, KEEPER) as writer:
        with pytest.raises(CannotWrite, match="hand_over"):
            writer.append([note])
        assert writer.hand_over(note, SUCCESSOR) == 3
        both = Log.open(record)
        assert len(open_checkpoint(both.checkpoint, [KEEPER.verifier, SUCCESSOR.verifier])[1].verified) == 2
        examine_record(record)
        assert writer.append([note_of(statement(4), signers=(SUCCESSOR,))]) == [4]
    with pytest.raises(CannotWrite):
        Writer(record, KEEPER)
    with Writer(record, SUCCESSOR) as writer, pytest.raises(EntryNotAdmitted, match="does not count"):
        writer.append([note_of(statement(5))])
    examination = examine_record(record)
    assert [key.from_size for key in examination.log.settings.keys] == [0, 4]


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="needs root on Linux, to mount a small disk"
)
def test_a_disk_that_is_really_full_is_told_in_a_sentence(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        fill(disk)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def fill(disk: Path) -> None:
    record = disk / "record"
    answered = 1
    new_log(record)
    with pytest.raises(Exception, match="disk is full"), Writer(record, KEEPER) as writer:
        while True:
            answered += len(writer.append(statements(answered, answered + 20)))
    assert list(Log.open(record).entries(1, answered)) == statements(1, answered)
    examine_record(record)


def test_an_entry_that_names_a_text_must_find_it_there_with_its_length(record: Path) -> None:
    act = act_with_blob(b"Joint statement")
    assert "does not hold; keep the text first" in refusal(record, note_of(act))
    put_blob(record, b"Joint statement")
    wrong = {**act, "text": {**act["text"], "length": 99}}
    assert "has 99 bytes; it has 15" in refusal(record, note_of(act), note_of(wrong))
    gone = {"sha256": "c" * 64, "length": 7}
    withhold = {"kind": "withhold-blob/1", "voice": "performed", "sha256": "c" * 64, "because": "copyright"}
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act), note_of({**act, "text": gone}, withhold)])
    assert examine_record(record).withheld == ("c" * 64,)


def test_a_log_is_not_made_over_the_private_side_of_an_earlier_one(record: Path) -> None:
    shutil.rmtree(record)
    with pytest.raises(CannotWrite, match=r"private side of an earlier log, of 3 entries"):
        create(record, ORIGIN, KEEPER, at=OPENED)
    assert not record.exists()


def test_the_private_side_and_the_key_lie_beside_the_record_even_when_one_stands_in_it(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(record)
    assert writer_folder(Path()) == writer_folder(record) and key_path(Path()) == key_path(record)
    with Writer(Path(), KEEPER) as writer:
        assert writer.append(statements(3, 4)) == [3]
    assert examine_record(Path()).warnings == ()


def test_an_entry_has_at_most_as_many_signers_as_a_note_has_signatures() -> None:
    def signed(count: int) -> bytes:
        signers = tuple(Signer(f"k{number}", number.to_bytes(32, "big")) for number in range(count))
        return note_of(statement(1), signers=signers, parties=tuple(f"p{number}" for number in range(count)))

    for count in (16, 100):
        note = signed(count)
        check_entry_signatures(note, parse_entry(note))
    with pytest.raises(EntryRefused, match="101 signers"):
        signed(101)


def test_a_lock_that_cannot_be_described_is_held_all_the_same(record: Path) -> None:
    (writer_folder(record) / "holder").unlink()
    (writer_folder(record) / "holder").mkdir()
    with Writer(record, KEEPER) as writer:
        assert writer.append(statements(3, 4)) == [3]
