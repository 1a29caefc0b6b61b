"""The founding records that come with the package: folders of files of rows, one folder per subject."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kengesh.terms.messages import _


class NoSuchPack(ValueError):
    """A pack was asked for that is not there; the message names those that are."""


def pack_names() -> list[str]:
    """Return the names of the packs that come with this package."""
    return sorted(
        folder.name for folder in _packs().iterdir() if folder.is_dir() and any(folder.rglob("*.yaml"))
    )


def pack_files(name: str) -> dict[str, Path]:
    """Return the files of a pack: from their names in the pack, such as ``meetings/first.yaml``, to their paths.

    A `name` with a slash, or one that is a folder of files of rows, is a pack of one's own. Raises NoSuchPack.
    """
    own = Path(name)
    folder = _packs() / name if name in pack_names() else own
    paths = sorted(folder.rglob("*.yaml")) if folder.is_dir() else []
    if not paths:
        says = _(
            "there is no pack {name}, nor a folder of that name with .yaml files; the packs here are {packs}."
        )
        raise NoSuchPack(says.format(name=name, packs=", ".join(pack_names())))
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _packs() -> Path:
    return Path(str(files("kengesh"))) / "packs"
