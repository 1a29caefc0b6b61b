"""The log itself: its entries, one entry, one act with all that points at it."""

from __future__ import annotations

from typing import Any

from kengesh.mechanism.acts import Act
from kengesh.mechanism.answers import Answer, answer
from kengesh.mechanism.certainty import certainty_of
from kengesh.mechanism.disputes import is_disputed
from kengesh.mechanism.view import View
from kengesh.terms.messages import _


class NoSuchEntry(ValueError):
    """An entry or act was asked for that the log does not hold at this size."""


def log(view: View, start: int | None = None, end: int | None = None) -> Answer:
    """Answer which entries the log has, in order: `start` up to but without `end`."""
    first, last = max(0, start or 0), min(view.size, view.size if end is None else end)
    return answer([_entry_row(view, index) for index in range(first, last)])


def entry(view: View, entry: int) -> Answer:
    """Answer what one entry holds: its acts in full, when it was signed and by whom. Raises NoSuchEntry."""
    if not 0 <= entry < view.size:
        says = _("there is no entry {entry}; the log has {size}.")
        raise NoSuchEntry(says.format(entry=entry, size=view.size))
    acts = view.store.entry(entry)
    return answer([act_row(view, act) for act in acts], entry=_entry_row(view, entry))


def act(view: View, act: str) -> Answer:
    """Answer what one act says and what points at it. Its id may be shortened, or be its place ``#12.3``.

    Raises NoSuchEntry.
    """
    found = _find(view, act)
    pointing = [
        view.store.act(number) for number in view.state.pointing_at(bytes.fromhex(found.id), view.limit)
    ]
    return answer([act_row(view, found)], pointing=[act_row(view, one) for one in pointing])


def act_row(view: View, act: Act) -> dict[str, Any]:
    """Return an act as it stands, whether it is live, and how sure it is."""
    live, kind = view.live(act.number), view.state.kind_of(act.number)
    return {
        "id": act.id,
        "place": f"#{act.entry}.{act.place}",
        "entry": act.entry,
        "at": act.at,
        "signers": list(act.signers),
        "act": act.fields,
        "understood": kind is not None and kind.fits(act.fields),
        "live": live is not None,
        "certainty": certainty_of([live]) if live else None,
        "basis": act.fields.get("basis", "plain"),
        "disputed": bool(live and is_disputed(live)),
        "acts": [act.id],
        "sources": _sources(view, act),
    }


def _entry_row(view: View, index: int) -> dict[str, Any]:
    acts = view.store.entry(index)
    return {
        "id": str(index),
        "entry": index,
        "at": acts[0].at,
        "signers": list(acts[0].signers),
        "kinds": [act.kind for act in acts],
        "rows": [act.fields["row"] for act in acts if "row" in act.fields],
        "certainty": None,
        "basis": "plain",
        "disputed": False,
        "acts": [act.id for act in acts],
        "sources": sorted({source for act in acts for source in _sources(view, act)}),
    }


def _sources(view: View, act: Act) -> list[str]:
    """Return the sources that an act cites; what an act of an unknown kind calls so may be anything."""
    understood = view.state.kind_of(act.number) is not None
    return [cite["source"] for cite in act.fields.get("sources", ())] if understood else []


def _find(view: View, wanted: str) -> Act:
    if wanted.startswith("#"):
        entry_, _dot, place = wanted[1:].partition(".")
        if entry_.isdecimal() and place.isdecimal() and int(entry_) < view.size:
            acts = view.store.entry(int(entry_))
            if int(place) < len(acts):
                return acts[int(place)]
    else:
        matching = [
            number
            for id_, number in view.state.number_of.items()
            if number < view.limit and id_.hex().startswith(wanted)
        ]
        if len(matching) == 1 and wanted:
            return view.store.act(matching[0])
        if len(matching) > 1:
            says = _("{count} acts begin with {wanted}; give more of the id.")
            raise NoSuchEntry(says.format(count=len(matching), wanted=wanted))
        rows = [number for number in range(view.limit) if view.store.act(number).fields.get("row") == wanted]
        if rows:
            return view.store.act(rows[-1])
    raise NoSuchEntry(
        _("there is no act {wanted} in the log; give its id, its place #12.3, or its row.").format(
            wanted=wanted
        )
    )
