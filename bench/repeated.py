"""A record to measure reading with: a pack repeated until it holds so many acts, its things renamed in every copy.

States keep their ids in every copy, as they would in a record that grows: everything about KAZ is about KAZ. All other
things, the rows, and so the ids of all acts are each copy's own. Entries stand in bundles and tiles as in any log; only
nobody signed them (the signature lines have the length of real ones), since reading does not look at signatures.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kengesh.acts import Registry
from kengesh.acts.shapes import ActId, ListOf, Part, Shape, Thing
from kengesh.desk.kinds import every_kind
from kengesh.desk.known import Known
from kengesh.desk.packs import pack_files
from kengesh.desk.plan import plan_rows
from kengesh.record.checking import Tree
from kengesh.record.log import FORMAT
from kengesh.record.tile import TILE_WIDTH, encode_bundle, entries_path, tiles_of
from kengesh.record.tree import leaf_hash, root_at
from kengesh.terms.identifiers import is_state_code

ORIGIN = "kengesh.bench/repeated/00000000"
COPY = "-copy-"
AT = "2026-12-01T00:00:00Z"
SIGNATURE = f"\n— {ORIGIN} {b64encode(bytes(68)).decode()}\n".encode()
HEAD = b"kengesh/entry/v1\n"
VKEY = f"{ORIGIN}+00000000+{b64encode(bytes(33)).decode()}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One act of a pack as text to fill in: the number of the copy, and the ids of the acts that it points at."""

    text: str
    id: str
    points_at: tuple[str, ...]

    def of_copy(self, copy: str, ids: dict[str, str]) -> bytes:
        """Return the canonical JSON of the act in one copy; `ids` leads from the pack's ids to the copy's."""
        text = self.text.replace(COPY, copy)
        for act in self.points_at:
            text = text.replace(act, ids[act])
        data = text.encode()
        ids[self.id] = sha256(data).hexdigest()
        return data


def patterns_of(pack: str) -> list[list[Pattern]]:
    """Return the acts of a pack as patterns, in the groups that make one entry each. Raises NoSuchPack, RowProblems."""
    kinds = every_kind()
    groups = plan_rows(pack_files(pack).files, Known(kinds), kinds).groups
    return [[_pattern(act, kinds) for act in group] for group in groups]


def repeated(patterns: Sequence[Sequence[Pattern]], acts: int) -> Iterator[bytes]:
    """Yield the notes of a pack repeated until there are at least so many acts."""
    number, made = 0, 0
    while made < acts:
        ids: dict[str, str] = {}
        copy = f"{COPY}{number}"
        for group in patterns:
            yield _note([pattern.of_copy(copy, ids) for pattern in group])
            made += len(group)
            if made >= acts:
                break
        number += 1


def write_record(folder: Path, notes: Iterator[bytes], stops: Callable[[int], bool]) -> list[bytes]:
    """Write a record of these entries, and return its checkpoints: at every size where `stops` says so, and the last."""
    folder.mkdir(parents=True)
    settings = f'format = "{FORMAT}"\norigin = "{ORIGIN}"\n\n[[keys]]\nvkey = "{VKEY}"\nfrom_size = 0\n'
    (folder / "log.toml").write_text(settings, encoding="utf-8")
    leaves: list[bytes] = []
    sizes: list[int] = []
    bundle: list[bytes] = []
    for note in notes:
        bundle.append(note)
        leaves.append(leaf_hash(note))
        if stops(len(leaves)):
            sizes.append(len(leaves))
        if len(bundle) == TILE_WIDTH:
            _write(folder / entries_path(len(leaves) // TILE_WIDTH - 1), encode_bundle(bundle))
            bundle = []
    if bundle:
        _write(folder / entries_path(len(leaves) // TILE_WIDTH, len(bundle)), encode_bundle(bundle))
    tree = Tree()
    tree.add(b"".join(leaves))
    for tile in tiles_of(len(leaves)):
        if tile.level is not None:
            _write(folder / tile.path, tree.tile(tile.level, tile.index, tile.width))
    return [_checkpoint(size, root_at(size, tree)) for size in [*sizes, len(leaves)]]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _checkpoint(size: int, root: bytes) -> bytes:
    return f"{ORIGIN}\n{size}\n{b64encode(root).decode()}\n".encode() + SIGNATURE


def _note(acts: Sequence[bytes]) -> bytes:
    seen = '{"root":"%s","size":%d}' % (b64encode(bytes(32)).decode(), 1)  # noqa: UP031
    tail = f'],"at":"{AT}","log":"{ORIGIN}","seen":{seen},"signers":[{{"key":"{VKEY}","party":"log"}}]}}\n'
    return HEAD + b'{"acts":[' + b",".join(acts) + tail.encode() + SIGNATURE


def _pattern(act: dict[str, Any], kinds: Registry) -> Pattern:
    plain = _canonical(act)
    renamed = {name: _renamed(value, kinds[act["kind"]].shapes[name].shape) for name, value in act.items()}
    if "row" in renamed:
        renamed["row"] += COPY
    pointed = tuple(dict.fromkeys(one for _name, one in kinds[act["kind"]].pointed_acts(act)))
    return Pattern(_canonical(renamed), sha256(plain.encode()).hexdigest(), pointed)


def _renamed(value: Any, shape: Shape) -> Any:
    match shape:
        case Thing():
            return value if is_state_code(value) else value + COPY
        case ListOf(of=of):
            return [_renamed(one, of) for one in value]
        case Part(fields=fields):
            shapes = {field.name: field.shape for field in fields}
            return {name: _renamed(one, shapes[name]) for name, one in value.items()}
        case ActId():
            return value
        case _:
            return value


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
