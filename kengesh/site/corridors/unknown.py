"""The page for a corridor or a scenario that is not there: it offers those that are."""

from __future__ import annotations

from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground
from kengesh.site.corridors.scenarios import scenarios_for
from kengesh.site.shows import Page
from kengesh.terms.messages import _

NOT_FOUND = 404


def unknown(ground: Ground, asked: str) -> Page:
    """Say that nothing is called so, and lead to what is there."""
    found = {
        "asked": asked,
        "corridors": [(one.name, corridor_href(ground, one.id)) for one in ground.network.corridors.values()],
        "scenarios": [
            (one.scenario.title, ground.href(f"corridors/scenarios/{one.name}"))
            for one in scenarios_for(ground)
        ],
    }
    title = _("No such corridor or scenario")
    return framed(ground, "unknown", title, found, with_choices=False, status=NOT_FOUND)


def corridor_href(ground: Ground, key: str, **more: str) -> str:
    """Return the address of the page of a corridor."""
    return ground.href(f"corridors/{key.removeprefix('corridor/')}", **more)
