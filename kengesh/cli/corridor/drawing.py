"""Drawing on the command line: by whom, where the draws are kept, and what a person sees meanwhile."""

from __future__ import annotations

from pathlib import Path

from kengesh.cli.asking import must_be_outside
from kengesh.cli.corridor.asking import Planning
from kengesh.cli.output import counting, fail, warn
from kengesh.corridors.questions.simulation import Simulation
from kengesh.corridors.runs.running import Done, run
from kengesh.corridors.scenarios.values import DRAWS, SEED
from kengesh.terms.messages import _


def seed_of(plan: Planning, given: int | None) -> int:
    """Return the seed that was typed, else the scenario's."""
    return given if given is not None else plan.scenario.seed if plan.scenario else SEED


def draws_of(plan: Planning, given: int | None) -> int:
    """Return how many draws were asked for, else those of the scenario."""
    return given if given is not None else plan.scenario.draws if plan.scenario else DRAWS


def must_be_by_hours(plan: Planning) -> None:
    """Leave with a sentence where anything but hours was asked for: only these are drawn."""
    if plan.way.by != "time":
        fail(_("draws are of hours; leave out --by."))


def drawn(job: Simulation, keep: str, scheduler: str, workers: int | None) -> Done:
    """Run a job: here, in processes of this machine, or on a scheduler's workers; no digit depends on it.

    Raises Unreachable and NotKnown before anything is drawn, RunError, OSError.
    """
    sought = job.searches
    assert len(sought) == len(job.models)
    if keep:
        must_be_outside(Path(keep))
    done = run(
        job,
        Path(keep) if keep else None,
        "dask" if scheduler else "processes" if workers else "serial",
        scheduler or None,
        workers,
        progress=counting(_("draws")),
    )
    for note in done.account.notes:
        warn(note)
    return done
