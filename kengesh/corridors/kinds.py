"""The kind of act by which an edition of a network comes into a record: its hash is entered, its rows are not."""

from __future__ import annotations

from kengesh.acts.kind import Kind
from kengesh.acts.shapes import DIGEST, Day, Field, Line, ListOf, Thing

PUBLISH_NETWORK = Kind(
    name="publish-network/1",
    group="network",
    says=(
        "Compilers publish an edition of a transport network: files outside the log, known by one hash. Whoever has the files "
        "can show that they are those of this act."
    ),
    fields=(
        Field("network", Thing(new=True), "the edition", required=True),
        Field("edition", Line(), "the edition's own id, as its files have it", required=True),
        Field("title", Line(), "what it is called", required=True),
        Field("sha256", DIGEST, "the hash of the edition", required=True),
        Field("on", Day(), "the last day of which its sources speak"),
        Field("by", ListOf(Line()), "who compiled it", required=True),
        Field("licences", ListOf(Line()), "under which licences it may be used"),
        Field("credits", ListOf(Line()), "whom to name wherever its figures are shown"),
    ),
    key=("network",),
    single=("sha256",),
    sourced=False,
    example={
        "kind": "publish-network/1",
        "voice": "reported",
        "network": "network/central-asia-2026-01",
        "edition": "central-asia/2026-01",
        "title": "Central Asia, Azerbaijan, the Middle Corridor and its rivals",
        "sha256": "a" * 64,
        "on": "2026-01-31",
        "by": ["The secretariat"],
        "licences": ["CC-BY-4.0"],
        "credits": ["© OpenStreetMap contributors"],
    },
)

KINDS = (PUBLISH_NETWORK,)
