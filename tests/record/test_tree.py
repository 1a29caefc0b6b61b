"""The tree of a log: published vectors, every proof of every small tree, and what no proof may show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import pytest
from pymerkle import InmemoryTree

from kengesh.record.tree import (
    EMPTY_ROOT,
    ProofError,
    check_consistency,
    check_inclusion,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
    root_of,
)
from tests.record import vectors
from tests.record.vectors import hashes, leaves

SMALL = 130  # every index, size and pair up to here
SAMPLES = [131, 255, 256, 257, 300, 511, 512, 513, 767, 1000, 1023, 1024, 1025, 1030]
LARGE = 65_540


@cache
def root_by_definition(start: int, end: int) -> bytes:
    """Return MTH(D[start:end]), written down as RFC 6962 section 2.1 defines it."""
    if end - start == 1:
        return sha256(b"\0" + vectors.entry(start)).digest()
    middle = start + half(end - start)
    return sha256(b"\1" + root_by_definition(start, middle) + root_by_definition(middle, end)).digest()


def consistency_by_definition(old: int, start: int, end: int, whole: bool = True) -> list[bytes]:
    """Return SUBPROOF(old, D[start:end], whole), written down as RFC 6962 section 2.1.2 defines it."""
    if old == end - start:
        return [] if whole else [root_by_definition(start, end)]
    middle = half(end - start)
    if old <= middle:
        left = consistency_by_definition(old, start, start + middle, whole)
        return [*left, root_by_definition(start + middle, end)]
    right = consistency_by_definition(old - middle, start + middle, end, False)
    return [*right, root_by_definition(start, start + middle)]


def half(size: int) -> int:
    return max(2**power for power in range(20) if 2**power < size)


def spoilt(proof: list[bytes]) -> Iterator[list[bytes]]:
    """Yield the proof with one bit flipped in one hash, for every hash; then one hash shorter and one longer."""
    for place, hash_ in enumerate(proof):
        flipped = bytes([hash_[0] ^ 1 << place % 8]) + hash_[1:]
        yield [*proof[:place], flipped, *proof[place + 1 :]]
    if proof:
        yield proof[:-1]
    yield [*proof, EMPTY_ROOT]


@pytest.fixture(scope="module")
def pymerkle() -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for index in range(SAMPLES[-1]):
        tree.append_entry(vectors.entry(index))
    return tree


def test_hashes_are_those_that_everybody_publishes() -> None:
    assert EMPTY_ROOT.hex() == root_of([]).hex() == vectors.EMPTY_TREE
    assert leaf_hash(b"").hex() == vectors.LEAF_OF_NOTHING
    assert leaf_hash(b"L123456").hex() == vectors.LEAF_OF_L123456
    assert node_hash(b"N123", b"N456").hex() == vectors.NODE_OF_N123_AND_N456
    assert [hash_.hex() for hash_ in leaves(8)] == vectors.LEAVES


@pytest.mark.parametrize("size", vectors.ROOTS)
def test_roots_are_those_of_the_vectors(size: int) -> None:
    assert root_of(leaves(size)).hex() == root_at(size, hashes(65_536)).hex() == vectors.ROOTS[size]


def test_proofs_are_those_of_the_vectors() -> None:
    for (index, size), proof in vectors.INCLUSION.items():
        assert [hash_.hex() for hash_ in inclusion_proof(index, size, hashes(8))] == proof
    for (old, new), proof in vectors.CONSISTENCY.items():
        assert [hash_.hex() for hash_ in consistency_proof(old, new, hashes(8))] == proof


def test_every_root_is_that_of_the_definition_and_of_pymerkle(pymerkle: InmemoryTree) -> None:
    for size in [*range(1, SMALL + 1), *SAMPLES]:
        root = root_of(leaves(size))
        assert root == root_at(size, hashes(SAMPLES[-1])) == root_by_definition(0, size)
        assert root == pymerkle.get_root(size)


def test_every_index_of_every_small_tree_is_proved_and_no_spoilt_proof_passes() -> None:
    for size in range(1, SMALL + 1):
        root = root_of(leaves(size))
        for index in range(size):
            leaf, proof = leaves(size)[index], inclusion_proof(index, size, hashes(SMALL))
            check_inclusion(leaf, index, size, proof, root)
            for other in spoilt(proof):
                with pytest.raises(ProofError):
                    check_inclusion(leaf, index, size, other, root)


def test_every_pair_of_small_trees_is_proved_and_no_spoilt_proof_passes() -> None:
    for new in range(1, SMALL + 1):
        new_root = root_of(leaves(new))
        for old in range(1, new + 1):
            old_root, proof = root_of(leaves(old)), consistency_proof(old, new, hashes(SMALL))
            assert proof == consistency_by_definition(old, 0, new)
            check_consistency(old, old_root, new, new_root, proof)
            for other in spoilt(proof):
                with pytest.raises(ProofError):
                    check_consistency(old, old_root, new, new_root, other)


def test_inclusion_proofs_are_those_of_pymerkle(pymerkle: InmemoryTree) -> None:
    for size in (*range(1, 20), 100, SMALL, *SAMPLES):
        for index in {0, 1 % size, size // 3, size // 2, size - 2, size - 1} - {-1}:
            theirs = pymerkle.prove_inclusion(index + 1, size).path  # counts from one, the leaf first
            assert theirs == [leaves(size)[index], *inclusion_proof(index, size, hashes(SAMPLES[-1]))]


@pytest.mark.parametrize("size", [*SAMPLES, 65_535, 65_536, 65_537, LARGE])
def test_samples_of_larger_trees_are_proved(size: int) -> None:
    reader = hashes(LARGE)
    root = root_at(size, reader)
    for index in {0, 1, 127, 128, size // 2, size - 2, size - 1}:
        check_inclusion(leaves(LARGE)[index], index, size, inclusion_proof(index, size, reader), root)
    for old in {1, 2, 128, 129, size // 2, size - 1, size}:
        check_consistency(old, root_at(old, reader), size, root, consistency_proof(old, size, reader))


def test_a_proof_shows_nothing_of_another_index_size_or_root() -> None:
    proof, root = inclusion_proof(3, 7, hashes(8)), root_of(leaves(7))
    for leaf, index, size, other in (
        (leaves(8)[2], 3, 7, root),
        (leaves(8)[3], 2, 7, root),
        (leaves(8)[3], 3, 8, root_of(leaves(8))),
        (leaves(8)[3], 3, 7, root_of(leaves(8))),
    ):
        with pytest.raises(ProofError):
            check_inclusion(leaf, index, size, proof, other)
    with pytest.raises(ProofError, match="entry 7 is not in a log of 7"):
        check_inclusion(leaves(8)[7], 7, 7, [], root)
    with pytest.raises(ProofError, match="entry -1"):
        check_inclusion(leaves(8)[0], -1, 7, proof, root)


def test_two_roots_for_one_size_and_a_log_that_shrank_are_refused() -> None:
    seven, eight = root_of(leaves(7)), root_of(leaves(8))
    check_consistency(7, seven, 7, seven, [])
    with pytest.raises(ProofError, match="two different roots for 7"):
        check_consistency(7, seven, 7, eight, [])
    with pytest.raises(ProofError, match="empty"):
        check_consistency(7, seven, 8, eight, [])
    with pytest.raises(ProofError, match="cannot continue"):
        check_consistency(8, eight, 7, seven, [])
    for old, new in ((8, 7), (-1, 7)):
        with pytest.raises(ProofError):
            consistency_proof(old, new, hashes(8))


def test_a_log_without_entries_has_the_empty_root_and_an_empty_proof() -> None:
    root = root_of(leaves(7))
    assert consistency_proof(0, 7, hashes(8)) == []
    check_consistency(0, EMPTY_ROOT, 7, root, [])
    check_consistency(0, EMPTY_ROOT, 0, EMPTY_ROOT, [])
    for old_root, new, new_root, proof in (
        (root, 7, root, []),
        (root, 0, root, []),
        (EMPTY_ROOT, 0, root, []),
        (EMPTY_ROOT, 7, root, [root]),
    ):
        with pytest.raises(ProofError):
            check_consistency(0, old_root, new, new_root, proof)


def test_hashes_of_another_length_are_refused() -> None:
    proof = inclusion_proof(3, 7, hashes(8))
    with pytest.raises(ProofError, match="32 bytes"):
        check_inclusion(leaves(8)[3], 3, 7, [proof[0] + b"\0", *proof[1:]], root_of(leaves(7)))
    with pytest.raises(ProofError, match="32 bytes"):
        check_consistency(4, root_of(leaves(4)), 7, root_of(leaves(7)), [b""])


def test_what_is_not_in_the_tree_has_no_proof() -> None:
    for index, size in ((7, 7), (-1, 7), (0, 0)):
        with pytest.raises(ProofError):
            inclusion_proof(index, size, hashes(8))
