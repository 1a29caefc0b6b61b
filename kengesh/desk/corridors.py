"""The networks and scenarios that come with a pack, by name: where their files are, and a model of them made once.

A pack may have a folder ``corridors`` with a folder for each edition of a network and for each layer, and a folder ``scenarios``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from kengesh.corridors.model import OPEN, Model, model_of
from kengesh.corridors.network.edition import HEAD, Edition, read_edition
from kengesh.corridors.network.network import Network, network_of
from kengesh.corridors.network.tables import BASES
from kengesh.desk.packs import NETWORKS
from kengesh.terms.messages import _

PACKS = Path(__file__).parent.parent / "packs"
MODELS_KEPT = 12  # of other scenarios, bases or layers; each is a few megabytes


def shipped_folders() -> dict[str, Path]:
    """Return the folders of all editions and layers that come with packs, by id."""
    found = {}
    for head in sorted(PACKS.glob(f"*/{NETWORKS}/*/{HEAD}")):
        found[edition_in(head.parent).id] = head.parent
    return found


def shipped_scenarios() -> dict[str, Path]:
    """Return the files of all scenarios that come with packs, by their name without ending."""
    return {path.stem: path for path in sorted(PACKS.glob(f"*/{NETWORKS}/scenarios/*.yaml"))}


def default_edition() -> str:
    """Return the id of the latest edition that comes with a pack and is laid on no other. Raises LookupError."""
    editions = [edition_in(folder) for folder in shipped_folders().values()]
    own = [one for one in editions if not one.over]
    if not own:
        raise LookupError(_("No pack comes with a network. Name the folder of one."))
    return max(own, key=lambda one: (one.day, one.id)).id


def folder_of(name: str) -> Path:
    """Return a folder by its path, or by the id of what comes with a pack. Raises LookupError."""
    if (Path(name) / HEAD).exists():
        return Path(name)
    folders = shipped_folders()
    if name in folders:
        return folders[name]
    says = _("“{name}” is neither a folder with {head} nor one of: {known}.")
    raise LookupError(says.format(name=name, head=HEAD, known=", ".join(folders)))


def network_in(names: Sequence[str]) -> Network:
    """Return the network of an edition and its layers, each by folder or id. Raises LookupError, NetworkError, OSError."""
    return network_of([edition_in(folder_of(name)) for name in names])


def model_in(names: Sequence[str], statuses: Sequence[str] = OPEN, bases: Sequence[str] = BASES) -> Model:
    """Return the model of an edition and its layers; the same one again while their files are as they were.

    Raises LookupError, NetworkError, OSError.
    """
    folders = tuple(folder_of(name) for name in names)
    return _model(folders, tuple(map(_age, folders)), tuple(statuses), tuple(bases))


def edition_in(folder: Path) -> Edition:
    """Return the edition in a folder; the same one again while its files are as they were. Raises NetworkError, OSError."""
    return _edition(folder, _age(folder))


def _age(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells whether the files of a folder have been changed."""
    files = [folder / HEAD, *sorted(folder.glob("*.csv"))]
    return tuple((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in files)


@lru_cache(MODELS_KEPT)
def _edition(folder: Path, _files: tuple[tuple[str, int, int], ...]) -> Edition:
    return read_edition(folder)


@lru_cache(MODELS_KEPT)
def _model(
    folders: tuple[Path, ...],
    _files: tuple[tuple[tuple[str, int, int], ...], ...],
    statuses: tuple[str, ...],
    bases: tuple[str, ...],
) -> Model:
    return model_of(network_of([edition_in(folder) for folder in folders]), statuses, bases)
