"""How fast a log is verified, beside the raw rate of Ed25519 in the same library and as many processes.

python -m bench.record_verify [--entries 100000] [--processes N] [--runs 3]
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bench.logs import fill, new_log
from bench.machine import describe_machine, median_seconds, show, show_goal
from kengesh.record.log import Log
from kengesh.record.note import split_note
from kengesh.record.threads import cores
from kengesh.record.verify import check_tree, examine_record, open_signed

SHARE_GOAL = 0.70
TREE_GOAL = 100_000


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=100_000)
    asked.add_argument("--processes", type=int, default=cores())
    asked.add_argument("--runs", type=int, default=3)
    options = asked.parse_args()
    print(f"Verification of a log of {options.entries:,} entries, median of {options.runs} runs")
    print(f"  {describe_machine()}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        signer = new_log(record)
        fill(record, signer, options.entries - 1)
        measure(record, signer.verifier.public_key, options.processes, options.runs)


def measure(record: Path, key: bytes, processes: int, runs: int) -> None:
    """Measure the raw rate, the whole verification, and the part without signatures."""
    size = Log.open(record).size
    # raw rate before and after, because a shared machine is not the same all the time
    raw = [raw_rate(record, key, processes) for _run in range(runs)]
    whole = size / median_seconds(lambda: examine_record(record, processes=processes), runs)
    raw += [raw_rate(record, key, processes) for _run in range(runs)]
    ours = sorted(raw)[len(raw) // 2]
    tree = size / median_seconds(lambda: check_tree(open_signed(record)), runs)
    show(f"raw Ed25519 of cryptography, {processes} processes", f"{ours:,.0f}/s")
    show(f"verification of everything, {processes} processes", f"{whole:,.0f}/s")
    show_goal("share of the raw rate", whole / ours, SHARE_GOAL)
    show_goal("leaves and tree alone, one process", tree, TREE_GOAL, "/s")


def raw_rate(record: Path, key: bytes, processes: int) -> float:
    """Return how many signatures of this log as many processes check in a second, doing nothing else."""
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(processes), context.SimpleQueue()
    size = Log.open(record).size
    shares = [(size * n // processes, size * (n + 1) // processes) for n in range(processes)]
    workers = [
        context.Process(target=check_raw, args=(record, key, *share, barrier, results)) for share in shares
    ]
    for worker in workers:
        worker.start()
    times = [results.get() for _worker in workers]
    for worker in workers:
        worker.join()
    taken: float = max(end for _start, end in times) - min(start for start, _end in times)
    return size / taken


def check_raw(
    record: Path,
    key: bytes,
    start: int,
    end: int,
    barrier: Barrier,
    results: SimpleQueue[tuple[float, float]],
) -> None:
    """Check one share of the signatures and report when it began and ended."""
    public = Ed25519PublicKey.from_public_bytes(key)
    parts = [split_note(note) for note in Log.open(record).entries(start, end)]
    pairs = [(part.signatures[0].blob, part.text) for part in parts]
    barrier.wait()
    began = time.time()
    for signature, text in pairs:
        public.verify(signature, text)
    results.put((began, time.time()))


if __name__ == "__main__":
    main()
