"""The network that comes with the pack: one route, and 1,000 paired draws of five pairs, with and without a scenario.

The peer of the draws is scipy's Dijkstra, called once for each draw, pair and model with the same weights: what one would do without a
search over all draws at once. It gives hours alone; the digits of both are compared. Weights are drawn before its clock starts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.sparse.csgraph import dijkstra

from bench.corridors_networks import bytes_a_second
from bench.machine import median_seconds, seconds, show, show_goal
from kengesh.corridors.compiled.drawn import drawn_hours
from kengesh.corridors.model import Model, model_of
from kengesh.corridors.questions.asking import Asked
from kengesh.corridors.questions.comparison import Comparison, compared, paired
from kengesh.corridors.questions.route import best_route
from kengesh.corridors.questions.simulation import Simulation
from kengesh.corridors.scenarios.applying import apply
from kengesh.corridors.scenarios.reading import read_scenario
from kengesh.corridors.solve.shortest import matrix
from kengesh.corridors.solve.sweep import distances_over_draws
from kengesh.desk.corridors import model_in, network_in, shipped_scenarios

EDITION, LAYER = "central-asia/2026-01", "central-asia/exercise"
SCENARIO = "azerbaijan-participation"
PAIRS = (
    ("CN-XIA", "TR-IST"),  # Xi'an-Istanbul
    ("UZ-TAS", "GE-POP"),  # Tashkent-Poti
    ("KG-OSH", "TR-MER"),  # Osh-Mersin
    ("TJ-DYU", "IR-BND"),  # Dushanbe-Bandar Abbas
    ("KZ-ALM", "AZ-BAK"),  # Almaty-Baku
)
DRAWS, SEED = 1_000, 20260604
DRAWS_GOAL = 1.0  # seconds
BARE_DRAWS = 100


def draws(runs: int) -> None:
    """Measure one route and the paired draws on the network of the pack."""
    names = (EDITION, LAYER)
    reading = seconds(lambda: model_in(names))
    without = model_in(names)
    with_ = apply(without, read_scenario(shipped_scenarios()[SCENARIO]))
    graph, rows = without.compiled.graph, len(without.network.rows)
    print(f"\nThe network {' and '.join(names)}: {rows:,} rows, {graph.nodes:,} states, {graph.arcs:,} arcs")
    show("read and compiled", f"{reading * 1000:,.1f} ms")
    _one_route(names, runs)
    _paired(without, with_, runs)


def asked() -> tuple[Asked, ...]:
    """Return the five pairs."""
    return tuple(Asked(*pair) for pair in PAIRS)


def _one_route(names: tuple[str, ...], runs: int) -> None:
    question, network = asked()[0], network_in(names)
    fresh = [model_of(network) for _run in range(runs)]
    first = float(np.median([seconds(lambda one=one: best_route(one, question)) for one in fresh]))  # type: ignore[misc]
    show(
        f"best route {question.origin} to {question.destination}, the first of a model",
        f"{first * 1000:,.2f} ms",
    )
    again = median_seconds(lambda: best_route(fresh[0], question), max(runs, 20))
    show("the same again", f"{again * 1000:,.2f} ms")
    graph, hours = fresh[0].compiled.graph, fresh[0].weights(question.shipper).hours
    start = fresh[0].compiled.start(question.origin)
    bare = median_seconds(lambda: dijkstra(matrix(graph, hours), indices=[start]), max(runs, 20))
    show("scipy dijkstra alone, of which the answer needs two", f"{bare * 1000:,.2f} ms")


def _paired(without: Model, with_: Model, runs: int) -> None:
    print(f"\n{DRAWS:,} paired draws of {len(PAIRS)} pairs, with and without the scenario {SCENARIO}")
    whole = median_seconds(lambda: _answer(without, with_), runs)
    show_goal("kengesh, from the question to the answer", whole, DRAWS_GOAL, " s", at_most=True)
    job = paired(without, with_, asked(), SEED, DRAWS)
    searching = median_seconds(lambda: paired(without, with_, asked(), SEED, DRAWS).searches, runs)
    show("of this: distinct routes of every pair and model", f"{searching * 1000:,.0f} ms")
    drawing = median_seconds(lambda: [_hours(job, number) for number in (0, 1)], runs)
    show("of this: the hours of every arc and draw", f"{drawing * 1000:,.0f} ms")
    sweeping, bare = _sweeps(job, runs)
    show("of this: the best route of every draw, without its arcs", f"{sweeping * 1000:,.0f} ms")
    show(
        f"scipy dijkstra once a draw: {BARE_DRAWS} draws, times {DRAWS // BARE_DRAWS}",
        f"{bare * 1000:,.0f} ms",
    )
    read = 2 * len(PAIRS) * DRAWS * without.compiled.graph.arcs * 8
    show("limit: the weights of every draw read once a pair", f"{read / bytes_a_second() * 1000:,.0f} ms")
    changed = sum(
        not one.is_zero for pair in _answer(without, with_).pairs for one in pair.difference.values()
    )
    show("pairs and structures that the scenario changes, of 15", f"{changed}")


def _answer(without: Model, with_: Model, count: int = DRAWS) -> Comparison:
    job = paired(without, with_, asked(), SEED, count)
    return compared(job, job.part(0, count))


def _hours(job: Simulation, number: int) -> Any:
    model = job.models[number]
    return drawn_hours(model.weights(job.pairs[0].shipper), model.compiled, job.seed, 0, job.draws)


def _sweeps(job: Simulation, runs: int) -> tuple[float, float]:
    """Return how long ours takes for all pairs and models, and how long one search a draw does; the digits have to be the same."""
    ours, bare = [], []
    for number, model in enumerate(job.models):
        hours, graph = _hours(job, number), model.compiled.graph
        for pair in job.pairs:
            start, end = model.compiled.start(pair.origin), model.compiled.end(pair.destination)
            ours.append(median_seconds(lambda: distances_over_draws(graph, hours, start, [end]), runs))  # noqa: B023
            few = hours[:BARE_DRAWS]
            found = list[float]()

            def one_by_one() -> None:
                found[:] = [dijkstra(matrix(graph, row), indices=[start])[0, end] for row in few]  # noqa: B023

            bare.append(median_seconds(one_by_one, min(runs, 3)))
            if not np.array_equal(found, distances_over_draws(graph, few, start, [end])[:, 0]):
                raise SystemExit(
                    "scipy's Dijkstra finds other hours than the sweep: one of the two is wrong."
                )
    return sum(ours), sum(bare) * DRAWS / BARE_DRAWS


def growth(runs: int) -> None:
    """Show how the time grows when draws are doubled."""
    names = (EDITION, LAYER)
    without = model_in(names)
    with_ = apply(without, read_scenario(shipped_scenarios()[SCENARIO]))
    one, two = (
        median_seconds(lambda: _answer(without, with_, count), runs)  # noqa: B023 - run at once
        for count in (DRAWS, 2 * DRAWS)
    )
    show("paired draws, twice the draws", f"{two / one:,.2f}x")
