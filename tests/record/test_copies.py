"""Copies of a log: mirrored, compared, and used to write again after the private side was lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from kengesh.record.blobs import blob_path, get_blob, put_blob
from kengesh.record.checking import VerificationFailed
from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.compare import (
    EvidenceRefused,
    NotComparable,
    Relation,
    check_evidence,
    compare,
    write_evidence,
)
from kengesh.record.files import NotAFile
from kengesh.record.growing import Edge
from kengesh.record.log import Log
from kengesh.record.mirror import MirrorRefused, mirror
from kengesh.record.note import Signer
from kengesh.record.resume import ResumeRefused, resume_writer
from kengesh.record.staging import Staging, writer_folder
from kengesh.record.trust import remembered_key
from kengesh.record.verify import examine_record
from kengesh.record.writer import Writer, WriterLost, create
from tests.record.keeper import (
    IMPOSTOR,
    KEEPER,
    ORIGIN,
    OUTSIDER,
    SUCCESSOR,
    act_with_blob,
    copied,
    hand_over,
    impostor,
    link,
    new_log,
    note_of,
    pipe,
    statement,
    statements,
)
from tests.record.shim import Shim

OTHER = Signer("kengesh.example/other", bytes(32))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return new_log(tmp_path / "record", 5).path


@pytest.fixture
def fork(record: Path, tmp_path: Path) -> Path:
    """A second writer's story: the same first five entries, then others."""
    other = copied(record, tmp_path / "fork")
    for path, numbers in ((record, (5, 8)), (other, (105, 107))):
        with Writer(path, KEEPER) as writer:
            writer.append(statements(*numbers))
    return other


def files_of(record: Path) -> dict[str, bytes]:
    return {str(path.relative_to(record)): path.read_bytes() for path in record.rglob("*") if path.is_file()}


def append(record: Path, start: int, end: int) -> None:
    with Writer(record, KEEPER) as writer:
        writer.append(statements(start, end))


def test_a_mirror_is_the_record_and_follows_it(record: Path, tmp_path: Path) -> None:
    digest = put_blob(record, b"Joint statement")
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act_with_blob(b"Joint statement"))])
    first = mirror(record, tmp_path / "mirror")
    assert (first.size, first.new_entries) == (6, 6)
    assert get_blob(tmp_path / "mirror", digest) == b"Joint statement"
    append(record, 6, 300 - 6 - 50)
    assert mirror(record, tmp_path / "mirror").new_entries == 238
    append(record, 300, 400)
    mirror(record, tmp_path / "mirror")
    assert examine_record(tmp_path / "mirror").warnings == ()
    assert compare(record, tmp_path / "mirror").relation is Relation.SAME
    again = files_of(tmp_path / "mirror")
    assert mirror(record, tmp_path / "mirror").new_entries == 0
    assert files_of(tmp_path / "mirror") == again


def test_a_mirror_takes_nothing_that_is_not_right(record: Path, tmp_path: Path) -> None:
    mirror(record, tmp_path / "mirror")
    held = files_of(tmp_path / "mirror")
    append(record, 5, 8)
    bundle = record / "tile/entries/000.p/8"
    bundle.write_bytes(bundle.read_bytes().replace(b'"number":6,', b'"number":9,'))
    with pytest.raises(VerificationFailed, match="entry 6"):
        mirror(record, tmp_path / "mirror")
    assert files_of(tmp_path / "mirror") == held


def test_a_mirror_does_not_take_a_text_whose_bytes_are_others(record: Path, tmp_path: Path) -> None:
    digest = put_blob(record, b"Joint statement")
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act_with_blob(b"Joint statement"))])
    (record / blob_path(digest)).write_bytes(b"Another statement")
    with pytest.raises(Exception, match="not those of its name"):
        mirror(record, tmp_path / "mirror")
    assert not (tmp_path / "mirror" / "checkpoint").exists()


