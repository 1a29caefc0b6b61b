"""``kengesh reindex``: make the search index of a record anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import record_folder
from kengesh.cli.output import counting, fail
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.record import Mechanism
from kengesh.record.errors import RecordError
from kengesh.search.asking import CannotIndex, reindex
from kengesh.search.index import count
from kengesh.terms.messages import _


def command(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help=_("The record; otherwise $KENGESH_RECORD, else var/record.")),
    ] = None,
) -> None:
    """Make the search index of a record anew from its acts. Searching makes it by itself; this is for when in doubt."""
    try:
        mechanism = Mechanism.open(record_folder(folder), every_kind())
        path = reindex(mechanism, counting(_("acts read")))
    except (RecordError, CannotIndex) as error:
        fail(str(error))
    things, texts = count(path)
    says = _("The search index is made anew in {path}: {things} things, {texts} texts, from {size} entries.")
    print(says.format(path=path, things=things, texts=texts, size=mechanism.log.size))
