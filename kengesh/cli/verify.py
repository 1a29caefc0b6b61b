"""``kengesh verify``: find any changed, missing, added or reordered byte of a record."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import record_folder
from kengesh.cli.output import DOES_NOT_HOLD, counting, fail, warn, why
from kengesh.cli.trusting import Key, must_be_key, tell_trust
from kengesh.desk.kinds import every_kind
from kengesh.mechanism.digest import digest
from kengesh.mechanism.record import Mechanism
from kengesh.record.errors import RecordError
from kengesh.record.verify import verify
from kengesh.terms.messages import _


def command(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help=_("The record; otherwise $KENGESH_RECORD, else var/record.")),
    ] = None,
    key: Key = None,
    state: Annotated[
        bool, typer.Option("--state", help=_("Also fold the acts and print the digest of the state."))
    ] = False,
) -> None:
    """Verify a record from its files alone. Leaves with 1 and the first bad entry or file if anything is wrong."""
    must_be_key(key)
    path = record_folder(folder)
    try:
        found = verify(path, key, counting(_("entries checked")))
        folded = digest(Mechanism.open(path, every_kind()).state) if state else None
    except (RecordError, ValueError, OSError) as error:
        fail(why(error), DOES_NOT_HOLD)
    for warning in found.warnings:
        warn(warning)
    print(_("Verified: {origin}, {size} entries.").format(origin=found.origin, size=found.size))
    print(_("Root: {root}").format(root=b64encode(found.root).decode()))
    tell_trust(found.key, found.key_trust)
    for text in found.withheld:
        print(_("Withheld by an act: {sha256}").format(sha256=text))
    if folded is not None:
        print(_("State: {digest}").format(digest=folded))
