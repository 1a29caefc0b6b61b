"""The digest of a state: the same entries give the same one on any machine.

It names the version of the fold, and covers what the indexes hold: every act's id and kind in order, which entry each
stands in, when each entry was signed, and which acts every thing, source and act is named by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from kengesh.mechanism.state import UNKNOWN, State, upto

VERSION = "fold/1"


def digest(state: State) -> str:
    """Return the digest of a state as text: the version of the fold and 64 hexadecimal digits."""
    hash_ = sha256(f"{VERSION} {state.size} {state.acts}\n".encode())
    by_number = {number: act for act, number in state.number_of.items()}
    kinds = state.readers.kinds
    hash_.update("\n".join([*state.at, ""]).encode())
    for number in range(state.acts):
        code = state.kind[number]
        kind = "?" if code == UNKNOWN else kinds[code].name
        entry, place = state.entry_of(number)
        act = by_number.get(number, b"").hex()
        hash_.update(f"{entry}.{place} {kind} {act}\n".encode())
    for group, index in zip(state.readers.groups, state.by_thing, strict=True):
        hash_.update(_lines(group, index))
    hash_.update(_lines("sources", state.by_source))
    hash_.update(_lines("targets", {act.hex(): numbers for act, numbers in state.by_target.items()}))
    return f"{VERSION}:{hash_.hexdigest()}"


def _lines(heading: str, index: Mapping[str, Any]) -> bytes:
    lines: Iterable[str] = (f"{key} {_numbers(upto(index[key], 1 << 32))}" for key in sorted(index))
    return "\n".join([heading, *lines, ""]).encode()


def _numbers(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))
