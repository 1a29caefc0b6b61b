"""The acts that the log itself understands: who opened it, whose keys count, and who keeps it after a hand-over.

``kengesh.record`` reads these by itself (see its reference page); here they are described and checked like any others.
"""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import DIGEST, ROOT, VERIFIER_KEY, Choice, Field, Line, ListOf, Part, Whole

KEY = Field("key", VERIFIER_KEY, "the verifier key: name, key id and public key", required=True)
EXAMPLE_KEY = "kengesh.example/record+fc401d8e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"

OPEN_LOG = Kind(
    name="open-log/1",
    group="log",
    says="Opens a log: its origin, whether it only observes, its own key, and the logs that it continues. Entry 0 only.",
    fields=(
        Field("origin", Line(), "the name of the log; no host's domain", required=True),
        Field(
            "mode",
            Choice(("observed", "official")),
            "observed: only reported acts; official: both voices",
            required=True,
        ),
        Field(
            "keys",
            ListOf(
                Part((KEY, Field("party", Line(), "whose it is; `log` for the log's own", required=True)))
            ),
            "the first keys; the first of them is the log's own and signs its checkpoints",
            required=True,
        ),
        Field(
            "continues",
            ListOf(
                Part(
                    (
                        Field("origin", Line(), "the origin of the earlier log", required=True),
                        Field("size", Whole(), "its size", required=True),
                        Field("root", ROOT, "its root at that size", required=True),
                    )
                ),
                least=0,
            ),
            "the logs that it continues, in order",
            required=True,
        ),
    ),
    key=("origin",),
    sourced=False,
    example={
        "kind": "open-log/1",
        "voice": "performed",
        "origin": "kengesh.example/record",
        "mode": "observed",
        "keys": [{"key": EXAMPLE_KEY, "party": "log"}],
        "continues": [],
    },
)

ENROL_KEY = Kind(
    name="enrol-key/1",
    group="log",
    says="A key counts for a party from the next entry on. Signed by the log's key or by a valid key of that party.",
    fields=(KEY, Field("party", Line(), "whose key it is", required=True)),
    key=("key",),
    sourced=False,
    example={"kind": "enrol-key/1", "voice": "performed", "key": EXAMPLE_KEY, "party": "AZE"},
)

RETIRE_KEY = Kind(
    name="retire-key/1",
    group="log",
    says="A key no longer counts from the next entry on. Signed by the log's key or by that key.",
    fields=(KEY, Field("because", Line(), "why")),
    key=("key",),
    sourced=False,
    example={"kind": "retire-key/1", "voice": "performed", "key": EXAMPLE_KEY, "because": "replaced"},
)

HAND_OVER = Kind(
    name="hand-over/1",
    group="log",
    says="The log passes to another keeper: checkpoints are signed with the new key after this entry. Signed by both.",
    fields=(
        KEY,
        Field("from", Line(), "who kept it", required=True),
        Field("to", Line(), "who keeps it from now on", required=True),
    ),
    key=("key",),
    sourced=False,
    example={"kind": "hand-over/1", "voice": "performed", "key": EXAMPLE_KEY, "from": "UZB", "to": "KAZ"},
)

WITHHOLD_BLOB = Kind(
    name="withhold-blob/1",
    group="log",
    says="A file that acts name by its hash is not handed out; verification then says withheld, not failed.",
    fields=(
        Field("sha256", DIGEST, "the SHA-256 of the file", required=True),
        Field("because", Line(), "why", required=True),
    ),
    key=("sha256",),
    sourced=False,
    example={
        "kind": "withhold-blob/1",
        "voice": "performed",
        "sha256": "c" * 64,
        "because": "rights of a third party",
    },
)

KINDS = (OPEN_LOG, ENROL_KEY, RETIRE_KEY, HAND_OVER, WITHHOLD_BLOB)
