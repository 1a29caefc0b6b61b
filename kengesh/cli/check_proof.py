"""``kengesh check-proof FILE``: see by oneself that an entry is in a log."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.output import DOES_NOT_HOLD, fail, why
from kengesh.cli.trusting import must_be_key
from kengesh.record.entry import Entry, check_entry_signatures, parse_entry
from kengesh.record.errors import RecordError
from kengesh.record.note import parse_vkey, split_note
from kengesh.record.proof import LogProof, check_proof, parse_proof
from kengesh.record.tree import ProofError
from kengesh.record.trust import config_folder, remembered_key
from kengesh.terms.messages import _


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The proof."))],
    entry: Annotated[
        Path | None, typer.Option(metavar="FILE", help=_("The entry; otherwise FILE.entry beside the proof."))
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="VKEY", help=_("The log's verifier key; otherwise the one remembered.")),
    ] = None,
    index: Annotated[
        int | None,
        typer.Option("--index", metavar="N", min=0, help=_("The entry's number, as you were told it.")),
    ] = None,
) -> None:
    """Check a proof against an entry's bytes and the log's key. Needs no record."""
    must_be_key(key)
    beside = entry or file.with_name(file.name + ".entry")
    try:
        given, note = file.read_bytes(), beside.read_bytes()
    except OSError as error:
        fail(why(error))
    try:
        proof = parse_proof(given)
        trusted = key or _remembered(proof)
        checkpoint = check_proof(proof, note, proof.index if index is None else index, [parse_vkey(trusted)])
        said = _parsed(note, checkpoint.origin)
    except (RecordError, OSError) as error:
        fail(why(error), DOES_NOT_HOLD)
    says = _("Shown: entry {index} of {origin} at {size} entries.")
    print(says.format(index=proof.index, origin=checkpoint.origin, size=checkpoint.size))
    signers = ", ".join(party for party, _key in said.signers)
    kinds = ", ".join(act["kind"] for act in said.acts)
    says = _("It was signed at {at} by {signers} and holds: {kinds}.")
    print(says.format(at=said.at, signers=signers, kinds=kinds))
    print(_("The log's key: {key}").format(key=trusted))


def _remembered(proof: LogProof) -> str:
    origin = split_note(proof.checkpoint_note).text.split(b"\n", 1)[0].decode()
    key = remembered_key(origin, config_folder())
    if key is None:
        says = _("no key of {origin} is known here; give it with --key, as its keeper publishes it.")
        fail(says.format(origin=origin))
    return key


def _parsed(note: bytes, origin: str) -> Entry:
    """Return an entry, its signatures checked. Raises EntryRefused, ProofError where it is an entry for another log."""
    said = parse_entry(note)
    check_entry_signatures(note, said)
    if said.log != origin:
        says = _("the entry is for the log {other}, and the proof is of {origin}.")
        raise ProofError(says.format(other=said.log, origin=origin))
    return said
