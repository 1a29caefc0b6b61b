"""Corridors: distances and trees, best paths, greatest flows, equilibrium, choice of routes, paired draws, and how each grows.

    python -m bench.corridors [--runs 5] [--only paths best flows equilibrium logit draws growth]

Networks are made up with a fixed seed, but for Sioux Falls and the network that comes with the pack. Peers are networkx, igraph,
pandana and AequilibraE where they are installed (they are no part of the project: igraph is under the GPL and pandana under the
AGPL), and the bare calls of scipy underneath. Each figure is the median of several runs in this one process; where one is compared
with the bare call, the two take turns. On a machine that does other work at the same time the figures are noisy.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bench import corridors_choice, corridors_draws, corridors_flows, corridors_paths
from bench.corridors_networks import PEERS, bytes_a_second, there
from bench.machine import describe_machine, show


def main() -> None:
    """Measure and print."""
    parts: dict[str, Callable[[int], None]] = {
        "paths": corridors_paths.hundred_sources,
        "best": corridors_paths.best_paths,
        "flows": corridors_flows.flows,
        "equilibrium": corridors_choice.equilibrium,
        "logit": corridors_choice.logit,
        "draws": corridors_draws.draws,
        "growth": growth,
    }
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--only", nargs="+", choices=tuple(parts), default=tuple(parts))
    given = asked.parse_args()
    print(f"Corridors, medians of {given.runs} runs, of fewer where a peer is slow")
    print(f"  {describe_machine('numpy', 'scipy', *filter(there, PEERS))}", flush=True)
    missing = [name for name in PEERS if not there(name)]
    if missing:
        print(f"  not installed, and left out: {', '.join(missing)}")
    show("memory, read in order by one core", f"{bytes_a_second() / 1e9:,.1f} GB/s")
    for name in given.only:
        parts[name](given.runs)


def growth(runs: int) -> None:
    """Show how each grows with what it is asked of."""
    corridors_paths.growth(runs)
    corridors_flows.growth(runs)
    corridors_choice.growth(runs)
    corridors_draws.growth(runs)


if __name__ == "__main__":
    main()
