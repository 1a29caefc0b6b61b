"""The key of a log on the command line: the option that gives it, and what is said of the one that was trusted."""

from __future__ import annotations

from typing import Annotated

import typer

from kengesh.cli.output import fail
from kengesh.record.note import NoteError, parse_vkey
from kengesh.terms.messages import N_, _

Key = Annotated[
    str | None,
    typer.Option("--key", metavar="VKEY", help=_("The log's verifier key, as its keeper publishes it.")),
]
TRUST = {
    "given": N_("the key given"),
    "remembered": N_("the key remembered from the first time"),
    "first seen": N_(
        "the key seen now for the first time, and remembered; compare it with what the log's keeper publishes"
    ),
    "not remembered": N_(
        "the key seen now for the first time; compare it with what the log's keeper publishes"
    ),
}


def must_be_key(key: str | None) -> None:
    """Leave with a sentence unless what was given as a verifier key is one."""
    if key is not None:
        try:
            parse_vkey(key)
        except NoteError as error:
            fail(_("--key: {why}").format(why=error))


def tell_trust(key: str, why: str) -> None:
    """Print which key was trusted, and why."""
    print(_("Trusted: {why}: {key}").format(why=_(TRUST[why]), key=key))
