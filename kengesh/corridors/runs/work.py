"""What a worker does: take a job out of its bytes, make a part, and give it back, or say what went wrong.

An error of the job comes back as a value. Raised across processes it could do harm: an exception that pickle cannot write
or read again breaks a pool.
"""

from __future__ import annotations

import os
import pickle
import signal
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import Connection
from threading import Thread
from traceback import format_exc

from kengesh.corridors.runs.job import Job, Part, make_part
from kengesh.corridors.runs.versions import Versions, versions


@dataclass(frozen=True)
class Failed:
    """A job's error: itself where pickle can carry it; its words, and where it came, in any case."""

    words: str
    trace: str
    error: Exception | None


@dataclass(frozen=True)
class Unlike:
    """The versions that the worker has, which are not those of the asking process."""

    versions: Versions


def make(packed: bytes, theirs: Versions, first: int, last: int) -> Part | Failed | Unlike:
    """Make a part of a packed job. A worker unpacks a job once."""
    if theirs != versions():
        return Unlike(versions())
    try:
        return make_part(_job(packed), first, last)
    except (Exception, SystemExit) as error:
        return Failed(f"{type(error).__name__}: {error}", format_exc(), _carried(error))


def start_process(leash: Connection) -> None:
    """Prepare a process of a pool: deaf to Ctrl-C, which is for the asking process, and gone when the leash is.

    The leash is let go when the run is stopped, and by the system when the asking process dies in whatever way; an
    idle process of a pool would otherwise outlive it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    try:
        leash.recv_bytes()
    except (EOFError, OSError):
        pass
    os._exit(1)


@lru_cache(maxsize=2)  # a scenario and its base
def _job(packed: bytes) -> Job:
    job: Job = pickle.loads(packed)
    return job


def _carried(error: BaseException) -> Exception | None:
    try:
        again = pickle.loads(pickle.dumps(error))
    except Exception:  # whatever the class of the job's error does when it is written or made again
        return None
    return again if isinstance(again, Exception) else None
