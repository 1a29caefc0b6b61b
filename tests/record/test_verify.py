"""Verification finds any changed, missing, added or reordered byte and names the first bad file or entry."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kengesh.record.blobs import blob_path, put_blob
from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.growing import Edge
from kengesh.record.log import Log
from kengesh.record.note import Signer, sign_note
from kengesh.record.tile import decode_bundle, encode_bundle
from kengesh.record.trust import remember_key
from kengesh.record.verify import VerificationFailed, check_tree, examine_record, open_signed, verify
from kengesh.record.workers import _Worker
from kengesh.record.writer import Writer
from tests.record.keeper import (
    AZERBAIJAN,
    KEEPER,
    ORIGIN,
    OUTSIDER,
    SUCCESSOR,
    Seen,
    act_with_blob,
    hand_over,
    link,
    new_log,
    note_of,
    pipe,
    statement,
    statements,
)

SIZE = 300
BUNDLES = ("tile/entries/000", "tile/entries/001.p/44")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return new_log(tmp_path / "record", 7).path


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_log(tmp_path_factory.mktemp("long") / "record", SIZE).path


def refuse(*_arguments: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied", "known-logs")


def failure(record: Path) -> VerificationFailed:
    with pytest.raises(VerificationFailed) as failed:
        examine_record(record)
    return failed.value


def change(file: Path, edit: Callable[[bytes], bytes]) -> None:
    file.write_bytes(edit(file.read_bytes()))


def rewritten(record: Path, notes: list[bytes], signer: Signer = KEEPER) -> None:
    """Replace the whole log by one of these entries, hashed and signed as it should be: a keeper who cheats."""
    for file in record.rglob("*"):
        if file.is_file() and file.name != "log.toml":
            file.unlink()
    edge, files = Edge().grown(notes)
    for path, data in files:
        (record / path).parent.mkdir(parents=True, exist_ok=True)
        (record / path).write_bytes(data)
    checkpoint = Checkpoint(ORIGIN, edge.size, edge.root())
    (record / "checkpoint").write_bytes(sign_checkpoint(checkpoint, signer))


def entries(record: Path) -> list[bytes]:
    return decode_bundle((record / "tile/entries/000.p/7").read_bytes())


def test_a_whole_log_verifies_and_says_which_key_it_trusted_and_why(record: Path, tmp_path: Path) -> None:
    config, key = tmp_path / "config", KEEPER.verifier.vkey
    first = verify(record, config=config)
    assert (first.origin, first.size, first.key, first.key_trust) == (ORIGIN, 7, key, "first seen")
    assert verify(record, config=config).key_trust == "remembered"
    assert verify(record, key=key, config=tmp_path / "none").key_trust == "given"
    assert not (tmp_path / "none").exists() and first.warnings == ()


def test_a_log_kept_with_another_key_than_the_one_trusted_fails(record: Path, tmp_path: Path) -> None:
    other = OUTSIDER.verifier.vkey
    with pytest.raises(VerificationFailed, match="key given"):
        verify(record, key=other, config=tmp_path)
    remember_key(ORIGIN, other, tmp_path)
    with pytest.raises(VerificationFailed, match=r"remembered on this machine.*--key"):
        verify(record, config=tmp_path)


def test_a_key_that_cannot_be_remembered_is_told_of_once(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kengesh.record.trust.remember_key", refuse)
    found = verify(record)
    assert found.key_trust == "not remembered"
    assert len(found.warnings) == 1 and "could not be remembered" in found.warnings[0]


def test_the_result_is_the_same_however_many_processes_look(long_record: Path) -> None:
    roots = {examine_record(long_record, processes=many).log.root for many in (1, 2, 3)}
    assert len(roots) == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_the_first_of_several_bad_entries_is_named_always(
    long_record: Path, tmp_path: Path, processes: int
) -> None:
    record = new_log(tmp_path / "record", SIZE).path
    for bundle in BUNDLES:
        change(record / bundle, lambda data: data.replace(b'"number":200,', b'"number":201,'))
    change(record / BUNDLES[1], lambda data: data.replace(b'"number":270,', b'"number":271,'))
    with pytest.raises(VerificationFailed, match=r"entry 200 \(tile/entries/000\)"):
        examine_record(record, processes=processes)


def test_progress_ends_with_all_entries(long_record: Path) -> None:
    told: list[tuple[int, int]] = []
    examine_record(long_record, lambda done, of: told.append((done, of)))
    assert told == [(256, SIZE), (SIZE, SIZE)]


def test_every_byte_counts(record: Path) -> None:
    for file in sorted(path for path in record.rglob("*") if path.is_file()):
        data = file.read_bytes()
        for place in range(0, len(data), max(1, len(data) // 25)):
            file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            failure(record)
        file.write_bytes(data)
    examine_record(record)


def test_an_altered_tile_is_named(long_record: Path, tmp_path: Path) -> None:
    record = new_log(tmp_path / "record", SIZE).path
    change(record / "tile/0/000", lambda data: data[:320] + bytes(32) + data[352:])
    assert (failure(record).where, "entry 10" in failure(record).what) == ("tile/0/000", True)
    del long_record


def test_an_altered_tile_of_a_higher_level_is_named(tmp_path: Path) -> None:
    record = new_log(tmp_path / "record", SIZE).path
    (record / "tile/1/000.p/1").write_bytes(bytes(32))
    assert failure(record).where == "tile/1/000.p/1"


def test_a_torn_tile_is_named_with_its_length(record: Path) -> None:
    change(record / "tile/0/000.p/7", lambda data: data[:-1])
    failed = failure(record)
    assert failed.where == "tile/0/000.p/7" and "223" in failed.what and "224" in failed.what


def test_a_torn_bundle_is_named(record: Path) -> None:
    change(record / "tile/entries/000.p/7", lambda data: data[:-1])
    assert failure(record).where == "tile/entries/000.p/7"


def test_a_missing_file_is_named(record: Path) -> None:
    (record / "tile/0/000.p/7").unlink()
    assert (failure(record).where, failure(record).what) == ("tile/0/000.p/7", "it is missing.")


@pytest.mark.parametrize("size", [b"07", b"+7", b"7_0", "٧".encode(), b"-7", b""])
def test_a_size_that_is_not_plain_decimal_is_refused(record: Path, size: bytes) -> None:
    change(record / "checkpoint", lambda data: data.replace(b"\n7\n", b"\n" + size + b"\n"))
    assert "size must be in decimal" in str(failure(record))


def test_a_checkpoint_signed_by_another_key_is_refused(record: Path) -> None:
    rewritten(record, entries(record), Signer(ORIGIN, bytes(32)))
    assert failure(record).where == "checkpoint"


def test_a_keeper_who_rewrites_an_entry_is_caught_by_its_signature(record: Path) -> None:
    notes = entries(record)
    rewritten(record, [*notes[:4], notes[4].replace(b'"number":4,', b'"number":9,'), *notes[5:]])
    assert "entry 4" in failure(record).where


def test_an_entry_with_a_signature_stripped_or_added_is_named(record: Path) -> None:
    notes = entries(record)
    two = note_of(statement(7), signers=(KEEPER, AZERBAIJAN), parties=("log", "AZE"))
    rewritten(record, [*notes, b"".join(two.splitlines(keepends=True)[:-1])])
    assert "entry 7" in failure(record).where and "and no more" in failure(record).what
    added = note_of(statement(7)) + two.splitlines(keepends=True)[-1]
    rewritten(record, [*notes, added])
    assert "entry 7" in failure(record).where and "and no more" in failure(record).what


CHEATS = {
    "twice": ("text is that of entry 3", lambda at: statements(3, 4)[0]),
    "twice running": ("text is that of entry", lambda at: statements(at - 1, at)[0]),
    "order": ("before the entry before it", lambda at: note_of(statement(at), at="2025-11-16T09:00:00Z")),
    "log": ("log kengesh.example/other", lambda at: note_of(statement(at), origin="kengesh.example/other")),
    "key": ("does not count", lambda at: note_of(statement(at), signers=(OUTSIDER,))),
    "seen later": (
        "more than came before it",
        lambda at: note_of(statement(at), seen=Seen(at + 1, bytes(32))),
    ),
    "seen other": ("another log", lambda at: note_of(statement(at), seen=Seen(5, bytes(32)))),
    "lines": (
        "two lines",
        lambda at: sign_note(statements(at, at + 1)[0].rpartition(b"\n\n")[0] + b"\n\nmore\n", [KEEPER]),
    ),
    "envelope": ("envelope", lambda at: statements(at, at + 1)[0].replace(b"entry/v1", b"entry/v9", 1)),
    "33 KiB": ("bytes", lambda at: statements(at, at + 1)[0] + b"x" * 33_000),
}


@pytest.mark.parametrize("at", [7, 256, 300], ids=["first bundle", "head of a bundle", "later bundle"])
@pytest.mark.parametrize(("says", "note"), CHEATS.values(), ids=CHEATS)
def test_a_keeper_who_admits_what_may_not_enter_is_caught(
    record: Path, long_record: Path, at: int, says: str, note: Callable[[int], bytes]
) -> None:
    rewritten(record, [*list(Log.open(long_record).entries())[:at], note(at), *statements(at + 1, at + 2)])
    failed = failure(record)
    assert failed.where.startswith(f"entry {at} (tile/entries/{at // 256:03}.p/") and says in failed.what


def test_a_log_that_does_not_begin_by_opening_itself_is_refused(record: Path) -> None:
    rewritten(record, entries(record)[1:])
    assert "entry 0" in failure(record).where and "open-log/1" in failure(record).what


def test_reordered_entries_are_found(record: Path) -> None:
    def swap(data: bytes) -> bytes:
        notes = decode_bundle(data)
        return encode_bundle([*notes[:2], notes[3], notes[2], *notes[4:]])

    change(record / "tile/entries/000.p/7", swap)
    assert failure(record).where == "tile/0/000.p/7" and "entry 2" in failure(record).what


def test_a_root_that_is_not_that_of_the_entries_is_found(record: Path) -> None:
    checkpoint = sign_checkpoint(Checkpoint(ORIGIN, 7, bytes(32)), KEEPER)
    (record / "checkpoint").write_bytes(checkpoint)
    assert failure(record).where == "checkpoint"
    with pytest.raises(VerificationFailed, match="root"):
        check_tree(open_signed(record))


@pytest.mark.parametrize(
    "path",
    ["notes.txt", "tile/0/000.p/7.bak", "tile/8/0", "tile/0/000.p/07", "tile/9/000", "blobs/sha256/ab/cd"],
)
def test_an_unknown_path_is_an_error(record: Path, path: str) -> None:
    (record / path).parent.mkdir(parents=True, exist_ok=True)
    (record / path).write_text("what is this")
    assert failure(record).where == path


def test_a_leftover_temporary_file_is_a_warning(record: Path) -> None:
    (record / "tile" / ".000.1234.tmp").write_bytes(b"half")
    (warning,) = examine_record(record).warnings
    assert "tile/.000.1234.tmp" in warning


def test_stale_partial_tiles_that_are_right_are_fine_and_wrong_ones_are_named(record: Path) -> None:
    with Writer(record, KEEPER) as writer:
        writer.append(statements(7, 9))
    assert (record / "tile/0/000.p/7").exists() and examine_record(record).warnings == ()
    change(record / "tile/0/000.p/7", lambda data: data[:-32] + bytes(32))
    assert failure(record).where == "tile/0/000.p/7"


def test_a_stale_bundle_that_is_wrong_is_named(record: Path) -> None:
    with Writer(record, KEEPER) as writer:
        writer.append(statements(7, 9))
    stale = record / "tile/entries/000.p/7"
    stale.write_bytes(encode_bundle([*entries(record)[:6], *statements(9, 10)]))
    assert failure(record).where == "tile/entries/000.p/7"


def test_tiles_beyond_the_checkpoint_must_continue_the_log(record: Path) -> None:
    grown = [*entries(record), *statements(7, 9)]
    for path, data in Edge().grown(grown)[1]:
        (record / path).write_bytes(data)
    (warning,) = examine_record(record).warnings
    assert warning.startswith("2 entries lie beyond the checkpoint")
    change(record / "tile/0/000.p/9", lambda data: data[:-32] + bytes(32))
    assert failure(record).where == "tile/0/000.p/9"
    (record / "tile/entries/000.p/9").unlink()
    assert failure(record).where == "tile/0/000.p/9"


@pytest.mark.parametrize("signers", [(KEEPER,), (SUCCESSOR,)], ids=["the old key", "the new key"])
def test_a_log_that_is_handed_over_is_signed_by_both_keys_and_not_by_one(
    record: Path, signers: tuple[Signer, ...]
) -> None:
    hand_over(record)
    log = examine_record(record).log
    one = sign_checkpoint(Checkpoint(log.origin, log.size, log.root), *signers)
    (record / "checkpoint").write_bytes(one)
    failed = failure(record)
    (other,) = {KEEPER, SUCCESSOR} - set(signers)
    assert failed.where == "checkpoint" and failed.what.endswith(f"Expected the key {other.verifier.vkey}.")


def test_a_checkpoint_signed_by_a_key_that_log_toml_lists_and_the_log_does_not_is_refused(
    record: Path,
) -> None:
    rewritten(record, entries(record), SUCCESSOR)
    change(
        record / "log.toml",
        lambda data: data.replace(KEEPER.verifier.vkey.encode(), SUCCESSOR.verifier.vkey.encode()),
    )
    failed = failure(record)
    assert failed.where == "checkpoint" and KEEPER.verifier.vkey in failed.what


def test_a_log_toml_that_disagrees_with_the_log_is_refused(record: Path) -> None:
    extra = f'\n[[keys]]\nvkey = "{OUTSIDER.verifier.vkey}"\nfrom_size = 9\n'
    change(record / "log.toml", lambda data: data + extra.encode())
    assert failure(record).where == "log.toml"


def test_texts_are_checked_by_hash_and_may_be_withheld_by_an_act(record: Path) -> None:
    text = b"Joint statement"
    digest = put_blob(record, text)
    assert "no entry names" in examine_record(record).warnings[0]
    with Writer(record, KEEPER) as writer:
        writer.append([note_of(act_with_blob(text))])
        assert examine_record(record).warnings == ()
        change(record / blob_path(digest), lambda data: data + b"!")
        assert failure(record).where == blob_path(digest)
        (record / blob_path(digest)).unlink()
        assert "entry 7 names it" in failure(record).what
        act = {"kind": "withhold-blob/1", "voice": "performed", "sha256": digest, "because": "copyright"}
        writer.append([note_of(act)])
    assert examine_record(record).withheld == (digest,)


def test_verification_works_from_a_program_read_from_standard_input(long_record: Path) -> None:
    program = f"""
