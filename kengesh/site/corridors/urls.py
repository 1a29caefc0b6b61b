"""Where the pages about corridors are. Without the engine, which is an extra, all of them say which extra to install."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec

from kengesh.site.shows import Elsewhere, Page

ENGINE = "scipy"
Views = Mapping[str, Callable[..., Page | Elsewhere]]

PATHS: Views
if find_spec(ENGINE) is None:
    from kengesh.site.corridors.missing import missing

    PATHS = {"corridors": missing, "corridors/<thing:corridor>": missing}
else:
    from kengesh.site.corridors.checking import checks
    from kengesh.site.corridors.choosing import route
    from kengesh.site.corridors.comparing import compare
    from kengesh.site.corridors.one import corridor
    from kengesh.site.corridors.overview import overview
    from kengesh.site.corridors.promised import promised
    from kengesh.site.corridors.scenario import scenario

    PATHS = {
        "corridors": overview,
        "corridors/route": route,
        "corridors/compare": compare,
        "corridors/promised": promised,
        "corridors/checks": checks,
        "corridors/scenarios/<thing:name>": scenario,
        "corridors/<thing:corridor>": corridor,
    }
