"""The front page: who belongs, who chairs, what is next, what is open, what was entered last."""

from __future__ import annotations

from collections.abc import Callable

from kengesh.mechanism.questions.proposals import OPEN
from kengesh.pictures.picture import Picture
from kengesh.pictures.region_map import region_map
from kengesh.pictures.region_tiles import region_tiles
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Page
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

REGION: dict[str, Callable[..., Picture]] = {"tiles": region_tiles, "map": region_map}
LATEST = 8  # entries and meetings: what fits beside the members without scrolling


def home(reading: Reading) -> Page:
    """Show the mechanism on the day of the reading."""
    body = reading.body
    size = reading.view.size
    found = {
        "described": reading.described,
        "members": reading.ask("members", body=body) if body else None,
        "chair": reading.ask("chair", body=body) if body else None,
        "proposals": [one for one in reading.ask("proposals")["answer"] if one["fate"] in OPEN],
        "disputes": reading.ask("disputes")["answer"],
        "entries": reading.ask("log", start=max(0, size - LATEST), end=size)["answer"][::-1],
        **_meetings(reading, body),
    }
    if body:
        found["picture"] = _region(reading, body)
    found["region"] = reading.query.get("region", "tiles")
    title = reading.reader.name(body) if body else _("A record")
    return Page("home/home.html", title, found, thing=body)


def _region(reading: Reading, body: str) -> Picture:
    """Return the region by status on that day: as a tile grid, or as a map for who asks for one. Raises AskedWrongly."""
    drawn = REGION.get(reading.query.get("region", "tiles"))
    if drawn is None:
        says = _("region: {asked} is not one of: {words}.")
        raise AskedWrongly(says.format(asked=reading.query["region"], words=", ".join(REGION)))
    return drawn(reading.reader, body, reading.href_of)


def _meetings(reading: Reading, body: str | None) -> dict[str, object]:
    rows = reading.ask("meetings", body=body)["answer"] if body else []
    own = [one for one in rows if one["series"] == body]
    ahead = [
        one for one in own if one["state"] in ("planned", "postponed") and not _is_over(reading, one["on"])
    ]
    return {"held": [one for one in own if one["state"] == "held"][-LATEST:][::-1], "ahead": ahead}


def _is_over(reading: Reading, on: str | None) -> bool:
    return on is not None and begun(parse_when(on), reading.view.on) is Truth.YES
