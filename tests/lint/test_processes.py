"""Work shared by processes: the same results, whatever becomes of the others."""

import os
import select
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kgen.lint.processes import Job, Team

resource = pytest.importorskip("resource", reason="this system cannot split a process in two")

MANY = 5000
HERE = os.getpid()


def _job(
    work: Callable[[int], object], count: int = MANY, pack: Callable[[object], object] = lambda one: one
) -> Job[int, object]:
    return Job(range(count), work, pack, lambda data: data)


def _results(job: Job[int, object], processes: int) -> list[object]:
    with Team(job, processes) as team:
        return team.results()


def _elsewhere(act: Callable[[], object]) -> Callable[[int], int]:
    """Work that does something else in every other process, at the first task that this one leaves to it."""

    def work(number: int) -> int:
        if os.getpid() != HERE:
            act()
        return number * number

    return work


def _raise() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, MANY])
def test_results_come_in_the_order_of_the_tasks(count: int, processes: int) -> None:
    assert _results(_job(lambda number: number * number, count), processes) == [each * each for each in range(count)]


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(_raise, id="is interrupted"),
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), id="is killed"),
        pytest.param(lambda: os._exit(0), id="leaves without a word"),
    ],
)
def test_what_another_process_does_not_finish_is_done_here(act: Callable[[], object]) -> None:
    assert _results(_job(_elsewhere(act)), 3) == [each * each for each in range(MANY)]


def test_what_cannot_travel_is_done_here() -> None:
    assert _results(_job(lambda number: {number}, 100, pack=lambda one: one), 2) == [{each} for each in range(100)]


def test_where_no_process_is_to_be_had_one_does_it_all() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(list(Path("/dev/fd").iterdir())) + 2, hard))
    try:
        found = _results(_job(lambda number: number * number), 4)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert found == [each * each for each in range(MANY)]


def test_an_error_here_ends_the_others() -> None:
    reader, writer = os.pipe()  # of which the others have copies as long as they live

    def work(number: int) -> int:
        if os.getpid() == HERE:
            raise ValueError(number)
        signal.pause()
        return number

    with pytest.raises(ValueError, match=r"\d"):
        _results(_job(work), 3)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as rest:
        assert select.select([rest], [], [], 0)[0] == [rest]
        assert rest.read() == b""
