"""``kengesh mirror FROM TO``: hold a full copy, checked as it is made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import must_be_record
from kengesh.cli.output import DOES_NOT_HOLD, counting, fail, warn, why
from kengesh.cli.trusting import Key, must_be_key, tell_trust
from kengesh.record.errors import RecordError
from kengesh.record.mirror import mirror
from kengesh.record.remote import is_address
from kengesh.terms.messages import _


def command(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FROM",
            help=_(
                "The record to copy: its folder, or the http(s) address under which its files are served."
            ),
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(metavar="TO", help=_("The copy: a new folder, or an older copy to bring up to date.")),
    ],
    key: Key = None,
) -> None:
    """Copy a record, checking every line of it; an interrupted copy goes on where it stopped."""
    must_be_key(key)
    if not is_address(source):
        must_be_record(Path(source))
    try:
        held = mirror(source, target, counting(_("entries copied")), key=key)
    except (RecordError, OSError) as error:
        fail(why(error), DOES_NOT_HOLD)
    for warning in held.warnings:
        warn(warning)
    print(
        _("{target} holds {size} entries of {origin}, {new} of them new.").format(
            target=target, size=held.size, origin=held.origin, new=held.new_entries
        )
    )
    tell_trust(held.key, held.key_trust)
