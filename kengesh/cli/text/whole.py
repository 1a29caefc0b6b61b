"""Writing what a command makes: each file whole or not at all, never over a file that the command reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kengesh.cli.asking import must_be_outside
from kengesh.cli.output import fail, for_programs
from kengesh.cli.text.endings import PRINTED
from kengesh.record.files import FILES, remove_leftovers, replace
from kengesh.terms.messages import _


def check_places(outs: Sequence[str], inputs: Iterable[Path]) -> None:
    """Leave with a sentence where a place is named twice, lies in a record, or is a file that is read."""
    taken: set[Path] = set()
    read = {path.resolve() for path in inputs}
    for out in outs:
        if out == PRINTED:
            continue
        place = Path(out).resolve()
        if place in taken:
            fail(_("-o {file}: this file is named twice.").format(file=out))
        if place in read or any(place.is_relative_to(folder) for folder in read if folder.is_dir()):
            fail(_("-o {file}: this is a file that is read here; choose another name.").format(file=out))
        if place.is_dir():
            fail(_("-o {file}: this is a folder; name a file in it.").format(file=out))
        must_be_outside(place)
        taken.add(place)


def leave(out: str, data: bytes) -> None:
    """Print what is to be printed, and write what is to be written. Raises OSError."""
    if out == PRINTED:
        print(data.decode(), end="", file=for_programs())
        return
    path = Path(out)
    place = path.resolve()  # a link stays one
    if place.exists() and not place.is_file():  # a pipe is written to as it is
        path.write_bytes(data)
        return
    if not place.parent.is_dir():
        raise FileNotFoundError(2, _("the folder does not exist"), str(path.parent))
    try:
        replace(FILES, place, data, place.parent)
    except OSError:
        remove_leftovers(FILES, place)
        raise
