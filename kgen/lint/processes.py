"""Work that is done by several processes at once, where the system can split one in two (POSIX `fork`)."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kgen.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

_NUMBER = 4  # bytes
_AT_A_TIME = 8  # neighbours share what they are made from
_MOST_PIECES = 4096  # that a pipe has room for


@record
class Job(Generic[Task, Result]):
    """What is to be made of each task, and how a result travels: as plain data that JSON has."""

    tasks: Sequence[Task]
    work: Callable[[Task], Result]
    pack: Callable[[Result], Any]
    unpack: Callable[[Any], Result]


def shared(job: Job[Task, Result], processes: int) -> list[Result]:
    """The results in the order of the tasks; what another process fails at is done here."""
    done: dict[int, Result] = {}
    if processes > 1 and hasattr(os, "fork"):
        queue = _Queue(len(job.tasks))
        others = [_Worker(job, queue) for _ in range(processes - 1)]
        try:
            done = {number: job.work(job.tasks[number]) for number in queue.numbers()}
            for each in others:
                done |= each.results()
        finally:
            for each in others:
                each.end()
            queue.close()
    return [done[number] if number in done else job.work(task) for number, task in enumerate(job.tasks)]


class _Queue:
    """Numbers, each of which is read by one process only: they lie in a pipe."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._step = max(_AT_A_TIME, count // _MOST_PIECES)
        self._reader, writer = os.pipe()
        starts = range(0, count, self._step)
        with os.fdopen(writer, "wb") as stream:
            stream.write(b"".join(start.to_bytes(_NUMBER, "big") for start in starts))

    def numbers(self) -> Iterator[int]:
        """Those that nobody has taken yet, a few neighbours at a time."""
        while taken := os.read(self._reader, _NUMBER):
            start = int.from_bytes(taken, "big")
            yield from range(start, min(start + self._step, self._count))

    def close(self) -> None:
        """Take no more."""
        os.close(self._reader)


class _Worker(Generic[Task, Result]):
    """Another process at work on a job, with all that this one has in memory."""

    def __init__(self, job: Job[Task, Result], queue: _Queue) -> None:
        self._job = job
        self._reader, writer = os.pipe()
        parent = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            _serve(job, queue, writer, parent)
        os.close(writer)

    def results(self) -> dict[int, Result]:
        """What it has made, by number; nothing if it failed."""
        with os.fdopen(self._reader, "rb", closefd=False) as stream:
            data = stream.read()
        try:
            return {number: self._job.unpack(each) for number, each in json.loads(data)}
        except (ValueError, LookupError):
            return {}

    def end(self) -> None:
        """Wait for its end, which is near if it was not interrupted."""
        os.close(self._reader)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _serve(job: Job[Any, Any], queue: _Queue, writer: int, parent: int) -> None:
    """Work until nothing is left or nobody waits; leave without what a process does at its end, which is not ours."""
    code = 1
    try:
        made: list[Any] = []
        for number in queue.numbers():
            if os.getppid() != parent:
                break
            made.append([number, job.pack(job.work(job.tasks[number]))])
        with os.fdopen(writer, "wb") as stream:
            stream.write(json.dumps(made).encode())
        code = 0
    finally:
        os._exit(code)
