"""Which key this person trusts for which log: the one given, else the one seen first, kept in the user's configuration.

One file, ``known-logs``, one line for each origin: the origin, a space, the log's key as first seen. It lies in the folder
that ``KENGESH_CONFIG`` names, otherwise where the platform keeps a user's configuration: ``$XDG_CONFIG_HOME/kengesh`` or
``~/.config/kengesh``, on macOS ``~/Library/Application Support/kengesh``, on Windows ``%APPDATA%\\kengesh``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kengesh.record.checking import VerificationFailed
from kengesh.record.errors import RecordError
from kengesh.record.files import FILES, Files, replace
from kengesh.terms.messages import _


class TrustError(RecordError):
    """The file of known logs is not one, or says another key."""


@dataclass(frozen=True)
class Trust:
    """The key that is trusted for a log, and why.

    `why` is ``given``, ``remembered``, ``first seen`` or, where the key seen first could not be kept, ``not remembered``.
    """

    key: str
    why: str


def trusted_key(origin: str, own: Sequence[str], given: str | None, folder: Path) -> Trust:
    """Return the key that is trusted for a log whose own keys, one after the other, are `own`.

    It is the one given, else the one remembered in `folder`, else the log's first. Raises VerificationFailed where the log is
    not kept with it, TrustError, OSError.
    """
    remembered = remembered_key(origin, folder) if given is None else None
    trust = Trust(own[0], "first seen")
    if remembered is not None:
        trust = Trust(remembered, "remembered")
    if given is not None:
        trust = Trust(given, "given")
    if trust.key not in own:
        raise VerificationFailed("checkpoint", _not_trusted(trust, own[-1]))
    return trust


def _not_trusted(trust: Trust, own: str) -> str:
    if trust.why == "given":
        says = _("the log is not kept with the key given ({given}) but with {own}.")
        return says.format(given=trust.key, own=own)
    says = _(
        "the log is not kept with the key remembered on this machine ({remembered}) but with {own}. If its keeper "
        "confirms that key, give it: --key {own}"
    )
    return says.format(remembered=trust.key, own=own)


def keep_trust(origin: str, trust: Trust, folder: Path) -> tuple[Trust, tuple[str, ...]]:
    """Remember a key that was seen first; return the trust as it then is, and a warning if it could not be kept."""
    if trust.why != "first seen":
        return trust, ()
    try:
        remember_key(origin, trust.key, folder)
    except OSError as error:
        says = _("the key could not be remembered for the next time: {why}")
        return Trust(trust.key, "not remembered"), (says.format(why=error),)
    return trust, ()


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the user's configuration, made or not."""
    named = environment.get("KENGESH_CONFIG")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(environment.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "kengesh"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "kengesh"
    return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "kengesh"


def remembered_key(origin: str, folder: Path) -> str | None:
    """Return the key first seen for a log, None when the log is new to this person. Raises TrustError, OSError."""
    return _known(folder).get(origin)


def remember_key(origin: str, key: str, folder: Path, files: Files = FILES) -> None:
    """Keep the key of a log seen for the first time. Raises TrustError when another one is kept; OSError."""
    known = _known(folder)
    if known.setdefault(origin, key) != key:
        says = _("{file}: another key is remembered for {origin}.")
        raise TrustError(says.format(file=folder / "known-logs", origin=origin))
    lines = "".join(f"{one} {known[one]}\n" for one in sorted(known))
    replace(files, folder / "known-logs", lines.encode("utf-8"), Path(folder.anchor))


def _known(folder: Path) -> dict[str, str]:
    file = folder / "known-logs"
    try:
        lines = file.read_bytes().decode("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise TrustError(_("{file}: {why}").format(file=file, why=error)) from None
    known = {}
    for number, line in enumerate(lines, 1):
        origin, space, key = line.partition(" ")
        if not space or not origin or " " in key:
            says = _("{file}: line {line}: expected an origin, a space and a verifier key.")
            raise TrustError(says.format(file=file, line=number))
        known[origin] = key
    return known