def test_a_mirror_refuses_a_fork_an_older_copy_and_another_log(
    record: Path, fork: Path, tmp_path: Path
) -> None:
    mirror(record, tmp_path / "mirror")
    held = files_of(tmp_path / "mirror")
    with pytest.raises(MirrorRefused, match="ahead"):
        mirror(fork, tmp_path / "mirror")
    append(fork, 200, 210)
    with pytest.raises(MirrorRefused, match="another story"):
        mirror(fork, tmp_path / "mirror")
    with pytest.raises(MirrorRefused, match=f"holds the log {ORIGIN}, not {OTHER.name}"):
        mirror(create(tmp_path / "other", OTHER.name, OTHER).path, tmp_path / "mirror")
    assert files_of(tmp_path / "mirror") == held


def test_a_mirror_is_not_made_of_a_log_whose_checkpoint_has_another_root(
    record: Path, tmp_path: Path
) -> None:
    (record / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, 5, bytes(32)), KEEPER))
    with pytest.raises(VerificationFailed, match="root is not that of the entries"):
        mirror(record, tmp_path / "mirror")
    assert not (tmp_path / "mirror" / "checkpoint").exists()


@pytest.mark.parametrize("listed", ["a key in place of the log's own", "a key more"])
def test_a_mirror_is_not_made_of_a_log_whose_keys_are_others_than_it_tells(
    record: Path, tmp_path: Path, listed: str
) -> None:
    log, theirs = Log.open(record), SUCCESSOR.verifier.vkey
    if listed == "a key more":
        settings = log.log_toml + f'\n[[keys]]\nvkey = "{theirs}"\nfrom_size = 9\n'.encode()
    else:
        settings = log.log_toml.replace(KEEPER.verifier.vkey.encode(), theirs.encode())
        checkpoint = sign_checkpoint(Checkpoint(ORIGIN, log.size, log.root), SUCCESSOR)
        (record / "checkpoint").write_bytes(checkpoint)
    (record / "log.toml").write_bytes(settings)
    with pytest.raises(VerificationFailed) as failed:
        mirror(record, tmp_path / "mirror")
    assert failed.value.where == ("log.toml" if listed == "a key more" else "checkpoint")
    assert not (tmp_path / "mirror" / "checkpoint").exists()


def test_a_mirror_is_whole_though_the_log_is_handed_over_while_it_is_made(
    record: Path, tmp_path: Path
) -> None:
    mirror(record, tmp_path / "mirror", lambda _done, _of: hand_over(record))
    assert examine_record(tmp_path / "mirror").log.size == 5
    mirror(record, tmp_path / "mirror")
    assert examine_record(tmp_path / "mirror").log.size == 6


def test_a_mirror_is_made_of_the_log_that_is_kept_with_the_key_trusted(
    record: Path, config: Path, tmp_path: Path
) -> None:
    theirs = impostor(tmp_path / "theirs", 5).path
    key = KEEPER.verifier.vkey
    first = mirror(record, tmp_path / "mirror")
    assert (first.key, first.key_trust, remembered_key(ORIGIN, config)) == (key, "first seen", key)
    assert mirror(record, tmp_path / "mirror").key_trust == "remembered"
    assert mirror(record, tmp_path / "mirror", key=key).key_trust == "given"
    with pytest.raises(VerificationFailed, match="key remembered on this machine"):
        mirror(theirs, tmp_path / "copy")
    with pytest.raises(VerificationFailed, match="not kept with the key given"):
        mirror(record, tmp_path / "copy", key=IMPOSTOR.verifier.vkey)
    assert not (tmp_path / "copy").exists()
    assert mirror(theirs, tmp_path / "copy", key=IMPOSTOR.verifier.vkey).key_trust == "given"
    assert remembered_key(ORIGIN, config) == key


def test_the_key_of_a_log_that_is_not_right_is_not_remembered(
    record: Path, config: Path, tmp_path: Path
) -> None:
    (record / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, 5, bytes(32)), KEEPER))
    with pytest.raises(VerificationFailed):
        mirror(record, tmp_path / "mirror")
    assert remembered_key(ORIGIN, config) is None


