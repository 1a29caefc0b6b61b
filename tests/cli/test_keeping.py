"""Keeping a record from the command line: new, add, mirror, compare, resume-writer, key, prove, check-proof, export."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kengesh.cli.output import harmless
from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.compare import check_evidence
from kengesh.record.files import FILES
from kengesh.record.growing import Edge
from kengesh.record.keyfile import key_path, load_key
from kengesh.record.log import Log
from kengesh.record.proof import LogProof, format_proof
from kengesh.record.staging import Staging, writer_folder
from kengesh.record.tree import leaf_hash
from tests.record.keeper import IMPOSTOR, KEEPER, ORIGIN, impostor, new_log, note_of, statement

PARTY = """\
- row: name/north
  act: name
  thing: north
  type: party
  names: {en: Northshore}
"""


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file with one row in it."""
    file = tmp_path / "rows.yaml"
    file.write_text(PARTY, encoding="utf-8")
    return file


@pytest.fixture
def own(kengesh, tmp_path: Path) -> Path:
    """An empty record of one's own."""
    folder = tmp_path / "own" / "record"
    assert kengesh("new", folder).code == 0
    return folder


def test_a_new_record_says_where_everything_is_and_keeps_its_key_to_itself(kengesh, tmp_path: Path) -> None:
    told = kengesh("new", tmp_path / "lake" / "record", "--origin", "kengesh.test/lake")
    assert told.code == 0
    assert "Its origin is kengesh.test/lake." in told.out
    key = tmp_path / "lake" / "record.key"
    assert str(key) in told.out
    assert key.read_text(encoding="utf-8").strip() not in told.out


def test_a_place_that_is_taken_is_refused(kengesh, own: Path) -> None:
    told = kengesh("new", own)
    assert told.code == 2 and "is there already" in told.err


def test_rows_are_entered_once(kengesh, own: Path, rows: Path) -> None:
    first = kengesh("add", rows, "--record", own)
    assert first.code == 0 and "Rows there already: 0" in first.out
    again = kengesh("add", rows, "--record", own)
    assert again.code == 0 and "Rows there already: 1" in again.out
    assert kengesh("name", "north", "--record", own).out.startswith("Northshore (north)\n")


def test_two_mistakes_are_both_told_and_nothing_is_entered(kengesh, own: Path, rows: Path) -> None:
    rows.write_text(
        PARTY + "- {row: a, act: name, thing: Bad Id, type: party, names: {en: X}}\n- {row: b, act: nosuch}\n"
    )
    told = kengesh("add", rows, "--record", own)
    assert told.code == 2
    assert "2 mistakes; nothing was entered." in told.err
    assert told.err.count("rows.yaml") == 2
    assert kengesh("log", "--record", own, "--json").json["record"]["size"] == 1


def test_a_pack_with_a_mistake_leaves_nothing_behind_not_even_a_key(kengesh, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "rows.yaml").write_text("- {row: b, act: nosuch}\n", encoding="utf-8")
    told = kengesh("new", tmp_path / "fresh", "--pack", pack)
    assert told.code == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("fresh")] == []


def test_a_key_is_made_once_and_shows_its_public_half_only(kengesh, tmp_path: Path) -> None:
    made = kengesh("key", "new", tmp_path / "my.key", "--name", "kengesh.test/me")
    assert made.code == 0
    assert kengesh("key", "show", tmp_path / "my.key").out == made.out
    assert kengesh("key", "new", tmp_path / "my.key").code == 2


