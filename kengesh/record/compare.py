"""Two copies of a log: the same, one ahead of the other, or a fork; and the evidence of a fork, small enough for a mail.

A log never shows two stories: of two signed checkpoints the larger must continue the smaller. Where they do not, there
is a first entry that the copies hold differently, and its two proofs show it to anyone who knows the log's key, without
either copy. The evidence is one file of text::

    kengesh-fork/v1
    origin kengesh.example/record
    index 12
    == first ==
    key <the verifier key that signed the first checkpoint>
    entry <the first copy's entry 12, the whole note, in base64>
    c2sp.org/tlog-proof@v1
    index 12
    <hashes, an empty line, and the first checkpoint as it was signed>
    == second ==
    <the same of the second copy>
    == end ==
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kengesh.record.checking import Checked
from kengesh.record.checkpoint import Checkpoint
from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, Files, replace
from kengesh.record.log import Log
from kengesh.record.note import parse_vkey
from kengesh.record.proof import check_proof, parse_proof
from kengesh.record.proving import prove
from kengesh.record.tree import ProofError
from kengesh.record.verify import check_entries, check_tree, open_signed
from kengesh.terms.messages import _

HEADER = "kengesh-fork/v1"
FORM = re.compile(
    rb"kengesh-fork/v1\norigin (?P<origin>[^\n]+)\nindex (?P<index>0|[1-9][0-9]{0,18})\n"
    rb"== first ==\n(?P<first>.+)== second ==\n(?P<second>.+)== end ==\n",
    re.DOTALL,
)
SIDE = re.compile(rb"key (?P<key>[^\n]+)\nentry (?P<entry>[A-Za-z0-9+/=]+)\n(?P<proof>.+)", re.DOTALL)


class Relation(Enum):
    """How two copies stand to each other."""

    SAME = "same"
    FIRST_AHEAD = "first ahead"
    SECOND_AHEAD = "second ahead"
    FORK = "fork"


class NotComparable(RecordError):
    """Two copies of different logs, or evidence asked for where there is no fork."""


class EvidenceRefused(RecordError):
    """A file that is not evidence of a fork: not in the format, or it does not show what it says."""


@dataclass(frozen=True)
class Comparison:
    """Two copies compared: how they stand, how many entries each has, and at a fork the first entry that differs."""

    first: Path
    second: Path
    origin: str
    relation: Relation
    first_size: int
    second_size: int
    fork_at: int | None = None


@dataclass(frozen=True)
class Evidence:
    """What evidence shows: two checkpoints of one log that hold different entries at `index`, and the keys that signed."""

    origin: str
    index: int
    checkpoints: tuple[Checkpoint, Checkpoint]
    keys: tuple[str, str]
    entries: tuple[bytes, bytes]


def compare(first: Path | str, second: Path | str) -> Comparison:
    """Compare two copies of a log, each checked against its own signed checkpoint.

    Raises VerificationFailed when a copy is damaged, NotComparable when they are of two logs: of two origins, or of one
    origin and keys of which none was handed over to the other.
    """
    one, other = open_signed(Path(first)), open_signed(Path(second))
    if one.origin != other.origin:
        says = _("{first} is a copy of {one}, {second} of {other}: two logs, not two copies.")
        raise NotComparable(says.format(first=first, second=second, one=one.origin, other=other.origin))
    _check_one_keeper(one, other)
    fork_at = check_tree(one).first_difference(check_tree(other))
    if fork_at is not None:
        relation = Relation.FORK
    elif one.size == other.size:
        relation = Relation.SAME
    else:
        relation = Relation.FIRST_AHEAD if one.size > other.size else Relation.SECOND_AHEAD
    return Comparison(one.path, other.path, one.origin, relation, one.size, other.size, fork_at)


def _check_one_keeper(one: Log, other: Log) -> None:
    """See that one key stands behind both copies: whoever likes can sign a log with any origin by a key of their own."""
    keys = (_signing_key(one), _signing_key(other))
    if keys[0] == keys[1] or _own_keys(one) & _own_keys(other):
        return
    says = _(
        "{first} and {second} both say that they are {origin}, but the keys that sign them have nothing to do with each other "
        "({one}; {other}): these are two logs, and this is no evidence of a fork. See which one is signed by the key that its "
        "keeper publishes: kengesh verify DIR --key VKEY"
    )
    raise NotComparable(
        says.format(first=one.path, second=other.path, origin=one.origin, one=keys[0], other=keys[1])
    )


def _signing_key(log: Log) -> str:
    return [one.vkey for one in log.settings.keys if one.from_size <= log.size][-1]


def _own_keys(log: Log) -> set[str]:
    """Return the keys that were the log's own, by its entries; none if its checkpoint is signed by another."""
    checked = Checked(log.origin)
    check_entries(log, checked)
    own = {one.key for one in checked.keys.log_keys}
    return own if _signing_key(log) in own else set()


