"""What a thing is called on a day, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from kengesh.mechanism.live import LiveAct
from kengesh.mechanism.view import View
from kengesh.terms.dates import When, parse_when
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.names import Name, name_on
from kengesh.terms.states import name_of_state
from kengesh.terms.texts import best


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as it is shown: its language, whose word it is (official, source, ours), the acts that give it.

    `by` is None where nothing names the thing and its id stands for it.
    """

    text: str
    language: str
    by: str | None
    acts: tuple[str, ...] = ()


def name_of(view: View, thing: str, language: str) -> ShownName:
    """Return the name of a thing on the view's day; its id where the record does not name it."""
    thing = view.shown(thing)
    acts = name_acts(view, thing)
    if acts:
        names = [_name(act) for act in acts]
        borne = name_on(names, view.on)
        act = next(act for act, name in zip(acts, names, strict=True) if name is borne)
        text, tongue, by = best(borne.text, language)
        return ShownName(text, tongue, by, (act.id,))
    if is_state_code(thing):
        state = name_of_state(thing, language)
        return ShownName(state.text, state.language, state.by)
    return ShownName(thing, "", None)


def name_acts(view: View, thing: str) -> list[LiveAct]:
    """Return the acts that name a thing, in the order of the log: `name`, and `rename` of a body."""
    names = [act for act in view.acts("name", thing) if act.get("thing") in view.joined(thing)]
    renames = [act for act in view.acts("body", thing) if act.act.kind == "rename"]
    return [act for act in names + renames if not act.is_rejected]


def type_of(view: View, thing: str) -> str | None:
    """Return of what type a thing is (``party``, ``meeting``, ``source`` ...); None where the record does not speak of it."""
    if is_state_code(thing):
        return "party"
    told = _first_told(view, thing)
    return None if told is None else told[1]


def first_act(view: View, thing: str) -> LiveAct | None:
    """Return the act that brings a thing into the record; None where none does (a state has its code)."""
    told = _first_told(view, thing)
    return None if told is None else told[0]


def _first_told(view: View, thing: str) -> tuple[LiveAct, str] | None:
    return view.once(("first told", thing), lambda: _look_for_first(view, thing))


def _look_for_first(view: View, thing: str) -> tuple[LiveAct, str] | None:
    ids = view.joined(thing)
    for group in view.state.readers.groups:
        for act in view.acts(group, thing):
            told = dict(act.kind.types_told(act.fields))
            found = next((told[one] for one in ids if one in told), None)
            if found is not None:
                return act, found
    return None


def _name(act: LiveAct) -> Name:
    start = act.get("on") if act.act.kind == "rename" else act.get("start")
    return Name(act.fields["names"], _when(start), _when(act.get("end")))


def _when(text: str | None) -> When | None:
    return None if text is None else parse_when(text)