def test_a_mirror_is_the_same_and_then_behind_and_then_a_fork(
    kengesh, own: Path, rows: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    assert kengesh("mirror", own, copy).code == 0
    assert kengesh("compare", own, copy).out.startswith("The same: 1 entries")
    shutil.copytree(own, tmp_path / "own2" / "record")
    shutil.copy(f"{own}.key", tmp_path / "own2" / "record.key")
    shutil.copytree(f"{own}.writer", tmp_path / "own2" / "record.writer")
    kengesh("add", rows, "--record", own)
    assert kengesh("compare", own, copy).code == 0
    other = tmp_path / "other.yaml"
    other.write_text(PARTY.replace("north", "south"), encoding="utf-8")
    kengesh("add", other, "--record", tmp_path / "own2" / "record")
    told = kengesh("compare", own, tmp_path / "own2" / "record", "--evidence", tmp_path / "fork")
    assert told.code == 1
    assert "They tell different stories from entry 1 on" in told.err
    assert check_evidence(tmp_path / "fork").index == 1


def test_a_record_that_somebody_else_keeps_under_the_same_name_is_no_copy_and_no_fork(
    kengesh, tmp_path: Path
) -> None:
    record, theirs = new_log(tmp_path / "record", 3).path, impostor(tmp_path / "theirs", 3).path
    told = kengesh("mirror", record, tmp_path / "copy")
    assert told.code == 0 and "Trusted: the key seen now for the first time, and remembered" in told.out
    assert "Trusted: the key remembered" in kengesh("mirror", record, tmp_path / "copy").out
    told = kengesh("mirror", theirs, tmp_path / "their-copy")
    assert told.code == 1 and f"but with {IMPOSTOR.verifier.vkey}" in told.err and told.out == ""
    assert not (tmp_path / "their-copy").exists()
    told = kengesh("mirror", theirs, tmp_path / "their-copy", "--key", IMPOSTOR.verifier.vkey)
    assert told.code == 0 and "Trusted: the key given" in told.out
    told = kengesh("compare", record, theirs, "--evidence", tmp_path / "fork")
    assert told.code == 1 and "nothing to do with each other" in told.err
    assert "no evidence of a fork" in told.err and not (tmp_path / "fork").exists()


@pytest.mark.parametrize("command", ["verify", "mirror", "check-proof"])
def test_a_key_that_is_none_is_wrong_use(kengesh, own: Path, tmp_path: Path, command: str) -> None:
    proof = tmp_path / "zero.proof"
    kengesh("prove", "0", "--record", own, "--out", proof)
    words = {"verify": (own,), "mirror": (own, tmp_path / "copy"), "check-proof": (proof,)}[command]
    told = kengesh(command, *words, "--key", "garbage")
    assert told.code == 2 and "--key: expected a verifier key" in told.err and told.out == ""


def test_a_key_that_cannot_be_remembered_is_not_said_to_be(
    kengesh, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "known-logs")

    monkeypatch.setattr("kengesh.record.trust.remember_key", refuse)
    for words in (("verify", own), ("mirror", own, tmp_path / "copy")):
        told = kengesh(*words)
        assert told.code == 0 and "could not be remembered" in told.err
        assert "Trusted: the key seen now for the first time; compare" in told.out


@pytest.mark.parametrize("kind", ["name/1", "state/1"], ids=["a kind that is known", "one that is not"])
def test_an_entry_that_is_nested_too_deep_is_damaged_and_no_fault_of_the_program(
    kengesh, tmp_path: Path, kind: str
) -> None:
    record = new_log(tmp_path / "record").path
    note = note_of({"kind": kind, "voice": "reported", "zone": 1})
    deep = note.replace(b'"zone":1', b'"zone":' + b"[" * 12_000 + b"]" * 12_000)
    edge, files = Edge().grown([*Log.open(record).entries(), deep])
    for path, data in files:
        (record / path).write_bytes(data)
    (record / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, 2, edge.root()), KEEPER))
    for words in (("members", "ots"), ("entry", "1"), ("export",), ("log",)):
        told = kengesh(*words, "--record", record)
        assert told.code == 2 and "run kengesh verify" in told.err and "fault of this program" not in told.err
    assert kengesh("verify", record).code == 1


def test_a_lost_writer_is_resumed_against_a_copy(kengesh, own: Path, rows: Path, tmp_path: Path) -> None:
    kengesh("mirror", own, tmp_path / "copy")
    shutil.rmtree(f"{own}.writer")
    refused = kengesh("add", rows, "--record", own)
    assert refused.code == 2 and "resume-writer" in refused.err
    assert kengesh("resume-writer", own, "--against", tmp_path / "copy").code == 0
    assert kengesh("add", rows, "--record", own).code == 0


def test_a_record_is_verified_and_one_changed_byte_is_found(kengesh, own: Path, rows: Path) -> None:
    kengesh("add", rows, "--record", own)
    told = kengesh("verify", own, "--state")
    assert told.code == 0
    assert "3 entries" in told.out and "State: " in told.out
    bundle = next((own / "tile" / "entries").rglob("*.p/3"))
    bundle.write_bytes(bundle.read_bytes().replace(b"Northshore", b"Southshore"))
    told = kengesh("verify", own)
    assert told.code == 1 and told.err.startswith("Error: ")


def test_a_record_without_its_checkpoint_is_damaged_and_not_absent(kengesh, own: Path) -> None:
    (own / "checkpoint").unlink()
    told = kengesh("verify", own)
    assert told.code == 1 and "checkpoint is missing" in told.err


