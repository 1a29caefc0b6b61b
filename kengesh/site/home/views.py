"""The front page: who belongs, who chairs, what is next, what is open, what was entered last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from kengesh.mechanism.acts import Act
from kengesh.mechanism.answers import Row, order_of
from kengesh.mechanism.questions.proposals import OPEN
from kengesh.mechanism.view import View
from kengesh.pictures.picture import Picture
from kengesh.pictures.region_map import region_map
from kengesh.pictures.region_tiles import region_tiles
from kengesh.site.corridors.published import has_network
from kengesh.site.reading import AskedWrongly, Reading
from kengesh.site.shows import Page
from kengesh.site.telling import Told, told
from kengesh.terms.dates import Truth, begun, parse_when
from kengesh.terms.messages import _

REGION: dict[str, Callable[..., Picture]] = {"tiles": region_tiles, "map": region_map}
LATEST = 8  # entries and meetings: what fits beside the members without scrolling
LOOKED_AT = 500  # entries, of which some only say that a file of rows was entered


def home(reading: Reading) -> Page:
    """Show the mechanism on the day of the reading."""
    body = reading.body
    members = reading.ask("members", body=body) if body else None
    found = {
        "described": reading.described,
        "members": members,
        "chair": reading.ask("chair", body=body) if body else None,
        "proposals": _open_proposals(
            reading, {one["party"] for one in members["answer"]} if members else set()
        ),
        "disputes": reading.ask("disputes")["answer"],
        "entries": list(islice(_entered(reading.view), LATEST)),
        "has_network": has_network(reading.view),
        **_meetings(reading, body),
    }
    if body:
        found["picture"] = _region(reading, body)
    found["region"] = reading.query.get("region", "tiles")
    title = reading.reader.name(body) if body else _("A record")
    return Page("home/home.html", title, found, thing=body)


def _open_proposals(reading: Reading, members: AbstractSet[str]) -> list[Row]:
    """Return the open proposals, those of participants of the mechanism first, the newest of them first."""
    rows = [one for one in reading.ask("proposals")["answer"] if one["fate"] in OPEN]
    newest = sorted(rows, key=lambda one: order_of(one["on"]), reverse=True)
    return sorted(newest, key=lambda one: members.isdisjoint(one["by"] or ()))


def _entered(view: View) -> Iterator[tuple[Act, Told | None]]:
    """Yield the first act of each entry, the last entry first, with what it says; that rows were entered is said by the rows."""
    for index in range(view.size - 1, max(-1, view.size - 1 - LOOKED_AT), -1):
        first = view.store.entry(index)[0]
        if first.kind != "load-rows":
            yield first, told(view, first.id)


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