from kengesh.record.verify import examine_record
print(examine_record({str(long_record)!r}, processes=2).log.size)
"""
    done = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (f"{SIZE}\n", "")


def test_an_interrupted_verification_leaves_no_worker_behind(
    long_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(_Worker):
        def __init__(self) -> None:
            super().__init__()
            started.append(self._process)

    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kengesh.record.workers._Worker", Watched)
    with pytest.raises(KeyboardInterrupt) as stopped:
        examine_record(long_record, interrupt, processes=2)
    assert len(started) == 2 and all(process.returncode is not None for process in started)
    assert stopped.tb, "the traceback, which keeps what was running, is still there"


@pytest.mark.parametrize("path", ["checkpoint", "log.toml", "tile/0/000.p/7", "tile/entries/000.p/7"])
def test_a_folder_or_a_link_in_place_of_a_file_is_named(record: Path, tmp_path: Path, path: str) -> None:
    (record / path).rename(tmp_path / "elsewhere")
    link(record / path, tmp_path / "elsewhere")
    assert "no place in a record" in str(failure(record))
    (record / path).unlink()
    (record / path).mkdir()
    failed = failure(record)
    assert path in str(failed) and "a folder stands where a file should be" in failed.what


@pytest.mark.parametrize("path", ["checkpoint", "log.toml", "tile/0/000.p/7", "tile/entries/000.p/7"])
def test_a_pipe_in_place_of_a_file_is_named_and_not_waited_for(record: Path, path: str) -> None:
    (record / path).unlink()
    pipe(record / path)
    failed = failure(record)
    assert path in str(failed) and "a pipe or a device stands where a file should be" in failed.what


@pytest.mark.parametrize("path", ["tile/0/002", f"blobs/sha256/ab/ab{'0' * 62}"])
def test_a_pipe_where_no_file_is_needed_is_named(record: Path, path: str) -> None:
    (record / path).parent.mkdir(parents=True, exist_ok=True)
    pipe(record / path)
    failed = failure(record)
    assert failed.where == path and "no place in a record" in failed.what


@pytest.mark.parametrize("path", ["notes", "tile/letters", "tile/0/001", "blobs/sha256/ab/cd", "Tile"])
def test_an_empty_folder_that_is_not_one_of_a_record_is_an_error(record: Path, path: str) -> None:
    try:
        (record / path).mkdir(parents=True)
    except FileExistsError:
        pytest.skip("this system takes them for one name")
    failed = failure(record)
    assert failed.where == path and "no place in a record" in failed.what


@pytest.mark.parametrize("path", ["tile/1", "tile/0/001.p", "tile/entries/x001", "blobs", "blobs/sha256/ab"])
def test_a_folder_that_an_interrupted_step_left_empty_is_none(record: Path, path: str) -> None:
    (record / path).mkdir(parents=True)
    assert examine_record(record).warnings == ()


@pytest.mark.parametrize("there", [True, False], ids=["to the text", "to nothing"])
def test_a_link_in_place_of_a_text_is_named(record: Path, tmp_path: Path, there: bool) -> None:
    digest = put_blob(record, b"Joint statement")
    (record / blob_path(digest)).rename(tmp_path / "elsewhere")
    link(record / blob_path(digest), tmp_path / ("elsewhere" if there else "nowhere"))
    failed = failure(record)
    assert failed.where == blob_path(digest) and "no place in a record" in failed.what


@pytest.mark.parametrize(
    "path", ["Checkpoint", "LOG.TOML", "tile/Entries/000.p/7", "Tile/0/000.p/7", "tile/0/000.P/7"]
)
def test_a_name_that_some_systems_take_for_another_is_an_error(record: Path, path: str) -> None:
    if (record / path).exists():
        pytest.skip("this system takes them for one name")
    (record / path).parent.mkdir(parents=True, exist_ok=True)
    (record / path).write_bytes(b"")
    assert failure(record).where == path


def test_a_keeper_who_admits_a_text_of_another_length_is_caught_until_it_is_withheld(record: Path) -> None:
    digest = put_blob(record, b"Joint statement")
    wrong = act_with_blob(b"Joint statement")
    wrong["text"]["length"] = 99
    notes = [*entries(record), note_of(act_with_blob(b"Joint statement")), note_of(wrong)]
    log_toml = (record / "log.toml").read_bytes()
    rewritten(record, notes)
    put_blob(record, b"Joint statement")
    failed = failure(record)
    assert failed.where == blob_path(digest) and "entry 8 says 99" in failed.what
    act = {"kind": "withhold-blob/1", "voice": "performed", "sha256": digest, "because": "copyright"}
    rewritten(record, [*notes, note_of(act)])
    assert (record / "log.toml").read_bytes() == log_toml
    assert examine_record(record).withheld == (digest,)