@pytest.mark.parametrize(
    "words", [("show",), ("search", "treaty"), ("export",), ("members", "ots"), ("log",)]
)
def test_a_record_with_a_tile_missing_is_told_of_in_a_sentence(
    kengesh, founding_folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    shutil.copytree(founding_folder, tmp_path / "damaged")
    shutil.rmtree(next((tmp_path / "damaged" / "tile" / "1").rglob("*.p")))
    before_the_last = str(Log.open(founding_folder).size - 1)
    told = kengesh(*words, "--known-at", before_the_last, "--record", tmp_path / "damaged")
    assert told.code == 2 and told.out == ""
    assert re.fullmatch("Error: .*tile/1/000.*\n", told.err)


def test_a_proof_is_checked_without_the_record_and_an_altered_entry_is_refused(
    kengesh, own: Path, tmp_path: Path
) -> None:
    proof = tmp_path / "zero.proof"
    assert kengesh("prove", "0", "--record", own, "--out", proof).code == 0
    vkey = kengesh("key", "show", f"{own}.key").out.strip()
    told = kengesh("check-proof", proof, "--key", vkey)
    assert told.code == 0 and told.out.startswith("Shown: entry 0 of ")
    assert kengesh("check-proof", proof).code == 2
    assert kengesh("check-proof", proof, "--key", vkey, "--index", "1").code == 1
    entry = tmp_path / "zero.proof.entry"
    entry.write_bytes(entry.read_bytes().replace(b"observed", b"official"))
    assert kengesh("check-proof", proof, "--key", vkey).code == 1


def proof_of(note: bytes, origin: str, file: Path) -> Path:
    """Write the proof that a log of this one entry gives, whatever the entry says, and the entry beside it."""
    checkpoint = sign_checkpoint(Checkpoint(origin, 1, leaf_hash(note)), KEEPER)
    file.write_bytes(format_proof(LogProof(0, (), checkpoint)))
    file.with_name(file.name + ".entry").write_bytes(note)
    return file


def test_a_proof_shows_no_entry_of_another_log_and_none_that_its_signers_have_not_signed(
    kengesh, tmp_path: Path
) -> None:
    note, theirs = note_of(statement(1)), "kengesh.example/theirs"
    key = ("--key", KEEPER.verifier.vkey)
    assert kengesh("check-proof", proof_of(note, ORIGIN, tmp_path / "proof"), *key).code == 0
    of_another_log = proof_of(note_of(statement(1), origin=theirs), ORIGIN, tmp_path / "other")
    told = kengesh("check-proof", of_another_log, *key)
    assert told.code == 1 and f"is for the log {theirs}" in told.err and told.out == ""
    for_another_log = proof_of(note_of(statement(1), origin=theirs), theirs, tmp_path / "their")
    told = kengesh("check-proof", for_another_log, *key)
    assert told.code == 1 and f"is of the log {theirs}" in told.err and told.out == ""
    unsigned = note.replace(b'"number":1', b'"number":2')
    told = kengesh("check-proof", proof_of(unsigned, ORIGIN, tmp_path / "unsigned"), *key)
    assert told.code == 1 and "does not fit the entry" in told.err and told.out == ""


def test_a_proof_that_cannot_be_printed_is_told_in_a_sentence(
    kengesh, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)  # as Python has it where the caller closed it
    told = kengesh("prove", "0", "--record", own)
    assert told.code == 2 and told.err == (
        "Error: there is no output to print the proof to; write it to a file with --out.\n"
    )


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [(b"entry/v1", b"entry/v9", "kengesh/entry/v9"), (b'"acts":[', b'"acts":{', "run kengesh verify")],
    ids=["an unknown envelope", "a damaged entry"],
)
def test_a_record_with_an_entry_that_cannot_be_read_is_not_added_to(
    kengesh, own: Path, rows: Path, good: bytes, bad: bytes, says: str
) -> None:
    kengesh("add", rows, "--record", own)
    *notes, last = Log.open(own).entries()
    edge, files = Edge().grown([*notes, last.replace(good, bad, 1)])
    for path, data in files:
        (own / path).write_bytes(data)
    signer = load_key(key_path(own))
    checkpoint = sign_checkpoint(Checkpoint(signer.name, edge.size, edge.root()), signer)
    (own / "checkpoint").write_bytes(checkpoint)
    with closing(Staging(writer_folder(own), FILES)) as staging:
        head = staging.head()
        assert head is not None
        staging.replace(replace(head, root=edge.root(), checkpoint=checkpoint), ())
    told = kengesh("add", rows, "--record", own)
    assert told.code == 2 and told.err.startswith("Error: ") and says in told.err
    assert "fault of this program" not in told.err


