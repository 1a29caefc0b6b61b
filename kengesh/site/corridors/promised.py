"""Promised beside modelled: what the record says about transport, the rows of the network that name it, and what these change."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kengesh.corridors.model import Model
from kengesh.corridors.network.tables import Joining, Row, Rule
from kengesh.corridors.questions.candidates import TO_OPEN
from kengesh.corridors.questions.changed import closing, opening
from kengesh.corridors.told.places import row_told, row_words
from kengesh.site.corridors.asked import elsewhere
from kengesh.site.corridors.changes import KEPT, sides_of
from kengesh.site.corridors.changes_shown import side_row
from kengesh.site.corridors.framing import framed
from kengesh.site.corridors.ground import Ground, on_the_network
from kengesh.site.corridors.pairs import named_ways, pairs_of
from kengesh.site.corridors.promises import SORTS, SUBJECTS, Promise, promises
from kengesh.site.reading import Reading
from kengesh.site.shows import Elsewhere, Page
from kengesh.terms.messages import _


@on_the_network
def promised(reading: Reading, ground: Ground) -> Page | Elsewhere:
    """Show both sides: what is said and modelled, what is said and not modelled, what is modelled and not said."""
    other = elsewhere(reading, ground.kept)
    if other is not None:
        return other
    every = [(one, rows_of(ground, one)) for one in promises(reading)]
    named = {row["id"] for _one, rows in every for row in rows}
    found = {
        "subjects": [one for one in SUBJECTS if reading.mechanism.view().is_known(one)],
        "SORTS": SORTS,
        "modelled": [_modelled(ground, one, rows) for one, rows in every if rows],
        "not_modelled": [one for one, rows in every if not rows],
        "not_said": _not_said(ground, named),
        "elsewhere_said": _said_elsewhere(ground, named),
    }
    return framed(ground, "promised", _("Promised, and modelled"), found)


def rows_of(ground: Ground, one: Promise) -> list[dict[str, Any]]:
    """Return the rows of the network that name something of the record, corridors among them."""
    return [
        _told(ground, key, row) for key, row in ground.network.rows.items() if _is_named(ground, row, one.ids)
    ]


def _is_named(ground: Ground, row: Row, ids: frozenset[str]) -> bool:
    act = getattr(row, "act", "")
    return bool(act) and (act in ids or ground.reading.view.shown(act) in ids)


def _told(ground: Ground, key: str, row: Row) -> dict[str, Any]:
    told = row_told(ground.network, key)
    return {**told, "name": row_words(ground.network, key), "status": getattr(row, "status", "")}


def _modelled(ground: Ground, one: Promise, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return something said with its rows, and what the model computes without and with them."""
    model = ground.model
    keys = tuple(row["id"] for row in rows if isinstance(model.network.rows[row["id"]], Joining))
    shown: dict[str, Any] = {
        "promise": one,
        "rows": rows,
        "changes": [],
        "unchanged": 0,
        "can_be": bool(keys),
    }
    if not keys:
        return shown
    without, with_ = apart(model, keys)
    own = {row["id"] for row in rows}
    ways = [way for key, way in named_ways(ground).items() if key in own]
    asked = dict.fromkeys([*ways, *pairs_of(ground)])
    sides = sides_of(without, with_, list(asked))
    changed = [side_row(ground, without, with_, side) for side in sides if side.differ]
    return {**shown, "changes": changed, "unchanged": len(sides) - len(changed)}


@lru_cache(KEPT)
def apart(model: Model, rows: tuple[str, ...]) -> tuple[Model, Model]:
    """Return the model without some rows, and with all of them open."""
    return closing(model, rows), opening(model, rows)


def _not_said(ground: Ground, named: set[str]) -> list[dict[str, Any]]:
    """Return the rows that are to come of which the record does not speak."""
    rows = ground.network.rows.items()
    return [
        _told(ground, key, row)
        for key, row in rows
        if _is_to_come(row) and key not in named and not _act_of(ground, row)
    ]


def _said_elsewhere(ground: Ground, named: set[str]) -> list[dict[str, Any]]:
    """Return the rows that name something of the record which is not under these subjects, or not by this day."""
    rows = ground.network.rows.items()
    return [
        {**_told(ground, key, row), "act": act}
        for key, row in rows
        if key not in named and (act := _act_of(ground, row))
    ]


def _act_of(ground: Ground, row: Row) -> str:
    """Return what of the record a row names, empty where the record does not know it."""
    act = str(getattr(row, "act", ""))
    return act if act and ground.reading.mechanism.view().is_known(act) else ""


def _is_to_come(row: Row) -> bool:
    return (isinstance(row, Joining) and row.status in TO_OPEN) or (
        isinstance(row, Rule) and row.status == "planned"
    )