def test_a_mirror_follows_a_log_that_was_handed_over(record: Path, tmp_path: Path) -> None:
    mirror(record, tmp_path / "mirror")
    hand_over(record)
    held = mirror(record, tmp_path / "mirror")
    assert (held.key, held.key_trust) == (KEEPER.verifier.vkey, "remembered")


def test_a_mirror_is_not_made_inside_a_record(record: Path, tmp_path: Path) -> None:
    other = new_log(tmp_path / "other").path
    link(tmp_path / "link", other / "tile")
    for target in (record / "copy", other / "tile" / "copy", tmp_path / "link" / "copy"):
        with pytest.raises(MirrorRefused, match="lies inside the record"):
            mirror(record, target)
        assert not target.exists()


def test_a_pipe_in_place_of_a_text_does_not_hold_up_a_mirror(record: Path, tmp_path: Path) -> None:
    digest = put_blob(record, b"Joint statement")
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act_with_blob(b"Joint statement"))])
    (record / blob_path(digest)).unlink()
    pipe(record / blob_path(digest))
    with pytest.raises(NotAFile, match=digest):
        mirror(record, tmp_path / "mirror")


def test_logs_of_one_origin_whose_keys_have_nothing_to_do_with_each_other_are_no_fork(
    record: Path, tmp_path: Path
) -> None:
    theirs = impostor(tmp_path / "theirs", 5).path
    for copies in ((record, theirs), (theirs, record)):
        with pytest.raises(NotComparable, match="no evidence of a fork") as refused:
            compare(*copies)
        assert KEEPER.verifier.vkey in str(refused.value) and IMPOSTOR.verifier.vkey in str(refused.value)


def test_a_key_that_a_copy_lists_and_its_entries_do_not_makes_no_fork(record: Path, tmp_path: Path) -> None:
    """Somebody goes on with a copy, and lists a key of their own as if the log had been handed over to it."""
    other = copied(record, tmp_path / "other")
    append(other, 105, 107)
    append(record, 5, 8)
    log = Log.open(other)
    listed = f'\n[[keys]]\nvkey = "{IMPOSTOR.verifier.vkey}"\nfrom_size = 6\n'
    (other / "log.toml").write_bytes(log.log_toml + listed.encode())
    (other / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, log.size, log.root), IMPOSTOR))
    with pytest.raises(NotComparable, match="no evidence of a fork"):
        compare(record, other)


def test_a_fork_is_one_though_one_side_was_handed_over(record: Path, tmp_path: Path) -> None:
    other = copied(record, tmp_path / "other")
    append(other, 105, 107)
    hand_over(record)
    assert compare(record, other).relation is Relation.FORK


def test_two_logs_are_not_two_copies(record: Path, tmp_path: Path) -> None:
    with pytest.raises(NotComparable, match="two logs, not two copies"):
        compare(record, create(tmp_path / "other", OTHER.name, OTHER).path)


def test_copies_are_the_same_or_one_is_ahead(record: Path, tmp_path: Path) -> None:
    mirror(record, tmp_path / "mirror")
    assert compare(record, tmp_path / "mirror").relation is Relation.SAME
    append(record, 5, 8)
    assert compare(record, tmp_path / "mirror").relation is Relation.FIRST_AHEAD
    assert compare(tmp_path / "mirror", record).relation is Relation.SECOND_AHEAD


def test_a_fork_is_found_at_its_first_entry_and_its_evidence_fits_in_a_mail(
    record: Path, fork: Path, tmp_path: Path
) -> None:
    found = compare(record, fork)
    assert (found.relation, found.fork_at, found.first_size, found.second_size) == (Relation.FORK, 5, 8, 7)
    file = tmp_path / "fork.txt"
    write_evidence(file, found)
    assert file.stat().st_size < 10_000
    shutil.rmtree(record)
    shutil.rmtree(fork)
    shown = check_evidence(file, KEEPER.verifier.vkey)
    assert (shown.index, [one.size for one in shown.checkpoints]) == (5, [8, 7])
    assert b'"number":5,' in shown.entries[0] and b'"number":105,' in shown.entries[1]


