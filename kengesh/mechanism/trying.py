"""What would be so if further acts stood in the log: the same questions, asked of a copy of the state. Nothing is written.

    further = tried(view, [{"kind": "begin-participation/1", "party": "TKM", "body": "ots", "status": "member", "on": "2026-06-04"}])
    status(further, "TKM", "ots")

The acts stand as one more entry after the last one that the view sees, signed by nobody, at the moment of that last entry; the
three clocks of the view stay as they are. A tried act counts whatever sources are asked for, and needs none.

Nothing is copied: the tried acts are laid over the state (:mod:`kengesh.mechanism.overlaid`), which costs the same whatever the
size of the log, and the state and the log beneath are only read.

An act has to fit its kind, and the acts that it points at have to be there. Whether the things that it names are known to the
record is asked where acts are entered (``kengesh.desk``), not here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from kengesh.acts import Kind, UnknownKind
from kengesh.mechanism.acts import Act, ActStore
from kengesh.mechanism.overlaid import OverlaidState, OverlaidStore
from kengesh.mechanism.state import act_key
from kengesh.mechanism.view import View
from kengesh.record.canonical import NotCanonical, canonical
from kengesh.terms.messages import _


class CannotBeTried(ValueError):
    """Acts that could not stand in a log: of no kind that there is, not fitting theirs, pointing at nothing."""


def tried(view: View, acts: Sequence[Mapping[str, Any]]) -> View:
    """Return a view in which these acts stand as one more entry after what `view` sees. Raises CannotBeTried.

    Each is a mapping of fields with its ``kind``. A ``voice`` that is left out is that of a compiler, ``reported``.
    """
    if not acts:
        raise CannotBeTried(_("there is no act to try; give at least one."))
    ready = [_fitting(view, act, place) for place, act in enumerate(acts, 1)]
    texts = [_canonical(act, place) for place, act in enumerate(ready, 1)]
    ids = [sha256(text).hexdigest() for text in texts]
    for place, act in enumerate(ready, 1):
        _check_pointed(view, act, place, ids)
    state = OverlaidState(view.state, view.size, _moment(view), texts)
    return _TriedView(
        state, OverlaidStore(state, view.store, texts), view.on, view.reported_by, view.counting
    )


def _fitting(view: View, given: Mapping[str, Any], place: int) -> dict[str, Any]:
    """Return an act that fits its kind, its sources perhaps left out."""
    act = {"voice": "reported", **given}
    if act["voice"] != "reported":
        says = _("act {place}: what is tried was signed by nobody; leave voice out, or write reported.")
        raise CannotBeTried(says.format(place=place))
    kind = _kind_of(view, act, place)
    wrong = [one for one in kind.problems(act) if one.field != "sources" or "sources" in act]
    if wrong:
        says = _("act {place} ({kind}) does not fit: {wrong}")
        raise CannotBeTried(says.format(place=place, kind=kind.name, wrong=wrong[0]))
    return act


def _kind_of(view: View, act: Mapping[str, Any], place: int) -> Kind:
    try:
        return view.state.readers.registry[str(act.get("kind", ""))]
    except UnknownKind as error:
        raise CannotBeTried(_("act {place}: {why}").format(place=place, why=error)) from None


def _canonical(act: dict[str, Any], place: int) -> bytes:
    try:
        return canonical(act)
    except NotCanonical as error:
        raise CannotBeTried(_("act {place}: {why}").format(place=place, why=error)) from None


def _check_pointed(view: View, act: Mapping[str, Any], place: int, ids: Sequence[str]) -> None:
    for field, pointed in _kind_of(view, act, place).pointed_acts(act):
        number = view.state.number_of.get(act_key(pointed))
        if (number is None or number >= view.limit) and pointed not in ids:
            says = _(
                "act {place}: {field} points at {act}, which is neither in the record nor tried with it."
            )
            raise CannotBeTried(says.format(place=place, field=field, act=pointed))


def _moment(view: View) -> str:
    """Return the moment of the last entry that a view sees; of an empty log, the beginning of the day asked of."""
    if view.size == 0:
        return f"{view.on.isoformat()}T00:00:00Z"
    return view.state.at[view.size - 1]


class _TriedView(View):
    """A view of all that stands in a state on which acts are tried."""

    def __init__(
        self, state: OverlaidState, store: ActStore, on: date, reported_by: date | None, counting: str
    ) -> None:
        super().__init__(state, store, state.size, on, reported_by, counting)
        self._over = state

    def asked_of(self, on: date) -> View:
        asked = _TriedView(self._over, self.store, on, self.reported_by, self.counting)
        asked._read = super().asked_of(on)._read
        return asked

    def _counts(self, act: Act, kind: Kind, asking: frozenset[str] = frozenset()) -> bool:
        return act.number >= self._over.first_added or super()._counts(act, kind, asking)
