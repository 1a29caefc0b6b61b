"""The founding records that come with the package: folders of files of rows, one folder per subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kengesh.terms.messages import _

NETWORKS = "corridors"  # the folder of a pack with its networks; their rows are no acts


@dataclass(frozen=True, slots=True)
class Given:
    """Files of rows: from the names under which a record knows them to their paths, and the folders that some came with."""

    files: dict[str, Path]
    folders: dict[str, str]


class NoSuchPack(ValueError):
    """Files of rows that are not there, or not one by one; the message says which."""


def pack_names() -> list[str]:
    """Return the names of the packs that come with this package."""
    return sorted(
        folder.name for folder in _packs().iterdir() if folder.is_dir() and any(folder.rglob("*.yaml"))
    )


def pack_files(name: str) -> Given:
    """Return the files of a pack under their names in it, such as ``meetings/first.yaml``.

    A `name` with a slash, or one that is a folder of files of rows, is a pack of one's own. Raises NoSuchPack.
    """
    own = Path(name)
    folder = _packs() / name if name in pack_names() else own
    paths = _rows_in(folder) if folder.is_dir() else []
    if not paths:
        says = _(
            "there is no pack {name}, nor a folder of that name with .yaml files; the packs here are {packs}."
        )
        raise NoSuchPack(says.format(name=name, packs=", ".join(pack_names())))
    return files_of([folder])


def files_of(paths: Sequence[Path]) -> Given:
    """Return the files of rows among these files and folders; in a folder, under their names from it on.

    Raises NoSuchPack where one is not there, a folder has none, or two would have one name.
    """
    given = Given({}, {})
    for path in paths:
        if path.is_dir():
            found = {one.relative_to(path).as_posix(): one for one in _rows_in(path)}
            given.folders.update(dict.fromkeys(found, path.resolve().name))
        elif path.is_file():
            found = {path.as_posix(): path}
        else:
            raise NoSuchPack(_("{file}: there is no such file.").format(file=path))
        if not found:
            says = _("{folder}: there are no files of rows (.yaml) in this folder.")
            raise NoSuchPack(says.format(folder=path))
        for name, file in found.items():
            if name in given.files and given.files[name].resolve() != file.resolve():
                says = _(
                    "{one} and {other} would both be known as {name}; give them one at a time, or rename one."
                )
                raise NoSuchPack(says.format(one=given.files[name], other=file, name=name))
            given.files[name] = file
    return given


def _rows_in(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file()]
    return sorted(path for path in found if not any(map(_is_apart, path.relative_to(folder).parts)))


def _is_apart(name: str) -> bool:
    """Whether what lies under this name is no rows: hidden, or networks and their scenarios."""
    return name.startswith(".") or name == NETWORKS


def _packs() -> Path:
    return Path(str(files("kengesh"))) / "packs"
