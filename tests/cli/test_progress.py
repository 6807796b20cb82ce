"""Telling what takes long: on a terminal that somebody watches, and nowhere else."""

import io
import sys
import time

import pytest

from kgen.cli.progress import Progress, progress_wanted
from tests.running import written


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _screen(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Screen:
    """Standard error as a terminal, in an environment that says nothing else of who watches."""
    for name in ("CI", "PRE_COMMIT", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    screen = Screen(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def _shows(screen: Screen, text: str) -> bool:
    """Whether a text is shown within some seconds."""
    end = time.monotonic() + 5
    while text not in written(screen) and time.monotonic() < end:
        time.sleep(0.01)
    return text in written(screen)


def test_what_takes_long_is_told_and_wiped_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    with Progress("reading files", delay=0) as progress:
        assert _shows(screen, "reading files (0 s)")
        progress.say("checking 3 files")
        assert _shows(screen, "checking 3 files")
    assert written(screen).endswith("\r\x1b[K")


def test_what_is_quick_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    with Progress("reading files"):
        pass
    assert not written(screen)


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        pytest.param({}, True, id="nothing set"),
        pytest.param({"CI": "true"}, False, id="CI"),
        pytest.param({"PRE_COMMIT": "1"}, False, id="pre-commit"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal that cannot wipe out"),
    ],
)
def test_who_watches(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wanted: bool) -> None:
    _screen(monkeypatch, **environment)
    assert progress_wanted() is wanted


def test_a_pipe_is_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    _screen(monkeypatch)
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert not progress_wanted()
