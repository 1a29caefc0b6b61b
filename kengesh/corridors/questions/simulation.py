"""Reliability by draws: how the hours of each pair spread, under three ideas of what shippers do.

==========  ======================================================================================
committed   every consignment keeps to the route that is best by the numbers as the sources tell them
rerouting   every consignment takes the route that is best in its own draw
shares      consignments spread over a few distinct routes by path-size logit, anew in every draw
==========  ======================================================================================

The truth lies between: who is committed cannot escape a bad draw, who may re-route knows all of it beforehand. Numbers of which no
source tells a range do not vary, so the spread told is the least that there is.

What is lacking counts in choosing a way as it does for a route, and for nothing in its hours: they are then a lower bound. The
column ``lacking`` tells which numbers those are, by a code, so that two models are compared only where the same ones are lacking
in both.

A draw's numbers depend on the seed and its number alone. Models that are drawn together share them (paired draws): what
:mod:`~kengesh.corridors.questions.comparison` rests on.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kengesh.corridors.compiled.drawn import drawn_hours
from kengesh.corridors.compiled.weights import CLOSED
from kengesh.corridors.model import Model
from kengesh.corridors.network.numbers import Slot
from kengesh.corridors.questions.apart import Apart, Unreachable, kept_apart
from kengesh.corridors.questions.asking import Asked, Search, search_for
from kengesh.corridors.questions.route import Route, route_of
from kengesh.corridors.questions.routes import SCALE_PER_HOUR, distinct_paths, sizes_of
from kengesh.corridors.runs.chance import check_seed
from kengesh.corridors.runs.job import Columns, run_name
from kengesh.corridors.solve.graph import Floats
from kengesh.corridors.solve.route_choice import path_size_shares
from kengesh.corridors.solve.sweep import trees_over_draws

STRUCTURES = ("committed", "rerouting", "shares")
STATES = "states"
STATES_A_COLUMN = 62  # bits of a whole number of 64, without its sign
LACKING = "lacking"
ROUTES = 5  # distinct routes among which consignments spread
FORMULA = 4  # raised whenever the same question would give other digits
QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Spread:
    """P10, P50 and P90 of draws, their mean and standard deviation; hours."""

    p10: float
    p50: float
    p90: float
    mean: float
    deviation: float


@dataclass(frozen=True, eq=False)
class Simulation:
    """A question of draws, as a job that runs anywhere: pairs asked of models, by hours. It is asked with one commodity a pair."""

    models: tuple[Model, ...]
    pairs: tuple[Asked, ...]
    seed: int
    draws: int
    scale_per_hour: float = SCALE_PER_HOUR

    @cached_property
    def name(self) -> str:
        """The SHA-256 of all that determines a draw. Raises RunError for a seed out of bounds."""
        check_seed(self.seed)
        return run_name(
            {
                "question": "simulation",
                "formula": FORMULA,
                "models": [
                    [one.network.hash, one.scenario, list(one.statuses), list(one.bases)]
                    for one in self.models
                ],
                "pairs": [_plain(one) for one in self.pairs],
                "seed": self.seed,
                "scale_per_hour": repr(self.scale_per_hour),
            }
        )

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The states of the models, in the order of the bits of the columns that tell which are passed."""
        return tuple(
            sorted({place.country for model in self.models for place in model.network.places.values()})
        )

    @cached_property
    def searches(self) -> tuple[tuple[_Sought | Apart, ...], ...]:
        """What is sought for each pair in each model, or what keeps it apart there. Raises NotKnown, LookupError."""
        return tuple(tuple(_sought(model, asked) for asked in self.pairs) for model in self.models)

    def apart(self, model: int, pair: int) -> Apart | None:
        """Return what keeps a pair apart in a model; None where a route leads."""
        found = self.searches[model][pair]
        return found if isinstance(found, Apart) else None

    def route(self, model: int, pair: int) -> Route:
        """Return the route to which who is committed keeps. Raises Unreachable."""
        sought, of = self._reached(model, pair), self.models[model]
        return route_of(of, self.pairs[pair], sought.search.layers.arcs(sought.paths[0]))

    def _reached(self, model: int, pair: int) -> _Sought:
        found = self.searches[model][pair]
        if isinstance(found, Apart):
            raise Unreachable(self.pairs[pair], found)
        return found

    def lacking(self, model: int, pair: int) -> tuple[frozenset[Slot], ...]:
        """Return the numbers of hours that are lacking on each of the routes over which goods spread, the committed one first.

        Raises Unreachable.
        """
        sought, of = self._reached(model, pair), self.models[model]
        layers = sought.search.layers
        return tuple(
            frozenset(route_of(of, self.pairs[pair], layers.arcs(path)).lacking_hours)
            for path in sought.paths
        )

    def part(self, first: int, last: int) -> Columns:
        """Return hours for each model, pair and structure, the states that who re-routes passes, and what is lacking there.

        One row for each draw; infinite hours for a pair between which no route leads.
        """
        columns: Columns = {}
        for number, model in enumerate(self.models):
            drawn: dict[Any, Floats] = {}
            for pair, sought in enumerate(self.searches[number]):
                if isinstance(sought, Apart):
                    apart = self._nothing(last - first)
                    columns |= {column_name(number, pair, name): column for name, column in apart.items()}
                    continue
                shipper = self.pairs[pair].shipper
                if shipper not in drawn:
                    drawn[shipper] = drawn_hours(
                        model.weights(shipper), model.compiled, self.seed, first, last
                    )
                for name, column in self._columns(model, sought, drawn[shipper]).items():
                    columns[column_name(number, pair, name)] = column
        return columns

    def _columns(self, model: Model, sought: _Sought, hours: Floats) -> Columns:
        layers = sought.search.layers
        own = hours if layers.graph is model.compiled.graph else _in_layers(layers.arc_of, hours)
        barred = sought.search.mean == CLOSED
        by_path = np.stack([own[:, list(path)].sum(axis=1) for path in sought.paths], axis=1)
        weights = own + sought.search.presumed
        weights[:, barred] = CLOSED
        paths = trees_over_draws(layers.graph, weights, layers.start).paths_to(layers.end)
        rerouting = np.bincount(paths.owners, own[paths.owners, paths.arcs], minlength=len(own))
        return {
            "committed": by_path[:, 0],
            "rerouting": rerouting,
            "shares": self._shared(sought, by_path),
            **self._passed(model, layers.arc_of[paths.arcs], paths.owners, len(own)),
            LACKING: _summed(sought.codes[paths.arcs], paths.owners, len(own)),
        }

    def _nothing(self, draws: int) -> Columns:
        states = [states_column(at)[0] for at in range(0, len(self.states), STATES_A_COLUMN)]
        nothing: Columns = {one: np.full(draws, np.inf) for one in STRUCTURES}
        return nothing | {one: np.zeros(draws, dtype=np.int64) for one in (*states, LACKING)}

    def _shared(self, sought: _Sought, by_path: Floats) -> Floats:
        """Return the mean hours over the routes, each at its share, in every draw."""
        draws, count = by_path.shape
        offsets = np.arange(0, draws * count + 1, count, dtype=np.int32)
        sizes = np.tile(sought.sizes, draws)
        shares = path_size_shares(by_path.ravel(), sizes, offsets, self.scale_per_hour)
        return np.asarray((shares.reshape(draws, count) * by_path).sum(axis=1))

    def _passed(self, model: Model, arcs: Any, owners: Any, draws: int) -> Columns:
        """Return which states are passed in each draw, a bit for each."""
        place_of = {state: at for at, state in enumerate(self.states)}
        countries = [model.network.places[arc.head.place].country for arc in model.compiled.arcs]
        at_arc = np.array([place_of[one] for one in countries])
        columns: Columns = {}
        for at in range(0, len(self.states), STATES_A_COLUMN):
            name, _bit = states_column(at)
            within = (at_arc >= at) & (at_arc < at + STATES_A_COLUMN)
            bits = np.where(within, np.int64(1) << np.clip(at_arc - at, 0, STATES_A_COLUMN - 1), 0)
            columns[name] = np.zeros(draws, dtype=np.int64)
            np.bitwise_or.at(columns[name], owners, np.where(arcs < 0, 0, bits[arcs]))
        return columns


