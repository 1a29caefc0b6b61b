"""Private keys as files: one line of text, readable by its owner alone, never shown and never inside a log.

The format, complete::

    kengesh-private-key/v1+<name>+<base64 of the 32-byte Ed25519 seed>

followed by one line feed. The name is the key's name in signatures; for the log's own key it is the log's origin. Where the
system knows owner's permissions (not on Windows) the file has mode 0600, and a file that others may read is refused.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import secrets
import stat
from pathlib import Path

from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, WINDOWS, Files
from kengesh.record.note import NoteError, Signer, parse_vkey
from kengesh.terms.messages import _

HEADER = "kengesh-private-key/v1"
SEED_BYTES = 32


class KeyFileError(RecordError):
    """A key file that is missing, in the way, open to others, or not in the format."""


def key_path(record: Path) -> Path:
    """Return where a record's key is kept unless a person says otherwise: ``record.key`` beside ``record``, never inside."""
    return Path(os.path.abspath(record) + ".key")


def default_origin(public_key: bytes, pack: str) -> str:
    """Return the origin of a log that nobody named: ``kengesh.local/<pack>/<8 hex of SHA-256 of the public key>``."""
    return f"kengesh.local/{pack}/{hashlib.sha256(public_key).hexdigest()[:8]}"


def make_key(path: Path, name: str, files: Files = FILES) -> Signer:
    """Make a new key with this name and keep it at `path`. Raises KeyFileError, NoteError, OSError."""
    return _keep(path, Signer(name, secrets.token_bytes(SEED_BYTES)), files)


def make_log_key(path: Path, pack: str, files: Files = FILES) -> Signer:
    """Make a new key whose name is the default origin of a log of `pack`. Raises as :func:`make_key`."""
    seed = secrets.token_bytes(SEED_BYTES)
    unnamed = Signer(f"kengesh.local/{pack}", seed)
    return _keep(path, Signer(default_origin(unnamed.verifier.public_key, pack), seed), files)


def load_key(path: Path) -> Signer:
    """Return the key kept at `path`. Raises KeyFileError, OSError."""
    try:
        status = path.stat()
    except FileNotFoundError:
        says = _("{file}: there is no key here. Make one with: kengesh key new {file}")
        raise KeyFileError(says.format(file=path)) from None
    if not WINDOWS and stat.S_IMODE(status.st_mode) & 0o077:
        says = _("{file}: others can read this key; only its owner may. Run: chmod 600 {file}")
        raise KeyFileError(says.format(file=path))
    bad = KeyFileError(
        _("{file}: this is not a private key of ours: one line, {header}+NAME+BASE64.").format(
            file=path, header=HEADER
        )
    )
    try:
        header, name, seed = path.read_bytes().decode("utf-8").removesuffix("\n").split("+", 2)
        if header != HEADER:
            raise bad
        signer = Signer(name, base64.b64decode(seed, validate=True))
        parse_vkey(signer.verifier.vkey)  # the name is one, and the seed has 32 bytes
        return signer
    except (ValueError, binascii.Error, NoteError):
        raise bad from None  # the cause could show the key


def _keep(path: Path, signer: Signer, files: Files) -> Signer:
    parse_vkey(signer.verifier.vkey)  # the name must be one that a signature can carry
    line = f"{HEADER}+{signer.verifier.name}+{base64.b64encode(signer.seed).decode('ascii')}\n"
    try:
        descriptor = files.create(path, 0o600)
    except FileExistsError:
        says = _("{file}: something is here already; a key is never overwritten. Choose another place.")
        raise KeyFileError(says.format(file=path)) from None
    try:
        try:
            files.write(descriptor, line.encode("utf-8"))
            files.sync(descriptor)
        finally:
            os.close(descriptor)
        files.sync_folder(path.parent)
    except OSError:
        files.remove(path)  # half a key would be in the way of every further attempt
        raise
    return signer
