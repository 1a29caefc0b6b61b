"""What the forms of pages about overlap offer: parties, bodies and statuses of the record, by name, with what is chosen marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kengesh.mechanism.names import type_of
from kengesh.site.reading import Reading
from kengesh.terms.identifiers import is_state_code
from kengesh.terms.messages import _


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `language` is that of its name where it is not the reader's own, else empty."""

    value: str
    words: str
    language: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Options under one heading; `has_chosen` says whether any of them is chosen."""

    heading: str
    options: tuple[Option, ...]

    @property
    def has_chosen(self) -> bool:
        """Whether any is chosen: such a group is not folded away."""
        return any(one.is_chosen for one in self.options)


def parties_offered(reading: Reading, chosen: Collection[str]) -> list[Group]:
    """Return the parties of the record: who has a status in the mechanism, other states, then organizations and others."""
    own, states, others = _parties(reading, chosen)
    return _groups(
        reading,
        chosen,
        (_("The participants"), own),
        (_("Other states"), states),
        (_("Organizations and other parties"), others),
    )


def bodies_offered(reading: Reading, chosen: Collection[str], counted: Collection[str]) -> list[Group]:
    """Return the bodies of the record, those first that count by themselves."""
    known = {one["id"] for one in reading.ask("bodies")["answer"]} | set(chosen)
    first = set(counted)
    return _groups(
        reading,
        chosen,
        (_("Bodies in which the record tells of these parties"), first),
        (_("Other bodies") if first else _("Bodies"), known - first),
    )


def either_offered(reading: Reading, chosen: str | None) -> list[Group]:
    """Return states, other parties and bodies, to choose one of; a body that takes part in others is listed once."""
    wanted = () if chosen is None else (chosen,)
    bodies = {one["id"] for one in reading.ask("bodies")["answer"]}
    own, states, others = _parties(reading, [one for one in wanted if one not in bodies])
    return _groups(
        reading,
        wanted,
        (_("The participants"), own),
        (_("Other states"), states),
        (_("Other parties"), others - bodies),
        (_("Bodies"), bodies),
    )


def statuses_offered(reading: Reading, chosen: str | None) -> list[Option]:
    """Return the statuses that the record names, in the reader's alphabet."""
    view = reading.view
    things = view.once(("offered", "status"), lambda: _named_statuses(reading))
    return _options(reading, things, () if chosen is None else (chosen,))


def _named_statuses(reading: Reading) -> list[str]:
    view = reading.view
    named = dict.fromkeys(view.shown(act.get("thing")) for act in view.of_kind("name"))
    return [thing for thing in named if type_of(view, thing) == "status"]


def _parties(reading: Reading, chosen: Collection[str]) -> tuple[set[str], set[str], set[str]]:
    """Return the parties that have a status in the mechanism, the other states, and all others; those chosen among them."""
    rows = reading.ask("parties")["answer"]
    own = {one["party"] for one in rows if one["status"] is not None and one["truth"] == "yes"}
    others = ({one["party"] for one in rows} | set(chosen)) - own
    states = {one for one in others if is_state_code(one)}
    return own, states, others - states


def _groups(reading: Reading, chosen: Collection[str], *parts: tuple[str, set[str]]) -> list[Group]:
    return [Group(heading, tuple(_options(reading, things, chosen))) for heading, things in parts if things]


def _options(reading: Reading, things: Iterable[str], chosen: Collection[str]) -> list[Option]:
    found = []
    for thing in reading.reader.sorted(things):
        name = reading.reader.named(thing)
        tongue = "" if name.language == reading.language else name.language
        found.append(Option(thing, name.text, tongue, thing in chosen))
    return found