def test_the_log_an_entry_and_an_act_are_read_by_number_place_and_row(kengesh) -> None:
    assert kengesh("log", "--from", "1", "--to", "3").out.count("register-source") == 1
    entry = kengesh("entry", "1")
    assert entry.out.startswith("Entry 1\nsigned at ")
    act = kengesh("act", "#1.0", "--json").json["answer"][0]
    assert kengesh("act", act["act"]["row"], "--json").json["answer"][0]["id"] == act["id"]
    assert kengesh("act", act["id"][:16]).code == 0


def test_an_export_has_every_act_once_in_json_and_in_csv(kengesh, tmp_path: Path) -> None:
    acts = json.loads(kengesh("export").out)["answer"]
    printed = kengesh("export", "--format", "csv").out
    assert kengesh("export", "--format", "csv", "--out", tmp_path / "acts.csv").code == 0
    assert (tmp_path / "acts.csv").read_bytes().decode("utf-8") == printed
    lines = list(csv.DictReader(io.StringIO(printed)))
    assert [line["id"] for line in lines] == [act["id"] for act in acts]
    assert json.loads(lines[-1]["act"]) == acts[-1]["act"]
    for name in ("live", "disputed"):
        assert [json.loads(line[name]) for line in lines] == [act[name] for act in acts]


def test_an_older_export_stays_whole_where_a_new_one_cannot_be_written(
    kengesh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "acts.json"
    out.write_text("an older export")
    with monkeypatch.context() as patched:
        patched.setattr(FILES, "write", full_disk, raising=False)
        assert kengesh("export", "--out", out).code == 2
    assert out.read_text() == "an older export"
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []
    assert kengesh("export", "--out", out).code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["question"] == "export"


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes with names")
def test_an_export_goes_into_a_pipe_that_stays_one(kengesh, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_text, encoding="utf-8")
        assert kengesh("export", "--format", "csv", "--out", pipe).code == 0
    assert read.result().startswith("id,place,at,kind,")
    assert pipe.is_fifo()


def full_disk(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_that_cannot_be_written_is_named(kengesh, tmp_path: Path) -> None:
    for words in (("export",), ("prove", "1")):
        told = kengesh(*words, "--out", tmp_path / "no" / "file")
        assert told.code == 2 and "file: No such file or directory" in told.err


def test_nothing_is_written_inside_a_record(kengesh, own: Path, tmp_path: Path) -> None:
    checkpoint = (own / "checkpoint").read_bytes()
    shutil.copytree(own, tmp_path / "other")
    for words in (
        ("export", "--record", own, "--out", own / "checkpoint"),
        ("prove", "0", "--record", own, "--out", own / "checkpoint"),
        ("prove", "0", "--record", own, "--out", own / "tile" / "proof"),
        ("compare", own, tmp_path / "other", "--evidence", own / "fork.txt"),
    ):
        told = kengesh(*words)
        assert told.code == 2 and "inside the record" in told.err
    assert (own / "checkpoint").read_bytes() == checkpoint
    assert kengesh("verify", own).code == 0


def test_a_private_key_is_not_made_inside_a_record(kengesh, own: Path) -> None:
    told = kengesh("key", "new", own / "tile" / "in.key")
    assert told.code == 2 and "inside the record" in told.err
    assert not (own / "tile" / "in.key").exists()


def test_a_record_is_added_to_through_a_link_to_it(kengesh, own: Path, rows: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    try:
        link.symlink_to(own, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    told = kengesh("add", rows, "--record", link)
    assert told.code == 0 and "Acts entered" in told.out


def test_what_a_record_holds_cannot_command_the_terminal() -> None:
    assert harmless("a\x1b[31mb\u202ec") == "a�[31mb�c"
    assert harmless("Өзбекстан oʻzbek 1–2") == "Өзбекстан oʻzbek 1–2"


def test_a_kind_that_is_misspelt_is_named_with_those_near_it(kengesh, own: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("- {row: a, act: adop, instrument: x}\n", encoding="utf-8")
    told = kengesh("add", file, "--record", own)
    assert told.code == 2 and "did you mean adopt" in told.err
