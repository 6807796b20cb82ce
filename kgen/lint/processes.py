"""Work that is done by several processes at once, where the system can split one in two (POSIX `fork`)."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress

from kgen.annotation import Generic, TypeVar
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

Task = TypeVar("Task")
Result = TypeVar("Result")

_NUMBER = 4  # bytes
_AT_A_TIME = 8  # neighbours share what they are made from
_MOST_PIECES = 1024  # of the queue: Linux may give a pipe room for no more than 4096 bytes


@record
class Job(Generic[Task, Result]):
    """What is to be made of each task, and how a result travels: as plain data that JSON has."""

    tasks: Sequence[Task]
    work: Callable[[Task], Result]
    pack: Callable[[Result], Any]
    unpack: Callable[[Any], Result]


class Team(Generic[Task, Result]):
    """Other processes at work on a job from the beginning of a `with` block to its end."""

    def __init__(self, job: Job[Task, Result], processes: int) -> None:
        """`processes` count this one, which does not work before it is asked for the results."""
        self._job = job
        self._others = max(processes - 1, 0) if hasattr(os, "fork") else 0
        self._queue: _Queue | None = None
        self._workers: list[_Worker[Task, Result]] = []

    def __enter__(self) -> Team[Task, Result]:
        with suppress(OSError):  # no more processes or files to be had: then the work is done here
            if self._others:
                self._queue = _Queue(len(self._job.tasks))
                for _ in range(self._others):
                    self._workers.append(_Worker(self._job, self._queue))
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._workers:
            each.end()
        if self._queue is not None:
            self._queue.close()

    def results(self) -> list[Result]:
        """The results in the order of the tasks; what another process failed at is done here."""
        work, tasks = self._job.work, self._job.tasks
        done = {number: work(tasks[number]) for number in (() if self._queue is None else self._queue.numbers())}
        for each in self._workers:
            done |= each.results()
        return [done[number] if number in done else work(task) for number, task in enumerate(tasks)]


class _Queue:
    """Numbers, each of which is read by one process only: they lie in a pipe."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._step = max(_AT_A_TIME, -(-count // _MOST_PIECES))
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
        try:
            self._process = os.fork()
            if self._process == 0:
                _serve(job, queue, writer, parent)
        except OSError:
            os.close(self._reader)
            raise
        finally:
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
