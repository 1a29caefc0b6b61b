"""Go's sumdb/note and sumdb/tlog accept what we write, and we accept what they write; neither takes what was tampered with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.cosignature import cosign
from kengesh.record.growing import Edge
from kengesh.record.keyfile import load_key
from kengesh.record.log import Log
from kengesh.record.note import Signer
from kengesh.record.proof import check_proof, parse_proof
from kengesh.record.proving import prove
from kengesh.record.tile import tiles_of
from kengesh.record.tree import ProofError, check_consistency
from kengesh.record.verify import examine_record
from kengesh.record.writer import Writer
from tests.record import vectors
from tests.record.keeper import (
    AZERBAIJAN,
    KEEPER,
    ORIGIN,
    Seen,
    base64,
    new_log,
    note_of,
    statement,
)

pytestmark = pytest.mark.tools

SIZE = 700  # two full tiles and a partial one
VKEY = KEEPER.verifier.vkey
PROVE = "import sys; from kengesh.cli import main; main(['prove', *sys.argv[1:]])"
PROGRAM = Path(__file__).parent / "go"
DEBIAN = Path("/usr/share/gocode")  # where Debian's packages of Go sources are

Run = Callable[..., subprocess.CompletedProcess[str]]


@cache
def built(go: str, folder: Path) -> Path:
    """Build the Go program, with nothing from the network."""
    paths = [DEBIAN, *(Path(path) for path in os.environ.get("GOPATH", "").split(os.pathsep) if path)]
    if not any((path / "src/golang.org/x/mod/sumdb/tlog").is_dir() for path in paths):
        pytest.skip(
            "Go's golang.org/x/mod is not installed: make test-tools installs it where the machine lets it"
        )
    settings = {
        "GO111MODULE": "off",
        "GOFLAGS": "",
        "GOCACHE": str(folder / "cache"),
        "GOPATH": os.pathsep.join(str(path) for path in [folder, *paths]),
    }
    program = folder / ("interop.exe" if sys.platform == "win32" else "interop")
    command = [go, "build", "-o", str(program), "."]
    subprocess.run(command, cwd=PROGRAM, env={**os.environ, **settings}, check=True)
    return program


@pytest.fixture
def run(go: str, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The Go program, to be called with its arguments."""
    program = built(go, tmp_path_factory.getbasetemp() / "go")

    def call(*arguments: object, says: str = "") -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        return subprocess.run([program, *words], input=says, capture_output=True, text=True, check=False)

    return call


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log over two edges of tiles whose last entry is signed by two, in view of what was there."""
    log = new_log(tmp_path_factory.mktemp("go") / "record", SIZE - 2)
    enrol = {"kind": "enrol-key/1", "voice": "performed", "key": AZERBAIJAN.verifier.vkey, "party": "AZE"}
    seen = Seen(log.size, log.root)
    both = note_of(statement(SIZE), signers=(KEEPER, AZERBAIJAN), parties=("log", "AZE"), seen=seen)
    with Writer(log.path, KEEPER) as writer:
        writer.append([note_of(enrol)])
        writer.append([both])
    return log.path


@pytest.fixture
def copy(record: Path, tmp_path: Path) -> Path:
    """A copy to tamper with."""
    return Path(shutil.copytree(record, tmp_path / "copy"))


@pytest.fixture(scope="module")
def log(record: Path) -> Log:
    return Log.open(record)


def go_key(signer: Signer) -> str:
    """Return a private key as Go's note package reads it."""
    kind = bytes([signer.algorithm]) + signer.seed
    return f"PRIVATE+KEY+{signer.name}+{signer.verifier.key_id.hex()}+{base64(kind)}"


def growth(log: Log, old: int, new: int) -> str:
    """Return a proof of consistency as the Go program reads it."""
    words = [base64(one) for one in (log.root_at(old), log.root_at(new), *log.consistency(old, new))]
    return " ".join([str(old), str(new), *words]) + "\n"


def keep_proof(folder: Path, log: Log, index: int, proof: bytes) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{index}.tlog-proof").write_bytes(proof)
    (folder / f"{index}.entry").write_bytes(log.entry(index))


def refused(done: subprocess.CompletedProcess[str], says: str) -> None:
    assert done.returncode == 1 and done.stdout == ""
    assert says in done.stderr


def test_go_accepts_every_tile_entry_and_signature_of_a_log(run: Run, record: Path) -> None:
    done = run("check", record, VKEY)
    assert (done.stdout, done.stderr) == (f"{SIZE} entries, {SIZE + 1} signatures, 4 tiles\n", "")


