"""The site: how long each kind of page takes, cold and warm, beside an empty page of Django under the same server.

python -m bench.site [--runs 30] [--readers 50]

*Warm* is a page that is kept as bytes; *cold* one that is worked out anew from a state that has been read (each asked by an
address of its own). Both go over loopback, on one kept connection, to one worker; the empty page is asked by turns with
them. Then many readers ask at once, and the memory of a worker is read, on the founding record and on 100,000 acts.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

from bench.machine import describe_machine, show, show_goal
from bench.repeated import patterns_of, repeated, write_record
from kengesh.desk.enter import new_record
from kengesh.record.keyfile import key_path, make_log_key

WARM_GOAL, COLD_GOAL = 3.0, 10.0  # times the empty page
SPREAD_GOAL = 5.0  # p99 of many readers, times their median
ACTS = 100_000
EMPTY = "/empty"
PAGES = (
    "/en/",
    "/en/?region=map",
    "/en/meetings",
    "/kk/meetings/consultative-meeting/7",
    "/en/states",
    "/en/states/TKM",
    "/en/bodies",
    "/en/bodies/ots",
    "/en/matrix",
    "/en/instruments",
    "/tr/instruments/treaty-2022",
    "/en/proposals",
    "/en/proposals/proposal/regular-meetings",
    "/en/commitments",
    "/en/disputes",
    "/en/disputes/dispute/c-33",
    "/en/subjects/logistics",
    "/en/indicators",
    "/en/chronology",
    "/en/sources",
    "/en/sources/avim-2025-109",
    "/en/search?q=treaty",
    "/en/log",
    "/en/log/12",
    "/en/about",
    "/en/briefs/TKM",
    "/api/members?body=ots",
)
UNIQUE = count()
THINKING = (
    0.25  # seconds between two pages of a reader: a hurried one, and not a loop that only measures the queue
)


def main() -> None:
    """Serve the founding record and the empty page, and measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=30)
    asked.add_argument("--readers", type=int, default=50)
    given = asked.parse_args()
    print(f"Pages over loopback, medians of {given.runs} requests by turns with an empty page")
    print(f"  {describe_machine('Django', 'gunicorn', 'Jinja2')}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = folder / "record"
        new_record(record, make_log_key(key_path(record), "central_asia"), "central_asia")
        with served(record, 1) as site, served(record, 1, "bench.empty_site") as peer:
            one_reader(site.port, peer.port, given.runs)
            show("memory of a worker, founding record", f"{site.memory():.0f} MB")
        with served(record, 2) as site:
            many_readers(site.port, given.readers)
        large = folder / "large"
        checkpoint = write_record(large, repeated(patterns_of("central_asia"), ACTS), lambda _size: False)[-1]
        (large / "checkpoint").write_bytes(checkpoint)
        with served(large, 1) as site:
            for page in ("/en/log/12", "/en/", "/en/proposals", "/en/chronology"):
                took = get(HTTPConnection("127.0.0.1", site.port, timeout=600), page)
                show(f"{ACTS:,} acts: {page} for the first time", f"{took * 1000:,.0f} ms")
                show(f"{ACTS:,} acts: memory of the worker after it", f"{site.memory():.0f} MB")


def one_reader(site: int, peer: int, runs: int) -> None:
    """Time each kind of page, cold and warm, by turns with the empty page."""
    pages, empty = HTTPConnection("127.0.0.1", site), HTTPConnection("127.0.0.1", peer)
    bare: list[float] = []
    found = []
    for page in PAGES:
        get(pages, page)
        cold, warm = [], []
        for _run in range(runs):
            bare.append(get(empty, EMPTY))
            cold.append(get(pages, f"{page}{'&' if '?' in page else '?'}{fresh(page)}"))
            warm.append(get(pages, page))
        found.append((page, statistics.median(cold), statistics.median(warm)))
    nothing = statistics.median(bare)
    show("empty page", f"{nothing * 1000:.2f} ms")
    for page, cold_one, warm_one in found:
        told = f"cold {cold_one * 1000:6.1f} ms {cold_one / nothing:5.1f}x  warm {warm_one / nothing:4.1f}x"
        show(page, told)
    warmest = [warm_one / nothing for _page, _cold, warm_one in found]
    coldest = [cold_one / nothing for _page, cold_one, _warm in found]
    show_goal("warm, the median kind of page", statistics.median(warmest), WARM_GOAL, "x", at_most=True)
    show_goal("warm, the slowest kind of page", max(warmest), WARM_GOAL, "x", at_most=True)
    show_goal("cold, the median kind of page", statistics.median(coldest), COLD_GOAL, "x", at_most=True)
    show_goal("cold, the slowest kind of page", max(coldest), COLD_GOAL, "x", at_most=True)


def fresh(page: str) -> str:
    """Return what makes the address of a page one that nobody asked for before, by a word that no page goes by."""
    return f"limit={1000 + next(UNIQUE)}" if page.startswith("/api/") else f"lang={next(UNIQUE)}"


def many_readers(port: int, readers: int, seconds_each: float = 8.0) -> None:
    """Let many readers go from page to page at once, and tell how many answers there were and how long they took."""
    took: list[float] = []

    def read(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        own = []
        for step in count(number):
            if time.perf_counter() > until:
                break
            own.append(get(connection, PAGES[step % len(PAGES)]))
            time.sleep(THINKING)
        took.extend(own)

    for page in PAGES * 6:  # by a connection each, so that each worker has made each page
        get(HTTPConnection("127.0.0.1", port, timeout=60), page)
    until = time.perf_counter() + seconds_each
    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = statistics.quantiles(took, n=100)
    show(
        f"{readers} readers at once, {THINKING} s between their pages: pages a second",
        f"{len(took) / seconds_each:,.0f}",
    )
    show(f"{readers} readers at once, median", f"{cuts[49] * 1000:.1f} ms")
    show_goal(
        f"{readers} readers at once, p99 over the median", cuts[98] / cuts[49], SPREAD_GOAL, "x", at_most=True
    )


def get(connection: HTTPConnection, page: str) -> float:
    """Ask for a page, and return the seconds until its last byte. Raises AssertionError for anything but 200."""
    start = time.perf_counter()
    connection.request("GET", page, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (page, answer.status)
    return time.perf_counter() - start


class Served:
    """A site that is up: its port, and the memory of its largest worker."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port, self.process = port, process

    def memory(self) -> float:
        """Return the resident memory of the largest worker, in MB."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return max(map(_resident, children))


def _resident(pid: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


@contextmanager
def served(record: Path, workers: int, settings: str | None = None) -> Iterator[Served]:
    """Serve a record as kengesh serve does; with `settings`, another site by the same server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command: Sequence[str] = (sys.executable, "-c", START, str(port), str(workers))
    environment = {**os.environ, "KENGESH_RECORD": str(record), "PYTHONUTF8": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = settings or "kengesh.site.settings"
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None and process.stdout.readline()  # it says when it is ready
        yield Served(port, process)
    finally:
        process.terminate()
        process.wait()


START = """
import sys
from kengesh.site.serving import serve
serve("127.0.0.1", int(sys.argv[1]), workers=int(sys.argv[2]), reload=False)
"""


if __name__ == "__main__":
    main()
