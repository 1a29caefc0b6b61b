"""A model under a scenario: all that the edits leave alone is shared with the model on which they are laid.

A scenario may be applied whole, or some of its edits only (for pairs with and without, and for the share of each edit). An edit that
rests on one that is left out, such as the dwell of a row that is not added then, is left out too: :func:`standing` says which are
made. Parents are always applied whole.

A scenario without edits gives the very weights of the model on which it is laid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kengesh.corridors.compiled.states import Compiled, State, compile_network, with_rows
from kengesh.corridors.model import Model
from kengesh.corridors.network.network import Network
from kengesh.corridors.network.tables import Crossing, Joining, Link, Place, Row, Transfer
from kengesh.corridors.scenarios.edited import Edited
from kengesh.corridors.scenarios.fitting import named_by
from kengesh.corridors.scenarios.hashing import hash_on
from kengesh.corridors.scenarios.mistakes import Mistake, ScenarioError, near
from kengesh.corridors.scenarios.values import Scenario
from kengesh.terms.messages import _


def apply(model: Model, scenario: Scenario) -> Model:
    """Return the model with the edits of a scenario and its parents. Raises ScenarioError where they do not fit its network."""
    return apply_some(model, scenario, scenario.keys)


def apply_some(model: Model, scenario: Scenario, keys: Collection[str]) -> Model:
    """Return the model with some of a scenario's own edits, in their order, and all of its parents'.

    Raises ScenarioError where the scenario as a whole does not fit the network, KeyError for a key that it does not have.
    """
    unknown = [key for key in keys if key not in scenario.keys]
    if unknown:
        raise KeyError(_("the scenario has no edit with the key {keys}.").format(keys=", ".join(unknown)))
    edited, made, mistakes = _made(model, scenario, keys)
    if mistakes and set(keys) == set(scenario.keys):
        raise ScenarioError(mistakes)
    some = replace(scenario, edits=tuple(one for one in scenario.edits if one.key in made))
    on = model.scenario
    for one in some.line:
        on = hash_on(one, model.network, on)
    return _model(model, edited, on)


def standing(model: Model, scenario: Scenario, keys: Collection[str]) -> tuple[str, ...]:
    """Return which of some edits are made: those that do not rest on one that is left out."""
    return _made(model, scenario, keys)[1]


def misfits(scenario: Scenario, network: Network, unread: Collection[str] = ()) -> list[Mistake]:
    """Return what does not fit a network in a scenario and its parents; nothing is said of rows in `unread`."""
    mistakes = [found for one in scenario.line for found in _of_head(one, network)]
    edited = Edited(network, network.numbers())
    for owner, edit in scenario.all_edits():
        if not named_by(edit) & set(unread):
            found = edited.take(edit, owner.id)
            mistakes += [edit.written.mistake(edit.key, name, says) for name, says in found]
    return mistakes


def _of_head(scenario: Scenario, network: Network) -> Iterable[Mistake]:
    ids = [one.id for one in network.editions]
    if scenario.network != ids[0]:
        says = _("this scenario is written for the edition “{wanted}”; the network is “{found}”.")
        told = says.format(wanted=scenario.network, found=ids[0])
        yield scenario.written.mistake("", "network", told + near(scenario.network, ids[:1]))
    for layer in scenario.layers:
        if layer not in ids[1:]:
            says = _("it needs the layer “{layer}”, which is not laid on the network here.")
            yield scenario.written.mistake("", "layers", says.format(layer=layer) + near(layer, ids[1:]))


def _made(
    model: Model, scenario: Scenario, keys: Collection[str]
) -> tuple[Edited, tuple[str, ...], list[Mistake]]:
    """Make edits one by one. Returns the network under edit, the keys of those that were made, and why others were not."""
    mistakes = [found for one in scenario.line for found in _of_head(one, model.network)]
    if mistakes:
        raise ScenarioError(mistakes)
    edited = Edited(model.network, model.numbers)
    made: list[str] = []
    for owner, edit in scenario.all_edits():
        own = owner is scenario
        if own and edit.key not in keys:
            continue
        found = edited.take(edit, owner.id)
        mistakes += [edit.written.mistake(edit.key, name, says) for name, says in found]
        if found and not own:
            raise ScenarioError(mistakes)
        if own and not found:
            made.append(edit.key)
    return edited, tuple(made), mistakes


def _model(model: Model, edited: Edited, scenario: str) -> Model:
    rows_as_before = edited.rows == model.network.rows
    if rows_as_before and not edited.put and not edited.scaled:
        return replace(model, scenario=scenario)
    network = model.network if rows_as_before else replace(model.network, rows=edited.rows)
    return Model(
        network,
        _compiled(model, network, edited.added),
        _open(model, edited),
        model.numbers.edited(edited.put, edited.scaled),
        model.statuses,
        model.bases,
        scenario,
    )


def _open(before: Model, edited: Edited) -> dict[str, Row]:
    """Return the rows that may be travelled: those of before, but for the rows that the edits changed or added."""
    after = dict(before.open_rows)
    for key, row in edited.rows.items():
        if row is before.network.rows.get(key) or not isinstance(row, Joining):
            continue
        after.pop(key, None)
        if row.status in before.statuses:
            after[key] = row
    return after


def _compiled(before: Model, network: Network, added: list[Row]) -> Compiled:
    if not any(isinstance(row, Link | Transfer | Crossing | Place) for row in added):
        return before.compiled
    if any(_changes_others(before, row) for row in added):
        return compile_network(network)
    return with_rows(before.compiled, network.rows, added)


def _changes_others(before: Model, row: Row) -> bool:
    """Whether a row changes the arcs of others: a border within a place parts its links, a new gauge opens its transfers."""
    if isinstance(row, Crossing):
        gauges = (row.from_gauge_mm, row.to_gauge_mm)
        if row.from_place == row.to_place:
            return True
    elif isinstance(row, Link):
        gauges = (row.gauge_mm, row.gauge_mm)
    else:
        return False
    ends = zip((row.from_place, row.to_place), gauges, strict=True)
    return any(
        place in before.network.places and State(place, row.mode, gauge or 0.0) not in before.compiled.number
        for place, gauge in ends
    )
