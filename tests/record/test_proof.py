"""Proofs that travel alone: written once, read strictly, and shown for the index one asks about."""

from __future__ import annotations

import pytest

from kengesh.record.checkpoint import Checkpoint, sign_checkpoint
from kengesh.record.note import NoteError
from kengesh.record.proof import LogProof, check_proof, format_proof, parse_proof
from kengesh.record.tree import ProofError
from tests.record import vectors
from tests.record.keeper import base64
from tests.record.vectors import CHECKPOINT, DELEGATION, LOG, ORIGIN

HASHES = tuple(bytes.fromhex(hash_) for hash_ in vectors.INCLUSION[3, 7])
PROOF = format_proof(LogProof(3, HASHES, CHECKPOINT))
KEYS = [LOG.verifier]


def test_a_proof_of_the_vectors_shows_its_entry() -> None:
    lines = ["c2sp.org/tlog-proof@v1", "index 3", *map(base64, HASHES), "", ""]
    assert "\n".join(lines).encode() + CHECKPOINT == PROOF
    assert check_proof(parse_proof(PROOF), vectors.entry(3), 3, KEYS).size == 7


def test_a_proof_may_carry_something_extra_that_nobody_vouches_for() -> None:
    proof = format_proof(LogProof(3, HASHES, CHECKPOINT, b"from the host"))
    assert proof.splitlines()[1] == b"extra ZnJvbSB0aGUgaG9zdA=="
    assert parse_proof(proof) == LogProof(3, HASHES, CHECKPOINT, b"from the host")
    check_proof(parse_proof(proof), vectors.entry(3), 3, KEYS)


def test_the_only_entry_of_a_log_needs_no_hashes() -> None:
    checkpoint = sign_checkpoint(Checkpoint(ORIGIN, 1, bytes.fromhex(vectors.ROOTS[1])), LOG)
    proof = format_proof(LogProof(0, (), checkpoint))
    assert check_proof(parse_proof(proof), vectors.entry(0), 0, KEYS).size == 1


def test_a_proof_shows_no_other_entry_index_or_key() -> None:
    proof = parse_proof(PROOF)
    with pytest.raises(ProofError, match="for entry 3, not for entry 2"):
        check_proof(proof, vectors.entry(3), 2, KEYS)
    with pytest.raises(ProofError, match="does not lead"):
        check_proof(proof, vectors.entry(2), 3, KEYS)
    with pytest.raises(ProofError, match="does not lead"):
        check_proof(LogProof(2, HASHES, CHECKPOINT), vectors.entry(3), 2, KEYS)
    with pytest.raises(NoteError, match="trusted here"):
        check_proof(proof, vectors.entry(3), 3, [vectors.DELEGATION.verifier])
    with pytest.raises(ProofError, match="not in a log of 7"):
        check_proof(LogProof(7, HASHES, CHECKPOINT), vectors.entry(7), 7, KEYS)


def test_a_log_is_spoken_for_by_the_key_of_its_own_name_alone() -> None:
    checkpoint = Checkpoint(ORIGIN, 7, bytes.fromhex(vectors.ROOTS[7]))
    by_another = LogProof(3, HASHES, sign_checkpoint(checkpoint, DELEGATION))
    with pytest.raises(ProofError, match="is of the log kengesh.example/record, and the key .*delegation/az"):
        check_proof(by_another, vectors.entry(3), 3, [DELEGATION.verifier])
    by_both = LogProof(3, HASHES, sign_checkpoint(checkpoint, DELEGATION, LOG))
    with pytest.raises(ProofError, match="is of the log"):
        check_proof(by_both, vectors.entry(3), 3, [DELEGATION.verifier])
    assert check_proof(by_both, vectors.entry(3), 3, [DELEGATION.verifier, LOG.verifier]) == checkpoint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        PROOF.replace(b"@v1", b"@v2"),
        PROOF.replace(b"\n", b"\r\n"),
        PROOF.replace(b"index 3", b"index 03"),
        PROOF.replace(b"index 3", b"index +3"),
        PROOF.replace(b"index 3", "index ٣".encode()),
        PROOF.replace(b"index 3", b"index  3"),
        PROOF.replace(b"index 3\n", b""),
        PROOF.replace(b"index 3", b"extra \nindex 3"),
        PROOF.replace(b"index 3", b"extra QQ=\nindex 3"),
        PROOF.replace(b"index 3", b"extra QR==\nindex 3"),
        PROOF.replace(b"index 3", b"extra QQ==\nextra QQ==\nindex 3"),
        PROOF.replace(b"index 3", b"index 3\nextra QQ=="),
        PROOF.replace(base64(HASHES[0]).encode(), base64(bytes(31)).encode()),
        PROOF.replace(base64(HASHES[0]).encode(), b" " + base64(HASHES[0]).encode()),
        PROOF.replace(b"\n\n", b"\n" + (base64(bytes(32)).encode() + b"\n") * 64 + b"\n", 1),
        PROOF.partition(b"\n\n")[0],
    ],
)
def test_what_is_not_written_as_a_proof_is_refused(data: bytes) -> None:
    with pytest.raises(ProofError):
        parse_proof(data)


def test_bytes_after_the_checkpoint_are_refused() -> None:
    for more in (b"\n", b"more\n", b"\nmore\n"):
        with pytest.raises(ValueError):
            check_proof(parse_proof(PROOF + more), vectors.entry(3), 3, KEYS)
