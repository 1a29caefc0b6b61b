"""Random numbers by draw number: a number depends on the seed, the name of what is uncertain, and the draw, and on nothing else.

So it is the same whichever process makes it, in whatever order, with whatever other names beside it, and two scenarios that
have a name in common share its numbers (paired draws).

The method, for whoever computes the numbers elsewhere:

- The stream of a key is BLAKE2b (RFC 7693) of its UTF-8 bytes, 8 bytes long, with the seed as salt (16 bytes, the smallest
  first) and the personalisation ``kengesh draws 1``; read as a whole number, the smallest byte first.
- Draw number n, counted from 0, is output n of SplitMix64 started at the stream: with z = stream + (n + 1) * 9E3779B97F4A7C15
  (hexadecimal, modulo 2^64), z = (z ^ (z >> 30)) * BF58476D1CE4E5B9, z = (z ^ (z >> 27)) * 94D049BB133111EB,
  z = z ^ (z >> 31) (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014; S. Vigna's constants).
- The number is (upper 52 bits of z + 1/2) / 2^52: never 0, never 1, as far from 0 as its opposite is from 1.

Limits: all streams run through one cycle of 2^64 numbers from places that the hash chooses. That two of 1,500 keys come to
share numbers within a million draws has a chance of about one in ten million. Not for secrets.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from kengesh.corridors.runs.errors import RunError
from kengesh.terms.messages import _

Floats = NDArray[np.float64]
Words = NDArray[np.uint64]

SEEDS = 2**53  # a seed is below it: what every reader of JSON keeps exactly
DRAWS = 2**40  # a draw number is below it: far more than anybody computes, and its sums stay exact
_PERSON = b"kengesh draws 1"
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_ONE = np.uint64(0x3FF0000000000000)  # the bits of 1.0: with 52 bits more, a number from 1 up to 2
_BLOCK = 32768  # numbers at once: so few stay in a core's cache between one operation and the next


def uniforms(seed: int, keys: Sequence[str], first: int, last: int) -> Floats:
    """Return numbers between 0 and 1, one row for each draw from `first` up to `last`, one column for each key.

    Raises RunError for a seed or a draw number out of bounds.
    """
    check_seed(seed)
    check_draws(first, last)
    streams = np.array([stream(seed, key) for key in keys], dtype=np.uint64)
    out = np.empty((last - first, len(keys)), dtype=np.float64)
    rows = max(1, _BLOCK // max(1, len(keys)))
    steps = np.arange(first + 1, last + 1, dtype=np.uint64) * _STEP
    room = np.empty((rows, len(keys)), dtype=np.uint64)
    for start in range(0, len(out), rows):
        _fill(out[start : start + rows], steps[start : start + rows], streams, room)
    return out


def stream(seed: int, key: str) -> int:
    """Return the 64 bits at which the numbers of a key start."""
    digest = blake2b(key.encode(), digest_size=8, salt=seed.to_bytes(16, "little"), person=_PERSON)
    return int.from_bytes(digest.digest(), "little")


def check_seed(seed: int) -> None:
    """Raise RunError for what is not a seed."""
    if not 0 <= seed < SEEDS:
        says = _("{seed} is not a seed; give a whole number from 0 to {most}.")
        raise RunError(says.format(seed=seed, most=SEEDS - 1))


def check_draws(first: int, last: int) -> None:
    """Raise RunError for what is not a range of draws."""
    if not 0 <= first <= last <= DRAWS:
        says = _("draws {first} to {last}: not a range of draw numbers; they count from 0 up to {most}.")
        raise RunError(says.format(first=first, last=last, most=DRAWS))


def _fill(out: Floats, steps: Words, streams: Words, room: Words) -> None:
    """Write the numbers into `out`, whose memory also holds the words on the way; `room` is for the shifted ones."""
    z: Words = out.view(np.uint64)
    shifted = room[: len(z)]
    np.add(steps[:, None], streams, out=z)
    for shift, mix in ((30, _MIX_1), (27, _MIX_2)):
        np.right_shift(z, np.uint64(shift), out=shifted)
        z ^= shifted
        z *= mix
    np.right_shift(z, np.uint64(31), out=shifted)
    z ^= shifted
    z >>= np.uint64(12)
    z |= _ONE
    out -= 1.0 - 2.0**-53  # exact: the result has no more bits than a float holds
