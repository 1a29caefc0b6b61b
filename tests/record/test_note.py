"""Signed notes: the keys of the vectors, and nothing that Go's note package would not take or that reads in two ways."""

from __future__ import annotations

from base64 import b64encode

import pytest

from kengesh.record.note import (
    MOST_SIGNATURES,
    NoteError,
    Signer,
    open_note,
    parse_vkey,
    sign_note,
    signature_line,
    split_note,
)
from tests.record import vectors
from tests.record.vectors import CHECKPOINT, DELEGATION, LOG, WITNESS

TEXT = b"If you agree, sign.\n"
NOTE = sign_note(TEXT, [LOG])
LINE = NOTE.splitlines(keepends=True)[-1]


def test_keys_are_those_of_the_vectors() -> None:
    assert LOG.verifier.public_key.hex() == vectors.LOG_PUBLIC_KEY
    assert LOG.verifier.key_id.hex() == vectors.LOG_KEY_ID
    assert LOG.verifier.vkey == vectors.LOG_VKEY
    assert WITNESS.verifier.vkey == vectors.WITNESS_VKEY
    assert DELEGATION.verifier.vkey == vectors.DELEGATION_VKEY
    for signer in (LOG, WITNESS, DELEGATION):
        assert parse_vkey(signer.verifier.vkey) == signer.verifier


def test_a_key_never_shows_its_seed() -> None:
    assert LOG.seed.hex() not in repr(LOG) and repr(LOG.seed) not in repr(LOG)


def test_a_note_is_opened_by_whoever_knows_one_of_its_keys() -> None:
    note = open_note(sign_note(TEXT, [LOG, DELEGATION]), [DELEGATION.verifier])
    assert note.text == TEXT
    assert [one.name for one in note.verified] == [DELEGATION.name]
    assert [one.name for one in note.unknown] == [LOG.name]


def test_a_text_with_an_empty_line_is_split_at_the_last_one() -> None:
    assert open_note(sign_note(b"one\n\ntwo\n", [LOG]), [LOG.verifier]).text == b"one\n\ntwo\n"


def test_the_same_line_twice_counts_once() -> None:
    assert len(open_note(NOTE + LINE, [LOG.verifier]).verified) == 1


def test_a_bad_line_of_a_known_key_refuses_the_note_even_beside_a_good_one() -> None:
    bad = signature_line(LOG.verifier, bytes(64)).encode()
    for note in (NOTE + bad, TEXT + b"\n" + bad):
        with pytest.raises(NoteError, match="does not fit"):
            open_note(note, [LOG.verifier])


def test_a_note_that_no_known_key_has_signed_is_refused() -> None:
    other_key_of_the_name = Signer(LOG.name, bytes(32))
    for keys in ([], [DELEGATION.verifier], [other_key_of_the_name.verifier]):
        with pytest.raises(NoteError, match="none of the signatures"):
            open_note(NOTE, keys)


def test_as_many_signatures_are_read_as_go_reads() -> None:
    def signed(count: int) -> bytes:
        return sign_note(
            TEXT, [Signer(f"key{number}", number.to_bytes(32, "big")) for number in range(count)]
        )

    assert len(split_note(signed(MOST_SIGNATURES)).signatures) == 100
    with pytest.raises(NoteError, match="101 signatures"):
        split_note(signed(MOST_SIGNATURES + 1))


@pytest.mark.parametrize(
    "note",
    [
        b"",
        TEXT,
        TEXT + b"\n",
        TEXT + LINE,
        NOTE[:-1],
        NOTE + b"\n",
        NOTE + b"more\n",
        NOTE + b" ",
        NOTE.replace(b"\n", b"\r\n"),
        NOTE.replace(b"agree", b"agr\tee"),
        NOTE.replace(b"agree", b"agr\0ee"),
        NOTE.replace(b"agree", b"agr\xffee"),
        NOTE.replace("— ".encode(), b"- "),
        NOTE.replace("— ".encode(), "—  ".encode()),
        NOTE.replace("— ".encode(), "—\u00a0".encode()),
        NOTE[:-1] + b" \n",
        NOTE[:-2] + b"\n",
        NOTE[:-1] + b"*\n",
        NOTE[:-1] + b"=\n",
        TEXT + f"\n— {LOG.name} {b64encode(LOG.verifier.key_id).decode()}\n".encode(),
        TEXT + f"\n— a+b {b64encode(bytes(68)).decode()}\n".encode(),
        TEXT + f"\n— {LOG.name}\n".encode(),
    ],
)
def test_what_is_not_written_as_a_note_is_refused(note: bytes) -> None:
    with pytest.raises(NoteError):
        open_note(note, [LOG.verifier])


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        vectors.LOG_VKEY + "=",
        vectors.LOG_VKEY + "\n",
        " " + vectors.LOG_VKEY,
        vectors.LOG_VKEY.replace("fc401d8e", "FC401D8E"),
        vectors.LOG_VKEY.replace("fc401d8e", "fc401d8f"),
        vectors.LOG_VKEY.replace("+AQ", "+Ag"),
        vectors.LOG_VKEY.replace("example", "ex ample"),
        vectors.LOG_VKEY.replace("example", "other"),
        vectors.LOG_VKEY[:-4],
        vectors.LOG_VKEY.removeprefix("kengesh.example/record"),
    ],
)
def test_what_is_not_a_verifier_key_is_refused(vkey: str) -> None:
    with pytest.raises(NoteError):
        parse_vkey(vkey)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u2028b", "a\x01b"])
def test_a_key_has_a_name_that_a_signature_line_can_carry(name: str) -> None:
    with pytest.raises(NoteError, match="name of a key"):
        sign_note(TEXT, [Signer(name, bytes(32))])


def test_only_a_whole_text_is_signed_and_by_no_witness() -> None:
    for text, signers in ((b"no line feed", [LOG]), (b"a\tb\n", [LOG]), (TEXT, []), (TEXT, [WITNESS])):
        with pytest.raises(NoteError):
            sign_note(text, signers)
    assert CHECKPOINT.endswith(b"\n")
