"""An entry is written in one way and signed by exactly those it names; anything else is refused with the reason."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from unicodedata import normalize

import pytest

from kengesh.record.canonical import NotCanonical
from kengesh.record.entry import (
    MAX_ENTRY_BYTES,
    Entry,
    EntryRefused,
    EntryTooLarge,
    UnknownEnvelope,
    check_entry_signatures,
    entry_text,
    parse_entry,
    sign_entry,
    text_hash,
)
from kengesh.record.examining import Job, examine
from kengesh.record.note import Signer, sign_note, signature_line
from kengesh.record.tile import encode_bundle
from kengesh.record.tree import EMPTY_ROOT
from tests.record.keeper import AT, AZERBAIJAN, KEEPER, ORIGIN, OUTSIDER, note_of, statement

ALONE = note_of(statement(1))
TWO = note_of(statement(1), signers=(KEEPER, AZERBAIJAN), parties=("log", "AZE"))
TEXT = ALONE.rpartition(b"\n\n")[0] + b"\n"
EMPTY = b64encode(EMPTY_ROOT).decode()

Edit = Callable[[dict[str, Any]], object]


def signed_anyway(edit: Edit, signer: Signer = KEEPER) -> bytes:
    """Return the note of a changed value, signed in good faith."""
    value = json.loads(TEXT.splitlines()[1])
    edit(value)
    line = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sign_note(b"kengesh/entry/v1\n" + line.encode() + b"\n", [signer])


def refusal(note: bytes) -> str:
    """Return why the note is refused: by whoever is asked to admit it, and by whoever verifies a log that holds it."""
    with pytest.raises(EntryRefused) as refused:
        check_entry_signatures(note, parse_entry(note))
    report = examine(Job(0, encode_bundle([note]), 1, ORIGIN))
    assert report.bad_entry == 0 and report.why == str(refused.value)
    return str(refused.value)


def test_an_entry_is_two_lines_and_its_signatures() -> None:
    key = KEEPER.verifier.vkey
    line = (
        '{"acts":[{"kind":"state/1","number":1,"voice":"reported"}],"at":"2025-11-16T09:30:00Z",'
        f'"log":"{ORIGIN}","seen":{{"root":"{EMPTY}","size":0}},"signers":[{{"key":"{key}","party":"log"}}]}}'
    )
    assert f"kengesh/entry/v1\n{line}\n".encode() == TEXT
    assert TEXT + b"\n" + signature_line(KEEPER.verifier, KEEPER.sign(TEXT)).encode() == ALONE
    assert text_hash(ALONE) == sha256(TEXT).digest()


@pytest.mark.parametrize("note", [ALONE, TWO])
def test_what_was_signed_is_read_back_and_verifies(note: bytes) -> None:
    entry = parse_entry(note)
    assert (entry.at, entry.log, entry.seen_size, entry.seen_root) == (AT, ORIGIN, 0, EMPTY_ROOT)
    assert note.startswith(entry_text(entry))
    check_entry_signatures(note, entry)
    assert examine(Job(0, encode_bundle([note]), 1, ORIGIN)).bad_entry is None


def lines_of(note: bytes) -> list[bytes]:
    return note.rpartition(b"\n\n")[2].splitlines(keepends=True)


def with_lines(note: bytes, *lines: bytes) -> bytes:
    return note.rpartition(b"\n\n")[0] + b"\n\n" + b"".join(lines)


def test_exactly_the_listed_signers_have_signed_in_their_order() -> None:
    one, other = lines_of(TWO)
    text = TWO.rpartition(b"\n\n")[0] + b"\n"
    stranger = signature_line(OUTSIDER.verifier, OUTSIDER.sign(text)).encode()
    assert "and no more" in refusal(with_lines(TWO, one))
    assert "and no more" in refusal(with_lines(TWO))
    assert "and no more" in refusal(with_lines(TWO, one, other, other))
    assert "and no more" in refusal(with_lines(TWO, one, other, stranger))
    assert "is missing" in refusal(with_lines(TWO, one, one))
    assert "is missing" in refusal(with_lines(TWO, one, stranger))
    assert "in their order" in refusal(with_lines(TWO, other, one))
    forged = signature_line(AZERBAIJAN.verifier, KEEPER.sign(text)).encode()
    for line in (forged, signature_line(AZERBAIJAN.verifier, bytes(64)).encode()):
        lines = [line if AZERBAIJAN.name.encode() in old else old for old in (one, other)]
        assert "does not fit" in refusal(with_lines(TWO, *lines))


def test_a_signature_line_is_written_in_the_one_canonical_way() -> None:
    (line,) = lines_of(ALONE)
    assert line.endswith(b"=\n")
    last = line[-3:-2]
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    same_bits = bytes([alphabet[alphabet.index(last) ^ 1]])
    assert "written canonically" in refusal(with_lines(ALONE, line[:-3] + same_bits + b"=\n"))
    for bad in (line[:-2] + b"\n", line[:-1] + b"=\n", line[:-1] + b"\r\n", line[:-1], line[:-1] + b" \n"):
        refusal(with_lines(ALONE, bad))


@pytest.mark.parametrize("more", [b"\n", b" ", b"\0", b"more\n", b"\nmore\n", "— a AAAAAAAA\n".encode()])
def test_nothing_may_follow_or_precede(more: bytes) -> None:
    refusal(ALONE + more)
    for note in (more + ALONE, b"\xef\xbb\xbf" + ALONE):
        with pytest.raises(UnknownEnvelope):
            parse_entry(note)


def test_windows_line_ends_are_refused() -> None:
    for note in (ALONE.replace(b"\n", b"\r\n"), ALONE.replace(b"/v1\n", b"/v1\r\n")):
        with pytest.raises(UnknownEnvelope):
            parse_entry(note)
    refusal(ALONE.replace(b"}\n", b"}\r\n"))


def test_an_unknown_envelope_is_named() -> None:
    for envelope in (b"kengesh/entry/v2", b"kengesh/entry/v10", b"Kengesh/entry/v1", b""):
        with pytest.raises(UnknownEnvelope, match="not known to this version"):
            parse_entry(ALONE.replace(b"kengesh/entry/v1", envelope, 1))


@pytest.mark.parametrize(
    "edit",
    [
        lambda value: value.pop("at"),
        lambda value: value.update(more=1),
        lambda value: value.update(acts=[]),
        lambda value: value.update(acts={}),
        lambda value: value.update(acts=["adopt/1"]),
        lambda value: value.update(acts=[{"kind": "adopt/1"}]),
        lambda value: value.update(acts=[{"kind": 1, "voice": "reported"}]),
        lambda value: value.update(log=""),
        lambda value: value.update(log=None),
        lambda value: value.update(signers=[]),
        lambda value: value["signers"][0].update(more=1),
        lambda value: value["signers"][0].update(party=""),
        lambda value: value["signers"][0].update(party=1),
        lambda value: value["signers"][0].update(key=1),
        lambda value: value["signers"][0].update(key=value["signers"][0]["key"] + "="),
        lambda value: value["signers"][0].update(key="no key"),
        lambda value: value["acts"][0].update(number=1.5),
        lambda value: value["acts"][0].update(number=2**53),
        lambda value: value["acts"][0].update(number=normalize("NFD", "Қазақстан й")),
        lambda value: value["acts"][0].update({"қ": 1}),
        lambda value: value.update(signers=value["signers"] * 2),
    ],
)
def test_a_value_that_is_not_an_entry_is_refused_however_it_is_signed(edit: Edit) -> None:
    refusal(signed_anyway(edit))


@pytest.mark.parametrize(
    "at",
    [
        "2025-11-16T09:30:00z",
        "2025-11-16t09:30:00Z",
        "2025-11-16 09:30:00Z",
        "2025-11-16T09:30:00+00:00",
        "2025-11-16T09:30:00.0Z",
        "2025-11-16T09:30Z",
        "2025-11-16T24:00:00Z",
        "2025-11-16T23:59:60Z",
        "2025-02-29T00:00:00Z",
        "2025-11-16T09:30:00Z\n",
        "٢٠٢٥-11-16T09:30:00Z",
        "0000-01-01T00:00:00Z",
        "",
        20251116,
        None,
    ],
)
def test_a_moment_is_written_in_utc_with_whole_seconds(at: object) -> None:
    assert "expected a moment" in refusal(signed_anyway(lambda value: value.update(at=at)))


@pytest.mark.parametrize(
    "seen",
    [
        {"root": EMPTY, "size": True},
        {"root": EMPTY, "size": "0"},
        {"root": EMPTY, "size": -1},
        {"root": EMPTY, "size": None},
        {"root": EMPTY},
        {"root": EMPTY, "size": 0, "more": 1},
        {"root": "A" * 43 + "=", "size": 0},
        {"root": EMPTY[:-1], "size": 0},
        {"root": EMPTY[:-2] + "V=", "size": 0},
        {"root": EMPTY.replace("/", "_"), "size": 7},
        {"root": "қ" * 44, "size": 7},
        {"root": "", "size": 7},
        [0, EMPTY],
    ],
)
def test_what_the_signers_had_seen_is_a_size_and_its_root(seen: object) -> None:
    assert "expected seen" in refusal(signed_anyway(lambda value: value.update(seen=seen)))


def test_an_entry_is_at_most_32_kibibytes_whole() -> None:
    def long(length: int) -> bytes:
        return note_of({**statement(1), "text": "x" * length})

    room = MAX_ENTRY_BYTES - len(long(0))
    assert len(long(room)) == 32_768
    parse_entry(long(room))
    for length in (room + 1, 33 * 1024):
        with pytest.raises(EntryTooLarge, match="at most 32768"):
            long(length)
    with pytest.raises(EntryTooLarge):
        parse_entry(ALONE + bytes(MAX_ENTRY_BYTES))


def test_an_entry_is_signed_only_by_those_it_lists_in_order_of_key_id() -> None:
    pairs = sorted(
        (("log", KEEPER), ("AZE", AZERBAIJAN)), key=lambda one: one[1].verifier.key_id, reverse=True
    )
    listed = tuple((party, signer.verifier.vkey) for party, signer in pairs)
    entry = Entry((statement(1),), AT, ORIGIN, 0, EMPTY_ROOT, listed)
    with pytest.raises(EntryRefused, match="order of key id"):
        sign_entry(entry, [signer for _party, signer in pairs])
    with pytest.raises(EntryRefused, match="not the signers"):
        sign_entry(entry, [KEEPER])
    with pytest.raises(NotCanonical):
        note_of({**statement(1), "share": 0.5})
