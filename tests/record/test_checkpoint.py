"""Checkpoints and cosignatures: the bytes of the vectors, and sizes, roots and lines that no reader may take."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from kengesh.record.checkpoint import (
    Checkpoint,
    CheckpointError,
    format_checkpoint,
    open_checkpoint,
    parse_checkpoint_text,
    sign_checkpoint,
)
from kengesh.record.cosignature import cosign, cosigned_at
from kengesh.record.head import read_head
from kengesh.record.note import NoteError, Signer, Verifier, parse_vkey, sign_note, signature_line
from kengesh.record.tree import EMPTY_ROOT
from tests.record import vectors
from tests.record.vectors import CHECKPOINT, COSIGNATURE_LINE, COSIGNED_AT, LOG, ORIGIN, WITNESS

SEVEN = Checkpoint(ORIGIN, 7, bytes.fromhex(vectors.ROOTS[7]))
TEXT = format_checkpoint(SEVEN)
COSIGNED = CHECKPOINT + COSIGNATURE_LINE
ML_DSA_44 = 0x06  # a type of key that is not read here


def test_the_checkpoint_and_its_cosignature_are_those_of_the_vectors() -> None:
    assert sign_checkpoint(SEVEN, LOG) == CHECKPOINT
    assert (len(CHECKPOINT), sha256(CHECKPOINT).hexdigest()) == (
        vectors.CHECKPOINT_BYTES,
        vectors.CHECKPOINT_SHA256,
    )
    assert cosign(CHECKPOINT, WITNESS, COSIGNED_AT).encode() == COSIGNATURE_LINE
    assert sha256(COSIGNED).hexdigest() == vectors.COSIGNED_SHA256
    assert sha256(ORIGIN.encode()).hexdigest() == vectors.ORIGIN_HASH


def test_a_checkpoint_is_opened_with_the_logs_key_whatever_lines_follow() -> None:
    later = Verifier("witness.kz.example", ML_DSA_44, bytes(1312))
    unknown = signature_line(later, bytes(8 + 2420)).encode()
    for note in (CHECKPOINT, COSIGNED, COSIGNED + unknown):
        checkpoint, opened = open_checkpoint(note, [parse_vkey(vectors.LOG_VKEY)])
        assert checkpoint == SEVEN == read_head(note)
        assert [one.name for one in opened.verified] == [ORIGIN]


def test_a_witness_says_when_it_saw_the_log() -> None:
    witness = parse_vkey(vectors.WITNESS_VKEY)
    assert cosigned_at(COSIGNED, witness) == COSIGNED_AT
    assert cosigned_at(CHECKPOINT, witness) is None
    assert open_checkpoint(COSIGNED, [witness])[0] == SEVEN
    assert cosigned_at(CHECKPOINT + cosign(CHECKPOINT, WITNESS, 0).encode(), witness) == 0


def test_a_cosignature_of_another_time_text_or_key_is_refused() -> None:
    blob = WITNESS.sign(b"cosignature/v1\ntime %d\n" % COSIGNED_AT + TEXT)
    eight = sign_checkpoint(Checkpoint(ORIGIN, 8, bytes.fromhex(vectors.ROOTS[8])), LOG)
    plain = signature_line(WITNESS.verifier, WITNESS.sign(TEXT)).encode()
    for note in (
        CHECKPOINT + signature_line(WITNESS.verifier, (COSIGNED_AT + 1).to_bytes(8, "big") + blob).encode(),
        CHECKPOINT + signature_line(WITNESS.verifier, b"\x80" + bytes(7) + blob).encode(),
        CHECKPOINT + signature_line(WITNESS.verifier, COSIGNED_AT.to_bytes(8, "big") + blob + b"\0").encode(),
        CHECKPOINT + signature_line(WITNESS.verifier, b"short").encode(),
        CHECKPOINT + plain,
        eight + COSIGNATURE_LINE,
    ):
        with pytest.raises(NoteError, match="does not fit"):
            cosigned_at(note, WITNESS.verifier)
        with pytest.raises(NoteError, match="does not fit"):
            open_checkpoint(note, [LOG.verifier, WITNESS.verifier])


def test_only_a_witness_cosigns_and_only_at_a_time_that_eight_bytes_can_say() -> None:
    with pytest.raises(NoteError, match="not a witness"):
        cosign(CHECKPOINT, Signer(WITNESS.name, WITNESS.seed), COSIGNED_AT)
    for seconds in (-1, 2**63):
        with pytest.raises(NoteError, match="out of range"):
            cosign(CHECKPOINT, WITNESS, seconds)


def test_the_form_is_judged_before_any_signature_is_asked_for() -> None:
    with pytest.raises(CheckpointError, match="size"):
        open_checkpoint(sign_note(TEXT.replace(b"\n7\n", b"\n07\n"), [LOG]), [])


@pytest.mark.parametrize(
    "size",
    [
        "07",
        "+7",
        "7_0",
        "-7",
        " 7",
        "7 ",
        "7.0",
        "0x7",
        "",
        "٧",
        "７",
        "۷",
        "৭",
        "7" * 19,
        str(2**63),
        "9" * 5000,
    ],
)
def test_a_size_that_is_not_plain_decimal_is_refused(size: str) -> None:
    text = TEXT.replace(b"\n7\n", f"\n{size}\n".encode())
    if size == "7" * 19:
        assert parse_checkpoint_text(text).size == int(size)
        return
    with pytest.raises(CheckpointError, match="size must be in decimal"):
        parse_checkpoint_text(text)


def test_a_root_is_32_bytes_in_the_one_base64_that_they_have() -> None:
    root = b64encode(SEVEN.root).decode()
    assert root.endswith("U=")
    others = [
        root[:-1],
        root + "=",
        root[:-2] + "V=",
        f" {root}",
        root.replace("/", "_"),
        b64encode(bytes(33)).decode(),
    ]
    for other in others:
        with pytest.raises(CheckpointError, match="root must be 32 bytes"):
            parse_checkpoint_text(TEXT.replace(root.encode(), other.encode()))


def test_a_log_of_no_entries_has_the_empty_root_and_no_other() -> None:
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    assert parse_checkpoint_text(format_checkpoint(empty)) == empty
    with pytest.raises(CheckpointError, match="empty root"):
        parse_checkpoint_text(format_checkpoint(Checkpoint(ORIGIN, 0, SEVEN.root)))


@pytest.mark.parametrize(
    "text",
    [
        TEXT + b"an extension\n",
        TEXT + b"\n",
        TEXT[:-1],
        TEXT.partition(b"\n")[2],
        b"\n" + TEXT,
        b"\n" + TEXT.partition(b"\n")[2],
        TEXT.replace(b"\n", b"\r\n"),
        b"\xff" + TEXT,
        b"a\tb" + TEXT,
        b"",
    ],
)
def test_a_checkpoint_has_three_lines_and_no_more(text: bytes) -> None:
    with pytest.raises(CheckpointError):
        parse_checkpoint_text(text)