def test_evidence_names_the_key_that_signed_each_side(record: Path, tmp_path: Path) -> None:
    """One side was handed over after the copy was made, and the copy's log.toml tells of it already."""
    other = copied(record, tmp_path / "fork")
    append(other, 105, 107)
    hand_over(record)
    shutil.copy(record / "log.toml", other / "log.toml")
    toml = (other / "log.toml").read_text()
    (other / "log.toml").write_text(toml.replace("from_size = 6", "from_size = 9"))
    with Writer(record, SUCCESSOR) as writer:
        writer.append([note_of(statement(7), signers=(SUCCESSOR,))])
    write_evidence(tmp_path / "fork.txt", compare(record, other))
    assert check_evidence(tmp_path / "fork.txt").keys == (SUCCESSOR.verifier.vkey, KEEPER.verifier.vkey)


def test_evidence_that_shows_nothing_is_refused(record: Path, fork: Path, tmp_path: Path) -> None:
    file = tmp_path / "fork.txt"
    write_evidence(file, compare(record, fork))
    data = file.read_bytes()
    first = data[data.index(b"== first ==\n") + 12 : data.index(b"== second ==\n")]
    same = data[: data.index(b"== second ==\n") + 13] + first + b"== end ==\n"
    for bad, says in (
        (same, "same entry"),
        (data.replace(b"index 5", b"index 4", 1), "does not show"),
        (data[:-5], "not evidence"),
        (data.replace(ORIGIN.encode(), OTHER.name.encode(), 1), f"about the log {ORIGIN}, not {OTHER.name}"),
        (data.replace(b"\n8\n", b"\n9\n", 1), "does not show"),
        (data.replace(b"entry ", b"entry AAAA", 1), "does not show"),
    ):
        file.write_bytes(bad)
        with pytest.raises(EvidenceRefused, match=says):
            check_evidence(file)
    file.write_bytes(data)
    with pytest.raises(EvidenceRefused, match="not both signed"):
        check_evidence(file, OUTSIDER.verifier.vkey)


def test_there_is_no_evidence_without_a_fork(record: Path, tmp_path: Path) -> None:
    mirror(record, tmp_path / "mirror")
    with pytest.raises(NotComparable):
        write_evidence(tmp_path / "none.txt", compare(record, tmp_path / "mirror"))


def test_a_lost_private_side_is_made_anew_when_no_copy_is_ahead(record: Path, tmp_path: Path) -> None:
    mirror(record, tmp_path / "mirror")
    append(record, 5, 8)
    shutil.rmtree(writer_folder(record))
    with pytest.raises(WriterLost):
        Writer(record, KEEPER)
    assert resume_writer(record, [tmp_path / "mirror"]).size == 8
    with Writer(record, KEEPER) as writer:
        with pytest.raises(Exception, match="entry 6 already"):
            writer.append(statements(6, 7))
        assert writer.append(statements(8, 9)) == [8]
    examine_record(record)


def test_an_old_private_side_is_replaced_and_a_damaged_one_too(record: Path, tmp_path: Path) -> None:
    old = writer_folder(copied(record, tmp_path / "old"))
    append(record, 5, 8)
    mirror(record, tmp_path / "mirror")
    shutil.rmtree(writer_folder(record))
    os.rename(old, writer_folder(record))
    resume_writer(record, [tmp_path / "mirror"])
    append(record, 8, 9)
    mirror(record, tmp_path / "mirror")
    (writer_folder(record) / "writer.sqlite").write_bytes(b"damaged" * 1000)
    shim = Shim(writer_folder(record))
    resume_writer(record, [tmp_path / "mirror"], files=shim)
    assert "rename writer.sqlite.damaged" in shim.operations
    append(record, 9, 10)


