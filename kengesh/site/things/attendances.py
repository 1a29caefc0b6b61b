"""To which meetings a person came, for whom and in what capacity: of each, what sources say of that person alone."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.answers import Row, order_of, row
from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.questions.meetings import meeting_row
from kengesh.mechanism.view import View

TOLD = ("party", "organization", "office", "capacity")


def attendances(view: View, person: str) -> list[Row]:
    """Return the attendances of a person up to the view's day, in order of day: one for each meeting, capacity and manner."""
    ids = view.joined(person)
    parts: dict[tuple[str | None, ...], dict[str, Any]] = {}
    telling: dict[tuple[str | None, ...], list[LiveAct]] = {}
    for act in view.acts("meeting", person):
        if act.act.kind != "attend" or act.is_rejected:
            continue
        meeting = view.shown(act.get("meeting"))
        for part in act.get("attendances"):
            if part.get("person") not in ids:
                continue
            manner = part.get("manner", "in-person")
            key = (meeting, part.get("party") or part.get("organization"), part["capacity"], manner)
            known = parts.setdefault(key, {"meeting": meeting, "manner": manner, "rooms": []})
            known |= {name: known.get(name) or part.get(name) for name in TOLD}
            if part.get("room") and part["room"] not in known["rooms"]:
                known["rooms"].append(part["room"])
            telling.setdefault(key, []).append(act)
    rows = [_row(view, telling[key], part) for key, part in parts.items()]
    return sorted((one for one in rows if one is not None), key=lambda one: (*order_of(one["on"]), one["id"]))


def _row(view: View, acts: list[LiveAct], part: dict[str, Any]) -> Row | None:
    """Return the row of an attendance; None where the meeting was not held by the view's day, as far as sources say."""
    meeting = meeting_row(view, part["meeting"])
    if meeting["state"] not in ("held", "not-known"):
        return None
    id_ = "/".join(filter(None, (part["meeting"], part["capacity"], part["manner"])))
    return row(id_, acts, on=meeting["on"], **part)