@dataclass(frozen=True, slots=True, eq=False)
class _Sought:
    search: Search
    paths: tuple[tuple[int, ...], ...]
    sizes: Floats
    codes: NDArray[np.int64]


def states_column(state: int) -> tuple[str, int]:
    """Return the column and the bit that tell whether a state is passed, by its place among the states of the job."""
    return f"{STATES}{state // STATES_A_COLUMN}", 1 << state % STATES_A_COLUMN


def column_name(model: int, pair: int, structure: str) -> str:
    """Return the name of a column."""
    return f"{model}.{pair}.{structure}"


def spread_of(values: Floats) -> Spread:
    """Return how draws spread."""
    if values.min() == values.max():  # so that rounding makes no spread of what does not vary
        only = float(values[0])
        return Spread(only, only, only, only, 0.0)
    low, middle, high = np.quantile(values, QUANTILES)
    return Spread(float(low), float(middle), float(high), float(values.mean()), float(values.std()))


def _sought(model: Model, asked: Asked) -> _Sought | Apart:
    search = search_for(model, asked)
    paths = distinct_paths(search, ROUTES)
    if not paths:
        return kept_apart(model, asked)
    lacking = [search.unknown[list(path)].sum() for path in paths]
    alike = tuple(path for path, one in zip(paths, lacking, strict=True) if one == lacking[0])
    return _Sought(search, alike, sizes_of(search, alike), _codes(model, asked, search))


def _codes(model: Model, asked: Asked, search: Search) -> NDArray[np.int64]:
    """Return a code of the numbers of hours that are lacking on each arc: 0 for none, and the same code for the same numbers."""
    weights = model.weights(asked.shipper)
    codes = np.zeros(model.compiled.graph.arcs, dtype=np.int64)
    for (subject, direction), passed in weights.passings.items():
        for slot in passed.lacking_hours:
            digest = int.from_bytes(blake2b(str(slot).encode(), digest_size=4).digest())
            for at in model.compiled.of_subject[subject]:
                if model.compiled.arcs[at].direction == direction:
                    codes[at] += digest
    return np.asarray(np.where(search.layers.arc_of < 0, 0, codes[search.layers.arc_of]))


def _summed(codes: NDArray[np.int64], owners: Any, draws: int) -> NDArray[np.int64]:
    found = np.zeros(draws, dtype=np.int64)
    np.add.at(found, owners, codes)
    return found


def _in_layers(arc_of: Any, hours: Floats) -> Floats:
    return np.asarray(np.where(arc_of < 0, 0.0, hours[:, arc_of]))


def _plain(asked: Asked) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(asked).items()}
