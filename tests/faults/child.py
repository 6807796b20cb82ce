"""kgen in a child of this process, which is stopped, starved or sent elsewhere on the way.

A child by fork begins in a moment, so that every single step of a command can be tried.
"""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from kgen.cli.main import main

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")

# What changes files or what is in them: a process is stopped before each of these events and calls.
_EVENTS = {
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
}
_CALLS = {"close", "flush", "fsync", "truncate", "write", "writelines"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Injection = Callable[[], None]
"""What a child does to itself before it runs kgen."""


def ended(argv: list[str], inject: Injection) -> int:
    """The exit code of kgen in a child; negative for the signal that ended it."""
    child = os.fork()
    if child == 0:
        _run(argv, inject)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def started(argv: list[str], inject: Injection) -> int:
    """The process number of a child that runs kgen now."""
    child = os.fork()
    if child == 0:
        _run(argv, inject)
    return child


def killed_before_step(number: int) -> Injection:
    """SIGKILL, which nothing can catch, before the n-th step from 1; a run of fewer steps goes through.

    Steps are counted from the first file that is opened to be written, or removed.
    """

    def inject() -> None:
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            if done == number:
                os.kill(os.getpid(), signal.SIGKILL)

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            if event in _EVENTS or (event == "open" and _writes(arguments)):
                step()

        def on_call(_frame: FrameType, event: str, function: object) -> None:
            if done and event == "c_call" and getattr(function, "__name__", "") in _CALLS:
                step()

        sys.addaudithook(on_event)
        sys.setprofile(on_call)

    return inject


def when_opened(name: str, act: Callable[[], object]) -> Injection:
    """Let somebody else act in the middle: the first time that a file of this name is opened."""

    def inject() -> None:
        waiting = [act]

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            if event == "open" and waiting and str(arguments[0]).endswith(name):
                waiting.pop()()

        sys.addaudithook(on_event)

    return inject


def _writes(arguments: tuple[object, ...]) -> bool:
    path, _mode, flags = arguments
    return path != os.devnull and isinstance(flags, int) and bool(flags & _WRITING)


def no_file_beyond(size: int) -> Injection:
    """A disk with room for files of `size` bytes: what goes further is refused by the system, in the middle."""

    def inject() -> None:
        import resource  # noqa: PLC0415 - Windows has none

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    return inject


def _run(argv: list[str], inject: Injection) -> None:
    """Never returns: a child must not go on with the tests."""
    code = 3
    try:
        null = os.open(os.devnull, os.O_RDWR)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(null), os.fdopen(os.dup(null), "w"), os.fdopen(os.dup(null), "w")
        inject()
        code = main(argv)
    finally:
        os._exit(code)