def test_go_accepts_the_founding_record(run: Run, founding_folder: Path, tmp_path: Path) -> None:
    log = Log.open(founding_folder)
    vkey = load_key(founding_folder.with_name("record.key")).verifier.vkey
    assert run("check", founding_folder, vkey).stdout.startswith(f"{log.size} entries, ")
    for index in {0, log.size // 2, log.size - 1}:
        keep_proof(tmp_path / "proofs", log, index, prove(log, index))
    assert run("proofs", vkey, tmp_path / "proofs").stdout == "3 proofs\n"
    lines = "".join(growth(log, old, log.size) for old in range(1, log.size + 1, 7))
    assert run("growth", says=lines).stderr == ""


def test_go_accepts_a_checkpoint_that_a_witness_has_cosigned(run: Run, copy: Path) -> None:
    checkpoint = (copy / "checkpoint").read_bytes()
    line = cosign(checkpoint, vectors.WITNESS, vectors.COSIGNED_AT)
    (copy / "checkpoint").write_bytes(checkpoint + line.encode())
    assert run("check", copy, VKEY).returncode == 0


def test_go_accepts_the_proof_of_every_entry(run: Run, log: Log, tmp_path: Path) -> None:
    for index in range(log.size):
        keep_proof(tmp_path / "proofs", log, index, prove(log, index))
    assert run("proofs", VKEY, tmp_path / "proofs").stdout == f"{SIZE} proofs\n"


def test_go_accepts_what_kengesh_prove_writes(run: Run, record: Path, tmp_path: Path) -> None:
    for index in (255, SIZE - 1):
        file = tmp_path / f"{index}.tlog-proof"
        command = [sys.executable, "-c", PROVE, str(index), "--record", record, "--out", file]
        subprocess.run(command, capture_output=True, check=True)
        (tmp_path / f"{index}.tlog-proof.entry").rename(tmp_path / f"{index}.entry")
    assert run("proofs", VKEY, tmp_path).stdout == "2 proofs\n"


def test_go_accepts_that_every_larger_log_continues_the_smaller(run: Run, log: Log) -> None:
    sizes = [1, 2, 3, 7, 128, 255, 256, 257, 300, 511, 512, 513, 640, SIZE - 1, SIZE]
    pairs = [(old, new) for new in sizes for old in sizes if old <= new]
    done = run("growth", says="".join(growth(log, old, new) for old, new in pairs))
    assert (done.stdout, done.stderr) == (f"{len(pairs)} proofs of consistency\n", "")


def test_go_makes_of_the_same_acts_the_same_log_byte_for_byte_and_we_accept_it(
    run: Run, record: Path, tmp_path: Path
) -> None:
    done = run("build", record, tmp_path, go_key(KEEPER), go_key(AZERBAIJAN))
    assert (done.stdout, done.stderr) == (f"{SIZE} entries\n", "")
    for name in ["checkpoint", *(tile.path for tile in tiles_of(SIZE))]:
        assert (tmp_path / name).read_bytes() == (record / name).read_bytes(), name

    made = tmp_path / "made"
    made.mkdir()
    for name in ("checkpoint", "tile"):
        (tmp_path / name).rename(made / name)
    shutil.copy(record / "log.toml", made)
    assert examine_record(made).log.size == SIZE
    check_proofs_of_go(Log.open(made), tmp_path)


def check_proofs_of_go(log: Log, folder: Path) -> None:
    for index, note in enumerate(log.entries()):
        data = (folder / "proofs" / f"{index}.tlog-proof").read_bytes()
        assert check_proof(parse_proof(data), note, index, [KEEPER.verifier]).root == log.root
        assert data == prove(log, index)
    lines = (folder / "growth").read_text().splitlines()
    assert len(lines) == SIZE
    for line in lines:
        old, new, *words = line.split()
        root, _new_root, *proof = [b64decode(word) for word in words]
        check_consistency(int(old), root, int(new), log.root, proof)
        assert proof == log.consistency(int(old))
        if proof:
            with pytest.raises(ProofError):
                check_consistency(int(old), root, int(new), log.root, proof[:-1])


@pytest.mark.parametrize(
    ("tile", "says"),
    [
        ("tile/0/001", "entry 257: not the entry that its leaf hash is of"),
        ("tile/0/002.p/188", "inconsistent tile"),
        ("tile/1/000.p/2", "inconsistent tile"),
    ],
)
def test_go_refuses_a_tampered_tile(run: Run, copy: Path, tile: str, says: str) -> None:
    data = (copy / tile).read_bytes()
    (copy / tile).write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])
    refused(run("check", copy, VKEY), says)


def test_go_refuses_a_tampered_entry(run: Run, copy: Path) -> None:
    bundle = copy / "tile/entries/001"
    bundle.write_bytes(bundle.read_bytes().replace(b'"number":300,', b'"number":301,'))
    refused(run("check", copy, VKEY), "entry 300: not the entry that its leaf hash is of")


def test_go_refuses_an_entry_whose_signature_is_of_another_text(run: Run, copy: Path) -> None:
    """A keeper who cheats: hashes and checkpoint are made anew over an entry that nobody signed."""
    notes = list(Log.open(copy).entries())
    notes[300] = notes[300].replace(b'"number":300,', b'"number":301,')
    edge, files = Edge().grown(notes)
    for path, data in files:
        (copy / path).write_bytes(data)
    (copy / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(ORIGIN, SIZE, edge.root()), KEEPER))
    refused(run("check", copy, VKEY), "entry 300: invalid signature")


def test_go_refuses_a_checkpoint_that_another_key_has_signed(run: Run, record: Path) -> None:
    refused(run("check", record, AZERBAIJAN.verifier.vkey), "checkpoint: note has no verifiable signatures")


def test_go_refuses_a_wrong_proof(run: Run, log: Log, tmp_path: Path) -> None:
    keep_proof(tmp_path / "another", log, 300, prove(log, 301))
    refused(run("proofs", VKEY, tmp_path / "another"), "300.tlog-proof")
    changed = prove(log, 300).replace(base64(log.inclusion(300)[0]).encode(), base64(bytes(32)).encode())
    keep_proof(tmp_path / "changed", log, 300, changed)
    refused(run("proofs", VKEY, tmp_path / "changed"), "300.tlog-proof")
    old, new, *hashes = growth(log, 300, SIZE).split()
    wrong = " ".join([old, new, *hashes[:-1], base64(bytes(32))])
    refused(run("growth", says=wrong), "from 300 to 700")