def test_nothing_is_written_while_a_copy_is_ahead_or_tells_another_story(
    record: Path, fork: Path, tmp_path: Path
) -> None:
    behind = copied(record, tmp_path / "behind")
    append(record, 8, 9)
    shutil.rmtree(writer_folder(behind))
    with pytest.raises(ResumeRefused, match="is ahead.*kengesh mirror"):
        resume_writer(behind, [record])
    with pytest.raises(ResumeRefused, match="another story from entry 5"):
        resume_writer(behind, [fork])
    with pytest.raises(ResumeRefused, match="--against"):
        resume_writer(behind, [])
    with pytest.raises(WriterLost):
        Writer(behind, KEEPER)
    mirror(record, behind)
    resume_writer(behind, [record])
    append(behind, 9, 10)


def test_what_an_append_left_behind_unpublished_is_dropped_when_the_private_side_is_lost(
    record: Path, tmp_path: Path
) -> None:
    mirror(record, tmp_path / "mirror")
    checkpoint = (record / "checkpoint").read_bytes()
    append(record, 5, 7)
    (record / "checkpoint").write_bytes(checkpoint)
    shutil.rmtree(writer_folder(record))
    assert resume_writer(record, [tmp_path / "mirror"]).size == 5
    with Writer(record, KEEPER) as writer:
        assert writer.append([note_of(statement(50))]) == [5]
    assert examine_record(record).warnings == () and Log.open(record).size == 6


def rewritten(record: Path, numbers: range) -> None:
    """Make another log of the same opening out of this one, signed by the same key: a keeper who cheats."""
    notes = [Log.open(record).entry(0), *statements(numbers.start, numbers.stop)]
    edge, files = Edge().grown(notes)
    shutil.rmtree(record / "tile")
    for path, data in files:
        (record / path).parent.mkdir(parents=True, exist_ok=True)
        (record / path).write_bytes(data)
    (record / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, edge.size, edge.root()), KEEPER))


def test_a_mirror_is_not_led_to_another_story_by_tiles_that_still_tell_the_old_one(
    record: Path, tmp_path: Path
) -> None:
    mirror(record, tmp_path / "mirror")
    held = files_of(tmp_path / "mirror")
    old = (record / "tile/0/000.p/5").read_bytes()
    rewritten(record, range(101, 108))
    tile = record / "tile/0/000.p/8"
    tile.write_bytes(old + tile.read_bytes()[len(old) :])
    with pytest.raises(MirrorRefused, match="another story"):
        mirror(record, tmp_path / "mirror")
    assert files_of(tmp_path / "mirror") == held


def test_a_mirror_is_not_made_among_other_files(record: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear")
    for target in (tmp_path / "letters", tmp_path / "letters" / "letter.txt"):
        with pytest.raises(MirrorRefused, match="Choose"):
            mirror(record, target)
    assert len(list((tmp_path / "letters").iterdir())) == 1


def test_a_record_is_not_its_own_copy(record: Path, tmp_path: Path) -> None:
    shutil.rmtree(writer_folder(record))
    link(tmp_path / "link", record)
    for same in (record, record / ".." / record.name, tmp_path / "link"):
        with pytest.raises(ResumeRefused, match="the record itself"):
            resume_writer(record, [same])
    assert not (writer_folder(record) / "writer.sqlite").exists()


def test_nothing_is_written_when_the_private_side_has_signed_another_story(
    record: Path, fork: Path, tmp_path: Path
) -> None:
    """The files are the one story, with 8 entries; the private side has signed the other, with 7."""
    mirror(record, tmp_path / "mirror")
    shutil.rmtree(writer_folder(record))
    os.rename(writer_folder(fork), writer_folder(record))
    with pytest.raises(ResumeRefused, match="another root for 7 entries"):
        resume_writer(record, [tmp_path / "mirror"])
    with pytest.raises(WriterLost):
        Writer(record, KEEPER)


def test_a_private_side_that_cannot_be_opened_is_not_taken_for_a_damaged_one(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror(record, tmp_path / "mirror")

    def out_of_reach(_staging: Staging) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(Staging, "head", out_of_reach)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        resume_writer(record, [tmp_path / "mirror"])
    monkeypatch.undo()
    assert not list(writer_folder(record).glob("*.damaged"))
    append(record, 5, 6)
