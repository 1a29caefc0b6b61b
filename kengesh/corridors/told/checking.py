"""What the consistency check of a network finds, as plain values."""

from __future__ import annotations

from kengesh.corridors.network.checking import findings
from kengesh.corridors.network.network import Network
from kengesh.corridors.told.head import credits_of, exercise_words, network_told
from kengesh.corridors.told.values import Told


def checking_told(network: Network) -> Told:
    """Tell the findings of the consistency check, errors first, each with its file and line; nothing is repaired."""
    found = findings(network)
    rows = [
        {
            "weight": one.weight,
            "check": one.check,
            "file": one.where.file,
            "line": one.where.line,
            "row": one.row,
            "says": one.says,
        }
        for one in found
    ]
    errors = sum(one.weight == "error" for one in found)
    return {
        "truth": "no" if errors else "yes",
        "errors": errors,
        "remarks": len(found) - errors,
        "findings": rows,
        "network": network_told(network),
        "exercise": network.exercise,
        "notes": [*([exercise_words()] if network.exercise else []), *credits_of(network)],
    }
