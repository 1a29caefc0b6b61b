"""Reading a log: any entry, any range, any proof, from plain files, without a key and without cryptography."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kengesh.record.growing import Edge, read_edge
from kengesh.record.log import Log, LogError, Settings, format_settings, parse_settings
from kengesh.record.note import parse_vkey
from kengesh.record.proof import check_proof, parse_proof
from kengesh.record.proving import prove
from kengesh.record.tile import tiles_of
from kengesh.record.tree import check_consistency, leaf_hash, root_of
from kengesh.record.writer import Writer
from tests.record.keeper import KEEPER, ORIGIN, new_log, statements

SIZE = 600


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    return new_log(tmp_path_factory.mktemp("log") / "record", SIZE)


def test_entries_are_read_alone_and_in_ranges(log: Log) -> None:
    everything = list(log.entries())
    assert everything[1:] == statements(1, SIZE)
    for start, end in ((0, 0), (0, 1), (255, 257), (256, 512), (10, SIZE), (SIZE, SIZE)):
        assert list(log.entries(start, end)) == everything[start:end]
    assert [log.entry(index) for index in (0, 255, 256, 599)] == [
        everything[index] for index in (0, 255, 256, 599)
    ]


def test_what_the_log_does_not_hold_is_refused(log: Log) -> None:
    for index in (-1, SIZE):
        with pytest.raises(LogError, match="600"):
            log.entry(index)
    with pytest.raises(LogError):
        list(log.entries(5, SIZE + 1))
    with pytest.raises(LogError):
        log.consistency(3, SIZE + 1)
    with pytest.raises(LogError):
        prove(log, SIZE)


def test_every_earlier_root_and_the_proofs_between_follow_from_the_tiles(log: Log) -> None:
    leaves = [leaf_hash(note) for note in log.entries()]
    for size in (1, 2, 7, 255, 256, 257, 511, 512, 513, SIZE):
        root = root_of(leaves[:size])
        assert log.root_at(size) == root
        check_consistency(size, root, SIZE, log.root, log.consistency(size))


def test_a_proof_shows_its_entry_to_whoever_knows_the_key(log: Log) -> None:
    for index in (0, 1, 255, 256, 511, 512, 599):
        proof = parse_proof(prove(log, index))
        assert check_proof(proof, log.entry(index), index, [parse_vkey(KEEPER.verifier.vkey)]).size == SIZE


def test_an_open_log_stays_at_its_size_until_it_looks_again(tmp_path: Path) -> None:
    log = new_log(tmp_path / "record", 250)
    with Writer(tmp_path / "record", KEEPER) as writer:
        writer.append(statements(250, 260))
    assert log.size == 250 and list(log.entries(240)) == statements(240, 250), "its partial tiles are gone"
    assert log.refresh() and not log.refresh()
    assert log.size == 260 and list(log.entries(240)) == statements(240, 260)


def test_a_log_that_went_back_is_told(tmp_path: Path) -> None:
    new_log(tmp_path / "record", 3)
    checkpoint = (tmp_path / "record/checkpoint").read_bytes()
    with Writer(tmp_path / "record", KEEPER) as writer:
        writer.append(statements(3, 5))
    log = Log.open(tmp_path / "record")
    (tmp_path / "record/checkpoint").write_bytes(checkpoint)
    with pytest.raises(LogError, match="not the one that was opened"):
        log.refresh()


def test_a_folder_without_a_record_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="log.toml is missing"):
        Log.open(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "format = 'kengesh-record/v2'\norigin = 'a'\nkeys = []\n",
        "format = 'kengesh-record/v1'\norigin = 'a'\n",
        "format = 'kengesh-record/v1'\norigin = 'a'\nkeys = []\nsecret = 1\n",
        "format = 'kengesh-record/v1'\norigin = 7\nkeys = []\n",
        "not toml",
    ],
)
def test_a_log_toml_that_is_not_one_is_named(text: str) -> None:
    with pytest.raises(LogError, match="log.toml"):
        parse_settings(Path("log.toml"), text.encode())


def test_log_toml_is_read_as_it_was_written(log: Log) -> None:
    assert parse_settings(Path("log.toml"), format_settings(log.settings)) == log.settings
    odd = Settings("kengesh-record/v1", 'a "quoted" \\ origin', ())
    assert parse_settings(Path("log.toml"), format_settings(odd) + b"keys = []\n") == odd


@pytest.mark.parametrize("steps", [(1, 1, 1), (255, 1, 1), (256, 256), (100, 300, 200), (513,)])
def test_a_log_has_the_same_files_however_it_grew(steps: tuple[int, ...]) -> None:
    notes = [b"entry %d" % number for number in range(sum(steps))]
    edge, files = Edge(), {}
    for step in steps:
        edge, new = edge.grown(notes[edge.size : edge.size + step])
        files |= dict(new)
        assert edge.root() == root_of([leaf_hash(note) for note in notes[: edge.size]])
        assert read_edge(edge.size, files.__getitem__) == Edge(edge.size, edge.tiles, edge.bundle)
    at_once = dict(Edge().grown(notes)[1])
    assert sorted(at_once) == sorted(tile.path for tile in tiles_of(len(notes)))
    assert all(files[path] == data for path, data in at_once.items())


def test_opening_and_reading_a_log_loads_no_cryptography(log: Log) -> None:
    program = f"""
import sys
import kengesh.record
from kengesh.record.log import Log
log = Log.open({str(log.path)!r})
print(len(list(log.entries())), log.origin, [name for name in sys.modules if "cryptography" in name])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"{SIZE} {ORIGIN} []\n"
