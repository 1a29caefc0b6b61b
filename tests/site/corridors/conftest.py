"""What tests of the pages about corridors share: the network of the founding record, to compare pages with its answers."""

from __future__ import annotations

import pytest

from kengesh.corridors.model import Model
from kengesh.desk.corridors import default_edition, model_in


@pytest.fixture(scope="session")
def model() -> Model:
    """The network that the founding record names, without the layer for exercises."""
    return model_in([default_edition()])
