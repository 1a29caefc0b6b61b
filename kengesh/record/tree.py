"""The Merkle tree of a log: its root, and short proofs that an entry is in it or that one tree continues another.

RFC 6962 section 2.1 (the same tree as RFC 9162). H is SHA-256; a leaf is H(0x00 || entry), an inner node
H(0x01 || left || right), the empty tree H(""); a tree of n leaves splits at the largest power of two below n. The
verifying loops are the iterative ones of RFC 9162 sections 2.1.3.2 and 2.1.4.2: the index and the sizes are given by the
one who asks and never read from the proof.

Proofs are made from a :class:`HashReader`, which gives the roots of complete subtrees: level l, index i covers the
leaves i*2^l up to but not including (i+1)*2^l. All hashes are 32 bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Protocol

from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


class ProofError(RecordError):
    """A proof that does not show what it should."""


class HashReader(Protocol):
    """Where the roots of complete subtrees come from."""

    def read(self, level: int, index: int) -> bytes:
        """Return the root of the complete subtree `index` of height `level`."""


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def parents(hashes: bytes) -> bytes:
    """Return the hashes one level up, as one string: 32 bytes for every two hashes of `hashes`; an odd last one is left.

    This is where a verification of a long log spends its time, so it is one comprehension over one buffer.
    """
    pair = 2 * HASH_BYTES
    whole = len(hashes) - len(hashes) % pair
    return b"".join([sha256(b"\x01" + hashes[at : at + pair]).digest() for at in range(0, whole, pair)])


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree over these leaf hashes."""
    level, rest = b"".join(leaves), EMPTY_ROOT if not leaves else None
    while level:
        if len(level) // HASH_BYTES % 2:
            last = level[-HASH_BYTES:]
            rest = last if rest is None else node_hash(last, rest)
        level = parents(level)
    assert rest is not None
    return rest


def subtrees(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (level, index) of the complete subtrees that make up the leaves `start` to `end`, from the left.

    `start` must be a multiple of the size of every subtree that follows, as it is in the splits of RFC 6962.
    """
    while start < end:
        level = (end - start).bit_length() - 1
        if start:
            level = min(level, (start & -start).bit_length() - 1)
        yield level, start >> level
        start += 1 << level


def range_root(start: int, end: int, reader: HashReader) -> bytes:
    """Return the hash of the (perhaps incomplete) subtree over the leaves `start` to `end`."""
    hashes = [reader.read(level, index) for level, index in subtrees(start, end)]
    root = hashes.pop()
    while hashes:
        root = node_hash(hashes.pop(), root)
    return root


def root_at(size: int, reader: HashReader) -> bytes:
    """Return the root of the tree of the first `size` leaves."""
    return range_root(0, size, reader) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, reader: HashReader) -> list[bytes]:
    """Return the proof that leaf `index` is in the tree of `size` leaves, from the leaf upwards.

    Raises ProofError if there is no such leaf.
    """
    if not 0 <= index < size:
        raise _no_entry(index, size)
    start, end, above = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            above.append((middle, end))
            end = middle
        else:
            above.append((start, middle))
            start = middle
    return [range_root(left, right, reader) for left, right in reversed(above)]


def consistency_proof(old: int, new: int, reader: HashReader) -> list[bytes]:
    """Return the proof that the tree of `new` leaves continues the tree of `old` leaves.

    Raises ProofError if `old` is larger than `new`.
    """
    if not 0 <= old <= new:
        raise _no_continuation(old, new)
    if old in (0, new):
        return []
    start, end, above = 0, new, []
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            above.append((middle, end))
            end = middle
        else:
            above.append((start, middle))
            start = middle
    proof = [range_root(start, end, reader)] if start else []
    return proof + [range_root(left, right, reader) for left, right in reversed(above)]


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check that `leaf` is at `index` in the tree of `size` leaves under `root`. Raises ProofError if it is not shown."""
    if not 0 <= index < size:
        raise _no_entry(index, size)
    _check_hashes(proof)
    place, last, found = index, size - 1, leaf
    for hash_ in proof:
        if last == 0:
            raise ProofError(_("the inclusion proof is too long."))
        if place & 1 or place == last:
            found = node_hash(hash_, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, hash_)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise ProofError(_("the inclusion proof is too short."))
    if found != root:
        says = _("the proof does not lead from entry {index} to the root of {size} entries.")
        raise ProofError(says.format(index=index, size=size))


def check_consistency(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of `new` leaves continues the tree of `old` leaves. Raises ProofError if it is not shown."""
    if not 0 <= old <= new:
        raise _no_continuation(old, new)
    _check_hashes(proof)
    if old in (0, new):
        if proof:
            raise ProofError(_("the consistency proof should be empty."))
        if old == new and old_root != new_root:
            raise ProofError(_("two different roots for {size} entries.").format(size=new))
        if old == 0 and old_root != EMPTY_ROOT:
            raise ProofError(_("a log without entries has another root than the empty one."))
        return
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        raise ProofError(_("the consistency proof is empty."))
    _follow(path, old, old_root, new, new_root)


def _follow(path: list[bytes], old: int, old_root: bytes, new: int, new_root: bytes) -> None:
    """The loop of RFC 9162 section 2.1.4.2: rebuild both roots from one path."""
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    in_old = in_new = path[0]
    for hash_ in path[1:]:
        if last == 0:
            raise ProofError(_("the consistency proof is too long."))
        if place & 1 or place == last:
            in_old, in_new = node_hash(hash_, in_old), node_hash(hash_, in_new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            in_new = node_hash(in_new, hash_)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise ProofError(_("the consistency proof is too short."))
    if in_old != old_root:
        raise ProofError(_("the proof does not lead to the root of {size} entries.").format(size=old))
    if in_new != new_root:
        raise ProofError(_("the proof does not lead to the root of {size} entries.").format(size=new))


def _split(size: int) -> int:
    """Return the largest power of two strictly below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _no_entry(index: int, size: int) -> ProofError:
    says = _("entry {index} is not in a log of {size} entries.")
    return ProofError(says.format(index=index, size=size))


def _no_continuation(old: int, new: int) -> ProofError:
    says = _("a log of {new} entries cannot continue one of {old}.")
    return ProofError(says.format(new=new, old=old))


def _check_hashes(proof: Sequence[bytes]) -> None:
    if any(len(hash_) != HASH_BYTES for hash_ in proof):
        raise ProofError(_("a hash of the proof is not 32 bytes long."))
