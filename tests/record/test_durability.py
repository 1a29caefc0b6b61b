"""Whatever fails or dies at whatever moment: what was answered stays, once, and the log opens again by itself."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kengesh.record.admission import AlreadyInLog
from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, DiskFull
from kengesh.record.log import Log
from kengesh.record.mirror import mirror
from kengesh.record.verify import examine_record
from kengesh.record.writer import CannotWrite, Writer, WriterStopped, create
from tests.record.keeper import (
    KEEPER,
    OPENED,
    ORIGIN,
    SUCCESSOR,
    copied,
    hand_over_note,
    new_log,
    note_of,
    statement,
    statements,
)
from tests.record.shim import Died, Shim, disk_error

SMALL = 3  # a lone append in the middle of a tile
EDGE = 255  # a step over the edge of a tile: a full one, stale ones to remove, new folders, a new level


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_log(tmp_path_factory.mktemp("small") / "record", SMALL).path


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_log(tmp_path_factory.mktemp("edge") / "record", EDGE).path


def operations_of_a_step(record: Path, work: Path, notes: list[bytes]) -> list[str]:
    copy = copied(record, work / "dry")
    shim = Shim(copy)
    writer = Writer(copy, KEEPER)
    writer._files = writer._staging._files = shim
    writer.append(notes)
    writer.close()
    return shim.operations


def faults() -> Iterator[tuple[str, BaseException, bool, bool]]:
    """Name, what is raised, whether after the operation, whether power is lost then."""
    yield "the disk is full", disk_error(errno.ENOSPC), False, False
    yield "the disk fails", disk_error(errno.EIO), False, False
    yield "the disk fails and power is lost", disk_error(errno.EIO), False, True
    for after in (False, True):
        for lost in (False, True):
            yield f"dies {'after' if after else 'before'}{', power is lost' * lost}", Died(), after, lost


def try_step(
    record: Path, notes: list[bytes], at: int, fault: BaseException, after: bool, lost: bool
) -> None:
    """Append with a fault at one operation, then see that the log is whole and the step can be finished."""
    before = list(Log.open(record).entries())
    shim = Shim(record, at, fault, after)
    writer = Writer(record, KEEPER)
    writer._files = writer._staging._files = shim
    answered: list[int] = []
    try:
        answered = writer.append(notes)
    except DiskFull as error:
        assert isinstance(fault, OSError) and fault.errno == errno.ENOSPC and "full" in str(error)
    except WriterStopped as error:
        assert isinstance(fault, OSError) and str(record) in str(error)
    except Died:
        pass
    if not answered and isinstance(fault, OSError):
        with pytest.raises(WriterStopped):
            writer.append(notes)
    writer.close()
    if lost:
        shim.lose_power()
    log = finished(record, notes)
    entries = list(log.entries())
    assert entries == before + notes
    assert answered in ([], list(range(len(before), len(entries))))
    assert [entries[index] for index in answered] == notes[: len(answered)]


def finished(record: Path, notes: list[bytes]) -> Log:
    """Open a new writer, enter what is not there yet, verify."""
    with Writer(record, KEEPER) as writer:
        try:
            writer.append(notes)
        except AlreadyInLog as error:
            assert error.place == 0
    assert not [text for text in examine_record(record, processes=1).warnings if "left behind" not in text]
    return Log.open(record)


@pytest.mark.parametrize("fault", list(faults()), ids=lambda fault: fault[0])
def test_a_fault_at_any_operation_of_a_lone_append_loses_and_doubles_nothing(
    small: Path, tmp_path: Path, fault: tuple[str, BaseException, bool, bool]
) -> None:
    notes = statements(SMALL, SMALL + 1)
    operations = operations_of_a_step(small, tmp_path, notes)
    assert {"commit", "rename checkpoint", "sync"} <= set(operations)
    for at in range(len(operations)):
        try_step(copied(small, tmp_path / f"record{at}"), notes, at, *fault[1:])


@pytest.mark.parametrize("fault", list(faults())[2:7:4], ids=lambda fault: fault[0])
def test_a_fault_at_any_operation_of_a_step_over_the_edge_of_a_tile_loses_and_doubles_nothing(
    edge: Path, tmp_path: Path, fault: tuple[str, BaseException, bool, bool]
) -> None:
    notes = statements(EDGE, EDGE + 3)
    operations = operations_of_a_step(edge, tmp_path, notes)
    assert {"remove 255", "remove folder 000.p"} <= set(operations)
    for at in range(len(operations)):
        try_step(copied(edge, tmp_path / f"record{at}"), notes, at, *fault[1:])


@pytest.mark.long
@pytest.mark.parametrize("fault", list(faults()), ids=lambda fault: fault[0])
def test_every_fault_at_any_operation_of_a_step_over_the_edge_of_a_tile(
    edge: Path, tmp_path: Path, fault: tuple[str, BaseException, bool, bool]
) -> None:
    notes = statements(EDGE, EDGE + 3)
    for at in range(len(operations_of_a_step(edge, tmp_path, notes))):
        try_step(copied(edge, tmp_path / f"record{at}"), notes, at, *fault[1:])


def test_after_an_interruption_and_before_the_next_writer_a_reader_still_verifies(
    small: Path, tmp_path: Path
) -> None:
    notes = statements(SMALL, SMALL + 1)
    for at in range(len(operations_of_a_step(small, tmp_path, notes))):
        record = copied(small, tmp_path / f"record{at}")
        writer = Writer(record, KEEPER)
        writer._files = writer._staging._files = Shim(record, at, Died())
        with pytest.raises(Died):
            writer.append(notes)
        writer.close()
        examination = examine_record(record, processes=1)
        assert examination.log.size in (SMALL, SMALL + 1)


def test_a_hand_over_that_was_interrupted_is_finished_by_whoever_opens_the_log(
    small: Path, tmp_path: Path
) -> None:
    note = hand_over_note()

    def hand_over(record: Path, shim: Shim) -> None:
        with Writer(record, KEEPER) as writer:
            writer._files = writer._staging._files = shim
            writer.hand_over(note, SUCCESSOR)

    dry = Shim(copied(small, tmp_path / "dry"))
    hand_over(tmp_path / "dry", dry)
    for at in range(dry.operations.index("commit") + 1, len(dry.operations)):
        record = copied(small, tmp_path / f"record{at}")
        with pytest.raises(Died):
            hand_over(record, Shim(record, at, Died()))
        assert examine_record(record, processes=1).log.size in (SMALL, SMALL + 1)
        with pytest.raises(CannotWrite, match=f"which is {re.escape(SUCCESSOR.verifier.vkey)}"):
            Writer(record, KEEPER)
        assert examine_record(record, processes=1).log.size == SMALL + 1
        with Writer(record, SUCCESSOR) as writer:
            assert writer.append([note_of(statement(9), signers=(SUCCESSOR,))]) == [SMALL + 1]


def test_a_writer_that_dies_while_it_finishes_an_interrupted_step_leaves_it_to_the_next(
    small: Path, tmp_path: Path
) -> None:
    notes = statements(SMALL, SMALL + 1)
    operations = operations_of_a_step(small, tmp_path, notes)
    interrupted = copied(small, tmp_path / "interrupted")
    writer = Writer(interrupted, KEEPER)
    writer._files = writer._staging._files = Shim(interrupted, operations.index("commit"), Died(), after=True)
    with pytest.raises(Died):
        writer.append(notes)
    writer.close()
    dry = Shim(copied(interrupted, tmp_path / "dry2"))
    Writer(tmp_path / "dry2", KEEPER, files=dry).close()
    for at in range(len(dry.operations)):
        record = copied(interrupted, tmp_path / f"record{at}")
        shim = Shim(record, at, Died())
        with pytest.raises(Died):
            Writer(record, KEEPER, files=shim)
        shim.lose_power()
        assert list(finished(record, notes).entries())[SMALL:] == notes


def test_the_interrupted_step_is_finished_with_the_bytes_that_were_signed(
    small: Path, tmp_path: Path
) -> None:
    record = copied(small, tmp_path / "record")
    notes = statements(SMALL, SMALL + 1)
    operations = operations_of_a_step(small, tmp_path, notes)
    with Writer(record, KEEPER) as writer:
        writer._files = writer._staging._files = Shim(record, operations.index("commit"), Died(), after=True)
        with pytest.raises(Died):
            writer.append(notes)
        head = writer._staging.head()
        assert head is not None and head.size == SMALL + 1
    with Writer(record, KEEPER):
        assert (record / "checkpoint").read_bytes() == head.checkpoint


@pytest.mark.parametrize("fault", [Died(), disk_error(errno.ENOSPC), disk_error(errno.EIO)], ids=repr)
@pytest.mark.parametrize("lost", [False, True])
def test_a_creation_that_was_interrupted_is_finished_by_creating_again(
    tmp_path: Path, fault: BaseException, lost: bool
) -> None:
    dry = Shim(tmp_path / "dry")
    create(tmp_path / "dry", ORIGIN, KEEPER, at=OPENED, files=dry)
    for at in range(len(dry.operations)):
        record = tmp_path / f"record{at}"
        shim = Shim(record, at, fault)
        with pytest.raises((Died, RecordError)):
            create(record, ORIGIN, KEEPER, at=OPENED, files=shim)
        if lost:
            shim.lose_power()
        if not (record / "checkpoint").exists():
            assert create(record, ORIGIN, KEEPER, at=OPENED).size == 1
        assert list(finished(record, statements(1, 2)).entries())[1:] == statements(1, 2)


@pytest.mark.parametrize("lost", [False, True])
def test_a_mirror_that_was_interrupted_never_shows_more_than_it_holds(
    small: Path, tmp_path: Path, lost: bool
) -> None:
    interrupt_mirrors(small, SMALL, tmp_path, lost)


@pytest.mark.long
@pytest.mark.parametrize("lost", [False, True])
def test_a_mirror_that_was_interrupted_at_the_edge_of_a_tile(edge: Path, tmp_path: Path, lost: bool) -> None:
    interrupt_mirrors(edge, EDGE, tmp_path, lost)


def interrupt_mirrors(record: Path, size: int, work: Path, lost: bool) -> None:
    """Let a mirror die at each operation of catching up by three entries."""
    mirror(record, work / "base", processes=1)
    source = copied(record, work / "source")
    with Writer(source, KEEPER) as writer:
        writer.append(statements(size, size + 3))
    shutil.copytree(work / "base", work / "dry")
    dry = Shim(work / "dry")
    mirror(source, work / "dry", processes=1, files=dry)
    for at in range(len(dry.operations)):
        target = work / f"target{at}"
        shutil.copytree(work / "base", target)
        shim = Shim(target, at, Died())
        with pytest.raises(Died):
            mirror(source, target, processes=1, files=shim)
        if lost:
            shim.lose_power()
        assert examine_record(target, processes=1).log.size in (size, size + 3)
        assert mirror(source, target, processes=1).size == size + 3
        assert examine_record(target, processes=1).log.size == size + 3


def test_a_writer_that_met_an_error_stops_even_for_other_notes(small: Path, tmp_path: Path) -> None:
    record = copied(small, tmp_path / "record")
    with Writer(record, KEEPER) as writer:
        writer._files = writer._staging._files = Shim(record, 1, disk_error(errno.EIO))
        with pytest.raises(WriterStopped):
            writer.append(statements(SMALL, SMALL + 1))
        writer._files = writer._staging._files = FILES
        with pytest.raises(WriterStopped, match="Start it again"):
            writer.append([note_of(statement(99))])
