"""The first line of an entry: the one that this version reads, and the refusal of any other.

It stands apart from :mod:`kengesh.record.entry` because reading a record does not wait for cryptography to load.
"""

from __future__ import annotations

from kengesh.record.errors import RecordError
from kengesh.terms.messages import _

ENVELOPE = b"kengesh/entry/v1\n"


class EntryRefused(RecordError):
    """An entry that is not written or not signed as one must be."""


class UnknownEnvelope(EntryRefused):
    """A note whose first line is not that of an entry this version reads."""


def check_envelope(note: bytes) -> None:
    """See that a note says it is an entry of the kind that this version reads. Raises UnknownEnvelope."""
    if note.startswith(ENVELOPE):
        return
    first = note.split(b"\n", 1)[0][:60].decode(errors="replace")
    says = _("the envelope {found} is not known to this version; expected kengesh/entry/v1.")
    raise UnknownEnvelope(says.format(found=repr(first)))
