"""The secret that Django signs with: made once, kept beside the record, shown to nobody."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

NAME = "secret.key"
BYTES = 48


def kept_secret(folder: Path) -> str:
    """Return the secret kept in a folder, making both where they are not there. Two processes that start at once agree.

    Raises OSError where the folder cannot be written.
    """
    file = folder / NAME
    try:
        kept = file.read_text("ascii")
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
    else:
        if len(kept) >= BYTES:
            return kept
        file.unlink(missing_ok=True)  # cut short, as by a power cut
    making = folder / f".{NAME}.{os.getpid()}.tmp"
    descriptor = os.open(making, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(making, file)  # the first one stays
    except FileExistsError:
        pass
    finally:
        making.unlink()
    return file.read_text("ascii")
