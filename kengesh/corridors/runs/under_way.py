"""The parts that are under way, in the order of their draws: handed to a crew, waited for, and tried again when a worker died."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass

from kengesh.corridors.runs.errors import RunError
from kengesh.corridors.runs.executors import Crew, Means, NoCluster, crew
from kengesh.corridors.runs.job import Job, Part
from kengesh.corridors.runs.versions import versions
from kengesh.corridors.runs.work import Failed, Unlike, make
from kengesh.terms.messages import _

TRIES = 3  # of one part: by then it is the likelier cause of its workers' deaths than chance

Made = Part | Failed | Unlike


class PartFailed(RunError):
    """A job's error, and the draws at which it came; the error itself is the cause, where it could be carried."""

    def __init__(self, says: str, first: int, last: int) -> None:
        super().__init__(says)
        self.first, self.last = first, last


class WorkersDied(RunError):
    """Workers died at one part again and again."""


class WorkersDiffer(RunError):
    """A worker has other versions than the asking process, so its digits may differ."""


@dataclass(eq=False)
class _Slot:
    first: int
    last: int
    part: Part | None = None
    future: Future[Made] | None = None
    tries: int = 0
    broken: int = 0  # how often the crew had been renewed when this was handed to it


class UnderWay:
    """What is under way. `keep` is called with each part as soon as it is made, in whatever order. Stop it when done."""

    def __init__(self, job: Job, means: Means, keep: Callable[[Part], None]) -> None:
        self._job, self._means, self._keep = job, means, keep
        self._slots: deque[_Slot] = deque()
        self._crew: Crew | None = None  # mustered at the first part that has to be made
        self._packed = b""
        self._renewed = 0
        self.tried_again = 0

    def __len__(self) -> int:
        return len(self._slots)

    def has_room(self) -> bool:
        """Say whether another part may be added."""
        return not self._slots or (self._crew is not None and len(self._slots) < self._crew.width)

    def put(self, part: Part) -> None:
        """Add a part that is there already."""
        self._slots.append(_Slot(part.first, part.last, part))

    def begin(self, first: int, last: int) -> None:
        """Add a part that has to be made. Raises RunError where there is no crew to be had."""
        if self._crew is None:
            self._packed = pickle.dumps(self._job)
            self._crew = crew(self._means)
        slot = _Slot(first, last)
        self._slots.append(slot)
        self._hand_over(slot)

    def oldest(self) -> Part:
        """Return the first of the parts, and wait for it. Raises RunError, and whatever `keep` raises."""
        while self._slots[0].part is None:
            wait(self._futures(), return_when=FIRST_COMPLETED)
            self._settle()
        part = self._slots.popleft().part
        assert part is not None
        return part

    def stop(self) -> None:
        """Keep what is made by now, stop the rest, and let go of the crew."""
        if self._crew is not None:
            try:
                self._take_made()
            finally:
                self._crew.stop()

    def _futures(self) -> list[Future[Made]]:
        return [slot.future for slot in self._slots if slot.part is None and slot.future is not None]

    def _settle(self) -> None:
        """Take what is made; then see to what went wrong, so that one part's error loses no other part."""
        self._take_made()
        for slot in list(self._slots):
            if slot.part is None and slot.future is not None and slot.future.done():
                self._see_to(slot, slot.future)

    def _take_made(self) -> None:
        for slot in self._slots:
            future = slot.future
            if slot.part is None and future is not None and future.done() and not future.cancelled():
                made = None if future.exception() else future.result()
                if isinstance(made, Part):
                    self._keep(made)
                    slot.part = made

    def _see_to(self, slot: _Slot, future: Future[Made]) -> None:
        assert self._crew is not None
        try:
            made = future.result()
        except self._crew.died as death:
            self._try_again(slot, death)
        except self._crew.gone as loss:
            says = _("{scheduler}: the scheduler is gone. Parts that were finished are kept; run it again.")
            raise NoCluster(says.format(scheduler=self._means.scheduler)) from loss
        except Exception as error:  # the crew's own: a worker that lacks kengesh, a part too large to send
            raise _failed(slot, f"{type(error).__name__}: {error}") from error
        else:
            if not isinstance(made, Part):
                raise _refusal(slot, made)
            # else it was finished between the two looks at it, and is taken at the next

    def _try_again(self, slot: _Slot, death: BaseException) -> None:
        assert self._crew is not None
        if slot.tries == TRIES:
            raise _deaths(slot) from death
        self._renew(slot)
        self.tried_again += 1
        self._hand_over(slot)

    def _hand_over(self, slot: _Slot) -> None:
        assert self._crew is not None
        slot.tries += 1
        for left in range(TRIES, -1, -1):
            slot.broken = self._renewed
            try:
                slot.future = self._crew.executor.submit(
                    make, self._packed, versions(), slot.first, slot.last
                )
                return
            except self._crew.died as death:  # a pool whose process died while it had nothing to do
                if not left:
                    raise _deaths(slot) from death
                self._renew(slot)

    def _renew(self, slot: _Slot) -> None:
        """Renew the crew, unless that was done since the slot was handed over: one death breaks many slots."""
        assert self._crew is not None
        if slot.broken == self._renewed:
            self._crew.renew()
            self._renewed += 1


def _deaths(slot: _Slot) -> WorkersDied:
    says = _(
        "draws {first} to {last}: the worker died {tries} times. Perhaps the part needs more memory than there is: "
        'try a smaller chunk. A script that uses processes needs: if __name__ == "__main__".'
    )
    return WorkersDied(says.format(first=slot.first, last=slot.last - 1, tries=TRIES))


def _refusal(slot: _Slot, made: Failed | Unlike) -> RunError:
    if isinstance(made, Failed):
        refusal = _failed(slot, made.words)
        refusal.add_note(made.trace)
        refusal.__cause__ = made.error
        return refusal
    says = _(
        "a worker has {theirs}, this process has {ours}; the digits may differ. Install the same versions on all."
    )
    theirs, ours = (
        ", ".join(f"{name} {version}" for name, version in pairs) for pairs in (made.versions, versions())
    )
    return WorkersDiffer(says.format(theirs=theirs, ours=ours))


def _failed(slot: _Slot, words: str) -> PartFailed:
    says = _("draws {first} to {last}: the job failed: {words}")
    return PartFailed(says.format(first=slot.first, last=slot.last - 1, words=words), slot.first, slot.last)
