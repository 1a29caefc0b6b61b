"""The log as plain files that anyone may copy and that strangers' tools can verify.

Useful alone; ``docs/reference/record.md`` has the formats and a ten-line example. Import what you need from its module, so
that reading does not wait for the cryptography that writing and verifying need:

===================  ======================================================================================
``log``              open a log and read it: entries, hashes, proofs of consistency
``entry``, ``note``  what is signed: an entry and its acts, signatures, keys
``writer``           make a log, append to it, hand it over
``keyfile``          private keys as files
``verify``           is every byte what the log's keys have signed?
``mirror``           a full copy, checked as it is made, from a folder or (``remote``) from an address
``compare``          two copies: the same, one ahead, a fork, and its evidence
``resume``           write again after the private side was lost
``blobs``            texts and annexes by their hash
``proving``          a proof to send: one entry under the signed checkpoint; ``proof`` checks it
===================  ======================================================================================

The formats below them: ``canonical``, ``tree``, ``tile``, ``checkpoint``, ``cosignature``.
"""

from __future__ import annotations

from kengesh.record.errors import RecordError
from kengesh.record.log import Log, LogError

__all__ = ["Log", "LogError", "RecordError"]