def write_evidence(path: Path, comparison: Comparison, files: Files = FILES) -> None:
    """Write the evidence of a fork that :func:`compare` found. Raises NotComparable, LogError, OSError."""
    index = comparison.fork_at
    if index is None:
        raise NotComparable(_("the copies do not tell different stories; there is no evidence to write."))
    head = f"{HEADER}\norigin {comparison.origin}\nindex {index}\n== first ==\n".encode()
    sides = [_side(Log.open(copy), index) for copy in (comparison.first, comparison.second)]
    replace(files, path, head + b"== second ==\n".join(sides) + b"== end ==\n", path.parent)


def check_evidence(path: Path, key: str | None = None) -> Evidence:
    """Check a file of evidence by itself and return what it shows.

    With `key`, both checkpoints must be signed by that key of the log; without, the caller judges `keys`. Raises
    EvidenceRefused, OSError.
    """
    found = FORM.fullmatch(path.read_bytes())
    if not found:
        raise EvidenceRefused(
            _("{file}: this is not evidence of a fork as kengesh writes it.").format(file=path)
        )
    try:
        origin, index = found["origin"].decode("utf-8"), int(found["index"])
        first = _check_side(found["first"], origin, index)
        second = _check_side(found["second"], origin, index)
    except ValueError as error:
        raise EvidenceRefused(
            _("{file}: it does not show a fork: {why}").format(file=path, why=error)
        ) from None
    if first[1] == second[1]:
        says = _("{file}: it does not show a fork: both sides hold the same entry {index}.")
        raise EvidenceRefused(says.format(file=path, index=index))
    evidence = Evidence(origin, index, (first[2], second[2]), (first[0], second[0]), (first[1], second[1]))
    if key is not None and set(evidence.keys) != {key}:
        says = _("{file}: its checkpoints are not both signed by {key}.")
        raise EvidenceRefused(says.format(file=path, key=key))
    return evidence


def _side(log: Log, index: int) -> bytes:
    key = _signing_key(log)
    entry = b64encode(log.entry(index)).decode("ascii")
    return f"key {key}\nentry {entry}\n".encode() + prove(log, index)


def _check_side(data: bytes, origin: str, index: int) -> tuple[str, bytes, Checkpoint]:
    side = SIDE.fullmatch(data)
    if not side:
        raise ProofError(_("a side lacks its key, its entry or its proof."))
    key = side["key"].decode("utf-8")
    try:
        entry = b64decode(side["entry"], validate=True)
    except binascii.Error:
        raise ProofError(_("an entry is not base64.")) from None
    checkpoint = check_proof(parse_proof(side["proof"]), entry, index, [parse_vkey(key)])
    if checkpoint.origin != origin:
        raise ProofError(
            _("a side is about the log {other}, not {origin}.").format(other=checkpoint.origin, origin=origin)
        )
    return key, entry, checkpoint
