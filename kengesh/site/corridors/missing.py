"""The page in the place of all pages about corridors where the engine is not installed."""

from __future__ import annotations

from typing import Any

from kengesh.site.corridors.published import published_row, publishing
from kengesh.site.reading import Reading
from kengesh.site.shows import Page
from kengesh.terms.messages import _

EXTRA = "kengesh[corridors]"


def missing(reading: Reading, **_named: Any) -> Page:
    """Say which extra to install; what the record says of its networks is shown all the same."""
    rows = [published_row(act) for act in publishing(reading.view)]
    return Page("corridors/missing.html", _("Corridors"), {"rows": rows, "extra": EXTRA})
