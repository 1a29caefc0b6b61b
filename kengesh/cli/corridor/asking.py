"""What every command on corridors has in common: the model that is asked, the way that is asked for, and how answers leave.

A command is a function of :class:`Planning` and its own arguments; :func:`planning` gives it the options that go with that:

    @planning()
    def command(plan: Planning, origin: From = None, destination: To = None) -> None:
        "Say which route takes the least."

Exit codes: 0 an answer; 1 no route leads there; 2 wrong use; 3 not known.
"""

from __future__ import annotations

import functools
import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NoReturn

import typer

from kengesh.cli.corridor.options import BY_CORRIDORS, LANGUAGE, MODEL, NETWORK, WAY, Shared
from kengesh.cli.corridor.scenario import edited, scenario_named
from kengesh.cli.corridor.shown import show_not_known, show_unreachable
from kengesh.cli.corridor.typed import (
    Way,
    by_name,
    names_typed,
    network_typed,
    one_of,
    place_typed,
    state_typed,
    ways_typed,
)
from kengesh.cli.output import DIM, DOES_NOT_HOLD, HOLDS, NOT_KNOWN, fail, for_programs, paragraph, why
from kengesh.corridors.compiled.pieces import Shipper
from kengesh.corridors.model import OPEN, Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.problems import NetworkError
from kengesh.corridors.network.tables import BASES, STATUSES
from kengesh.corridors.questions.apart import Unreachable
from kengesh.corridors.questions.asking import Asked, NotKnown
from kengesh.corridors.runs.errors import RunError
from kengesh.corridors.scenarios.values import Scenario
from kengesh.corridors.told.refused import not_known_told, unreachable_told
from kengesh.corridors.told.scenario import scenario_told
from kengesh.corridors.told.values import Told
from kengesh.desk.corridors import (
    model_in,
    network_in,
)
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, use_language

Show = Callable[[Told], None]


@dataclass(frozen=True)
class Planning:
    """A model to be asked, whose goods they are, which way they take, and how the person wants the answer."""

    model: Model
    base: Model
    scenario: Scenario | None = None
    shipper: Shipper = field(default_factory=Shipper)
    ways: tuple[Way, ...] = (Way(),)
    as_json: bool = False

    @property
    def way(self) -> Way:
        """The one way, or the first of several."""
        return self.ways[0]

    @property
    def network(self) -> Network:
        """The network of the model."""
        return self.model.network

    def place(self, text: str) -> str:
        """Return the id of a place that was typed, or leave with those that are near."""
        return place_typed(self.network, text)

    def asked(self, origin: str | None, destination: str | None, way: Way | None = None) -> Asked:
        """Return the question that was typed; where neither end was, the own ends of the corridor, of several the first's."""
        way = way or self.way
        if origin is None and self.way.corridor:
            named = self.network.corridors[self.way.corridor]
            origin, destination = named.from_place, named.to_place
        if origin is None or destination is None:
            fail(_("name two places, FROM and TO; or a corridor, whose own ends are then taken."))
        ends = self.place(origin), self.place(destination)
        return Asked(*ends, way.by, self.shipper, way.via, way.avoid, way.modes)

    def leave(self, told: Told, show: Show, code: int = HOLDS) -> NoReturn:
        """Show an answer, and leave with its exit code."""
        if self.scenario is not None and told["scenario"] == {"hash": self.model.scenario}:
            told = {**told, "scenario": scenario_told(self.scenario, self.model.scenario)}
        leave(told, show, as_json=self.as_json, code=code)


def leave(told: Told, show: Show, *, as_json: bool, code: int = HOLDS) -> NoReturn:
    """Print an answer, for programs or for people, with the sentences that belong to it beneath; and leave."""
    if as_json:
        print(json.dumps(told, ensure_ascii=False, indent=2), file=for_programs())
    else:
        show(told)
        for note in told.get("notes", ()):
            paragraph(note, DIM)
    raise typer.Exit(code)


def planning(
    *, way: bool = True, corridors: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of a model, and with `way` those of a route; it is called with a :class:`Planning` in their place.

    With `corridors` it takes several corridors, and has a way by each.
    """
    of_way = tuple({one[0]: one for one in (*WAY, *(BY_CORRIDORS if corridors else ()))}.values())
    shared = (*(of_way if way else ()), *MODEL, *LANGUAGE)

    def call(function: Callable[..., None], given: dict[str, Any], rest: dict[str, Any]) -> None:
        plan = _plan(given)
        with _refusals(plan):
            function(plan, **rest)

    return _with_options("plan", shared, call)


def on_network() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of a network alone; it is called with the :class:`Network` in their place, and `as_json`."""

    def call(function: Callable[..., None], given: dict[str, Any], rest: dict[str, Any]) -> None:
        function(network_typed(given), as_json=given["as_json"], **rest)

    return _with_options("network", (*NETWORK, *LANGUAGE), call, also=("as_json",))


def plainly() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of every command alone; it is called with `as_json`."""

    def call(function: Callable[..., None], given: dict[str, Any], rest: dict[str, Any]) -> None:
        function(as_json=given["as_json"], **rest)

    return _with_options("", LANGUAGE, call, also=("as_json",))


def _plan(given: dict[str, Any]) -> Planning:
    up_to = one_of("--up-to", given["up_to"], BASES)
    statuses = tuple(one_of("--status", one, STATUSES) for one in given["status"] or OPEN)
    with by_name():
        scenario = None
        if given["scenario"]:
            scenario = scenario_named(given["scenario"], lambda: network_in(names_typed(given, None)))
        base = model_in(names_typed(given, scenario), statuses, BASES[: BASES.index(up_to) + 1])
    network = base.network
    commodity, nationality = given["commodity"], given["nationality"]
    if commodity:
        one_of("--commodity", commodity, list(network.commodities))
    if nationality:
        state_typed("--nationality", nationality)
    model = base if scenario is None else edited(base, given["scenario"])
    shipper = Shipper(commodity, nationality)
    return Planning(model, base, scenario, shipper, ways_typed(model.network, given), given["as_json"])


@contextmanager
def _refusals(plan: Planning) -> Iterator[None]:
    """Let a question without an answer leave with its exit code, and with what would give it one."""
    try:
        yield
    except Unreachable as error:
        told = unreachable_told(plan.model, error)
        plan.leave(told, show_unreachable, DOES_NOT_HOLD)
    except NotKnown as error:
        told = not_known_told(plan.model, error)
        plan.leave(told, show_not_known, NOT_KNOWN)


def _with_options(
    replaced: str,
    shared: Shared,
    call: Callable[[Callable[..., None], dict[str, Any], dict[str, Any]], None],
    also: tuple[str, ...] = (),
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds options to a function in the place of the parameter that they make."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def command(**named: Any) -> None:
            if named["lang"] not in LANGUAGES:
                says = _("{language} is not one of the languages: {languages}.")
                fail(says.format(language=named["lang"], languages=", ".join(LANGUAGES)))
            use_language(named["lang"])
            given = {name: named.pop(name) for name, _annotation, _default in shared}
            try:
                call(function, given, named)
            except BrokenPipeError:  # whoever read the output went away, which is no error: main() sees to it
                raise
            except (NetworkError, RunError, OSError) as error:
                fail(why(error))

        own = inspect.signature(function, eval_str=True).parameters.values()
        kept = [one for one in own if one.name not in (replaced, *also)]
        added = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, annotation, default in shared
        ]
        command.__signature__ = inspect.Signature([*kept, *added])  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in [*kept, *added]}
        return command

    return decorate
