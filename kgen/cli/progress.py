"""Telling on a terminal what takes long."""

from __future__ import annotations

import os
import sys
from time import monotonic

from kgen.cli.stdio import draw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

_DELAY = 1.0
_INTERVAL = 0.1
_FRAMES = "|/-\\"
_CLEAR = "\r\x1b[K"
# pre-commit gives its hooks a terminal where colours are on, and keeps all they draw.
_SILENCING = ("CI", "PRE_COMMIT")


def progress_wanted() -> bool:
    """Whether standard error is a terminal that somebody watches."""
    watched = not any(os.environ.get(name) for name in _SILENCING) and os.environ.get("TERM") != "dumb"
    return watched and sys.stderr.isatty()


class Progress:
    """One line on standard error that says what is being done, once that has taken `delay` seconds; gone at the end."""

    def __init__(self, doing: str, delay: float = _DELAY) -> None:
        from threading import Event, Thread  # noqa: PLC0415 # for those who watch

        self._doing = doing
        self._delay = delay
        self._done = Event()
        self._thread = Thread(target=self._draw, daemon=True)

    def __enter__(self) -> Progress:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def say(self, doing: str) -> None:
        """Change what is being done."""
        self._doing = doing

    def _draw(self) -> None:
        started = monotonic()
        if self._done.wait(self._delay):
            return
        frame = 0
        while True:
            draw(f"{_CLEAR}{_FRAMES[frame % len(_FRAMES)]} {self._doing} ({monotonic() - started:.0f} s)")
            frame += 1
            if self._done.wait(_INTERVAL):
                break
        draw(_CLEAR)
