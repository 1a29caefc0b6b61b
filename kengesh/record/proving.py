"""A proof to send to somebody else: that an entry is in the log, under the checkpoint as it was signed."""

from __future__ import annotations

from kengesh.record.log import Log
from kengesh.record.proof import LogProof, format_proof


def prove(log: Log, index: int) -> bytes:
    """Return a ``.tlog-proof`` file that shows the entry `index` in this log. Raises LogError."""
    return format_proof(LogProof(index, tuple(log.inclusion(index)), log.checkpoint))
