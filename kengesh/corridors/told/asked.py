"""What was asked, as plain values."""

from __future__ import annotations

from kengesh.corridors.network.network import Network
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.told.places import place_told
from kengesh.corridors.told.values import Told

UNITS = {"time": "h", "cost": "USD/TEU", "generalised": "USD/TEU"}


def asked_told(network: Network, asked: Asked) -> Told:
    """Tell a question."""
    return {
        "from": place_told(network, asked.origin),
        "to": place_told(network, asked.destination),
        "by": asked.by,
        "unit": UNITS[asked.by],
        "commodity": asked.shipper.commodity or None,
        "nationality": asked.shipper.nationality or None,
        "via": [place_told(network, one) for one in asked.via],
        "avoid": list(asked.avoid),
        "modes": list(asked.modes),
    }
